/* Partials in the place of documents: freq, cooc and tag make their tables of them as they do after a run. */
#ifndef SIA_MERGED_H
#define SIA_MERGED_H
#include "census.h"
#include "pairing.h"
#include "partfile.h"

typedef struct merged { const parts *p; const char *table; } merged;

/* What items are called, and by which groups they were counted. */
sia_status merged_items(session *s, items *it, unsigned *by, sia_err *err) SIA_CHECKED;

/* In the place of run_documents and census_close, pairing_close. The inputs of the session are the works then, in their order. */
sia_status merged_census(census *c, run *r, sia_err *err) SIA_CHECKED;
sia_status merged_pairs(cooc *c, run *r, sia_err *err) SIA_CHECKED;

/* All that tag does. */
sia_status merged_hits(run *r, sia_err *err) SIA_CHECKED;

/* What the runs said of their inputs: words counted and left out, documents that could not be read. */
sia_status merged_totals(run *r, sia_err *err) SIA_CHECKED;
#endif
