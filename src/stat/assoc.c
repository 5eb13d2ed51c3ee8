/* How close two items stand, with no regard to chance: overlaps of the units that have them. */
#include "table4.h"
#include <math.h>

double sia_per_10k(uint64_t count, uint64_t words)
{
    return words ? 1e4 * (double)count / (double)words : (double)NAN;
}

double sia_expected(sia_cell c)
{
    return sia_cell_possible(c) ? sia_table4_of(c).e11 : (double)NAN;
}

/* 0 / 0 says nothing, and NaN says so; what cannot be divided by something is left to fall out as it does. */
static double share(double part, double whole) { return whole > 0 || part > 0 ? part / whole : (double)NAN; }

double sia_log_dice(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    if (!c.both) return -(double)INFINITY;
    return 14 + log2(2 * (double)c.both / ((double)c.a + (double)c.b));
}

double sia_dice(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    return share(2 * (double)c.both, (double)c.a + (double)c.b);
}

double sia_jaccard(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    return share((double)c.both, (double)c.a + (double)(c.b - c.both));
}

double sia_tanimoto(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    sia_table4 t = sia_table4_of(c);
    return share(t.o11 + t.o22, t.o11 + 2 * (t.o12 + t.o21) + t.o22);
}

double sia_min_sensitivity(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    return share((double)c.both, fmax((double)c.a, (double)c.b));
}

double sia_overlap(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    return share((double)c.both, fmin((double)c.a, (double)c.b));
}

double sia_ochiai(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    return share((double)c.both, sqrt((double)c.a) * sqrt((double)c.b));
}

double sia_kulczynski_1(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    return share((double)c.both, (double)(c.a - c.both) + (double)(c.b - c.both));
}

double sia_kulczynski_2(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    return (share((double)c.both, (double)c.a) + share((double)c.both, (double)c.b)) / 2;
}

double sia_mountford(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    sia_table4 t = sia_table4_of(c);
    return share(2 * t.o11, t.o11 * t.o12 + t.o11 * t.o21 + 2 * t.o12 * t.o21);
}

double sia_fager(sia_cell c)
{
    if (!sia_cell_possible(c) || !c.a || !c.b) return (double)NAN;
    double a = (double)c.a, b = (double)c.b;
    return (double)c.both / sqrt(a * b) - 1 / (2 * sqrt(fmax(a, b)));
}

double sia_russell_rao(sia_cell c)
{
    return sia_cell_possible(c) ? share((double)c.both, (double)c.n) : (double)NAN;
}

double sia_hamann(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    sia_table4 t = sia_table4_of(c);
    return t.n > 0 ? (t.o11 + t.o22 - (t.o12 + t.o21)) / t.n : (double)NAN;
}

double sia_faith(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    sia_table4 t = sia_table4_of(c);
    return share(t.o11 + t.o22 / 2, t.n);
}

double sia_conditional(sia_cell c)
{
    return sia_cell_possible(c) ? share((double)c.both, (double)c.a) : (double)NAN;
}
