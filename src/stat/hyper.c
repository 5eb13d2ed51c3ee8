/* Fisher's exact test in log scale: tails of the hypergeometric distribution. */
#include "table4.h"
#include "numeric.h"
#include <math.h>

/* The same table seen from O12: as rare an O11 as a frequent O12. */
static sia_cell mirrored(sia_cell c) { return (sia_cell){ c.a - c.both, c.a, c.n - c.b, c.n }; }

/* ln R1! R2! C1! C2! / (N! O11! O12! O21! O22!): the n ln n of Stirling's formula add up to minus half of G2. */
static double log_mass(sia_cell c)
{
    sia_table4 t = sia_table4_of(c);
    if (sia_cell_constant(c)) return 0;
    double g = sia_deviance(t.o11, t.e11, t.d) + (sia_deviance(t.o12, t.e12, -t.d) + sia_deviance(t.o21, t.e21, -t.d))
             + sia_deviance(t.o22, t.e22, t.d);
    double margins = (sia_stirling_rest(t.r1) + sia_stirling_rest(t.r2)) + (sia_stirling_rest(t.c1) + sia_stirling_rest(t.c2));
    double cells = (sia_stirling_rest(t.o11) + sia_stirling_rest(t.o22)) + (sia_stirling_rest(t.o12) + sia_stirling_rest(t.o21));
    return margins - sia_stirling_rest(t.n) - cells - g;
}

/* ln P(X >= O11): each term is the one before it times a ratio, which is below 1 from the expectation on. */
static double log_upper(sia_cell c)
{
    sia_table4 t = sia_table4_of(c);
    double sum = 1, term = 1, k = t.o11, r = t.o12, l = t.o21, rest = t.o22;
    while (r > 0 && l > 0 && term > 1e-17 * sum) {
        term *= (r / (k + 1)) * (l / (rest + 1));
        sum += term;
        k++, rest++, r--, l--;
    }
    double p = log_mass(c) + log(sum);
    return p < 0 ? p : 0;
}

double sia_log_fisher_at_least(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    if (!c.both || sia_cell_constant(c) || c.a - c.both == c.n - c.b) return 0;          /* as few as can be */
    double p = sia_table4_of(c).d >= 0 ? log_upper(c) : 0;
    if (p < -0.5) return p;                                  /* near 1 the complement has the digits */
    sia_cell less = { c.both - 1, c.a, c.b, c.n };
    return sia_log1m_exp(log_upper(mirrored(less)));
}

double sia_log_fisher_at_most(sia_cell c)
{
    return sia_cell_possible(c) ? sia_log_fisher_at_least(mirrored(c)) : (double)NAN;
}

/* The largest O11 up to `high` whose mass is at most `mass`, masses rising from `low` to `high`; false: none. */
static bool last_as_rare(sia_cell c, uint64_t low, uint64_t high, double mass, uint64_t *found)
{
    c.both = low;
    if (log_mass(c) > mass) return false;
    while (low < high) {
        c.both = low + (high - low + 1) / 2;
        if (log_mass(c) <= mass) low = c.both;
        else high = c.both - 1;
    }
    *found = low;
    return true;
}

/* The tables of the far tail that are no likelier than this one. R allows 1e-7 for rounding, and so do we. */
static double log_far_tail(sia_cell c)
{
    sia_table4 t = sia_table4_of(c);
    uint64_t least = c.a > c.n - c.b ? c.a - (c.n - c.b) : 0, mode = (uint64_t)t.e11, at;
    double mass = log_mass(c) + 1e-7;
    if (!last_as_rare(c, least, mode > least ? mode : least, mass, &at)) return -(double)INFINITY;
    return sia_log_fisher_at_most((sia_cell){ at, c.a, c.b, c.n });
}

double sia_log_fisher_two_sided(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    if (sia_cell_constant(c)) return 0;
    if (sia_table4_of(c).d < 0) c = mirrored(c);
    double near = sia_log_fisher_at_least(c), beyond = log_far_tail(c);
    double p = near + log1p(exp(beyond - near));
    return p < 0 ? p : 0;
}

/* ---- draws --------------------------------------------------------------------------------------------------- */

/* Inversion that begins at the mode and goes outwards on both sides: as many steps as the deviate lies from it. */
uint64_t sia_hyper_draw(sia_cell c, uint64_t *random)
{
    const uint64_t low = c.a + c.b > c.n ? c.a + c.b - c.n : 0, high = c.a < c.b ? c.a : c.b;
    if (low == high) return low;
    const uint64_t mode = (uint64_t)(((double)c.a + 1) * (((double)c.b + 1) / ((double)c.n + 2)));
    c.both = mode < low ? low : mode > high ? high : mode;
    const double a = (double)c.a, b = (double)c.b, rest = (double)c.n - a - b;
    double up = (double)c.both, down = up, above = exp(log_mass(c)), below = above;
    double left = (double)(sia_random(random) >> 11) * 0x1p-53 - above;
    while (left >= 0 && (above > 0 || below > 0)) {
        above *= (a - up) / (up + 1) * ((b - up) / (rest + up + 1));
        up++;
        left -= above;
        if (left < 0) return (uint64_t)up;
        below *= down / (a - down + 1) * ((rest + down) / (b - down + 1));
        down--;
        left -= below;
        if (left < 0) return (uint64_t)down;
    }
    return c.both;
}
