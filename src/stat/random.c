/* Random numbers that are the same everywhere. */
#include <siasat/stat.h>

/* splitmix64: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators". */
uint64_t sia_random(uint64_t *state)
{
    uint64_t x = *state += 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return x ^ x >> 31;
}

/* Draws that would favour small remainders are thrown away. */
uint64_t sia_random_below(uint64_t *state, uint64_t n)
{
    if (n < 2) return 0;
    const uint64_t least = (0 - n) % n;
    uint64_t x = sia_random(state);
    while (x < least) x = sia_random(state);
    return x % n;
}
