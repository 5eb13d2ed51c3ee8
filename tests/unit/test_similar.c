/* Near-duplicate texts: what is known again through noise, and what is not taken for another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <math.h>

enum { WORDS = 4000 };

/* A text whose words are numbers: few are frequent, as in a language. */
static void write_text(uint64_t *word, size_t n, uint64_t seed)
{
    for (size_t i = 0; i < n; i++) {
        const uint64_t r = sia_random_below(&seed, 1000);
        word[i] = r < 400 ? sia_random_below(&seed, 30) : r < 800 ? 100 + sia_random_below(&seed, 500) : 1000 + sia_random_below(&seed, 20000);
        word[i] = sia_word_hash((sia_str){ (const char *)&word[i], sizeof *word });
    }
}

/* One word in `every` is misread. */
static void scan(uint64_t *word, size_t n, uint64_t every, uint64_t seed)
{
    for (size_t i = 0; i < n; i++) if (!sia_random_below(&seed, every)) word[i] ^= sia_random(&seed);
}

static bool same(const uint64_t *a, size_t n, const uint64_t *b, size_t m)
{
    sia_sketch x, y;
    sia_sketch_of(a, n, &x);
    sia_sketch_of(b, m, &y);
    assert_int_equal(sia_same_text(&x, &y), sia_same_text(&y, &x));
    return sia_same_text(&x, &y);
}

static void a_noisy_scan_is_known_again(void **state)
{
    (void)state;
    uint64_t a[WORDS], b[WORDS];
    for (uint64_t seed = 1; seed <= 40; seed++) {
        write_text(a, WORDS, seed);
        memcpy(b, a, sizeof a);
        assert_true(same(a, WORDS, b, WORDS));
        scan(b, WORDS, 5, seed + 1000);                      /* a word in five: three letters in a hundred or so */
        assert_true(same(a, WORDS, b, WORDS));
        assert_true(same(a, WORDS, b, WORDS - 300));         /* its last pages are missing */
    }
}

static void another_text_is_another(void **state)
{
    (void)state;
    uint64_t a[WORDS], b[WORDS];
    for (uint64_t seed = 1; seed <= 40; seed++) {
        write_text(a, WORDS, seed);
        write_text(b, WORDS, seed + 7777);
        assert_false(same(a, WORDS, b, WORDS));
        memcpy(b + 1000, a + 1000, WORDS / 2 * sizeof *a);   /* half of it quoted in one piece */
        assert_false(same(a, WORDS, b, WORDS));
    }
}

static void resemblance_is_the_share_in_common(void **state)
{
    (void)state;
    uint64_t a[WORDS], b[WORDS];
    sia_sketch x, y;
    double off = 0;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        write_text(a, WORDS, seed);
        write_text(b, WORDS, seed + 99);
        for (size_t i = 0; i < WORDS; i++) a[i] |= 1, b[i] = i < WORDS / 2 ? a[i] : b[i] & ~(uint64_t)1;    /* half: 1 / 3 of the union */
        sia_sketch_of(a, WORDS, &x);
        sia_sketch_of(b, WORDS, &y);
        off += sia_resemblance(&x, &y) - 1.0 / 3;
        assert_true(fabs(sia_resemblance(&x, &y) - 1.0 / 3) < 0.12);
    }
    assert_true(fabs(off / 40) < 0.02);
}

static void short_texts_need_more_in_common(void **state)
{
    (void)state;
    uint64_t a[80], b[80];
    write_text(a, 80, 3);
    memcpy(b, a, sizeof a);
    assert_true(same(a, 80, b, 80));
    b[20] ^= 1, b[60] ^= 1;
    assert_true(same(a, 80, b, 80));
    for (size_t i = 0; i < 80; i += 6) b[i] ^= 5;
    assert_false(same(a, 80, b, 80));
    assert_false(same(a, 17, a, 17));                        /* 15 triples: anything may be a heading */
    assert_true(same(a, 18, a, 18));
    assert_false(same(a, 0, a, 0));
}

static void twins_are_found_among_many(void **state)
{
    (void)state;
    enum { TEXTS = 200 };
    static uint64_t a[TEXTS][600];
    sia_arena *arena = sia_arena_new(NULL, 0);
    sia_twins *t = sia_twins_new(arena);
    sia_sketch s;
    for (uint32_t i = 0; i < TEXTS; i++) {
        write_text(a[i], 600, i + 1);
        sia_sketch_of(a[i], 600, &s);
        assert_int_equal(sia_twins_meet(t, &s, i), UINT32_MAX);
    }
    for (uint32_t i = 0; i < TEXTS; i++) {
        scan(a[i], 600, 8, i);
        sia_sketch_of(a[i], 600, &s);
        assert_int_equal(sia_twins_meet(t, &s, TEXTS + i), i);
    }
    assert_true(sia_arena_ok(arena));
    sia_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_noisy_scan_is_known_again),
        cmocka_unit_test(another_text_is_another),
        cmocka_unit_test(resemblance_is_the_share_in_common),
        cmocka_unit_test(short_texts_need_more_in_common),
        cmocka_unit_test(twins_are_found_among_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
