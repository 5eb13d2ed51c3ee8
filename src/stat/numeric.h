/* Building blocks of exact tails: logarithms that neither cancel nor underflow; private to this folder. */
#ifndef SIASAT_STAT_NUMERIC_H
#define SIASAT_STAT_NUMERIC_H
#include <siasat/stat.h>

/* o ln(o / e) - (o - e), >= 0; e for o = 0. d = o - e is the caller's, who may know it better than the difference of the
 * two: near o = e the value is about d^2 / 2e, and is as good as d. */
double sia_deviance(double o, double e, double d);

/* ln n! - (n ln n - n) for real n >= 0; 0 at 0. What Stirling leaves: with it, and with deviances for the large parts,
 * probabilities keep their digits for any size of n. Loader (2000), "Fast and accurate computation of binomial
 * probabilities". */
double sia_stirling_rest(double n);

double sia_log1m_exp(double x);                              /* ln(1 - e^x), x <= 0 */

/* ln P(a, x) and ln Q(a, x), the regularized incomplete gamma functions, a > 0, x >= 0. Steps grow with the square root
 * of a. Abramowitz and Stegun (1964), 6.5.29 and 6.5.31. */
double sia_log_gamma_below(double a, double x);
double sia_log_gamma_above(double a, double x);

/* ln I_x(a, b), the regularized incomplete beta function, a, b > 0, x + y = 1. Steps grow with the square root of a + b.
 * Abramowitz and Stegun (1964), 26.5.8. */
double sia_log_beta_below(double a, double b, double x, double y);
double sia_log_binomial(double k, double l, double x, double y);     /* ln (k+l)! / (k! l!) x^k y^l, reals too */

/* The u at which a rising curve, concave towards the left, comes to `target`: Newton's steps from the left never pass it.
 * `u` is a first guess, `step` its scale. */
typedef double sia_curve(const void *ctx, double u, double *slope);
double sia_solve_rising(sia_curve *f, const void *ctx, double target, double u, double step);
#endif
