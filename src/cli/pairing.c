/* Counting pairs of items that share a unit. */
#include "pairing.h"

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

typedef struct { spill *to; unsigned worker; sia_cooc *k; } spilling;

static void spill_one(void *ctx, const uint32_t *item, uint32_t n, uint32_t first, uint32_t end)
{
    const spilling *x = ctx;
    (void)first;
    (void)end;
    spill_unit(x->to, x->worker, x->k, item, n);
}

static sia_status count_spilling(cooc *c, run *r, unsigned worker, sia_doc *d, const occurrences *o, sia_cooc *k, sia_err *err)
{
    spilling x = { c->spill, worker, k };
    if (items_are_forms(&c->it)) spill_from(c->spill, worker, run_lex(r, worker));
    unit_each(&c->unit, d, o, spill_one, &x);
    return spill_ok(c->spill, worker, err);
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
    if (c->spill) SIA_TRY(count_spilling(c, r, worker, d, &o, *k, err));
    else if (r->s->set.leave_one_out && p == &c->now) ok = count_apart(c, r, worker, i, d, &o, *k);
    else unit_each(&c->unit, d, &o, count_unit, *k);
    ok = ok && sia_arena_ok(d->arena) && sia_arena_ok(run_arena(r, worker));
    return ok ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

sia_status pairing_digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    return digest_into(&((cooc *)r->ctx)->now, r, worker, i, d, made, err);
}

sia_status pairing_digest_before(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    return digest_into(&((cooc *)r->ctx)->before, r, worker, i, d, made, err);
}

/* ---- on the main thread ---------------------------------------------------------------------------- */

static sia_status end_work(cooc *c, pairing *p, sia_err *err)
{
    uint32_t n = unit_distinct(p->gathered.v, p->gathered.n);
    if (c->spill) spill_unit(c->spill, 0, p->all, p->gathered.v, n);
    else sia_cooc_unit(p->all, p->gathered.v, n);
    p->gathered.n = 0;
    return c->spill ? spill_ok(c->spill, 0, err) : SIA_OK;
}

static sia_status gather_into(pairing *p, run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    cooc *c = r->ctx;
    const whole *w = made;
    uint32_t work = r->s->in.files.v[i].work_id;
    if (!w) return SIA_OK;
    if (p->work != UINT32_MAX && p->work != work) SIA_TRY(end_work(c, p, err));
    p->work = work;
    for (uint32_t k = 0; k < w->n; k++) {
        uint32_t item = items_are_forms(&c->it) ? sia_lex_id(c->forms, w->form[k]) : w->item[k];
        sia_push(r->s->arena, &p->gathered, item);
    }
    return sia_arena_ok(r->s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

sia_status pairing_gather(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    return gather_into(&((cooc *)r->ctx)->now, r, i, d, made, err);
}

sia_status pairing_gather_before(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
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
    if (p->work != UINT32_MAX) SIA_TRY(end_work(c, p, err));
    for (unsigned k = 0; k < run_workers(r); k++) {
        if (!p->by_worker[k]) continue;
        if (items_are_forms(&c->it) && !c->to[k]) c->to[k] = translation(c, run_lex(r, k), a);
        if (!sia_arena_ok(a)) break;
        sia_cooc_merge(p->all, p->by_worker[k], c->to[k]);
    }
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

/* ---- life ------------------------------------------------------------------------------------------ */

static void open_one(pairing *p, session *s)
{
    p->by_worker = sia_new(s->arena, sia_cooc *, run_threads(s));
    p->all = sia_cooc_new(s->arena);
    p->work = UINT32_MAX;
}

bool pairing_open(cooc *c, session *s)
{
    c->to = sia_new(s->arena, uint32_t *, run_threads(s));
    open_one(&c->now, s);
    open_one(&c->before, s);
    if (!c->forms) c->forms = sia_lex_new(s->arena);
    return sia_arena_ok(s->arena);
}

sia_status pairing_spills(cooc *c, session *s, sia_err *err)
{
    SIA_TRY(spill_open(&c->spill, s, err));
    c->forms = spill_forms(c->spill);
    return SIA_OK;
}

void pairing_drop(cooc *c) { spill_close(c->spill); }

sia_status pairing_close(cooc *c, run *r, sia_err *err)
{
    SIA_TRY(merge(c, &c->now, r, err));
    if (c->spill) SIA_TRY(spill_end(c->spill, err));
    if (!r->s->set.repair) return SIA_OK;
    SIA_TRY(merge(c, &c->before, r, err));
    c->pairs_before = sia_cooc_list(c->before.all, r->s->arena);
    return c->pairs_before ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}
