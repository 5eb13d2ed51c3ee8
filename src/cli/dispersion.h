/* How evenly each item of a census is spread over the works of its group, and its rate without one of them. */
#ifndef SIA_DISPERSION_H
#define SIA_DISPERSION_H
#include "chosen.h"
#include "works.h"

/* By place of the cell, NULL where not asked for; by group. */
typedef struct {
    const census *c;
    run        *r;
    double     *dp;
    uint32_t   *parts;                  /* by group: works with words */
    uint64_t   *least;                  /* by group: words of the smallest of them */
    sia_spread *spread;                 /* by place: where more than DP and DPnorm is shown */
    bool        placed;                 /* ARF or ALDF among them */
    struct leaving { double by, rest; uint32_t work; } *leaving;     /* by place: the work that moves the rate most, and the rate without it */
} dispersion;

/* Has the run's census keep what the measures that are shown need; before the run. */
void dispersion_keep(census *c, const chosen *m, const session *s);

/* After census_close, for the n cells of `t`. False: no memory. */
bool dispersion_work_out(dispersion *d, const census *c, run *r, const chosen *m, const sia_tally *t, size_t n);

/* All measures of one cell; NaN where one does not exist or was not asked for. */
sia_spread dispersion_of(const dispersion *d, const sia_tally *t);

/* The cell's rate without the work that moves it most; NULL: there is no other work. */
const struct leaving *dispersion_without(const dispersion *d, const sia_tally *t);

/* dispersion.c's second half: fills d->spread. */
bool spreads_work_out(dispersion *d, const sia_tally *t, size_t n);
#endif
