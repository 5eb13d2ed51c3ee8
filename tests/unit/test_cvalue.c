/* C-values against the published example; candidate terms in bounded memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <siasat/stat.h>
#include <stdio.h>

/* Frantzi, Ananiadou & Mima (2000), section 2.3.1: adenoid cystic basal cell carcinoma and what stands in it. */
static void the_papers_example(void **state)
{
    (void)state;
    enum { ADENOID = 1, CYSTIC, BASAL, CELL, CARCINOMA, ULCERATED, RECURRENT, CIRCUMSCRIBED };
    static const uint32_t a[] = { ADENOID, CYSTIC, BASAL, CELL, CARCINOMA }, u[] = { ULCERATED, BASAL, CELL, CARCINOMA },
                          r[] = { RECURRENT, BASAL, CELL, CARCINOMA }, c[] = { CIRCUMSCRIBED, BASAL, CELL, CARCINOMA };
    sia_candidate v[] = { { a + 2, 3, 984, 0 }, { a, 5, 5, 0 }, { a + 1, 4, 11, 0 }, { u, 4, 7, 0 }, { r, 4, 5, 0 }, { c, 4, 3, 0 } };
    static const double want[] = { 1551.361296, 11.609640, 12, 14, 10, 6 };
    sia_arena *arena = sia_arena_new(NULL, 0);
    assert_true(sia_c_values(v, SIA_COUNT_OF(v), arena));
    for (size_t i = 0; i < SIA_COUNT_OF(v); i++) assert_true(fabs(v[i].value - want[i]) < 5e-7 * want[i]);
    sia_arena_free(arena);
}

static void one_word_has_no_c_value_and_none_is_no_candidate(void **state)
{
    (void)state;
    static const uint32_t w[] = { 7, 7 };
    sia_candidate v[] = { { w, 1, 9, -1 }, { w, 2, 4, -1 } };
    sia_arena *arena = sia_arena_new(NULL, 0);
    assert_true(sia_c_values(v, 0, arena));
    assert_true(sia_c_values(v, 2, arena));
    assert_true(v[0].value == 0 && v[1].value == 4);         /* "7" stands twice in "7 7", and there is no taking it off log2 1 */
    sia_arena_free(arena);
}

static sia_termcount term(const char *key, uint32_t work, bool named)
{
    return (sia_termcount){ .key = sia_str_of(key), .shown = sia_str_of(key), .evidence = SIA_STR("bukti"), .words = 1,
                            .last_work = work, .count = 1, .named = named };
}

static void add(sia_terms *t, const char *key, uint32_t work, bool named)
{
    const sia_termcount c = term(key, work, named);
    assert_true(sia_terms_add(t, &c));
}

static void works_are_counted_once(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_terms *t = sia_terms_new(10, 0, a);
    add(t, "x", 0, false);
    add(t, "x", 0, false);
    add(t, "y", 1, false);
    add(t, "x", 2, true);
    assert_int_equal(sia_terms_size(t), 2);
    assert_int_equal(sia_terms_at(t, 0)->count, 3);
    assert_int_equal(sia_terms_at(t, 0)->works, 2);
    assert_true(sia_terms_at(t, 0)->named);
    assert_int_equal(sia_terms_forgotten(t), 0);
    sia_terms_free(t);
    sia_arena_free(a);
}

static void the_rare_are_forgotten_and_the_named_and_the_frequent_stay(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_terms *t = sia_terms_new(8, 0, a);
    char key[8] = "k0";
    for (int round = 0; round < 3; round++) add(t, "sering", 0, false);
    add(t, "bernama", 0, true);
    for (int i = 0; i < 100; i++) {
        snprintf(key, sizeof key, "k%d", i);
        add(t, key, 1, false);
        assert_true(sia_terms_size(t) <= 8);
    }
    bool often = false, named = false;
    for (uint32_t i = 0; i < sia_terms_size(t); i++) {
        often = often || sia_str_eq(sia_terms_at(t, i)->key, SIA_STR("sering"));
        named = named || (sia_str_eq(sia_terms_at(t, i)->key, SIA_STR("bernama")) && sia_str_eq(sia_terms_at(t, i)->evidence, SIA_STR("bukti")));
    }
    assert_true(named);
    assert_true(sia_terms_forgotten(t) > 0);
    assert_true(often || sia_terms_forgotten(t) >= 3);
    sia_terms_free(t);
    sia_arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_papers_example),
        cmocka_unit_test(one_word_has_no_c_value_and_none_is_no_candidate),
        cmocka_unit_test(works_are_counted_once),
        cmocka_unit_test(the_rare_are_forgotten_and_the_named_and_the_frequent_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
