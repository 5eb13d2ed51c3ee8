/* cooc --unit span: which convention is asked for, and the stretches of a document. */
#include "span.h"
#include <stdlib.h>

/* ---- conventions ----------------------------------------------------------------------------------- */

/* What programs do by themselves, as far as their source or pages show it (docs/METHODS.md). Of width none says more than five. */
static const struct { const char *unit; span_barrier barrier; span_per per; span_expect expect; bool unordered, self; } of_program[SIA_PROGRAMS] = {
    [SIA_QUANTEDA]  = { "span:5", BARRIER_NONE, PER_PLACE, EXPECT_PLAIN, true, true },
    [SIA_CQPWEB]    = { "span:5", BARRIER_NONE, PER_PLACE, EXPECT_SPAN, false, true },
    [SIA_SKETCH]    = { "span:5", BARRIER_NONE, PER_HIT, EXPECT_PLAIN, false, true },
    [SIA_KHCODER]   = { "span:5", BARRIER_NONE, PER_HIT, EXPECT_PLAIN, false, true },
    [SIA_WORDSMITH] = { "span:5", BARRIER_NONE, PER_PLACE, EXPECT_PLAIN, false, true },
};

static const char *unit_of(const session *s)
{
    if (s->set.unit) return s->set.unit;
    const char *own = s->set.compat >= 0 ? of_program[s->set.compat].unit : NULL;
    return own ? own : "sentence";
}

bool span_wanted(const session *s) { return !strncmp(unit_of(s), "span:", 5); }

/* "5" or "5-0"; false: neither. */
static bool widths(const char *p, sia_span_rule *rule)
{
    char *end;
    const long left = strtol(p, &end, 10);
    const bool two = end > p && *end == '-';
    const char *second = end + 1;
    const long right = two ? strtol(second, &end, 10) : left;
    if (end == p || (two && end == second) || *end || *p == '-' || left < 0 || right < 0 || left > SIA_SPAN_MOST || right > SIA_SPAN_MOST || left + right == 0) return false;
    rule->left = (uint32_t)left;
    rule->right = (uint32_t)right;
    return true;
}

static int chosen_or(int given, int else_) { return given >= 0 ? given : else_; }

sia_status span_parse(span *x, const session *s, sia_err *err)
{
    const int p = s->set.compat;
    const bool program = p >= 0 && of_program[p].unit;
    const char *unit = unit_of(s);
    if (!widths(unit + 5, &x->rule)) return sia_fail(err, SIA_MSG_SPAN, 0, SIA_STR("--unit"), "'%s'", unit);
    x->barrier = (span_barrier)chosen_or(s->set.barrier, program ? (int)of_program[p].barrier : BARRIER_SENTENCE);
    x->expect = (span_expect)chosen_or(s->set.expect, program ? (int)of_program[p].expect : EXPECT_SPAN);
    x->rule.per_hit = chosen_or(s->set.per, program ? (int)of_program[p].per : PER_PLACE) == PER_HIT;
    x->rule.self = s->set.self || (program && of_program[p].self);
    x->unordered = s->set.unordered || (program && of_program[p].unordered);
    if (x->unordered && (x->rule.left != x->rule.right || x->rule.per_hit || x->expect == EXPECT_SPAN))
        return sia_fail(err, SIA_MSG_SPAN_UNORDERED, 0, SIA_STR("--unordered"), "");
    return SIA_OK;
}

void span_say(const span *x, session *s)
{
    static const char *const barrier[] = { "none", "paragraph", "sentence" }, *const expect[] = { "span", "plain", "width" };
    const sia_span_rule *r = &x->rule;
    say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_SPAN, s->lang), r->left, r->right, barrier[x->barrier], r->per_hit ? "hit" : "place",
                      expect[x->expect], x->unordered ? " --unordered" : "", r->self ? " --self" : "").p);
}

/* ---- stretches ------------------------------------------------------------------------------------------ */

typedef struct { const sia_doc *d; const items *it; const occurrences *o; uint32_t at; uint32_t *words; sia_near_place *place; } walk;     /* words: by token, those before it in its stretch */

static uint32_t last_token(const walk *w, uint32_t k)
{
    return items_are_forms(w->it) ? w->o->v[k].token : w->d->hits.v[k].first + w->d->hits.v[k].n - 1;
}

/* The places of the occurrences in the sentences up to `last`. */
static uint32_t places(walk *w, uint32_t last)
{
    uint32_t n = 0;
    for (; w->at < w->o->n && w->o->v[w->at].sentence <= last; w->at++) {
        const uint32_t first = w->words[w->o->v[w->at].token], end = last_token(w, w->at);
        const uint32_t to = w->words[end] + (w->d->tokens.v[end].kind <= SIA_NUMBER);
        w->place[n++] = (sia_near_place){ w->o->v[w->at].item, first, to > first ? to - 1 : first };
    }
    return n;
}

static bool goes_on(span_barrier barrier, const sia_doc *d, uint32_t sentence)
{
    if (barrier == BARRIER_SENTENCE || sentence + 1 >= d->sentences.n) return false;
    return barrier == BARRIER_NONE || d->sentences.v[sentence].block == d->sentences.v[sentence + 1].block;
}

bool span_document(const span *x, const items *it, const sia_doc *d, const occurrences *o, sia_near *c)
{
    walk w = { d, it, o, 0, sia_alloc_raw(d->arena, sizeof *w.words, (size_t)d->tokens.n + 1), sia_alloc_raw(d->arena, sizeof *w.place, (size_t)o->n + 1) };
    uint32_t words = 0;
    if (!w.words || !w.place) return false;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        for (uint32_t k = st->first; st->counted && k < st->first + st->n; k++) {
            w.words[k] = words;
            words += d->tokens.v[k].kind <= SIA_NUMBER;
        }
        if (goes_on(x->barrier, d, i)) continue;
        const uint32_t n = places(&w, i);
        if (words) sia_near_stretch(c, &x->rule, w.place, n, words);
        words = 0;
    }
    return true;
}
