/* Items in groups: counts, works, and an order in which nothing is left to chance. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const words[] = { "dan", "yang", "pemilih", "partai", "kampanye", "a", "ab", "Z" };

static sia_str word(const void *ctx, uint32_t item) { (void)ctx; return sia_str_of(words[item]); }

static sia_str nameless(const void *ctx, uint32_t item) { (void)ctx; (void)item; return SIA_STR(""); }

/* Items of the first group, small and large, in any order; other groups between. */
static void the_first_group_is_as_the_others(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_counts *c = sia_counts_new(a);
    static const uint32_t items[] = { 70, UINT32_MAX, 3, 1 << 22, (1 << 22) - 1, 70, 0, UINT32_MAX };
    for (uint32_t i = 0; i < SIA_COUNT_OF(items); i++) {
        sia_counts_add(c, 9, items[i], i + 1, i / 2);
        sia_counts_add(c, 8, items[i], i + 1, i / 2);
    }
    static const sia_tally want[] = {
        { 0, UINT32_MAX, 10, 2 }, { 0, 0, 7, 1 }, { 0, 70, 7, 2 }, { 0, (1 << 22) - 1, 5, 1 }, { 0, 1 << 22, 4, 1 }, { 0, 3, 3, 1 },
    };
    const sia_tally *t = sia_counts_sorted(c, nameless, NULL, a);
    assert_int_equal(sia_counts_cells(c), 2 * SIA_COUNT_OF(want));
    for (size_t i = 0; i < 2 * SIA_COUNT_OF(want); i++) {
        const sia_tally *w = &want[i % SIA_COUNT_OF(want)];
        assert_int_equal(t[i].group, i < SIA_COUNT_OF(want) ? 8 : 9);
        assert_int_equal(t[i].count, w->count);
        assert_int_equal(t[i].works, w->works);
        assert_int_equal(t[i].item, w->item);
    }
    sia_arena_free(a);
}

/* Eight hex digits: names in an order of their own, unlike that of the items. */
static sia_str scrambled(const void *ctx, uint32_t item)
{
    char *names = *(char *const *)ctx;
    return (sia_str){ names + 9 * (size_t)item, 8 };
}

static void a_thesis_in_five_chapters_is_one_work(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_counts *c = sia_counts_new(a);
    for (uint32_t chapter = 0; chapter < 5; chapter++) {
        sia_counts_add(c, 0, 2, 3, 7);
        sia_counts_words(c, 0, 1000, 7);
    }
    sia_counts_add(c, 0, 2, 1, 8);
    sia_counts_words(c, 0, 500, 8);
    sia_tally *t = sia_counts_sorted(c, word, NULL, a);
    assert_int_equal(sia_counts_cells(c), 1);
    assert_int_equal(t[0].count, 16);
    assert_int_equal(t[0].works, 2);
    assert_int_equal(sia_counts_group_words(c, 0), 5500);
    assert_int_equal(sia_counts_group_works(c, 0), 2);
    assert_int_equal(sia_counts_group_words(c, 1), 0);
    sia_arena_free(a);
}

static void rows_go_by_group_then_count_then_name(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_counts *c = sia_counts_new(a);
    static const struct { uint32_t group, item, n; } put[] = {
        { 1, 0, 5 }, { 0, 1, 2 }, { 0, 6, 4 }, { 0, 5, 4 }, { 0, 7, 4 }, { 1, 4, 900 }, { 0, 3, 4 }, { 0, 2, 70000 },
    };
    static const char *const want[] = { "pemilih", "Z", "a", "ab", "partai", "yang", "kampanye", "dan" };
    for (size_t i = 0; i < SIA_COUNT_OF(put); i++) sia_counts_add(c, put[i].group, put[i].item, put[i].n, 0);
    sia_tally *t = sia_counts_sorted(c, word, NULL, a);
    for (size_t i = 0; i < SIA_COUNT_OF(want); i++) assert_string_equal(words[t[i].item], want[i]);
    sia_arena_free(a);
}

static void nothing_added_is_no_cell(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_counts *c = sia_counts_new(a);
    sia_counts_add(c, 0, 0, 0, 0);
    sia_counts_words(c, 0, 0, 0);
    assert_int_equal(sia_counts_cells(c), 0);
    assert_int_equal(sia_counts_group_works(c, 0), 0);
    assert_non_null(sia_counts_sorted(c, word, NULL, a));
    sia_arena_free(a);
}

