/* siasat explain freq ITEM: every place of the item, its rate, its spread over works. */
#include "explain.h"
#include "run.h"
#include <math.h>

static const double level = 0.05;

typedef struct { explain *x; sia_share *part; uint64_t words; } counting;      /* part: by work */
typedef struct { lines lines; uint64_t words; } told;

static uint64_t counted_words(const sia_doc *d)
{
    uint64_t n = 0;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        for (uint32_t k = st->first; st->counted && k < st->first + st->n; k++) n += d->tokens.v[k].kind <= SIA_NUMBER;
    }
    return n;
}

static sia_status digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    (void)i;
    explain *x = ((counting *)r->ctx)->x;
    told *t = sia_new(d->arena, told, 1);
    occurrences o;
    uint32_t item;
    if (!t || !items_of(&x->it, r, worker, d, &o)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    t->words = counted_words(d);
    const bool any = explain_find(x, d, x->name[0], &item);
    for (uint32_t k = 0; any && k < o.n; k++)
        if (o.v[k].item == item) sia_push(d->arena, &t->lines, explain_line(x, d, &o, k, LINE_PLAIN));
    *made = t;
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static sia_status deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)err;
    counting *c = r->ctx;
    const told *t = made;
    sia_share *part = &c->part[r->s->in.files.v[i].work_id];
    for (uint32_t k = 0; k < t->lines.n; k++) explain_put_line(c->x, d->text.name, &t->lines.v[k], ++c->x->lines[0]);
    part->words += t->words;
    part->count += t->lines.n;
    c->words += t->words;
    return SIA_OK;
}

/* ---- figures -------------------------------------------------------------------------------------------- */

/* Works with words, put side by side; each has a row with its part of DP. */
static uint32_t parts(counting *c, const session *s, uint64_t count, double *least)
{
    uint32_t n = 0;
    *least = 1;
    for (uint32_t w = 0; w < s->in.works; w++) {
        const sia_share p = c->part[w];
        if (!p.words) continue;
        const double share = (double)p.words / (double)c->words, t = (double)p.count / (double)count;
        const figure known[] = { { "count_w", (double)p.count }, { "count", (double)count }, { "words_w", (double)p.words }, { "words", (double)c->words } };
        static const char formula[] = "|count_w / count - words_w / words|";
        uint32_t i = 0;
        while (i + 1 < s->in.files.n && s->in.files.v[i].work_id != w) i++;
        if (count) explain_work(c->x, s->in.files.v[i].work, fabs(t - share), formula, worked(formula, known, SIA_COUNT_OF(known), s->arena));
        if (share < *least) *least = share;
        c->part[n++] = p;
    }
    return n;
}

/* Sums over works have their parts in the rows above; where only the smallest work is asked for, its share is put in. */
static void put_measure(explain *x, const sia_measure *m, const sia_spread *spread, double least)
{
    const size_t n = x->n_known;
    const bool smallest = strstr(m->formula, "min w_i") && !strstr(m->formula, "sum");
    if (smallest) explain_know(x, "w_i", least);
    explain_step(x, m->name, sia_measure_in(m, spread), m->formula);
    if (!smallest) return;
    x->known[n] = x->known[n + 1];                           /* the measure stays known */
    x->n_known = n + 1;
}

static sia_status figures(counting *c, session *s, sia_err *err)
{
    explain *x = c->x;
    const uint64_t count = x->lines[0];
    const sia_interval i = sia_poisson_interval(count, level);
    explain_count(x, "count", count);
    explain_count(x, "words", c->words);
    explain_real(x, "per_10k", sia_per_10k(count, c->words));
    explain_know(x, "L", i.low);
    explain_know(x, "U", i.high);
    explain_real(x, "per_10k_low", 1e4 * i.low / (double)c->words);
    explain_real(x, "per_10k_high", 1e4 * i.high / (double)c->words);
    uint64_t with = 0;
    for (uint32_t w = 0; w < s->in.works; w++) with += c->part[w].count > 0;
    double least;
    const uint32_t n = parts(c, s, count, &least);
    sia_spread spread;
    if (!sia_spread_of(c->part, n, &spread, s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    explain_count(x, "docs", with);
    explain_know(x, "works", n);
    explain_step(x, "doc_share", (double)with / n, "docs / works");
    for (uint32_t k = 0; k < x->chosen.n; k++) put_measure(x, x->chosen.m[k], &spread, least);
    explain_word(x, "verdict", verdict_word(s, sia_verdict_count(count, with, n)));
    return SIA_OK;
}

sia_status explain_freq(explain *x, sia_err *err)
{
    session *s = x->s;
    counting c = { .x = x };
    run r = { .s = s, .tells = true, .digest = digest, .deliver = deliver, .ctx = &c };
    SIA_TRY(chosen_open(&x->chosen, s, "freq", SIA_SPREAD, err));
    SIA_TRY(items_open(&x->it, s, &r.upto, err));
    SIA_TRY(explain_known(x, err));
    SIA_TRY(session_inputs(s, (int)x->first_input, err));
    inputs_by_work(&s->in);
    c.part = sia_new(s->arena, sia_share, (size_t)s->in.works + 1);
    if (!c.part) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(session_table(s, "explain", err));
    sia_status st = run_documents(&r, err);
    if (!st) st = figures(&c, s, err);
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st ? st : session_close(s, err);
}
