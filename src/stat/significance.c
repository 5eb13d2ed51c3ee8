/* How much a 2x2 table speaks against chance: t, z, G2, chi-squared, and exact tests as numbers to rank by. */
#include "table4.h"
#include "numeric.h"
#include <math.h>

static const double ln10 = 2.302585092994045684;

static double with_sign_of(double v, double d) { return d < 0 ? -v : v; }

double sia_g2(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    double ab = sia_deviance(t.o11, t.e11, t.d), rest = sia_deviance(t.o22, t.e22, t.d);
    double a = sia_deviance(t.o12, t.e12, -t.d), b = sia_deviance(t.o21, t.e21, -t.d);
    return with_sign_of(2 * (ab + (a + b) + rest), t.d);     /* so bracketed, a and b can change places */
}

double sia_simple_ll(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    return with_sign_of(2 * sia_deviance(t.o11, t.e11, t.d), t.d);
}

double sia_t_score(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    return sia_table4_of(c).d / sqrt((double)c.both);
}

double sia_z_score(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    return t.d / sqrt(t.e11);
}

/* |v| - by, not below 0 if `clamp`. */
static double less(double v, double by, bool clamp)
{
    double x = fabs(v) - by;
    return clamp && x < 0 ? 0 : x;
}

double sia_z_corrected(sia_cell c, bool clamp)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    return with_sign_of(less(t.d, 0.5, clamp) / sqrt(t.e11), t.d);
}

/* N (|O11 O22 - O12 O21| - by N)^2 / (R1 R2 C1 C2): as d^2 over E11 E22 / N, so that nothing overflows. */
static double chi2(sia_cell c, double by, bool clamp)
{
    sia_table4 t = sia_table4_of(c);
    double x = less(t.d, by, clamp);
    return with_sign_of(x / t.e11 * (x / t.e22) * t.n, t.d);
}

double sia_chi2(sia_cell c)
{
    double settled_at;
    return sia_cell_settled(c, &settled_at) ? settled_at : chi2(c, 0, false);
}

double sia_chi2_corrected(sia_cell c, bool clamp)
{
    double settled_at;
    return sia_cell_settled(c, &settled_at) ? settled_at : chi2(c, 0.5, clamp);
}

double sia_z_yates(sia_cell c) { return sia_z_corrected(c, true); }
double sia_chi2_yates(sia_cell c) { return sia_chi2_corrected(c, true); }

double sia_stiles(sia_cell c)
{
    if (!sia_cell_possible(c) || sia_cell_constant(c)) return (double)NAN;
    return log10(fabs(chi2(c, 0.5, true)));
}

double sia_fisher(sia_cell c) { return 0 - sia_log_fisher_at_least(c) / ln10; }

double sia_poisson(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    return 0 - sia_log_poisson_at_least(c.both, sia_table4_of(c).e11) / ln10;
}

double sia_poisson_stirling(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at) || !c.both) return settled_at;
    sia_table4 t = sia_table4_of(c);
    return t.o11 * (log(t.o11) - log(t.e11) - 1);
}

/* Williams (1976): G2 of small tables comes nearer to chi-squared when divided by this. */
double sia_g2_williams(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    double q = 1 + (t.n / t.r1 + t.n / t.r2 - 1) * (t.n / t.c1 + t.n / t.c2 - 1) / (6 * t.n);
    return sia_g2(c) / q;
}

/* ---- how likely by chance ------------------------------------------------------------------------ */

double sia_log_p_g2(sia_cell c) { return sia_log_chi2_above(fabs(sia_g2(c)), 1); }

double sia_log_p(sia_cell c)
{
    static const double enough = 5;                          /* Cochran (1954): below, chi-squared is not to be trusted */
    if (!sia_cell_possible(c)) return (double)NAN;
    sia_table4 t = sia_table4_of(c);
    if (fmin(fmin(t.e11, t.e12), fmin(t.e21, t.e22)) < enough) return sia_log_fisher_two_sided(c);
    return sia_log_p_g2(c);
}
