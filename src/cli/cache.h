/* --cache DIR: what helper programs made of documents, kept by content. */
#ifndef SIA_CACHE_H
#define SIA_CACHE_H
#include <siasat.h>

/* Makes the folder where there is none; fails where nothing can be kept in it. */
sia_status cache_open(const char *folder, sia_err *err) SIA_CHECKED;

/* The entry for a document: a name made of its bytes, of who reads it (`program`, its file's size and time, `job`), and of this program's
 * version. Owned by `a`; "": no memory. */
sia_str cache_entry(const char *folder, const char *program, const char *job, sia_str raw, sia_arena *a);

/* What was kept; false: nothing, or it is damaged. */
bool cache_find(sia_str *stream, sia_str entry, sia_arena *a);

/* Keeps it, whole or not at all; false: it could not be. */
bool cache_keep(sia_str entry, sia_str stream, sia_arena *a);
#endif
