/* Interning: strings to small numbers and back. Strings never move.
 *
 *     slots      | head[0] head[1] | hash len id whole |   open addressing, three quarters full: the only part ever moved
 *     entries    | head[0] head[1] | len whole |           in order of arrival, in chunks that stay where they are
 *
 * A head is the first 16 bytes, zero-padded. A word that short is found by comparing two numbers that lie in its slot,
 * which shares its cache line with one other: looking a word up fetches one line, and that is what it costs in a large
 * vocabulary. Entries are for the way back; of a string longer than a head, `whole` numbers the full one. */
#define _DEFAULT_SOURCE
#include <siasat/base.h>
#include <sys/random.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { HEAD = 16, FIRST_SLOTS = 64, CHUNK_BITS = 9, BATCH = 48 };

typedef struct { uint64_t head[2]; uint32_t hash; } key;
typedef struct { uint64_t head[2]; uint32_t hash, len, id, whole; } slot;     /* half a cache line; id 0: free */
typedef struct { uint64_t head[2]; uint32_t len, whole; } entry;

struct sia_lex {
    sia_arena *a;
    SIA_VEC(entry *) chunks;            /* of 1 << CHUNK_BITS entries; the entry of `id` is number id - 1 */
    SIA_VEC(const char *) wholes;       /* the strings longer than a head, NUL after each */
    uint32_t n;
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

/* The 16 bytes from 16 - n on are a mask that keeps n bytes. */
static const unsigned char keep[2 * HEAD] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
};

