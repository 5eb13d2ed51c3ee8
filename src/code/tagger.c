/* Taggers: putting codebooks' hits on documents, one tagger a thread. */
#include "policy.h"
#include "reference.h"

sia_tagger *sia_tagger_new(const sia_codebook *const *books, uint32_t n, const sia_tag_options *o)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_tagger *t = a ? sia_new(a, sia_tagger, 1) : NULL;
    if (!t) {
        sia_arena_free(a);
        return NULL;
    }
    t->a = a;
    t->scratch = sia_arena_new(NULL, 0);
    if (o) t->options = *o;
    t->types.a = a;
    t->types.program = &t->program;
    if (t->scratch && sia_program_build(&t->program, books, n, t->options.roots, a) && sia_regexes_new(t)) {
        t->witnesses = sia_new(a, sia_witness, t->program.owners.n + 1u);
        if (t->options.overlaps) t->uses = sia_new(a, sia_rule_use, t->program.owners.n + 1u);
        if (t->witnesses && sia_arena_ok(a)) return t;
    }
    sia_tagger_free(t);
    return NULL;
}

void sia_tagger_free(sia_tagger *t)
{
    if (!t) return;
    sia_regexes_free(&t->regexes);
    sia_reference_free(t);
    sia_arena_free(t->scratch);
    sia_arena_free(t->a);
}

static uint32_t book_of(const sia_tagger *t, uint32_t term)
{
    uint32_t b = t->program.n_books;
    while (b > 1 && t->program.terms_before[b - 1] > term) b--;
    return b - 1;
}

uint32_t sia_tagger_terms(const sia_tagger *t)
{
    uint32_t n = 0;
    for (uint32_t b = 0; b < t->program.n_books; b++) n += sia_codebook_terms(t->program.books[b]);
    return n;
}

const sia_term *sia_tagger_term(const sia_tagger *t, uint32_t term)
{
    uint32_t b = book_of(t, term);
    return sia_codebook_term(t->program.books[b], term - t->program.terms_before[b]);
}

const sia_category *sia_tagger_category(const sia_tagger *t, uint32_t term)
{
    return sia_codebook_category(t->program.books[book_of(t, term)], sia_tagger_term(t, term)->category);
}

/* Whether a word that begins no other pattern may begin one with `*`. */
static bool may_follow(sia_tagger *t, uint32_t i, uint32_t limit)
{
    const sia_token *tok = &t->doc->tokens.v[i];
    return i + 1 < limit && (sia_types_flags(&t->types, tok + 1) & SIA_TYPE_FOLLOWS || tok[0].form == tok[1].form);
}

static void match_sentence(sia_tagger *t, uint32_t sentence)
{
    const sia_sentence *s = &t->doc->sentences.v[sentence];
    const uint32_t limit = s->first + s->n;
    const bool any = t->program.after_any;
    const uint32_t regexes = SIA_TYPE_REGEX | (sia_regexes_awake(t, sentence) ? SIA_TYPE_REGEX_UNKNOWN : 0);
    for (uint32_t i = s->first; i < limit; i++) {
        const sia_token *tok = &t->doc->tokens.v[i];
        sia_types_fetch(&t->types, tok, t->doc->tokens.n - i);
        uint32_t flags = sia_types_flags(&t->types, tok);
        if (!(flags & (SIA_TYPE_STARTS | regexes)) && !any) continue;
        if (flags & SIA_TYPE_STARTS || (any && may_follow(t, i, limit))) sia_match_words(t, i, limit);
        if (flags & regexes) sia_regexes_at(t, sentence, i, flags & regexes);
    }
}

static void match_fast(sia_tagger *t)
{
    for (uint32_t k = 0; k < t->doc->sentences.n; k++)
        if (t->doc->sentences.v[k].counted) match_sentence(t, k);
}

static sia_status no_memory(const sia_doc *d, sia_err *err)
{
    return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "%s", "");
}

sia_status sia_doc_tag(sia_doc *d, sia_tagger *t, sia_err *err)
{
    sia_arena_reset(t->scratch);
    t->doc = d;
    sia_found_begin(t);
    d->hits.n = d->overlaps.n = 0;
    if (!sia_types_bind(&t->types, d)) return no_memory(d, err);
    sia_regexes_begin(t);
    if (t->options.engine == SIA_ENGINE_REFERENCE) sia_match_reference(t);
    else match_fast(t);
    sia_regexes_settle(t);
    if (!sia_arena_ok(t->a) || !sia_arena_ok(t->scratch)) return no_memory(d, err);
    sia_sorted sorted;
    if (!sia_found_sort(t, &sorted)) return no_memory(d, err);
    sia_uses_count(t, SIA_USE_FOUND, sorted.rules, sorted.n_rules);
    sia_rules_apply(t, &sorted);
    sia_uses_count(t, SIA_USE_STOOD, sorted.rules, sorted.n_rules);
    sia_policy_apply(t, &sorted);
    if (!sia_arena_ok(t->scratch) || !sia_arena_ok(d->arena)) return no_memory(d, err);
    return SIA_OK;
}