static void counts_have_64_bits_and_then_stay_full(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_counts *c = sia_counts_new(a);
    for (int i = 0; i < 3; i++) sia_counts_words(c, 5, 1ull << 40, UINT32_MAX);
    assert_int_equal(sia_counts_group_words(c, 5), 3ull << 40);
    assert_int_equal(sia_counts_group_works(c, 5), 1);
    for (int i = 0; i < 4; i++) sia_counts_add(c, UINT32_MAX, UINT32_MAX, 1ull << 62, 0);
    sia_tally *t = sia_counts_sorted(c, nameless, NULL, a);
    assert_int_equal(sia_counts_cells(c), 1);
    assert_int_equal(t[0].count, UINT64_MAX);
    sia_arena_free(a);
}

/* Two threads share works: thread 1 has even chapters, thread 2 odd ones, under numbers of its own. The sum is what one
 * would have counted. */
static void what_two_threads_count_sums_to_what_one_counts(void **state)
{
    (void)state;
    enum { CHAPTERS = 40, WORDS = 300 };
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_counts *one = sia_counts_new(a), *sum = sia_counts_new(a), *hand[2] = { sia_counts_new(a), sia_counts_new(a) };
    uint32_t groups[3], items[WORDS + 1];
    for (uint32_t i = 0; i <= WORDS; i++) items[i] = WORDS - i;
    for (uint32_t g = 0; g < 3; g++) groups[g] = 2 - g;
    sia_counts_tell(hand[0]);
    sia_counts_tell(hand[1]);
    for (uint32_t chapter = 0; chapter < CHAPTERS; chapter++) {
        const uint32_t work = chapter / 5, t = chapter % 2;
        for (uint32_t k = 0; k < WORDS; k++) {
            const uint32_t item = (k * k + chapter) % WORDS, group = k % 7 % 3;
            sia_counts_add(one, group, item, 1, work);
            if (t) sia_counts_add(hand[1], 2 - group, WORDS - item, 1, work);
            else sia_counts_each(hand[0], group, &item, 1, work);
        }
        uint32_t n;
        const sia_first *f = sia_counts_firsts(hand[t], &n);
        for (uint32_t i = 0; i < n; i++) sia_counts_add(sum, t ? 2 - f[i].group : f[i].group, t ? WORDS - f[i].item : f[i].item, 1, work);
    }
    const uint32_t same[] = { 0, 1, 2 };
    sia_counts_merge(sum, hand[0], same, NULL);
    sia_counts_merge(sum, hand[1], groups, items);
    const sia_tally *x = sia_counts_sorted(one, nameless, NULL, a), *y = sia_counts_sorted(sum, nameless, NULL, a);
    assert_int_equal(sia_counts_cells(one), sia_counts_cells(sum));
    for (size_t i = 0; i < sia_counts_cells(one); i++) {
        assert_int_equal(x[i].group, y[i].group);
        assert_int_equal(x[i].item, y[i].item);
        assert_int_equal(x[i].count, y[i].count);
        assert_int_equal(x[i].works, y[i].works);
    }
    sia_arena_free(a);
}

enum { ITEMS = 30000, GROUPS = 3 };

static uint32_t rolled(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33);
}

static char *hex_names(sia_arena *a)
{
    char *names = sia_alloc(a, 9, ITEMS);
    uint64_t seed = 3;
    for (size_t i = 0; i < ITEMS; i++) snprintf(names + 9 * i, 9, "%08x", rolled(&seed) & 0xFFFF);   /* some alike */
    return names;
}

/* What was added, counted plainly, in the order of arrival that `seed` gives. */
static sia_tally *random_counts(sia_arena *a, uint64_t seed, const void *names, uint64_t (*plain)[GROUPS])
{
    sia_counts *c = sia_counts_new(a);
    for (uint32_t round = 0; round < 4 * ITEMS; round++) {
        uint32_t i = (round * 7919 + (uint32_t)seed) % (4 * ITEMS), item = i % 997 * i % ITEMS, group = i % GROUPS;
        sia_counts_add(c, group, item, 1 + i % 5, 0);
        if (plain) plain[item][group] += 1 + i % 5;
    }
    return sia_counts_sorted(c, scrambled, names, a);
}

