/* Pairs within units: what a hand counts, what merging keeps, what happens beyond the triangle. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <stdlib.h>

static uint64_t pair(const sia_cooc *c, sia_arena *a, uint32_t x, uint32_t y)
{
    const sia_pair *p = sia_cooc_list(c, a);
    for (size_t i = 0; i < sia_cooc_pairs(c); i++)
        if (p[i].a == x && p[i].b == y) return p[i].both;
    return 0;
}

static void three_sentences_are_counted_as_by_hand(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_cooc *c = sia_cooc_new(a);
    sia_cooc_unit(c, (uint32_t[]){ 0, 3, 5 }, 3);
    sia_cooc_unit(c, (uint32_t[]){ 0, 5 }, 2);
    sia_cooc_unit(c, (uint32_t[]){ 3 }, 1);
    sia_cooc_unit(c, NULL, 0);
    assert_int_equal(sia_cooc_units(c), 4);
    assert_int_equal(sia_cooc_item(c, 0), 2);
    assert_int_equal(sia_cooc_item(c, 3), 2);
    assert_int_equal(sia_cooc_item(c, 1), 0);
    assert_int_equal(sia_cooc_item(c, 4000000), 0);
    assert_int_equal(sia_cooc_pairs(c), 3);
    const sia_pair *p = sia_cooc_list(c, a);
    assert_true(p[0].a == 0 && p[0].b == 3 && p[0].both == 1);
    assert_true(p[1].a == 0 && p[1].b == 5 && p[1].both == 2);
    assert_true(p[2].a == 3 && p[2].b == 5 && p[2].both == 1);
    sia_arena_free(a);
}

/* A unit of some of `items` items, the i-th of a run; ascending. */
static uint32_t make_unit(uint32_t *to, uint32_t i, uint32_t items)
{
    uint32_t n = 0;
    for (uint32_t x = i * 7 % 50; x < items && n < 40; x += 1 + (i * i + x * 31) % 211) to[n++] = x;
    return n;
}

static sia_cooc *run_of_units(sia_arena *a, uint32_t from, uint32_t to, uint32_t items)
{
    sia_cooc *c = sia_cooc_new(a);
    uint32_t unit[64];
    for (uint32_t i = from; i < to; i++) sia_cooc_unit(c, unit, make_unit(unit, i, items));
    return c;
}

static void assert_same(const sia_cooc *x, const sia_cooc *y, sia_arena *a, uint32_t items)
{
    assert_int_equal(sia_cooc_units(x), sia_cooc_units(y));
    assert_int_equal(sia_cooc_pairs(x), sia_cooc_pairs(y));
    for (uint32_t i = 0; i < items; i++) assert_int_equal(sia_cooc_item(x, i), sia_cooc_item(y, i));
    const sia_pair *p = sia_cooc_list(x, a), *q = sia_cooc_list(y, a);
    for (size_t i = 0; i < sia_cooc_pairs(x); i++)
        assert_true(p[i].a == q[i].a && p[i].b == q[i].b && p[i].both == q[i].both);
}

enum { MANY = 6000 };                   /* well beyond the triangle of 2,048 */

static void pairs_beyond_the_triangle_count_the_same(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    static uint32_t plain[MANY][MANY / 8];                   /* [b][a / 8]: a hand count of every eighth */
    uint32_t unit[64];
    sia_cooc *c = run_of_units(a, 0, 300, MANY);
    for (uint32_t i = 0; i < 300; i++) {
        uint32_t n = make_unit(unit, i, MANY);
        for (uint32_t x = 0; x < n; x++)
            for (uint32_t y = x + 1; y < n; y++) plain[unit[y]][unit[x] / 8]++;
    }
    const sia_pair *p = sia_cooc_list(c, a);
    uint64_t low = 0, high = 0;
    for (size_t i = 0; i < sia_cooc_pairs(c); i++) {
        assert_true(p[i].a < p[i].b && p[i].both > 0);
        if (i) assert_true(p[i - 1].a < p[i].a || (p[i - 1].a == p[i].a && p[i - 1].b < p[i].b));
        assert_true(plain[p[i].b][p[i].a / 8] >= p[i].both);
        plain[p[i].b][p[i].a / 8] -= (uint32_t)p[i].both;
        if (p[i].b < 2048) low++;
        else high++;
    }
    for (size_t b = 0; b < MANY; b++)
        for (size_t k = 0; k < MANY / 8; k++) assert_int_equal(plain[b][k], 0);
    assert_true(low > 1000 && high > 1000);
    sia_arena_free(a);
}

