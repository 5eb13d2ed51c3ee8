/* Other programs' conventions, against what they print. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <math.h>

static const sia_measure *measure(sia_program p, sia_family f, const char *name)
{
    const sia_measure *m;
    for (uint32_t i = 0; (m = sia_program_measure(p, f, i)) != NULL; i++)
        if (!strcmp(m->name, name)) return m;
    fail_msg("%s has no %s", sia_program_name(p), name);
    return NULL;
}

static void expect(sia_program p, sia_family f, const char *name, sia_cell c, double want, double within)
{
    const double got = sia_measure_of(measure(p, f, name), c, 0.05);
    if (!(fabs(got - want) <= within * fabs(want))) fail_msg("%s, %s: got %.12g, want %.12g", sia_program_name(p), name, got, want);
}

/* quanteda.textstats' test: "b*7 a*3" against "a*7 b*2". Its lr with the correction it calls Williams' is 2.70284378. */
static void quanteda_corrects_small_tables(void **state)
{
    (void)state;
    const sia_cell b = sia_cell_of_groups(7, 10, 2, 9), a = sia_cell_of_groups(3, 10, 7, 9);
    expect(SIA_QUANTEDA, SIA_KEY, "chi2", b, 2.632438272, 1e-9);
    expect(SIA_QUANTEDA, SIA_KEY, "chi2", a, -2.632438272, 1e-9);
    expect(SIA_QUANTEDA, SIA_KEY, "lr", b, 2.70284378, 1e-9);
    expect(SIA_QUANTEDA, SIA_KEY, "pmi", b, log(7 / (10 * 9 / 19.0) + 1e-9), 1e-12);
    const sia_cell large = sia_cell_of_groups(70, 1000, 20, 1000);           /* no expectation below 5: as it stands */
    expect(SIA_QUANTEDA, SIA_KEY, "chi2", large, sia_chi2(large), 0);
    expect(SIA_QUANTEDA, SIA_KEY, "lr", large, 30.7284267307 + 2e-9 * 2000, 1e-11);     /* its billionth */
}

/* The first of 599 rows of its log ratios (tests/unit/test_oracle.c has them all). */
static void cqpweb_has_log_ratio_and_g2_of_four_cells(void **state)
{
    (void)state;
    const sia_cell c = { 1189, 168329, 2157, 19720567 };
    expect(SIA_CQPWEB, SIA_PAIR, "log_ratio", c, 7.156575955874566, 1e-12);
    expect(SIA_CQPWEB, SIA_KEY, "log_ratio", c, 7.156575955874566, 1e-12);
    expect(SIA_CQPWEB, SIA_KEY, "g2", sia_cell_of_groups(70, 1000, 20, 1000), 30.7284267307, 1e-11);
    expect(SIA_CQPWEB, SIA_KEY, "log_ratio", sia_cell_of_groups(12, 478, 0, 5000), 7.9718081, 1e-8);
    const sia_cell near = { 5, 100, 48, 1000 };              /* 5 against 4.8 expected: half of 0.2 */
    expect(SIA_CQPWEB, SIA_PAIR, "z", near, 0.1 / sqrt(4.8), 1e-12);
}

/* logDice as published for manatee (Sugiura's table); simple maths as R's corpora has it. */
static void sketch_engine_has_log_dice_and_simple_maths(void **state)
{
    (void)state;
    const uint64_t n = 1000000;
    expect(SIA_SKETCH, SIA_PAIR, "log_dice", (sia_cell){ 8, 389, 230, n }, 8.726204, 1e-7);
    expect(SIA_SKETCH, SIA_PAIR, "log_dice", (sia_cell){ 3, 3000, 3000, n }, 4.034216, 1e-7);
    expect(SIA_SKETCH, SIA_PAIR, "log_dice", (sia_cell){ 256, 3035, 1000, n }, 11.021647, 1e-7);
    expect(SIA_SKETCH, SIA_KEY, "simple_maths", sia_cell_of_groups(7, 1000, 2, 1000), 3.49875062469, 1e-11);
    expect(SIA_SKETCH, SIA_KEY, "simple_maths", sia_cell_of_groups(12, 478, 0, 5000), 25105.6025105, 1e-11);
}

/* UCREL's and WordSmith's log likelihood has two terms, AntConc's four. */
static void wordsmith_has_two_terms_antconc_four(void **state)
{
    (void)state;
    const sia_cell c = sia_cell_of_groups(70, 1000, 20, 1000);
    expect(SIA_WORDSMITH, SIA_KEY, "g2", c, 29.4193766704, 1e-11);
    expect(SIA_WORDSMITH, SIA_KEY, "bic", c, 29.4193766704 - log(2000), 1e-11);
    expect(SIA_WORDSMITH, SIA_KEY, "percent_diff", c, 250, 1e-12);
    expect(SIA_ANTCONC, SIA_KEY, "g2", c, 30.7284267307, 1e-11);
}

static void every_program_says_how(void **state)
{
    (void)state;
    for (int p = 0; p < SIA_PROGRAMS; p++) {
        uint32_t n = 0;
        assert_non_null(sia_program_name((sia_program)p));
        for (int f = SIA_PAIR; f <= SIA_KEY; f++) {
            const sia_measure *m;
            for (uint32_t i = 0; (m = sia_program_measure((sia_program)p, (sia_family)f, i)) != NULL; i++, n++) {
                assert_true(*m->formula && (m->of != NULL) != (m->within != NULL));
                assert_true(isnan(sia_measure_of(m, (sia_cell){ 5, 3, 4, 10 }, 0.05)));      /* a table that cannot be */
            }
        }
        assert_true(n > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quanteda_corrects_small_tables), cmocka_unit_test(cqpweb_has_log_ratio_and_g2_of_four_cells),
        cmocka_unit_test(sketch_engine_has_log_dice_and_simple_maths), cmocka_unit_test(wordsmith_has_two_terms_antconc_four),
        cmocka_unit_test(every_program_says_how),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
