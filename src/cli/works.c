/* What a census counted, work by work. Each worker's ledger has its documents in input order; they are read side by side,
 * the earliest document first, so that it does not matter who counted it. */
#include "works.h"
#include "counter.h"

typedef struct {
    const census *c;
    sia_ledger_reader *reader;          /* by worker */
    uint32_t **groups;                  /* by worker: its group -> that of the census; NULL: the same */
    unsigned n, now;
    sia_arena *a;
} reading;

static uint32_t *group_numbers(const census *c, const struct counter *k, sia_arena *a)
{
    const uint32_t n = sia_lex_size(k->groups);
    uint32_t *to = sia_new(a, uint32_t, (size_t)n + 1);
    for (sia_id g = 1; to && g <= n; g++) to[g] = sia_lex_find(c->groups, sia_lex_str(k->groups, g));
    return to;
}

static bool start(reading *x, const census *c, run *r)
{
    *x = (reading){ .c = c, .n = run_workers(r), .a = r->s->arena };
    x->reader = sia_new(x->a, sia_ledger_reader, x->n);
    x->groups = sia_new(x->a, uint32_t *, x->n);
    for (unsigned w = 0; x->reader && x->groups && w < x->n; w++) {
        const struct counter *k = &c->counters[w];
        x->reader[w].at = UINT32_MAX;
        if (!k->ledger) continue;
        x->reader[w] = sia_ledger_read(k->ledger);
        if (x->n > 1) x->groups[w] = group_numbers(c, k, x->a);
    }
    return sia_arena_ok(x->a);
}

/* The next record, in the numbers of the census. False: the last has been read, or no memory. */
static bool next(reading *x, sia_record *e)
{
    for (unsigned w = 0; w < x->n; w++)
        if (x->reader[w].at < x->reader[x->now].at) x->now = w;
    if (!sia_ledger_next(&x->reader[x->now], e, x->a)) return false;
    if (x->n == 1) return true;
    e->group = x->groups[x->now][e->group];
    if (!e->is_words && items_are_forms(&x->c->it)) e->item = x->c->counters[x->now].known.v[e->item];
    return true;
}

/* ---- by works --------------------------------------------------------------------------------------- */

typedef struct {
    uint64_t *count;                    /* by place: of this work */
    uint64_t *words;                    /* by group */
    SIA_VEC(work_cell) cells;
    SIA_VEC(uint32_t) groups;
    sia_arena *a;
} gathering;

static void add(gathering *g, const sia_counts *counts, const sia_record *e)
{
    if (e->is_words) {
        if (!g->words[e->group]) sia_push(g->a, &g->groups, e->group);
        g->words[e->group] += e->count;
        return;
    }
    const size_t place = sia_counts_place(counts, e->group, e->item);
    if (!g->count[place]) sia_push(g->a, &g->cells, (work_cell){ e->group, e->item, place, 0 });
    g->count[place] += e->count;
}

static bool tell(gathering *g, uint32_t work, works_each *each, void *ctx)
{
    for (uint32_t i = 0; i < g->cells.n; i++) {
        g->cells.v[i].count = g->count[g->cells.v[i].place];
        g->count[g->cells.v[i].place] = 0;
    }
    const work_counts w = { work, g->cells.v, g->cells.n, g->words, g->groups.v, g->groups.n };
    const bool ok = sia_arena_ok(g->a) && each(ctx, &w);
    for (uint32_t i = 0; i < g->groups.n; i++) g->words[g->groups.v[i]] = 0;
    g->cells.n = g->groups.n = 0;
    return ok;
}

bool works_walk(const census *c, run *r, works_each *each, void *ctx)
{
    sia_arena *a = r->s->arena;
    reading x;
    sia_record e;
    gathering g = { .a = a };
    g.count = sia_new(a, uint64_t, sia_counts_places(c->counts) + 1);
    g.words = sia_new(a, uint64_t, (size_t)sia_lex_size(c->groups) + 1);
    if (!g.count || !g.words || !start(&x, c, r)) return false;
    uint32_t work = UINT32_MAX;
    while (next(&x, &e)) {
        const uint32_t of = r->s->in.files.v[e.doc].work_id;
        if (work != UINT32_MAX && of != work && !tell(&g, work, each, ctx)) return false;
        work = of;
        add(&g, c->counts, &e);
    }
    return sia_arena_ok(a) && (work == UINT32_MAX || tell(&g, work, each, ctx));
}

/* ---- by places ---------------------------------------------------------------------------------------- */

/* The words of a document come behind its items, group by group: what stands before is known when they are read. */
bool works_places(const census *c, run *r, places_each *each, void *ctx)
{
    sia_arena *a = r->s->arena;
    reading x;
    sia_record e;
    uint64_t *before = sia_new(a, uint64_t, (size_t)sia_lex_size(c->groups) + 1);
    if (!before || !start(&x, c, r)) return false;
    while (next(&x, &e)) {
        if (e.is_words) { before[e.group] += e.count; continue; }
        uint64_t *p = e.places;
        for (uint64_t i = 0; i < e.count; i++) p[i] += before[e.group];
        if (!each(ctx, sia_counts_place(c->counts, e.group, e.item), p, e.count)) return false;
    }
    return sia_arena_ok(a);
}
