/* The measures of other programs, as they reckon them. */
#include "table4.h"
#include <math.h>

static const double log10_2 = 0.301029995663981195, ln10 = 2.302585092994045684;

static sia_cell turned(sia_cell c) { return (sia_cell){ c.both, c.b, c.a, c.n }; }

/* ---- UCS: logarithms to base 10, Yates' correction that may pass 0, 1e7 for an infinite ratio ------------------ */

static double ucs_finite(double v) { return isinf(v) ? 1e7 : v; }
static double mi10(sia_cell c) { return log10_2 * sia_mi(c); }
static double mi2_10(sia_cell c) { return log10_2 * sia_mi2(c); }
static double mi3_10(sia_cell c) { return log10_2 * sia_mi3(c); }
static double local10(sia_cell c) { return log10_2 * sia_local_mi(c); }
static double average10(sia_cell c) { return log10_2 * sia_average_mi(c); }
static double stirling10(sia_cell c) { return sia_poisson_stirling(c) / ln10; }
static double chi2_free(sia_cell c) { return sia_chi2_corrected(c, false); }
static double z_free(sia_cell c) { return sia_z_corrected(c, false); }
static double odds10(sia_cell c) { return ucs_finite(log10_2 * sia_log_odds(c)); }
static double odds_half10(sia_cell c) { return log10_2 * sia_log_odds_half(c); }
static double risk10(sia_cell c) { return ucs_finite(log10_2 * sia_log_risk(turned(c))); }

/* ---- CQPweb ------------------------------------------------------------------------------------------------------ */

/* Within half a unit of the expectation the difference is halved instead of set to 0. */
static double z_cqpweb(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    const sia_table4 t = sia_table4_of(c);
    const double d = fabs(t.d) <= 0.5 ? fabs(t.d) / 2 : fabs(t.d) - 0.5;
    return (t.d < 0 ? -d : d) / sqrt(t.e11);
}

static double conservative(sia_cell c, double alpha) { return sia_nearest_to_0(sia_log_ratio_normal(c, alpha)); }

/* ---- Sketch Engine (manatee) -------------------------------------------------------------------------------------- */

static double mi_log_f(sia_cell c) { return c.both ? sia_mi(c) * log((double)c.both + 1) : sia_mi(c); }

/* ---- quanteda: an expected count below 5 and a difference of half a unit or more bring Yates' correction ------------ */

static bool corrects(const sia_table4 *t)
{
    return fmin(fmin(t->e11, t->e12), fmin(t->e21, t->e22)) < 5 && fabs(t->d) >= 0.5;
}

static double chi2_quanteda(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    const sia_table4 t = sia_table4_of(c);
    return corrects(&t) ? sia_chi2_yates(c) : sia_chi2(c);
}

/* A billionth keeps its logarithms finite. It shows: the sum grows by N billionths. */
static double term(double o, double e) { return o * log(o / e + 1e-9); }

/* Its documentation says Williams' correction; what it computes is Yates', each cell moved by half a unit. */
static double lr_quanteda(sia_cell c)
{
    double settled_at;
    if (sia_cell_settled(c, &settled_at)) return settled_at;
    const sia_table4 t = sia_table4_of(c);
    const double by = !corrects(&t) ? 0 : t.d < 0 ? -0.5 : 0.5;
    const double sum = term(t.o11 - by, t.e11) + term(t.o12 + by, t.e12) + term(t.o21 + by, t.e21) + term(t.o22 - by, t.e22);
    return t.d < 0 ? -2 * sum : 2 * sum;
}

static double pmi_quanteda(sia_cell c)
{
    if (!sia_cell_possible(c)) return (double)NAN;
    const sia_table4 t = sia_table4_of(c);
    return log(t.o11 / t.e11 + 1e-9);
}

/* ---- the tables ------------------------------------------------------------------------------------------------------- */

#define LIKE(family, name, value, means, formula, source) \
    { family, name, "", { name, name }, { means, means }, formula, source, "as the program has it", "as the program has it", value }
#define PAIR(name, value, formula) LIKE(SIA_PAIR, name, .of = value, "As the program reckons it", formula, "")
#define KEY(name, value, formula) LIKE(SIA_KEY, name, .of = value, "As the program reckons it", formula, "")

