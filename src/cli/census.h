/* Counting the items of a run's documents by groups, whatever the number of threads. */
#ifndef SIA_CENSUS_H
#define SIA_CENSUS_H
#include "group.h"
#include "items.h"

typedef struct {
    items    it;
    unsigned by;
    sia_counts *counts;                 /* the sum: groups are ids in `groups`, items terms, categories or forms */
    sia_lex *groups;
    sia_lex *forms;                     /* several workers: the numbers of words over all of them */
    struct counter *counters;           /* the rest is census.c's */
    struct known   *known;
} census;

/* Room for the run's inputs; items and by are set. False: no memory. */
bool census_open(census *c, session *s);

/* The digest and deliver of a run whose ctx is the census. Inputs must stand work by work. */
sia_status census_digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);
sia_status census_deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err);

/* The lex in which word items are numbered, until run_end. */
const sia_lex *census_forms(const census *c, const run *r);
#endif
