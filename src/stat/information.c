/* Mutual information and its kin, in bits: how much more often than by chance. */
#include "table4.h"
#include <math.h>

static const double ln2 = 0.693147180559945309;

/* ln(O11 / E11), good also near 0; -infinity for O11 = 0. Of a possible table that is not constant. */
static double log_over_expected(const sia_table4 *t)
{
    double over = t->d / t->e11;
    return over > -0.5 ? log1p(over) : log(t->o11 / t->e11);
}

double sia_ratio(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    return c.a && c.b ? (double)c.both / sia_table4_of(c).e11 : (double)NAN;
}

double sia_mi(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    if (sia_cell_constant(c)) return 0;
    sia_table4 t = sia_table4_of(c);
    return log_over_expected(&t) / ln2;
}

double sia_mi2(sia_cell c) { return c.both ? sia_mi(c) + log2((double)c.both) : sia_log_dice(c); }
double sia_mi3(sia_cell c) { return c.both ? sia_mi(c) + 2 * log2((double)c.both) : sia_log_dice(c); }
double sia_local_mi(sia_cell c) { return c.both || !sia_cell_possible(c) ? (double)c.both * sia_mi(c) : 0; }
double sia_average_mi(sia_cell c) { return fabs(sia_g2(c)) / (2 * ln2); }

/* ln(part / whole) for 0 < part < whole, each half of the range by the form that is good there. */
static double log_share(uint64_t part, uint64_t whole)
{
    if (part < whole / 2) return log((double)part / (double)whole);
    return log1p(-((double)(whole - part) / (double)whole));
}

double sia_npmi(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    if (sia_cell_constant(c)) return 0;
    if (!c.both) return -1;
    sia_table4 t = sia_table4_of(c);
    double v = log_over_expected(&t) / -log_share(c.both, c.n);
    return v > 1 ? 1 : v < -1 ? -1 : v;
}
