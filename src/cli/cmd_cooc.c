/* siasat cooc: which items stand together in sentences, paragraphs, sections, documents, works or windows. */
#include "chosen.h"
#include "family.h"
#include "pairworks.h"
#include "span.h"
#include "unit.h"
#include <stdlib.h>

/* The pairs of one reading of the documents. */
typedef struct {
    sia_cooc **by_worker;
    sia_cooc *all;                      /* the sum, over the numbers of all workers */
    uint32_t work;                      /* --unit work: the work being gathered, its items */
    SIA_VEC(uint32_t) gathered;
} pairing;

typedef struct {
    items    it;
    unit     unit;
    sia_lex *forms;                     /* --of word: the words' numbers over all workers */
    pairing  now, before;               /* before: as the documents stand, with --repair */
    const sia_pair *pairs_before;       /* its pairs by a, then b */
    chosen   chosen;
    family   family;                    /* all pairs that items of --min-count units can make */
    pairworks works;                    /* with --leave-one-out: what each document has */
    uint32_t **to;                      /* by worker: what it calls a form, and what all do; NULL: the same */
    pairworks_row *left_out;            /* by row */
} cooc;

/* ---- on the workers' threads --------------------------------------------------------------------- */

typedef struct { uint32_t *item; sia_str *form; uint32_t n; } whole;     /* a document's distinct items, for --unit work */

