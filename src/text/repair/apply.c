/* Applying: the tokens as the proposals have them. Spans and text stay; forms, and where a blank was lost or too many the
 * cuts between tokens, change. */
#include "repairs.h"

const char *sia_rule_name(sia_repair_rule r)
{
    switch (r) {
    case SIA_RULE_VARIANT:       return "variant";
    case SIA_RULE_DIACRITIC:     return "diacritic";
    case SIA_RULE_DIGIT:         return "digit";
    case SIA_RULE_DOUBLED:       return "doubled";
    case SIA_RULE_LOOKALIKE:     return "lookalike";
    case SIA_RULE_SWAPPED:       return "swapped";
    case SIA_RULE_ONE_LETTER:    return "one-letter";
    case SIA_RULE_GLUED:         return "glued";
    case SIA_RULE_PREPOSITION:   return "preposition";
    case SIA_RULE_PREFIX_APART:  return "prefix-apart";
    case SIA_RULE_CLITIC_APART:  return "clitic-apart";
    case SIA_RULE_WORD_APART:    return "word-apart";
    case SIA_RULE_REDUPLICATION: return "reduplication";
    case SIA_RULE_COUNT:         break;
    }
    return "";
}

const char *sia_proof_name(sia_proof p)
{
    switch (p) {
    case SIA_PROOF_LIST:       return "list";
    case SIA_PROOF_DOCUMENT:   return "document";
    case SIA_PROOF_CODEBOOK:   return "codebook";
    case SIA_PROOF_COMMON:     return "common";
    case SIA_PROOF_DICTIONARY: return "dictionary";
    }
    return "";
}

const char *sia_effect_name(sia_effect e)
{
    switch (e) {
    case SIA_EFFECT_FORM:  return "form";
    case SIA_EFFECT_SPLIT: return "split";
    case SIA_EFFECT_JOIN:  return "join";
    case SIA_EFFECT_NONE:  return "none";
    }
    return "";
}

typedef struct { sia_doc *doc; sia_token *v; uint32_t n; } rewrite;

static sia_id form_of(const rewrite *w, sia_str text) { return sia_lex_id(w->doc->lex, sia_fold(w->doc->arena, text)); }

static void put(rewrite *w, sia_token t) { w->v[w->n++] = t; }

static void put_repaired(rewrite *w, const sia_repair *x)
{
    const sia_token *t = &w->doc->tokens.v[x->first];
    sia_token one = t[0], two;
    switch ((sia_effect)x->effect) {
    case SIA_EFFECT_FORM:
    case SIA_EFFECT_JOIN:
        one.span = x->span;
        one.form = form_of(w, x->proposal);
        one.flags |= SIA_TOK_REPAIRED;
        put(w, one);
        break;
    case SIA_EFFECT_SPLIT:
        two = one;
        one.span.len = x->cut;
        two.span = (sia_span){ one.span.off + x->cut, two.span.len - x->cut };
        one.form = form_of(w, (sia_str){ x->proposal.p, x->cut });
        two.form = form_of(w, (sia_str){ x->proposal.p + x->cut + 1, x->proposal.n - x->cut - 1 });
        one.flags |= SIA_TOK_REPAIRED;
        two.flags |= SIA_TOK_REPAIRED | SIA_TOK_GLUED;
        put(w, one);
        put(w, two);
        break;
    case SIA_EFFECT_NONE:
        for (uint32_t i = 0; i < x->n; i++) put(w, t[i]);
        break;
    }
}

sia_status sia_doc_repair(sia_doc *d, sia_err *err)
{
    rewrite w = { .doc = d };
    uint32_t next = 0;
    if (!d->repairs.n) return SIA_OK;
    w.v = sia_alloc_raw(d->arena, sizeof *w.v, (size_t)d->tokens.n + d->repairs.n);
    if (!w.v) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        sia_sentence *s = &d->sentences.v[i];
        uint32_t from = w.n, end = s->first + s->n;
        for (uint32_t k = s->first; k < end; ) {
            sia_repair *x = next < d->repairs.n && d->repairs.v[next].first == k ? &d->repairs.v[next++] : NULL;
            uint32_t at = w.n;
            if (!x) { put(&w, d->tokens.v[k++]); continue; }
            put_repaired(&w, x);
            k += x->n;
            x->first = at;
            x->n = w.n - at;
        }
        s->first = from;
        s->n = w.n - from;
    }
    d->tokens.v = w.v;
    d->tokens.n = w.n;
    d->tokens.cap = w.n;
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

const sia_repair *sia_repair_at(const sia_doc *d, uint32_t off)
{
    uint32_t lo = 0, hi = d->repairs.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (sia_end(d->repairs.v[mid].span) <= off) lo = mid + 1; else hi = mid;
    }
    return lo < d->repairs.n && d->repairs.v[lo].span.off <= off ? &d->repairs.v[lo] : NULL;
}

sia_str sia_token_text(const sia_doc *d, const sia_token *t)
{
    const sia_repair *x = t->flags & SIA_TOK_REPAIRED ? sia_repair_at(d, t->span.off) : NULL;
    if (!x || x->effect == SIA_EFFECT_SPLIT) return sia_cut(d->text.s, t->span);
    return x->proposal;
}
