/* Interning: open addressing over ids; strings live in the arena and never move. */
#define _DEFAULT_SOURCE
#include <siasat/base.h>
#include <sys/random.h>

typedef struct { uint32_t hash, id; } slot;                  /* id 0: free */

struct sia_lex {
    sia_arena *a;
    SIA_VEC(sia_str) strs;              /* strs.v[id - 1] */
    slot *slots;
    uint32_t mask;
    uint64_t seed;                      /* unknown to whoever writes the texts: no flooding */
};

static uint64_t mix(uint64_t x, uint64_t k)
{
    __extension__ unsigned __int128 m = (unsigned __int128)(x ^ k) * 0x9E3779B97F4A7C15u;
    return (uint64_t)m ^ (uint64_t)(m >> 64);
}

static uint32_t hash(const sia_lex *l, sia_str s)
{
    uint64_t h = l->seed ^ s.n, w = 0;
    size_t i = 0;
    for (; i + 8 <= s.n; i += 8) { memcpy(&w, s.p + i, 8); h = mix(w, h); }
    if (i < s.n) { w = 0; memcpy(&w, s.p + i, s.n - i); h = mix(w, h); }
    return (uint32_t)(mix(h, l->seed) >> 32);
}

sia_lex *sia_lex_new(sia_arena *a)
{
    sia_lex *l = sia_new(a, sia_lex, 1);
    slot *slots = sia_new(a, slot, 1024);
    if (!l || !slots) return NULL;
    *l = (sia_lex){ .a = a, .slots = slots, .mask = 1023 };
    if (getrandom(&l->seed, sizeof l->seed, GRND_NONBLOCK) < 0) l->seed = (uint64_t)(uintptr_t)l;
    return l;
}

static uint32_t probe(const sia_lex *l, sia_str s, uint32_t h)
{
    uint32_t i = h & l->mask;
    while (l->slots[i].id && (l->slots[i].hash != h || !sia_str_eq(l->strs.v[l->slots[i].id - 1], s))) i = (i + 1) & l->mask;
    return i;
}

static bool rehash(sia_lex *l)
{
    if (l->mask >= UINT32_MAX / 2) return false;
    uint32_t mask = l->mask * 2 + 1;
    slot *to = sia_new(l->a, slot, (size_t)mask + 1);
    if (!to) return false;
    for (uint32_t k = 0; k <= l->mask; k++) {
        if (!l->slots[k].id) continue;
        uint32_t i = l->slots[k].hash & mask;
        while (to[i].id) i = (i + 1) & mask;
        to[i] = l->slots[k];
    }
    l->slots = to;
    l->mask = mask;
    return true;
}

sia_id sia_lex_id(sia_lex *l, sia_str s)
{
    uint32_t h = hash(l, s), i = probe(l, s, h);
    if (l->slots[i].id) return l->slots[i].id;
    if (l->strs.n >= l->mask / 2) {
        if (!rehash(l)) return 0;
        i = probe(l, s, h);
    }
    sia_str own = sia_dup(l->a, s);
    uint32_t before = l->strs.n;
    sia_push(l->a, &l->strs, own);
    if (l->strs.n == before || !sia_arena_ok(l->a)) { l->strs.n = before; return 0; }
    l->slots[i] = (slot){ h, l->strs.n };
    return l->strs.n;
}

sia_id sia_lex_find(const sia_lex *l, sia_str s) { return l->slots[probe(l, s, hash(l, s))].id; }
sia_str sia_lex_str(const sia_lex *l, sia_id id) { return id ? l->strs.v[id - 1] : SIA_STR(""); }
uint32_t sia_lex_size(const sia_lex *l) { return l->strs.n; }
