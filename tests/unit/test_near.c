/* Spans: published counts, and counts by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <math.h>

/* One stretch of one-letter words; the item of A is 0. */
static sia_near *near_of(const char *text, sia_span_rule rule, sia_arena *a)
{
    sia_near_place v[64];
    uint32_t n = 0;
    for (; text[n]; n++) v[n] = (sia_near_place){ (uint32_t)(text[n] - 'A'), n, n };
    sia_near *c = sia_near_new(a);
    sia_near_stretch(c, &rule, v, n, n);
    return c;
}

static sia_near_pair pair(const sia_near *c, char x, char y, sia_arena *a)
{
    const sia_near_pair *p = sia_near_list(c, a);
    for (size_t i = 0; i < sia_near_pairs(c); i++)
        if (p[i].a == (uint32_t)(x - 'A') && p[i].b == (uint32_t)(y - 'A')) return p[i];
    return (sia_near_pair){ 0 };
}

/* quanteda's fcm of A D A C E A D F E B A C E D, window 2, unordered (its issue 600). */
static void feature_co_occurrences_are_quantedas(void **state)
{
    (void)state;
    static const struct { const char *pair; uint64_t count; } want[] = {
        { "AA", 1 }, { "AD", 3 }, { "AC", 3 }, { "AE", 4 }, { "AF", 1 }, { "AB", 1 }, { "CD", 2 }, { "CE", 2 }, { "CB", 1 }, { "DE", 3 }, { "DF", 1 },
        { "EF", 1 }, { "EB", 1 }, { "FB", 1 },
    };
    sia_arena *a = sia_arena_new(NULL, 0);
    const sia_near *c = near_of("ADACEADFEBACED", (sia_span_rule){ 2, 2, false, true }, a);
    uint64_t sum = 0, wanted = 0;
    for (size_t i = 0; i < SIA_COUNT_OF(want); i++) {
        const char x = want[i].pair[0], y = want[i].pair[1];
        const uint64_t both = pair(c, x, y, a).count, turned = pair(c, y, x, a).count;
        assert_int_equal(x == y ? both / 2 : both, want[i].count);          /* a pair of like items is seen from both ends */
        assert_int_equal(both, turned);
        wanted += 2 * want[i].count;
    }
    const sia_near_pair *p = sia_near_list(c, a);
    for (size_t i = 0; i < sia_near_pairs(c); i++) sum += p[i].count;
    assert_int_equal(sum, wanted);                           /* and no other */
    sia_arena_free(a);
}

/* Of A at 0 and 3 of eight words: spans of 2 hold 1, 2 and 1, 2, 4, 5. */
static void windows_are_what_spans_hold(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    const sia_near *c = near_of("ABBABCCC", (sia_span_rule){ 2, 2, false, false }, a);
    assert_int_equal(sia_near_words(c), 8);
    assert_int_equal(sia_near_hits(c, 0), 2);
    assert_int_equal(sia_near_window(c, 0), 6);
    assert_int_equal(pair(c, 'A', 'B', a).count, 5);         /* the first A's two, the second's three */
    assert_int_equal(pair(c, 'A', 'C', a).count, 1);
    assert_int_equal(pair(c, 'A', 'A', a).count, 0);
    const sia_near *hit = near_of("ABBABCCC", (sia_span_rule){ 2, 2, true, false }, a);
    assert_int_equal(pair(hit, 'A', 'B', a).count, 2);       /* once for each A */
    const sia_near *right = near_of("ABBABCCC", (sia_span_rule){ 0, 1, false, false }, a);
    assert_int_equal(pair(right, 'A', 'B', a).count, 2);
    assert_int_equal(pair(right, 'B', 'A', a).count, 1);
    sia_arena_free(a);
}

/* KH Coder's score: each place weighs 1 / distance. B at 1, 2 and 5 words from A: 1 + 1/2 + 1/5. */
static void weights_fall_with_distance(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    const sia_near *c = near_of("ABBCCB", (sia_span_rule){ 5, 5, false, false }, a);
    assert_true(pair(c, 'A', 'B', a).weight * 10 == 17 * (uint64_t)SIA_NEAR_UNIT);
    for (uint32_t d = 1; d <= SIA_SPAN_MOST; d++) assert_int_equal(SIA_NEAR_UNIT % d, 0);
    sia_arena_free(a);
}

/* A place of three words, 2 to 4 of eight: its neighbours are at 1 and 5, its own words are none of them. */
static void a_place_may_take_several_words(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    const sia_near_place v[] = { { 1, 0, 0 }, { 2, 1, 1 }, { 0, 2, 4 }, { 3, 3, 3 }, { 1, 5, 5 }, { 2, 7, 7 } };
    const sia_span_rule rule = { 1, 2, false, false };
    sia_near *c = sia_near_new(a);
    sia_near_stretch(c, &rule, v, 6, 8);
    assert_int_equal(sia_near_window(c, 0), 3);
    assert_int_equal(pair(c, 'A', 'B', a).count, 1);
    assert_int_equal(pair(c, 'A', 'C', a).count, 1);
    assert_int_equal(pair(c, 'A', 'D', a).count, 0);
    assert_int_equal(pair(c, 'B', 'A', a).count, 2);         /* from 0 two words to the right, from 5 one to the left */
    sia_arena_free(a);
}

/* Two threads' counts and one's. */
static void merging_is_counting_together(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    const sia_span_rule rule = { 3, 3, false, true };
    sia_near *one = near_of("ABCABCAAB", rule, a), *two = near_of("CBACBAABC", rule, a), *sum = sia_near_new(a);
    static const uint32_t same[] = { 0, 1, 2 };
    sia_near_merge(sum, one, NULL);
    sia_near_merge(sum, two, same);
    assert_int_equal(sia_near_words(sum), 18);
    for (char x = 'A'; x <= 'C'; x++) {
        assert_int_equal(sia_near_window(sum, (uint32_t)(x - 'A')), sia_near_window(one, (uint32_t)(x - 'A')) + sia_near_window(two, (uint32_t)(x - 'A')));
        for (char y = 'A'; y <= 'C'; y++) {
            assert_int_equal(pair(sum, x, y, a).count, pair(one, x, y, a).count + pair(two, x, y, a).count);
            assert_true(pair(sum, x, y, a).weight == pair(one, x, y, a).weight + pair(two, x, y, a).weight);
        }
    }
    sia_arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(feature_co_occurrences_are_quantedas), cmocka_unit_test(windows_are_what_spans_hold),
        cmocka_unit_test(weights_fall_with_distance), cmocka_unit_test(a_place_may_take_several_words), cmocka_unit_test(merging_is_counting_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
