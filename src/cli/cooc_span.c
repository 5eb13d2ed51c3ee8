/* cooc by spans: how often an item stands near another, the node. */
#include "chosen.h"
#include "family.h"
#include "run.h"
#include "span.h"
#include <stdlib.h>

typedef struct { sia_str a, b; sia_near_pair is; } row;

typedef struct {
    items     it;
    span      span;
    sia_lex  *forms;
    sia_near **by_worker, *all;
    chosen    chosen;
    family    family;
    row      *rows;
    size_t    n;
} spans;

/* ---- counting --------------------------------------------------------------------------------------- */

static sia_status digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    (void)i;
    (void)made;
    spans *x = r->ctx;
    sia_near **k = &x->by_worker[worker];
    occurrences o;
    if (!items_of(&x->it, r, worker, d, &o)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    if (!*k) *k = sia_near_new(run_arena(r, worker));
    const bool ok = *k && span_document(&x->span, &x->it, d, &o, *k) && sia_arena_ok(run_arena(r, worker));
    return ok ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

/* What a worker calls a form, and what all do. */
static uint32_t *translation(spans *x, const sia_lex *from, sia_arena *a)
{
    const uint32_t n = sia_lex_size(from);
    uint32_t *to = sia_new(a, uint32_t, (size_t)n + 1);
    for (uint32_t id = 1; to && id <= n; id++) to[id] = sia_lex_id(x->forms, sia_lex_str(from, id));
    return to;
}

static bool merge(spans *x, run *r)
{
    sia_arena *a = r->s->arena;
    for (unsigned k = 0; k < run_workers(r); k++) {
        if (!x->by_worker[k]) continue;
        const uint32_t *to = items_are_forms(&x->it) ? translation(x, run_lex(r, k), a) : NULL;
        if (!sia_arena_ok(a)) return false;
        sia_near_merge(x->all, x->by_worker[k], to);
    }
    return sia_arena_ok(a);
}

/* ---- the table ---------------------------------------------------------------------------------------- */

static sia_str name_of(const spans *x, uint32_t item)
{
    return items_name(&x->it, item, items_are_forms(&x->it) ? sia_lex_str(x->forms, item) : SIA_STR(""));
}

static int by_rank(const void *p, const void *q)
{
    const row *a = p, *b = q;
    if (a->is.count != b->is.count) return a->is.count < b->is.count ? 1 : -1;
    const int k = sia_str_cmp(a->a, b->a);
    return k ? k : sia_str_cmp(a->b, b->b);
}

/* Without order a pair stands once, and one of like items, which is seen from both ends, is counted once. */
static bool make_rows(spans *x, session *s)
{
    const size_t met = sia_near_pairs(x->all);
    const sia_near_pair *p = sia_near_list(x->all, s->arena);
    x->rows = p ? sia_new(s->arena, row, met + 1) : NULL;
    for (size_t i = 0; x->rows && i < met; i++) {
        row r = { name_of(x, p[i].a), name_of(x, p[i].b), p[i] };
        const int order = sia_str_cmp(r.a, r.b);
        if (x->span.unordered && order > 0) continue;
        if (x->span.unordered && p[i].a == p[i].b) { r.is.count /= 2; r.is.weight /= 2; }
        if (r.is.count < s->set.min_count) s->rows_cut++; else x->rows[x->n++] = r;
    }
    if (x->n) qsort(x->rows, x->n, sizeof *x->rows, by_rank);
    return x->rows;
}

static uint64_t possible_pairs(const spans *x, uint64_t least)
{
    const uint32_t most = items_are_forms(&x->it) ? sia_lex_size(x->forms) : x->it.n_terms;
    uint64_t n = 0;
    for (uint32_t i = 0; i <= most; i++) n += sia_near_hits(x->all, i) && sia_near_hits(x->all, i) >= least;
    const uint64_t others = n ? n * (n - 1) : 0, self = x->span.rule.self ? n : 0;
    return (x->span.unordered ? others / 2 : others) + self;
}

/* R1 by --expect: the words in the node's spans, the node itself, or the node times the width of a span. */
static sia_cell cell_of(const spans *x, const sia_near_pair *p)
{
    const sia_span_rule *r = &x->span.rule;
    const uint64_t hits = sia_near_hits(x->all, p->a), words = sia_near_words(x->all);
    const uint64_t node = x->span.expect == EXPECT_SPAN ? sia_near_window(x->all, p->a) : x->span.expect == EXPECT_PLAIN ? hits : hits * (r->left + r->right);
    return (sia_cell){ p->count, node, sia_near_hits(x->all, p->b), words };
}

static void put_row(const spans *x, const session *s, sorter *o, size_t i)
{
    const row *r = &x->rows[i];
    const sia_cell c = cell_of(x, &r->is);
    sort_text(o, r->a);
    sort_text(o, items_label(&x->it, r->is.a));
    sort_text(o, items_category(&x->it, r->is.a));
    sort_text(o, r->b);
    sort_text(o, items_label(&x->it, r->is.b));
    sort_text(o, items_category(&x->it, r->is.b));
    sort_count(o, c.a);
    sort_count(o, c.b);
    sort_count(o, c.both);
    sort_count(o, c.n);
    sort_real(o, c.n ? (double)c.a * (double)c.b / (double)c.n : 0);        /* of a table that cannot be, too: places are counted again for each node */
    chosen_put(&x->chosen, o, c, x->family.alpha, x->family.log_p[i], x->family.log_q[i]);
    sort_text(o, verdict_word(s, sia_verdict_pair(c, x->family.log_q[i])));
    sort_count(o, sia_near_hits(x->all, r->is.a));
    sort_real(o, (double)r->is.weight / SIA_NEAR_UNIT);
}

static sia_status report(spans *x, session *s, sia_err *err)
{
    sorter *o;
    sia_cell *cell = make_rows(x, s) ? sia_new(s->arena, sia_cell, x->n + 1) : NULL;
    for (size_t i = 0; cell && i < x->n; i++) cell[i] = cell_of(x, &x->rows[i].is);
    if (!cell || !family_of(&x->family, s, cell, x->n, possible_pairs(x, s->set.min_count))) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    const size_t shown = s->set.top && s->set.top < x->n ? s->set.top : x->n;
    s->rows_cut += x->n - shown;
    SIA_TRY(sorter_open_columns(&o, s, &x->chosen.columns, err));
    for (size_t i = 0; i < shown; i++) put_row(x, s, o, i);
    return sorter_flush(o, err);
}

/* ---- the run -------------------------------------------------------------------------------------------- */

static sia_status prepare(spans *x, run *r, sia_err *err)
{
    session *s = r->s;
    s->variant = "--unit span";
    SIA_TRY(span_parse(&x->span, s, err));
    SIA_TRY(chosen_open(&x->chosen, s, "cooc", SIA_PAIR, err));
    SIA_TRY(items_open(&x->it, s, &r->upto, err));
    SIA_TRY(session_inputs(s, 0, err));
    x->by_worker = sia_new(s->arena, sia_near *, run_threads(s));
    x->all = sia_near_new(s->arena);
    x->forms = sia_lex_new(s->arena);
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

sia_status span_run(session *s, sia_err *err)
{
    spans x = { 0 };
    run r = { .s = s, .digest = digest, .ctx = &x };
    if (s->set.repair) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("cooc"), "--repair, --unit span");
    if (s->set.leave_one_out) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("cooc"), "--leave-one-out, --unit span");
    SIA_TRY(prepare(&x, &r, err));
    sia_status st = run_documents(&r, err);
    if (!st && !merge(&x, &r)) st = sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (!st) st = report(&x, s, err);
    if (!st) run_say_counted(&r);
    if (!st) span_say(&x.span, s);
    if (!st) family_say(&x.family, s, SIA_MSG_SAY_FAMILY_PAIRS);
    run_end(&r);
    return st ? st : session_close(s, err);
}
