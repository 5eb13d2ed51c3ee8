/* A ZIP in a fuzzer's hands: were its bytes changed, nearly all would fall to a check sum. So its members stand in the input as
 * they are, each behind a line "= NAME", and are packed here. */
#ifndef FUZZ_MEMBERS_H
#define FUZZ_MEMBERS_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { MEMBERS_MOST = 100 };

static char *next_head(char *p, char *end)
{
    while (p < end && !(end - p > 2 && p[0] == '=' && p[1] == ' ')) {
        p = memchr(p, '\n', (size_t)(end - p));
        p = p ? p + 1 : end;
    }
    return p;
}

static void add_member(zip_t *z, const char *name, const char *p, size_t n)
{
    zip_source_t *s = zip_source_buffer(z, p, n, 0);
    const zip_int64_t at = zip_file_add(z, name, s, ZIP_FL_ENC_UTF_8);
    if (at < 0) zip_source_free(s);                          /* a name that is none, or stands twice */
    else (void)zip_set_file_compression(z, (zip_uint64_t)at, ZIP_CM_STORE, 0);
}

static void add_members(zip_t *z, char *p, size_t n)
{
    char *const end = p + n;
    unsigned members = 0;
    for (char *head = next_head(p, end), *next; head < end && members < MEMBERS_MOST; head = next, members++) {
        char *line = memchr(head, '\n', (size_t)(end - head));
        if (!line) return;
        next = next_head(line + 1, end);
        *line = 0;
        add_member(z, head + 2, line + 1, (size_t)(next - line - 1));
    }
}

/* The members of the n bytes at p as a ZIP, to be freed; its length in *size. */
static char *pack_members(const char *p, size_t n, size_t *size)
{
    char *copy = malloc(n + 1), *zip = NULL;
    zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *z = to ? zip_open_from_source(to, ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;
    zip_stat_t st;
    if (!copy || !z) abort();
    if (n) memcpy(copy, p, n);
    zip_source_keep(to);
    add_members(z, copy, n);
    *size = 0;
    if (!zip_close(z) && !zip_source_stat(to, &st) && !zip_source_open(to)) {
        zip = malloc(st.size + 1);
        *size = (size_t)zip_source_read(to, zip, st.size);
        zip_source_close(to);
    }
    zip_source_free(to);
    free(copy);
    return zip;
}

/* The same, unless the input is a ZIP itself. */
static char *zip_to_read(const char *p, size_t n, size_t *size)
{
    if (n < 2 || memcmp(p, "PK", 2)) return pack_members(p, n, size);
    char *same = malloc(n);
    if (!same) abort();
    *size = n;
    return memcpy(same, p, n);
}
#endif
