/* Counting the items of a run's documents by groups.
 * One worker counts as it reads. Several boil each document down to its distinct items, and the main thread adds these
 * up in order, work by work: a work that two workers share is one work still. */
#include "census.h"

typedef struct { uint32_t item, group, n; } tally;
typedef struct {                        /* a document boiled down */
    SIA_VEC(tally) rows;
    grouping  groups;
    uint64_t *words;                    /* by group */
    unsigned  worker;
    sia_str  *fresh;                    /* the forms that this worker's lex has since its last document, in id order */
    uint32_t  n_fresh;
} digested;

struct counter {                        /* one per worker */
    uint32_t *count, n;                 /* by item, n of them; all zero between documents */
    SIA_VEC(uint32_t) touched;
    uint32_t  told;                     /* forms of the lex that the main thread has been told */
};

struct known { SIA_VEC(uint32_t) id; }; /* by worker: form id there, less one -> id in `forms` */

bool census_open(census *c, session *s)
{
    c->counters = sia_new(s->arena, struct counter, s->in.files.n + 1);
    c->known = sia_new(s->arena, struct known, s->in.files.n + 1);
    c->counts = sia_counts_new(s->arena);
    c->groups = sia_lex_new(s->arena);
    c->forms = sia_lex_new(s->arena);
    return sia_arena_ok(s->arena);
}

const sia_lex *census_forms(const census *c, const run *r) { return run_workers(r) == 1 ? run_lex(r, 0) : c->forms; }

static uint32_t group_of(const census *c, const grouping *g, const sia_doc *d, uint32_t sentence)
{
    if (!(c->by & (BY_CHAPTER | BY_SECTION | BY_PART))) return 0;
    return g->of_section[d->blocks.v[d->sentences.v[sentence].block].section];
}

/* ---- one worker ------------------------------------------------------------------------------- */

/* The document's groups by their numbers in the census. */
static uint32_t *numbered(const census *c, const grouping *g, sia_arena *a)
{
    uint32_t *group = sia_alloc_raw(a, sizeof *group, g->n);
    for (uint32_t i = 0; group && i < g->n; i++) group[i] = sia_lex_id(c->groups, g->name[i]);
    return group;
}

/* The words of one sentence into `to`, where words are the items; returns how many the sentence has, stop words too. */
static uint32_t words_of(const census *c, const sia_doc *d, const sia_sentence *st, uint32_t *to, uint32_t *n)
{
    uint32_t words = 0;
    const bool each = c->it.of == OF_WORD, all = !c->it.stops;
    for (const sia_token *t = d->tokens.v + st->first, *end = t + st->n; t < end; t++) {
        const bool word = t->kind <= SIA_NUMBER;
        words += word;
        to[*n] = t->form;
        *n += word && each && (all || !items_stopped(&c->it, 0, d->lex, t->form));
    }
    return words;
}

/* The words of each group, stop words too; and, where words are the items, each of them. One pass over the tokens. */
static void count_tokens(const census *c, const sia_doc *d, const grouping *g, const uint32_t *group, uint32_t *room, uint32_t work)
{
    uint32_t to = 0, n = 0, words = 0;
    for (uint32_t i = 0; i <= d->sentences.n; i++) {
        const bool over = i == d->sentences.n;
        if (!over && !d->sentences.v[i].counted) continue;
        const uint32_t here = over ? 0 : group[group_of(c, g, d, i)];
        if (here != to) {
            sia_counts_each(c->counts, to, room, n, work);
            sia_counts_words(c->counts, to, words, work);
            n = words = 0;
            to = here;
        }
        if (!over) words += words_of(c, d, &d->sentences.v[i], room, &n);
    }
}

