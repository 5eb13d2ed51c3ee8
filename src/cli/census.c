/* Counting the items of a run's documents by groups.
 * Every worker counts as it reads. Where there are several, the main thread keeps the sum: it is told, document by
 * document, which cells each worker met in a work for the first time (a work that two workers share is one work still),
 * and adds up the rest at the end. */
#include "census.h"

struct counter {                        /* one per worker; in its arena, but for `known` */
    sia_counts *counts;
    sia_lex    *groups;
    uint32_t    told;                   /* forms of its lex that the main thread has been told */
    SIA_VEC(uint32_t) known;            /* on the main thread: form id there -> id in all_forms */
};

typedef struct {                        /* what the main thread is told of a document */
    grouping   groups;
    uint64_t  *words;                   /* by group of the document */
    sia_first *firsts;                  /* their groups are the document's */
    uint32_t   n_firsts;
    unsigned   worker;
    sia_str   *fresh;                   /* the forms that this worker's lex has since its last document, in id order */
    uint32_t   n_fresh;
} digested;

bool census_open(census *c, session *s)
{
    c->counters = sia_new(s->arena, struct counter, s->in.files.n + 1);
    c->counts = sia_counts_new(s->arena);
    c->groups = sia_lex_new(s->arena);
    c->all_forms = sia_lex_new(s->arena);
    return sia_arena_ok(s->arena);
}

/* ---- on the workers' threads --------------------------------------------------------------------- */

static bool counter_ready(struct counter *k, run *r, unsigned worker)
{
    if (k->counts) return true;
    sia_counts *counts = sia_counts_new(run_arena(r, worker));
    k->groups = sia_lex_new(run_arena(r, worker));
    if (!counts || !k->groups) return false;
    if (run_workers(r) > 1) sia_counts_tell(counts);
    k->counts = counts;
    return true;
}

/* The document's groups by their numbers in a lex. */
static uint32_t *numbered(sia_lex *groups, const grouping *g, sia_arena *a)
{
    uint32_t *group = sia_alloc_raw(a, sizeof *group, g->n);
    for (uint32_t i = 0; group && i < g->n; i++) group[i] = sia_lex_id(groups, g->name[i]);
    return group;
}

static bool groups_of(const census *c, grouping *g, const sia_doc *d, const input *in)
{
    return c->sides ? sides_document(c->sides, g, d, in) : group_document(g, c->by, d, in);
}

static uint32_t group_of(const census *c, const grouping *g, const sia_doc *d, uint32_t sentence)
{
    if (!c->sides && !(c->by & (BY_CHAPTER | BY_SECTION | BY_PART))) return 0;
    return g->of_section[d->blocks.v[d->sentences.v[sentence].block].section];
}

/* The forms of a sentence's words and numbers into `to`; returns how many there are. */
static uint32_t forms_of(const sia_doc *d, const sia_sentence *st, uint32_t *to)
{
    uint32_t n = 0;
    for (const sia_token *t = d->tokens.v + st->first, *end = t + st->n; t < end; t++) {
        to[n] = t->form;
        n += t->kind <= SIA_NUMBER;
    }
    return n;
}

/* What --of makes of a sentence's words, without those that are left out. */
static uint32_t keys_of(const census *c, unsigned worker, const sia_doc *d, const sia_sentence *st, uint32_t *to)
{
    uint32_t n = 0;
    for (const sia_token *t = d->tokens.v + st->first, *end = t + st->n; t < end; t++)
        n += (to[n] = items_form(&c->it, worker, t)) != 0;
    return n;
}

/* Adds what the sentence has of items that are words to `to`; returns how many words it has, stop words too. */
static uint32_t words_of(const census *c, unsigned worker, const sia_doc *d, const sia_sentence *st, uint32_t *to, uint32_t *n)
{
    const uint32_t words = forms_of(d, st, to + *n);
    if (items_are_forms(&c->it) && c->it.plain) *n += words;
    else if (items_are_forms(&c->it)) *n += keys_of(c, worker, d, st, to + *n);
    return words;
}

