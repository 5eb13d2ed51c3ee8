/* siasat crosstab: items by groups, with residuals and a test of each row. */
#include "chosen.h"
#include "grid.h"
#include <math.h>
#include <stdio.h>

static const double level = 0.05;

typedef enum { AGAINST_WORDS, AGAINST_ITEMS } against;       /* --against, in the order of its choices */

/* The census comes first: it is the run's ctx. */
typedef struct {
    census c;
    grid   g;
    const uint64_t *size;
    uint64_t all;                       /* by group, and in all: words, or hits of all items */
    sia_homogeneity *test;              /* by row */
    double *log_q;
} crosstab;

static sia_str name_of(const void *ctx, uint32_t item)
{
    const census *c = ctx;
    return items_name(&c->it, item, items_are_forms(&c->it) ? sia_lex_str(c->forms, item) : SIA_STR(""));
}

/* ---- the tests ------------------------------------------------------------------------------------- */

static void choose_sizes(crosstab *x, const session *s)
{
    const grid *g = &x->g;
    x->size = s->set.against == AGAINST_WORDS ? g->words : g->hits;
    for (uint32_t k = 0; k < g->groups; k++) x->all += x->size[k];
}

/* A row's draws must not depend on which rows are there. */
static uint64_t seed_of(const session *s, sia_str name)
{
    uint64_t h = s->set.seed;
    for (size_t i = 0; i < name.n; i++) h = (h ^ (unsigned char)name.p[i]) * 0x100000001B3u;
    return h;
}

static bool test_rows(crosstab *x, session *s)
{
    const grid *g = &x->g;
    double *p = sia_new(s->arena, double, (size_t)g->rows + 1);
    x->test = sia_new(s->arena, sia_homogeneity, (size_t)g->rows + 1);
    x->log_q = sia_new(s->arena, double, (size_t)g->rows + 1);
    sia_arena *scratch = sia_arena_new(NULL, s->set.memory);
    bool ok = p && x->test && x->log_q && scratch;
    for (uint32_t i = 0; ok && i < g->rows; i++) {
        ok = sia_homogeneity_of(g->row[i].count, x->size, g->groups, level, seed_of(s, g->row[i].name), &x->test[i], scratch);
        p[i] = x->test[i].log_p;
        sia_arena_reset(scratch);
    }
    sia_arena_free(scratch);
    return ok && sia_adjust((sia_adjustment)s->set.adjust, p, g->rows, 0, x->log_q, s->arena);
}

static sia_str how(const session *s, sia_test t)
{
    static const sia_msg word[] = {
        [SIA_NOT_TESTED] = SIA_MSG_NONE, [SIA_BY_CHI2] = SIA_MSG_TEST_CHI2, [SIA_BY_ALL_TABLES] = SIA_MSG_TEST_EXACT,
        [SIA_BY_DRAWS] = SIA_MSG_TEST_DRAWS,
    };
    return sia_str_of(sia_word(word[t], s->lang));
}

static sia_str verdict(const session *s, const grid_row *r, const sia_homogeneity *t, double log_q)
{
    enum { FEW = 5 };
    const sia_msg says = t->how == SIA_NOT_TESTED ? SIA_MSG_NONE : r->total < FEW ? SIA_MSG_TOO_FEW
                       : log_q <= log(level) ? SIA_MSG_DIFFERS : SIA_MSG_MAY_BE_CHANCE;
    return sia_str_of(sia_word(says, s->lang));
}

/* ---- the table: a row an item ------------------------------------------------------------------------ */

static void put_row(const crosstab *x, const session *s, sorter *o, uint32_t at)
{
    const grid *g = &x->g;
    const grid_row *r = &g->row[at];
    const sia_homogeneity *t = &x->test[at];
    sort_text(o, r->name);
    sort_text(o, items_label(&x->c.it, r->item));
    for (uint32_t k = 0; k < g->groups; k++) sort_count(o, r->count[k]);
    sort_count(o, r->total);
    sort_real(o, t->chi2);
    sort_exp(o, t->log_p);
    sort_exp(o, x->log_q[at]);
    sort_text(o, how(s, t->how));
    sort_real(o, t->v);
    sort_real(o, t->interval.low);
    sort_real(o, t->interval.high);
    sort_text(o, verdict(s, r, t, x->log_q[at]));
    for (uint32_t k = 0; k < g->groups; k++) sort_real(o, sia_residual_of(r->count[k], x->size[k], r->total, x->all).adjusted);
}

/* ---- the same as a row a cell ------------------------------------------------------------------------- */

static void put_cells(const crosstab *x, sorter *o, uint32_t at)
{
    const grid *g = &x->g;
    const grid_row *r = &g->row[at];
    for (uint32_t k = 0; k < g->groups; k++) {
        const sia_residual is = sia_residual_of(r->count[k], x->size[k], r->total, x->all);
        sort_text(o, r->name);
        sort_text(o, items_label(&x->c.it, r->item));
        sort_text(o, items_category(&x->c.it, r->item));
        sort_text(o, g->group[k]);
        sort_count(o, r->count[k]);
        sort_count(o, x->size[k]);
        sort_count(o, r->total);
        sort_real(o, is.expected);
        sort_real(o, is.standard);
        sort_real(o, is.adjusted);
    }
}

