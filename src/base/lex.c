/* Interning: strings to small numbers and back. Open addressing; strings live in the arena and never move.
 *
 * A slot holds the first 16 bytes of its string, zero-padded, so that nearly every word is found by comparing two
 * numbers in one half of a cache line:
 *
 *     | head[0]  head[1] | hash | len | id | - |      32 bytes; strs[id - 1] is needed for longer words only
 */
#define _DEFAULT_SOURCE
#include <siasat/base.h>
#include <sys/random.h>

enum { HEAD = 16, FIRST_SLOTS = 1024, BATCH = 32 };

typedef struct { uint64_t head[2]; uint32_t hash; } key;
typedef struct { uint64_t head[2]; uint32_t hash, len; sia_id id; uint32_t unused; } slot;   /* id 0: free */

struct sia_lex {
    sia_arena *a;
    SIA_VEC(sia_str) strs;              /* strs.v[id - 1] */
    slot *slots;
    uint32_t mask;
    uint64_t seed[2];                   /* unknown to whoever writes the texts: no flooding */
    char *room;                         /* where long words are folded; it doubles, so little is left behind */
    size_t room_cap;
};

/* ---- keys --------------------------------------------------------------------------- */

static uint64_t mix(uint64_t x, uint64_t y)
{
    __extension__ typedef unsigned __int128 wide;
    const wide m = (wide)x * y;
    return (uint64_t)m ^ (uint64_t)(m >> 64);
}

/* The n <= 16 bytes at p, zero-padded, of which `room` may be read. */
static inline void load(uint64_t to[2], const char *p, size_t n, size_t room)
{
    static const unsigned char keep[2 * HEAD] = { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 };
    uint64_t mask[2];
    if (room < HEAD) {
        to[0] = to[1] = 0;
        if (n) memcpy(to, p, n);
        return;
    }
    memcpy(mask, keep + HEAD - n, HEAD);
    memcpy(to, p, HEAD);
    to[0] &= mask[0];
    to[1] &= mask[1];
}

static inline uint32_t hash_head(const sia_lex *l, const uint64_t head[2], size_t n)
{
    return (uint32_t)mix(head[0] ^ l->seed[0], head[1] ^ l->seed[1] ^ n);
}

static key key_of(const sia_lex *l, sia_str s)
{
    key k;
    load(k.head, s.p, s.n < HEAD ? s.n : HEAD, s.n);
    if (s.n <= HEAD) {
        k.hash = hash_head(l, k.head, s.n);
        return k;
    }
    uint64_t h = mix(k.head[0] ^ l->seed[0], k.head[1] ^ l->seed[1] ^ s.n), w[2];
    for (size_t i = HEAD; i < s.n; i += HEAD) {
        load(w, s.p + i, s.n - i < HEAD ? s.n - i : HEAD, s.n - i);
        h = mix(w[0] ^ l->seed[0] ^ h, w[1] ^ l->seed[1]);
    }
    k.hash = (uint32_t)h;
    return k;
}

/* ---- the table ------------------------------------------------------------------------ */

static slot *slots_new(sia_arena *a, uint32_t n)
{
    char *p = sia_alloc(a, 1, (size_t)n * sizeof(slot) + sizeof(slot));
    return p ? (slot *)(void *)(p + (sizeof(slot) - (uintptr_t)p % sizeof(slot)) % sizeof(slot)) : NULL;
}

sia_lex *sia_lex_new(sia_arena *a)
{
    sia_lex *l = sia_new(a, sia_lex, 1);
    slot *slots = slots_new(a, FIRST_SLOTS);
    if (!l || !slots) return NULL;
    *l = (sia_lex){ .a = a, .slots = slots, .mask = FIRST_SLOTS - 1 };
    if (getrandom(l->seed, sizeof l->seed, GRND_NONBLOCK) < 0) l->seed[0] = l->seed[1] = (uint64_t)(uintptr_t)l | 1;
    return l;
}

static inline bool same_head(const slot *at, const key *k, uint32_t len)
{
    return at->head[0] == k->head[0] && at->head[1] == k->head[1] && at->len == len;
}

static bool holds(const sia_lex *l, const slot *at, const key *k, sia_str s)
{
    if (!same_head(at, k, (uint32_t)s.n)) return false;
    return s.n <= HEAD || (at->hash == k->hash && !memcmp(l->strs.v[at->id - 1].p + HEAD, s.p + HEAD, s.n - HEAD));
}