static sia_status digest_whole(const cooc *c, const occurrences *o, const sia_doc *d, void **made, sia_err *err)
{
    whole *w = sia_new(d->arena, whole, 1);
    if (w) w->item = sia_new(d->arena, uint32_t, o->n + 1);
    if (w) w->form = sia_new(d->arena, sia_str, o->n + 1);
    if (!sia_arena_ok(d->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    for (uint32_t i = 0; i < o->n; i++) w->item[i] = o->v[i].item;
    w->n = unit_distinct(w->item, o->n);
    for (uint32_t i = 0; i < w->n && items_are_forms(&c->it); i++) w->form[i] = sia_lex_str(d->lex, w->item[i]);
    *made = w;
    return SIA_OK;
}

static void count_unit(void *ctx, const uint32_t *item, uint32_t n, uint32_t first, uint32_t end)
{
    (void)first;
    (void)end;
    sia_cooc_unit(ctx, item, n);
}

/* The document's own counts first, to be kept apart too. */
static bool count_apart(cooc *c, run *r, unsigned worker, size_t i, sia_doc *d, const occurrences *o, sia_cooc *k)
{
    sia_cooc *own = sia_cooc_new(d->arena);
    uint32_t *item = sia_alloc_raw(d->arena, sizeof *item, (size_t)o->n + 1);
    if (!own || !item) return false;
    unit_each(&c->unit, d, o, count_unit, own);
    for (uint32_t n = 0; n < o->n; n++) item[n] = o->v[n].item;
    if (!pairworks_keep(&c->works, r, worker, i, own, item, unit_distinct(item, o->n), d->arena)) return false;
    sia_cooc_merge(k, own, NULL);
    return true;
}

static sia_status digest_into(pairing *p, run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    cooc *c = r->ctx;
    sia_cooc **k = &p->by_worker[worker];
    occurrences o;
    if (!items_of(&c->it, r, worker, d, &o)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    if (c->unit.kind == UNIT_WORK) return digest_whole(c, &o, d, made, err);
    if (!*k && !(*k = sia_cooc_new(run_arena(r, worker)))) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    bool ok = true;
    if (r->s->set.leave_one_out && p == &c->now) ok = count_apart(c, r, worker, i, d, &o, *k);
    else unit_each(&c->unit, d, &o, count_unit, *k);
    ok = ok && sia_arena_ok(d->arena) && sia_arena_ok(run_arena(r, worker));
    return ok ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static sia_status digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    return digest_into(&((cooc *)r->ctx)->now, r, worker, i, d, made, err);
}

static sia_status digest_before(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    return digest_into(&((cooc *)r->ctx)->before, r, worker, i, d, made, err);
}

/* ---- on the main thread ---------------------------------------------------------------------------- */

static void end_work(pairing *p)
{
    uint32_t n = unit_distinct(p->gathered.v, p->gathered.n);
    sia_cooc_unit(p->all, p->gathered.v, n);
    p->gathered.n = 0;
}

static sia_status gather_into(pairing *p, run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    cooc *c = r->ctx;
    const whole *w = made;
    uint32_t work = r->s->in.files.v[i].work_id;
    if (!w) return SIA_OK;
    if (p->work != UINT32_MAX && p->work != work) end_work(p);
    p->work = work;
    for (uint32_t k = 0; k < w->n; k++) {
        uint32_t item = items_are_forms(&c->it) ? sia_lex_id(c->forms, w->form[k]) : w->item[k];
        sia_push(r->s->arena, &p->gathered, item);
    }
    return sia_arena_ok(r->s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static sia_status gather(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    return gather_into(&((cooc *)r->ctx)->now, r, i, d, made, err);
}

static sia_status gather_before(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    return gather_into(&((cooc *)r->ctx)->before, r, i, d, made, err);
}

/* What a worker calls a form, and what all do. */
static uint32_t *translation(cooc *c, const sia_lex *from, sia_arena *a)
{
    uint32_t n = sia_lex_size(from), *to = sia_new(a, uint32_t, (size_t)n + 1);
    for (uint32_t id = 1; to && id <= n; id++) to[id] = sia_lex_id(c->forms, sia_lex_str(from, id));
    return to;
}

static sia_status merge(cooc *c, pairing *p, run *r, sia_err *err)
{
    sia_arena *a = r->s->arena;
    if (p->work != UINT32_MAX) end_work(p);
    for (unsigned k = 0; k < run_workers(r); k++) {
        if (!p->by_worker[k]) continue;
        if (items_are_forms(&c->it) && !c->to[k]) c->to[k] = translation(c, run_lex(r, k), a);
        if (!sia_arena_ok(a)) break;
        sia_cooc_merge(p->all, p->by_worker[k], c->to[k]);
    }
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

/* ---- the table ---------------------------------------------------------------------------------------- */

typedef struct { sia_str a, b; uint32_t item_a, item_b; uint64_t both; } row;

static sia_str name_of(const cooc *c, uint32_t item)
{
    return items_name(&c->it, item, items_are_forms(&c->it) ? sia_lex_str(c->forms, item) : SIA_STR(""));
}

static int by_rank(const void *x, const void *y)
{
    const row *a = x, *b = y;
    if (a->both != b->both) return a->both < b->both ? 1 : -1;
    int k = sia_str_cmp(a->a, b->a);
    return k ? k : sia_str_cmp(a->b, b->b);
}

/* The pairs by falling count, ties by names; within a pair the names in byte order too. */
static row *ranked(const cooc *c, size_t n, sia_arena *a)
{
    sia_pair *p = sia_cooc_list(c->now.all, a);
    row *r = p ? sia_new(a, row, n + 1) : NULL;
    for (size_t i = 0; r && i < n; i++) {
        r[i] = (row){ name_of(c, p[i].a), name_of(c, p[i].b), p[i].a, p[i].b, p[i].both };
        if (sia_str_cmp(r[i].a, r[i].b) > 0) r[i] = (row){ r[i].b, r[i].a, p[i].b, p[i].a, p[i].both };
    }
    if (r) qsort(r, n, sizeof *r, by_rank);
    return r;
}

/* In how many units the pair stands if all repairs are rejected. */
static uint64_t unrepaired_of(const cooc *c, const row *r)
{
    const uint32_t a = r->item_a < r->item_b ? r->item_a : r->item_b, b = r->item_a < r->item_b ? r->item_b : r->item_a;
    size_t lo = 0, hi = sia_cooc_pairs(c->before.all);
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        const sia_pair *p = &c->pairs_before[mid];
        if (p->a == a && p->b == b) return p->both;
        if (p->a < a || (p->a == a && p->b < b)) lo = mid + 1; else hi = mid;
    }
    return 0;
}

/* Pairs were not chosen before they were met: all that could have been met were looked at. */
static uint64_t possible_pairs(const cooc *c, uint64_t least)
{
    const uint32_t most = items_are_forms(&c->it) ? sia_lex_size(c->forms) : c->it.n_terms;
    uint64_t n = 0;
    for (uint32_t i = 0; i <= most; i++) {
        const uint64_t units = sia_cooc_item(c->now.all, i);
        n += units && units >= least;
    }
    return n ? n * (n - 1) / 2 : 0;
}

static sia_cell cell_of(const cooc *c, const row *r)
{
    const sia_cooc *all = c->now.all;
    return (sia_cell){ r->both, sia_cooc_item(all, r->item_a), sia_cooc_item(all, r->item_b), sia_cooc_units(all) };
}

/* The first n rows are those that --min-count leaves. */
static bool test(cooc *c, session *s, const row *r, size_t n)
{
    sia_cell *cell = sia_new(s->arena, sia_cell, n + 1);
    for (size_t i = 0; cell && i < n; i++) cell[i] = cell_of(c, &r[i]);
    return cell && family_of(&c->family, s, cell, n, possible_pairs(c, s->set.min_count));
}

static bool leave_out(cooc *c, run *r, const row *rows, size_t n)
{
    const uint32_t most = items_are_forms(&c->it) ? sia_lex_size(c->forms) : c->it.n_terms;
    if (!r->s->set.leave_one_out) return true;
    c->left_out = sia_new(r->s->arena, pairworks_row, n + 1);
    for (size_t i = 0; c->left_out && i < n; i++) c->left_out[i] = (pairworks_row){ .a = rows[i].item_a, .b = rows[i].item_b, .cell = cell_of(c, &rows[i]) };
    return c->left_out && pairworks_work_out(&c->works, r, c->to, most, c->left_out, n, &c->chosen, c->family.alpha);
}

static void put_left_out(const session *s, sorter *o, const pairworks_row *l)
{
    sia_str work = SIA_STR("");
    for (uint32_t i = 0; i < s->in.files.n; i++) if (s->in.files.v[i].work_id == l->work) work = s->in.files.v[i].work;
    sort_real(o, l->without);
    if (l->work == UINT32_MAX) sort_none(o); else sort_text(o, work);
}

static void put_row(const cooc *c, const session *s, sorter *o, const row *r, size_t at)
{
    const sia_cell cell = cell_of(c, r);
    const double log_q = c->family.log_q[at];
    sort_text(o, r->a);
    sort_text(o, items_label(&c->it, r->item_a));
    sort_text(o, items_category(&c->it, r->item_a));
    sort_text(o, r->b);
    sort_text(o, items_label(&c->it, r->item_b));
    sort_text(o, items_category(&c->it, r->item_b));
    sort_count(o, cell.a);
    sort_count(o, cell.b);
    sort_count(o, cell.both);
    sort_count(o, cell.n);
    sort_real(o, sia_expected(cell));
    chosen_put(&c->chosen, o, cell, c->family.alpha, c->family.log_p[at], log_q);
    sort_text(o, verdict_word(s, sia_verdict_pair(cell, log_q)));
    if (c->left_out) put_left_out(s, o, &c->left_out[at]);
    if (c->pairs_before) sort_count(o, unrepaired_of(c, r));
}

static sia_status report(cooc *c, run *x, sia_err *err)
{
    session *s = x->s;
    sorter *o;
    const size_t met = sia_cooc_pairs(c->now.all);
    size_t n = 0;
    row *r = ranked(c, met, s->arena);
    while (r && n < met && r[n].both >= s->set.min_count) n++;
    if (!r || !test(c, s, r, n) || !leave_out(c, x, r, n)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    const size_t shown = s->set.top && s->set.top < n ? s->set.top : n;
    s->rows_cut = met - shown;
    SIA_TRY(sorter_open_columns(&o, s, &c->chosen.columns, err));
    for (size_t i = 0; i < shown; i++) put_row(c, s, o, &r[i], i);
    return sorter_flush(o, err);
}

/* ---- the verb -------------------------------------------------------------------------------------- */

static void pairing_open(pairing *p, session *s)
{
    p->by_worker = sia_new(s->arena, sia_cooc *, s->in.files.n + 1);
    p->all = sia_cooc_new(s->arena);
    p->work = UINT32_MAX;
}

static sia_status prepare(cooc *c, run *r, sia_err *err)
{
    session *s = r->s;
    SIA_TRY(chosen_open(&c->chosen, s, "cooc", SIA_PAIR, err));
    SIA_TRY(unit_parse(s->set.unit, &c->unit, err));
    SIA_TRY(items_open(&c->it, s, &r->upto, err));
    SIA_TRY(session_inputs(s, 0, err));
    if (c->unit.kind == UNIT_WORK) {
        inputs_by_work(&s->in);
        r->deliver = gather;
        r->deliver_before = gather_before;
    }
    if (s->set.leave_one_out) {
        if (c->unit.kind == UNIT_WORK) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("cooc"), "--leave-one-out, --unit work");
        inputs_by_work(&s->in);
        if (!pairworks_open(&c->works, s)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    }
    c->to = sia_new(s->arena, uint32_t *, s->in.files.n + 1);
    if (s->set.repair) r->digest_before = digest_before;
    pairing_open(&c->now, s);
    pairing_open(&c->before, s);
    c->forms = sia_lex_new(s->arena);
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status merge_all(cooc *c, run *r, sia_err *err)
{
    SIA_TRY(merge(c, &c->now, r, err));
    if (!r->s->set.repair) return SIA_OK;
    SIA_TRY(merge(c, &c->before, r, err));
    c->pairs_before = sia_cooc_list(c->before.all, r->s->arena);
    return c->pairs_before ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status cooc_run(session *s, sia_err *err)
{
    if (span_wanted(s)) return span_run(s, err);
    cooc c = { 0 };
    run r = { .s = s, .digest = digest, .ctx = &c };
    SIA_TRY(prepare(&c, &r, err));
    sia_status st = run_documents(&r, err);
    if (!st) st = merge_all(&c, &r, err);
    if (!st) st = report(&c, &r, err);
    if (!st) run_say_counted(&r);
    if (!st) family_say(&c.family, s, SIA_MSG_SAY_FAMILY_PAIRS);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_cooc = {
    { "cooc", "[INPUT...]", SIA_MSG_CMD_COOC,
      { &opts_cooc, &opts_input, &opts_codebook, &opts_repair, &opts_output, &opts_general },
      { "siasat cooc --of term --unit sentence skripsi/ | head", "siasat cooc --of category --unit paragraph --sort log_dice skripsi/",
        "siasat cooc --of word --unit window:5 --stopwords stopwords/id.txt --min-count 5 bab4.txt",
        "siasat cooc --of lemma --unit span:5 --barrier paragraph --compat cqpweb --top 50 skripsi/" } },
    cooc_run,
};
