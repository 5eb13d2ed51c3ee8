/* How a comparison of target and reference stands up when works are shuffled, or one of them is left out. */
#ifndef SIA_ROBUST_H
#define SIA_ROBUST_H
#include "chosen.h"
#include "works.h"

typedef struct {
    sia_sides   *words;                 /* by work */
    uint32_t     works;
    sia_holding *row;                   /* by row: the works that have its item */
    uint32_t     n;
    double      *p, *q;                 /* by row, with --permute */
    struct robust_row { double without; uint32_t work; } *left_out;  /* by row, with --leave-one-out; work UINT32_MAX: none */
} robust;

/* Has the census keep what is needed; before the run. */
void robust_keep(census *c, const session *s);

/* After census_close: gathers works, shuffles them, leaves each out. `item` and `cell` are those of the n rows; the value
 * that is looked at is the first measure shown. False: no memory. */
bool robust_work_out(robust *x, const census *c, run *r, const chosen *m, const uint32_t *item, const sia_cell *cell, uint32_t n, double alpha);

/* The columns that --leave-one-out and --permute add. */
void robust_put(const robust *x, const session *s, sorter *o, uint32_t row);

/* Which shuffle it was, in one line. */
void robust_say(const robust *x, session *s);
#endif
