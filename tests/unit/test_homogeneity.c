/* Hits over groups: exact values by hand, agreement between the ways to a p, and intervals of Cramer's V. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include "../../src/stat/table4.h"
#include <math.h>

static sia_homogeneity test(const uint64_t *hits, const uint64_t *size, uint32_t n)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_homogeneity h;
    assert_true(sia_homogeneity_of(hits, size, n, 0.05, 1, &h, a));
    sia_arena_free(a);
    return h;
}

#define TEST(...) test((const uint64_t[]){ __VA_ARGS__ }, size, SIA_COUNT_OF(size))
static bool near(double got, double want, double by) { return fabs(got - want) <= by; }

static void small_tables_by_hand(void **state)
{
    (void)state;
    {
        const uint64_t size[] = { 4, 4 };                    /* Fisher's tea: 34 of 70 ways are as uneven */
        const sia_homogeneity h = TEST(3, 1);
        assert_true(h.how == SIA_BY_ALL_TABLES && near(exp(h.log_p), 34.0 / 70, 1e-14) && near(h.chi2, 2, 1e-14) && h.df == 1);
    }
    {
        const uint64_t size[] = { 10, 10, 10 };              /* all three in one of three groups: 3 C(10, 3) / C(30, 3) */
        assert_true(near(exp(TEST(3, 0, 0).log_p), 360.0 / 4060, 1e-14));
        assert_true(near(exp(TEST(1, 1, 1).log_p), 1, 1e-14));
        assert_true(near(TEST(3, 0, 0).chi2, 6 * 30.0 / 27, 1e-13));     /* (2^2 + 1 + 1) / 1 over the share that is no hit */
    }
    {
        const uint64_t size[] = { 5, 0, 5 };                 /* an empty group is none */
        assert_true(TEST(2, 0, 0).df == 1 && near(exp(TEST(2, 0, 0).log_p), 20.0 / 45, 1e-14));
    }
}

static void two_groups_are_a_table_of_four(void **state)
{
    (void)state;
    const uint64_t size[] = { 1000, 3000 };
    for (uint64_t k = 10; k < 60; k++) {
        const uint64_t hits[] = { k, 90 - k };
        const sia_cell c = sia_cell_of_groups(k, size[0], 90 - k, size[1]);
        const sia_homogeneity h = test(hits, size, 2);
        assert_true(near(h.chi2, fabs(sia_chi2(c)), 1e-10 * h.chi2 + 1e-12) && h.how == SIA_BY_CHI2);
        assert_true(near(h.log_p, sia_log_chi2_above(fabs(sia_chi2(c)), 1), 1e-10));
    }
}

/* 30 over 6 groups are more tables than are listed: draws. Where all expect 4.9 chi-squared is not far off. */
static void draws_and_chi_squared_agree(void **state)
{
    (void)state;
    static const uint64_t size[] = { 1000, 1000, 1000, 1000, 1000, 1000 };
    static const uint64_t hits[][6] = { { 8, 4, 6, 3, 5, 3 }, { 10, 1, 6, 3, 7, 2 }, { 5, 5, 5, 5, 5, 4 }, { 20, 2, 2, 2, 2, 1 } };
    for (size_t i = 0; i < SIA_COUNT_OF(hits); i++) {
        const sia_homogeneity h = test(hits[i], size, 6), again = test(hits[i], size, 6);
        const double p = exp(h.log_p), about = exp(sia_log_chi2_above(h.chi2, 5));
        assert_int_equal(h.how, SIA_BY_DRAWS);
        assert_true(h.log_p == again.log_p);
        assert_true(p >= 1e-4 && p <= 1 && near(p, about, 0.15 * about + 0.01));
    }
}

/* What is drawn group by group has the distribution: mean and variance of the hypergeometric, and no value that cannot be. */
static void deviates_are_hypergeometric(void **state)
{
    (void)state;
    static const sia_cell tables[] = { { 0, 300, 500, 2000 }, { 0, 7, 900, 1000 }, { 0, 950, 900, 1000 }, { 0, 40000, 9000, 3000000 } };
    enum { N = 40000 };
    for (size_t i = 0; i < SIA_COUNT_OF(tables); i++) {
        const sia_cell c = tables[i];
        const double a = (double)c.a, b = (double)c.b, n = (double)c.n, mean = a * b / n, var = mean * (1 - b / n) * (n - a) / (n - 1);
        double sum = 0, squares = 0;
        uint64_t random = 1;
        for (int k = 0; k < N; k++) {
            const double x = (double)sia_hyper_draw(c, &random);
            assert_true(x <= fmin(a, b) && x >= a + b - n);
            sum += x - mean;
            squares += (x - mean) * (x - mean);
        }
        assert_true(fabs(sum / N) < 4 * sqrt(var / N));
        assert_true(near(squares / N, var, 0.04 * var));
    }
    uint64_t random = 1;
    assert_int_equal(sia_hyper_draw((sia_cell){ 0, 5, 0, 10 }, &random), 0);
    assert_int_equal(sia_hyper_draw((sia_cell){ 0, 10, 4, 10 }, &random), 4);
}

