/* The cache of documents that were taken apart: one file a document, beside it its own digest, so that damage is noticed. */
#define _POSIX_C_SOURCE 200809L
#include "cache.h"
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD "siasat-cache 1 "
enum { HEAD_N = sizeof HEAD - 1 + 64 + 1 };                  /* with the digest of what follows, and a line end */

sia_status cache_open(const char *folder, sia_err *err)
{
    if (mkdir(folder, 0777) && errno != EEXIST) return sia_fail(err, SIA_MSG_WRITE, errno, sia_str_of(folder), "");
    return access(folder, W_OK | X_OK) ? sia_fail(err, SIA_MSG_WRITE, errno, sia_str_of(folder), "") : SIA_OK;
}

sia_str cache_entry(const char *folder, const char *program, const char *job, sia_str raw, sia_arena *a)
{
    char name[65];
    struct stat st = { 0 };
    (void)!stat(program, &st);
    const sia_str who = sia_printf(a, "%s %s %lld %lld %s\n", SIA_VERSION, program, (long long)st.st_size, (long long)st.st_mtime, job);
    sia_sha256(name, (const sia_str[]){ who, raw }, 2);
    return sia_printf(a, "%s/%s.siasat", folder, name);
}

bool cache_find(sia_str *stream, sia_str entry, sia_arena *a)
{
    char digest[65];
    sia_str all;
    if (!entry.n || access(entry.p, R_OK) || sia_read_file(&all, entry.p, a, NULL)) return false;
    if (all.n < HEAD_N || memcmp(all.p, HEAD, sizeof HEAD - 1)) return false;
    *stream = (sia_str){ all.p + HEAD_N, all.n - HEAD_N };
    sia_sha256(digest, stream, 1);
    return !memcmp(all.p + sizeof HEAD - 1, digest, 64);
}

bool cache_keep(sia_str entry, sia_str stream, sia_arena *a)
{
    char digest[65];
    sia_outfile *f;
    sia_sha256(digest, &stream, 1);
    const sia_str head = sia_printf(a, HEAD "%s\n", digest);
    if (!entry.n || !head.n || sia_outfile_open(&f, entry.p, a, NULL)) return false;
    const sia_sink to = sia_outfile_sink(f);
    if (!to.write(to.ctx, head.p, head.n) && !to.write(to.ctx, stream.p, stream.n)) return !sia_outfile_close(f, NULL);
    sia_outfile_drop(f);
    return false;
}