static const sia_measure quanteda[] = {
    KEY("chi2", chi2_quanteda, "signed; Yates where an E is below 5 and |O - E| is 0.5 or more"),
    KEY("lr", lr_quanteda, "sign(O - E) 2 sum O_ij ln(O_ij / E_ij + 1e-9), each O moved by 0.5 towards E where chi2 is corrected"),
    KEY("odds_ratio", sia_odds_ratio, "(O11 / O12) / (O21 / O22)"),
    KEY("pmi", pmi_quanteda, "ln(O11 / E11 + 1e-9)"),
};
static const sia_measure cqpweb[] = {
    PAIR("mi", sia_mi, "log2(O11 / E11)"), PAIR("mi3", sia_mi3, "log2(O11^3 / E11)"),
    PAIR("z", z_cqpweb, "sign(O - E) d / sqrt(E11), d = |O - E| - 0.5, or |O - E| / 2 where that is not above 0.5"),
    PAIR("t", sia_t_score, "(O11 - E11) / sqrt(O11)"), PAIR("g2", sia_g2, "sign(O - E) 2 sum O_ij ln(O_ij / E_ij)"),
    PAIR("dice", sia_dice, "2 O11 / (R1 + C1)"), PAIR("log_ratio", sia_log_ratio_hardie, "log2((O11 / R1) / ((O21 or .5) / R2))"),
    LIKE(SIA_PAIR, "lrc", .within = conservative, "As the program reckons it", "end of log2 RR +- z s / ln 2 nearest to 0, s^2 = O12 / (R1 O11) + O22 / (R2 O21)", ""),
    KEY("g2", sia_g2, "sign(O - E) 2 sum O_ij ln(O_ij / E_ij)"), KEY("log_ratio", sia_log_ratio_hardie, "log2((O11 / R1) / ((O21 or .5) / R2))"),
    LIKE(SIA_KEY, "lrc", .within = conservative, "As the program reckons it", "end of log2 RR +- z s / ln 2 nearest to 0, s^2 = O12 / (R1 O11) + O22 / (R2 O21)", ""),
};
static const sia_measure sketch[] = {
    PAIR("t", sia_t_score, "(O11 - E11) / sqrt(O11)"), PAIR("mi", sia_mi, "log2(O11 / E11)"), PAIR("mi3", sia_mi3, "log2(O11^3 / E11)"),
    PAIR("g2", sia_g2, "sign(O - E) 2 sum O_ij ln(O_ij / E_ij)"), PAIR("min_sensitivity", sia_min_sensitivity, "min(O11 / R1, O11 / C1)"),
    PAIR("log_dice", sia_log_dice, "14 + log2(2 O11 / (R1 + C1))"), PAIR("mi_log_f", mi_log_f, "log2(O11 / E11) ln(O11 + 1)"),
    KEY("simple_maths", sia_simple_maths_1, "(10^6 O11 / R1 + 1) / (10^6 O21 / R2 + 1)"),
};
static const sia_measure khcoder[] = {
    PAIR("t", sia_t_score, "(O11 - E11) / sqrt(O11)"), PAIR("mi", sia_mi, "log2(O11 / E11)"), PAIR("mi3", sia_mi3, "log2(O11^3 / E11)"),
    PAIR("g2", sia_g2, "sign(O - E) 2 sum O_ij ln(O_ij / E_ij)"), PAIR("dice", sia_dice, "2 O11 / (R1 + C1)"),
    PAIR("jaccard", sia_jaccard, "O11 / (R1 + C1 - O11)"), PAIR("simpson", sia_overlap, "O11 / min(R1, C1)"), PAIR("ochiai", sia_ochiai, "O11 / sqrt(R1 C1)"),
};
static const sia_measure wordsmith[] = {
    PAIR("mi", sia_mi, "log2(O11 / E11)"), PAIR("t", sia_t_score, "(O11 - E11) / sqrt(O11)"), PAIR("z", sia_z_score, "(O11 - E11) / sqrt(E11)"),
    PAIR("g2", sia_g2, "sign(O - E) 2 sum O_ij ln(O_ij / E_ij)"), PAIR("dice", sia_dice, "2 O11 / (R1 + C1)"),
    KEY("g2", sia_g2_two_terms, "sign(O - E) 2 (O11 ln(O11 / E11) + O21 ln(O21 / E21))"), KEY("bic", sia_bic, "|G2| - ln N"),
    KEY("ell", sia_ell, "|G2| / (N ln min(E11, E21))"), KEY("percent_diff", sia_percent_diff, "100 ((O11 / R1) / (O21 / R2) - 1)"),
    KEY("risk_ratio", sia_risk_ratio, "(O11 / R1) / (O21 / R2)"), KEY("log_ratio", sia_log_ratio_hardie, "log2(((O11 or .5) / R1) / ((O21 or .5) / R2))"),
    KEY("odds_ratio", sia_odds_ratio, "(O11 / O12) / (O21 / O22)"),
};
static const sia_measure antconc[] = { KEY("g2", sia_g2, "sign(O - E) 2 sum O_ij ln(O_ij / E_ij)") };
static const sia_measure ucs[] = {
    PAIR("mi", mi10, "log10(O11 / E11)"), PAIR("mi2", mi2_10, "log10(O11^2 / E11)"), PAIR("mi3", mi3_10, "log10(O11^3 / E11)"),
    PAIR("local_mi", local10, "O11 log10(O11 / E11)"), PAIR("average_mi", average10, "sum O_ij log10(O_ij / E_ij)"),
    PAIR("t", sia_t_score, "(O11 - E11) / sqrt(O11)"), PAIR("z", sia_z_score, "(O11 - E11) / sqrt(E11)"),
    PAIR("z_corr", z_free, "sign(O - E) (|O11 - E11| - 0.5) / sqrt(E11)"), PAIR("g2", sia_g2, "sign(O - E) 2 sum O_ij ln(O_ij / E_ij)"),
    PAIR("simple_ll", sia_simple_ll, "sign(O - E) 2 (O11 ln(O11 / E11) - (O11 - E11))"), PAIR("chi2", sia_chi2, "sign(O - E) N (O11 - E11)^2 / (E11 E22)"),
    PAIR("chi2_corr", chi2_free, "sign(O - E) N (|O11 - E11| - 0.5)^2 / (E11 E22)"), PAIR("fisher", sia_fisher, "-log10 P(X >= O11), X hypergeometric"),
    PAIR("poisson", sia_poisson, "-log10 P(X >= O11), X Poisson (E11)"), PAIR("poisson_stirling", stirling10, "O11 (log10 O11 - log10 E11 - log10 e)"),
    PAIR("dice", sia_dice, "2 O11 / (R1 + C1)"), PAIR("jaccard", sia_jaccard, "O11 / (R1 + C1 - O11)"), PAIR("ms", sia_min_sensitivity, "min(O11 / R1, O11 / C1)"),
    PAIR("gmean", sia_ochiai, "O11 / sqrt(R1 C1)"), PAIR("odds_ratio", odds10, "log10(O11 O22 / (O12 O21)), at most 10^7"),
    PAIR("odds_ratio_disc", odds_half10, "log10((O11 + .5) (O22 + .5) / ((O12 + .5) (O21 + .5)))"), PAIR("relative_risk", risk10, "log10(O11 C2 / (O12 C1)), at most 10^7"),
    PAIR("liddell", sia_liddell, "(O11 O22 - O12 O21) / (C1 C2)"),
};

static const struct { const char *name; const sia_measure *v; size_t n; } programs[SIA_PROGRAMS] = {
    [SIA_QUANTEDA] = { "quanteda", quanteda, SIA_COUNT_OF(quanteda) }, [SIA_CQPWEB] = { "CQPweb", cqpweb, SIA_COUNT_OF(cqpweb) },
    [SIA_SKETCH] = { "Sketch Engine", sketch, SIA_COUNT_OF(sketch) }, [SIA_KHCODER] = { "KH Coder", khcoder, SIA_COUNT_OF(khcoder) },
    [SIA_WORDSMITH] = { "WordSmith", wordsmith, SIA_COUNT_OF(wordsmith) }, [SIA_ANTCONC] = { "AntConc", antconc, SIA_COUNT_OF(antconc) },
    [SIA_UCS] = { "UCS", ucs, SIA_COUNT_OF(ucs) },
};

const char *sia_program_name(sia_program p) { return programs[p].name; }

const sia_measure *sia_program_measure(sia_program p, sia_family family, uint32_t i)
{
    for (size_t k = 0; k < programs[p].n; k++)
        if (programs[p].v[k].family == family && i-- == 0) return &programs[p].v[k];
    return NULL;
}