/* The n <= 16 bytes at p, zero-padded, of which `room` may be read. */
static inline void load(uint64_t to[2], const char *p, size_t n, size_t room)
{
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

static inline uint64_t hash_head(const sia_lex *l, const uint64_t head[2], size_t n)
{
    return mix(head[0] ^ l->seed[0], head[1] ^ l->seed[1] ^ n);
}

static key key_of(const sia_lex *l, sia_str s)
{
    key k;
    load(k.head, s.p, s.n < HEAD ? s.n : HEAD, s.n);
    uint64_t h = hash_head(l, k.head, s.n), w[2];
    for (size_t i = HEAD; i < s.n; i += HEAD) {
        load(w, s.p + i, s.n - i < HEAD ? s.n - i : HEAD, s.n - i);
        h = mix(w[0] ^ l->seed[0] ^ h, w[1] ^ l->seed[1]);
    }
    k.hash = (uint32_t)h;
    return k;
}

/* ---- the table ------------------------------------------------------------------------ */

/* Free slots that lie each within one cache line. Of a free slot nothing is looked at but its id. */
static slot *new_slots(sia_arena *a, size_t n)
{
    char *p = sia_alloc_raw(a, sizeof(slot), n + 1);
    slot *slots = (slot *)(void *)(p ? p + (-(uintptr_t)p & (sizeof(slot) - 1)) : NULL);
    for (size_t i = 0; slots && i < n; i++) slots[i].id = 0;
    return slots;
}

sia_lex *sia_lex_new(sia_arena *a)
{
    sia_lex *l = sia_new(a, sia_lex, 1);
    slot *slots = new_slots(a, FIRST_SLOTS);
    if (!l || !slots) return NULL;
    *l = (sia_lex){ .a = a, .slots = slots, .mask = FIRST_SLOTS - 1 };
    if (getrandom(l->seed, sizeof l->seed, GRND_NONBLOCK) < 0) l->seed[0] = l->seed[1] = (uint64_t)(uintptr_t)l | 1;
    return l;
}

static inline entry *entry_of(const sia_lex *l, sia_id id)
{
    return l->chunks.v[(id - 1) >> CHUNK_BITS] + ((id - 1) & ((1u << CHUNK_BITS) - 1));
}

static inline bool same_head(const slot *at, const key *k, uint32_t len)
{
    return at->head[0] == k->head[0] && at->head[1] == k->head[1] && at->len == len;
}

/* The slot that holds s, or the free one where it belongs. */
static slot *probe(const sia_lex *l, const key *k, sia_str s)
{
    uint32_t i = k->hash & l->mask;
    for (; l->slots[i].id; i = (i + 1) & l->mask) {
        const slot *at = l->slots + i;
        if (at->hash == k->hash && same_head(at, k, (uint32_t)s.n) && (s.n <= HEAD || !memcmp(l->wholes.v[at->whole], s.p, s.n))) break;
    }
    return l->slots + i;
}
static bool rehash(sia_lex *l)
{
    if (l->mask >= UINT32_MAX / 2) return false;
    const uint32_t mask = l->mask * 2 + 1;
    slot *to = new_slots(l->a, (size_t)mask + 1);
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

/* Room for one more entry; NULL: no memory. */
static entry *next_entry(sia_lex *l)
{
    if (l->n >> CHUNK_BITS == l->chunks.n) {
        entry *chunk = sia_alloc_raw(l->a, sizeof *chunk, (size_t)1 << CHUNK_BITS);
        sia_push(l->a, &l->chunks, chunk);
        if (!sia_arena_ok(l->a)) {
            l->chunks.n = l->n >> CHUNK_BITS;
            return NULL;
        }
    }
    return entry_of(l, l->n + 1);
}

/* Puts s, which is new, where `free` points: the slot that the search for it ended at. */
static sia_id add(sia_lex *l, const key *k, sia_str s, slot *free)
{
    if (l->n >= l->mask - l->mask / 4) {
        if (!rehash(l)) return 0;
        uint32_t i = k->hash & l->mask;
        while (l->slots[i].id) i = (i + 1) & l->mask;
        free = l->slots + i;
    }
    entry *e = next_entry(l);
    if (!e) return 0;
    *e = (entry){ { k->head[0], k->head[1] }, (uint32_t)s.n, l->wholes.n };
    if (s.n > HEAD) {
        sia_push(l->a, &l->wholes, sia_dup(l->a, s).p);
        if (!sia_arena_ok(l->a)) {
            l->wholes.n = e->whole;
            return 0;
        }
    }
    *free = (slot){ { k->head[0], k->head[1] }, k->hash, (uint32_t)s.n, ++l->n, e->whole };
    return l->n;
}

sia_id sia_lex_id(sia_lex *l, sia_str s)
{
    const key k = key_of(l, s);
    slot *at = probe(l, &k, s);
    return at->id ? at->id : add(l, &k, s, at);
}

sia_id sia_lex_find(const sia_lex *l, sia_str s)
{
    const key k = key_of(l, s);
    return probe(l, &k, s)->id;
}

sia_str sia_lex_str(const sia_lex *l, sia_id id)
{
    if (!id) return SIA_STR("");
    const entry *e = entry_of(l, id);
    return (sia_str){ e->len > HEAD ? l->wholes.v[e->whole] : (const char *)e->head, e->len };
}

void sia_lex_soon(const sia_lex *l, sia_id id)
{
    if (id) __builtin_prefetch(entry_of(l, id));
}

uint32_t sia_lex_size(const sia_lex *l) { return l->n; }

/* ---- many words at once --------------------------------------------------------------- */

/* A word of a batch, folded. */
typedef struct { key k; uint32_t len; } word;                /* len 0: it needs the long way */

#if defined(__SSE2__)
/* Makes A-Z small in the 16 bytes at p, of which n are kept; false where they are not all ASCII. */
static inline bool fold_head(uint64_t to[2], const char *p, size_t n)
{
    const __m128i mask = _mm_loadu_si128((const __m128i *)(const void *)(keep + HEAD - n));
    const __m128i x = _mm_and_si128(_mm_loadu_si128((const __m128i *)(const void *)p), mask);
    const __m128i top = _mm_add_epi8(x, _mm_set1_epi8(127 - 'Z'));         /* A..Z to 102..127 */
    const __m128i upper = _mm_cmpgt_epi8(top, _mm_set1_epi8(127 - 26));
    if (_mm_movemask_epi8(x)) return false;
    _mm_storeu_si128((__m128i *)(void *)to, _mm_or_si128(x, _mm_and_si128(upper, _mm_set1_epi8(0x20))));
    return true;
}
#else
/* Eight bytes with A-Z made small; bytes above 0x7F stay. */
static inline uint64_t fold8(uint64_t w)
{
    const uint64_t ones = 0x0101010101010101u, low = w & 0x7F * ones;
    const uint64_t upper = (low + (0x80 - 'A') * ones) & ~(low + (0x7F - 'Z') * ones) & ~w & 0x80 * ones;
    return w | upper >> 2;
}

/* Makes A-Z small in the 16 bytes at p, of which n are kept; false where they are not all ASCII. */
static inline bool fold_head(uint64_t to[2], const char *p, size_t n)
{
    load(to, p, n, HEAD);
    if ((to[0] | to[1]) & 0x8080808080808080u) return false;
    to[0] = fold8(to[0]);
    to[1] = fold8(to[1]);
    return true;
}
#endif

/* Folds a word of up to 16 ASCII bytes into its key and asks for its slot. */
static inline void prepare(const sia_lex *l, word *w, sia_str text, sia_span at)
{
    char last[HEAD];
    const char *p = text.p + at.off;
    w->len = 0;
    if (at.len > HEAD) return;
    if (at.off + (size_t)HEAD > text.n) p = memcpy(memset(last, 0, HEAD), p, text.n - at.off);
    if (!fold_head(w->k.head, p, at.len)) return;
    w->len = at.len;
    w->k.hash = (uint32_t)hash_head(l, w->k.head, at.len);
    __builtin_prefetch(l->slots + (w->k.hash & l->mask));
}

__attribute__((noinline)) static sia_id long_id(sia_lex *l, sia_str s)
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
__attribute__((noinline)) static sia_id short_id(sia_lex *l, const word *w)
{
    uint32_t i = w->k.hash & l->mask;
    for (; l->slots[i].id; i = (i + 1) & l->mask)
        if (same_head(l->slots + i, &w->k, w->len)) return l->slots[i].id;
    return add(l, &w->k, (sia_str){ (const char *)w->k.head, w->len }, l->slots + i);
}

/* Nearly every word is in the slot that its hash names. */
static inline sia_id id_of(sia_lex *l, const word *w, sia_str text, const sia_span *at)
{
    if (!w->len) return long_id(l, sia_cut(text, *at));
    const slot *s = l->slots + (w->k.hash & l->mask);
    return s->id && same_head(s, &w->k, w->len) ? s->id : short_id(l, w);
}

/* Spans and ids of a batch, `step` bytes apart. */
typedef struct { const char *at; char *id; size_t step; uint32_t n; } batch;

static const sia_span *span_of(const batch *b, uint32_t i) { return (const void *)(b->at + i * b->step); }

static void prepare_batch(const sia_lex *l, const batch *b, word *words, sia_str text)
{
    for (uint32_t i = 0; i < b->n; i++) prepare(l, words + i, text, *span_of(b, i));
}

/* A batch is looked up while the slots of the next are on their way from memory. */
void sia_lex_fold_ids(sia_lex *l, sia_str text, const sia_span *at, sia_id *ids, size_t step, uint32_t n)
{
    word words[2][BATCH];
    batch now = { (const char *)at, (char *)ids, step, n < BATCH ? n : BATCH };
    prepare_batch(l, &now, words[0], text);
    for (unsigned turn = 0; now.n; turn ^= 1) {
        n -= now.n;
        const batch next = { now.at + now.n * step, now.id + now.n * step, step, n < BATCH ? n : BATCH };
        prepare_batch(l, &next, words[turn ^ 1], text);
        for (uint32_t i = 0; i < now.n; i++)
            *(sia_id *)(void *)(now.id + i * step) = id_of(l, words[turn] + i, text, span_of(&now, i));
        now = next;
    }
}
