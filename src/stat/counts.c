/* Counting items in groups, and the works they come from. The first group, most often the only one, is an array by item
 * number; the cells of the others lie in an open-addressing table over (group, item). */
#include "counts.h"

typedef struct { uint64_t count; uint32_t works, last; } tally;                          /* count 0: free; last: work */
typedef struct { uint32_t group, item; tally t; } slot;

typedef struct { slot *v; size_t mask, n; } table;           /* mask + 1 slots, a power of two; n in use */
typedef struct { tally *v; uint32_t group, cap; size_t n; } column;   /* v[item] for items below cap; n in use */

struct sia_counts {
    sia_arena *a;
    column first;                       /* cells of the first group */
    table cells;                        /* of the others, and of items too large for an array */
    table groups;                       /* the denominators: item 0, count = words */
    bool tells;
    SIA_VEC(sia_first) firsts;          /* since they were last asked for */
};

enum { FIRST_SLOTS = 64, LARGEST_COLUMN = 1 << 22 };

/* ---- the table ------------------------------------------------------------------------------- */

/* Ids are given out in order of arrival: a text cannot choose ids that collide (no seed is needed here), and frequent
 * items come early. So eight neighbours lie side by side, and those that are met all the time share few cache lines. */
static size_t place(uint32_t group, uint32_t item)
{
    uint64_t x = ((uint64_t)group << 32 | item >> 3) * 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 32) * 0xD6E8FEB86659FD93u;
    return (size_t)((x ^ x >> 32) << 3 | (item & 7));
}

static slot *look(const table *t, uint32_t group, uint32_t item)
{
    size_t i = place(group, item) & t->mask;
    while (t->v[i].t.count && (t->v[i].item != item || t->v[i].group != group)) i = (i + 1) & t->mask;
    return &t->v[i];
}

/* Keeps half of the slots free. */
static bool room(table *t, sia_arena *a)
{
    if (t->v && t->n <= t->mask / 2) return true;
    size_t slots = t->v ? (t->mask + 1) * 2 : FIRST_SLOTS;
    table to = { sia_new(a, slot, slots), slots - 1, t->n };
    if (!to.v) return false;
    for (size_t i = 0; t->v && i <= t->mask; i++)
        if (t->v[i].t.count) *look(&to, t->v[i].group, t->v[i].item) = t->v[i];
    if (t->v) sia_give_back(a, t->v, sizeof *t->v, t->mask + 1);
    *t = to;
    return true;
}

typedef enum { SEEN, NEW_WORK, NEW_CELL } news;

static inline news bump(tally *t, uint64_t n, uint32_t work)
{
    if (!t->count) {
        *t = (tally){ n, 1, work };
        return NEW_CELL;
    }
    t->count = n > UINT64_MAX - t->count ? UINT64_MAX : t->count + n;        /* never back to free */
    if (t->last == work) return SEEN;
    t->last = work;
    t->works++;
    return NEW_WORK;
}

static news add(table *t, sia_arena *a, uint32_t group, uint32_t item, uint64_t n, uint32_t work)
{
    if (!n || !room(t, a)) return SEEN;
    slot *at = look(t, group, item);
    at->group = group;
    at->item = item;
    const news is = bump(&at->t, n, work);
    t->n += is == NEW_CELL;
    return is;
}

/* ---- the first group's column ------------------------------------------------------------------- */

static inline bool in_column(const column *c, uint32_t group, uint32_t item) { return group == c->group && item < c->cap; }

/* Should the cell lie in the column, whether or not that is long enough yet? */
static bool for_column(const column *c, uint32_t group, uint32_t item)
{
    return item < LARGEST_COLUMN && (!c->v || group == c->group);
}

static bool column_room(column *c, sia_arena *a, uint32_t group, uint32_t item)
{
    uint32_t cap = c->cap ? c->cap : FIRST_SLOTS;
    while (cap <= item) cap *= 2;
    tally *v = sia_new(a, tally, cap);
    if (!v) return false;
    if (c->v) memcpy(v, c->v, c->cap * sizeof *v);
    sia_give_back(a, c->v, sizeof *v, c->cap);
    *c = (column){ v, group, cap, c->n };
    return true;
}

/* ---- adding ----------------------------------------------------------------------------------------- */

sia_counts *sia_counts_new(sia_arena *a)
{
    sia_counts *c = sia_new(a, sia_counts, 1);
    if (c) c->a = a;
    return c;
}

/* What sia_counts_add leaves: a column that is too short, another group, a work that is new to the cell. */
__attribute__((noinline)) static void add_far(sia_counts *c, uint32_t group, uint32_t item, uint64_t n, uint32_t work)
{
    column *f = &c->first;
    news is = SEEN;
    if (!n) return;
    if (!for_column(f, group, item)) is = add(&c->cells, c->a, group, item, n, work);
    else if (in_column(f, group, item) || column_room(f, c->a, group, item)) {
        is = bump(&f->v[item], n, work);
        f->n += is == NEW_CELL;
    }
    if (is != SEEN && c->tells) sia_push(c->a, &c->firsts, (sia_first){ group, item });
}

static inline void add_one(sia_counts *c, uint32_t group, uint32_t item, uint64_t n, uint32_t work)
{
    const column *f = &c->first;
    tally *t = in_column(f, group, item) ? f->v + item : NULL;
    if (!t || t->last != work || !t->count || n > UINT64_MAX - t->count) add_far(c, group, item, n, work);
    else t->count += n;
}

void sia_counts_add(sia_counts *c, uint32_t group, uint32_t item, uint64_t n, uint32_t work)
{
    add_one(c, group, item, n, work);
}

