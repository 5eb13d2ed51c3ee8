/* Sequences of items and their tables: published counts, and laws on small random texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct { sia_arena *a; sia_lex *lex; sia_grams *grams; sia_counts *counts; uint32_t work; } corpus;

static corpus begin(void)
{
    corpus c = { .a = sia_arena_new(NULL, 0) };
    c.lex = sia_lex_new(c.a);
    c.grams = sia_grams_new(c.a);
    c.counts = sia_counts_new(c.a);
    return c;
}

static bool before(const void *ctx, uint32_t x, uint32_t y)
{
    return sia_str_cmp(sia_lex_str(ctx, x), sia_lex_str(ctx, y)) < 0;
}

/* Words parted by blanks; a stop parts runs. */
static void add(corpus *c, const char *text, sia_gram_shape shape, uint32_t window)
{
    uint32_t item[256], n = 0;
    sia_gram_ids ids = { 0 };
    for (const char *p = text; ; p += *p == ' ') {
        const size_t len = strcspn(p, " ");
        if (len && *p != '.') item[n++] = sia_lex_id(c->lex, (sia_str){ p, len });
        p += len;
        if (*p && p[-1] != '.') continue;
        assert_true(window ? sia_grams_window(c->grams, item, n, window, before, c->lex, &ids, c->a) : sia_grams_run(c->grams, item, n, shape, &ids, c->a));
        n = 0;
        if (!*p) break;
    }
    sia_counts_each(c->counts, 1, ids.v, ids.n, c->work++);
}

static void name_of(const corpus *c, uint32_t gram, char *to, size_t cap)
{
    const sia_gram g = sia_grams_at(c->grams, gram);
    if (g.before) {
        name_of(c, g.before, to, cap);
        strncat(to, " ", cap - strlen(to) - 1);
    } else *to = 0;
    const sia_str s = sia_lex_str(c->lex, g.item);
    snprintf(to + strlen(to), cap - strlen(to), "%.*s", (int)s.n, s.p);
}

static sia_ngram *list(corpus *c, bool window, size_t *n)
{
    uint64_t family;
    sia_ngram *v = sia_ngrams_of(c->grams, c->counts, window, 1, n, &family, c->a);
    assert_non_null(v);
    return v;
}

static const sia_ngram *find(corpus *c, bool window, const char *name)
{
    size_t n;
    const sia_ngram *v = list(c, window, &n);
    for (size_t i = 0; i < n; i++) {
        char got[256];
        name_of(c, v[i].gram, got, sizeof got);
        if (!strcmp(got, name)) return &v[i];
    }
    return NULL;
}

static void end(corpus *c) { sia_arena_free(c->a); }

/* ---- published ---------------------------------------------------------------------------------------- */

/* Guthrie et al. (2006), "A closer look at skip-gram modelling", section 2. */
static void skip_grams_of_guthrie_agree(void **state)
{
    (void)state;
    static const struct { sia_gram_shape shape; size_t n; const char *has, *has_not; } want[] = {
        { { 2, 2, 0 }, 4, "in ongoing", "killed ongoing" }, { { 2, 2, 2 }, 9, "killed fighting", "insurgents fighting" },
        { { 3, 3, 0 }, 3, "killed in ongoing", "killed ongoing fighting" }, { { 3, 3, 2 }, 10, "insurgents ongoing fighting", "fighting in killed" },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(want); i++) {
        size_t n;
        corpus c = begin();
        add(&c, "insurgents killed in ongoing fighting", want[i].shape, 0);
        list(&c, false, &n);
        assert_int_equal(n, want[i].n);
        assert_non_null(find(&c, false, want[i].has));
        assert_null(find(&c, false, want[i].has_not));
        end(&c);
    }
}

/* quanteda's test of textstat_collocations: "a b" 9 times, "b c" and "a b c" 4 times. */
static void nested_sequences_of_quanteda_agree(void **state)
{
    (void)state;
    corpus c = begin();
    add(&c, "a b c . . a b c . . a b c . . . a b c", (sia_gram_shape){ 2, 3, 0 }, 0);
    add(&c, "a b . . a b . . a b . . a b . a b", (sia_gram_shape){ 2, 3, 0 }, 0);
    assert_int_equal(find(&c, false, "a b")->count, 9);
    assert_int_equal(find(&c, false, "a b")->works, 2);
    assert_int_equal(find(&c, false, "b c")->count, 4);
    assert_int_equal(find(&c, false, "a b c")->count, 4);
    assert_int_equal(find(&c, false, "a b c")->works, 1);
    end(&c);
}

