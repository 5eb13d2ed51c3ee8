/* --sort: rows held back as cells. */
#include "sorter.h"
#include <math.h>
#include <stdlib.h>

typedef struct { enum { NONE, TEXT, COUNT, REAL, EXP } kind; union { sia_str text; uint64_t count; double real; } is; } cell;

struct sorter {
    sia_table *t;
    sia_arena *a;
    uint32_t cols;
    uint32_t by;                        /* the column to sort by; cols: none */
    SIA_VEC(cell) cells;
};

static sia_status unknown(const char *wish, const sia_columns *c, sia_err *err)
{
    const char *names[64];
    size_t n = 0;
    for (uint32_t i = 0; i < c->n && n < SIA_COUNT_OF(names); i++) names[n++] = c->cols[i].name;
    const char *near = opt_nearest(wish, names, n);
    if (near) return sia_fail(err, SIA_MSG_SORT_COLUMN, 0, SIA_STR("--sort"), "'%s' (%s?)", wish, near);
    return sia_fail(err, SIA_MSG_SORT_COLUMN, 0, SIA_STR("--sort"), "'%s'", wish);
}

sia_status sorter_open(sorter **out, session *s, const char *name, sia_err *err)
{
    return sorter_open_columns(out, s, session_columns(s, name), err);
}

sia_status sorter_open_columns(sorter **out, session *s, const sia_columns *c, sia_err *err)
{
    sorter *o = sia_new(s->arena, sorter, 1);
    if (!o || !c) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    *o = (sorter){ .a = s->arena, .cols = c->n, .by = c->n };
    for (uint32_t i = 0; s->set.sort && i < c->n; i++)
        if (!strcmp(c->cols[i].name, s->set.sort)) o->by = i;
    if (s->set.sort && o->by == c->n) return unknown(s->set.sort, c, err);
    *out = o;
    SIA_TRY(session_table_columns(s, c, err));
    o->t = s->table;
    return SIA_OK;
}

static bool held(const sorter *o) { return o->by < o->cols; }
static void hold(sorter *o, cell c) { sia_push(o->a, &o->cells, c); }

void sort_text(sorter *o, sia_str s)
{
    if (held(o)) hold(o, (cell){ TEXT, { .text = s } });
    else sia_put_text(o->t, s);
}

void sort_count(sorter *o, uint64_t v)
{
    if (held(o)) hold(o, (cell){ COUNT, { .count = v } });
    else sia_put_count(o->t, v);
}

void sort_real(sorter *o, double v)
{
    if (held(o)) hold(o, isfinite(v) ? (cell){ REAL, { .real = v } } : (cell){ .kind = NONE });   /* as it is shown: empty */
    else sia_put_real(o->t, v);
}

void sort_exp(sorter *o, double log_v)
{
    if (held(o)) hold(o, isnan(log_v) ? (cell){ .kind = NONE } : (cell){ EXP, { .real = log_v } });
    else sia_put_exp(o->t, log_v);
}

void sort_none(sorter *o)
{
    if (held(o)) hold(o, (cell){ .kind = NONE });
    else sia_put_none(o->t);
}

static void put(sia_table *t, cell c)
{
    switch (c.kind) {
    case NONE:  sia_put_none(t); break;
    case TEXT:  sia_put_text(t, c.is.text); break;
    case COUNT: sia_put_count(t, c.is.count); break;
    case REAL:  sia_put_real(t, c.is.real); break;
    case EXP:   sia_put_exp(t, c.is.real); break;
    }
}

typedef struct { cell key; uint32_t row; } ranked;

static double number(cell c) { return c.kind == COUNT ? (double)c.is.count : c.is.real; }

static int by_key(const void *x, const void *y)
{
    const ranked *a = x, *b = y;
    int k = 0;
    if ((a->key.kind == NONE) != (b->key.kind == NONE)) k = a->key.kind == NONE ? 1 : -1;
    else if (a->key.kind == TEXT && b->key.kind == TEXT) k = sia_str_cmp(a->key.is.text, b->key.is.text);
    else if (a->key.kind != NONE) k = (number(a->key) < number(b->key)) - (number(a->key) > number(b->key));
    return k ? k : (a->row > b->row) - (a->row < b->row);
}

sia_status sorter_flush(sorter *o, sia_err *err)
{
    if (!held(o)) return SIA_OK;
    uint32_t n = o->cells.n / o->cols, by = o->by;
    ranked *r = sia_new(o->a, ranked, (size_t)n + 1);
    if (!r || !sia_arena_ok(o->a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR("--sort"), "");
    for (uint32_t i = 0; i < n; i++) r[i] = (ranked){ o->cells.v[i * o->cols + by], i };
    qsort(r, n, sizeof *r, by_key);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < o->cols; k++) put(o->t, o->cells.v[r[i].row * o->cols + k]);
    return SIA_OK;
}

int sort_falling(double x, double y)
{
    if (isnan(x) || isnan(y)) return isnan(x) - isnan(y);
    return (x < y) - (x > y);
}