static void cells_hold_what_was_added_in_one_total_order(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    static uint64_t plain[ITEMS][GROUPS];
    char *names = hex_names(a);
    sia_tally *t = random_counts(a, 0, &names, plain), *u = random_counts(a, 40000, &names, NULL);
    size_t n = 0;
    for (size_t i = 0; i < ITEMS; i++)
        for (size_t g = 0; g < GROUPS; g++) n += plain[i][g] > 0;
    assert_true(n > 1000);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(t[i].count, plain[t[i].item][t[i].group]);
        assert_true(u[i].item == t[i].item && u[i].group == t[i].group && u[i].count == t[i].count);
        if (!i || t[i].group > t[i - 1].group) continue;
        assert_true(t[i].group == t[i - 1].group && t[i].count <= t[i - 1].count);
        if (t[i].count < t[i - 1].count) continue;
        int k = sia_str_cmp(scrambled(&names, t[i - 1].item), scrambled(&names, t[i].item));
        assert_true(k < 0 || (k == 0 && t[i - 1].item < t[i].item));
    }
    sia_arena_free(a);
}

static void sums_of_shards_are_what_one_run_counts(void **state)
{
    (void)state;
    enum { N_WORKS = 40, N_ITEMS = 90, N_GROUPS = 3 };
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_counts *one = sia_counts_new(a), *shard[2] = { sia_counts_new(a), sia_counts_new(a) }, *sum = sia_counts_new(a);
    for (uint32_t w = 0; w < N_WORKS; w++)
        for (uint32_t i = 0; i < 2 * w; i++) {
            const uint32_t g = i % N_GROUPS, item = (i * i + w) % N_ITEMS;
            sia_counts_add(one, g, item, i, w);
            sia_counts_add(shard[w % 2], g, item, i, w);
            sia_counts_words(one, g, i, w);
            sia_counts_words(shard[w % 2], g, i, w);
        }
    for (int k = 0; k < 2; k++) {
        const sia_tally *t = sia_counts_sorted(shard[k], nameless, NULL, a);
        for (size_t i = 0; i < sia_counts_cells(shard[k]); i++)
            sia_counts_add_sum(sum, t[i].group, t[i].item, t[i].count, (uint32_t)t[i].works);
        for (uint32_t g = 0; g < N_GROUPS; g++)
            sia_counts_words_sum(sum, g, sia_counts_group_words(shard[k], g), (uint32_t)sia_counts_group_works(shard[k], g));
    }
    const size_t n = sia_counts_cells(one);
    const sia_tally *x = sia_counts_sorted(one, nameless, NULL, a), *y = sia_counts_sorted(sum, nameless, NULL, a);
    assert_int_equal(n, sia_counts_cells(sum));
    for (size_t i = 0; i < n; i++)
        assert_true(x[i].group == y[i].group && x[i].item == y[i].item && x[i].count == y[i].count && x[i].works == y[i].works);
    for (uint32_t g = 0; g < N_GROUPS; g++) {
        assert_int_equal(sia_counts_group_words(one, g), sia_counts_group_words(sum, g));
        assert_int_equal(sia_counts_group_works(one, g), sia_counts_group_works(sum, g));
    }
    sia_arena_free(a);
}

static void out_of_memory_sticks_and_crashes_nothing(void **state)
{
    (void)state;
    for (size_t limit = 64; limit < 40000; limit += 64) {
        sia_arena *a = sia_arena_new(NULL, limit);
        sia_counts *c = sia_counts_new(a);
        for (uint32_t i = 0; c && i < 600; i++) { sia_counts_add(c, 0, i % 8, 1, 0); sia_counts_add(c, i, 0, 1, i); }
        bool ok = c && sia_arena_ok(a);
        if (c) assert_true(sia_counts_cells(c) <= 607 && (!ok || sia_counts_cells(c) == 607));
        if (c && sia_counts_sorted(c, word, NULL, a)) assert_true(ok);
        sia_arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thesis_in_five_chapters_is_one_work),
        cmocka_unit_test(rows_go_by_group_then_count_then_name),
        cmocka_unit_test(the_first_group_is_as_the_others),
        cmocka_unit_test(nothing_added_is_no_cell),
        cmocka_unit_test(counts_have_64_bits_and_then_stay_full),
        cmocka_unit_test(what_two_threads_count_sums_to_what_one_counts),
        cmocka_unit_test(cells_hold_what_was_added_in_one_total_order),
        cmocka_unit_test(sums_of_shards_are_what_one_run_counts),
        cmocka_unit_test(out_of_memory_sticks_and_crashes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
