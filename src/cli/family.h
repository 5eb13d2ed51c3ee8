/* The tests of one table taken together: p of each row, q for their number, the level of one LRC. */
#ifndef SIA_FAMILY_H
#define SIA_FAMILY_H
#include "session.h"

typedef struct {
    uint64_t size;                      /* tests: not less than the rows */
    double   alpha;                     /* of one LRC, so that all of them hold at 95 per cent (Bonferroni) */
    double  *log_p, *log_q;             /* by row */
} family;

/* Of so many tests, whose p and q are worked out elsewhere. */
family family_sized(uint64_t size);

/* Tests n tables; `size` counts those too that were looked at and make no row. By --adjust. False: no memory. */
bool family_of(family *f, const session *s, const sia_cell *cell, size_t n, uint64_t size);

/* Says how many were tested and how q was made of p; `what` is the line's beginning. */
void family_say(const family *f, session *s, sia_msg what);
#endif