static sia_status report(crosstab *x, session *s, sia_err *err)
{
    sorter *o;
    const grid *g = &x->g;
    const sia_columns *base = session_columns(s, s->set.cells ? "crosstab --cells" : "crosstab");
    const sia_columns *c = s->set.cells || !base ? base : grid_columns(g, base, 2, "residual", s);
    if (!c) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(sorter_open_columns(&o, s, c, err));
    for (uint32_t i = 0; i < g->rows; i++) {
        if (s->set.top && i >= s->set.top) s->rows_cut++;
        else if (s->set.cells) put_cells(x, o, i);
        else put_row(x, s, o, i);
    }
    return sorter_flush(o, err);
}

/* ---- the whole table -------------------------------------------------------------------------------------- */

/* Items by groups, each hit a unit: do groups speak of items in different shares? */
typedef struct { uint64_t *of, n; double chi2, few, rows, columns; } whole;

static void add_cell(whole *w, uint64_t count, uint64_t total, uint64_t of)
{
    const double e = (double)total * ((double)of / (double)w->n), d = (double)count - e;
    if (!of) return;
    w->chi2 += d * (d / e);
    w->few += e < 5;
}

static bool whole_of(whole *w, const grid *g, sia_arena *a)
{
    *w = (whole){ .of = sia_new(a, uint64_t, (size_t)g->groups + 1), .rows = g->rows };
    for (uint32_t i = 0; w->of && i < g->rows; i++)
        for (uint32_t k = 0; k < g->groups; k++) {
            w->of[k] += g->row[i].count[k];
            w->n += g->row[i].count[k];
        }
    for (uint32_t k = 0; w->of && k < g->groups; k++) w->columns += w->of[k] > 0;
    for (uint32_t i = 0; w->of && i < g->rows; i++)
        for (uint32_t k = 0; k < g->groups; k++) add_cell(w, g->row[i].count[k], g->row[i].total, w->of[k]);
    return w->of && w->rows > 1 && w->columns > 1;
}

/* Cochran's rule: no p where more than a fifth of the cells expect fewer than 5. */
static void say_whole(const crosstab *x, session *s)
{
    whole w;
    char line[160];
    if (!whole_of(&w, &x->g, s->arena)) return;
    const double df = (w.rows - 1) * (w.columns - 1), n = (double)w.n, cells = w.rows * w.columns;
    const sia_interval v = sia_cramers_v_interval(w.chi2, w.rows, w.columns, n, level);
    int k = snprintf(line, sizeof line, "chi2 %.4f, df %.0f, V %.4f [%.4f, %.4f]", w.chi2, df, sia_cramers_v(w.chi2, w.rows, w.columns, n), v.low, v.high);
    const bool told = w.few <= cells / 5;
    if (told) snprintf(line + k, sizeof line - (size_t)k, ", p %.4g", exp(sia_log_chi2_above(w.chi2, df)));
    else snprintf(line + k, sizeof line - (size_t)k, "; %.0f/%.0f", w.few, cells);
    say(s, sia_printf(s->arena, sia_word(told ? SIA_MSG_SAY_WHOLE : SIA_MSG_SAY_WHOLE_FEW, s->lang), line).p);
}

/* ---- the verb -------------------------------------------------------------------------------------- */

static sia_status prepare(crosstab *x, run *r, sia_err *err)
{
    session *s = r->s;
    SIA_TRY(group_parse(s, &x->c.by, false, err));
    if (!x->c.by) return sia_fail(err, SIA_MSG_CROSSTAB_BY, 0, SIA_STR("crosstab"), "");
    SIA_TRY(items_open(&x->c.it, s, &r->upto, err));
    SIA_TRY(session_inputs(s, 0, err));
    inputs_by_work(&s->in);
    return census_open(&x->c, s) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status work_out(crosstab *x, session *s, sia_err *err)
{
    bool ok = grid_of(&x->g, &x->c, name_of, &x->c, s);
    if (ok) choose_sizes(x, s);
    ok = ok && test_rows(x, s);
    return ok ? report(x, s, err) : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status crosstab_run(session *s, sia_err *err)
{
    crosstab x = { 0 };
    run r = { .s = s, .digest = census_digest, .deliver = census_deliver, .ctx = &x };
    SIA_TRY(prepare(&x, &r, err));
    sia_status st = run_documents(&r, err);
    if (!st) st = census_close(&x.c, &r, err);
    if (!st) st = work_out(&x, s, err);
    if (!st) run_say_counted(&r);
    if (!st) say_whole(&x, s);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_crosstab = {
    { "crosstab", "--by GROUP [INPUT...]", SIA_MSG_CMD_CROSSTAB,
      { &opts_crosstab, &opts_input, &opts_codebook, &opts_repair, &opts_output, &opts_general },
      { "siasat crosstab --of category --by part skripsi/", "siasat crosstab --of category --by party --meta keterangan.csv --cells skripsi/",
        "siasat crosstab --of term --by part --against items --min-count 5 --sort chi2 skripsi/" } },
    crosstab_run,
};
