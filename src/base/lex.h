/* What a lex is inside; private to this folder. */
#ifndef SIASAT_BASE_LEX_H
#define SIASAT_BASE_LEX_H
#include <siasat/base.h>

enum { SIA_HEAD = 16, SIA_CHUNK_BITS = 9 };              /* bytes that a slot holds itself; entries of a chunk */

typedef struct { uint64_t head[2]; uint32_t hash; } sia_key;
typedef struct { uint64_t head[2]; uint32_t hash, len, id, whole; } sia_slot;   /* half a cache line; id 0: free */
typedef struct { uint64_t head[2]; uint32_t len, whole; } sia_entry;

struct sia_lex {
    sia_arena *a;
    SIA_VEC(sia_entry *) chunks;        /* of 1 << SIA_CHUNK_BITS entries; the entry of `id` is number id - 1 */
    SIA_VEC(const char *) wholes;       /* the strings longer than a head, NUL after each */
    uint32_t n;
    sia_slot *slots;
    uint32_t mask;
    uint64_t seed[2];                   /* unknown to whoever writes the texts: no flooding */
    char *room;                         /* where long words are folded; it doubles, so little is left behind */
    size_t room_cap;
};

/* ---- keys --------------------------------------------------------------------------- */

static inline uint64_t sia_mix(uint64_t x, uint64_t y)
{
    __extension__ typedef unsigned __int128 wide;
    const wide m = (wide)x * y;
    return (uint64_t)m ^ (uint64_t)(m >> 64);
}

/* The 16 bytes from 16 - n on are a mask that keeps n bytes. */
static const unsigned char sia_keep[2 * SIA_HEAD] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
};

/* The n <= 16 bytes at p, zero-padded, of which `room` may be read. */
static inline void sia_load(uint64_t to[2], const char *p, size_t n, size_t room)
{
    uint64_t mask[2];
    if (room < SIA_HEAD) {
        to[0] = to[1] = 0;
        if (n) memcpy(to, p, n);
        return;
    }
    memcpy(mask, sia_keep + SIA_HEAD - n, SIA_HEAD);
    memcpy(to, p, SIA_HEAD);
    to[0] &= mask[0];
    to[1] &= mask[1];
}

static inline uint64_t sia_hash_head(const sia_lex *l, const uint64_t head[2], size_t n)
{
    return sia_mix(head[0] ^ l->seed[0], head[1] ^ l->seed[1] ^ n);
}

/* The hash of a longer string, 16 bytes on. */
static inline uint64_t sia_hash_more(const sia_lex *l, uint64_t h, const uint64_t w[2])
{
    return sia_mix(w[0] ^ l->seed[0] ^ h, w[1] ^ l->seed[1]);
}

/* ---- parts of the table -------------------------------------------------------------- */

static inline sia_entry *sia_entry_of(const sia_lex *l, sia_id id)
{
    return l->chunks.v[(id - 1) >> SIA_CHUNK_BITS] + ((id - 1) & ((1u << SIA_CHUNK_BITS) - 1));
}

static inline bool sia_same_head(const sia_slot *at, const sia_key *k, uint32_t len)
{
    return at->head[0] == k->head[0] && at->head[1] == k->head[1] && at->len == len;
}

/* Puts s, which is new, where `free` points: the slot that the search for it ended at. 0: no memory. */
sia_id sia_lex_add(sia_lex *l, const sia_key *k, sia_str s, sia_slot *free);
#endif
