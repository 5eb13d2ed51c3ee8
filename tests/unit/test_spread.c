/* Dispersion: published examples, and the laws of evenness. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <math.h>

static sia_spread spread(const uint64_t *count, const uint64_t *words, uint32_t n)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_share *part = sia_new(a, sia_share, n);
    sia_spread s;
    for (uint32_t i = 0; i < n; i++) part[i] = (sia_share){ count[i], words[i] };
    assert_true(sia_spread_of(part, n, &s, a));
    sia_arena_free(a);
    return s;
}

/* In the order of sia_spread: range dp dp_norm d_p juilland_d carroll_d2 rosengren_s d_a kld d_kl; NaN: not compared. */
static void expect(sia_spread s, const double want[10])
{
    const double got[] = { s.range, s.dp, s.dp_norm, s.d_p, s.juilland_d, s.carroll_d2, s.rosengren_s, s.d_a, s.kld, s.d_kl };
    for (int k = 0; k < 10; k++)
        if (!isnan(want[k]) && !(fabs(got[k] - want[k]) < 1e-9)) fail_msg("value %d: got %.12g, want %.12g", k, got[k], want[k]);
}

/* Three examples of the literature: Lyne (1985), ALLEMAND in ten parts of French business texts; five equal parts; Gries'
 * corpus of five. D_P of the first by its definition: a package in use prints 0.50093, the formula of 2008. */
static void worked_examples_agree(void **state)
{
    (void)state;
    const double no = (double)NAN;
    const uint64_t lyne[] = { 8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930 };
    const uint64_t five[] = { 0, 0, 1, 2, 5 }, equal[] = { 1000, 1000, 1000, 1000, 1000 };
    const uint64_t toy[] = { 1, 2, 3, 4, 5 }, sizes[] = { 9, 10, 10, 10, 11 };
    const uint64_t allemand[] = { 2, 0, 1, 1, 3, 0, 3, 0, 0, 0 };
    expect(spread(allemand, lyne, 10), (const double[]){ .5, .4990704543, .5535479786, .4462309620, .6038797288, .6521443919, .4763652002, .3081640272, no, .4665078051 });
    expect(spread(five, equal, 5), (const double[]){ .6, .475, .59375, .40625, .4203988440, .5593605347, .5406279600, .25, no, .4942828394 });
    expect(spread(toy, sizes, 5), (const double[]){ 1, .18, .2195121951, .7804878049, .7851504535, .9379213033, .9498163423, .6974500345, .1369717294, .8795293446 });
}

/* Gries (2008) defines DP by all parts; from those that have the item alone it is the same. */
static void dp_needs_only_the_parts_that_have_the_item(void **state)
{
    (void)state;
    const sia_share all[] = { { 0, 8 }, { 3, 5 }, { 0, 9 }, { 1, 20 } }, with[] = { { 3, 5 }, { 1, 20 } };
    double plain = 0;
    for (int i = 0; i < 4; i++) plain += fabs((double)all[i].count / 4 - (double)all[i].words / 42) / 2;
    assert_true(fabs(sia_dp(with, 2, 4, 42) - plain) < 1e-15 && fabs(sia_dp(all, 4, 4, 42) - plain) < 1e-15);
    assert_true(isnan(sia_dp(with, 0, 0, 42)));
}

static void evenness_and_concentration_are_the_ends(void **state)
{
    (void)state;
    for (uint32_t k = 2; k < 40; k += 7) {
        uint64_t even[40], one[40] = { 0 }, words[40];
        for (uint32_t i = 0; i < k; i++) {
            words[i] = 100 * (i + 1);
            even[i] = 3 * (i + 1);
        }
        one[0] = 9;                                          /* all in the smallest part */
        sia_spread s = spread(even, words, k), c = spread(one, words, k);
        assert_true(fabs(s.dp) < 1e-12 && fabs(s.dp_norm) < 1e-12 && fabs(s.d_p - 1) < 1e-12 && fabs(s.juilland_d - 1) < 1e-9);
        assert_true(fabs(s.carroll_d2 - 1) < 1e-12 && fabs(s.rosengren_s - 1) < 1e-12 && fabs(s.d_a - 1) < 1e-12);
        assert_true(fabs(s.kld) < 1e-12 && fabs(s.d_kl - 1) < 1e-12 && s.range == 1);
        assert_true(fabs(c.dp_norm - 1) < 1e-12 && fabs(c.d_p) < 1e-12 && fabs(c.juilland_d) < 1e-9 && fabs(c.carroll_d2) < 1e-12);
        assert_true(fabs(c.d_a) < 1e-12 && c.range == 1.0 / k);
    }
}

static void scale_and_order_do_not_matter(void **state)
{
    (void)state;
    const uint64_t f[] = { 4, 0, 1, 9 }, w[] = { 50, 70, 20, 90 }, f2[] = { 9 << 20, 1 << 20, 0, 4 << 20 }, w2[] = { 900, 200, 700, 500 };
    sia_spread a = spread(f, w, 4), b = spread(f2, w2, 4);
    expect(b, (const double[]){ a.range, a.dp, a.dp_norm, a.d_p, a.juilland_d, a.carroll_d2, a.rosengren_s, a.d_a, a.kld, a.d_kl });
}

static void one_part_or_no_hit_says_nothing(void **state)
{
    (void)state;
    const uint64_t none[] = { 0, 0 }, some[] = { 3 }, words[] = { 10, 20 };
    sia_spread n = spread(none, words, 2), o = spread(some, words, 1);
    assert_true(n.range == 0 && isnan(n.dp) && isnan(n.kld) && isnan(n.d_a));
    assert_true(o.range == 1 && isnan(o.dp) && isnan(o.dp_norm) && isnan(o.juilland_d) && o.kld == 0);
}

static void reduced_frequency_is_from_1_to_the_count(void **state)
{
    (void)state;
    const uint64_t even[] = { 3, 13, 23, 33 }, heap[] = { 7, 8, 9, 10 };
    assert_true(fabs(sia_arf(even, 4, 40) - 4) < 1e-12 && fabs(sia_aldf(even, 4, 40) - 4) < 1e-12);
    assert_true(sia_arf(heap, 4, 4000) < 1.01 && sia_aldf(heap, 4, 4000) < 1.01);
    assert_true(isnan(sia_arf(even, 0, 40)) && isnan(sia_aldf(even, 0, 40)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(worked_examples_agree),
        cmocka_unit_test(dp_needs_only_the_parts_that_have_the_item),
        cmocka_unit_test(evenness_and_concentration_are_the_ends),
        cmocka_unit_test(scale_and_order_do_not_matter),
        cmocka_unit_test(one_part_or_no_hit_says_nothing),
        cmocka_unit_test(reduced_frequency_is_from_1_to_the_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
