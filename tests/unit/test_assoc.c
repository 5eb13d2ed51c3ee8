/* Measures against published and independently computed values, and the laws they keep. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <math.h>

static bool near(double got, double want, double rel)
{
    if (isinf(want) || isnan(want)) return isnan(want) ? isnan(got) : got == want;
    return fabs(got - want) <= rel * fmax(fabs(want), 1e-300);
}

static void expect(const char *what, sia_cell c, double got, double want, double rel)
{
    if (!near(got, want, rel))
        fail_msg("%s of %llu %llu %llu %llu: got %.17g, want %.17g", what, (unsigned long long)c.both,
                 (unsigned long long)c.a, (unsigned long long)c.b, (unsigned long long)c.n, got, want);
}

/* Other programs add up four large terms of G2 that nearly cancel, which costs them some 4e-16 n. For 'arrived' below,
 * decimal arithmetic of 60 digits gives 3.87912640508117396, which is ours. */
static void expect_g2(sia_cell c, double want)
{
    double got = sia_g2(c);
    if (fabs(got - want) > 4e-16 * (double)c.n) expect("g2", c, got, want, 1e-9);
}

/* ---- values with a source -------------------------------------------------------------------- */

static void ucs_toolkit_agrees(void **state)
{
    (void)state;                        /* S. Evert's UCS toolkit, its own output for 'arrived' and 'certain' */
    sia_cell arrived = { 2, 15334, 5, 191998 }, certain = { 7, 15334, 120, 191998 };
    expect_g2(arrived, 3.87912640510113);
    expect_g2(certain, -0.829802488929075);
    expect("g2", arrived, sia_g2(arrived), 3.87912640508117396, 1e-14);
    expect("expected", arrived, sia_expected(arrived), 2 / pow(10, 0.699701237186881), 1e-13);
}

static void dunning_1993_and_nltk_agree(void **state)
{
    (void)state;                        /* two bigrams of Dunning; NLTK's collocations.doctest */
    sia_cell the_swiss = { 110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114 };
    sia_cell can_be = { 29, 29 + 13, 29 + 123, 29 + 13 + 123 + 31612 };
    sia_cell of_new = { 150, 12593, 932, 14307668 };
    expect("g2", the_swiss, sia_g2(the_swiss), 270.7218769, 2e-9);
    expect("g2", can_be, sia_g2(can_be), 263.8966261, 1e-9);
    expect("g2", of_new, sia_g2(of_new), 1291.3190571, 1e-10);
}