/* The slot that holds s, or the free one where it belongs. */
static slot *probe(const sia_lex *l, const key *k, sia_str s)
{
    uint32_t i = k->hash & l->mask;
    while (l->slots[i].id && !holds(l, l->slots + i, k, s)) i = (i + 1) & l->mask;
    return l->slots + i;
}

static bool rehash(sia_lex *l)
{
    if (l->mask >= UINT32_MAX / 2) return false;
    const uint32_t mask = l->mask * 2 + 1;
    slot *to = slots_new(l->a, mask + 1);
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

static sia_id add(sia_lex *l, const key *k, sia_str s)
{
    if (l->strs.n >= l->mask / 2 && !rehash(l)) return 0;
    const sia_str own = sia_dup(l->a, s);
    const uint32_t before = l->strs.n;
    sia_push(l->a, &l->strs, own);
    if (l->strs.n == before || !sia_arena_ok(l->a)) { l->strs.n = before; return 0; }
    *probe(l, k, s) = (slot){ { k->head[0], k->head[1] }, k->hash, (uint32_t)s.n, l->strs.n, 0 };
    return l->strs.n;
}

sia_id sia_lex_id(sia_lex *l, sia_str s)
{
    const key k = key_of(l, s);
    const sia_id id = probe(l, &k, s)->id;
    return id ? id : add(l, &k, s);
}

sia_id sia_lex_find(const sia_lex *l, sia_str s)
{
    const key k = key_of(l, s);
    return probe(l, &k, s)->id;
}

sia_str sia_lex_str(const sia_lex *l, sia_id id) { return id ? l->strs.v[id - 1] : SIA_STR(""); }
uint32_t sia_lex_size(const sia_lex *l) { return l->strs.n; }

/* ---- many words at once --------------------------------------------------------------- */

/* Eight bytes with A-Z made small; bytes above 0x7F stay. */
static inline uint64_t fold8(uint64_t w)
{
    const uint64_t ones = 0x0101010101010101u, low = w & 0x7F * ones;
    const uint64_t upper = (low + (0x80 - 'A') * ones) & ~(low + (0x7F - 'Z') * ones) & ~w & 0x80 * ones;
    return w | upper >> 2;
}

/* Fills *k for a word of up to 16 ASCII bytes and asks for its slot; false: the word needs the long way. */
static inline bool prepare(const sia_lex *l, key *k, sia_str text, sia_span at)
{
    if (at.len > HEAD) return false;
    load(k->head, text.p + at.off, at.len, text.n - at.off);
    if ((k->head[0] | k->head[1]) & 0x8080808080808080u) return false;
    k->head[0] = fold8(k->head[0]);
    k->head[1] = fold8(k->head[1]);
    k->hash = hash_head(l, k->head, at.len);
    __builtin_prefetch(l->slots + (k->hash & l->mask));
    return true;
}

static sia_id fold_id(sia_lex *l, sia_str s)
{
    const size_t need = s.n + s.n / 2 + 5;
    if (need > l->room_cap) {
        l->room = sia_alloc_raw(l->a, 1, 2 * need);
        l->room_cap = l->room ? 2 * need : 0;
        if (!l->room) return 0;
    }
    return sia_lex_id(l, (sia_str){ l->room, sia_fold_into(l->room, s) });
}

/* The same as sia_lex_id for a word whose bytes are all in its key. */
static inline sia_id short_id(sia_lex *l, const key *k, uint32_t len)
{
    uint32_t i = k->hash & l->mask;
    while (l->slots[i].id && !same_head(l->slots + i, k, len)) i = (i + 1) & l->mask;
    return l->slots[i].id ? l->slots[i].id : add(l, k, (sia_str){ (const char *)k->head, len });
}

void sia_lex_fold_ids(sia_lex *l, sia_str text, const sia_span *at, uint32_t n, sia_id *ids)
{
    for (uint32_t from = 0; from < n; from += BATCH) {
        const uint32_t m = n - from < BATCH ? n - from : BATCH;
        key keys[BATCH];
        bool ready[BATCH];
        for (uint32_t i = 0; i < m; i++) ready[i] = prepare(l, keys + i, text, at[from + i]);
        for (uint32_t i = 0; i < m; i++)
            ids[from + i] = ready[i] ? short_id(l, keys + i, at[from + i].len) : fold_id(l, sia_cut(text, at[from + i]));
    }
}
