/* Interning: strings to small numbers and back. Strings never move.
 *
 *     slots      | head[0] head[1] | hash len id whole |   open addressing, three quarters full: the only part ever moved
 *     entries    | head[0] head[1] | len whole |           in order of arrival, in chunks that stay where they are
 *
 * A head is the first 16 bytes, zero-padded. A word that short is found by comparing two numbers that lie in its slot,
 * which shares its cache line with one other: looking a word up fetches one line, and that is what it costs in a large
 * vocabulary. Entries are for the way back; of a string longer than a head, `whole` numbers the full one. */
#define _DEFAULT_SOURCE
#include "lex.h"
#include <sys/random.h>

enum { FIRST_SLOTS = 64 };

static sia_key key_of(const sia_lex *l, sia_str s)
{
    sia_key k;
    sia_load(k.head, s.p, s.n < SIA_HEAD ? s.n : SIA_HEAD, s.n);
    uint64_t h = sia_hash_head(l, k.head, s.n), w[2];
    for (size_t i = SIA_HEAD; i < s.n; i += SIA_HEAD) {
        sia_load(w, s.p + i, s.n - i < SIA_HEAD ? s.n - i : SIA_HEAD, s.n - i);
        h = sia_hash_more(l, h, w);
    }
    k.hash = (uint32_t)h;
    return k;
}

/* ---- the table ------------------------------------------------------------------------ */

/* Free slots that lie each within one cache line. Of a free slot nothing is looked at but its id. */
static sia_slot *new_slots(sia_arena *a, size_t n)
{
    char *p = sia_alloc_raw(a, sizeof(sia_slot), n + 1);
    sia_slot *slots = (sia_slot *)(void *)(p ? p + (-(uintptr_t)p & (sizeof(sia_slot) - 1)) : NULL);
    for (size_t i = 0; slots && i < n; i++) slots[i].id = 0;
    return slots;
}

sia_lex *sia_lex_new(sia_arena *a)
{
    sia_lex *l = sia_new(a, sia_lex, 1);
    sia_slot *slots = new_slots(a, FIRST_SLOTS);
    if (!l || !slots) return NULL;
    *l = (sia_lex){ .a = a, .slots = slots, .mask = FIRST_SLOTS - 1 };
    if (getrandom(l->seed, sizeof l->seed, GRND_NONBLOCK) < 0) l->seed[0] = l->seed[1] = (uint64_t)(uintptr_t)l | 1;
    return l;
}

/* The slot that holds s, or the free one where it belongs. */
static sia_slot *probe(const sia_lex *l, const sia_key *k, sia_str s)
{
    uint32_t i = k->hash & l->mask;
    for (; l->slots[i].id; i = (i + 1) & l->mask) {
        const sia_slot *at = l->slots + i;
        if (at->hash != k->hash || !sia_same_head(at, k, (uint32_t)s.n)) continue;
        if (s.n <= SIA_HEAD || !memcmp(l->wholes.v[at->whole], s.p, s.n)) break;
    }
    return l->slots + i;
}

static bool rehash(sia_lex *l)
{
    if (l->mask >= UINT32_MAX / 2) return false;
    const uint32_t mask = l->mask * 2 + 1;
    sia_slot *to = new_slots(l->a, (size_t)mask + 1);
    if (!to) return false;
    for (uint32_t k = 0; k <= l->mask; k++) {
        if (!l->slots[k].id) continue;
        uint32_t i = l->slots[k].hash & mask;
        while (to[i].id) i = (i + 1) & mask;
        to[i] = l->slots[k];
    }
    sia_give_back(l->a, l->slots, sizeof(sia_slot), (size_t)l->mask + 2);     /* one more than there are, to align */
    l->slots = to;
    l->mask = mask;
    return true;
}

/* Room for one more entry; NULL: no memory. */
static sia_entry *next_entry(sia_lex *l)
{
    if (l->n >> SIA_CHUNK_BITS == l->chunks.n) {
        sia_entry *chunk = sia_alloc_raw(l->a, sizeof *chunk, (size_t)1 << SIA_CHUNK_BITS);
        sia_push(l->a, &l->chunks, chunk);
        if (!sia_arena_ok(l->a)) {
            l->chunks.n = l->n >> SIA_CHUNK_BITS;
            return NULL;
        }
    }
    return sia_entry_of(l, l->n + 1);
}

sia_id sia_lex_add(sia_lex *l, const sia_key *k, sia_str s, sia_slot *free)
{
    if (l->n >= l->mask - l->mask / 4) {
        if (!rehash(l)) return 0;
        uint32_t i = k->hash & l->mask;
        while (l->slots[i].id) i = (i + 1) & l->mask;
        free = l->slots + i;
    }
    sia_entry *e = next_entry(l);
    if (!e) return 0;
    *e = (sia_entry){ { k->head[0], k->head[1] }, (uint32_t)s.n, l->wholes.n };
    if (s.n > SIA_HEAD) {
        sia_push(l->a, &l->wholes, sia_dup(l->a, s).p);
        if (!sia_arena_ok(l->a)) {
            l->wholes.n = e->whole;
            return 0;
        }
    }
    *free = (sia_slot){ { k->head[0], k->head[1] }, k->hash, (uint32_t)s.n, ++l->n, e->whole };
    return l->n;
}

sia_id sia_lex_id(sia_lex *l, sia_str s)
{
    const sia_key k = key_of(l, s);
    sia_slot *at = probe(l, &k, s);
    return at->id ? at->id : sia_lex_add(l, &k, s, at);
}

sia_id sia_lex_find(const sia_lex *l, sia_str s)
{
    const sia_key k = key_of(l, s);
    return probe(l, &k, s)->id;
}

sia_str sia_lex_str(const sia_lex *l, sia_id id)
{
    if (!id) return SIA_STR("");
    const sia_entry *e = sia_entry_of(l, id);
    return (sia_str){ e->len > SIA_HEAD ? l->wholes.v[e->whole] : (const char *)e->head, e->len };
}

void sia_lex_soon(const sia_lex *l, sia_id id)
{
    if (id) __builtin_prefetch(sia_entry_of(l, id));
}

void sia_lex_seal(sia_lex *l)
{
    sia_give_back(l->a, l->slots, sizeof(sia_slot), (size_t)l->mask + 2);
    l->slots = NULL;
}

uint32_t sia_lex_size(const sia_lex *l) { return l->n; }