/* The words of each group, stop words too; and, where words are the items, each of them. `room` holds all tokens. */
static void count_words(const census *c, const digested *g, const sia_doc *d, const uint32_t *group, uint32_t *room, uint32_t work)
{
    sia_counts *counts = c->counters[g->worker].counts;
    uint32_t here = 0, n = 0;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        if (!d->sentences.v[i].counted) continue;
        const uint32_t next = group_of(c, &g->groups, d, i);
        if (next != here) {
            sia_counts_each(counts, group[here], room, n, work);
            n = 0;
            here = next;
        }
        g->words[here] += words_of(c, g->worker, d, &d->sentences.v[i], room, &n);
    }
    sia_counts_each(counts, group[here], room, n, work);
}

static void count_hits(const census *c, const digested *g, const sia_doc *d, const uint32_t *group, const occurrences *o, uint32_t work)
{
    for (uint32_t k = 0; k < o->n; k++) {
        const uint32_t to = group[group_of(c, &g->groups, d, o->v[k].sentence)];
        sia_counts_add(c->counters[g->worker].counts, to, o->v[k].item, 1, work);
    }
}

/* Firsts come group by group, but for hits: the search is short. */
static void tell_firsts(struct counter *k, digested *out, const uint32_t *group, sia_arena *a)
{
    const sia_first *v = sia_counts_firsts(k->counts, &out->n_firsts);
    out->firsts = sia_alloc_raw(a, sizeof *out->firsts, out->n_firsts);
    for (uint32_t i = 0, g = 0; out->firsts && i < out->n_firsts; i++) {
        if (group[g] != v[i].group)
            for (g = 0; group[g] != v[i].group; ) g++;
        out->firsts[i] = (sia_first){ g, v[i].item };
    }
}

/* The strings of new forms go along: the main thread must not look into a lex that its worker is adding to. */
static void tell_fresh(struct counter *k, const sia_doc *d, digested *out)
{
    const uint32_t size = sia_lex_size(d->lex);
    out->n_fresh = size - k->told;
    out->fresh = sia_alloc_raw(d->arena, sizeof *out->fresh, out->n_fresh);
    for (uint32_t i = 0; out->fresh && i < out->n_fresh; i++) out->fresh[i] = sia_lex_str(d->lex, k->told + i + 1);
    k->told = size;
}

static bool count_document(census *c, run *r, size_t i, sia_doc *d, digested *out)
{
    struct counter *k = &c->counters[out->worker];
    const input *in = &r->s->in.files.v[i];
    const bool words = items_are_forms(&c->it);
    occurrences o = { 0 };
    if (!counter_ready(k, r, out->worker) || !groups_of(c, &out->groups, d, in)) return false;
    const uint32_t *group = numbered(k->groups, &out->groups, d->arena);
    uint32_t *room = sia_alloc_raw(d->arena, sizeof *room, (size_t)d->tokens.n + 1);
    out->words = sia_new(d->arena, uint64_t, out->groups.n);
    if (!group || !room || !out->words || !sia_arena_ok(run_arena(r, out->worker))) return false;
    if (!(words ? items_ready(&c->it, r, out->worker, d) : items_of(&c->it, r, out->worker, d, &o))) return false;
    count_words(c, out, d, group, room, in->work_id);
    count_hits(c, out, d, group, &o, in->work_id);
    if (run_workers(r) > 1) {
        tell_firsts(k, out, group, d->arena);
        if (words) tell_fresh(k, d, out);
    } else for (uint32_t g = 0; g < out->groups.n; g++) sia_counts_words(k->counts, group[g], out->words[g], in->work_id);
    return sia_arena_ok(d->arena) && sia_arena_ok(run_arena(r, out->worker));
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
    const uint32_t work = r->s->in.files.v[i].work_id, *group = numbered(c->groups, &in->groups, d->arena);
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