static sia_status count_document(census *c, run *r, size_t i, sia_doc *d, sia_err *err)
{
    const uint32_t work = r->s->in.files.v[i].work_id;
    const bool words = c->it.of == OF_WORD;
    grouping g;
    occurrences o = { 0 };
    uint32_t *group = group_document(&g, c->by, d, &r->s->in.files.v[i]) ? numbered(c, &g, d->arena) : NULL;
    uint32_t *room = sia_alloc_raw(d->arena, sizeof *room, (size_t)d->tokens.n + 1);
    if (!group || !room || !(words ? items_ready(&c->it, r, 0, d) : items_of(&c->it, r, 0, d, &o)))
        return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    count_tokens(c, d, &g, group, room, work);
    for (uint32_t k = 0; k < o.n; k++)
        sia_counts_add(c->counts, group[group_of(c, &g, d, o.v[k].sentence)], o.v[k].item, 1, work);
    return sia_arena_ok(r->s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

/* ---- several workers, on their threads --------------------------------------------------------- */

static bool counter_room(struct counter *c, uint32_t need, sia_arena *a)
{
    if (need <= c->n) return true;
    c->count = sia_new(a, uint32_t, (size_t)need * 2);
    c->n = c->count ? need * 2 : 0;
    return c->count;
}

/* Moves what was counted since the last call into rows of one group. */
static void flush(struct counter *c, uint32_t group, const sia_doc *d, digested *out)
{
    for (uint32_t i = 0; i < c->touched.n; i++) {
        uint32_t item = c->touched.v[i];
        sia_push(d->arena, &out->rows, (tally){ item, group, c->count[item] });
        c->count[item] = 0;
    }
    c->touched.n = 0;
}

static void count_one(struct counter *c, uint32_t item, sia_arena *a)
{
    if (!c->count[item]++) sia_push(a, &c->touched, item);
}

static void digest_words(census *f, struct counter *c, const sia_doc *d, digested *out)
{
    bool each = f->it.of == OF_WORD;
    uint32_t group = 0;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        uint32_t g = group_of(f, &out->groups, d, i), n = 0;
        if (each && g != group) flush(c, group, d, out);
        group = g;
        for (uint32_t k = st->first; st->counted && k < st->first + st->n; k++) {
            const sia_token *t = &d->tokens.v[k];
            if (t->kind > SIA_NUMBER) continue;
            n++;
            if (each && !items_stopped(&f->it, out->worker, d->lex, t->form)) count_one(c, t->form, d->arena);
        }
        out->words[g] += n;
    }
    if (each) flush(c, group, d, out);
}

static void digest_hits(const census *f, struct counter *c, const occurrences *o, const sia_doc *d, digested *out)
{
    uint32_t group = 0;
    for (uint32_t i = 0; i < o->n; i++) {
        uint32_t g = group_of(f, &out->groups, d, o->v[i].sentence);
        if (g != group) flush(c, group, d, out);
        group = g;
        count_one(c, o->v[i].item, d->arena);
    }
    flush(c, group, d, out);
}

/* The strings of new forms go along: the main thread must not look into a lex that its worker is adding to. */
static bool tell_fresh(struct counter *c, const sia_doc *d, digested *out)
{
    uint32_t size = sia_lex_size(d->lex);
    out->n_fresh = size - c->told;
    out->fresh = sia_alloc_raw(d->arena, sizeof *out->fresh, out->n_fresh);
    for (uint32_t i = 0; out->fresh && i < out->n_fresh; i++) out->fresh[i] = sia_lex_str(d->lex, c->told + i + 1);
    c->told = size;
    return out->fresh;
}

sia_status census_digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    census *f = r->ctx;
    if (run_workers(r) == 1) return count_document(f, r, i, d, err);
    struct counter *c = &f->counters[worker];
    occurrences o;
    bool words = f->it.of == OF_WORD;
    digested *out = sia_new(d->arena, digested, 1);
    uint32_t most = words ? sia_lex_size(d->lex) + 1 : f->it.n_terms + 1;
    c->touched.v = NULL;
    c->touched.n = c->touched.cap = 0;                       /* its array was in the last document's arena */
    if (!out || !group_document(&out->groups, f->by, d, &r->s->in.files.v[i])
        || !(out->words = sia_new(d->arena, uint64_t, out->groups.n))
        || !(words ? items_ready(&f->it, r, worker, d) : items_of(&f->it, r, worker, d, &o))
        || !counter_room(c, most, run_arena(r, worker))) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    out->worker = worker;
    digest_words(f, c, d, out);
    if (words && !tell_fresh(c, d, out)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    if (!words) digest_hits(f, c, &o, d, out);
    *made = out;
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

/* ---- several workers, on the main thread ---------------------------------------------------------- */

/* Gives the worker's new forms their numbers over all workers. */
static void learn(census *f, const session *s, const digested *in)
{
    struct known *k = &f->known[in->worker];
    for (uint32_t i = 0; i < in->n_fresh; i++) sia_push(s->arena, &k->id, sia_lex_id(f->forms, in->fresh[i]));
}

/* The item's number over all workers. */
static uint32_t global_item(const census *f, const digested *in, uint32_t row)
{
    uint32_t item = in->rows.v[row].item;
    return f->it.of == OF_WORD ? f->known[in->worker].id.v[item - 1] : item;
}

static void add_rows(census *f, const digested *in, const uint32_t *group, uint32_t work)
{
    enum { AHEAD = 8 };
    for (uint32_t k = 0; k < in->rows.n; k++) {
        const tally *t = &in->rows.v[k];
        if (k + AHEAD < in->rows.n)
            sia_counts_soon(f->counts, group[in->rows.v[k + AHEAD].group], global_item(f, in, k + AHEAD));
        sia_counts_add(f->counts, group[t->group], global_item(f, in, k), t->n, work);
    }
}

sia_status census_deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    census *f = r->ctx;
    const digested *in = made;
    if (!in) return SIA_OK;                                  /* one worker: it is counted */
    const uint32_t work = r->s->in.files.v[i].work_id, *group = numbered(f, &in->groups, d->arena);
    for (uint32_t g = 0; group && g < in->groups.n; g++) sia_counts_words(f->counts, group[g], in->words[g], work);
    if (group) learn(f, r->s, in);
    if (!group || !sia_arena_ok(r->s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    add_rows(f, in, group, work);
    return sia_arena_ok(r->s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}
