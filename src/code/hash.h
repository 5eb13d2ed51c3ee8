/* A hash of words for the tables of src/code, which outlive no run. */
#ifndef SIA_HASH_H
#define SIA_HASH_H
#include <siasat/base.h>

static inline uint64_t sia_mix(uint64_t h, uint64_t w)
{
    h = (h ^ w) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 32;
}

/* `seed` should not be known to whoever wrote the words: an address will do. */
static inline uint64_t sia_hash(uint64_t seed, sia_str s)
{
    uint64_t h = seed ^ s.n, w = 0;
    size_t i = 0;
    for (; i + 8 <= s.n; i += 8) h = sia_mix(h, *(uint64_t *)memcpy(&w, s.p + i, 8));
    w = 0;
    if (i < s.n) memcpy(&w, s.p + i, s.n - i);
    return sia_mix(h, w);
}
#endif
