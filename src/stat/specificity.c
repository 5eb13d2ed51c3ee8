/* Specificities: is an item over- or under-used in one part of several? Lafon (1980). */
#include "table4.h"
#include "numeric.h"
#include <math.h>

static const double ln10 = 2.302585092994045684;

double sia_specificity(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    if (sia_cell_constant(c)) return 0;
    if (sia_table4_of(c).d < 0) return sia_log_fisher_at_most(c) / ln10;
    return 0 - sia_log_fisher_at_least(c) / ln10;
}

/* TXM's rule takes P(X <= O11) below the mode and P(X < O11) from it on, and the sign from that probability's side of
 * one half: an item a little above its expectation can come out negative. */
double sia_specificity_txm(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    if (sia_cell_constant(c)) return 0;
    double mode = ((double)c.b + 1) * ((double)c.a + 1) / ((double)c.n + 2);
    bool below = (double)c.both < mode;
    sia_cell next = { c.both + 1, c.a, c.b, c.n };
    double under = below ? sia_log_fisher_at_most(c) : sia_log1m_exp(sia_log_fisher_at_least(c));
    double over = !below ? sia_log_fisher_at_least(c) : next.both > c.a || next.both > c.b ? -(double)INFINITY : sia_log_fisher_at_least(next);
    return under < over ? under / ln10 : -over / ln10;
}
