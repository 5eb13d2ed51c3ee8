/* Pairs of items within units. Pairs of small item numbers live in a triangle, the others in a hash table:
 *
 *          a=0  1  2  3            the pair (a, b), a < b, is cell b (b - 1) / 2 + a: a new item adds
 *     b=1   0                      a row at the end, so the triangle grows without renumbering
 *     b=2   1   2
 *     b=3   3   4  5
 */
#include <siasat/stat.h>

enum { TRIANGLE_ITEMS = 2048, FIRST_SLOTS = 1024 };          /* 2,048 items: 16 MiB when full */

struct sia_cooc {
    sia_arena *a;
    uint64_t units;
    uint64_t *item;                     /* units with each item */
    size_t items;                       /* room in `item`       */
    uint64_t *dense;
    uint32_t rows;                      /* items the triangle has room for */
    sia_pair *slots;                    /* both 0: free         */
    size_t mask, used;
    size_t pairs;                       /* met, in both         */
};

static size_t triangle(size_t items) { return items ? items * (items - 1) / 2 : 0; }

/* `v` with room for `to` numbers instead of `n`, the new ones 0; NULL: no memory. */
static uint64_t *wider(sia_arena *a, const uint64_t *v, size_t n, size_t to)
{
    uint64_t *w = sia_new(a, uint64_t, to);
    if (w && n) memcpy(w, v, n * sizeof *w);
    return w;
}

/* Room for items up to `last`; sizes double, so that what is outgrown adds up to less than what is held. */
static bool room_for(sia_cooc *c, uint32_t last)
{
    if (last < c->items) return true;
    size_t to = c->items ? c->items : 64;
    while (to <= last) to *= 2;
    uint64_t *item = wider(c->a, c->item, c->items, to);
    if (!item) return false;
    c->item = item;
    c->items = to;
    return true;
}

/* The same for the triangle: where pairs are kept elsewhere it takes no room. */
static bool room_for_row(sia_cooc *c, uint32_t last)
{
    if (last < c->rows) return true;
    const uint32_t to = c->items < TRIANGLE_ITEMS ? (uint32_t)c->items : TRIANGLE_ITEMS;
    uint64_t *dense = wider(c->a, c->dense, triangle(c->rows), triangle(to));
    if (!dense) return false;
    c->dense = dense;
    c->rows = to;
    return true;
}

static sia_pair *look(sia_pair *slots, size_t mask, uint32_t a, uint32_t b)
{
    uint64_t x = ((uint64_t)a << 32 | b) * 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 32) * 0xD6E8FEB86659FD93u;
    size_t i = (size_t)(x ^ x >> 32) & mask;
    while (slots[i].both && (slots[i].a != a || slots[i].b != b)) i = (i + 1) & mask;
    return &slots[i];
}

static bool room_for_slot(sia_cooc *c)
{
    if (c->slots && c->used <= c->mask / 2) return true;
    size_t n = c->slots ? (c->mask + 1) * 2 : FIRST_SLOTS;
    sia_pair *to = sia_new(c->a, sia_pair, n);
    if (!to) return false;
    for (size_t i = 0; c->slots && i <= c->mask; i++)
        if (c->slots[i].both) *look(to, n - 1, c->slots[i].a, c->slots[i].b) = c->slots[i];
    c->slots = to;
    c->mask = n - 1;
    return true;
}

/* A pair beyond the triangle. */
static void add_far(sia_cooc *c, uint32_t a, uint32_t b, uint64_t n)
{
    if (!room_for_slot(c)) return;
    sia_pair *p = look(c->slots, c->mask, a, b);
    if (!p->both) {
        *p = (sia_pair){ a, b, 0 };
        c->used++;
        c->pairs++;
    }
    p->both += n;
}