/* quanteda's textstat_collocations of two sentences: each pair stands twice; with 0.5 added to the cells (2, 0, 0, 7) lambda, the
 * logarithm of their odds ratio, is 4.317488. */
static void lambda_of_quanteda_agrees(void **state)
{
    (void)state;
    corpus c = begin();
    add(&c, "i like good ice cream . me too . i like good ice cream", (sia_gram_shape){ 2, 2, 0 }, 0);
    const sia_ngram *x = find(&c, false, "good ice");
    assert_true(x->cell.both == 2 && x->cell.a == 2 && x->cell.b == 2 && x->cell.n == 9);
    assert_true(fabs(sia_log_odds_half(x->cell) * log(2.0) - 4.317488) < 5e-7);
    end(&c);
}

/* quanteda's issue 600: fcm of this text in windows of 2, both directions. */
static void windows_of_quanteda_agree(void **state)
{
    (void)state;
    static const struct { const char *pair; uint64_t count; } want[] = {
        { "A A", 1 }, { "A D", 3 }, { "A C", 3 }, { "A E", 4 }, { "A F", 1 }, { "A B", 1 }, { "C D", 2 }, { "C E", 2 },
        { "B C", 1 }, { "D E", 3 }, { "D F", 1 }, { "E F", 1 }, { "B E", 1 }, { "B F", 1 },
    };
    size_t n;
    corpus c = begin();
    add(&c, "A D A C E A D F E B A C E D", (sia_gram_shape){ 0, 0, 0 }, 2);
    list(&c, true, &n);
    assert_int_equal(n, SIA_COUNT_OF(want));
    for (size_t i = 0; i < SIA_COUNT_OF(want); i++) assert_int_equal(find(&c, true, want[i].pair)->count, want[i].count);
    /* 14 places have 13 neighbours and 12 next neighbours, each seen from both sides */
    assert_int_equal(find(&c, true, "A A")->cell.n, 2 * (14 - 1 + 14 - 2));
    end(&c);
}

/* ---- laws --------------------------------------------------------------------------------------------- */

static void sequences_add_up(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (int round = 0; round < 200; round++) {
        char text[200] = "";
        corpus c = begin();
        const uint32_t words = 3 + (seed = seed * 1103515245u + 12345u) / 65536 % 40;
        for (uint32_t i = 0; i < words; i++) {
            const uint32_t x = (seed = seed * 1103515245u + 12345u) / 65536 % 6;
            strncat(text, i ? " " : "", 2);
            strncat(text, x == 5 && i ? "." : (const char *[]){ "a", "b", "c", "d", "e", "a" }[x], 2);
        }
        const bool window = round & 1;
        add(&c, text, (sia_gram_shape){ 2, 4, (uint32_t)round / 2 % 3 }, window ? 3 : 0);
        size_t n;
        const sia_ngram *v = list(&c, window, &n);
        uint64_t sum[5] = { 0 };
        for (size_t i = 0; i < n; i++) {
            const sia_cell t = v[i].cell;
            assert_true(t.both <= t.a && t.both <= t.b && t.a + t.b - t.both <= t.n);
            sum[sia_grams_at(c.grams, v[i].gram).n] += v[i].count;
        }
        for (size_t i = 0; i < n; i++) {
            const uint32_t length = sia_grams_at(c.grams, v[i].gram).n;
            assert_int_equal(v[i].cell.n, window ? 2 * sum[length] : sum[length]);
        }
        end(&c);
    }
}

static void memory_that_runs_out_is_told(void **state)
{
    (void)state;
    sia_arena *small = sia_arena_new(NULL, 64 << 10), *a = sia_arena_new(NULL, 0);
    sia_grams *g = sia_grams_new(small);
    assert_non_null(g);
    sia_gram_ids ids = { 0 };
    uint32_t item[4000];
    for (uint32_t i = 0; i < 4000; i++) item[i] = i + 1;
    assert_false(sia_grams_run(g, item, 4000, (sia_gram_shape){ 2, 3, 2 }, &ids, a));
    sia_arena_free(small);
    sia_arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(skip_grams_of_guthrie_agree),
        cmocka_unit_test(nested_sequences_of_quanteda_agree),
        cmocka_unit_test(lambda_of_quanteda_agrees),
        cmocka_unit_test(windows_of_quanteda_agree),
        cmocka_unit_test(sequences_add_up),
        cmocka_unit_test(memory_that_runs_out_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
