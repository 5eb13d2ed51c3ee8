/* cooc --leave-one-out: what each pair's measure would be without the work that moves it most. */
#include "pairworks.h"
#include <math.h>
#include <stdlib.h>

bool pairworks_open(pairworks *p, session *s)
{
    p->by_worker = sia_new(s->arena, sia_ledger *, run_threads(s));
    return p->by_worker;
}

bool pairworks_keep(pairworks *p, run *r, unsigned worker, size_t i, const sia_cooc *own, const uint32_t *items, uint32_t n, sia_arena *scratch)
{
    sia_ledger **l = &p->by_worker[worker];
    const sia_pair *pair = sia_cooc_list(own, scratch);
    if (!*l) *l = sia_ledger_new(run_arena(r, worker));
    if (!*l || !pair) return false;
    for (size_t k = 0; k < sia_cooc_pairs(own); k++) sia_ledger_put(*l, (uint32_t)i, pair[k].a, pair[k].b, pair[k].both, NULL);
    for (uint32_t k = 0; k < n; k++) sia_ledger_put(*l, (uint32_t)i, items[k], items[k], sia_cooc_item(own, items[k]), NULL);
    sia_ledger_words(*l, (uint32_t)i, 0, sia_cooc_units(own));
    return true;
}

/* ---- after the run ---------------------------------------------------------------------------------- */

typedef struct { uint64_t key; size_t row; } keyed;

typedef struct {
    keyed    *index;                    /* rows by pair */
    size_t    n;
    uint64_t *both;                     /* by row: of this work */
    uint64_t *item;                     /* by item: the same */
    uint64_t  units;
    SIA_VEC(size_t) rows;               /* met in this work */
    SIA_VEC(uint32_t) items;
    double   *moved, *evidence;         /* by row: by how much the measure, and G2, has moved at the most */
} leaving;

static uint64_t key_of(uint32_t a, uint32_t b) { return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a; }

static int by_pair(const void *x, const void *y)
{
    const keyed *a = x, *b = y;
    return (a->key > b->key) - (a->key < b->key);
}

static const keyed *find(const leaving *l, uint64_t key)
{
    const keyed wanted = { key, 0 };
    return l->n ? bsearch(&wanted, l->index, l->n, sizeof wanted, by_pair) : NULL;
}

static void add(leaving *l, const sia_record *e, uint32_t a, uint32_t b, sia_arena *arena)
{
    if (e->is_words) { l->units += e->count; return; }
    if (a == b) {
        if (!l->item[a]) sia_push(arena, &l->items, a);
        l->item[a] += e->count;
        return;
    }
    const keyed *k = find(l, key_of(a, b));
    if (!k) return;                                          /* below --min-count */
    if (!l->both[k->row]) sia_push(arena, &l->rows, k->row);
    l->both[k->row] += e->count;
}

static double apart(double a, double b)
{
    if (a == b || (isnan(a) && isnan(b))) return 0;
    const double by = fabs(a - b);
    return isnan(by) ? (double)INFINITY : by;
}

/* Of works that move the measure alike, the one that moves G2 most; then the first. */
static void leave_out(leaving *l, pairworks_row *r, size_t row, uint32_t work, const sia_measure *m, double alpha)
{
    const sia_cell c = r->cell;
    const sia_cell rest = { c.both - l->both[row], c.a - l->item[r->a], c.b - l->item[r->b], c.n - l->units };
    if (!rest.n) return;
    const double v = sia_measure_of(m, rest, alpha), by = apart(v, sia_measure_of(m, c, alpha)), e = apart(sia_g2(rest), sia_g2(c));
    if (r->work != UINT32_MAX && (by < l->moved[row] || (by == l->moved[row] && e <= l->evidence[row]))) return;
    l->moved[row] = by;
    l->evidence[row] = e;
    r->without = v;
    r->work = work;
}

static void end_work(leaving *l, pairworks_row *rows, uint32_t work, const sia_measure *m, double alpha)
{
    for (uint32_t i = 0; i < l->rows.n; i++) leave_out(l, &rows[l->rows.v[i]], l->rows.v[i], work, m, alpha);
    for (uint32_t i = 0; i < l->rows.n; i++) l->both[l->rows.v[i]] = 0;
    for (uint32_t i = 0; i < l->items.n; i++) l->item[l->items.v[i]] = 0;
    l->rows.n = l->items.n = 0;
    l->units = 0;
}

/* The earliest document that any worker has still to tell. */
static unsigned earliest(const sia_ledger_reader *reader, unsigned n)
{
    unsigned now = 0;
    for (unsigned w = 1; w < n; w++) if (reader[w].at < reader[now].at) now = w;
    return now;
}

static bool walk(const pairworks *p, run *r, uint32_t *const *to, leaving *l, pairworks_row *rows, const sia_measure *m, double alpha)
{
    const unsigned n = run_workers(r);
    sia_ledger_reader *reader = sia_new(r->s->arena, sia_ledger_reader, n);
    sia_record e;
    uint32_t work = UINT32_MAX;
    for (unsigned w = 0; reader && w < n; w++) {
        if (p->by_worker[w]) reader[w] = sia_ledger_read(p->by_worker[w]);
        else reader[w].at = UINT32_MAX;
    }
    if (!reader) return false;
    for (unsigned w; (w = earliest(reader, n)), sia_ledger_next(&reader[w], &e, NULL); ) {
        const uint32_t of = r->s->in.files.v[e.doc].work_id;
        if (work != UINT32_MAX && of != work) end_work(l, rows, work, m, alpha);
        work = of;
        add(l, &e, to[w] && !e.is_words ? to[w][e.group] : e.group, to[w] && !e.is_words ? to[w][e.item] : e.item, r->s->arena);
    }
    if (work != UINT32_MAX) end_work(l, rows, work, m, alpha);
    return sia_arena_ok(r->s->arena);
}

bool pairworks_work_out(const pairworks *p, run *r, uint32_t *const *to, uint32_t items, pairworks_row *rows, size_t n, const chosen *m, double alpha)
{
    sia_arena *a = r->s->arena;
    leaving l = { .index = sia_new(a, keyed, n + 1), .n = n, .both = sia_new(a, uint64_t, n + 1), .item = sia_new(a, uint64_t, (size_t)items + 1) };
    l.moved = sia_new(a, double, n + 1);
    l.evidence = sia_new(a, double, n + 1);
    if (!sia_arena_ok(a)) return false;
    for (size_t i = 0; i < n; i++) {
        l.index[i] = (keyed){ key_of(rows[i].a, rows[i].b), i };
        rows[i].work = UINT32_MAX;
        rows[i].without = (double)NAN;
    }
    if (n) qsort(l.index, n, sizeof *l.index, by_pair);
    const sia_measure *shown = m->n && m->m[0] ? m->m[0] : sia_measure_find(SIA_PAIR, SIA_STR("g2"));
    return walk(p, r, to, &l, rows, shown, alpha);
}
