/* Measures of association: pure functions of a 2x2 table. */
#include <siasat/stat.h>
#include <math.h>

static bool possible(sia_cell c)
{
    return c.both <= c.a && c.both <= c.b && c.a <= c.n && c.b <= c.n && c.a - c.both <= c.n - c.b;
}

/* An item in no unit, or in all of them, varies with nothing. */
static bool constant(sia_cell c) { return !c.a || !c.b || c.a == c.n || c.b == c.n; }

/* both - a b / n without the cancellation of the plain expression: fma gives each product's rounding error exactly, so
 * the difference of the products is good to the last bit even where they agree in 50 of 53 bits. */
static double surplus(sia_cell c)
{
    double k = (double)c.both, a = (double)c.a, b = (double)c.b, n = (double)c.n;
    double kn = k * n, ab = a * b;
    double lost = fma(k, n, -kn) - fma(a, b, -ab);
    return ((kn - ab) + lost) / n;
}

/* o ln(o / e) - (o - e) for o = e + d: one cell's part of G2 / 2. The four d cancel in the sum, so taking them off
 * changes nothing, but leaves four terms that are all >= 0. With v = d / (o + e), ln(o / e) = 2 (v + v^3 / 3 + ...). */
static double cell_part(double o, double e, double d)
{
    if (o <= 0) return e;
    double v = d / (o + e);
    if (fabs(v) > 0.1) return o * log(o / e) - d;
    double power = v * v * v, sum = 0;
    for (int i = 3; i <= 19; i += 2, power *= v * v) sum += power / i;
    return v * d + 2 * o * sum;
}

double sia_per_10k(uint64_t count, uint64_t words)
{
    return words ? 1e4 * (double)count / (double)words : (double)NAN;
}

double sia_expected(sia_cell c)
{
    if (!possible(c)) return (double)NAN;
    return c.n ? (double)c.a * (double)c.b / (double)c.n : 0;
}

double sia_log_dice(sia_cell c)
{
    if (!possible(c)) return (double)NAN;
    if (!c.both) return -(double)INFINITY;
    return 14 + log2(2 * (double)c.both / ((double)c.a + (double)c.b));
}

double sia_g2(sia_cell c)
{
    if (!possible(c)) return (double)NAN;
    if (constant(c)) return 0;
    double n = (double)c.n, a = (double)c.a, b = (double)c.b, not_a = (double)(c.n - c.a), not_b = (double)(c.n - c.b);
    double d = surplus(c);
    double both = cell_part((double)c.both, a * b / n, d);
    double only_a = cell_part((double)(c.a - c.both), a * not_b / n, -d);
    double only_b = cell_part((double)(c.b - c.both), not_a * b / n, -d);
    double neither = cell_part((double)(c.n - c.a - (c.b - c.both)), not_a * not_b / n, d);
    double g = 2 * (both + (only_a + only_b) + neither);     /* so bracketed, a and b can change places */
    return d < 0 ? -g : g;
}

/* ln(part / whole) for 0 < part < whole, each half of the range by the form that is good there. */
static double log_share(uint64_t part, uint64_t whole)
{
    if (part < whole / 2) return log((double)part / (double)whole);
    return log1p(-((double)(whole - part) / (double)whole));
}

double sia_npmi(sia_cell c)
{
    if (!possible(c)) return (double)NAN;
    if (constant(c)) return 0;
    if (!c.both) return -1;
    double over = surplus(c) / sia_expected(c);              /* O / E - 1, good even where it is small */
    double pmi = over > -0.5 ? log1p(over) : log((double)c.both / sia_expected(c));
    double v = pmi / -log_share(c.both, c.n);
    return v > 1 ? 1 : v < -1 ? -1 : v;
}
