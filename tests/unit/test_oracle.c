/* Measures against tests/gold/oracle.tsv, every row; and, where the shared folder is there, against the output of other
 * programs: S. Evert's UCS toolkit and the R code of CQPweb and the package corpora. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double worst;

static void expect(const char *what, const char *where, double got, double want, double rel)
{
    double off = got == want ? 0 : fabs(got - want) / fabs(want);
    if (off > worst) worst = off;
    if (!(off <= rel)) fail_msg("%s of %s: got %.17g, want %.17g", what, where, got, want);
}

/* ---- oracle.tsv: measure, input, value, source --------------------------------------------------------- */

typedef double plain(sia_cell);
static double p_of_g2(sia_cell c) { return exp(sia_log_p_g2(c)); }
static double p_of_fisher(sia_cell c) { return exp(sia_log_fisher_at_least(c)); }
static double lrc_95(sia_cell c) { return sia_lrc(c, .05); }

static const struct { const char *name; plain *of; } known[] = {
    { "E11", sia_expected }, { "MI_log2", sia_mi }, { "MI2_log2", sia_mi2 }, { "MI3_log2", sia_mi3 }, { "local_MI_log2", sia_local_mi },
    { "NPMI", sia_npmi }, { "t_score", sia_t_score }, { "z_score", sia_z_score }, { "G2_4term_signed", sia_g2 },
    { "simple_LL_signed", sia_simple_ll }, { "X2", sia_chi2 }, { "X2_yates_clamped", sia_chi2_yates }, { "phi", sia_phi }, { "Dice", sia_dice },
    { "Jaccard", sia_jaccard }, { "logDice", sia_log_dice }, { "min_sensitivity", sia_min_sensitivity }, { "Simpson_overlap", sia_overlap },
    { "Ochiai_cosine", sia_ochiai }, { "DeltaP_2given1", sia_delta_p }, { "DeltaP_1given2", sia_liddell }, { "log2_OR_disc.5", sia_log_odds_half },
    { "LogRatio_Walter", sia_log_ratio }, { "LogRatio_Hardie", sia_log_ratio_hardie }, { "Liddell", sia_liddell }, { "p_G2", p_of_g2 },
    { "Fisher_upper_p", p_of_fisher },
    { "key:G2_2term(Rayson)", sia_g2_two_terms }, { "key:G2_4term", sia_g2 }, { "key:BIC(2term)", sia_bic }, { "key:ELL", sia_ell },
    { "key:%DIFF", sia_percent_diff }, { "key:RelRisk", sia_risk_ratio }, { "key:LogRatio_raw", sia_log_risk }, { "key:LogRatio_Walter", sia_log_ratio },
    { "key:LogRatio_Hardie", sia_log_ratio_hardie }, { "key:OddsRatio", sia_odds_ratio }, { "key:SimpleMaths_1", sia_simple_maths_1 },
    { "key:LRC_95_noadj", lrc_95 },
};

/* The file leaves limits empty ("nan") that we give; its X2 has no sign; and its plain sums of logarithms lose digits: four
 * large terms of G2 nearly cancel, which costs some 4e-16 n. */
/* Its Fisher is up to 4e-9 off the sum of whole fractions, which test_tails.c has. */
static void compare(const char *measure, const char *input, sia_cell c, double got, double want)
{
    bool g2 = !strcmp(measure, "G2_4term_signed") || !strcmp(measure, "p_G2") || strstr(measure, "_2term") || strstr(measure, "2term)");
    if (!strncmp(measure, "X2", 2)) got = fabs(got);
    if (isnan(want)) assert_true(isinf(got) || (!strcmp(measure, "NPMI") && got == -1));
    else if (g2 && fabs(got - want) < 1e-15 * (double)c.n) return;
    else expect(measure, input, got, want, strcmp(measure, "Fisher_upper_p") ? 1e-12 : 5e-9);
}

static bool cell_row(const char *measure, const char *input, double want)
{
    unsigned long long k, a, b, n;
    sia_cell c;
    if (sscanf(input, "f=%llu f1=%llu f2=%llu N=%llu", &k, &a, &b, &n) == 4) c = (sia_cell){ k, a, b, n };
    else if (sscanf(input, "a=%llu b=%llu c=%llu d=%llu", &k, &b, &a, &n) == 4) c = sia_cell_of_groups(k, a, b, n);
    else return false;
    for (size_t i = 0; i < SIA_COUNT_OF(known); i++)
        if (!strcmp(known[i].name, measure)) { compare(measure, input, c, known[i].of(c), want); return true; }
    return false;
}

static bool place_row(const char *measure, const char *input, double want)
{
    uint64_t place[16], n = 0;
    const char *p = strchr(input, '[');
    if (!p) return false;
    for (char *end; *p && *p != ']'; p = end) place[n++] = strtoull(p + 1, &end, 10);
    uint64_t words = strtoull(strstr(input, "N=") + 2, NULL, 10);
    expect(measure, input, !strcmp(measure, "ARF") ? sia_arf(place, n, words) : sia_aldf(place, n, words), want, 1e-12);
    return true;
}

