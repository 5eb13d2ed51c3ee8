/* Tails of the binomial distribution in log scale, by the incomplete beta function. */
#include "numeric.h"
#include <math.h>

enum { MOST_STEPS = 1 << 28 };

/* Of the two parts one may be small beside its error: the surplus is taken from the product that fma gives exactly. */
double sia_log_binomial(double k, double l, double x, double y)
{
    double n = k + l, e = n * x, d = (k - e) - fma(n, x, -e);
    if (x > y) {
        double f = n * y;
        d = -((l - f) - fma(n, y, -f));
    }
    double rest = sia_stirling_rest(n) - sia_stirling_rest(k) - sia_stirling_rest(l);
    return rest - (sia_deviance(k, e, d) + sia_deviance(l, n * y, -d));
}

static double kept(double v) { return fabs(v) < 1e-300 ? 1e-300 : v; }

/* The continued fraction 26.5.8 of Abramowitz and Stegun, forwards by Lentz's method. Quick for x < (a + 1) / (a + b + 2). */
static double fraction(double a, double b, double x)
{
    double c = 1, d = 1 / kept(1 - (a + b) * x / (a + 1)), h = d;
    for (int m = 1; m < MOST_STEPS; m++) {
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / kept(1 + even * d);
        c = kept(1 + even / c);
        h *= d * c;
        double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / kept(1 + odd * d);
        c = kept(1 + odd / c);
        h *= d * c;
        if (fabs(d * c - 1) < 2e-16) break;
    }
    return h;
}

static double small_side(double a, double b, double x, double y)
{
    return sia_log_binomial(a, b, x, y) + log(b / (a + b) * fraction(a, b, x));
}

double sia_log_beta_below(double a, double b, double x, double y)
{
    if (!(x > 0)) return -(double)INFINITY;
    if (!(y > 0)) return 0;
    if (x < (a + 1) / (a + b + 2)) return small_side(a, b, x, y);
    return sia_log1m_exp(small_side(b, a, y, x));
}

double sia_log_binomial_at_least(uint64_t k, uint64_t n, double p)
{
    if (k > n || !(p >= 0 && p <= 1)) return (double)NAN;
    return k ? sia_log_beta_below((double)k, (double)(n - k) + 1, p, 1 - p) : 0;
}

double sia_log_binomial_at_most(uint64_t k, uint64_t n, double p)
{
    if (k > n || !(p >= 0 && p <= 1)) return (double)NAN;
    return k < n ? sia_log_beta_below((double)(n - k), (double)k + 1, 1 - p, p) : 0;
}
