/* Agreement of two coders, against worked examples in print. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <siasat/stat.h>

enum { MOST = 8 };

/* Two strings of codes, one letter a unit, as a table over a..h. */
static void fill(uint64_t t[MOST * MOST], const char *a, const char *b)
{
    memset(t, 0, MOST * MOST * sizeof *t);
    for (; *a; a++, b++) t[(*a - 'a') * MOST + (*b - 'a')]++;
}

static void near(double x, double expected, double within) { if (!(fabs(x - expected) <= within)) fail_msg("%.6f is not %.6f", x, expected); }

/* Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): A. binary data, 10 units, alpha 0.095; B. nominal data,
 * 12 units, alpha 0.692. */
static void alpha_is_krippendorffs(void **state)
{
    (void)state;
    uint64_t t[MOST * MOST];
    fill(t, "abaaaaaaba", "bbbaabaaaa");
    near(sia_alpha(t, MOST), 0.095, 0.0005);
    fill(t, "aabbdcccedda", "babbbccceddd");
    near(sia_alpha(t, MOST), 0.692, 0.0005);
}

/* Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), table 13.1: 100 subjects, p_o .89, kappa .68. */
static void kappa_is_cohens(void **state)
{
    (void)state;
    const uint64_t fleiss[] = { 75, 1, 4, 5, 4, 1, 0, 0, 10 };
    near(sia_agreement(fleiss, 3), 0.89, 1e-12);
    near(sia_kappa(fleiss, 3), 0.68, 0.005);
    const uint64_t chance[] = { 20, 20, 20, 20 }, perfect[] = { 7, 0, 0, 3 };
    near(sia_kappa(chance, 2), 0, 1e-12);
    near(sia_kappa(perfect, 2), 1, 1e-12);
    near(sia_alpha(perfect, 2), 1, 1e-12);
}

static void laws(void **state)
{
    (void)state;
    const uint64_t t[] = { 11, 2, 5, 30 }, turned[] = { 11, 5, 2, 30 }, renamed[] = { 30, 5, 2, 11 };
    near(sia_kappa(t, 2), sia_kappa(turned, 2), 1e-12);
    near(sia_alpha(t, 2), sia_alpha(turned, 2), 1e-12);
    near(sia_kappa(t, 2), sia_kappa(renamed, 2), 1e-12);
    near(sia_alpha(t, 2), sia_alpha(renamed, 2), 1e-12);
}

static void nothing_to_agree_on_is_no_number(void **state)
{
    (void)state;
    const uint64_t none[] = { 0, 0, 0, 0 }, constant[] = { 9, 0, 0, 0 };
    assert_true(isnan(sia_agreement(none, 2)) && isnan(sia_kappa(none, 2)) && isnan(sia_alpha(none, 2)));
    assert_true(isnan(sia_kappa(constant, 2)) && isnan(sia_alpha(constant, 2)));
}

/* Krippendorff, Content Analysis (2004), p. 254: a continuum of 300 from 150 on, two observers, two categories. The figures in print: observed
 * 0.0144 and 0.0000, expected 0.0532 and 0.0490, alpha 0.7286 and 1.0000, of both together 0.8591. */
static void unitizing_is_krippendorffs(void **state)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    const sia_stretch i_c[] = { { 75, 70 }, { 220, 30 } }, j_c[] = { { 70, 80 }, { 205, 20 }, { 250, 20 } }, k[] = { { 30, 60 }, { 150, 50 } };
    sia_unitizing c, same;
    (void)state;
    assert_true(sia_unitizing_of(&c, i_c, 2, j_c, 3, 300, a));
    near(c.observed, 0.0144, 0.00005);
    near(c.expected, 0.0532, 0.00005);
    near(sia_unitizing_alpha(c), 0.7286, 0.0001);
    assert_true(sia_unitizing_of(&same, k, 2, k, 2, 300, a));
    near(same.observed, 0, 0);
    near(same.expected, 0.0490, 0.00005);
    near(sia_unitizing_alpha((sia_unitizing){ c.observed + same.observed, c.expected + same.expected }), 0.8591, 0.0005);      /* in print from rounded figures: 1 - .0144 / .1022 */
    assert_true(sia_unitizing_of(&c, j_c, 3, i_c, 2, 300, a));              /* whoever comes first */
    near(sia_unitizing_alpha(c), 0.7286, 0.0001);
    assert_true(sia_unitizing_of(&c, NULL, 0, NULL, 0, 300, a));
    assert_true(isnan(sia_unitizing_alpha(c)));
    assert_true(sia_unitizing_of(&c, i_c, 2, NULL, 0, 300, a));
    assert_true(sia_unitizing_alpha(c) < 0.2);
    sia_arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unitizing_is_krippendorffs),
        cmocka_unit_test(alpha_is_krippendorffs), cmocka_unit_test(kappa_is_cohens), cmocka_unit_test(laws),
        cmocka_unit_test(nothing_to_agree_on_is_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
