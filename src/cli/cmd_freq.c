/* siasat freq: how often each item stands in each group.
 * Workers boil each document down to its distinct items; the main thread adds these up in order, work by work. */
#include "group.h"
#include "items.h"
#include "sorter.h"

/* ---- on the workers' threads ------------------------------------------------------------------ */

typedef struct { uint32_t item, group, n; } tally;
typedef struct {
    SIA_VEC(tally) rows;
    grouping  groups;
    uint64_t *words;                    /* by group */
    unsigned  worker;
    sia_str  *fresh;                    /* the forms that this worker's lex has since its last document, in id order */
    uint32_t  n_fresh;
} digested;

typedef struct {                        /* one per worker */
    uint32_t *count, n;                 /* by item, n of them; all zero between documents */
    SIA_VEC(uint32_t) touched;
    uint32_t  told;                     /* forms of the lex that the main thread has been told */
} counter;

typedef struct {
    items    it;
    unsigned by;
    counter *counters;
    /* on the main thread */
    sia_counts *counts;
    uint32_t work;                                           /* of the document being added */
    sia_lex *groups, *forms;
    struct known { SIA_VEC(uint32_t) id; } *known;           /* by worker: form id there, less one -> id in `forms` */
} freq;

static bool counter_room(counter *c, uint32_t need, sia_arena *a)
{
    if (need <= c->n) return true;
    c->count = sia_new(a, uint32_t, (size_t)need * 2);
    c->n = c->count ? need * 2 : 0;
    return c->count;
}

/* Moves what was counted since the last call into rows of one group. */
static void flush(counter *c, uint32_t group, const sia_doc *d, digested *out)
{
    for (uint32_t i = 0; i < c->touched.n; i++) {
        uint32_t item = c->touched.v[i];
        sia_push(d->arena, &out->rows, (tally){ item, group, c->count[item] });
        c->count[item] = 0;
    }
    c->touched.n = 0;
}

static uint32_t group_of(const digested *out, const freq *f, const sia_doc *d, uint32_t sentence)
{
    if (!(f->by & (BY_CHAPTER | BY_SECTION | BY_PART))) return 0;
    return out->groups.of_section[d->blocks.v[d->sentences.v[sentence].block].section];
}

static void count_one(counter *c, uint32_t item, sia_arena *a)
{
    if (!c->count[item]++) sia_push(a, &c->touched, item);
}

