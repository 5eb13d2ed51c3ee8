/* For tests of words and sentences: a document that is one block. */
#ifndef ONEBLOCK_H
#define ONEBLOCK_H
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <siasat/text.h>

/* Tokenises `s`, which must not begin or end with white space, as one block of that kind in `d`, emptied first. */
static inline sia_status one_block(sia_doc *d, sia_str s, sia_block_kind kind)
{
    sia_err err;
    sia_doc_reset(d);
    d->text.name = SIA_STR("test");
    d->text.s = s;
    sia_push(d->arena, &d->sections, (sia_section){ .span = { 0, (uint32_t)s.n } });
    sia_push(d->arena, &d->blocks, (sia_block){ .span = { 0, (uint32_t)s.n }, .kind = (uint8_t)kind });
    return sia_doc_tokenize(d, &err);
}

static inline int make_doc(void **state) { return (*state = sia_doc_new(NULL, 0)) ? 0 : -1; }

static inline int free_doc(void **state)
{
    sia_doc_free(*state);
    return 0;
}

/* The laws of text.h: sentences in order inside the block, tokens in order inside their sentence, none empty, every
 * character outside the tokens white space, each form the folded surface. */
static inline void check_laws(const sia_doc *d)
{
    uint32_t at = 0, tokens = 0;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *s = d->sentences.v + i;
        assert_true(s->span.off >= at && sia_end(s->span) <= d->text.s.n && s->counted);
        assert_int_equal(s->first, tokens);
        tokens += s->n;
        for (uint32_t k = s->first; k < tokens; k++) {
            const sia_token *t = d->tokens.v + k;
            assert_true(t->sentence == i && t->span.len && t->span.off >= at && t->span.off >= s->span.off);
            assert_true(sia_end(t->span) <= sia_end(s->span));
            assert_true(sia_str_eq(sia_lex_str(d->lex, t->form), sia_fold(d->arena, sia_cut(d->text.s, t->span))));
            for (uint32_t b = at; b < t->span.off; b++) {
                const unsigned char c = (unsigned char)d->text.s.p[b];
                assert_true(c >= 0x80 || c == ' ' || (c >= '\t' && c <= '\r'));
            }
            at = sia_end(t->span);
        }
        if (s->n) assert_int_equal(at, sia_end(s->span));
    }
    assert_int_equal(tokens, d->tokens.n);
}
#endif
