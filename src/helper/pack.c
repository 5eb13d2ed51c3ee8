/* Making ZIP files, by libzip. */
#include "pack.h"
#include "zip.h"
#include <stdlib.h>

struct pack { zip_source_t *source; zip_t *zip; };

static const time_t epoch = 315532800;                       /* the first day ZIP knows */

pack *pack_new(void)
{
    pack *p = must_alloc(NULL, sizeof *p);
    p->source = zip_source_buffer_create(NULL, 0, 0, NULL);
    p->zip = p->source ? zip_open_from_source(p->source, ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;
    if (!p->zip) refuse("IN_MEMORY", 0, 0, "");
    zip_source_keep(p->source);
    return p;
}

void pack_add(pack *p, const char *name, const char *bytes, size_t n)
{
    zip_source_t *s = zip_source_buffer(p->zip, bytes, n, 0);
    const zip_int64_t at = s ? zip_file_add(p->zip, name, s, ZIP_FL_ENC_UTF_8) : -1;
    if (at < 0 || zip_file_set_mtime(p->zip, (zip_uint64_t)at, epoch, 0)) refuse("IN_MEMORY", 0, 0, "");
}

void pack_write(pack *p, FILE *to)
{
    char piece[16384];
    if (zip_close(p->zip)) refuse("OUT_MADE", 0, 0, zip_strerror(p->zip));
    if (zip_source_open(p->source)) refuse("IN_MEMORY", 0, 0, "");
    for (zip_int64_t k; (k = zip_source_read(p->source, piece, sizeof piece)) > 0; ) fwrite(piece, 1, (size_t)k, to);
    zip_source_close(p->source);
    zip_source_free(p->source);
    free(p);
}