/* The words of each group, stop words too; and, where words are the items, each of them. One pass over the tokens. */
static void count_words(freq *f, counter *c, const sia_doc *d, digested *out)
{
    bool each = f->it.of == OF_WORD;
    uint32_t group = 0;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        uint32_t g = group_of(out, f, d, i), n = 0;
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

static void count_hits(const freq *f, counter *c, const occurrences *o, const sia_doc *d, digested *out)
{
    uint32_t group = 0;
    for (uint32_t i = 0; i < o->n; i++) {
        uint32_t g = group_of(out, f, d, o->v[i].sentence);
        if (g != group) flush(c, group, d, out);
        group = g;
        count_one(c, o->v[i].item, d->arena);
    }
    flush(c, group, d, out);
}

/* The strings of new forms go along: the main thread must not look into a lex that its worker is adding to. */
static bool tell_fresh(counter *c, const sia_doc *d, digested *out)
{
    uint32_t size = sia_lex_size(d->lex);
    out->n_fresh = size - c->told;
    out->fresh = sia_alloc_raw(d->arena, sizeof *out->fresh, out->n_fresh);
    for (uint32_t i = 0; out->fresh && i < out->n_fresh; i++) out->fresh[i] = sia_lex_str(d->lex, c->told + i + 1);
    c->told = size;
    return out->fresh;
}

static sia_status digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    freq *f = r->ctx;
    counter *c = &f->counters[worker];
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
    count_words(f, c, d, out);
    if (words && !tell_fresh(c, d, out)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    if (!words) count_hits(f, c, &o, d, out);
    *made = out;
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

/* ---- on the main thread -------------------------------------------------------------------------- */

/* Gives the worker's new forms their numbers over all workers. */
static void learn(freq *f, const session *s, const digested *in)
{
    struct known *k = &f->known[in->worker];
    for (uint32_t i = 0; i < in->n_fresh; i++) sia_push(s->arena, &k->id, sia_lex_id(f->forms, in->fresh[i]));
}

/* The item's number over all workers. */
static uint32_t global_item(const freq *f, const digested *in, uint32_t row)
{
    uint32_t item = in->rows.v[row].item;
    return f->it.of == OF_WORD ? f->known[in->worker].id.v[item - 1] : item;
}

static void add_rows(freq *f, const digested *in, const uint32_t *group)
{
    enum { AHEAD = 8 };
    for (uint32_t k = 0; k < in->rows.n; k++) {
        const tally *t = &in->rows.v[k];
        if (k + AHEAD < in->rows.n)
            sia_counts_soon(f->counts, group[in->rows.v[k + AHEAD].group], global_item(f, in, k + AHEAD));
        sia_counts_add(f->counts, group[t->group], global_item(f, in, k), t->n, f->work);
    }
}

static sia_status add(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    freq *f = r->ctx;
    const digested *in = made;
    uint32_t *group = sia_new(d->arena, uint32_t, in->groups.n);
    f->work = r->s->in.files.v[i].work_id;
    for (uint32_t g = 0; group && g < in->groups.n; g++) {
        group[g] = sia_lex_id(f->groups, in->groups.name[g]);
        if (in->words[g]) sia_counts_words(f->counts, group[g], in->words[g], f->work);
    }
    if (group) learn(f, r->s, in);
    if (group && sia_arena_ok(r->s->arena)) add_rows(f, in, group);
    if (group && sia_arena_ok(r->s->arena)) return SIA_OK;
    return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static sia_str name_of(const void *ctx, uint32_t item)
{
    const freq *f = ctx;
    return items_name(&f->it, item, f->it.of == OF_WORD ? sia_lex_str(f->forms, item) : SIA_STR(""));
}

static void put_row(const freq *f, sorter *o, const sia_tally *t)
{
    uint64_t words = sia_counts_group_words(f->counts, t->group), works = sia_counts_group_works(f->counts, t->group);
    sort_text(o, sia_lex_str(f->groups, t->group));
    sort_text(o, name_of(f, t->item));
    sort_text(o, items_label(&f->it, t->item));
    sort_text(o, items_category(&f->it, t->item));
    sort_count(o, t->count);
    sort_count(o, words);
    if (words) sort_real(o, (double)t->count * 1e4 / (double)words); else sort_none(o);
    sort_count(o, t->works);
    if (works) sort_real(o, (double)t->works / (double)works); else sort_none(o);
    for (int k = 0; k < 3; k++) sort_none(o);                /* dp, dp_norm, verdict: the statistics' */
}

static sia_status report(freq *f, session *s, sia_err *err)
{
    sorter *o;
    sia_tally *t = sia_counts_sorted(f->counts, name_of, f, s->arena);
    size_t n = sia_counts_cells(f->counts);
    if (!t && n) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(sorter_open(&o, s, "freq", err));
    for (size_t i = 0, in_group = 0; i < n; i++) {
        in_group = i && t[i].group == t[i - 1].group ? in_group + 1 : 0;
        if ((s->set.top && in_group >= s->set.top) || t[i].count < s->set.min_count) s->rows_cut++;
        else put_row(f, o, &t[i]);
    }
    return sorter_flush(o, err);
}

/* ---- the verb -------------------------------------------------------------------------------------- */

static sia_status prepare(freq *f, run *r, sia_err *err)
{
    session *s = r->s;
    SIA_TRY(group_parse(s->set.by, &f->by, err));
    SIA_TRY(items_open(&f->it, s, &r->upto, err));
    SIA_TRY(session_inputs(s, 0, err));
    inputs_by_work(&s->in);
    f->counters = sia_new(s->arena, counter, s->in.files.n + 1);
    f->known = sia_new(s->arena, struct known, s->in.files.n + 1);
    f->counts = sia_counts_new(s->arena);
    f->groups = sia_lex_new(s->arena);
    f->forms = sia_lex_new(s->arena);
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status freq_run(session *s, sia_err *err)
{
    freq f = { 0 };
    run r = { .s = s, .digest = digest, .deliver = add, .ctx = &f };
    SIA_TRY(prepare(&f, &r, err));
    sia_status st = run_documents(&r, err);
    if (!st) st = report(&f, s, err);
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_freq = {
    { "freq", "[INPUT...]", SIA_MSG_CMD_FREQ,
      { &opts_counting, &opts_input, &opts_codebook, &opts_output, &opts_general },
      { "siasat freq --of term --by part skripsi/", "siasat freq --of word --stopwords stopwords/id.txt --top 50 skripsi/",
        "siasat freq --of category --dialect excel-id bab4.txt > frekuensi.csv" } },
    freq_run,
};
