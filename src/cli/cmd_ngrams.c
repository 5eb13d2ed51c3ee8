/* siasat ngrams: which words follow each other, or stand near each other, and more often than by chance. */
#include "chosen.h"
#include "family.h"
#include "sequences.h"
#include <stdlib.h>

typedef struct { sia_str name; sia_ngram is; } row;

typedef struct {
    sequences q;
    chosen    chosen;
    row      *rows;
    size_t    n;
    family    family;
} ngrams;

/* ---- the options ---------------------------------------------------------------------------------- */

enum { SHORTEST = 2, LONGEST = 5, MOST_SKIPPED = 10, WIDEST = 1000 };

static sia_status parse_n(session *s, sia_gram_shape *shape, sia_err *err)
{
    const char *n = s->set.n;
    const bool range = n[0] && n[1] == '-' && n[2] && !n[3], one = n[0] && !n[1];
    const char to = range ? n[2] : n[0];
    if ((!one && !range) || n[0] < '0' + SHORTEST || to > '0' + LONGEST || to < n[0])
        return sia_fail(err, SIA_MSG_NGRAM_N, 0, SIA_STR("--n"), "'%s'", n);
    *shape = (sia_gram_shape){ (uint32_t)(n[0] - '0'), (uint32_t)(to - '0'), s->set.skip };
    if (s->set.skip > (shape->most == SHORTEST ? WIDEST : MOST_SKIPPED))
        return sia_fail(err, SIA_MSG_NGRAM_SKIP, 0, SIA_STR("--skip"), "%u", s->set.skip);
    return SIA_OK;
}

static sia_status parse(ngrams *k, session *s, sia_err *err)
{
    sequences *q = &k->q;
    SIA_TRY(parse_n(s, &q->shape, err));
    q->window = s->set.window;
    if (q->window > WIDEST || (q->window && (q->shape.most > SHORTEST || q->shape.skip)))
        return sia_fail(err, SIA_MSG_NGRAM_WINDOW, 0, SIA_STR("--window"), "%u", q->window);
    q->rule = (stop_rule)s->set.stops;
    q->across = s->set.across;
    return SIA_OK;
}

/* ---- the table ---------------------------------------------------------------------------------------- */

static int by_rank(const void *x, const void *y)
{
    const row *a = x, *b = y;
    if (a->is.count != b->is.count) return a->is.count < b->is.count ? 1 : -1;
    return sia_str_cmp(a->name, b->name);
}

static bool make_rows(ngrams *k, session *s)
{
    uint64_t possible;
    const uint64_t least = s->set.min_ngram;
    sia_ngram *v = sia_ngrams_of(k->q.grams, k->q.counts, k->q.window, least, &k->n, &possible, s->arena);
    sia_cell *cell = v ? sia_alloc_raw(s->arena, sizeof *cell, k->n + 1) : NULL;
    k->rows = sia_alloc_raw(s->arena, sizeof *k->rows, k->n + 1);
    if (!cell || !k->rows) return false;
    for (size_t i = 0; i < k->n; i++) k->rows[i] = (row){ sequences_name(&k->q, v[i].gram, s->arena), v[i] };
    if (!sia_arena_ok(s->arena)) return false;
    if (k->n) qsort(k->rows, k->n, sizeof *k->rows, by_rank);
    for (size_t i = 0; i < k->n; i++) cell[i] = k->rows[i].is.cell;
    return family_of(&k->family, s, cell, k->n, possible);
}

static void put_row(const ngrams *k, const session *s, sorter *o, size_t at)
{
    const row *r = &k->rows[at];
    const sia_cell c = r->is.cell;
    sort_text(o, r->name);
    sort_count(o, sia_grams_at(k->q.grams, r->is.gram).n);
    sort_count(o, r->is.count);
    sort_count(o, r->is.works);
    chosen_put(&k->chosen, o, c, k->family.alpha, k->family.log_p[at], k->family.log_q[at]);
    sort_text(o, verdict_word(s, sia_verdict_pair(c, k->family.log_q[at])));
    sort_real(o, sia_expected(c));
    sort_count(o, c.both);
    sort_count(o, c.a);
    sort_count(o, c.b);
    sort_count(o, c.n);
}

static sia_status report(ngrams *k, session *s, sia_err *err)
{
    sorter *o;
    if (!make_rows(k, s)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    const size_t shown = s->set.top && s->set.top < k->n ? s->set.top : k->n;
    s->rows_cut = sia_counts_cells(k->q.counts) - shown;
    SIA_TRY(sorter_open_columns(&o, s, &k->chosen.columns, err));
    for (size_t i = 0; i < shown; i++) put_row(k, s, o, i);
    return sorter_flush(o, err);
}

/* ---- the verb -------------------------------------------------------------------------------------- */

static sia_status prepare(ngrams *k, run *r, sia_err *err)
{
    session *s = r->s;
    s->set.of += OF_WORD;                                    /* its choices are the words alone */
    SIA_TRY(parse(k, s, err));
    SIA_TRY(chosen_open(&k->chosen, s, "ngrams", SIA_PAIR, err));
    SIA_TRY(items_open(&k->q.it, s, &r->upto, err));
    k->q.stops = k->q.it.stops;                              /* they part sequences: not simply left out */
    k->q.it.stops = NULL;
    k->q.it.plain = !k->q.it.m.of;
    SIA_TRY(session_inputs(s, 0, err));
    inputs_by_work(&s->in);
    return sequences_open(&k->q, s) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status ngrams_run(session *s, sia_err *err)
{
    ngrams k = { 0 };
    run r = { .s = s, .digest = sequences_digest, .deliver = sequences_deliver, .ctx = &k.q };
    SIA_TRY(prepare(&k, &r, err));
    sia_status st = run_documents(&r, err);
    if (!st) st = sequences_close(&k.q, &r, err);
    if (!st) st = report(&k, s, err);
    if (!st) run_say_counted(&r);
    if (!st) family_say(&k.family, s, SIA_MSG_SAY_FAMILY_SEQUENCES);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_ngrams = {
    { "ngrams", "[INPUT...]", SIA_MSG_CMD_NGRAMS, { &opts_ngrams, &opts_input, &opts_repair, &opts_output, &opts_general },
      { "siasat ngrams --n 2-4 --stopwords stopwords/id.txt --stops inside --min-count 5 skripsi/",
        "siasat ngrams --window 5 --of lemma --stopwords stopwords/id.txt --sort lrc --top 50 skripsi/",
        "siasat ngrams --n 2 --skip 2 --measure mi,t_score,g2,p,q skripsi/" } },
    ngrams_run,
};
