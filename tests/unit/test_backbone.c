/* The disparity filter, by hand. */
#include <siasat/stat.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* One of k edges with a share p of the strength: the chance that a stick broken at k - 1 places gives it p or more is (1 - p)^(k - 1). */
static void shares_of_a_stick(void **state)
{
    (void)state;
    assert_true(fabs(sia_disparity(1, 2, 2) - 0.5) < 1e-12);
    assert_true(fabs(sia_disparity(8, 10, 3) - 0.04) < 1e-12);
    assert_true(fabs(sia_disparity(9, 12, 4) - 1.0 / 64) < 1e-12);
    assert_true(fabs(sia_disparity(1, 4, 4) - 27.0 / 64) < 1e-12);
}

static void an_only_edge_says_nothing(void **state)
{
    (void)state;
    assert_true(sia_disparity(5, 5, 1) >= 1 && sia_disparity(5, 5, 1) <= 1);
    assert_true(sia_disparity(0, 0, 0) >= 1);
}

static void more_is_more_surprising(void **state)
{
    (void)state;
    for (uint32_t k = 2; k < 20; k++)
        for (uint64_t w = 1; w < 40; w++) assert_true(sia_disparity(w + 1, 41, k) < sia_disparity(w, 41, k));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_of_a_stick), cmocka_unit_test(an_only_edge_says_nothing), cmocka_unit_test(more_is_more_surprising),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
