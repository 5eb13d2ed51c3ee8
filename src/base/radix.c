/* Radix sort, least significant byte first. */
#include <siasat/base.h>

/* Moves v into `to` by the byte of the key at `shift`. */
static void pass(const sia_keyed *v, sia_keyed *to, size_t n, unsigned shift)
{
    size_t from[256] = { 0 }, sum = 0;
    for (size_t i = 0; i < n; i++) from[v[i].key >> shift & 255]++;
    for (size_t b = 0; b < 256; b++) {
        size_t here = from[b];
        from[b] = sum;
        sum += here;
    }
    for (size_t i = 0; i < n; i++) to[from[v[i].key >> shift & 255]++] = v[i];
}

sia_keyed *sia_radix_sort(sia_keyed *v, sia_keyed *spare, size_t n)
{
    uint64_t differ = 0;
    for (size_t i = 1; i < n; i++) differ |= v[i].key ^ v[0].key;
    for (unsigned shift = 0; shift < 64; shift += 8) {
        if (!(differ >> shift & 255)) continue;
        pass(v, spare, n, shift);
        sia_keyed *other = v;
        v = spare;
        spare = other;
    }
    return v;
}
