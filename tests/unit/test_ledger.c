/* The record of what was counted: what is written is read, in the same order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>

static void what_is_written_is_read(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_ledger *l = sia_ledger_new(a);
    enum { N = 40000 };                                      /* several chunks */
    for (uint32_t i = 0; i < N; i++) sia_ledger_put(l, i / 100, i / 7 % 3, UINT32_MAX - i * 3, (uint64_t)1 << i % 64, NULL);
    sia_ledger_reader r = sia_ledger_read(l);
    sia_record e;
    for (uint32_t i = 0; i < N; i++) {
        assert_int_equal(r.at, i / 100);
        assert_true(sia_ledger_next(&r, &e, NULL));
        assert_int_equal(e.doc, i / 100);
        assert_int_equal(e.group, i / 7 % 3);
        assert_int_equal(e.item, UINT32_MAX - i * 3);
        assert_true(e.count == (uint64_t)1 << i % 64);
        assert_false(e.is_words);
        assert_null(e.places);
    }
    assert_int_equal(r.at, UINT32_MAX);
    assert_false(sia_ledger_next(&r, &e, NULL));
    assert_true(sia_arena_bytes(a) < (size_t)N * 12);        /* nine of them the count's */
    sia_arena_free(a);
}

static void words_stand_beside_items_and_places_are_kept(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_ledger *l = sia_ledger_new(a);
    static const uint64_t places[] = { 0, 5, 5, (uint64_t)1 << 40 };
    sia_ledger_put(l, 4, 1, 0, 4, places);
    sia_ledger_words(l, 4, 1, 900);
    sia_ledger_words(l, 6, 2, 1);
    sia_ledger_reader r = sia_ledger_read(l);
    sia_record e;
    assert_true(sia_ledger_next(&r, &e, a));
    assert_int_equal(e.item, 0);
    for (int i = 0; i < 4; i++) assert_true(e.places[i] == places[i]);
    assert_true(sia_ledger_next(&r, &e, a));
    assert_true(e.is_words && e.count == 900 && e.doc == 4 && e.group == 1);
    assert_true(sia_ledger_next(&r, &e, a));
    assert_true(e.is_words && e.count == 1 && e.doc == 6 && e.group == 2);
    assert_false(sia_ledger_next(&r, &e, a));
    sia_arena_free(a);
}

static void an_empty_ledger_has_no_entry(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_ledger_reader r = sia_ledger_read(sia_ledger_new(a));
    sia_record e;
    assert_false(sia_ledger_next(&r, &e, a));
    sia_arena_free(a);
}

static void want_of_memory_sticks(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 1 << 17);
    sia_ledger *l = sia_ledger_new(a);
    for (uint32_t i = 0; i < 1000000; i++) sia_ledger_put(l, i, 0, i, 1, NULL);
    assert_false(sia_arena_ok(a));
    sia_arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read), cmocka_unit_test(words_stand_beside_items_and_places_are_kept),
        cmocka_unit_test(an_empty_ledger_has_no_entry), cmocka_unit_test(want_of_memory_sticks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
