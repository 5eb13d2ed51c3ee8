/* Units of co-occurrence: which items stand together, by hand on a document of six words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "../../src/cli/unit.h"

/* One paragraph of two sentences "a b c. d e" and one of one sentence "f"; every word is an item of its own number. */
static sia_doc *made_doc(occurrences *o)
{
    static const uint32_t of_sentence[] = { 0, 0, 0, 1, 1, 2 };
    sia_doc *d = sia_doc_new(NULL, 0);
    for (uint32_t b = 0; b < 2; b++) sia_push(d->arena, &d->blocks, (sia_block){ .section = b });
    for (uint32_t i = 0; i < 3; i++) sia_push(d->arena, &d->sentences, (sia_sentence){ .block = i / 2, .counted = true });
    o->v = sia_new(d->arena, occurrence, 6);
    o->n = 6;
    for (uint32_t k = 0; k < 6; k++) {
        sia_sentence *st = &d->sentences.v[of_sentence[k]];
        if (!st->n++) st->first = k;
        sia_push(d->arena, &d->tokens, (sia_token){ .span = { 2 * k, 1 }, .sentence = of_sentence[k], .kind = SIA_WORD });
        o->v[k] = (occurrence){ k, k, of_sentence[k] };
    }
    return d;
}

static void count(void *ctx, const uint32_t *item, uint32_t n, uint32_t first, uint32_t end)
{
    assert_true(first < end && end <= 6);
    for (uint32_t i = 0; i < n; i++) assert_true(item[i] >= first && item[i] < end);     /* items are tokens here */
    sia_cooc_unit(ctx, item, n);
}

static uint64_t both(const sia_cooc *c, uint32_t a, uint32_t b, sia_arena *arena)
{
    sia_pair *p = sia_cooc_list(c, arena);
    for (size_t i = 0; i < sia_cooc_pairs(c); i++)
        if (p[i].a == a && p[i].b == b) return p[i].both;
    return 0;
}

static void check(const char *name, uint64_t units, uint64_t ab, uint64_t cd, uint64_t af)
{
    occurrences o;
    unit u;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_doc *d = made_doc(&o);
    sia_cooc *c = sia_cooc_new(a);
    assert_int_equal(unit_parse(name, &u, NULL), SIA_OK);
    unit_each(&u, d, &o, count, c);
    assert_int_equal(sia_cooc_units(c), units);
    assert_int_equal(both(c, 0, 1, a), ab);
    assert_int_equal(both(c, 2, 3, a), cd);
    assert_int_equal(both(c, 0, 5, a), af);
    sia_arena_free(a);
    sia_doc_free(d);
}

static void sentences_keep_their_words_apart(void **state) { (void)state; check("sentence", 3, 1, 0, 0); }
static void paragraphs_join_their_sentences(void **state) { (void)state; check("paragraph", 2, 1, 1, 0); }
static void sections_are_told_by_their_blocks(void **state) { (void)state; check("section", 2, 1, 1, 0); }
static void a_document_joins_all(void **state) { (void)state; check("doc", 1, 1, 1, 1); }

/* Windows of 2 in a paragraph of 5 words: ab bc cd de; the paragraph of one word is one window. */
static void windows_slide_word_by_word_within_a_paragraph(void **state) { (void)state; check("window:2", 5, 1, 1, 0); }
static void a_window_wider_than_the_paragraph_is_the_paragraph(void **state) { (void)state; check("window:9", 2, 1, 1, 0); }

/* Uncounted sentences are no units, and a window closes over the gap they leave. */
static void what_is_not_counted_is_no_unit(void **state)
{
    (void)state;
    occurrences o;
    unit u;
    sia_doc *d = made_doc(&o);
    sia_cooc *c = sia_cooc_new(d->arena);
    for (uint32_t i = 0; i < d->sentences.n; i++) d->sentences.v[i].counted = false;
    o.n = 0;
    assert_int_equal(unit_parse("sentence", &u, NULL), SIA_OK);
    unit_each(&u, d, &o, count, c);
    assert_int_equal(sia_cooc_units(c), 0);
    sia_doc_free(d);
}

static void unknown_units_are_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = { "kalimat", "window", "window:", "window:1", "window:1001", "window:3x", "" };
    unit u;
    for (size_t i = 0; i < SIA_COUNT_OF(wrong); i++) assert_int_equal(unit_parse(wrong[i], &u, NULL), SIA_EARG);
}

static void distinct_sorts_and_keeps_one_of_each(void **state)
{
    (void)state;
    uint32_t few[] = { 3, 1, 3, 2, 1 }, many[100];
    assert_int_equal(unit_distinct(few, 5), 3);
    assert_true(few[0] == 1 && few[1] == 2 && few[2] == 3);
    for (uint32_t i = 0; i < 100; i++) many[i] = (i * 37) % 50;
    assert_int_equal(unit_distinct(many, 100), 50);
    for (uint32_t i = 0; i < 50; i++) assert_int_equal(many[i], i);
    assert_int_equal(unit_distinct(NULL, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_keep_their_words_apart),
        cmocka_unit_test(paragraphs_join_their_sentences),
        cmocka_unit_test(sections_are_told_by_their_blocks),
        cmocka_unit_test(a_document_joins_all),
        cmocka_unit_test(windows_slide_word_by_word_within_a_paragraph),
        cmocka_unit_test(a_window_wider_than_the_paragraph_is_the_paragraph),
        cmocka_unit_test(what_is_not_counted_is_no_unit),
        cmocka_unit_test(unknown_units_are_refused),
        cmocka_unit_test(distinct_sorts_and_keeps_one_of_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
