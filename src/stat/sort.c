/* Radix sort, least significant byte first. */
#include "sort.h"

/* Moves v into `to` by byte `shift / 8` of the key; false, and nothing moved, where all keys share that byte. */
static bool pass(const sia_keyed *v, sia_keyed *to, size_t n, unsigned shift)
{
    size_t from[256] = { 0 };
    for (size_t i = 0; i < n; i++) from[v[i].key >> shift & 255]++;
    if (from[v[0].key >> shift & 255] == n) return false;
    size_t sum = 0;
    for (size_t b = 0; b < 256; b++) {
        size_t here = from[b];
        from[b] = sum;
        sum += here;
    }
    for (size_t i = 0; i < n; i++) to[from[v[i].key >> shift & 255]++] = v[i];
    return true;
}

sia_keyed *sia_radix_sort(sia_keyed *v, sia_keyed *spare, size_t n)
{
    for (unsigned shift = 0; n > 1 && shift < 64; shift += 8) {
        if (!pass(v, spare, n, shift)) continue;
        sia_keyed *other = v;
        v = spare;
        spare = other;
    }
    return v;
}