static void every_row_of_the_oracle_agrees(void **state)
{
    (void)state;
    char line[512];
    unsigned rows = 0, lines = 0;
    FILE *f = fopen("tests/gold/oracle.tsv", "r");
    assert_non_null(f);
    assert_non_null(fgets(line, sizeof line, f));
    for (; fgets(line, sizeof line, f); lines++) {
        char *input = strchr(line, '\t'), *value = input ? strchr(input + 1, '\t') : NULL;
        assert_non_null(value);
        *input++ = *value++ = 0;
        rows += cell_row(line, input, strtod(value, NULL)) || place_row(line, input, strtod(value, NULL));
    }
    fclose(f);
    assert_int_equal(lines, 353);
    assert_int_equal(rows, lines);
}

/* ---- the UCS toolkit ------------------------------------------------------------------------------------------ */

/* Its columns, and what the measures are called here. */
static const char *const ucs[][2] = {
    { "am.Dice", "dice" }, { "am.Fisher.pv", "fisher" }, { "am.Jaccard", "jaccard" }, { "am.MI", "mi" }, { "am.MI2", "mi2" }, { "am.MI3", "mi3" },
    { "am.MS", "ms" }, { "am.Poisson.Stirling", "poisson_stirling" }, { "am.Poisson.pv", "poisson" }, { "am.average.MI", "average_mi" },
    { "am.chi.squared", "chi2" }, { "am.chi.squared.corr", "chi2_corr" }, { "am.gmean", "gmean" }, { "am.local.MI", "local_mi" },
    { "am.log.likelihood", "g2" }, { "am.odds.ratio", "odds_ratio" }, { "am.odds.ratio.disc", "odds_ratio_disc" }, { "am.relative.risk", "relative_risk" },
    { "am.simple.ll", "simple_ll" }, { "am.t.score", "t" }, { "am.z.score", "z" }, { "am.z.score.corr", "z_corr" },
};

static const sia_measure *ucs_measure(const char *name)
{
    const sia_measure *m;
    for (uint32_t i = 0; (m = sia_program_measure(SIA_UCS, SIA_PAIR, i)) != NULL && strcmp(m->name, name); i++) {}
    assert_non_null(m);
    return m;
}

/* UCS adds up logarithms as they come: what its sums of four may lose by cancelling is allowed for. */
static void ucs_cell(const char *name, const char *word, sia_cell c, double want)
{
    for (size_t i = 0; i < SIA_COUNT_OF(ucs); i++) {
        if (strcmp(ucs[i][0], name)) continue;
        double got = ucs_measure(ucs[i][1])->of(c), lost = strstr(name, "likelihood") || strstr(name, "average") ? 1e-15 * (double)c.n : 0;
        if (!(lost > 0) || fabs(got - want) > lost) expect(name, word, got, want, 1e-12);
        return;
    }
    assert_true(!strcmp(name, "am.random") || !strcmp(name, "am.frequency") || strncmp(name, "am.", 3));
}

static void arrived_and_certain_as_ucs_has_them(void **state)
{
    (void)state;                        /* two rows of its output for the corpus CIRCECO_ANSWERS */
    static const char *const names[] = { "am.MI", "am.MI3", "am.t.score", "am.z.score", "am.z.score.corr", "am.log.likelihood", "am.simple.ll",
        "am.chi.squared", "am.chi.squared.corr", "am.Fisher.pv", "am.Poisson.pv", "am.Dice", "am.Jaccard", "am.MS", "am.odds.ratio.disc", "am.relative.risk" };
    static const double arrived[] = { 0.699701237186881, 1.30176122851484, 1.1318466787932, 2.53301767020394, 1.74178242384695, 3.87912640510113,
        3.24314070583144, 6.97326860448976, 3.29721876625307, 1.26606872757431, 1.21203257562280, 0.000260773192515809, 0.000130403599139336,
        0.000130429111777749, 0.915400904592594, 0.69974657550757 };
    for (size_t i = 0; i < SIA_COUNT_OF(names); i++) ucs_cell(names[i], "arrived", (sia_cell){ 2, 15334, 5, 191998 }, arrived[i]);
    static const char *const few[] = { "am.MI", "am.log.likelihood", "am.simple.ll", "am.t.score", "am.z.score", "am.Fisher.pv" };
    static const double certain[] = { -0.136441960174449, -0.829802488929075, -0.76933053374612, -0.976603439999581, -0.834636300973578, 0.0693811998484 };
    for (size_t i = 0; i < SIA_COUNT_OF(few); i++) ucs_cell(few[i], "certain", (sia_cell){ 7, 15334, 120, 191998 }, certain[i]);
}

