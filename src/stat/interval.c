/* Confidence intervals: shares, rates, and the log ratio of two shares. */
#include "table4.h"
#include "numeric.h"
#include <math.h>

static const double ln2 = 0.693147180559945309;
static const sia_interval none = { (double)NAN, (double)NAN };

static bool level(double alpha) { return alpha > 0 && alpha < 1; }

sia_interval sia_wilson(uint64_t k, uint64_t n, double alpha)
{
    if (!n || k > n || !level(alpha)) return none;
    double z = sia_normal_quantile(log(alpha / 2)), zz = z * z, m = (double)n, l = (double)(n - k);
    double root = fabs(z) * sqrt((double)k * l / m + zz / 4), by = m + zz;
    double low = (double)k + zz / 2 - root, high = l + zz / 2 - root;        /* from either end, so that 0 and 1 are met */
    return (sia_interval){ k ? low / by : 0, k < n ? 1 - high / by : 1 };
}

/* ---- Clopper and Pearson: the odds at which k of n or more would be as rare as alpha / 2 ------------------- */

typedef struct { double a, b; } shape;

static double beta_curve(const void *ctx, double u, double *slope)
{
    const shape *s = ctx;
    double x = 1 / (1 + exp(-u)), y = 1 / (1 + exp(u)), v = sia_log_beta_below(s->a, s->b, x, y);
    *slope = s->a * s->b / (s->a + s->b) * exp(sia_log_binomial(s->a, s->b, x, y) - v);
    return v;
}

/* ln of the lower limit's odds; -infinity for k = 0. The upper limit of k is the lower one of n - k, turned about. */
static double log_odds_low(uint64_t k, uint64_t n, double log_tail)
{
    if (!k) return -(double)INFINITY;
    shape s = { (double)k, (double)(n - k) + 1 };
    return sia_solve_rising(beta_curve, &s, log_tail, log(s.a / s.b), 1 / sqrt(s.a) + 1 / sqrt(s.b));
}

static sia_interval log_odds(uint64_t k, uint64_t n, double alpha)
{
    double log_tail = log(alpha / 2);
    return (sia_interval){ log_odds_low(k, n, log_tail), -log_odds_low(n - k, n, log_tail) };
}

sia_interval sia_clopper_pearson(uint64_t k, uint64_t n, double alpha)
{
    if (!n || k > n || !level(alpha)) return none;
    sia_interval u = log_odds(k, n, alpha);
    return (sia_interval){ 1 / (1 + exp(-u.low)), 1 / (1 + exp(-u.high)) };
}

/* ---- rates ------------------------------------------------------------------------------------------------------ */

static double gamma_low(const void *ctx, double u, double *slope)
{
    double a = *(const double *)ctx, x = exp(u), v = sia_log_gamma_below(a, x);
    *slope = a * exp(-sia_deviance(a, x, a - x) - sia_stirling_rest(a) - v);
    return v;
}

/* The same from the other side: rises with u = -ln x. */
static double gamma_high(const void *ctx, double u, double *slope)
{
    double a = *(const double *)ctx, x = exp(-u), v = sia_log_gamma_above(a, x);
    *slope = a * exp(-sia_deviance(a, x, a - x) - sia_stirling_rest(a) - v);
    return v;
}

sia_interval sia_poisson_interval(uint64_t k, double alpha)
{
    if (!level(alpha)) return none;
    double log_tail = log(alpha / 2), a = (double)k, b = a + 1;
    double low = k ? exp(sia_solve_rising(gamma_low, &a, log_tail, log(a), 1 / sqrt(a))) : 0;
    return (sia_interval){ low, exp(-sia_solve_rising(gamma_high, &b, log_tail, -log(b), 1 / sqrt(b))) };
}

/* ---- the log ratio ------------------------------------------------------------------------------------------------ */

sia_interval sia_log_ratio_interval(sia_cell c, double alpha)
{
    if (!sia_cell_possible(c) || !c.a || c.a == c.n || !c.b || !level(alpha)) return none;
    double sizes = log((double)(c.n - c.a) / (double)c.a);
    sia_interval u = log_odds(c.both, c.b, alpha);
    return (sia_interval){ (u.low + sizes) / ln2, (u.high + sizes) / ln2 };
}

sia_interval sia_log_ratio_normal(sia_cell c, double alpha)
{
    if (!sia_cell_possible(c) || sia_cell_constant(c) || !level(alpha)) return none;
    sia_table4 t = sia_table4_of(c);
    double in = c.both ? t.o11 : 0.5, out = c.b > c.both ? t.o21 : 0.5;
    double mid = log(in / t.r1 / (out / t.r2));
    double by = -sia_normal_quantile(log(alpha / 2)) * sqrt(t.o12 / (t.r1 * in) + t.o22 / (t.r2 * out));
    return (sia_interval){ (mid - by) / ln2, (mid + by) / ln2 };
}

double sia_nearest_to_0(sia_interval i) { return i.low > 0 ? i.low : i.high < 0 ? i.high : i.low <= i.high ? 0 : (double)NAN; }

/* Whether the interval leaves 0 out is one tail; only then its limit has to be searched for. */
double sia_lrc(sia_cell c, double alpha)
{
    if (!sia_cell_possible(c) || !level(alpha)) return (double)NAN;
    if (sia_cell_constant(c)) return 0;
    bool more = sia_table4_of(c).d > 0;
    double x = (double)c.a / (double)c.n, y = (double)(c.n - c.a) / (double)c.n, log_tail = log(alpha / 2);
    uint64_t k = more ? c.both : c.b - c.both;
    double tail = sia_log_beta_below((double)k, (double)(c.b - k) + 1, more ? x : y, more ? y : x);
    if (!(tail < log_tail)) return 0;
    double sizes = log((double)(c.n - c.a) / (double)c.a), u = log_odds_low(k, c.b, log_tail);
    return ((more ? u : -u) + sizes) / ln2;
}

double sia_lrc_pair(sia_cell c, double alpha)
{
    double b = sia_lrc(c, alpha), a = sia_lrc((sia_cell){ c.both, c.b, c.a, c.n }, alpha);
    return fabs(a) < fabs(b) ? a : b;
}
