/* A ZIP file held in memory, and what may be taken out of it. */
#ifndef SIA_HELPER_ZIP_H
#define SIA_HELPER_ZIP_H
#include "wire.h"
#include <zip.h>

enum { ZIP_MOST = 64 << 20, ZIP_MEMBERS = 1000, ZIP_RATIO = 100, ZIP_FREE = 1 << 20, ZIP_FILE_MOST = 256 << 20 };

/* Opens it; refuses what is not sound and what has more than `most` members. */
zip_t *zip_of(char *bytes, size_t n, unsigned most);

/* A member by its name; false: there is none. Refuses one that stands twice, one of more than ZIP_MOST bytes, and an archive
 * of `n` bytes that has by now unpacked to more than a hundred times that (the first MiB apart). */
bool zip_member(zip_t *z, size_t n, const char *name, text *out);
void zip_member_at(zip_t *z, size_t n, zip_uint64_t at, text *out);  /* the same by its place */

/* An archive of n bytes. */
typedef struct { zip_t *z; size_t n; } archive;

bool archive_read(const archive *a, const char *name, text *out);    /* a member by its name; false: no such member */
#endif
