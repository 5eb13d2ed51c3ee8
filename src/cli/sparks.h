/* How an item is spread over the works, as a line of bars for a terminal. */
#ifndef SIA_SPARKS_H
#define SIA_SPARKS_H
#include "works.h"

enum { SPARKS_BARS = 10 };
typedef struct {
    const sia_counts *counts;           /* NULL: there are none */
    uint32_t  bars, works;
    uint32_t *count;                    /* by place, then bar */
    uint64_t *words;                    /* by group, then bar */
} sparks;

/* Whether the table is for eyes, and there are several works to be spread over; the inputs are known. */
bool sparks_wanted(const session *s);

/* After census_close of a census that keeps. False: no memory. */
bool sparks_work_out(sparks *k, const census *c, run *r);

/* A bar a work, in input order, or a bar for several in a row where there are more than SPARKS_BARS: as high as its rate beside the
 * highest; the lowest: none. A dot: no words of the group. In `a`. */
sia_str sparks_of(const sparks *k, const sia_tally *t, sia_arena *a);
#endif
