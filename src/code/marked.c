/* Marked text: a document's sentences as the reference engine reads them (spell.h). */
#include "spell.h"
#include <siasat/repair.h>

enum { PIECE = 1 << 12 };                                     /* bytes between two looks at the clock, or a sentence */

static void put(sia_marked *to, char c) { sia_push(to->a, &to->text, c); }

/* Copies text; a control character of its own must not look like a mark of ours. */
static void copy(sia_marked *to, sia_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        bool mark = (s.p[i] >= SIA_M_OPEN && s.p[i] <= SIA_M_MARK) || (s.p[i] >= SIA_M_LEMMA && s.p[i] <= SIA_M_TAIL_OPEN);
        put(to, mark ? 8 : s.p[i]);
    }
}

static void put_keys(sia_marked *to, const sia_roots *roots, sia_str folded)
{
    sia_analysis room;
    put(to, SIA_M_LEMMA);
    copy(to, sia_key_of(roots, SIA_ITEM_LEMMA, folded, &room));
    put(to, SIA_M_ROOT);
    copy(to, sia_key_of(roots, SIA_ITEM_ROOT, folded, &room));
}

static void put_unit(sia_marked *to, sia_str folded, sia_str surface, sia_unit_kind kind, char open, bool closes)
{
    put(to, open);
    if (kind == SIA_UNIT_OPAQUE) put(to, SIA_M_OPAQUE);
    if (kind == SIA_UNIT_MARK) put(to, SIA_M_MARK);
    copy(to, folded);
    put(to, SIA_M_AS_IT_IS);
    copy(to, surface);
    if (kind == SIA_UNIT_WORD && to->keys) put_keys(to, to->roots, folded);
    if (kind == SIA_UNIT_MARK) put(to, SIA_M_MARK);
    put(to, closes ? SIA_M_CLOSE : SIA_M_INNER_CLOSE);
}

/* What stands between the text taken so far and a token; a blank where repair found that one was lost. */
static void put_gap(sia_marked *to, const sia_tagger *t, const sia_token *tok, uint32_t *at)
{
    copy(to, (sia_str){ t->doc->text.s.p + *at, tok->span.off - *at });
    if (tok->flags & SIA_TOK_GLUED) put(to, ' ');
    *at = tok->span.off;
}

/* A token's units are those of its form; its surface, or what that was repaired to, is cut alongside. Text up to the last
 * unit's end is taken: *at. */
static void put_token(sia_marked *to, sia_tagger *t, const sia_token *tok, uint32_t *at)
{
    const sia_type *type = sia_types_at(&t->types, tok);
    sia_str surface = sia_token_text(t->doc, tok), form = sia_lex_str(t->doc->lex, tok->form);
    sia_unit f = { 0 }, u = { 0 };
    uint32_t done = 0;
    const char second = sia_tail_begin(&t->types, tok, type) ? SIA_M_TAIL_OPEN : SIA_M_INNER_OPEN;
    put_gap(to, t, tok, at);
    for (uint32_t k = 0; sia_unit_next(form, f.off + f.len, &f) && sia_unit_next(surface, u.off + u.len, &u); k++) {
        copy(to, (sia_str){ surface.p + done, u.off - done });
        if (k == 0) sia_push(to->a, &to->tokens, to->text.n);
        if (k == 0) sia_push(to->a, &to->numbers, (uint32_t)(tok - t->doc->tokens.v));
        put_unit(to, (sia_str){ form.p + f.off, f.len }, (sia_str){ surface.p + u.off, u.len }, (sia_unit_kind)f.kind,
                 k == 0 ? SIA_M_OPEN : k == 1 ? second : SIA_M_INNER_OPEN,
                 k + 1 == type->n || (type->stop && k + 2 == type->n));
        done = u.off + u.len;
    }
    *at = tok->flags & SIA_TOK_REPAIRED ? sia_end(tok->span) : *at + done;
}

static void put_opaque(sia_marked *to, sia_tagger *t, const sia_token *tok, uint32_t *at)
{
    sia_str s = t->doc->text.s;
    copy(to, (sia_str){ s.p + *at, tok->span.off - *at });
    sia_push(to->a, &to->tokens, to->text.n);
    sia_push(to->a, &to->numbers, (uint32_t)(tok - t->doc->tokens.v));
    put_unit(to, sia_lex_str(t->doc->lex, tok->form), sia_cut(s, tok->span), SIA_UNIT_OPAQUE, SIA_M_OPEN, true);
    *at = sia_end(tok->span);
}

void sia_spell_document(sia_marked *to, sia_tagger *t)
{
    const sia_doc *d = t->doc;
    size_t from = 0;
    to->keys = t->program.asks_roots;
    to->roots = t->options.roots;
    for (uint32_t k = 0; k < d->sentences.n; k++) {
        const sia_sentence *s = &d->sentences.v[k];
        uint32_t at = s->span.off;
        for (uint32_t i = s->first; s->counted && i < s->first + s->n; i++) {
            const sia_token *tok = &d->tokens.v[i];
            if (tok->kind == SIA_URL || tok->kind == SIA_EMAIL) put_opaque(to, t, tok, &at);
            else put_token(to, t, tok, &at);
        }
        put(to, SIA_M_MARK);
        if (to->text.n - from < PIECE && k + 1 < d->sentences.n) continue;
        from = to->text.n;
        sia_push(to->a, &to->pieces, from);
    }
}
