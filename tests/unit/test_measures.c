/* The table of measures: complete, and what holds of all tables of a small n for every measure in it. Keyness and
 * specificities with the values that other programs print. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <math.h>

static const double alpha = .05;

static void expect(const char *what, double got, double want, double by)
{
    if (!(fabs(got - want) <= by)) fail_msg("%s: got %.14g, want %.14g", what, got, want);
}

/* ---- keyness ----------------------------------------------------------------------------------------- */

static void r_corpora_agrees(void **state)
{
    (void)state;                        /* R corpora 0.6, keyness(); LRC of (70, 20) alone and in a family of 2 */
    static const struct { uint64_t a, c, b, d; double g2, log_ratio, lrc; } t[] = {
        { 7, 1000, 2, 1000, 2.95449418451, 1.58496250072, 0 }, { 12, 478, 0, 5000, 58.8107329574, 8.02933771713, 4.86120234843 },
        { 23, 263, 551, 8870, 2.50697258887, .520512335756, 0 }, { 70, 1000, 20, 1000, 30.7284267307, 1.78199934778, 1.07338665923 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) {
        sia_cell c = sia_cell_of_groups(t[i].a, t[i].c, t[i].b, t[i].d);
        expect("G2", sia_g2(c), t[i].g2, 1e-9);
        expect("log ratio", sia_log_ratio(c), t[i].log_ratio, 1e-10);
        expect("LRC", sia_lrc(c, alpha), t[i].lrc, 1e-10);
    }
    sia_cell seventy = sia_cell_of_groups(70, 1000, 20, 1000), seven = sia_cell_of_groups(7, 1000, 2, 1000);
    expect("LRC of two", sia_lrc(seventy, alpha / 2), .979647156104, 1e-10);
    expect("positive LRC", sia_log_ratio_interval(seven, 2 * alpha).low, -.287417917616, 1e-10);
    expect("two terms", sia_g2_two_terms(seven), 2.94193766704, 1e-10);
    expect("simple maths", sia_simple_maths(seven, 1), 3.49875062469, 1e-10);
    expect("simple maths", sia_simple_maths(sia_cell_of_groups(12, 478, 0, 5000), 1), 25105.6025105, 1e-6);
}

static void quanteda_agrees(void **state)
{
    (void)state;                        /* its test of "b*7 a*3" against "a*7 b*2": b is 7 of 10 and 2 of 9 */
    sia_cell c = sia_cell_of_groups(7, 10, 2, 9);
    expect("chi2", sia_chi2(c), 4.337160494, 1e-9);
    expect("p of chi2", exp(sia_log_chi2_above(sia_chi2(c), 1)), .037289063, 1e-9);
    expect("Yates", sia_chi2_yates(c), 2.632438272, 1e-9);
    expect("p of Yates", exp(sia_log_chi2_above(sia_chi2_yates(c), 1)), .104700815, 1e-9);
    expect("G2", sia_g2(c), 4.53493933226, 1e-10);
    expect("Williams", sia_g2_williams(c), 4.20083341215, 1e-10);
    expect("Fisher", exp(sia_log_fisher_two_sided(c)), .0697785187, 1e-10);
}

static void nltk_and_the_book_agree(void **state)
{
    (void)state;                        /* Manning and Schuetze (1999), chapter 5, as NLTK's collocations.doctest has it */
    const uint64_t n = 14307668;
    expect("t", sia_t_score((sia_cell){ 8, 15828, 4675, n }), .9999319895, 1e-9);
    expect("chi2", sia_chi2((sia_cell){ 8, 15828, 4675, n }), 1.5488692067, 1e-9);
    expect("MI", sia_mi((sia_cell){ 20, 42, 20, n }), 18.3779677885, 1e-9);
    expect("MI", sia_mi((sia_cell){ 20, 41, 27, n }), 17.9797737994, 1e-9);
    sia_cell ten = { 10, 10, 10, 100 };                      /* the test fixture of association-measures */
    expect("MI", sia_mi(ten) * log10(2), 1, 1e-12);
    expect("local MI", sia_local_mi(ten) * log10(2), 10, 1e-12);
    expect("t", sia_t_score(ten), 2.846049894151541, 1e-12);
    expect("z", sia_z_score(ten), 9, 1e-12);
    expect("G2", sia_g2(ten), 65.016595, 1e-6);
    expect("simple LL", sia_simple_ll(ten), 28.051702, 1e-6);
    expect("Fisher", exp(sia_log_fisher_at_least(ten)), 5.776904e-14, 1e-20);
}

/* Lafon's example from the French Revolution, as textometrieR's saved test output prints it. */
static void specificities_of_txm_agree(void **state)
{
    (void)state;
    static const uint64_t size[] = { 8395, 2558, 3920, 6903, 7896, 4555, 10142, 2063, 1084, 13933 };
    static const struct { uint64_t f[10]; double want[10]; } t[] = {
        { { 45, 18, 15, 14, 53, 30, 42, 16, 4, 59 }, { .6161, 1.1466, -.6709, -4.1743, 2.1122, 1.2906, -.7980, 1.3632, -.3977, -.8410 } },
        { { 464, 165, 194, 392, 398, 235, 509, 96, 58, 662 }, { 1.2477, 2.6891, -.5534, 1.6471, -.5096, .3114, -.6132, -.8098, .3884, -2.2050 } },
        { { 6, 5, 16, 8, 23, 10, 35, 8, 3, 39 }, { -4.2432, -.4160, 1.4491, -2.0903, .6178, -.3834, 1.5961, .8409, -.3079, .6414 } },
    };
    for (size_t w = 0; w < SIA_COUNT_OF(t); w++) {
        uint64_t all = 0, total = 0;
        for (int k = 0; k < 10; k++) { all += t[w].f[k]; total += size[k]; }
        assert_int_equal(total, 61449);
        for (int k = 0; k < 10; k++) {
            sia_cell c = { t[w].f[k], size[k], all, total };
            expect("specificity", sia_specificity_txm(c), t[w].want[k], 5.1e-5);
            assert_true((sia_specificity(c) > 0) == (c.both * total > size[k] * all));   /* ours has the sign of O - E */
        }
    }
}

/* ---- the table ------------------------------------------------------------------------------------------ */

static void every_measure_says_all_of_itself(void **state)
{
    (void)state;
    for (sia_family f = SIA_PAIR; f <= SIA_DIVERSITY; f++) {
        const sia_measure *m;
        uint32_t i = 0;
        for (; (m = sia_measure_at(f, i)) != NULL; i++) {
            assert_ptr_equal(sia_measure_find(f, sia_str_of(m->name)), m);
            assert_true(*m->formula && *m->range && *m->at_zero && *m->means[SIA_EN] && *m->means[SIA_ID] && *m->title[SIA_ID]);
            if (f <= SIA_KEY) assert_true((m->of != NULL) != (m->within != NULL));
        }
        assert_true(i >= 10);
    }
    assert_null(sia_measure_find(SIA_PAIR, SIA_STR("nothing")));
}

/* ---- laws over all tables of a small n ------------------------------------------------------------------- */

enum { SMALL = 11 };
typedef void law(const sia_measure *m, sia_cell c, double v);

static void each(sia_family f, law *holds)
{
    const sia_measure *m;
    for (uint32_t i = 0; (m = sia_measure_at(f, i)) != NULL; i++)
        for (uint64_t n = 1; n <= SMALL; n++)
            for (uint64_t a = 0; a <= n; a++)
                for (uint64_t b = 0; b <= n; b++)
                    for (uint64_t k = a + b > n ? a + b - n : 0; k <= a && k <= b; k++) {
                        sia_cell c = { k, a, b, n };
                        holds(m, c, sia_measure_of(m, c, alpha));
                    }
}

static bool same(double x, double y) { return x == y || (isnan(x) && isnan(y)) || fabs(x - y) <= 1e-12 * fmax(fabs(x), 1); }

static bool ends(const char *s, const char *end) { size_t n = strlen(s), e = strlen(end); return n > e && !strcmp(s + n - e, end); }

/* What has no direction is the same with A and B changed about; what has one is its partner's. */
static void turned_about(const sia_measure *m, sia_cell c, double v)
{
    char name[64];
    sia_cell d = { c.both, c.b, c.a, c.n };
    size_t n = strlen(m->name);
    memcpy(name, m->name, n + 1);
    if (ends(name, "_b")) name[n - 1] = 'a';
    else if (ends(name, "_a")) name[n - 1] = 'b';
    if (!same(sia_measure_of(sia_measure_find(SIA_PAIR, sia_str_of(name)), d, alpha), v))
        fail_msg("%s of %d %d %d %d is not its partner's", m->name, (int)c.both, (int)c.a, (int)c.b, (int)c.n);
}

static double limit(const char *range, double low_or_high)
{
    static const struct { const char *range; double low, high; } t[] = {
        { "0 to 1", 0, 1 }, { "-1 to 1", -1, 1 }, { "0 upwards", 0, 1e300 }, { "up to 14", -1e300, 14 }, { "-1/2 to 1", -0.5, 1 }, { "-100 upwards", -100, 1e300 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++)
        if (!strncmp(range, t[i].range, strlen(t[i].range))) return low_or_high < 0 ? t[i].low : t[i].high;
    return low_or_high * (double)INFINITY;
}

static void in_range(const sia_measure *m, sia_cell c, double v)
{
    if (isnan(v) || isinf(v) || strstr(m->range, "where")) return;
    if (v < limit(m->range, -1) - 1e-12 || v > limit(m->range, 1) + 1e-12)
        fail_msg("%s of %d %d %d %d is %g, out of: %s", m->name, (int)c.both, (int)c.a, (int)c.b, (int)c.n, v, m->range);
}

/* Where 0 is chance the sign is that of O - E, and 0 stands exactly where O = E. */
static void zero_is_chance(const sia_measure *m, sia_cell c, double v)
{
    if (!strstr(m->range, "0 is chance") && !strstr(m->range, "sign is the direction") && !strstr(m->range, "0 is no difference")) return;
    if (isnan(v) || strstr(m->formula, ".5") || strstr(m->formula, "or .5")) return;
    uint64_t o = c.both * c.n, e = c.a * c.b;
    bool flat = !c.a || !c.b || c.a == c.n || c.b == c.n;
    if (o > e && !flat ? v > 0 : o < e && !flat ? v < 0 || (c.both == 0 && !strcmp(m->name, "local_mi")) : fabs(v) < 1e-12) return;
    if (strstr(m->formula, "0.5")) return;
    fail_msg("%s of %d %d %d %d is %g", m->name, (int)c.both, (int)c.a, (int)c.b, (int)c.n, v);
}

/* More units together, all else equal, and a measure of attraction does not fall. ELL, BIC and the average MI have no
 * direction; LRC's interval of a small table may hold 0 on the way. Local MI turns back below 1/e of chance. */
static void rises(const sia_measure *m, sia_cell c, double v)
{
    static const char *const others[] = { "average_mi", "stiles", "bic", "ell", "local_mi", "poisson_stirling", "chi2_yates", "z_corr" };
    sia_cell d = { c.both + 1, c.a, c.b, c.n };
    for (size_t i = 0; i < SIA_COUNT_OF(others); i++)
        if (!strcmp(m->name, others[i])) return;
    if (d.both > d.a || d.both > d.b) return;
    double w = sia_measure_of(m, d, alpha);
    if (!isnan(v) && !isnan(w) && w < v - 1e-12)
        fail_msg("%s falls from %g to %g after %d %d %d %d", m->name, v, w, (int)c.both, (int)c.a, (int)c.b, (int)c.n);
}

static void large_counts(const sia_measure *m, sia_cell c, double v)
{
    if (m->within || !strcmp(m->name, "fisher") || !strcmp(m->name, "poisson") || !strcmp(m->name, "specificity")) return;
    (void)v;
    sia_cell big = { c.both << 40, c.a << 40, c.b << 40, c.n << 40 };
    double w = sia_measure_of(m, big, alpha);
    bool flat = !c.a || !c.b || c.a == c.n || c.b == c.n || !c.both || c.a == c.both || c.b == c.both || c.n - c.a == c.b - c.both;
    if (!flat && !isfinite(w) && strcmp(m->name, "stiles")) fail_msg("%s of %d %d %d %d times 2^40 is %g", m->name, (int)c.both, (int)c.a, (int)c.b, (int)c.n, w);
}

static void pairs_turn_about(void **state) { (void)state; each(SIA_PAIR, turned_about); }
static void values_stay_in_range(void **state) { (void)state; each(SIA_PAIR, in_range); each(SIA_KEY, in_range); }
static void signs_are_those_of_o_minus_e(void **state) { (void)state; each(SIA_PAIR, zero_is_chance); each(SIA_KEY, zero_is_chance); }
static void more_together_is_not_less(void **state) { (void)state; each(SIA_PAIR, rises); each(SIA_KEY, rises); }
static void counts_of_2_to_the_40_have_values(void **state) { (void)state; each(SIA_PAIR, large_counts); each(SIA_KEY, large_counts); }

static void impossible_tables_have_no_value(void **state)
{
    (void)state;
    const sia_cell t[] = { { 3, 2, 5, 9 }, { 3, 5, 2, 9 }, { 1, 10, 2, 9 }, { 1, 2, 10, 9 }, { 1, 6, 6, 9 } };
    const sia_measure *m;
    for (sia_family f = SIA_PAIR; f <= SIA_KEY; f++)
        for (uint32_t i = 0; (m = sia_measure_at(f, i)) != NULL; i++)
            for (size_t k = 0; k < SIA_COUNT_OF(t); k++)
                if (!isnan(sia_measure_of(m, t[k], alpha))) fail_msg("%s has a value of an impossible table", m->name);
}

/* LRC never claims what the interval does not: it is between 0 and the log ratio, and 0 whenever the test is not passed. */
static void lrc_is_conservative(void **state)
{
    (void)state;
    for (uint64_t k = 0; k <= 40; k += 3)
        for (uint64_t l = 0; l <= 40; l += 3) {
            sia_cell c = sia_cell_of_groups(k, 900, l, 2100);
            double v = sia_lrc(c, alpha), raw = sia_log_risk(c), wide = sia_lrc(c, alpha / 100);
            assert_true(fabs(wide) <= fabs(v) && v * wide >= 0);
            if (k + l) assert_true(v == 0 || (fabs(v) < fabs(raw) && v * raw > 0));
            if (k + l) assert_true(same(v, sia_nearest_to_0(sia_log_ratio_interval(c, alpha))));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(r_corpora_agrees),
        cmocka_unit_test(quanteda_agrees),
        cmocka_unit_test(nltk_and_the_book_agree),
        cmocka_unit_test(specificities_of_txm_agree),
        cmocka_unit_test(every_measure_says_all_of_itself),
        cmocka_unit_test(pairs_turn_about),
        cmocka_unit_test(values_stay_in_range),
        cmocka_unit_test(signs_are_those_of_o_minus_e),
        cmocka_unit_test(more_together_is_not_less),
        cmocka_unit_test(counts_of_2_to_the_40_have_values),
        cmocka_unit_test(impossible_tables_have_no_value),
        cmocka_unit_test(lrc_is_conservative),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
