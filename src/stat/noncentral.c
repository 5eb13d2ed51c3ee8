/* The noncentral chi-squared distribution, and what it says of Cramer's V. */
#include "numeric.h"
#include <math.h>

/* Poisson weights over chi-squared of df + 2 j degrees: from the largest weight to both sides. */
double sia_noncentral_chi2_at_most(double x, double df, double lambda)
{
    if (!(x >= 0) || !(df > 0) || !(lambda >= 0)) return (double)NAN;
    if (x == 0) return 0;
    const double half = lambda / 2, y = x / 2, mode = floor(half), a = df / 2 + mode;
    const double weight = half > 0 ? exp(-sia_deviance(mode, half, mode - half) - (sia_stirling_rest(mode))) : 1;
    const double below = exp(sia_log_gamma_below(a, y));
    /* y^a e^-y / Gamma(a + 1): what P(a, y) has more than P(a + 1, y) */
    const double step = exp(-sia_deviance(a, y, a - y) - sia_stirling_rest(a));
    double sum = weight * below;
    for (double j = mode + 1, w = weight, p = below, s = step; w > 1e-18; j++) {
        w *= half / j;
        p -= s;
        s *= y / (df / 2 + j);
        if (!(p > 0)) break;
        sum += w * p;
    }
    for (double j = mode, w = weight, p = below, s = step; j > 0 && w > 1e-18; j--) {
        w *= j / half;
        s *= (df / 2 + j) / y;
        p += s;
        sum += w * (p < 1 ? p : 1);
    }
    return sum < 1 ? sum : 1;
}

/* The noncentrality for which P(X <= x) is `target`; 0 if it is less for every one. */
static double lambda_at(double x, double df, double target)
{
    double low = 0, high = x + 10 * sqrt(x) + 10;
    if (sia_noncentral_chi2_at_most(x, df, 0) <= target) return 0;
    while (sia_noncentral_chi2_at_most(x, df, high) > target) high *= 2;
    for (int i = 0; i < 60; i++) {
        const double mid = (low + high) / 2;
        if (sia_noncentral_chi2_at_most(x, df, mid) > target) low = mid;
        else high = mid;
    }
    return (low + high) / 2;
}

double sia_cramers_v(double chi2, double rows, double columns, double n)
{
    if (!(chi2 >= 0) || !(rows > 1) || !(columns > 1) || !(n > 1)) return (double)NAN;
    const double more = chi2 / n - (rows - 1) * (columns - 1) / (n - 1);
    const double r = rows - (rows - 1) * (rows - 1) / (n - 1), c = columns - (columns - 1) * (columns - 1) / (n - 1);
    const double v = sqrt(fmax(more, 0) / (fmin(r, c) - 1));
    return v < 1 ? v : 1;
}

sia_interval sia_cramers_v_interval(double chi2, double rows, double columns, double n, double alpha)
{
    const double nothing = (double)NAN, df = (rows - 1) * (columns - 1), scale = n * (fmin(rows, columns) - 1);
    if (!(chi2 >= 0) || !(df > 0) || !(scale > 0)) return (sia_interval){ nothing, nothing };
    const double low = sqrt(lambda_at(chi2, df, 1 - alpha / 2) / scale), high = sqrt(lambda_at(chi2, df, alpha / 2) / scale);
    return (sia_interval){ low < 1 ? low : 1, high < 1 ? high : 1 };
}
