/* Counting items in groups, and the works they come from. Open addressing over (group, item). */
#include <siasat/stat.h>
#include "sort.h"
#include <stdlib.h>

typedef struct { uint32_t group, item; uint64_t count; uint32_t works, last; } slot;    /* count 0: free */

typedef struct { slot *v; size_t mask, n; } table;           /* mask + 1 slots, a power of two; n in use */

struct sia_counts {
    sia_arena *a;
    table cells;
    table groups;                       /* the denominators: item 0, count = words */
};

enum { FIRST_SLOTS = 64 };

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
    while (t->v[i].count && (t->v[i].item != item || t->v[i].group != group)) i = (i + 1) & t->mask;
    return &t->v[i];
}

/* Keeps half of the slots free; the old ones stay in the arena, less in all than the new. */
static bool room(table *t, sia_arena *a)
{
    if (t->v && t->n <= t->mask / 2) return true;
    size_t slots = t->v ? (t->mask + 1) * 2 : FIRST_SLOTS;
    table to = { sia_new(a, slot, slots), slots - 1, t->n };
    if (!to.v) return false;
    for (size_t i = 0; t->v && i <= t->mask; i++)
        if (t->v[i].count) *look(&to, t->v[i].group, t->v[i].item) = t->v[i];
    *t = to;
    return true;
}

static void add(table *t, sia_arena *a, slot s)
{
    if (!s.count || !room(t, a)) return;
    slot *at = look(t, s.group, s.item);
    if (!at->count) {
        *at = s;
        t->n++;
        return;
    }
    at->count = s.count > UINT64_MAX - at->count ? UINT64_MAX : at->count + s.count;   /* never back to free */
    if (at->last == s.last) return;
    at->last = s.last;
    at->works++;
}

sia_counts *sia_counts_new(sia_arena *a)
{
    sia_counts *c = sia_new(a, sia_counts, 1);
    if (c) c->a = a;
    return c;
}

void sia_counts_add(sia_counts *c, uint32_t group, uint32_t item, uint64_t n, uint32_t work)
{
    add(&c->cells, c->a, (slot){ group, item, n, 1, work });
}

void sia_counts_soon(const sia_counts *c, uint32_t group, uint32_t item)
{
    if (c->cells.v) __builtin_prefetch(&c->cells.v[place(group, item) & c->cells.mask], 1);
}

void sia_counts_words(sia_counts *c, uint32_t group, uint64_t n, uint32_t work)
{
    add(&c->groups, c->a, (slot){ group, 0, n, 1, work });
}

uint64_t sia_counts_group_words(const sia_counts *c, uint32_t group)
{
    return c->groups.v ? look(&c->groups, group, 0)->count : 0;
}

uint64_t sia_counts_group_works(const sia_counts *c, uint32_t group)
{
    return c->groups.v ? look(&c->groups, group, 0)->works : 0;
}

size_t sia_counts_cells(const sia_counts *c) { return c->cells.n; }

/* ---- the order of reports ------------------------------------------------------------------- */

/* A tie's member: the name's first bytes as a number settle most comparisons without touching the name. */
typedef struct { uint64_t head; sia_str name; size_t at; uint32_t item; } named;

static uint64_t head_of(sia_str s)
{
    uint64_t x = 0;
    for (size_t i = 0; i < 8; i++) x = x << 8 | (i < s.n ? (unsigned char)s.p[i] : 0);
    return x;
}

static int by_name(const void *x, const void *y)
{
    const named *a = x, *b = y;
    if (a->head != b->head) return a->head < b->head ? -1 : 1;
    int k = sia_str_cmp(a->name, b->name);
    return k ? k : (a->item > b->item) - (a->item < b->item);
}

/* Items with few counts are many, and all of them tie: their names are looked up once each, not at every comparison. */
static void settle_ties(sia_keyed *k, size_t n, const slot *v, named *tie, sia_namer *name, const void *ctx)
{
    for (size_t i = 0, end; i < n; i = end) {
        const slot *first = &v[k[i].at];
        end = i + 1;
        while (end < n && v[k[end].at].count == first->count && v[k[end].at].group == first->group) end++;
        if (end - i == 1) continue;
        for (size_t j = i; j < end; j++) {
            uint32_t item = v[k[j].at].item;
            sia_str s = name(ctx, item);
            tie[j - i] = (named){ head_of(s), s, k[j].at, item };
        }
        qsort(tie, end - i, sizeof *tie, by_name);
        for (size_t j = i; j < end; j++) k[j].at = tie[j - i].at;
    }
}

/* By falling count, then stably by group. */
static sia_keyed *by_rank(const table *t, sia_keyed *k, sia_keyed *spare)
{
    size_t n = 0;
    for (size_t i = 0; t->v && i <= t->mask; i++)
        if (t->v[i].count) k[n++] = (sia_keyed){ ~t->v[i].count, i };
    sia_keyed *r = sia_radix_sort(k, spare, n);
    for (size_t i = 0; i < n; i++) r[i].key = t->v[r[i].at].group;
    return sia_radix_sort(r, r == k ? spare : k, n);
}

sia_tally *sia_counts_sorted(const sia_counts *c, sia_namer *name, const void *ctx, sia_arena *a)
{
    size_t n = c->cells.n;
    sia_tally *out = sia_alloc_raw(a, sizeof *out, n + 1);
    sia_keyed *k = sia_alloc_raw(a, sizeof *k, n + 1), *spare = sia_alloc_raw(a, sizeof *spare, n + 1);
    named *tie = sia_alloc_raw(a, sizeof *tie, n + 1);
    if (!out || !k || !spare || !tie) return NULL;
    k = by_rank(&c->cells, k, spare);
    settle_ties(k, n, c->cells.v, tie, name, ctx);
    for (size_t i = 0; i < n; i++) {
        const slot *s = &c->cells.v[k[i].at];
        out[i] = (sia_tally){ s->group, s->item, s->count, s->works };
    }
    return out;
}
