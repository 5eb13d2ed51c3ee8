/* Word sets: words under a hash that rolls, with a filter before it. */
#include "repairs.h"

enum { CROWDED = 32 };                                       /* a longer run of slots is someone's doing: the word is dropped */

uint64_t sia_roll(sia_str word)
{
    uint64_t h = 0, power = 1;
    for (size_t i = 0; i < word.n; i++, power *= SIA_ROLL) h += power * (unsigned char)word.p[i];
    return h;
}

static uint64_t gap_bit(uint64_t hash) { return (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u >> (64 - SIA_GAP_BITS); }
static bool gap(const sia_wordset *s, uint64_t hash)
{
    const uint64_t bit = gap_bit(hash);
    return s->gaps[bit / 64] >> (bit % 64) & 1;
}

void sia_wordset_gaps(sia_wordset *s, sia_str word, uint64_t hash)
{
    uint64_t power = 1;
    for (size_t i = 0; i < word.n; i++, power *= SIA_ROLL) {
        const uint64_t bit = gap_bit(hash - power * (unsigned char)word.p[i] + i * SIA_GAP);
        s->gaps[bit / 64] |= (uint64_t)1 << (bit % 64);
    }
}

/* The word with a gap instead of a letter, and with a gap between two letters. */
sia_places sia_wordset_places(const sia_wordset *s, sia_str word, uint64_t hash)
{
    sia_places out = { 0, 0 };
    uint64_t before = 0, power = 1;
    for (size_t i = 0; i <= word.n; i++, power *= SIA_ROLL) {
        const uint64_t here = i < word.n ? power * (unsigned char)word.p[i] : 0, after = hash - before - here;
        if (i < word.n && gap(s, before + after + i * SIA_GAP)) out.other |= (uint64_t)1 << i;
        if (gap(s, before + (here + after) * SIA_ROLL + i * SIA_GAP)) out.more |= (uint64_t)1 << i;
        before += here;
    }
    return out;
}

static uint32_t slot_from(const sia_wordset *s, uint64_t hash) { return (uint32_t)((hash * 0xA0761D6478BD642Fu) >> 32) & s->mask; }

static void place(sia_wordset *s, uint32_t index)
{
    uint64_t hash = s->v.v[index].hash, bit = (hash * 0xD6E8FEB86659FD93u) >> 48;
    uint32_t i = slot_from(s, hash);
    while (s->slots[i]) i = (i + 1) & s->mask;
    s->slots[i] = index + 1;
    s->filter[bit / 64] |= (uint64_t)1 << (bit % 64);
}

bool sia_wordset_room(sia_wordset *s, uint32_t n, sia_arena *a)
{
    uint32_t size = s->slots ? s->mask + 1 : 64;
    while (size < n * 2) size *= 2;
    if (s->slots && size == s->mask + 1) return true;
    s->slots = sia_new(a, uint32_t, size);
    if (!s->slots) return false;
    s->mask = size - 1;
    for (uint32_t i = 0; i < s->v.n; i++) place(s, i);
    return true;
}

static uint32_t index_of(const sia_wordset *s, sia_str word, uint64_t hash, bool *crowded)
{
    uint32_t i = slot_from(s, hash);
    for (uint32_t steps = 0; s->slots[i]; i = (i + 1) & s->mask) {
        const sia_known *k = &s->v.v[s->slots[i] - 1];
        if (k->hash == hash && sia_str_eq(k->text, word)) return s->slots[i];
        if (++steps == CROWDED) { *crowded = true; break; }
    }
    return 0;
}

sia_known *sia_wordset_add(sia_wordset *s, sia_str word, sia_arena *a)
{
    bool crowded = false;
    uint64_t hash = sia_roll(word);
    if (!sia_wordset_room(s, s->v.n + 1, a)) return NULL;
    uint32_t i = index_of(s, word, hash, &crowded);
    if (i || crowded) return i ? &s->v.v[i - 1] : NULL;
    uint32_t n = s->v.n;
    sia_push(a, &s->v, (sia_known){ .text = word, .hash = hash });
    if (s->v.n == n) return NULL;
    place(s, n);
    return &s->v.v[n];
}

const sia_known *sia_wordset_find(const sia_wordset *s, sia_str word, uint64_t hash)
{
    bool crowded = false;
    uint32_t i = s->slots ? index_of(s, word, hash, &crowded) : 0;
    return i ? &s->v.v[i - 1] : NULL;
}
