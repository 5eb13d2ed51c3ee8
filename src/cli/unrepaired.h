/* What freq would count without --repair, beside what it counts with it. */
#ifndef SIA_UNREPAIRED_H
#define SIA_UNREPAIRED_H
#include "census.h"

typedef struct { census c; sia_lex *cells; SIA_VEC(uint64_t) counts; } unrepaired;   /* cells: "group TAB item", id k: counts[k - 1] */

/* Counts as `like` does. False: no memory. */
bool unrepaired_open(unrepaired *u, const census *like, session *s);

/* The digest_before and deliver_before of the run. */
sia_status unrepaired_digest(unrepaired *u, run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);
sia_status unrepaired_deliver(unrepaired *u, run *r, size_t i, sia_doc *d, void *made, sia_err *err);

/* After the run; `name` is asked with the census. */
sia_status unrepaired_close(unrepaired *u, run *r, sia_namer *name, sia_err *err) SIA_CHECKED;
uint64_t   unrepaired_count(const unrepaired *u, sia_str group, sia_str item, sia_arena *a);
#endif
