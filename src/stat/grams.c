/* Sequences of items as numbers. A sequence is its beginning, a sequence too, and one item more:
 *
 *     kampanye door to door      id 9: before 7, item "door"      n 4
 *     kampanye door to           id 7: before 4, item "to"        n 3
 *     kampanye door              id 4: before 1, item "door"      n 2
 *     kampanye                   id 1: before 0, item "kampanye"  n 1
 *
 * so that each costs one look at a table whatever its length. */
#include <siasat/stat.h>

typedef struct { uint32_t before, item, id, spare; } slot;   /* id 0: free */

struct sia_grams {
    sia_arena *a;
    slot   *slots;                      /* open addressing, three quarters full at most */
    size_t  mask;
    SIA_VEC(sia_gram) all;              /* by id - 1 */
};

enum { FIRST_SLOTS = 256 };

sia_grams *sia_grams_new(sia_arena *a)
{
    sia_grams *g = sia_new(a, sia_grams, 1);
    slot *slots = sia_new(a, slot, FIRST_SLOTS);
    if (!g || !slots) return NULL;
    *g = (sia_grams){ .a = a, .slots = slots, .mask = FIRST_SLOTS - 1 };
    return g;
}

/* Both numbers are given out in order of arrival, so that no text can choose ones that collide. */
static size_t place(const sia_grams *g, uint32_t before, uint32_t item)
{
    uint64_t x = ((uint64_t)before << 32 | item) * 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 32) * 0xD6E8FEB86659FD93u;
    return (size_t)(x ^ x >> 32) & g->mask;
}

static slot *look(const sia_grams *g, uint32_t before, uint32_t item)
{
    size_t i = place(g, before, item);
    while (g->slots[i].id && (g->slots[i].before != before || g->slots[i].item != item)) i = (i + 1) & g->mask;
    return &g->slots[i];
}

static bool room(sia_grams *g)
{
    if (g->all.n < g->mask - g->mask / 4) return true;
    const sia_grams old = *g;
    slot *slots = sia_new(g->a, slot, (old.mask + 1) * 2);
    if (!slots) return false;
    g->slots = slots;
    g->mask = old.mask * 2 + 1;
    for (size_t i = 0; i <= old.mask; i++)
        if (old.slots[i].id) *look(g, old.slots[i].before, old.slots[i].item) = old.slots[i];
    sia_give_back(g->a, old.slots, sizeof *old.slots, old.mask + 1);
    return true;
}

uint32_t sia_grams_id(sia_grams *g, uint32_t before, uint32_t item)
{
    slot *at = look(g, before, item);
    if (at->id) return at->id;
    const uint32_t had = g->all.n;
    if (!room(g)) return 0;
    sia_push(g->a, &g->all, (sia_gram){ before, item, before ? g->all.v[before - 1].n + 1 : 1 });
    if (g->all.n == had) return 0;
    *look(g, before, item) = (slot){ before, item, g->all.n, 0 };
    return g->all.n;
}

uint32_t sia_grams_size(const sia_grams *g) { return g->all.n; }
sia_gram sia_grams_at(const sia_grams *g, uint32_t id) { return g->all.v[id - 1]; }

/* ---- the sequences of a run of items ------------------------------------------------------------------------ */

/* A sequence that may go on: it ends at `at`, and `left` items may still be skipped. */
typedef struct { uint32_t id, at, left; } open;
typedef SIA_VEC(open) opens;

/* Each of `from` with one item more: first all that may be looked for, so that their memory is fetched meanwhile. */
static void lengthen(sia_grams *g, const uint32_t *items, uint32_t n, const opens *from, opens *to, sia_arena *a)
{
    to->n = 0;
    for (uint32_t i = 0; i < from->n; i++) {
        const open *o = &from->v[i];
        for (uint32_t k = 0; k <= o->left && o->at + 1 + k < n; k++) {
            __builtin_prefetch(&g->slots[place(g, o->id, items[o->at + 1 + k])]);
            sia_push(a, to, (open){ o->id, o->at + 1 + k, o->left - k });
        }
    }
    for (uint32_t i = 0; i < to->n; i++) to->v[i].id = sia_grams_id(g, to->v[i].id, items[to->v[i].at]);
}

bool sia_grams_run(sia_grams *g, const uint32_t *items, uint32_t n, sia_gram_shape shape, sia_gram_ids *out, sia_arena *a)
{
    opens now = { 0 }, next = { 0 };
    for (uint32_t i = 0; i + shape.least <= n; i++) sia_push(a, &now, (open){ sia_grams_id(g, 0, items[i]), i, shape.skip });
    for (uint32_t length = 2; length <= shape.most && now.n; length++) {
        lengthen(g, items, n, &now, &next, a);
        for (uint32_t i = 0; length >= shape.least && i < next.n; i++) sia_push(a, out, next.v[i].id);
        const opens swap = now;
        now = next;
        next = swap;
    }
    return sia_arena_ok(a) && sia_arena_ok(g->a);
}

bool sia_grams_window(sia_grams *g, const uint32_t *items, uint32_t n, uint32_t width, sia_before *before, const void *ctx,
                      sia_gram_ids *out, sia_arena *a)
{
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i + 1; k < n && k - i <= width; k++) {
            const bool turn = items[i] != items[k] && before(ctx, items[k], items[i]);
            const uint32_t x = items[turn ? k : i], y = items[turn ? i : k];
            sia_push(a, out, sia_grams_id(g, sia_grams_id(g, 0, x), y));
        }
    return sia_arena_ok(a) && sia_arena_ok(g->a);
}
