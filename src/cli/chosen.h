/* --measure: the measures that a table shows, as columns and as cells. */
#ifndef SIA_CHOSEN_H
#define SIA_CHOSEN_H
#include "sorter.h"

enum { CHOSEN_MOST = 96 };
typedef struct {
    const sia_measure *m[CHOSEN_MOST];  /* NULL: p or q */
    bool        q[CHOSEN_MOST];
    uint32_t    n;
    uint32_t    at;                     /* columns before the measures */
    sia_columns columns;                /* of the table as it will be */
} chosen;

/* The columns of `table`, in which --measure's names (or all, or p, q) take the place of the measures of `family` that it
 * shows by default. */
sia_status chosen_open(chosen *c, session *s, const char *table, sia_family family, sia_err *err) SIA_CHECKED;

/* The cells of a 2x2 table, in the order of the columns. `alpha` is that of the LRC. */
void chosen_put(const chosen *c, sorter *o, sia_cell cell, double alpha, double log_p, double log_q);

/* The cells of a sia_spread or a sia_diversity. */
void chosen_put_of(const chosen *c, sorter *o, const void *values);

/* "too few", in the run's language. */
sia_str verdict_word(const session *s, sia_verdict v);
#endif
