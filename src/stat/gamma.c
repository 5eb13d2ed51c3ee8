/* Tails of the gamma family in log scale: Poisson and chi-squared. */
#include "numeric.h"
#include <math.h>

enum { MOST_STEPS = 1 << 28 };

/* ln x^a e^-x / Gamma(a + 1) */
static double front(double a, double x) { return -sia_deviance(a, x, a - x) - sia_stirling_rest(a); }

/* 1 + x / (a + 1) + x^2 / ((a + 1)(a + 2)) + ... */
static double series(double a, double x)
{
    double sum = 1, term = 1;
    for (int i = 1; i < MOST_STEPS && term > 1e-17 * sum; i++) {
        term *= x / (a + i);
        sum += term;
    }
    return sum;
}

/* 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / ...)), forwards by Lentz's method. Ends of itself for whole a. */
static double fraction(double a, double x)
{
    double b = x + 1 - a, c = 1e300, d = 1 / b, h = d;
    for (int i = 1; i < MOST_STEPS; i++) {
        double an = -i * (i - a);
        b += 2;
        d = an * d + b;
        c = b + an / c;
        if (fabs(d) < 1e-300) d = 1e-300;
        if (fabs(c) < 1e-300) c = 1e-300;
        d = 1 / d;
        double change = c * d;
        h *= change;
        if (fabs(change - 1) < 2e-16) break;
    }
    return h;
}

double sia_log_gamma_below(double a, double x)
{
    if (!(x > 0)) return -(double)INFINITY;
    if (x < a + 1) return front(a, x) + log(series(a, x));
    return sia_log1m_exp(front(a, x) + log(a * fraction(a, x)));
}

double sia_log_gamma_above(double a, double x)
{
    if (!(x > 0)) return 0;
    if (x < a + 1) return sia_log1m_exp(front(a, x) + log(series(a, x)));
    return front(a, x) + log(a * fraction(a, x));
}

double sia_log_chi2_above(double x, double df)
{
    static const double ln2 = 0.693147180559945309;
    if (isnan(x) || !(df > 0)) return (double)NAN;
    if (df == 1) return x > 0 ? ln2 + sia_log_normal_above(sqrt(x)) : 0;
    return sia_log_gamma_above(df / 2, x / 2);
}

double sia_log_poisson_at_least(uint64_t k, double mean)
{
    if (!(mean >= 0 && mean < (double)INFINITY)) return (double)NAN;
    return k ? sia_log_gamma_below((double)k, mean) : 0;
}

double sia_log_poisson_at_most(uint64_t k, double mean)
{
    if (!(mean >= 0 && mean < (double)INFINITY)) return (double)NAN;
    return sia_log_gamma_above((double)k + 1, mean);
}