/* Where the cell is, or where the search for it begins; NULL: nowhere yet. The prefetch is the caller's: a function that
 * does nothing else is taken for one that does nothing at all (gcc 12), and left out. */
static inline const void *address_of(const sia_counts *c, uint32_t group, uint32_t item)
{
    if (in_column(&c->first, group, item)) return &c->first.v[item];
    return c->cells.v ? &c->cells.v[place(group, item) & c->cells.mask] : NULL;
}

void sia_counts_each(sia_counts *c, uint32_t group, const uint32_t *items, uint32_t n, uint32_t work)
{
    enum { BATCH = 64 };
    for (uint32_t m; n; n -= m, items += m) {
        m = n < BATCH ? n : BATCH;
        for (uint32_t i = 0; i < m; i++) __builtin_prefetch(address_of(c, group, items[i]), 1);
        for (uint32_t i = 0; i < m; i++) add_one(c, group, items[i], 1, work);
    }
}

void sia_counts_soon(const sia_counts *c, uint32_t group, uint32_t item)
{
    __builtin_prefetch(address_of(c, group, item), 1);
}

void sia_counts_words(sia_counts *c, uint32_t group, uint64_t n, uint32_t work)
{
    add(&c->groups, c->a, group, 0, n, work);
}

uint64_t sia_counts_group_words(const sia_counts *c, uint32_t group)
{
    return c->groups.v ? look(&c->groups, group, 0)->t.count : 0;
}

uint64_t sia_counts_group_works(const sia_counts *c, uint32_t group)
{
    return c->groups.v ? look(&c->groups, group, 0)->t.works : 0;
}

size_t sia_counts_cells(const sia_counts *c) { return c->first.n + c->cells.n; }

/* ---- sums that were counted elsewhere ----------------------------------------------------------------- */

/* Those of another run have met none of ours: their works are new. */
static void bump_sum(tally *t, uint64_t n, uint32_t works)
{
    const tally was = *t;
    *t = (tally){ n > UINT64_MAX - was.count ? UINT64_MAX : was.count + n, was.works + works, UINT32_MAX };
}

static void slot_sum(table *t, sia_arena *a, uint32_t group, uint32_t item, uint64_t n, uint32_t works)
{
    if (!room(t, a)) return;
    slot *at = look(t, group, item);
    at->group = group;
    at->item = item;
    t->n += !at->t.count;
    bump_sum(&at->t, n, works);
}

void sia_counts_add_sum(sia_counts *c, uint32_t group, uint32_t item, uint64_t n, uint32_t works)
{
    column *f = &c->first;
    if (!n) return;
    if (for_column(f, group, item)) {
        if (!in_column(f, group, item) && !column_room(f, c->a, group, item)) return;
        f->n += !f->v[item].count;
        bump_sum(&f->v[item], n, works);
        return;
    }
    slot_sum(&c->cells, c->a, group, item, n, works);
}

void sia_counts_words_sum(sia_counts *c, uint32_t group, uint64_t n, uint32_t works)
{
    if (n) slot_sum(&c->groups, c->a, group, 0, n, works);
}

/* ---- counts that several hands have kept ------------------------------------------------------------- */

void sia_counts_tell(sia_counts *c) { c->tells = true; }

const sia_first *sia_counts_firsts(sia_counts *c, uint32_t *n)
{
    *n = c->firsts.n;
    c->firsts.n = 0;
    return c->firsts.v;
}

static void add_rest(sia_counts *into, uint32_t group, uint32_t item, const tally *from)
{
    const uint64_t rest = from->count - from->works;
    tally *t = in_column(&into->first, group, item) ? &into->first.v[item]
             : into->cells.v ? &look(&into->cells, group, item)->t : NULL;
    if (t && t->count) t->count = rest > UINT64_MAX - t->count ? UINT64_MAX : t->count + rest;
}

void sia_counts_merge(sia_counts *into, const sia_counts *from, const uint32_t *groups, const uint32_t *items)
{
    const column *f = &from->first;
    for (uint32_t i = 0; i < f->cap; i++)
        if (f->v[i].count) add_rest(into, groups[f->group], items ? items[i] : i, &f->v[i]);
    for (size_t i = 0; from->cells.v && i <= from->cells.mask; i++) {
        const slot *s = &from->cells.v[i];
        if (s->t.count) add_rest(into, groups[s->group], items ? items[s->item] : s->item, &s->t);
    }
}

/* ---- places: the column's, then the table's ---------------------------------------------------------------- */

size_t sia_counts_places(const sia_counts *c) { return c->first.cap + (c->cells.v ? c->cells.mask + 1 : 0); }

size_t sia_counts_place(const sia_counts *c, uint32_t group, uint32_t item)
{
    if (in_column(&c->first, group, item)) return item;
    return c->first.cap + (size_t)(look(&c->cells, group, item) - c->cells.v);
}

uint64_t sia_counts_at(const sia_counts *c, size_t at)
{
    return at < c->first.cap ? c->first.v[at].count : c->cells.v[at - c->first.cap].t.count;
}

/* ---- reading --------------------------------------------------------------------------------------------- */

void sia_counts_list(const sia_counts *c, sia_tally *out)
{
    for (uint32_t i = 0; i < c->first.cap; i++) {
        const tally *t = &c->first.v[i];
        if (t->count) *out++ = (sia_tally){ c->first.group, i, t->count, t->works };
    }
    for (size_t i = 0; c->cells.v && i <= c->cells.mask; i++) {
        const slot *s = &c->cells.v[i];
        if (s->t.count) *out++ = (sia_tally){ s->group, s->item, s->t.count, s->t.works };
    }
}
