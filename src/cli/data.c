/* Where codebooks, stop lists and the root table are: SIASAT_DATA, else the source tree the program was built in when it runs
 * uninstalled, else the installed share folder. */
#define _DEFAULT_SOURCE
#include "session.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

/* Does the running program lie inside the tree it was built from? */
static bool uninstalled(void)
{
    char self[4096];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self);
    size_t k = strlen(SIA_SOURCE_DATA);
    return n > (ssize_t)k && !memcmp(self, SIA_SOURCE_DATA, k) && self[k] == '/';
}

static const char *folder(void)
{
    const char *given = getenv("SIASAT_DATA");
    if (given && *given) return given;
    return uninstalled() ? SIA_SOURCE_DATA : SIA_PREFIX_DATA;
}

sia_status data_read(sia_str *bytes, sia_str *path, const char *name, sia_arena *a, sia_err *err)
{
    *path = sia_printf(a, "%s/%s", folder(), name);
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    return sia_read_file(bytes, path->p, a, err);
}

/* A name without slash or dot that is no file here names a shipped codebook. */
sia_status data_book(sia_codebook **cb, const char *name, sia_arena *a, sia_err *err)
{
    sia_str bytes, path = sia_str_of(name);
    if (!strpbrk(name, "/.") && access(name, F_OK))
        SIA_TRY(data_read(&bytes, &path, sia_printf(a, "codebooks/%s.tsv", name).p, a, err));
    else SIA_TRY(sia_read_file(&bytes, name, a, err));
    return sia_codebook_parse(cb, path, bytes, a, err);
}

/* The root table is built, not written: it lies beside the program that was built with it. A SIASAT_DATA without one is
 * that of somebody who keeps codebooks of their own. */
sia_status data_roots(sia_roots **out, sia_arena *a, sia_err *err)
{
    static const char name[] = "lexicon/indonesian.roots";
    const char *given = getenv("SIASAT_DATA");
    sia_str path = sia_printf(a, "%s/%s", given ? given : "", name);
    if (!given || !*given || access(path.p, F_OK)) path = sia_printf(a, "%s/%s", uninstalled() ? SIA_BUILT_DATA : SIA_PREFIX_DATA, name);
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    return sia_roots_open(out, path, a, err);
}
