/* Counting the items of a run's documents by groups.
 * Every worker counts as it reads. Where there are several, the main thread keeps the sum: it is told, document by
 * document, which cells each worker met in a work for the first time (a work that two workers share is one work still),
 * and adds up the rest at the end. */
#include "counter.h"

bool census_open(census *c, session *s)
{
    c->counters = sia_new(s->arena, struct counter, run_threads(s));
    c->counts = sia_counts_new(s->arena);
    c->groups = sia_lex_new(s->arena);
    c->all_forms = sia_lex_new(s->arena);
    return sia_arena_ok(s->arena);
}

sia_status census_digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    digested *out = sia_new(d->arena, digested, 1);
    if (out) out->worker = worker;
    if (!out || !count_document(r->ctx, r, i, d, out)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    *made = out;
    return SIA_OK;
}

/* ---- on the main thread ---------------------------------------------------------------------------- */

/* Gives the worker's new forms their numbers over all workers. */
static void learn(const census *c, sia_arena *a, const digested *in)
{
    struct counter *k = &c->counters[in->worker];
    if (!k->known.n) sia_push(a, &k->known, 0);                  /* id 0: none */
    for (uint32_t i = 0; i < in->n_fresh; i++) sia_push(a, &k->known, sia_lex_id(c->all_forms, in->fresh[i]));
}

static void add_firsts(const census *c, const digested *in, const uint32_t *group, uint32_t work)
{
    enum { AHEAD = 8 };
    const uint32_t *known = items_are_forms(&c->it) ? c->counters[in->worker].known.v : NULL;
    for (uint32_t k = 0; k < in->n_firsts; k++) {
        const sia_first *f = &in->firsts[k], *next = f + AHEAD;
        if (k + AHEAD < in->n_firsts) sia_counts_soon(c->counts, group[next->group], known ? known[next->item] : next->item);
        sia_counts_add(c->counts, group[f->group], known ? known[f->item] : f->item, 1, work);
    }
}

sia_status census_deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    const census *c = r->ctx;
    const digested *in = made;
    if (run_workers(r) == 1) return SIA_OK;
    const uint32_t work = r->s->in.files.v[i].work_id, *group = census_numbered(c->groups, &in->groups, d->arena);
    for (uint32_t g = 0; group && g < in->groups.n; g++) sia_counts_words(c->counts, group[g], in->words[g], work);
    if (group) learn(c, r->s->arena, in);
    if (!group || !sia_arena_ok(r->s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    add_firsts(c, in, group, work);
    return sia_arena_ok(r->s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

/* ---- after the run ------------------------------------------------------------------------------------ */

static void merge(census *c, const struct counter *k, sia_arena *a)
{
    const uint32_t n = sia_lex_size(k->groups);
    uint32_t *groups = sia_alloc_raw(a, sizeof *groups, (size_t)n + 1);
    for (sia_id g = 1; groups && g <= n; g++) groups[g] = sia_lex_id(c->groups, sia_lex_str(k->groups, g));
    if (groups && sia_arena_ok(a)) sia_counts_merge(c->counts, k->counts, groups, items_are_forms(&c->it) ? k->known.v : NULL);
}

sia_status census_close(census *c, run *r, sia_err *err)
{
    c->forms = c->all_forms;
    if (run_workers(r) == 1) {
        const struct counter *k = &c->counters[0];
        c->forms = run_lex(r, 0);
        if (!k->counts) return SIA_OK;                       /* no document at all */
        c->counts = k->counts;
        c->groups = k->groups;
    } else for (unsigned w = 0; w < run_workers(r); w++)
        if (c->counters[w].counts) merge(c, &c->counters[w], r->s->arena);
    return sia_arena_ok(r->s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}
