/* Looking a codebook over: oddities that are no errors. */
#include "codebook.h"
#include "required.h"

/* The number that equal patterns share: the items of words, the text of a regex. */
static sia_id key_of(const sia_codebook *cb, sia_lex *keys, const sia_alternative *alt)
{
    if (!alt->n) return sia_lex_id(keys, sia_source(alt));
    return sia_lex_id(keys, (sia_str){ (const char *)(cb->steps.v + alt->first), alt->n * sizeof *cb->steps.v });
}

static sia_place place_of(const sia_codebook *cb, const sia_alternative *alt)
{
    const sia_cell *cell = &cb->cells.v[alt->cell];
    return sia_cell_place(cell->at, (size_t)(alt->source - cell->text.p));
}

typedef struct {
    const sia_codebook *cb;
    sia_findings *out;
    sia_arena    *a;
    sia_lex      *keys;                     /* of the patterns seen                           */
    SIA_VEC(uint32_t) owner;                /* the rule that each key was first seen in       */
} reviewer;

static bool plain(const sia_rule *r) { return r->except == SIA_NO_SET && r->conditions.n == 0; }

static void put(reviewer *r, sia_msg msg, const sia_alternative *alt, sia_str arg)
{
    sia_place at = place_of(r->cb, alt);
    sia_push(r->a, r->out, (sia_finding){ msg, at.line, at.col, arg });
}

/* The same pattern again: in the same term it is idle; in another it never wins against a rule without conditions. */
static bool is_idle(const sia_rule *first, const sia_rule *r)
{
    if (first->term != r->term) return plain(first);
    return first == r || (plain(first) && plain(r));
}

/* A regex of which nothing is known runs wherever its first byte allows. */
static bool is_slow(const sia_alternative *alt)
{
    if (alt->n) return false;
    const sia_required has = sia_regex_required(sia_regex_of(alt), alt->keep_case);
    return !has.start.n && !has.inside.n && !has.digit;
}

/* False: enough was told. */
static bool review_pattern(reviewer *r, uint32_t rule, const sia_alternative *alt)
{
    const sia_codebook *cb = r->cb;
    sia_id id = key_of(cb, r->keys, alt);
    if (is_slow(alt) && r->out->n < SIA_FINDINGS_MAX) put(r, SIA_MSG_PATTERN_SLOW, alt, sia_source(alt));
    if (id > r->owner.n) { sia_push(r->a, &r->owner, rule); return true; }
    if (!id) return false;
    const sia_rule *first = &cb->rules.v[r->owner.v[id - 1]];
    if (!is_idle(first, &cb->rules.v[rule])) return true;
    if (r->out->n >= SIA_FINDINGS_MAX) { put(r, SIA_MSG_FINDINGS_CUT, alt, SIA_STR("")); return false; }
    sia_str where = cb->terms.v[first->term].id;
    if (first->term == cb->rules.v[rule].term) put(r, SIA_MSG_PATTERN_TWICE, alt, sia_source(alt));
    else put(r, SIA_MSG_PATTERN_SHARED, alt,
             sia_printf(r->a, "%.*s: %.*s", (int)alt->len, alt->source, (int)where.n, where.p));
    return true;
}

sia_status sia_codebook_review(const sia_codebook *cb, sia_findings *out, sia_arena *a, sia_err *err)
{
    reviewer r = { .cb = cb, .out = out, .a = a, .keys = sia_lex_new(a) };
    bool more = r.keys;
    for (uint32_t i = 0; i < cb->findings.n; i++) sia_push(a, out, cb->findings.v[i]);
    for (uint32_t i = 0; more && i < cb->rules.n; i++) {
        sia_range alts = cb->rules.v[i].patterns.alts;
        for (uint32_t k = 0; more && k < alts.n; k++) more = review_pattern(&r, i, &cb->alts.v[alts.first + k]);
    }
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, cb->name, "%s", "");
}
