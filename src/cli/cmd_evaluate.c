/* siasat evaluate: how good the tagging is against a gold (--gold), or how well two coders agree (--a, --b). */
#include "evaluation.h"
#include "whereabouts.h"

/* ---- categories: those of the codebooks in their order, then what else the codings use ----------------- */

tally *tally_of(evaluation *e, sia_str code)
{
    const sia_id id = sia_lex_id(e->codes, code);
    while (id && e->of.n < id) {
        const uint32_t n = e->of.n;
        sia_push(e->s->arena, &e->of, (tally){ 0 });
        if (e->of.n == n) return NULL;
    }
    return id ? &e->of.v[id - 1] : NULL;
}

static void know_categories(evaluation *e)
{
    for (uint32_t b = 0; b < e->s->n_books; b++)
        for (uint32_t i = 0; i < sia_codebook_categories(e->s->books[b]); i++) tally_of(e, sia_codebook_category(e->s->books[b], i)->code);
}

sia_str label_of(const evaluation *e, sia_str code)
{
    for (uint32_t b = 0; b < e->s->n_books; b++)
        for (uint32_t i = 0; i < sia_codebook_categories(e->s->books[b]); i++) {
            const sia_category *c = sia_codebook_category(e->s->books[b], i);
            if (sia_str_eq(c->code, code)) return c->name;
        }
    return SIA_STR("");
}

/* ---- one document's marks -------------------------------------------------------------------------- */

sia_status collect_marks(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    const evaluation *e = r->ctx;
    pair *p = sia_new(d->arena, pair, 1);
    if (!p) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    coding_marks(e->a, (uint32_t)i, d, &p->a);
    if (e->b) coding_marks(e->b, (uint32_t)i, d, &p->b);
    else hit_marks(d, run_tagger(r, worker), &p->b);
    p->a_met = sia_new(d->arena, bool, p->a.n);
    p->b_met = sia_new(d->arena, bool, p->b.n);
    *made = p;
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static bool same(const mark *x, const mark *y)
{
    return x->start == y->start && x->end == y->end && sia_str_eq(x->category, y->category);
}

static bool overlap(const mark *x, const mark *y)
{
    return x->start < y->end && y->start < x->end && sia_str_eq(x->category, y->category);
}

/* Each mark of a takes the first free one of b that fits; both ascend by start. */
static void meet(const marks *a, bool *a_met, const marks *b, bool *b_met, bool (*fits)(const mark *, const mark *))
{
    for (uint32_t i = 0, first = 0; i < a->n; i++) {
        while (first < b->n && b_met[first] && b->v[first].end <= a->v[i].start) first++;
        for (uint32_t k = first; !a_met[i] && k < b->n && b->v[k].start < a->v[i].end; k++)
            if (!b_met[k] && fits(&a->v[i], &b->v[k])) a_met[i] = b_met[k] = true;
    }
}

/* ---- against a gold ---------------------------------------------------------------------------------- */

static void put_difference(const evaluation *e, sia_doc *d, const mark *m, const char *kind)
{
    sia_table *t = e->s->table;
    const sia_str surface = mark_surface(d, m);
    sia_put_text(t, sia_str_of(kind));
    sia_put_text(t, d->text.name);
    put_page(t, mark_page(d, m));
    sia_put_count(t, m->start);
    sia_put_count(t, m->end);
    sia_put_text(t, m->category);
    sia_put_text(t, m->term);
    sia_put_text(t, surface);
    sia_put_text(t, m->sentence == UINT32_MAX ? SIA_STR("") : context_of(d, m->sentence, (sia_span){ d->sentences.v[m->sentence].span.off, 0 }));
}

/* Marks without a partner: `over` tells those that overlap one of their category, which differ in extent only. */
static void put_differences(const evaluation *e, sia_doc *d, const marks *m, const bool *met, const bool *over, const char *kind)
{
    for (uint32_t k = 0; k < m->n; k++) if (!met[k]) put_difference(e, d, &m->v[k], over[k] ? "extent" : kind);
}

/* Gold in parts that are not counted says nothing of the tagging. */
static void leave_uncounted(evaluation *e, marks *gold)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < gold->n; k++) {
        if (gold->v[k].counted || gold->v[k].sentence == UINT32_MAX) gold->v[n++] = gold->v[k];
        else e->outside++;
    }
    gold->n = n;
}

