/* Counting the items of a run's documents by groups, whatever the number of threads. */
#ifndef SIA_CENSUS_H
#define SIA_CENSUS_H
#include "group.h"
#include "items.h"
#include "sides.h"

typedef struct {
    items    it;
    unsigned by;
    const sides *sides;                 /* keyness: target and reference are the groups; else NULL */
    bool keeps;                         /* what each document has, for works_walk */
    bool places;                        /* and at which words, for works_places */
    sia_counts *counts;                 /* the sum: groups are ids in `groups`, items terms, categories or ids in `forms` */
    sia_lex *groups;
    const sia_lex *forms;
    struct counter *counters;           /* the rest is census.c's */
    sia_lex *all_forms;
} census;

/* Room for the run's inputs; items and by are set. False: no memory. */
bool census_open(census *c, session *s);

/* The digest and deliver of a run whose ctx is the census. Inputs must stand work by work. */
sia_status census_digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);
sia_status census_deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err);

/* After the run: counts, groups and forms are whole, until run_end. */
sia_status census_close(census *c, run *r, sia_err *err) SIA_CHECKED;
#endif