static void merging_is_commutative_and_associative(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_cooc *all = run_of_units(a, 0, 90, MANY), *left = sia_cooc_new(a), *right = sia_cooc_new(a);
    sia_cooc *third[3] = { run_of_units(a, 0, 30, MANY), run_of_units(a, 30, 60, MANY), run_of_units(a, 60, 90, MANY) };
    for (int i = 0; i < 3; i++) sia_cooc_merge(left, third[i], NULL);
    sia_cooc_merge(third[1], third[2], NULL);                /* (2 + 3), then + 1 */
    sia_cooc_merge(right, third[1], NULL);
    sia_cooc_merge(right, third[0], NULL);
    assert_same(left, all, a, MANY);
    assert_same(right, all, a, MANY);
    sia_arena_free(a);
}

static void merging_renames_items(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_cooc *into = sia_cooc_new(a), *from = sia_cooc_new(a);
    sia_cooc_unit(into, (uint32_t[]){ 1, 9 }, 2);
    sia_cooc_unit(from, (uint32_t[]){ 0, 1 }, 2);
    sia_cooc_unit(from, (uint32_t[]){ 0, 2 }, 2);
    sia_cooc_merge(into, from, (uint32_t[]){ 9, 1, 5000 });  /* one pair turns round, one leaves the triangle */
    assert_int_equal(pair(into, a, 1, 9), 2);
    assert_int_equal(pair(into, a, 9, 5000), 1);
    assert_int_equal(sia_cooc_item(into, 9), 3);
    assert_int_equal(sia_cooc_units(into), 3);
    assert_int_equal(sia_cooc_pairs(into), 2);
    sia_arena_free(a);
}

static void a_pair_never_exceeds_its_items(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_cooc *c = run_of_units(a, 0, 200, 500);
    const sia_pair *p = sia_cooc_list(c, a);
    for (size_t i = 0; i < sia_cooc_pairs(c); i++) {
        sia_cell cell = { p[i].both, sia_cooc_item(c, p[i].a), sia_cooc_item(c, p[i].b), sia_cooc_units(c) };
        assert_true(cell.both <= cell.a && cell.both <= cell.b && cell.a + cell.b - cell.both <= cell.n);
    }
    sia_arena_free(a);
}

static void sums_of_a_list_are_the_counts_again(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_cooc *c = sia_cooc_new(a), *sum = sia_cooc_new(a);
    uint32_t unit[64];
    for (uint32_t i = 0; i < 200; i++) sia_cooc_unit(c, unit, make_unit(unit, i, i < 100 ? 100 : MANY));
    const sia_pair *p = sia_cooc_list(c, a);
    sia_cooc_add_units(sum, sia_cooc_units(c));
    for (uint32_t i = 0; i < MANY + 64; i++) sia_cooc_add_item(sum, i, sia_cooc_item(c, i));
    for (size_t i = 0; i < sia_cooc_pairs(c); i++) sia_cooc_add_pair(sum, p[i].a, p[i].b, p[i].both);
    const sia_pair *q = sia_cooc_list(sum, a);
    assert_int_equal(sia_cooc_pairs(c), sia_cooc_pairs(sum));
    assert_int_equal(sia_cooc_units(c), sia_cooc_units(sum));
    for (size_t i = 0; i < sia_cooc_pairs(c); i++) {
        assert_true(p[i].a == q[i].a && p[i].b == q[i].b && p[i].both == q[i].both);
        assert_int_equal(sia_cooc_item(c, p[i].a), sia_cooc_item(sum, p[i].a));
    }
    sia_arena_free(a);
}

static void out_of_memory_sticks_and_crashes_nothing(void **state)
{
    (void)state;
    for (size_t limit = 256; limit < 200000; limit += 512) {
        sia_arena *a = sia_arena_new(NULL, limit);
        sia_cooc *c = sia_cooc_new(a), *into = sia_cooc_new(a);
        uint32_t unit[64];
        for (uint32_t i = 0; c && i < 60; i++) sia_cooc_unit(c, unit, make_unit(unit, i, i < 40 ? 100 : MANY));
        if (c && into) sia_cooc_merge(into, c, NULL);
        if (c && sia_cooc_list(c, a)) assert_true(sia_arena_ok(a));
        sia_arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_sentences_are_counted_as_by_hand),
        cmocka_unit_test(pairs_beyond_the_triangle_count_the_same),
        cmocka_unit_test(merging_is_commutative_and_associative),
        cmocka_unit_test(merging_renames_items),
        cmocka_unit_test(a_pair_never_exceeds_its_items),
        cmocka_unit_test(sums_of_a_list_are_the_counts_again),
        cmocka_unit_test(out_of_memory_sticks_and_crashes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
