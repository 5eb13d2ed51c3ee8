/* Sums of partials: their rows, which rise, read side by side; those with the same fields are one. */
#include "partfile.h"

/* ---- opening ------------------------------------------------------------------------------------------ */

/* The part that has shard i already. */
static const part *holder(const parts *x, uint32_t before, uint32_t i)
{
    for (uint32_t k = 0; k < before; k++)
        if (x->v[k].head.shards.has[i]) return &x->v[k];
    return &x->v[0];
}

static sia_status join(parts *x, uint32_t k, sia_err *err)
{
    const part *p = &x->v[k], *first = &x->v[0];
    const shards *s = &p->head.shards;
    const char *other = part_head_differ(&first->head, &p->head);
    if (other) return sia_fail(err, SIA_MSG_PART_OTHER, 0, p->path, "%s (%s)", first->path.p, other);
    for (uint32_t i = 0; i < s->of; i++) {
        if (!s->has[i]) continue;
        if (x->shards.has[i]) return sia_fail(err, SIA_MSG_PART_TWICE, 0, p->path, "%u (%s)", i + 1, holder(x, k, i)->path.p);
        x->shards.has[i] = 1;
    }
    return SIA_OK;
}

sia_status parts_open(parts *x, char *const *path, uint32_t n, sia_arena *a, sia_err *err)
{
    *x = (parts){ .v = sia_new(a, part, n), .a = a };
    if (!x->v) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    for (uint32_t i = 0; i < n; i++) {
        x->n = i + 1;
        SIA_TRY(part_open(&x->v[i], path[i], a, err));
        if (!i) x->shards = (shards){ x->v[0].head.shards.of, sia_new(a, uint8_t, x->v[0].head.shards.of) };
        if (!x->shards.has) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
        SIA_TRY(join(x, i, err));
    }
    return SIA_OK;
}

void parts_close(parts *x)
{
    for (uint32_t i = 0; i < x->n; i++) part_close(&x->v[i]);
    x->n = 0;
}

/* ---- side by side: a heap of cursors, the row that comes first on top ------------------------------------ */

typedef struct { part_row row; const part *p; size_t at, end; } cursor;
typedef struct { cursor **v; uint32_t n; } heap;

static bool advance(cursor *c)
{
    if (c->at >= c->end) return false;
    const char *from = c->p->bytes.p + c->at, *to = memchr(from, '\n', c->end - c->at);
    const size_t n = to ? (size_t)(to - from) : c->end - c->at;
    c->at += n + 1;
    return part_row_take(&c->row, (sia_str){ from, n });
}

static void sink_down(heap *h, uint32_t i)
{
    cursor *moved = h->v[i];
    for (uint32_t k; (k = 2 * i + 1) < h->n; i = k) {
        if (k + 1 < h->n && part_row_cmp(&h->v[k + 1]->row, &h->v[k]->row) < 0) k++;
        if (part_row_cmp(&moved->row, &h->v[k]->row) <= 0) break;
        h->v[i] = h->v[k];
    }
    h->v[i] = moved;
}

static void next_of_top(heap *h)
{
    if (!advance(h->v[0])) h->v[0] = h->v[--h->n];
    if (h->n) sink_down(h, 0);
}

/* The rows of a table in one part; of all tables without a name. */
static void place(cursor *c, const part *p, const char *table)
{
    *c = (cursor){ .p = p };
    for (uint32_t i = 0; i < p->tables.n; i++) {
        const part_table *t = &p->tables.v[i];
        if (table && !sia_str_eq(t->name, sia_str_of(table))) continue;
        if (!c->end) c->at = t->from;
        c->end = t->to;
    }
}

sia_status parts_each(const parts *x, const char *table, part_each *each, void *ctx, sia_err *err)
{
    cursor *all = sia_alloc(x->a, sizeof *all, x->n);
    heap h = { sia_new(x->a, cursor *, x->n), 0 };
    if (!all || !h.v) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    for (uint32_t i = 0; i < x->n; i++) {
        place(&all[i], &x->v[i], table);
        if (advance(&all[i])) h.v[h.n++] = &all[i];
    }
    for (uint32_t i = h.n / 2; i--; ) sink_down(&h, i);
    while (h.n) {
        part_row sum = h.v[0]->row;
        for (next_of_top(&h); h.n && !part_row_cmp(&h.v[0]->row, &sum); next_of_top(&h))
            if (!part_row_add(&sum, &h.v[0]->row)) return sia_fail(err, SIA_MSG_PART_SUM, 0, h.v[0]->p->path, "'%.*s'", (int)sum.field[0].n, sum.field[0].p);
        SIA_TRY(each(ctx, &sum, err));
    }
    return SIA_OK;
}
