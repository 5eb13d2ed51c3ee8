/* Items by groups. */
#include "grid.h"
#include <stdlib.h>

typedef struct { sia_str name; sia_id id; } named;

static int by_name(const void *x, const void *y) { return sia_str_cmp(((const named *)x)->name, ((const named *)y)->name); }

/* Groups with any text in order of their names, and where each group id stands among them. */
static uint32_t *order_groups(grid *g, const census *c, sia_arena *a)
{
    const uint32_t n = sia_lex_size(c->groups);
    named *v = sia_new(a, named, (size_t)n + 1);
    uint32_t *place = sia_new(a, uint32_t, (size_t)n + 1);
    g->group = sia_new(a, sia_str, (size_t)n + 1);
    g->words = sia_new(a, uint64_t, (size_t)n + 1);
    if (!v || !place || !g->group || !g->words) return NULL;
    uint32_t k = 0;
    for (sia_id id = 1; id <= n; id++)
        if (sia_counts_group_words(c->counts, id)) v[k++] = (named){ sia_lex_str(c->groups, id), id };
    if (k) qsort(v, k, sizeof *v, by_name);
    for (g->groups = 0; g->groups < k; g->groups++) {
        const named *one = &v[g->groups];
        g->group[g->groups] = one->name.n ? sia_dup(a, one->name) : SIA_STR("-");
        g->words[g->groups] = sia_counts_group_words(c->counts, one->id);
        place[one->id] = g->groups;
    }
    return place;
}

static int by_total(const void *x, const void *y)
{
    const grid_row *a = x, *b = y;
    if (a->total != b->total) return a->total < b->total ? 1 : -1;
    return sia_str_cmp(a->name, b->name);
}

/* The totals first, so that only rows that stay get their counts. */
static uint32_t *number_rows(grid *g, const sia_tally *t, size_t n, sia_namer *name, const void *ctx, session *s)
{
    uint32_t most = 0;
    for (size_t i = 0; i < n; i++) if (t[i].item > most) most = t[i].item;
    uint64_t *total = sia_new(s->arena, uint64_t, (size_t)most + 1);
    uint32_t *row = sia_new(s->arena, uint32_t, (size_t)most + 1);
    for (size_t i = 0; total && i < n; i++) total[t[i].item] += t[i].count;
    uint32_t kept = 0;
    for (size_t i = 0; total && i <= most; i++) kept += total[i] && total[i] >= s->set.min_count;
    g->row = sia_new(s->arena, grid_row, (size_t)kept + 1);
    if (!total || !row || !g->row) return NULL;
    for (uint32_t i = 0; i <= most; i++) {
        if (!total[i]) continue;
        if (total[i] < s->set.min_count) { s->rows_cut++; continue; }
        g->row[g->rows++] = (grid_row){ .name = name(ctx, i), .item = i, .total = total[i] };
    }
    if (g->rows) qsort(g->row, g->rows, sizeof *g->row, by_total);
    for (uint32_t i = 0; i < g->rows; i++) row[g->row[i].item] = i + 1;
    return row;
}

bool grid_of(grid *g, const census *c, sia_namer *name, const void *ctx, session *s)
{
    *g = (grid){ 0 };
    sia_tally *t = sia_counts_sorted(c->counts, name, ctx, s->arena);
    const size_t n = sia_counts_cells(c->counts);
    if (!t) return false;
    const uint32_t *place = order_groups(g, c, s->arena), *row = place ? number_rows(g, t, n, name, ctx, s) : NULL;
    uint64_t *cells = row ? sia_new(s->arena, uint64_t, (size_t)g->rows * g->groups + 1) : NULL;
    g->hits = sia_new(s->arena, uint64_t, (size_t)g->groups + 1);
    if (!cells || !g->hits) return false;
    for (uint32_t i = 0; i < g->rows; i++) g->row[i].count = cells + (size_t)i * g->groups;
    for (size_t i = 0; i < n; i++) {
        const uint32_t at = place[t[i].group];
        g->hits[at] += t[i].count;
        if (row[t[i].item]) g->row[row[t[i].item] - 1].count[at] += t[i].count;
    }
    return sia_arena_ok(s->arena);
}

/* ---- columns -------------------------------------------------------------------------------------- */

static sia_col column(const sia_str name, const char *suffix, sia_type type, sia_arena *a)
{
    const char *of = suffix ? sia_printf(a, "%s %s", name.p, suffix).p : name.p;
    return (sia_col){ .name = of, .type = type, .unit = "", .title = { of, of }, .means = { "", "" }, .formula = "", .source = "" };
}

const sia_columns *grid_columns(const grid *g, const sia_columns *base, uint32_t before, const char *suffix, session *s)
{
    sia_columns *out = sia_new(s->arena, sia_columns, 1);
    sia_col *v = sia_new(s->arena, sia_col, (size_t)base->n + 2 * (size_t)g->groups);
    if (!out || !v) return NULL;
    *out = (sia_columns){ base->command, v, 0 };
    for (uint32_t i = 0; i < before; i++) v[out->n++] = base->cols[i];
    for (uint32_t k = 0; k < g->groups; k++) v[out->n++] = column(g->group[k], NULL, SIA_COUNT, s->arena);
    for (uint32_t i = before; i < base->n; i++) v[out->n++] = base->cols[i];
    for (uint32_t k = 0; suffix && k < g->groups; k++) v[out->n++] = column(g->group[k], suffix, SIA_REAL, s->arena);
    return sia_arena_ok(s->arena) ? out : NULL;
}
