/* Rules: except and context cells, asked of each match before the policy sees it. */
#include "policy.h"

typedef struct { uint32_t from, to; } range;                 /* tokens */

typedef struct {
    sia_tagger     *t;
    const sia_doc  *d;
    uint32_t       *words;                  /* words[i]: words and numbers before token i     */
    range          *blocks, *sections;
} court;

/* Matches never cross sentences, so one that shares a token with the hit is in its sentence. */
static bool overlaps(const sia_witness *s, const sia_found *hit)
{
    uint32_t n = sia_begun_before(s, hit->last + 1);
    return n && s->reach[n - 1] >= hit->first;
}

/* ---- places ---------------------------------------------------------------------------------- */

static void widen(range *r, const sia_sentence *s)
{
    if (r->to == 0 || s->first < r->from) r->from = s->first;
    if (s->first + s->n > r->to) r->to = s->first + s->n;
}

static void find_ranges(court *c)
{
    const sia_doc *d = c->d;
    c->blocks = sia_new(c->t->scratch, range, d->blocks.n + 1u);
    c->sections = sia_new(c->t->scratch, range, d->sections.n + 1u);
    for (uint32_t i = 0; c->blocks && c->sections && i < d->sentences.n; i++) {
        const sia_sentence *s = &d->sentences.v[i];
        if (s->n == 0 || s->block >= d->blocks.n) continue;
        widen(&c->blocks[s->block], s);
        if (d->blocks.v[s->block].section < d->sections.n) widen(&c->sections[d->blocks.v[s->block].section], s);
    }
}

static bool is_word(const sia_token *tok) { return tok->kind != SIA_PUNCT && tok->kind != SIA_SYMBOL; }

static void count_words(court *c)
{
    c->words = sia_new(c->t->scratch, uint32_t, c->d->tokens.n + 1u);
    for (uint32_t i = 0; c->words && i < c->d->tokens.n; i++) c->words[i + 1] = c->words[i] + is_word(&c->d->tokens.v[i]);
}

static range place_of(court *c, sia_scope scope, const sia_found *hit)
{
    const sia_doc *d = c->d;
    const sia_sentence *s = &d->sentences.v[d->tokens.v[hit->first].sentence];
    if (scope == SIA_IN_DOC) return (range){ 0, d->tokens.n };
    if ((scope == SIA_IN_PARAGRAPH || scope == SIA_IN_SECTION) && s->block < d->blocks.n) {
        if (!c->blocks) find_ranges(c);
        if (!c->blocks || !c->sections) return (range){ 0, 0 };
        uint32_t section = d->blocks.v[s->block].section;
        if (scope == SIA_IN_PARAGRAPH) return c->blocks[s->block];
        if (section < d->sections.n) return c->sections[section];
    }
    return (range){ s->first, s->first + s->n };
}

/* ---- conditions --------------------------------------------------------------------------------- */

static bool is_before(court *c, const sia_witness *s, const sia_found *hit, range in, uint32_t words)
{
    uint32_t n = sia_ended_before(s, hit->first);
    if (!n || s->lasts[n - 1] < in.from) return false;
    return !words || c->words[hit->first] - c->words[s->lasts[n - 1] + 1] < words;
}

static bool is_after(court *c, const sia_witness *s, const sia_found *hit, range in, uint32_t words)
{
    uint32_t n = sia_begun_before(s, hit->last + 1);
    if (n == s->at.n || s->at.v[n].first >= in.to) return false;
    return !words || c->words[s->at.v[n].first] - c->words[hit->last + 1] < words;
}

static bool in_part(const court *c, const sia_found *hit, uint32_t parts)
{
    const sia_doc *d = c->d;
    uint32_t block = d->sentences.v[d->tokens.v[hit->first].sentence].block;
    uint32_t section = block < d->blocks.n ? d->blocks.v[block].section : 0;
    return section < d->sections.n && (parts >> d->sections.v[section].part & 1);
}

typedef struct { const sia_condition *condition; range in; } question;

static bool answers(court *c, uint32_t owner, const sia_found *hit, const question *q)
{
    const sia_witness *s = sia_witness_of(c->t, owner);
    if (!q) return overlaps(s, hit);
    uint32_t n = q->condition->n;
    return (q->condition->scope != SIA_IN_AFTER && is_before(c, s, hit, q->in, n))
        || (q->condition->scope != SIA_IN_BEFORE && is_after(c, s, hit, q->in, n));
}

/* Whether the set's own patterns, or a list it names, have a match that answers; no question: one that overlaps. */
static bool set_answers(court *c, uint32_t book, uint32_t set, const sia_found *hit, const question *q)
{
    const sia_program *p = &c->t->program;
    const sia_codebook *cb = p->books[book];
    sia_range lists = cb->sets.v[set].lists;
    if (answers(c, p->sets_before[book] + set, hit, q)) return true;
    for (uint32_t i = 0; i < lists.n; i++)
        if (answers(c, p->lists_before[book] + cb->named.v[lists.first + i], hit, q)) return true;
    return false;
}

static bool holds(court *c, uint32_t book, const sia_condition *k, const sia_found *hit)
{
    if (k->scope == SIA_IN_PART) return in_part(c, hit, k->set) != k->negated;
    if (k->n && !c->words) count_words(c);
    if (k->n && !c->words) return false;
    question q = { k, place_of(c, (sia_scope)k->scope, hit) };
    return set_answers(c, book, k->set, hit, &q) != k->negated;
}

static bool stands(court *c, const sia_found *hit)
{
    const sia_owner *o = &c->t->program.owners.v[hit->owner];
    const sia_codebook *cb = c->t->program.books[o->book];
    const sia_rule *r = &cb->rules.v[o->index];
    if (r->except != SIA_NO_SET && set_answers(c, o->book, r->except, hit, NULL)) return false;
    for (uint32_t i = 0; i < r->conditions.n; i++)
        if (!holds(c, o->book, &cb->conditions.v[r->conditions.first + i], hit)) return false;
    return true;
}

void sia_rules_apply(sia_tagger *t, sia_sorted *s)
{
    court c = { .t = t, .d = t->doc };
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->n_rules; i++) if (stands(&c, &s->rules[i])) s->rules[n++] = s->rules[i];
    s->n_rules = n;
}
