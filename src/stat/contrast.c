/* How much more often B stands where A does than where it does not: differences and ratios of two shares. The same
 * functions serve keyness, where A is the target and B the item. */
#include "table4.h"
#include <math.h>

/* ---- differences ------------------------------------------------------------------------------------ */

double sia_delta_p(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    return t.d / t.r1 * (t.n / t.r2);
}

double sia_phi(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    return t.d / sqrt(t.e11) / sqrt(t.e22);
}

double sia_liddell(sia_cell c) { return sia_delta_p((sia_cell){ c.both, c.b, c.a, c.n }); }

double sia_yule_q(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    return sia_table4_product(&t) / (t.o11 * t.o22 + t.o12 * t.o21);
}

/* (sqrt ad - sqrt bc) / (sqrt ad + sqrt bc), the difference of roots as that of the squares over their sum. */
double sia_yule_y(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    double sum = sqrt(t.o11 * t.o22) + sqrt(t.o12 * t.o21);
    return sia_table4_product(&t) / sum / sum;
}

double sia_michael(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    double with = t.o11 + t.o22, without = t.o12 + t.o21;
    return 4 * sia_table4_product(&t) / (with * with + without * without);
}

/* ---- ratios --------------------------------------------------------------------------------------------- */

double sia_risk_ratio(sia_cell c)
{
    if (!sia_cell_possible(c) || !c.a || c.a == c.n || !c.b) return (double)NAN;
    sia_table4 t = sia_table4_of(c);
    return t.o11 / t.r1 / (t.o21 / t.r2);
}

double sia_odds_ratio(sia_cell c)
{
    if (!sia_cell_possible(c) || sia_cell_constant(c)) return (double)NAN;
    sia_table4 t = sia_table4_of(c);
    return t.o11 / t.o12 * (t.o22 / t.o21);
}

/* O11 / O12 is infinite where O12 = 0, and 0 times infinity says nothing: but then a margin is empty too. */
double sia_log_odds(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    return log2(t.o11) - log2(t.o12) + (log2(t.o22) - log2(t.o21));
}

double sia_log_odds_half(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    sia_table4 t = sia_table4_of(c);
    return log2((t.o11 + 0.5) / (t.o12 + 0.5) * ((t.o22 + 0.5) / (t.o21 + 0.5)));
}

double sia_log_ratio(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    return log2((t.o11 + 0.5) / (t.r1 + 0.5) / ((t.o21 + 0.5) / (t.r2 + 0.5)));
}

double sia_log_ratio_hardie(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    return log2((c.both ? t.o11 : 0.5) / t.r1 / ((c.b > c.both ? t.o21 : 0.5) / t.r2));
}

/* log2 of sia_risk_ratio itself, for which only a ratio that does not exist is no number. */
double sia_log_risk(sia_cell c)
{
    double settled_at;
    return sia_cell_settled(c, &settled_at) ? settled_at : log2(sia_risk_ratio(c));
}

/* ---- keyness ------------------------------------------------------------------------------------------------ */

double sia_g2_two_terms(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    sia_table4 t = sia_table4_of(c);
    double in = c.both ? t.o11 * log(t.o11 / t.e11) : 0, out = c.b > c.both ? t.o21 * log(t.o21 / t.e21) : 0;
    double v = 2 * (in + out);
    return t.d < 0 ? -v : v;
}

double sia_bic(sia_cell c)
{
    if (!sia_cell_possible(c) || !c.n) return (double)NAN;
    return fabs(sia_g2_two_terms(c)) - log((double)c.n);
}

double sia_ell(sia_cell c)
{
    if (!sia_cell_possible(c) || sia_cell_constant(c)) return (double)NAN;
    sia_table4 t = sia_table4_of(c);
    return fabs(sia_g2_two_terms(c)) / (t.n * log(fmin(t.e11, t.e21)));
}

double sia_percent_diff(sia_cell c) { return 100 * (sia_risk_ratio(c) - 1); }

double sia_simple_maths(sia_cell c, double n)
{
    if (!sia_cell_possible(c) || !c.a || c.a == c.n) return (double)NAN;
    sia_table4 t = sia_table4_of(c);
    return (1e6 * t.o11 / t.r1 + n) / (1e6 * t.o21 / t.r2 + n);
}

double sia_simple_maths_1(sia_cell c) { return sia_simple_maths(c, 1); }
