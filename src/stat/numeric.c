/* Deviance, Stirling's rest, and solving a curve that rises: what all tails and intervals are made of. */
#include "numeric.h"
#include <math.h>

/* With v = d / (o + e), ln(o / e) = 2 (v + v^3 / 3 + ...). */
double sia_deviance(double o, double e, double d)
{
    if (o <= 0) return e;
    double v = d / (o + e);
    if (fabs(v) > 0.1) return o * log(o / e) - d;
    double power = v * v * v, sum = 0;
    for (int i = 3; i <= 19; i += 2, power *= v * v) sum += power / i;
    return v * d + 2 * o * sum;
}

double sia_stirling_rest(double n)
{
    static const double tau = 6.283185307179586477;
    if (n <= 0) return 0;
    if (n < 16) return log(tgamma(n + 1)) + (n - n * log(n));
    double r = 1 / n, s = r * r;
    return 0.5 * log(tau * n) + r * (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s / 1188))));
}

double sia_log1m_exp(double x)
{
    static const double ln2 = 0.693147180559945309;
    return x > -ln2 ? log(-expm1(x)) : log1p(-exp(x));
}

double sia_solve_rising(sia_curve *f, const void *ctx, double target, double u, double step)
{
    double slope, y = f(ctx, u, &slope);
    for (; y > target; step *= 2) y = f(ctx, u -= step, &slope);
    for (int i = 0; i < 200 && y < target && slope > 0; i++) {
        double next = u + (target - y) / slope;
        if (!(next - u > 2e-16 * fabs(next))) break;
        u = next;
        y = f(ctx, u, &slope);
    }
    return u;
}
