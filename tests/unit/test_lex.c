/* Interning: one number a string, in order of arrival, the string unmoved. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat/base.h>
#include <stdio.h>
#include <stdlib.h>

static sia_str numbered(char *to, size_t cap, uint32_t i)
{
    int n = snprintf(to, cap, i % 3 ? "kata-%u" : "mempertanggungjawabkan-%u", i * 2654435761u);
    return (sia_str){ to, (size_t)n };
}

static void a_string_has_one_number_for_ever(void **state)
{
    (void)state;
    enum { N = 60000 };
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_lex *l = sia_lex_new(a);
    const char **at = calloc(N, sizeof *at);
    char buf[64];
    for (uint32_t i = 0; i < N; i++) {
        assert_int_equal(sia_lex_id(l, numbered(buf, sizeof buf, i)), i + 1);
        at[i] = sia_lex_str(l, i + 1).p;
    }
    for (uint32_t i = 0; i < N; i++) {
        sia_str s = numbered(buf, sizeof buf, i);
        assert_int_equal(sia_lex_id(l, s), i + 1);
        assert_int_equal(sia_lex_find(l, s), i + 1);
        assert_true(sia_str_eq(sia_lex_str(l, i + 1), s));
        assert_ptr_equal(sia_lex_str(l, i + 1).p, at[i]);
    }
    assert_int_equal(sia_lex_size(l), N);
    free(at);
    sia_arena_free(a);
}

/* Lengths round the 16 bytes that are kept inline; strings that differ only in NULs at the end; the empty one. */
static void near_twins_are_told_apart(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_lex *l = sia_lex_new(a);
    static const char zeros[40] = { 0 };
    char twin[40];
    uint32_t n = 0;
    for (size_t len = 0; len <= 40; len++) assert_int_equal(sia_lex_id(l, (sia_str){ zeros, len }), ++n);
    for (size_t at = 0; at < 40; at++) {
        memset(twin, 'x', sizeof twin);
        twin[at] = 'y';
        assert_int_equal(sia_lex_id(l, (sia_str){ twin, 40 }), ++n);
    }
    for (size_t len = 0; len <= 40; len++) assert_int_equal(sia_lex_find(l, (sia_str){ zeros, len }), len + 1);
    sia_arena_free(a);
}

static void what_was_never_added_is_not_found(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_lex *l = sia_lex_new(a);
    assert_int_equal(sia_lex_find(l, SIA_STR("pemilih")), 0);
    assert_int_equal(sia_lex_id(l, SIA_STR("pemilih")), 1);
    assert_int_equal(sia_lex_find(l, SIA_STR("pemili")), 0);
    assert_int_equal(sia_lex_find(l, SIA_STR("pemilih ")), 0);
    assert_int_equal(sia_lex_str(l, 0).n, 0);
    sia_arena_free(a);
}

static void many_at_once_are_the_same_as_one_by_one(void **state)
{
    (void)state;
    static const char text[] = "Pemilih pemilih PEMILIH  \xC3\x89lite caf\xC3\xA9 program-program "
                               "Mempertanggungjawabkannya mempertanggungjawabkan Mempertanggungjawabkan\xC3\xA9 ZURICH [x] "
                               "ABCDEFGHIJKLMNOP ABCDEFGHIJKLMNOPQ ABCDEFGHIJKLMNOPR ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF "
                               "abcdefghijklmnopqrstuvwxyzabcdeg ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG Jum\xE2\x80\x99" "at "
                               "abcdefghijklmnopq a";
    struct { sia_span at; sia_id id; } many[400];
    uint32_t n = 0;
    for (uint32_t from = 0, to; from + 1 < sizeof text && n < 400; from = to + 1) {
        to = from;
        while (text[to] && text[to] != ' ') to++;
        for (uint32_t k = 0; k < 12 && n < 400; k++) many[n++].at = (sia_span){ from, to - from };
    }
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_lex *x = sia_lex_new(a), *y = sia_lex_new(a);
    sia_lex_fold_ids(x, (sia_str){ text, sizeof text - 1 }, &many[0].at, &many[0].id, sizeof many[0], n);
    for (uint32_t i = 0; i < n; i++) {
        sia_str folded = sia_fold(a, (sia_str){ text + many[i].at.off, many[i].at.len });
        assert_int_equal(many[i].id, sia_lex_id(y, folded));
        assert_true(sia_str_eq(sia_lex_str(x, many[i].id), folded));
    }
    assert_int_equal(sia_lex_size(x), sia_lex_size(y));
    sia_arena_free(a);
}

static void memory_out_leaves_a_table_that_still_answers(void **state)
{
    (void)state;
    char buf[64];
    for (size_t limit = 1; limit < 120000; limit += 811) {
        sia_arena *a = sia_arena_new(NULL, limit);
        sia_lex *l = a ? sia_lex_new(a) : NULL;
        for (uint32_t i = 0; l && i < 2000; i++) (void)sia_lex_id(l, numbered(buf, sizeof buf, i));
        for (sia_id id = 1; l && id <= sia_lex_size(l); id++) assert_int_equal(sia_lex_find(l, sia_lex_str(l, id)), id);
        if (l && sia_lex_size(l) < 2000) assert_false(sia_arena_ok(a));
        sia_arena_free(a);
    }
}

static void a_sealed_lex_still_tells(void **state)
{
    (void)state;
    char buf[64];
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_lex *l = sia_lex_new(a);
    for (uint32_t i = 0; i < 60000; i++) (void)sia_lex_id(l, numbered(buf, sizeof buf, i));
    const size_t held = sia_arena_bytes(a);
    sia_lex_seal(l);
    assert_true(sia_arena_bytes(a) < held / 2);
    assert_int_equal(sia_lex_size(l), 60000);
    for (uint32_t i = 0; i < 60000; i++) assert_true(sia_str_eq(sia_lex_str(l, i + 1), numbered(buf, sizeof buf, i)));
    sia_arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_string_has_one_number_for_ever),
        cmocka_unit_test(near_twins_are_told_apart),
        cmocka_unit_test(what_was_never_added_is_not_found),
        cmocka_unit_test(many_at_once_are_the_same_as_one_by_one),
        cmocka_unit_test(memory_out_leaves_a_table_that_still_answers),
        cmocka_unit_test(a_sealed_lex_still_tells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
