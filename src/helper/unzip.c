/* Members of a ZIP, by libzip, under caps that count the bytes that really come out. */
#include "zip.h"
#include <string.h>

zip_t *zip_of(char *bytes, size_t n, unsigned most)
{
    zip_error_t e;
    zip_error_init(&e);
    zip_source_t *s = zip_source_buffer_create(bytes, n, 0, &e);
    if (!s) refuse("IN_MEMORY", 0, 0, "");
    zip_t *z = zip_open_from_source(s, ZIP_RDONLY | ZIP_CHECKCONS, &e);
    if (!z) refuse(zip_error_code_zip(&e) == ZIP_ER_MEMORY ? "IN_MEMORY" : "IN_ZIP", 0, 0, zip_error_strerror(&e));
    char many[32];
    snprintf(many, sizeof many, "> %u members", most);
    if (zip_get_num_entries(z, 0) > most) refuse("IN_MANY", 0, 0, many);
    return z;
}

/* Two members of one name: which is meant depends on who reads. */
static bool find(zip_t *z, const char *name, zip_uint64_t *at)
{
    bool found = false;
    for (zip_uint64_t i = 0; i < (zip_uint64_t)zip_get_num_entries(z, 0); i++) {
        const char *is = zip_get_name(z, i, 0);
        if (!is || strcmp(is, name)) continue;
        if (found) refuse("IN_ZIP", 0, 0, name);
        found = true;
        *at = i;
    }
    return found;
}

void zip_member_at(zip_t *z, size_t n, zip_uint64_t at, text *out)
{
    static size_t unpacked;
    char piece[16384];
    const char *name = zip_get_name(z, at, 0);
    zip_file_t *f = zip_fopen_index(z, at, 0);
    if (!f || !name) refuse("IN_ZIP", 0, 0, zip_strerror(z));
    text_add(out, "", 0);
    for (zip_int64_t k; (k = zip_fread(f, piece, sizeof piece)) != 0; ) {
        if (k < 0) refuse("IN_ZIP", 0, 0, zip_error_strerror(zip_file_get_error(f)));
        text_add(out, piece, (size_t)k);
        unpacked += (size_t)k;
        if (out->n > ZIP_MOST) refuse("IN_BIG", 0, 0, name);
        if (unpacked > ZIP_FREE && unpacked / ZIP_RATIO > n) refuse("IN_RATIO", 0, 0, name);
    }
    if (zip_fclose(f)) refuse("IN_ZIP", 0, 0, name);
}

bool zip_member(zip_t *z, size_t n, const char *name, text *out)
{
    zip_uint64_t at = 0;
    if (!find(z, name, &at)) return false;
    zip_member_at(z, n, at, out);
    return true;
}

bool archive_read(const archive *a, const char *name, text *out)
{
    out->n = 0;
    return zip_member(a->z, a->n, name, out);
}
