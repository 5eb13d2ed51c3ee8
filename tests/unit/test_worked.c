/* Formulas with the numbers put in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "../../src/cli/worked.h"

static const figure figures[] = {
    { "units_ab", 23 }, { "units_a", 71 }, { "units_b", 48 }, { "N", 216 }, { "O11", 23 }, { "O12", 48 }, { "O21", 25 }, { "O22", 120 },
    { "E11", 15.5 }, { "E12", 55.5 }, { "E21", 32.5 }, { "E22", 112.5 }, { "O", 23 }, { "E", 15.5 }, { "tiny", 1e-300 },
};

static void becomes(const char *formula, const char *want)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    assert_string_equal(worked(formula, figures, SIA_COUNT_OF(figures), a).p, want);
    sia_arena_free(a);
}

static void names_become_numbers(void **state)
{
    (void)state;
    becomes("14 + log2(2 units_ab / (units_a + units_b))", "14 + log2(2 * 23 / (71 + 48))");
    becomes("units_a units_b / N", "71 * 48 / 216");
    becomes("O11 ln O11", "23 ln 23");
    becomes("-log10 tiny", "-log10 1e-300");
    becomes("", "");
}

static void names_inside_names_stay(void **state)
{
    (void)state;
    becomes("ON + N_i + 2N + Order + units_abc", "ON + N_i + 2N + Order + units_abc");
}

static void sums_over_the_cells_are_written_out(void **state)
{
    (void)state;
    becomes("sign(O - E) 2 sum O_ij ln(O_ij / E_ij)",
            "sign(23 - 15.5) 2 (23 ln(23 / 15.5) + 48 ln(48 / 55.5) + 25 ln(25 / 32.5) + 120 ln(120 / 112.5))");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_become_numbers), cmocka_unit_test(names_inside_names_stay), cmocka_unit_test(sums_over_the_cells_are_written_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