static sia_status score(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    evaluation *e = r->ctx;
    pair *p = made;
    leave_uncounted(e, &p->a);
    bool *a_over = sia_new(d->arena, bool, p->a.n), *b_over = sia_new(d->arena, bool, p->b.n);
    if (!a_over || !b_over) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    meet(&p->a, p->a_met, &p->b, p->b_met, same);
    memcpy(a_over, p->a_met, p->a.n);
    memcpy(b_over, p->b_met, p->b.n);
    meet(&p->a, a_over, &p->b, b_over, overlap);
    for (uint32_t k = 0; k < p->a.n; k++) {
        tally *t = tally_of(e, p->a.v[k].category);
        if (!t) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
        if (p->a_met[k]) t->tp++; else t->fn++;
        if (a_over[k]) t->over_tp++; else t->over_fn++;
    }
    for (uint32_t k = 0; k < p->b.n; k++) {
        tally *t = tally_of(e, p->b.v[k].category);
        if (!t) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
        t->fp += !p->b_met[k];
        t->over_fp += !b_over[k];
    }
    if (!e->s->set.list) return SIA_OK;
    put_differences(e, d, &p->a, p->a_met, a_over, "miss");
    put_differences(e, d, &p->b, p->b_met, b_over, "false alarm");
    return SIA_OK;
}

static void put_ratio(sia_table *t, uint64_t part, uint64_t whole)
{
    if (whole) sia_put_real(t, (double)part / (double)whole); else sia_put_none(t);
}

static void put_prf(sia_table *t, uint64_t tp, uint64_t fp, uint64_t fn)
{
    put_ratio(t, tp, tp + fp);
    put_ratio(t, tp, tp + fn);
    put_ratio(t, 2 * tp, 2 * tp + fp + fn);
}

static void put_score(const evaluation *e, sia_str code, sia_str label, const tally *n)
{
    sia_table *t = e->s->table;
    sia_put_text(t, code);
    sia_put_count(t, n->tp);
    sia_put_count(t, n->fp);
    sia_put_count(t, n->fn);
    put_prf(t, n->tp, n->fp, n->fn);
    sia_put_text(t, label);
    put_prf(t, n->over_tp, n->over_fp, n->over_fn);
}

void add_tally(tally *to, const tally *n)
{
    to->tp += n->tp; to->fp += n->fp; to->fn += n->fn;
    to->over_tp += n->over_tp; to->over_fp += n->over_fp; to->over_fn += n->over_fn;
    for (int k = 0; k < 4; k++) to->table[k] += n->table[k];
}

static void put_scores(const evaluation *e)
{
    tally all = { 0 };
    for (uint32_t k = 0; k < e->of.n; k++) {
        const tally *n = &e->of.v[k];
        const sia_str code = sia_lex_str(e->codes, k + 1);
        if (n->tp + n->fp + n->fn) put_score(e, code, label_of(e, code), n);
        add_tally(&all, n);
    }
    put_score(e, SIA_STR("all"), SIA_STR(""), &all);
}

static sia_status against_gold(evaluation *e, sia_err *err)
{
    session *s = e->s;
    run r = { .s = s, .upto = UPTO_HITS, .whole = true, .digest = collect_marks, .deliver = score, .ctx = e };
    SIA_TRY(session_inputs(s, 0, err));
    SIA_TRY(coding_open(&e->a, s, s->set.gold, err));
    if (e->a->by_unit) return sia_fail(err, SIA_MSG_GOLD_UNITS, 0, e->a->name, "");
    SIA_TRY(session_table(s, s->set.list ? "evaluate --list" : "evaluate", err));
    sia_status st = run_documents(&r, err);
    if (!st && !s->set.list) put_scores(e);
    if (!st) run_say_counted(&r);
    if (!st && e->outside) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_GOLD_OUTSIDE, s->lang), (unsigned long long)e->outside).p);
    run_end(&r);
    return st ? st : session_close(s, err);
}

/* ---- the verb ---------------------------------------------------------------------------------------- */

static sia_status evaluate_run(session *s, sia_err *err)
{
    evaluation e = { .s = s, .codes = sia_lex_new(s->arena) };
    const bool two = s->set.a && s->set.b;
    if (!e.codes) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (two == (s->set.gold != NULL) || !s->set.a != !s->set.b) return sia_fail(err, SIA_MSG_EVALUATE_WHAT, 0, SIA_STR("evaluate"), "");
    SIA_TRY(session_books(s, err));
    know_categories(&e);
    return two ? two_coders(&e, err) : against_gold(&e, err);
}

const command cmd_evaluate = {
    { "evaluate", "[INPUT...]", SIA_MSG_CMD_EVALUATE, { &opts_evaluate, &opts_input, &opts_codebook, &opts_output, &opts_general },
      { "siasat evaluate --gold acuan.csv skripsi/", "siasat evaluate --a koder1.csv --b koder2.csv",
        "siasat evaluate --gold acuan.csv --list skripsi/ > selisih.csv" } },
    evaluate_run,
};
