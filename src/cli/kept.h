/* What helper programs made of documents, for as long as a report takes: each is taken apart, or read by OCR, once. */
#ifndef SIA_KEPT_H
#define SIA_KEPT_H
#include <siasat.h>

typedef struct kept kept;

/* NULL: it cannot be had, and everything works without. Any thread may use it. */
kept *kept_open(sia_arena *a);
bool  kept_find(kept *k, sia_str *stream, sia_str entry, sia_arena *a);      /* entry: cache_entry's */
void  kept_keep(kept *k, sia_str entry, sia_str stream);
void  kept_close(kept *k);                                   /* NULL is fine */
#endif
