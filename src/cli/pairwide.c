/* cooc --wide: a row and a column for each item. */
#include "pairwide.h"
#include <stdlib.h>

enum { MOST = 1000, AHEAD = 3 };                             /* items: a database has 2,000 columns; before them: item, label, category */

typedef struct { uint32_t item; uint64_t units; sia_str name; } side;

typedef struct {
    side    *side;                      /* rows, and columns, in this order */
    uint32_t n;
    const pairrow **pair;               /* n x n; NULL: never together */
} square;

/* ---- its sides -------------------------------------------------------------------------------------------- */

static int by_units(const void *x, const void *y)
{
    const side *a = x, *b = y;
    if (a->units != b->units) return a->units < b->units ? 1 : -1;
    return sia_str_cmp(a->name, b->name);
}

/* Items with a pair that the long table shows; those that have only other pairs are rows left out. */
static bool find_sides(square *q, const cooc *c, session *s, const pairrow *r, size_t n, size_t met)
{
    enum { ALONE, OTHERS, SHOWN };
    const uint32_t all = pairrank_items(c);
    unsigned char *has = sia_new(s->arena, unsigned char, all);
    q->side = sia_new(s->arena, side, all);
    if (!has || !q->side) return false;
    for (size_t i = met; i-- > 0; ) has[r[i].item_a] = has[r[i].item_b] = i < n ? SHOWN : OTHERS;
    for (uint32_t i = 0; i < all; i++) {
        if (has[i] == SHOWN) q->side[q->n++] = (side){ i, sia_cooc_item(c->now.all, i), pairrank_name(c, i) };
        s->rows_cut += has[i] == OTHERS;
    }
    qsort(q->side, q->n, sizeof *q->side, by_units);
    if (s->set.top && s->set.top < q->n) {
        s->rows_cut += q->n - s->set.top;
        q->n = s->set.top;
    }
    return true;
}

static bool find_pairs(square *q, const cooc *c, session *s, const pairrow *r, size_t met)
{
    uint32_t *at = sia_new(s->arena, uint32_t, pairrank_items(c));           /* 1 + the item's place; 0: it has none */
    q->pair = sia_new(s->arena, const pairrow *, (size_t)q->n * q->n + 1);
    if (!at || !q->pair) return false;
    for (uint32_t i = 0; i < q->n; i++) at[q->side[i].item] = i + 1;
    for (size_t i = 0; i < met; i++) {
        const uint32_t a = at[r[i].item_a], b = at[r[i].item_b];
        if (a && b) q->pair[(size_t)(a - 1) * q->n + b - 1] = q->pair[(size_t)(b - 1) * q->n + a - 1] = &r[i];
    }
    return true;
}

/* ---- the table ---------------------------------------------------------------------------------------------- */

static const sia_col *shown(const cooc *c) { return c->chosen.n ? &c->chosen.columns.cols[c->chosen.at] : NULL; }

/* A word may be called as one of the columns before it. */
static const char *column_name(sia_str item, const sia_columns *base, sia_arena *a)
{
    for (uint32_t i = 0; i < AHEAD; i++) if (sia_str_eq(item, sia_str_of(base->cols[i].name))) return sia_printf(a, "%s 2", base->cols[i].name).p;
    return sia_dup(a, item).p;
}

static const sia_columns *columns_of(const square *q, const cooc *c, session *s)
{
    const sia_columns *base = sia_columns_of(SIA_STR("cooc --wide"));
    const sia_col *like = shown(c);
    sia_columns *out = sia_new(s->arena, sia_columns, 1);
    sia_col *v = sia_new(s->arena, sia_col, (size_t)q->n + AHEAD);
    if (!out || !v) return NULL;
    memcpy(v, base->cols, AHEAD * sizeof *v);
    for (uint32_t i = 0; i < q->n; i++) {
        const sia_str label = items_label(&c->it, q->side[i].item);
        const char *name = column_name(q->side[i].name, base, s->arena), *title = label.n ? sia_dup(s->arena, label).p : name;
        v[AHEAD + i] = like ? *like : (sia_col){ .type = SIA_COUNT, .unit = "", .means = { "", "" }, .formula = "", .source = "" };
        v[AHEAD + i].name = name;
        v[AHEAD + i].title[SIA_EN] = v[AHEAD + i].title[SIA_ID] = title;
    }
    *out = (sia_columns){ base->command, v, q->n + AHEAD };
    return sia_arena_ok(s->arena) ? out : NULL;
}

/* The row's item is a: measures that have a direction keep it. */
static void put_measure(const cooc *c, sorter *o, const pairrow *r, size_t at, uint32_t item)
{
    const chosen *m = &c->chosen;
    sia_cell cell = pairrank_cell(c, r);
    if (item != r->item_a) cell = (sia_cell){ cell.both, cell.b, cell.a, cell.n };
    if (m->m[0]) sort_real(o, sia_measure_of(m->m[0], cell, c->family.alpha));
    else sort_exp(o, m->q[0] ? c->family.log_q[at] : c->family.log_p[at]);
}

static void put_cell(const square *q, const cooc *c, sorter *o, const pairrow *r, size_t n, uint32_t row, uint32_t column)
{
    const pairrow *p = q->pair[(size_t)row * q->n + column];
    const bool measure = c->chosen.n, left_out = p && (size_t)(p - r) >= n;
    if (measure && p && !left_out) put_measure(c, o, p, (size_t)(p - r), q->side[row].item);
    else if (measure || left_out) sort_none(o);
    else sort_count(o, row == column ? q->side[row].units : p ? p->both : 0);
}

static sia_status put_rows(const square *q, const cooc *c, session *s, const pairrow *r, size_t n, sia_err *err)
{
    const sia_columns *cols = columns_of(q, c, s);
    sorter *o;
    if (!cols) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(sorter_open_columns(&o, s, cols, err));
    for (uint32_t i = 0; i < q->n; i++) {
        sort_text(o, q->side[i].name);
        sort_text(o, items_label(&c->it, q->side[i].item));
        sort_text(o, items_category(&c->it, q->side[i].item));
        for (uint32_t k = 0; k < q->n; k++) put_cell(q, c, o, r, n, i, k);
    }
    return sorter_flush(o, err);
}

/* ---- the whole ---------------------------------------------------------------------------------------------- */

sia_status pairwide_allowed(const cooc *c, const session *s, int format_of_network, sia_err *err)
{
    const char *other = format_of_network >= 0 ? "--format" : s->set.leave_one_out ? "--leave-one-out" : NULL;
    if (other) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("cooc"), "--wide, %s", other);
    if (c->chosen.n > 1) return sia_fail(err, SIA_MSG_WIDE_MEASURES, 0, SIA_STR("cooc --wide"), "");
    return SIA_OK;
}

sia_status pairwide_report(const cooc *c, session *s, const pairrow *r, size_t n, sia_err *err)
{
    const size_t met = sia_cooc_pairs(c->now.all);
    square q = { 0 };
    if (!find_sides(&q, c, s, r, n, met)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (q.n > MOST) return sia_fail(err, SIA_MSG_WIDE_MOST, 0, SIA_STR("cooc --wide"), "%u", q.n);
    if (!find_pairs(&q, c, s, r, met)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    return put_rows(&q, c, s, r, n, err);
}
