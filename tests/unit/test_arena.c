/* Arenas: memory that is whole or refused, and every block given back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat/base.h>
#include <stdlib.h>

struct meter { long left, live; size_t bytes; };

static void *get(void *ctx, size_t size)
{
    struct meter *m = ctx;
    if (m->left-- <= 0) return NULL;
    m->live++;
    m->bytes += size;
    return malloc(size);
}

static void put(void *ctx, void *p, size_t size)
{
    struct meter *m = ctx;
    m->live--;
    m->bytes -= size;
    free(p);
}

static void memory_comes_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    unsigned char *last = NULL;
    for (size_t n = 1; n < 3000; n += 7) {
        unsigned char *p = sia_alloc(a, 1, n);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < n; i++) assert_int_equal(p[i], 0);
        memset(p, 0xA5, n);
        if (last) assert_int_equal(last[0], 0xA5);
        last = p;
    }
    sia_arena_free(a);
}

static void a_list_grows_without_losing_anything(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    SIA_VEC(uint32_t) v = { 0 };
    SIA_VEC(uint64_t) w = { 0 };
    for (uint32_t i = 0; i < 100000; i++) {
        sia_push(a, &v, i);
        if (i % 3 == 0) sia_push(a, &w, (uint64_t)i << 32);  /* now v cannot always grow where it stands */
    }
    assert_int_equal(v.n, 100000);
    for (uint32_t i = 0; i < v.n; i++) assert_int_equal(v.v[i], i);
    for (uint32_t i = 0; i < w.n; i++) assert_true(w.v[i] == (uint64_t)(3 * i) << 32);
    sia_arena_free(a);
}

static void failure_sticks_until_the_reset(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 1000);
    assert_non_null(sia_alloc(a, 1, 500));
    assert_null(sia_alloc(a, 1, 600));
    assert_false(sia_arena_ok(a));
    assert_null(sia_alloc(a, 1, 1));
    assert_int_equal(sia_dup(a, SIA_STR("abc")).n, 0);
    sia_arena_reset(a);
    assert_true(sia_arena_ok(a));
    assert_int_equal(sia_arena_bytes(a), 0);
    assert_non_null(sia_alloc(a, 1, 900));
    sia_arena_free(a);
}

static void sizes_that_overflow_are_refused(void **state)
{
    (void)state;
    const size_t big[][2] = {
        { SIZE_MAX, 2 }, { 2, SIZE_MAX }, { SIZE_MAX, SIZE_MAX }, { SIZE_MAX / 2, 3 }, { 1, SIZE_MAX - 8 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(big); i++) {
        sia_arena *a = sia_arena_new(NULL, 0);
        assert_null(sia_alloc(a, big[i][0], big[i][1]));
        assert_false(sia_arena_ok(a));
        sia_arena_free(a);
    }
}

static void every_block_goes_back_however_many_came(void **state)
{
    (void)state;
    for (long left = 0; left < 12; left++) {
        struct meter m = { left, 0, 0 };
        sia_mem mem = { get, put, &m };
        sia_arena *a = sia_arena_new(&mem, 0);
        for (size_t n = 100; a && n < 200000; n *= 3) (void)sia_alloc(a, 1, n);
        if (a) sia_arena_reset(a);
        if (a) assert_true(m.live <= 2);                     /* the arena and its largest block */
        sia_arena_free(a);
        assert_int_equal(m.live, 0);
        assert_int_equal(m.bytes, 0);
    }
    sia_arena_free(NULL);
}

static void a_run_of_like_documents_soon_asks_for_nothing(void **state)
{
    (void)state;
    struct meter m = { 1000, 0, 0 };
    sia_mem mem = { get, put, &m };
    sia_arena *a = sia_arena_new(&mem, 0);
    for (int doc = 0; doc < 50; doc++) {
        long before = m.left;
        for (int i = 0; i < 1000; i++) (void)sia_alloc(a, 1, 100);
        if (doc > 8) assert_int_equal(m.left, before);
        sia_arena_reset(a);
    }
    sia_arena_free(a);
}

/* A table that is outgrown goes back at once where it has a block of its own, wherever that stands among the blocks. */
static void what_is_large_can_be_given_back(void **state)
{
    (void)state;
    enum { LARGE = 3 << 20 };
    struct meter m = { 1000, 0, 0 };
    sia_mem mem = { get, put, &m };
    sia_arena *a = sia_arena_new(&mem, 0);
    char *small = sia_alloc(a, 1, 100), *beside = sia_alloc(a, 1, 100), *one = sia_alloc(a, 3, LARGE / 3), *two = sia_alloc(a, 1, LARGE);
    const size_t held = m.bytes, used = sia_arena_bytes(a);
    sia_give_back(a, small, 1, 100);
    sia_give_back(a, NULL, 1, 100);
    assert_int_equal(m.bytes, held);
    small[0] = beside[99] = two[LARGE - 1] = 1;
    sia_give_back(a, one, 3, LARGE / 3);
    assert_true(m.bytes + LARGE <= held);
    assert_int_equal(sia_arena_bytes(a), used - LARGE);
    sia_give_back(a, two, 1, LARGE);
    assert_true(m.bytes + 2 * LARGE <= held);
    memset(sia_alloc(a, 1, LARGE), 1, LARGE);
    assert_true(small[0] == 1 && beside[99] == 1);
    sia_arena_free(a);
    assert_int_equal(m.live, 0);
}

static void of_a_long_list_there_is_one_copy(void **state)
{
    (void)state;
    enum { MANY = 1 << 20 };
    sia_arena *a = sia_arena_new(NULL, 0);
    SIA_VEC(uint32_t) v = { 0 };
    for (uint32_t i = 0; i < MANY; i++) sia_append(a, &v, i);
    assert_int_equal(v.n, MANY);
    for (uint32_t i = 0; i < MANY; i++) assert_int_equal(v.v[i], i);
    assert_true(sia_arena_bytes(a) < 3 * sizeof *v.v * MANY / 2);        /* all copies would be twice as much as the last */
    sia_arena_free(a);
}

static void text_is_copied_and_made(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_str s = sia_dup(a, (sia_str){ "bab\0iv", 6 }), none = sia_dup(a, (sia_str){ NULL, 0 });
    sia_str t = sia_printf(a, "%s-%d", "bab", 4);
    assert_true(sia_str_eq(s, (sia_str){ "bab\0iv", 6 }) && s.p[6] == 0);
    assert_string_equal(t.p, "bab-4");
    assert_int_equal(t.n, 5);
    assert_true(none.n == 0 && none.p[0] == 0);
    sia_arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_comes_zeroed_aligned_and_apart),
        cmocka_unit_test(a_list_grows_without_losing_anything),
        cmocka_unit_test(failure_sticks_until_the_reset),
        cmocka_unit_test(sizes_that_overflow_are_refused),
        cmocka_unit_test(every_block_goes_back_however_many_came),
        cmocka_unit_test(a_run_of_like_documents_soon_asks_for_nothing),
        cmocka_unit_test(what_is_large_can_be_given_back),
        cmocka_unit_test(of_a_long_list_there_is_one_copy),
        cmocka_unit_test(text_is_copied_and_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