/* Hundreds of hits and one small group, which are drawn group by group: chi-squared is not far off. */
static void draws_of_many_hits_agree(void **state)
{
    (void)state;
    static const uint64_t size[] = { 10000, 10000, 10000, 80 }, hits[][4] = { { 200, 200, 200, 2 }, { 230, 190, 180, 2 }, { 220, 190, 190, 3 } };
    for (size_t i = 0; i < SIA_COUNT_OF(hits); i++) {
        const sia_homogeneity h = test(hits[i], size, 4);
        const double about = exp(sia_log_chi2_above(h.chi2, 3));
        assert_int_equal(h.how, SIA_BY_DRAWS);
        assert_true(near(exp(h.log_p), about, 0.15 * about + 0.02));
    }
}

static void what_cannot_be_tested_is_not(void **state)
{
    (void)state;
    const uint64_t size[] = { 10, 10 };
    assert_int_equal(TEST(0, 0).how, SIA_NOT_TESTED);
    assert_int_equal(TEST(11, 0).how, SIA_NOT_TESTED);       /* more hits than words: codebooks that overlap */
    assert_int_equal(TEST(10, 10).how, SIA_NOT_TESTED);
    assert_true(isnan(TEST(0, 0).chi2) && isnan(TEST(0, 0).log_p) && isnan(TEST(0, 0).interval.low));
    assert_int_equal(test((const uint64_t[]){ 3 }, size, 1).how, SIA_NOT_TESTED);
}

static void residuals_by_hand(void **state)
{
    (void)state;
    const sia_residual r = sia_residual_of(8, 100, 10, 400); /* E = 2.5 */
    assert_true(near(r.expected, 2.5, 1e-15) && near(r.standard, 5.5 / sqrt(2.5), 1e-14));
    assert_true(near(r.adjusted, 5.5 / sqrt(2.5 * 0.975 * 0.75), 1e-14));
    const sia_cell c = sia_cell_of_groups(8, 100, 2, 300);   /* of two groups the adjusted one squared is chi-squared */
    assert_true(near(r.adjusted * r.adjusted, sia_chi2(c), 1e-12));
}

/* One degree of freedom: (Z + m)^2, so that P(X <= x) is a piece of the normal distribution. */
static void noncentral_of_one_degree_is_a_shifted_normal(void **state)
{
    (void)state;
    for (double lambda = 0; lambda < 2000; lambda = lambda * 1.7 + 0.3)
        for (double x = 0.01; x < 3000; x *= 2.3) {
            const double m = sqrt(lambda), z = sqrt(x);
            const double want = exp(sia_log_normal_above(-(z - m))) - exp(sia_log_normal_above(z + m));
            assert_true(near(sia_noncentral_chi2_at_most(x, 1, lambda), want, 1e-12));
        }
    assert_true(near(sia_noncentral_chi2_at_most(7.8, 3, 0), 1 - exp(sia_log_chi2_above(7.8, 3)), 1e-14));
}

static void intervals_hold_what_they_say(void **state)
{
    (void)state;
    for (double chi2 = 0; chi2 < 500; chi2 = chi2 * 1.5 + 1) {
        const sia_interval v = sia_cramers_v_interval(chi2, 3, 4, 1000, 0.05);
        const double at = sia_cramers_v(chi2, 3, 4, 1000), low = v.low * v.low * 2000, high = v.high * v.high * 2000;
        assert_true(v.low <= at + 1e-3 && at <= v.high + 1e-3 && v.low >= 0);
        if (low > 0) assert_true(near(sia_noncentral_chi2_at_most(chi2, 6, low), 0.975, 1e-9));
        if (high > 0) assert_true(near(sia_noncentral_chi2_at_most(chi2, 6, high), 0.025, 1e-9));
    }
    assert_true(isnan(sia_cramers_v(1, 1, 4, 10)) && isnan(sia_cramers_v_interval(1, 1, 4, 10, 0.05).low));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_tables_by_hand),
        cmocka_unit_test(two_groups_are_a_table_of_four),
        cmocka_unit_test(draws_and_chi_squared_agree),
        cmocka_unit_test(deviates_are_hypergeometric),
        cmocka_unit_test(draws_of_many_hits_agree),
        cmocka_unit_test(what_cannot_be_tested_is_not),
        cmocka_unit_test(residuals_by_hand),
        cmocka_unit_test(noncentral_of_one_degree_is_a_shifted_normal),
        cmocka_unit_test(intervals_hold_what_they_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
