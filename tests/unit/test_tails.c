/* Tails, quantiles and exact tests: against exact arithmetic, against R's library where it is installed, and their laws. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <dlfcn.h>
#include <math.h>
#include <stdio.h>

static double worst;                    /* of the comparison that runs */
static unsigned compared;

/* Relative error of a logarithm of p. `slack` is an absolute one: what another program's own last digits allow. */
static void expect(const char *what, double x, double y, double z, double got, double want, double rel, double slack)
{
    double off = got == want ? 0 : fmax(fabs(got - want) - slack, 0) / fabs(want);
    compared++;
    if (off > worst) worst = off;
    if (!(off <= rel)) fail_msg("%s of %.17g %.17g %.17g: got %.17g, want %.17g (off %.2g)", what, x, y, z, got, want, off);
}

/* ---- sums of whole fractions, and decimal arithmetic of 80 digits -------------------------------- */

static void binomial_tails_are_exact(void **state)
{
    (void)state;
    static const struct { uint64_t k, n; double p; bool least; double want; } t[] = {
        { 15, 3280, 0.25, false, -866.55987122591944 }, { 31, 9841, 0.25, false, -2658.2425673407215 },
        { 0, 17000, 0.25, false, -4890.5952316802759 }, { 3000, 3280, 0.25, true, -3286.3745421029635 },
        { 9, 1000, 0.0078125, true, -0.96444100694457746 }, { 5, 1000, 0.0078125, false, -1.5705067442363478 },
        { 500, 1000, 0.5, true, -0.66823506213263473 }, { 4000, 4096, 0.125, true, -7878.5776377477905 },
        { 1, 1000, 0x1p-30, false, -4.332469196681276e-13 }, { 0, 9, 0.5, true, 0 }, { 9, 9, 0.5, false, 0 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) {
        double got = t[i].least ? sia_log_binomial_at_least(t[i].k, t[i].n, t[i].p) : sia_log_binomial_at_most(t[i].k, t[i].n, t[i].p);
        expect("binomial", (double)t[i].k, (double)t[i].n, t[i].p, got, t[i].want, 1e-13, 0);
    }
}

static void poisson_tails_are_exact(void **state)
{
    (void)state;
    static const struct { uint64_t k; double mean; bool least; double want; } t[] = {
        { 2, 0.5, true, -2.4056813913603712 }, { 0, 5000, false, -5000 }, { 10, 4000, false, -3932.1614136696585 },
        { 2000, 100, true, -4096.1327129275815 }, { 1500, 1000, true, -111.67860721464416 },
        { 1000, 1000, true, -0.68477186329031015 }, { 1000, 1000, false, -0.67646831503620675 },
        { 1, 0x1p-40, false, -4.1359030627626308e-25 }, { 7, 0x1p-40, true, -202.60637191785091 },
        { 0, 3, true, 0 }, { 4, 0, false, 0 }, { 4, 0, true, -(double)INFINITY },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) {
        double got = t[i].least ? sia_log_poisson_at_least(t[i].k, t[i].mean) : sia_log_poisson_at_most(t[i].k, t[i].mean);
        expect("Poisson", (double)t[i].k, t[i].mean, 0, got, t[i].want, 1e-14, 0);
    }
}

static void fisher_tails_are_exact(void **state)
{
    (void)state;
    static const struct { sia_cell c; bool least; double want; } t[] = {
        { { 1, 1, 1, 236195 }, true, -12.372413014020074 }, { { 0, 1, 1, 26243 }, false, -3.8106125564294806e-05 },
        { { 3, 4, 4, 8 }, true, -1.415281897993143 }, { { 8, 15828, 4675, 14307668 }, true, -1.8853843871196658 },
        { { 150, 12593, 932, 14307668 }, true, -648.98611414991831 }, { { 20, 42, 20, 14307668 }, true, -260.22541017828695 },
        { { 0, 2000, 3000, 10000 }, false, -816.08045362099608 }, { { 2000, 2000, 3000, 10000 }, true, -3094.0440496009828 },
        { { 900, 1000, 1000, 100000 }, true, -4487.3740408809736 }, { { 5, 12, 5, 23 }, true, -3.7491772251348481 },
        { { 300, 1000, 1000, 3000 }, false, -5.6890739831140413 }, { { 334, 1000, 1000, 3000 }, true, -0.70536041739647359 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) {
        double got = t[i].least ? sia_log_fisher_at_least(t[i].c) : sia_log_fisher_at_most(t[i].c);
        expect("Fisher", (double)t[i].c.both, (double)t[i].c.a, (double)t[i].c.n, got, t[i].want, 2e-14, 0);
    }
}

static void two_sided_fisher_is_exact(void **state)
{
    (void)state;
    static const struct { sia_cell c; double want; } t[] = {
        { { 3, 4, 4, 8 }, -0.72213471743319757 }, { { 7, 10, 9, 18 }, -1.8744795546723079 },
        { { 2, 15334, 5, 191998 }, -2.915230978818546 }, { { 0, 12, 15, 478 }, 0 },
        { { 7, 1000, 9, 2000 }, -1.7220362578502757 }, { { 20, 42, 20, 14307668 }, -260.22541017828695 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++)
        expect("Fisher two-sided", (double)t[i].c.both, (double)t[i].c.a, (double)t[i].c.n, sia_log_fisher_two_sided(t[i].c), t[i].want, 1e-13, 0);
    /* Fisher's tea lady, and R's fisher.test of (7, 3 / 2, 7) as quanteda's tests print it */
    assert_true(fabs(exp(sia_log_fisher_at_least((sia_cell){ 3, 4, 4, 8 })) - .242857142857) < 1e-12);
    assert_true(fabs(exp(sia_log_fisher_two_sided((sia_cell){ 3, 4, 4, 8 })) - .485714285714) < 1e-12);
    assert_true(fabs(exp(sia_log_fisher_two_sided((sia_cell){ 7, 10, 9, 19 })) - .0697785187) < 1e-10);
}

static void normal_tails_are_exact(void **state)
{
    (void)state;                        /* the last two lie beyond what a double can hold as p */
    static const double t[][2] = {
        { 3, -6.6077262215103492 }, { 8, -35.013437159914552 }, { 19.5, -194.01696577749749 }, { 20.5, -214.06672896326381 },
        { 37, -689.03058557689064 }, { 60, -1805.0135606805673 }, { 99.9447481748411, -5000.0000000000009 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) expect("normal", t[i][0], 0, 0, sia_log_normal_above(t[i][0]), t[i][1], 1e-14, 0);
    static const double published[][2] = { { .05, 3.84145882069 }, { .01, 6.63489660102 }, { .001, 10.8275661707 }, { .0001, 15.1367052266 } };
    for (size_t i = 0; i < SIA_COUNT_OF(published); i++)     /* R's qchisq */
        assert_true(fabs(sia_log_chi2_above(published[i][1], 1) - log(published[i][0])) < 1e-10);
}

/* ---- R's library ------------------------------------------------------------------------------- */

/* R rounds a p near 1 before it takes its logarithm: hence the slack of a last digit. */
static const double close_to_r = 1e-12, digit = 0x1p-52;

typedef double three(double, double, int, int), four(double, double, double, int, int), five(double, double, double, double, int, int);
static void *rmath;

static void *function(const char *name)
{
    void *f = dlsym(rmath, name);
    assert_non_null(f);
    return f;
}

/* dlsym gives an object pointer; the way to a function that POSIX shows. */
#define GET(var, name) do { void *p_ = function(name); memcpy(&(var), &p_, sizeof(var)); } while (0)

static bool here(void)
{
    if (!rmath) rmath = dlopen("libRmath.so.1", RTLD_NOW);
    if (!rmath) print_message("skipped: libRmath (Debian: r-mathlib) is not installed\n");
    worst = 0;
    compared = 0;
    return rmath;
}

static void told(const char *what) { print_message("%s: %u values, largest relative difference %.1e\n", what, compared, worst); }

static void normal_and_chi_squared_tails_are_those_of_r(void **state)
{
    (void)state;
    if (!here()) skip();
    four *pnorm;
    GET(pnorm, "pnorm5");
    three *pchisq;
    GET(pchisq, "pchisq");
    for (double z = -8; z < 101; z += 0.37) expect("normal", z, 0, 0, sia_log_normal_above(z), pnorm(z, 0, 1, 0, 1), close_to_r, digit);
    for (double x = 0.001; x < 1e4; x *= 1.37)
        for (int df = 1; df < 200; df = df * 2 + 1)
            expect("chi-squared", x, df, 0, sia_log_chi2_above(x, df), pchisq(x, df, 0, 1), close_to_r, digit);
    told("normal, chi-squared");
}

static void noncentral_chi_squared_is_that_of_r(void **state)
{
    (void)state;
    if (!here()) skip();
    four *pnchisq;
    double most = 0;
    GET(pnchisq, "pnchisq");
    for (double x = 0.01; x < 2000; x *= 1.9)
        for (double df = 1; df < 100; df = df * 2 + 1)
            for (double lambda = 0; lambda < 3000; lambda = lambda * 1.9 + 0.2, compared++)
                most = fmax(most, fabs(sia_noncentral_chi2_at_most(x, df, lambda) - pnchisq(x, df, lambda, 1, 0)));
    print_message("noncentral chi-squared: %u values, largest difference %.1e\n", compared, most);
    assert_true(most < 1e-11);
}

static void poisson_tails_are_those_of_r(void **state)
{
    (void)state;
    if (!here()) skip();
    three *ppois;
    GET(ppois, "ppois");
    for (double mean = 0.003; mean < 1e5; mean *= 3.7)
        for (uint64_t k = 0; k < 20000; k = k * 3 / 2 + 1) {
            expect("Poisson at most", (double)k, mean, 0, sia_log_poisson_at_most(k, mean), ppois((double)k, mean, 1, 1), close_to_r, digit);
            if (k) expect("Poisson at least", (double)k, mean, 0, sia_log_poisson_at_least(k, mean), ppois((double)k - 1, mean, 0, 1), close_to_r, digit);
        }
    told("Poisson");
}

/* Below e^-700 R's logarithm of this tail goes astray (of 31 or fewer of 3280 at 1/4: -784.7, where whole fractions give
 * -804.9), and is no witness. */
static void binomial_tails_are_those_of_r(void **state)
{
    (void)state;
    if (!here()) skip();
    four *pbinom;
    GET(pbinom, "pbinom");
    for (uint64_t n = 1; n < 20000; n = n * 3 + 1)
        for (double p = 0x1p-12; p < 1; p = p < 0.4 ? p * 4 : p + 0.1875)
            for (uint64_t k = 1; k <= n; k = k * 2 + 1) {
                double at = (double)k, m = (double)n, most = pbinom(at, m, p, 1, 1), least = pbinom(at - 1, m, p, 0, 1);
                if (most > -700) expect("binomial at most", at, m, p, sia_log_binomial_at_most(k, n, p), most, close_to_r, digit);
                if (least > -700) expect("binomial at least", at, m, p, sia_log_binomial_at_least(k, n, p), least, close_to_r, digit);
            }
    told("binomial");
}

/* Of one hit in 236,195 R is 2e-12 off ln(1 / 236195); fisher_tails_are_exact has that value. */
static void fisher_tails_are_those_of_r(void **state)
{
    (void)state;
    if (!here()) skip();
    five *phyper;
    GET(phyper, "phyper");
    for (uint64_t n = 3; n < 1000000; n = n * 3 + 2)
        for (uint64_t a = 1; a < n; a = a * 3 + 1)
            for (uint64_t b = 1; b < n; b = b * 3 + 1)
                for (uint64_t k = a + b > n ? a + b - n : 0; k <= a && k <= b; k = k * 2 + 1) {
                    sia_cell c = { k, a, b, n };
                    double most = phyper((double)k, (double)a, (double)(n - a), (double)b, 1, 1);
                    if (most > -1e5) expect("Fisher at most", (double)k, (double)a, (double)b, sia_log_fisher_at_most(c), most, 4e-12, digit);
                    double least = phyper((double)k - 1, (double)a, (double)(n - a), (double)b, 0, 1);
                    if (k && least > -1e5) expect("Fisher at least", (double)k, (double)a, (double)b, sia_log_fisher_at_least(c), least, 4e-12, digit);
                }
    told("Fisher");
}

static void quantiles_and_intervals_are_those_of_r(void **state)
{
    (void)state;
    if (!here()) skip();
    four *qnorm;
    GET(qnorm, "qnorm5");
    four *qbeta;
    GET(qbeta, "qbeta");
    four *qgamma;
    GET(qgamma, "qgamma");
    for (double p = -1000; p < -1e-9; p *= 0.9)              /* R before 4.3 loses digits further out */
        expect("normal quantile", p, 0, 0, sia_normal_quantile(p), qnorm(p, 0, 1, 1, 1), 1e-11, digit);
    for (uint64_t n = 1; n < 30000; n = n * 3 + 1)
        for (uint64_t k = 0; k <= n; k = k * 2 + 1)
            for (double alpha = 0.1; alpha > 1e-9; alpha /= 20) {
                double at = (double)k, m = (double)n;
                sia_interval i = sia_clopper_pearson(k, n, alpha), g = sia_poisson_interval(k, alpha);
                if (k) expect("Clopper-Pearson low", at, m, alpha, i.low, qbeta(alpha / 2, at, m - at + 1, 1, 0), 1e-11, 0);
                if (k < n) expect("Clopper-Pearson high", at, m, alpha, i.high, qbeta(alpha / 2, at + 1, m - at, 0, 0), 1e-11, 0);
                if (k) expect("Garwood low", at, m, alpha, g.low, qgamma(alpha / 2, at, 1, 1, 0), 1e-11, 0);
                expect("Garwood high", at, m, alpha, g.high, qgamma(alpha / 2, at + 1, 1, 0, 0), 1e-11, 0);
            }
    told("quantiles");
}

/* ---- laws ------------------------------------------------------------------------------------------- */

static double choose(uint64_t n, uint64_t k)
{
    double v = 1;
    for (uint64_t i = 1; i <= k; i++) v = v * (double)(n - k + i) / (double)i;
    return v;
}

/* All tables of up to 12 units against plain sums of products of small whole numbers. */
static void small_tables_add_up(void **state)
{
    (void)state;
    for (uint64_t n = 1; n <= 12; n++)
        for (uint64_t a = 0; a <= n; a++)
            for (uint64_t b = 0; b <= n; b++) {
                uint64_t low = a + b > n ? a + b - n : 0, high = a < b ? a : b;
                for (uint64_t k = low; k <= high; k++) {
                    double least = 0, most = 0, both = 0, mine = choose(a, k) * choose(n - a, b - k);
                    for (uint64_t i = low; i <= high; i++) {
                        double mass = choose(a, i) * choose(n - a, b - i) / choose(n, b);
                        if (i >= k) least += mass;
                        if (i <= k) most += mass;
                        if (mass * choose(n, b) <= mine * (1 + 1e-9)) both += mass;
                    }
                    sia_cell c = { k, a, b, n }, d = { k, b, a, n };
                    assert_true(fabs(exp(sia_log_fisher_at_least(c)) - least) < 1e-13);
                    assert_true(fabs(exp(sia_log_fisher_at_most(c)) - most) < 1e-13);
                    assert_true(fabs(exp(sia_log_fisher_two_sided(c)) - both) < 1e-13);
                    assert_true(fabs(sia_log_fisher_at_least(c) - sia_log_fisher_at_least(d)) < 1e-13);
                }
            }
}

static void a_quantile_is_the_way_back(void **state)
{
    (void)state;
    for (double p = -5000; p < -1e-12; p *= 0.93) {
        double z = sia_normal_quantile(p);
        expect("round trip", p, z, 0, sia_log_normal_above(-z), p, 1e-13, digit);
    }
    assert_true(isinf(sia_normal_quantile(0)) && isnan(sia_normal_quantile(1)));
}

/* Exact intervals end where the tail is alpha / 2; Wilson's where the share is z standard errors off. */
static void intervals_end_where_they_should(void **state)
{
    (void)state;
    for (uint64_t n = 1; n < 3000; n = n * 3 + 2)
        for (uint64_t k = 0; k <= n; k = k * 2 + 1)
            for (double alpha = 0.2; alpha > 1e-12; alpha /= 30) {
                sia_interval i = sia_clopper_pearson(k, n, alpha), w = sia_wilson(k, n, alpha), g = sia_poisson_interval(k, alpha);
                double z = sia_normal_quantile(log(alpha / 2)), share = (double)k / (double)n;
                assert_true(i.low <= share && share <= i.high && w.low <= share && share <= w.high && i.low >= 0 && i.high <= 1);
                if (k) assert_true(fabs(sia_log_binomial_at_least(k, n, i.low) - log(alpha / 2)) < 1e-9);
                if (k < n && i.high < .999) assert_true(fabs(sia_log_binomial_at_most(k, n, i.high) - log(alpha / 2)) < 1e-6);
                if (k) assert_true(fabs(sia_log_poisson_at_least(k, g.low) - log(alpha / 2)) < 1e-9);
                assert_true(fabs(sia_log_poisson_at_most(k, g.high) - log(alpha / 2)) < 1e-9);
                if (k) assert_true(fabs((share - w.low) * (share - w.low) - z * z * w.low * (1 - w.low) / (double)n) < 1e-12);
                if (k < n) assert_true(fabs((share - w.high) * (share - w.high) - z * z * w.high * (1 - w.high) / (double)n) < 1e-12);
            }
    assert_true(isnan(sia_wilson(1, 0, .05).low) && isnan(sia_clopper_pearson(3, 2, .05).low) && isnan(sia_poisson_interval(3, 0).low));
}

/* Newcombe (1998), "Two-sided confidence intervals for the
 * single proportion", table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29 at 95 %. */
static void newcombe_1998_agrees(void **state)
{
    (void)state;
    static const struct { uint64_t k, n; double wilson[2], exact[2]; } t[] = {
        { 81, 263, { .2553, .3662 }, { .2527, .3676 } }, { 15, 148, { .0624, .1605 }, { .0578, .1617 } },
        { 0, 20, { 0, .1611 }, { 0, .1684 } }, { 1, 29, { .0061, .1718 }, { .0009, .1776 } },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) {
        sia_interval w = sia_wilson(t[i].k, t[i].n, .05), e = sia_clopper_pearson(t[i].k, t[i].n, .05);
        assert_true(fabs(w.low - t[i].wilson[0]) < 6e-5 && fabs(w.high - t[i].wilson[1]) < 6e-5);
        assert_true(fabs(e.low - t[i].exact[0]) < 6e-5 && fabs(e.high - t[i].exact[1]) < 6e-5);
    }
}

static void large_counts_have_tails_too(void **state)
{
    (void)state;
    const uint64_t n = 1ull << 40;
    sia_cell even = { n >> 2, n >> 1, n >> 1, n }, more = { (n >> 2) + 3000000, n >> 1, n >> 1, n };
    assert_true(fabs(exp(sia_log_fisher_at_least(even)) - 0.5) < 1e-6);
    assert_true(fabs(sia_log_fisher_at_least(more) - sia_log_normal_above((3e6 - 0.5) / 0x1p18)) < 1e-6);
    assert_true(fabs(sia_log_poisson_at_least(n, (double)n) - log(0.5)) < 1e-6);
    sia_interval i = sia_clopper_pearson(n >> 1, n, .05);
    assert_true(fabs((0.5 - i.low) - 1.959963984540054 * 0x1p-21) < 1e-12 && fabs(i.high - 0.5 - (0.5 - i.low)) < 1e-15);
}

static void what_cannot_be_is_no_number(void **state)
{
    (void)state;
    assert_true(isnan(sia_log_fisher_at_least((sia_cell){ 3, 2, 5, 9 })) && isnan(sia_log_fisher_two_sided((sia_cell){ 1, 6, 6, 9 })));
    assert_true(isnan(sia_log_binomial_at_least(4, 3, .5)) && isnan(sia_log_binomial_at_most(1, 3, 1.5)));
    assert_true(isnan(sia_log_poisson_at_least(1, -1)) && isnan(sia_log_chi2_above(1, 0)) && isnan(sia_log_chi2_above((double)NAN, 1)));
    assert_true(sia_log_chi2_above(0, 1) == 0 && sia_log_chi2_above(-1, 3) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(binomial_tails_are_exact),
        cmocka_unit_test(poisson_tails_are_exact),
        cmocka_unit_test(fisher_tails_are_exact),
        cmocka_unit_test(two_sided_fisher_is_exact),
        cmocka_unit_test(normal_tails_are_exact),
        cmocka_unit_test(normal_and_chi_squared_tails_are_those_of_r),
        cmocka_unit_test(noncentral_chi_squared_is_that_of_r),
        cmocka_unit_test(poisson_tails_are_those_of_r),
        cmocka_unit_test(binomial_tails_are_those_of_r),
        cmocka_unit_test(fisher_tails_are_those_of_r),
        cmocka_unit_test(quantiles_and_intervals_are_those_of_r),
        cmocka_unit_test(small_tables_add_up),
        cmocka_unit_test(a_quantile_is_the_way_back),
        cmocka_unit_test(intervals_end_where_they_should),
        cmocka_unit_test(newcombe_1998_agrees),
        cmocka_unit_test(large_counts_have_tails_too),
        cmocka_unit_test(what_cannot_be_is_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