static void log_dice_agrees_with_published_values(void **state)
{
    (void)state;                        /* Sugiura's LD.R page; the last: a corpus prints 11.935563, by ln */
    const struct { sia_cell c; double want; } t[] = {
        { { 8, 389, 230, 1000000 }, 8.726204 }, { { 300, 300, 300, 1000000 }, 14 },
        { { 3, 3000, 3000, 1000000 }, 4.034216 }, { { 6, 3000, 3000, 1000000 }, 5.034216 },
        { { 300, 3000, 3000, 1000000 }, 10.678072 }, { { 256, 3035, 1000, 1000000 }, 11.021647 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++)
        expect("logDice", t[i].c, sia_log_dice(t[i].c), t[i].want, 1e-7);
}

static void large_counts_keep_their_digits(void **state)
{
    (void)state;                        /* by the definitions in decimal arithmetic of 80 digits */
    const uint64_t n = 1ull << 40;
    const struct { sia_cell c; double g2, npmi, log_dice; } t[] = {
        { { (n >> 2) + 1, n >> 1, n >> 1, n }, 1.4551915228366852e-11, 2.6242469919272937e-12, 13.000000000005249 },
        { { (n >> 2) - 12345, n >> 1, n >> 1, n }, -0.0022176976926857614, -3.2396328793267537e-08, 12.99999993520734 },
        { { 1, 1, 1, n }, 57.451774444794715, 1, 14 },
        { { n >> 1, n >> 1, n >> 1, n }, 1524246769571.6208, 1, 14 },
        { { 1000003, (1u << 30) + 7, (1u << 31) + 9, n },
          -714824.07321406563, -0.053239205672999106, 3.3466103895157047 },
        { { n - 2, n - 1, n - 1, n }, -1.8189894035475108e-12, -4.5474735088687771e-13, 13.999999999998687 },
        { { n - 1, n - 1, n - 1, n }, 57.451774444794715, 1, 14 },
        { { 12345678901, 98765432109, 123456789012, n }, 171104900.65102261, 0.023898661575656222, 10.830074992695296 },
        { { 5, 1000000, 1000000, n }, 8.8620630571379735, 0.065257876316791419, -3.6096404744368118 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) {
        expect("g2", t[i].c, sia_g2(t[i].c), t[i].g2, 1e-12);
        expect("npmi", t[i].c, sia_npmi(t[i].c), t[i].npmi, 1e-12);
        expect("logDice", t[i].c, sia_log_dice(t[i].c), t[i].log_dice, 1e-13);
    }
}

/* ---- edges -------------------------------------------------------------------------------------- */

static void zero_cells_have_settled_values(void **state)
{
    (void)state;
    sia_cell never = { 0, 12, 15, 478 }, nobody = { 0, 0, 15, 478 }, always = { 15, 478, 15, 478 };
    sia_cell nothing = { 0, 0, 0, 0 }, all = { 9, 9, 9, 9 };
    assert_true(isinf(sia_log_dice(never)) && sia_log_dice(never) < 0);
    assert_true(sia_npmi(never) == -1);
    assert_true(sia_g2(never) < 0);
    assert_true(sia_expected(nothing) == 0 && sia_expected(nobody) == 0);
    assert_true(sia_g2(nobody) == 0 && sia_npmi(nobody) == 0);
    assert_true(sia_g2(always) == 0 && sia_npmi(always) == 0);
    assert_true(sia_g2(all) == 0 && sia_npmi(all) == 0 && sia_log_dice(all) == 14);
    assert_true(sia_g2(nothing) == 0 && sia_npmi(nothing) == 0);
}

static void impossible_tables_give_no_number(void **state)
{
    (void)state;
    const sia_cell t[] = { { 3, 2, 5, 9 }, { 3, 5, 2, 9 }, { 1, 10, 2, 9 }, { 1, 2, 10, 9 }, { 1, 6, 6, 9 } };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) {
        assert_true(isnan(sia_g2(t[i])) && isnan(sia_npmi(t[i])));
        assert_true(isnan(sia_log_dice(t[i])) && isnan(sia_expected(t[i])));
    }
}

static void rates_are_per_ten_thousand(void **state)
{
    (void)state;
    assert_true(sia_per_10k(3, 1200) == 25);
    assert_true(sia_per_10k(0, 5) == 0);
    assert_true(isnan(sia_per_10k(3, 0)));
}

/* ---- laws, over all tables of a small n ------------------------------------------------------------ */

enum { SMALL = 14 };

static void each_small_table(void (*law)(sia_cell))
{
    for (uint64_t n = 1; n <= SMALL; n++)
        for (uint64_t a = 0; a <= n; a++)
            for (uint64_t b = 0; b <= n; b++)
                for (uint64_t k = a + b > n ? a + b - n : 0; k <= a && k <= b; k++) law((sia_cell){ k, a, b, n });
}

static void symmetric(sia_cell c)
{
    sia_cell d = { c.both, c.b, c.a, c.n };
    assert_true(sia_expected(c) == sia_expected(d) && sia_g2(c) == sia_g2(d) && sia_npmi(c) == sia_npmi(d));
    assert_true(sia_log_dice(c) == sia_log_dice(d));
}

static void bounded(sia_cell c)
{
    assert_true(sia_npmi(c) >= -1 && sia_npmi(c) <= 1);
    assert_true(sia_log_dice(c) <= 14);
    assert_true(fabs(sia_g2(c)) <= 2 * (double)c.n * log(2) * 1.0000001);   /* twice n times at most one bit */
}

/* More units together, all else equal: every measure rises. */
static void monotone(sia_cell c)
{
    sia_cell d = { c.both + 1, c.a, c.b, c.n };
    if (d.both > d.a || d.both > d.b) return;
    assert_true(sia_log_dice(d) > sia_log_dice(c));
    if (!c.a || !c.b || c.a == c.n || c.b == c.n) return;
    assert_true(sia_g2(d) > sia_g2(c));
    assert_true(sia_npmi(d) > sia_npmi(c));
}

/* The sign tells which side of expectation the pair is on, and independence is 0. */
static void signed_by_expectation(sia_cell c)
{
    uint64_t o = c.both * c.n, e = c.a * c.b;
    bool flat = !c.a || !c.b || c.a == c.n || c.b == c.n;
    double g = sia_g2(c), m = sia_npmi(c);
    if (flat || o == e) assert_true(g == 0 && m == 0);
    else assert_true(o > e ? g > 0 && m > 0 : g < 0 && m < 0);
}

/* Twice the corpus is twice the evidence; the strength of the pair stays. */
static void doubled(sia_cell c)
{
    sia_cell d = { 2 * c.both, 2 * c.a, 2 * c.b, 2 * c.n };
    assert_true(near(sia_g2(d), 2 * sia_g2(c), 1e-12));
    assert_true(near(sia_npmi(d), sia_npmi(c), 1e-12) && sia_log_dice(d) == sia_log_dice(c));
}

static void measures_are_symmetric(void **state) { (void)state; each_small_table(symmetric); }
static void measures_keep_their_bounds(void **state) { (void)state; each_small_table(bounded); }
static void more_together_is_more(void **state) { (void)state; each_small_table(monotone); }
static void the_sign_is_that_of_o_minus_e(void **state) { (void)state; each_small_table(signed_by_expectation); }
static void size_changes_evidence_only(void **state) { (void)state; each_small_table(doubled); }

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ucs_toolkit_agrees),
        cmocka_unit_test(dunning_1993_and_nltk_agree),
        cmocka_unit_test(log_dice_agrees_with_published_values),
        cmocka_unit_test(large_counts_keep_their_digits),
        cmocka_unit_test(zero_cells_have_settled_values),
        cmocka_unit_test(impossible_tables_give_no_number),
        cmocka_unit_test(rates_are_per_ten_thousand),
        cmocka_unit_test(measures_are_symmetric),
        cmocka_unit_test(measures_keep_their_bounds),
        cmocka_unit_test(more_together_is_more),
        cmocka_unit_test(the_sign_is_that_of_o_minus_e),
        cmocka_unit_test(size_changes_evidence_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
