/* siasat repairs: one row per slip and what it was meant to be, over all documents. */
#include "run.h"
#include "sorter.h"
#include <stdlib.h>

enum { PLACES = 10 };

typedef struct {
    sia_str  form, proposal;                /* as at the first place */
    sia_str  key;                           /* folded, and the rule: the tie-break */
    uint64_t count, seen;
    uint8_t  rule, proof, effect;
    sia_str  places;
} row;

typedef struct { sia_lex *keys; SIA_VEC(row) rows; } repairs;     /* id k names rows[k - 1] */

static sia_str surface_of(const sia_doc *d, const sia_repair *x, sia_arena *a)
{
    sia_str s = sia_cut(d->text.s, x->span), out = sia_dup(a, s);
    char *p = (char *)(uintptr_t)out.p;
    for (size_t i = 0; i < out.n; i++) if (p[i] == '\n') p[i] = ' ';
    return out;
}

static sia_str place_text(const sia_doc *d, const sia_repair *x, sia_arena *a)
{
    sia_place p = sia_text_place(&d->text, sia_text_raw(&d->text, x->span).off);
    return sia_printf(a, "%.*s:%u:%u", (int)d->text.name.n, d->text.name.p, p.line, p.col);
}

static void add(repairs *o, const sia_doc *d, const sia_repair *x, sia_arena *a)
{
    sia_str form = surface_of(d, x, a), was = sia_fold(a, form), to = sia_fold(a, x->proposal);
    sia_str key = sia_printf(a, "%.*s\t%.*s\t%s", (int)was.n, was.p, (int)to.n, to.p, sia_rule_name((sia_repair_rule)x->rule));
    sia_id id = sia_lex_id(o->keys, key);
    if (!id) return;
    if (id > o->rows.n) {
        row fresh = { .form = form, .proposal = sia_dup(a, x->proposal), .key = key, .rule = x->rule, .proof = x->proof, .effect = x->effect };
        sia_push(a, &o->rows, fresh);
    }
    if (!sia_arena_ok(a)) return;
    row *r = &o->rows.v[id - 1];
    if (x->seen > r->seen) { r->seen = x->seen; r->proof = x->proof; }
    if (r->count++ < PLACES) r->places = sia_printf(a, "%s%s%s", r->count > 1 ? r->places.p : "", r->count > 1 ? "; " : "", place_text(d, x, a).p);
}

static sia_status collect(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    repairs *o = r->ctx;
    sia_arena *a = r->s->arena;
    (void)i;
    (void)made;
    for (uint32_t k = 0; k < d->repairs.n; k++) {
        const sia_repair *x = &d->repairs.v[k];
        if (d->sentences.v[d->tokens.v[x->first].sentence].counted) add(o, d, x, a);
    }
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static int by_rank(const void *x, const void *y)
{
    const row *a = x, *b = y;
    if (a->count != b->count) return a->count < b->count ? 1 : -1;
    return sia_str_cmp(a->key, b->key);
}

static void put(sorter *t, const row *r, sia_arena *a)
{
    const char *proof = sia_proof_name((sia_proof)r->proof);
    sort_text(t, r->form);
    sort_text(t, r->proposal);
    sort_count(t, r->count);
    sort_text(t, sia_str_of(sia_rule_name((sia_repair_rule)r->rule)));
    sort_text(t, r->proof == SIA_PROOF_DOCUMENT ? sia_printf(a, "%s %llu", proof, (unsigned long long)r->seen) : sia_str_of(proof));
    sort_text(t, r->count <= PLACES ? r->places : sia_printf(a, "%s; +%llu", r->places.p, (unsigned long long)r->count - PLACES));
    sort_text(t, sia_str_of(sia_effect_name((sia_effect)r->effect)));
}

static sia_status report(repairs *o, session *s, sia_err *err)
{
    sorter *t;
    if (o->rows.n) qsort(o->rows.v, o->rows.n, sizeof *o->rows.v, by_rank);
    SIA_TRY(sorter_open(&t, s, "repairs", err));
    for (uint32_t i = 0; i < o->rows.n; i++) {
        if (o->rows.v[i].count < s->set.min_count || (s->set.top && i >= s->set.top)) s->rows_cut++;
        else put(t, &o->rows.v[i], s->arena);
    }
    return sorter_flush(t, err);
}

static sia_status repairs_run(session *s, sia_err *err)
{
    repairs o = { .keys = sia_lex_new(s->arena) };
    run r = { .s = s, .upto = UPTO_TOKENS, .proposes = true, .deliver = collect, .ctx = &o };
    if (!o.keys) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(session_inputs(s, 0, err));
    sia_status st = run_documents(&r, err);
    if (!st) st = report(&o, s, err);
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_repairs = {
    { "repairs", "[INPUT...]", SIA_MSG_CMD_REPAIRS, { &opts_rows, &opts_input, &opts_codebook, &opts_output, &opts_general },
      { "siasat repairs skripsi/ > perbaikan.csv", "siasat repairs --min-count 2 --sort rule bab4.txt" } },
    repairs_run,
};