static FILE *shared(const char *file)
{
    char path[1024];
    const char *folder = getenv("SIASAT_SHARED");
    snprintf(path, sizeof path, "%s/oracles/%s", folder ? folder : "../shared", file);
    FILE *f = fopen(path, "r");
    if (!f) print_message("skipped: %s is not here\n", path);
    return f;
}

/* Cuts a line at its tabs; returns how many cells there are. */
static unsigned cells(char *line, char **cell, unsigned most)
{
    unsigned n = 0;
    line[strcspn(line, "\r\n")] = 0;
    for (char *p = line; p && n < most; n++) {
        cell[n] = p;
        p = strchr(p, '\t');
        if (p) *p++ = 0;
    }
    return n;
}

static void the_whole_output_of_ucs_agrees(void **state)
{
    (void)state;
    char line[4096], head[4096], *name[64], *cell[64];
    unsigned names = 0, rows = 0;
    FILE *f = shared("ucs-gold-100.ds");
    if (!f) skip();
    worst = 0;
    while (fgets(line, sizeof line, f)) {
        if (*line == '#') continue;
        if (!names) { memcpy(head, line, sizeof line); names = cells(head, name, 64); continue; }
        assert_int_equal(cells(line, cell, 64), names);
        sia_cell c = { strtoull(cell[3], NULL, 10), strtoull(cell[4], NULL, 10), strtoull(cell[5], NULL, 10), strtoull(cell[6], NULL, 10) };
        for (unsigned k = 7; k < names; k++) ucs_cell(name[k], cell[2], c, strtod(cell[k], NULL));
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, 94);
    print_message("UCS: %u rows, largest relative difference %.1e\n", rows, worst);
}

/* ---- CQPweb and corpora: log ratios of 599 words ------------------------------------------------------------------- */

enum { FAMILY = 599 };

static void log_ratio_row(const char *word, sia_cell c, const double want[5])
{
    expect("lr", word, sia_log_ratio_hardie(c), want[0], 1e-12);
    expect("clr", word, sia_nearest_to_0(sia_log_ratio_normal(c, .01 / FAMILY)), want[1], 1e-12);
    expect("lrc", word, sia_lrc(c, .05 / FAMILY), want[2], 1e-12);
    expect("lrc by the interval", word, sia_nearest_to_0(sia_log_ratio_interval(c, .05 / FAMILY)), want[2], 1e-12);
    expect("lrc.positive", word, sia_log_ratio_interval(c, 2 * .05 / FAMILY).low, want[3], 1e-12);
    expect("lrc.normal", word, sia_nearest_to_0(sia_log_ratio_normal(c, .05 / FAMILY)), want[4], 1e-12);
}

static void five_log_ratios_as_published(void **state)
{
    (void)state;                        /* rows 1, 3 and 4 of the gold file of pandas-association-measures (MIT) */
    static const struct { const char *word; sia_cell c; double want[5]; } t[] = {
        { "eingebracht", { 1189, 168329, 2157, 19720567 }, { 7.156575955874566, 6.888131619986817, 6.910068549501856, 6.9206299783908864, 6.9112561373666805 } },
        { "Befragung", { 150, 168329, 349, 19720567 }, { 6.452100263355738, 5.7806986388180706, 5.821970068053486, 5.849267895502715, 5.8385349812543765 } },
        { "Unterrichtung", { 198, 168329, 512, 19720567 }, { 6.194642064591488, 5.631221538846797, 5.665705265013545, 5.688700963467937, 5.679756098895043 } },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) log_ratio_row(t[i].word, t[i].c, t[i].want);
}

static void all_599_log_ratios_agree(void **state)
{
    (void)state;
    char line[1024], *cell[16];
    unsigned rows = 0;
    FILE *f = shared("log-ratio-gold.tsv");
    if (!f) skip();
    worst = 0;
    assert_non_null(fgets(line, sizeof line, f));
    while (fgets(line, sizeof line, f)) {
        assert_int_equal(cells(line, cell, 16), 10);
        double want[5];
        for (int k = 0; k < 5; k++) want[k] = strtod(cell[5 + k], NULL);
        log_ratio_row(cell[0], (sia_cell){ strtoull(cell[1], NULL, 10), strtoull(cell[2], NULL, 10), strtoull(cell[3], NULL, 10), strtoull(cell[4], NULL, 10) }, want);
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, FAMILY);
    print_message("log ratios: %u rows, largest relative difference %.1e\n", rows, worst);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_of_the_oracle_agrees),
        cmocka_unit_test(arrived_and_certain_as_ucs_has_them),
        cmocka_unit_test(the_whole_output_of_ucs_agrees),
        cmocka_unit_test(five_log_ratios_as_published),
        cmocka_unit_test(all_599_log_ratios_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
