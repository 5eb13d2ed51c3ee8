/* What a census counted, work by work: for dispersion, for leaving works out, for shuffling them. */
#ifndef SIA_WORKS_H
#define SIA_WORKS_H
#include "census.h"

/* An item in a group: how often the work has it. `place` is the cell's in c->counts. */
typedef struct { uint32_t group, item; size_t place; uint64_t count; } work_cell;

typedef struct {
    uint32_t         work;
    const work_cell *v;                 /* each cell once, in no order that means anything */
    uint32_t         n;
    const uint64_t  *words;             /* by group */
    const uint32_t  *groups;            /* those with words */
    uint32_t         n_groups;
} work_counts;

/* Calls `each` for every work with counted text, in input order, after census_close of a census that keeps; whatever the
 * number of threads, the same works have the same cells. False: no memory, or `each` said so. Costs what was kept. */
typedef bool works_each(void *ctx, const work_counts *w);
bool works_walk(const census *c, run *r, works_each *each, void *ctx);

/* Calls `each` for every document's items with their places, in input order; places count the group's words from the start
 * of the corpus. For a census with places. */
typedef bool places_each(void *ctx, size_t place, const uint64_t *places, uint64_t n);
bool works_places(const census *c, run *r, places_each *each, void *ctx);
#endif
