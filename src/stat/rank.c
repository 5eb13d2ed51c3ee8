/* The order of reports: by group, falling count, name. Names are sorted by their first bytes without comparing; only
 * those alike in these are compared. */
#include "counts.h"
#include "sort.h"

typedef struct { uint64_t head; sia_str name; } label;       /* head: the name's first bytes as a number, for its order */

static uint64_t head_of(sia_str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    uint64_t x = 0;
    if (s.n >= 8) return (uint64_t)p[0] << 56 | (uint64_t)p[1] << 48 | (uint64_t)p[2] << 40 | (uint64_t)p[3] << 32 |
                         (uint64_t)p[4] << 24 | (uint64_t)p[5] << 16 | (uint64_t)p[6] << 8 | p[7];
    for (size_t i = 0; i < s.n; i++) x |= (uint64_t)p[i] << (56 - 8 * i);
    return x;
}

/* Which of two rows with names that begin alike comes first? */
static bool follows(const sia_tally *all, const label *names, size_t x, size_t y)
{
    int k = sia_str_cmp(names[x].name, names[y].name);
    return k ? k > 0 : all[x].item > all[y].item;
}

/* Puts n rows that tie in group, count and head into order: by merging halves, `spare` has room for n. */
static void merge_sort(sia_keyed *k, sia_keyed *spare, size_t n, const sia_tally *all, const label *names)
{
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t from = 0; from < n; from += 2 * width) {
            const size_t mid = from + width < n ? from + width : n, end = mid + width < n ? mid + width : n;
            for (size_t i = from, j = mid, to = from; to < end; to++) {
                const bool second = i == mid || (j < end && follows(all, names, k[i].at, k[j].at));
                spare[to] = second ? k[j++] : k[i++];
            }
        }
        memcpy(k, spare, n * sizeof *k);
    }
}

/* Names that are alike in their first eight bytes tie still. */
static void settle_ties(sia_keyed *k, sia_keyed *spare, size_t n, const sia_tally *all, const label *names)
{
    for (size_t i = 0, end; i < n; i = end) {
        const size_t x = k[i].at;
        for (end = i + 1; end < n; end++) {
            const size_t y = k[end].at;
            if (names[x].head != names[y].head || all[x].count != all[y].count || all[x].group != all[y].group) break;
        }
        if (end - i > 1) merge_sort(k + i, spare, end - i, all, names);
    }
}

/* By name's head, then stably by falling count, then stably by group. */
static sia_keyed *by_rank(const sia_tally *all, const label *names, size_t n, sia_keyed *k, sia_keyed *spare)
{
    for (size_t i = 0; i < n; i++) k[i] = (sia_keyed){ names[i].head, i };
    sia_keyed *r = sia_radix_sort(k, spare, n);
    for (size_t i = 0; i < n; i++) r[i].key = ~all[r[i].at].count;
    r = sia_radix_sort(r, r == k ? spare : k, n);
    for (size_t i = 0; i < n; i++) r[i].key = all[r[i].at].group;
    return sia_radix_sort(r, r == k ? spare : k, n);
}

sia_tally *sia_counts_sorted(const sia_counts *c, sia_namer *name, const void *ctx, sia_arena *a)
{
    const size_t n = sia_counts_cells(c);
    sia_tally *all = sia_alloc_raw(a, sizeof *all, n + 1), *out = sia_alloc_raw(a, sizeof *out, n + 1);
    label *names = sia_alloc_raw(a, sizeof *names, n + 1);
    sia_keyed *k = sia_alloc_raw(a, sizeof *k, n + 1), *spare = sia_alloc_raw(a, sizeof *spare, n + 1);
    if (!all || !out || !names || !k || !spare) return NULL;
    sia_counts_list(c, all);
    for (size_t i = 0; i < n; i++) {
        const sia_str s = name(ctx, all[i].item);
        names[i] = (label){ head_of(s), s };
    }
    sia_keyed *r = by_rank(all, names, n, k, spare);
    settle_ties(r, r == k ? spare : k, n, all, names);
    for (size_t i = 0; i < n; i++) out[i] = all[r[i].at];
    return out;
}
