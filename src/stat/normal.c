/* The normal distribution's tail in log scale, and the way back. */
#include "numeric.h"
#include <math.h>

static const double root2 = 1.41421356237309504880, ln_root_tau = 0.91893853320467274178;

/* Far out erfc would underflow: density times Mills' ratio 1 / (z + 1 / (z + 2 / (z + ...))). */
static double far(double z)
{
    double f = z;
    for (int i = 24; i > 0; i--) f = z + i / f;
    return -z * z / 2 - ln_root_tau - log(f);
}

double sia_log_normal_above(double z)
{
    if (z < 0) return log1p(-erfc(-z / root2) / 2);
    return z < 20 ? log(erfc(z / root2) / 2) : far(z);
}

static double below(const void *ctx, double u, double *slope)
{
    (void)ctx;
    double y = sia_log_normal_above(-u);
    *slope = exp(-u * u / 2 - ln_root_tau - y);
    return y;
}

/* Phi(z) <= e^(-z^2 / 2) / 2 left of 0, so the first guess stands left of the answer. */
double sia_normal_quantile(double log_p)
{
    static const double ln2 = 0.693147180559945309;
    if (!(log_p < 0)) return log_p == 0 ? (double)INFINITY : (double)NAN;
    if (isinf(log_p)) return log_p;
    if (log_p > -ln2) return -sia_normal_quantile(sia_log1m_exp(log_p));
    return sia_solve_rising(below, NULL, log_p, -sqrt(-2 * (log_p + ln2)), 1e-3);
}