static void add_pair(sia_cooc *c, uint32_t a, uint32_t b, uint64_t n)
{
    if (b >= TRIANGLE_ITEMS) {
        add_far(c, a, b, n);
        return;
    }
    if (!room_for_row(c, b)) return;
    uint64_t *at = &c->dense[triangle(b) + a];
    c->pairs += *at == 0;
    *at += n;
}

sia_cooc *sia_cooc_new(sia_arena *a)
{
    sia_cooc *c = sia_new(a, sia_cooc, 1);
    if (c) c->a = a;
    return c;
}

void sia_cooc_unit(sia_cooc *c, const uint32_t *items, uint32_t n)
{
    if (n && !room_for(c, items[n - 1])) return;
    c->units++;
    for (uint32_t i = 0; i < n; i++) {
        c->item[items[i]]++;
        for (uint32_t j = 0; j < i; j++) add_pair(c, items[j], items[i], 1);
    }
}

void sia_cooc_add_units(sia_cooc *c, uint64_t n) { c->units += n; }

void sia_cooc_add_item(sia_cooc *c, uint32_t item, uint64_t n)
{
    if (room_for(c, item)) c->item[item] += n;
}

void sia_cooc_add_pair(sia_cooc *c, uint32_t a, uint32_t b, uint64_t n)
{
    if (n && room_for(c, b)) add_pair(c, a, b, n);
}

uint64_t sia_cooc_units(const sia_cooc *c) { return c->units; }
uint64_t sia_cooc_item(const sia_cooc *c, uint32_t item) { return item < c->items ? c->item[item] : 0; }
size_t sia_cooc_pairs(const sia_cooc *c) { return c->pairs; }

static void merge_pair(sia_cooc *into, uint32_t a, uint32_t b, uint64_t n, const uint32_t *to)
{
    if (to) { a = to[a]; b = to[b]; }
    if (a < b) add_pair(into, a, b, n);
    else add_pair(into, b, a, n);
}

void sia_cooc_merge(sia_cooc *into, const sia_cooc *from, const uint32_t *to)
{
    for (uint32_t i = 0; i < from->items; i++) {
        if (!from->item[i]) continue;
        uint32_t at = to ? to[i] : i;
        if (!room_for(into, at)) return;
        into->item[at] += from->item[i];
    }
    into->units += from->units;
    for (uint32_t b = 1; b < from->rows; b++)
        for (uint32_t a = 0; a < b; a++)
            if (from->dense[triangle(b) + a]) merge_pair(into, a, b, from->dense[triangle(b) + a], to);
    for (size_t i = 0; from->slots && i <= from->mask; i++)
        if (from->slots[i].both) merge_pair(into, from->slots[i].a, from->slots[i].b, from->slots[i].both, to);
}

/* All pairs in no order of use. */
static void collect(const sia_cooc *c, sia_pair *out)
{
    size_t n = 0;
    for (uint32_t b = 1; b < c->rows; b++)
        for (uint32_t a = 0; a < b; a++)
            if (c->dense[triangle(b) + a]) out[n++] = (sia_pair){ a, b, c->dense[triangle(b) + a] };
    for (size_t i = 0; c->slots && i <= c->mask; i++)
        if (c->slots[i].both) out[n++] = c->slots[i];
}

sia_pair *sia_cooc_list(const sia_cooc *c, sia_arena *a)
{
    size_t n = c->pairs;
    sia_pair *out = sia_alloc_raw(a, sizeof *out, n + 1), *any = sia_alloc_raw(a, sizeof *any, n + 1);
    sia_keyed *k = sia_alloc_raw(a, sizeof *k, n + 1), *spare = sia_alloc_raw(a, sizeof *spare, n + 1);
    if (!out || !any || !k || !spare) return NULL;
    collect(c, any);
    for (size_t i = 0; i < n; i++) k[i] = (sia_keyed){ (uint64_t)any[i].a << 32 | any[i].b, i };
    k = sia_radix_sort(k, spare, n);
    for (size_t i = 0; i < n; i++) out[i] = any[k[i].with];
    return out;
}
