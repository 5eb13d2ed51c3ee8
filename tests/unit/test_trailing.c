/* Paths in tables: which input they mean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "../../src/cli/trailing.h"

static size_t agree(const char *a, const char *b)
{
    const size_t there = trailing_agrees(sia_str_of(a), sia_str_of(b)), back = trailing_agrees(sia_str_of(b), sia_str_of(a));
    assert_int_equal(there > 0, back > 0);
    return there;
}

static void one_path_ends_the_other(void **state)
{
    (void)state;
    assert_true(agree("skripsi/budi/bab4.txt", "budi/bab4.txt"));
    assert_true(agree("bab4.txt", "skripsi/budi/bab4.txt"));
    assert_true(agree("budi/bab4.txt", "budi/bab4.docx") && agree("budi/bab4.txt", "budi/bab4"));
    assert_false(agree("budi/bab4.txt", "ani/bab4.txt"));
    assert_false(agree("budi/bab4.txt", "ab4.txt"));
    assert_false(agree("budi/bab4.txt", "budi/bab5.txt"));
    assert_false(agree("budi/bab4.txt", ""));
}

static void longer_and_with_the_extension_is_better(void **state)
{
    (void)state;
    const char *path = "skripsi/budi/bab4.txt";
    assert_true(agree(path, "skripsi/budi/bab4.txt") > agree(path, "budi/bab4.txt"));
    assert_true(agree(path, "budi/bab4.pdf") > agree(path, "bab4.txt"));
    assert_true(agree(path, "budi/bab4.txt") > agree(path, "budi/bab4.pdf"));
}

static void an_input_is_found_if_it_is_one(void **state)
{
    (void)state;
    input v[] = { { .path = SIA_STR("x/budi/bab4.txt") }, { .path = SIA_STR("x/ani/bab4.txt") }, { .path = SIA_STR("x/ani/bab5.txt") } };
    inputs in = { .files = { v, 3, 3 } };
    assert_int_equal(trailing_input(&in, SIA_STR("ani/bab4.txt")), 1);
    assert_int_equal(trailing_input(&in, SIA_STR("lama/ani/bab5")), 2);
    assert_int_equal(trailing_input(&in, SIA_STR("bab4.txt")), UINT32_MAX);
    assert_int_equal(trailing_input(&in, SIA_STR("bab6.txt")), UINT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_path_ends_the_other),
        cmocka_unit_test(longer_and_with_the_extension_is_better),
        cmocka_unit_test(an_input_is_found_if_it_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
