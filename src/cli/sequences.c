/* Counting sequences of words. Every worker counts as it reads, by numbers of its own; where there are several, the main
 * thread keeps the sum, as census.c does: it is told, document by document, which forms and sequences each worker has come to
 * know, and which sequences it met in a work for the first time, and adds up the rest at the end. */
#include "sequences.h"

enum { GROUP = 1, ASK = 0, GOES = 1, STOPS = 2 };            /* of a form: not asked yet, no stop word, a stop word */

struct sequencer {                      /* one per worker; in its arena, but for `known...` */
    sia_grams  *grams;
    sia_counts *counts;
    uint8_t    *stop;                   /* by form */
    uint32_t    stop_cap, told_forms, told_grams;
    SIA_VEC(uint32_t) known_forms, known_grams;              /* on the main thread: its numbers -> those of the sum */
};

typedef struct {                        /* what the main thread is told of a document */
    unsigned   worker;
    sia_str   *form;                    /* forms and sequences since its last document, in order of number */
    sia_gram  *gram;
    uint32_t   n_forms, n_grams, n_firsts;
    sia_first *first;
} digested;

bool sequences_open(sequences *q, session *s)
{
    q->workers = sia_new(s->arena, struct sequencer, run_threads(s));
    q->grams = sia_grams_new(s->arena);
    q->counts = sia_counts_new(s->arena);
    q->all_forms = sia_lex_new(s->arena);
    return sia_arena_ok(s->arena);
}

/* ---- on the workers' threads: runs of words --------------------------------------------------------- */

static bool ready(struct sequencer *w, run *r, unsigned worker, const sia_doc *d)
{
    sia_arena *a = run_arena(r, worker);
    if (!w->counts) {
        w->grams = sia_grams_new(a);
        w->counts = sia_counts_new(a);
        if (!w->grams || !w->counts) return false;
        if (run_workers(r) > 1) sia_counts_tell(w->counts);
    }
    const uint32_t need = sia_lex_size(d->lex) + 1;
    if (need <= w->stop_cap) return true;
    uint8_t *stop = sia_new(a, uint8_t, (size_t)need * 2);
    if (!stop) return false;
    if (w->stop_cap) memcpy(stop, w->stop, w->stop_cap);
    w->stop = stop;
    w->stop_cap = need * 2;
    return true;
}

static bool is_stop(const sequences *q, struct sequencer *w, const sia_doc *d, sia_id form)
{
    if (!q->stops) return false;
    if (w->stop[form] == ASK) w->stop[form] = sia_stops_has(q->stops, sia_lex_str(d->lex, form)) ? STOPS : GOES;
    return w->stop[form] == STOPS;
}

typedef struct {
    const sequences  *q;
    struct sequencer *w;
    const sia_doc    *d;
    uint32_t         *item, n;          /* the run at hand */
    sia_gram_ids      ids;              /* sequences of the document */
} runner;

static bool before(const void *ctx, uint32_t x, uint32_t y)
{
    const sia_lex *lex = ctx;
    return sia_str_cmp(sia_lex_str(lex, x), sia_lex_str(lex, y)) < 0;
}

/* Does it begin or end with a stop word? Each of its items has been asked about. */
static bool stop_gram(const runner *u, uint32_t gram)
{
    for (sia_gram g = sia_grams_at(u->w->grams, gram), last = g; ; g = sia_grams_at(u->w->grams, g.before))
        if (g.n == 1) return u->w->stop[g.item] == STOPS || u->w->stop[last.item] == STOPS;
}

/* Where stop words may stand inside, sequences that begin or end with one go again. */
static void drop_edges(runner *u, uint32_t from)
{
    uint32_t n = from;
    for (uint32_t i = from; i < u->ids.n; i++)
        if (u->ids.v[i] && !stop_gram(u, u->ids.v[i])) u->ids.v[n++] = u->ids.v[i];
    u->ids.n = n;
}

static bool end_run(runner *u)
{
    const sequences *q = u->q;
    const uint32_t from = u->ids.n;
    sia_arena *a = u->d->arena;
    const bool ok = q->window ? sia_grams_window(u->w->grams, u->item, u->n, q->window, before, u->d->lex, &u->ids, a)
                              : sia_grams_run(u->w->grams, u->item, u->n, q->shape, &u->ids, a);
    if (ok && q->stops && q->rule == STOPS_INSIDE) drop_edges(u, from);
    u->n = 0;
    return ok;
}

static bool add_sentence(runner *u, unsigned worker, const sia_sentence *st)
{
    const sequences *q = u->q;
    for (const sia_token *t = u->d->tokens.v + st->first, *end = t + st->n; t < end; t++) {
        const bool word = t->kind <= SIA_NUMBER, inside = q->rule == STOPS_INSIDE;
        const sia_id key = word ? items_form(&q->it, worker, t) : 0;
        const bool stop = word && is_stop(q, u->w, u->d, inside ? key : t->form);
        if (word && (inside || !stop)) u->item[u->n++] = key;
        else if ((word ? q->rule == STOPS_PART : !q->across) && !end_run(u)) return false;
    }
    return end_run(u);
}

/* ---- telling the main thread ------------------------------------------------------------------------- */

