/* Two coders: how often they give the same categories to the same units. */
#include "evaluation.h"

static bool in_codes(const codes *c, sia_str code)
{
    for (uint32_t k = 0; k < c->n; k++) if (sia_str_eq(c->v[k], code)) return true;
    return false;
}

/* Counts one unit: each code that either coder gave it, once. */
static bool count_unit(evaluation *e, const codes *a, const codes *b)
{
    e->units++;
    for (uint32_t k = 0; k < a->n + b->n; k++) {
        const sia_str code = k < a->n ? a->v[k] : b->v[k - a->n];
        const codes before = { a->v, k < a->n ? k : a->n, 0 }, before_b = { b->v, k < a->n ? 0 : k - a->n, 0 };
        if (in_codes(&before, code) || in_codes(&before_b, code)) continue;
        tally *t = tally_of(e, code);
        if (!t) return false;
        t->table[2 * in_codes(a, code) + in_codes(b, code)]++;
    }
    return true;
}

/* The codes of the marks that begin in a sentence; *at goes on past them. Marks outside any sentence stand first or last
 * and belong to none. */
static codes of_sentence(sia_doc *d, const marks *m, uint32_t *at, uint32_t sentence)
{
    codes c = { 0 };
    while (*at < m->n && (m->v[*at].sentence == UINT32_MAX || m->v[*at].sentence < sentence)) ++*at;
    for (; *at < m->n && (m->v[*at].sentence == sentence || m->v[*at].sentence == UINT32_MAX); ++*at)
        if (m->v[*at].sentence == sentence) sia_push(d->arena, &c, m->v[*at].category);
    return c;
}

static sia_status compare(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    evaluation *e = r->ctx;
    const pair *p = made;
    uint32_t at_a = 0, at_b = 0;
    for (uint32_t k = 0; k < d->sentences.n; k++) {
        if (!d->sentences.v[k].counted) continue;
        const codes a = of_sentence(d, &p->a, &at_a, k), b = of_sentence(d, &p->b, &at_b, k);
        if (!count_unit(e, &a, &b)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    }
    if (!continuum_add(&e->line, e->codes, d, (const marks *[]){ &p->a, &p->b }, e->s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    for (uint32_t k = 0; k < p->a.n; k++) e->outside += !p->a.v[k].counted;
    for (uint32_t k = 0; k < p->b.n; k++) e->outside += !p->b.v[k].counted;
    return SIA_OK;
}

static void put_agreement(const evaluation *e, sia_str code, sia_str label, const uint64_t table[4], uint64_t units, sia_unitizing places)
{
    sia_table *t = e->s->table;
    const uint64_t full[4] = { units - table[1] - table[2] - table[3], table[1], table[2], table[3] };
    sia_put_text(t, code);
    sia_put_count(t, full[3]);
    sia_put_count(t, full[2]);
    sia_put_count(t, full[1]);
    sia_put_real(t, sia_agreement(full, 2));
    sia_put_real(t, sia_kappa(full, 2));
    sia_put_real(t, sia_alpha(full, 2));
    sia_put_text(t, label);
    sia_put_count(t, units);
    sia_put_real(t, sia_unitizing_alpha(places));
}

static sia_status put_agreements(const evaluation *e, sia_err *err)
{
    tally all = { 0 };
    sia_unitizing places, sum = { 0 };
    uint64_t used = 0;
    for (uint32_t k = 0; k < e->of.n; k++) {
        const uint64_t *n = e->of.v[k].table;
        const sia_str code = sia_lex_str(e->codes, k + 1);
        if (!(n[1] + n[2] + n[3])) continue;
        if (!continuum_of(&e->line, k, &places, e->s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
        put_agreement(e, code, label_of(e, code), n, e->units, places);
        add_tally(&all, &e->of.v[k]);
        sum = (sia_unitizing){ sum.observed + places.observed, sum.expected + places.expected };
        used++;
    }
    put_agreement(e, SIA_STR("all"), SIA_STR(""), all.table, e->units * used, sum);
    return SIA_OK;
}

/* Two coding sheets: the units that both have. */
static sia_status sheets(evaluation *e, sia_err *err)
{
    uint64_t only = e->b->codes_of.n;
    for (uint32_t k = 0; k < e->a->codes_of.n; k++) {
        const codes *b = coding_codes(e->b, sia_lex_str(e->a->units, k + 1));
        if (!b) {
            only++;
            continue;
        }
        only--;
        if (!count_unit(e, &e->a->codes_of.v[k], b)) return sia_fail(err, SIA_MSG_NOMEM, 0, e->a->name, "");
    }
    if (only) say(e->s, sia_printf(e->s->arena, sia_word(SIA_MSG_SAY_UNITS_ALONE, e->s->lang), (unsigned long long)only).p);
    SIA_TRY(session_table(e->s, "evaluate --a", err));
    SIA_TRY(put_agreements(e, err));
    return session_close(e->s, err);
}

static sia_status places(evaluation *e, sia_err *err)
{
    session *s = e->s;
    run r = { .s = s, .upto = UPTO_TOKENS, .digest = collect_marks, .deliver = compare, .ctx = e };
    SIA_TRY(session_table(s, "evaluate --a", err));
    sia_status st = run_documents(&r, err);
    if (!st) st = put_agreements(e, err);
    if (!st) run_say_counted(&r);
    if (!st && e->outside) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_GOLD_OUTSIDE, s->lang), (unsigned long long)e->outside).p);
    run_end(&r);
    return st ? st : session_close(s, err);
}

sia_status two_coders(evaluation *e, sia_err *err)
{
    session *s = e->s;
    if (s->operands) SIA_TRY(session_inputs(s, 0, err));
    SIA_TRY(coding_open(&e->a, s, s->set.a, err));
    SIA_TRY(coding_open(&e->b, s, s->set.b, err));
    if (e->a->by_unit != e->b->by_unit) return sia_fail(err, SIA_MSG_UNITS_MIXED, 0, e->b->name, "");
    if (!e->a->by_unit && !s->operands) return sia_fail(err, SIA_MSG_EVALUATE_INPUT, 0, SIA_STR("evaluate"), "");
    return e->a->by_unit ? sheets(e, err) : places(e, err);
}