static void tell(struct sequencer *w, const sia_doc *d, digested *out)
{
    const uint32_t forms = sia_lex_size(d->lex), grams = sia_grams_size(w->grams);
    const sia_first *first = sia_counts_firsts(w->counts, &out->n_firsts);
    out->n_forms = forms - w->told_forms;
    out->n_grams = grams - w->told_grams;
    out->form = sia_alloc_raw(d->arena, sizeof *out->form, out->n_forms);
    out->gram = sia_alloc_raw(d->arena, sizeof *out->gram, out->n_grams);
    out->first = sia_alloc_raw(d->arena, sizeof *out->first, out->n_firsts);
    if (!sia_arena_ok(d->arena)) return;
    for (uint32_t i = 0; i < out->n_forms; i++) out->form[i] = sia_lex_str(d->lex, w->told_forms + i + 1);
    for (uint32_t i = 0; i < out->n_grams; i++) out->gram[i] = sia_grams_at(w->grams, w->told_grams + i + 1);
    for (uint32_t i = 0; i < out->n_firsts; i++) out->first[i] = first[i];
    w->told_forms = forms;
    w->told_grams = grams;
}

static bool count_document(sequences *q, run *r, size_t i, sia_doc *d, digested *out)
{
    struct sequencer *w = &q->workers[out->worker];
    if (!items_ready(&q->it, r, out->worker, d) || !ready(w, r, out->worker, d)) return false;
    runner u = { .q = q, .w = w, .d = d, .item = sia_alloc_raw(d->arena, sizeof *u.item, (size_t)d->tokens.n + 1) };
    if (!u.item) return false;
    for (uint32_t k = 0; k < d->sentences.n; k++)
        if (d->sentences.v[k].counted && !add_sentence(&u, out->worker, &d->sentences.v[k])) return false;
    sia_counts_each(w->counts, GROUP, u.ids.v, u.ids.n, r->s->in.files.v[i].work_id);
    if (run_workers(r) > 1) tell(w, d, out);
    return sia_arena_ok(d->arena) && sia_arena_ok(run_arena(r, out->worker));
}

sia_status sequences_digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    digested *out = sia_new(d->arena, digested, 1);
    if (out) out->worker = worker;
    if (!out || !count_document(r->ctx, r, i, d, out)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    *made = out;
    return SIA_OK;
}

/* ---- on the main thread ---------------------------------------------------------------------------- */

/* Gives the worker's new forms and sequences their numbers in the sum. */
static bool learn(const sequences *q, sia_arena *a, const digested *in)
{
    struct sequencer *w = &q->workers[in->worker];
    if (!w->known_forms.n) sia_push(a, &w->known_forms, 0);
    if (!w->known_grams.n) sia_push(a, &w->known_grams, 0);
    for (uint32_t i = 0; i < in->n_forms; i++) sia_push(a, &w->known_forms, sia_lex_id(q->all_forms, in->form[i]));
    for (uint32_t i = 0; i < in->n_grams && sia_arena_ok(a); i++)
        sia_push(a, &w->known_grams, sia_grams_id(q->grams, w->known_grams.v[in->gram[i].before], w->known_forms.v[in->gram[i].item]));
    return sia_arena_ok(a);
}

sia_status sequences_deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    enum { AHEAD = 8 };
    const sequences *q = r->ctx;
    const digested *in = made;
    sia_arena *a = r->s->arena;
    if (run_workers(r) == 1) return SIA_OK;
    if (!learn(q, a, in)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    const uint32_t *known = q->workers[in->worker].known_grams.v, work = r->s->in.files.v[i].work_id;
    for (uint32_t k = 0; k < in->n_firsts; k++) {
        if (k + AHEAD < in->n_firsts) sia_counts_soon(q->counts, GROUP, known[in->first[k + AHEAD].item]);
        sia_counts_add(q->counts, GROUP, known[in->first[k].item], 1, work);
    }
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

sia_status sequences_close(sequences *q, run *r, sia_err *err)
{
    static const uint32_t groups[] = { 0, GROUP };
    q->forms = q->all_forms;
    if (run_workers(r) == 1) {
        const struct sequencer *w = &q->workers[0];
        q->forms = run_lex(r, 0);
        if (!w->counts) return SIA_OK;                       /* no document at all */
        q->counts = w->counts;
        q->grams = w->grams;
    } else for (unsigned k = 0; k < run_workers(r); k++)
        if (q->workers[k].counts) sia_counts_merge(q->counts, q->workers[k].counts, groups, q->workers[k].known_grams.v);
    return sia_arena_ok(r->s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

sia_str sequences_name(const sequences *q, uint32_t gram, sia_arena *a)
{
    sia_str part[16];
    size_t n = 0, room = 0;
    for (; gram && n < SIA_COUNT_OF(part); gram = sia_grams_at(q->grams, gram).before) {
        part[n] = sia_lex_str(q->forms, sia_grams_at(q->grams, gram).item);
        room += part[n++].n + 1;
    }
    char *to = sia_alloc_raw(a, 1, room + 1), *p = to;
    if (!to) return SIA_STR("");
    while (n--) {
        memcpy(p, part[n].p, part[n].n);
        p += part[n].n;
        if (n) *p++ = ' ';
    }
    return (sia_str){ to, (size_t)(p - to) };
}
