/* The order of reports: by group, falling count, name. Names are sorted by their first bytes without comparing; only
 * those alike in these are compared. */
#include "counts.h"

/* What is put in order. Names are asked for again where they are compared: keeping them would take twice what a tally does. */
typedef struct {
    const sia_tally *all;
    const uint64_t *heads;              /* each name's first bytes as a number, for its order */
    sia_namer *name;
    const void *ctx;
} rows;

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
static bool follows(const rows *r, size_t x, size_t y)
{
    int k = sia_str_cmp(r->name(r->ctx, r->all[x].item), r->name(r->ctx, r->all[y].item));
    return k ? k > 0 : r->all[x].item > r->all[y].item;
}

/* Puts n rows that tie in group, count and head into order: by merging halves, `spare` has room for n. */
static void merge_sort(sia_keyed *k, sia_keyed *spare, size_t n, const rows *r)
{
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t from = 0; from < n; from += 2 * width) {
            const size_t mid = from + width < n ? from + width : n, end = mid + width < n ? mid + width : n;
            for (size_t i = from, j = mid, to = from; to < end; to++) {
                const bool second = i == mid || (j < end && follows(r, k[i].with, k[j].with));
                spare[to] = second ? k[j++] : k[i++];
            }
        }
        memcpy(k, spare, n * sizeof *k);
    }
}

/* Names that are alike in their first eight bytes tie still. */
static void settle_ties(sia_keyed *k, sia_keyed *spare, size_t n, const rows *r)
{
    const sia_tally *all = r->all;
    for (size_t i = 0, end; i < n; i = end) {
        const size_t x = k[i].with;
        for (end = i + 1; end < n; end++) {
            const size_t y = k[end].with;
            if (r->heads[x] != r->heads[y] || all[x].count != all[y].count || all[x].group != all[y].group) break;
        }
        if (end - i > 1) merge_sort(k + i, spare, end - i, r);
    }
}

/* By name's head, then stably by falling count, then stably by group. */
static sia_keyed *by_rank(const sia_tally *all, const uint64_t *heads, size_t n, sia_keyed *k, sia_keyed *spare)
{
    for (size_t i = 0; i < n; i++) k[i] = (sia_keyed){ heads[i], i };
    sia_keyed *r = sia_radix_sort(k, spare, n);
    for (size_t i = 0; i < n; i++) r[i].key = ~all[r[i].with].count;
    r = sia_radix_sort(r, r == k ? spare : k, n);
    for (size_t i = 0; i < n; i++) r[i].key = all[r[i].with].group;
    return sia_radix_sort(r, r == k ? spare : k, n);
}

/* What is no longer wanted is given back before the result is made: a large vocabulary's report is what takes most memory. */
sia_tally *sia_counts_sorted(const sia_counts *c, sia_namer *name, const void *ctx, sia_arena *a)
{
    const size_t n = sia_counts_cells(c);
    sia_tally *all = sia_alloc_raw(a, sizeof *all, n + 1);
    uint64_t *heads = sia_alloc_raw(a, sizeof *heads, n + 1);
    sia_keyed *k = sia_alloc_raw(a, sizeof *k, n + 1), *spare = sia_alloc_raw(a, sizeof *spare, n + 1);
    if (!all || !heads || !k || !spare) return NULL;
    sia_counts_list(c, all);
    for (size_t i = 0; i < n; i++) heads[i] = head_of(name(ctx, all[i].item));
    sia_keyed *r = by_rank(all, heads, n, k, spare), *other = r == k ? spare : k;
    settle_ties(r, other, n, &(rows){ all, heads, name, ctx });
    sia_give_back(a, other, sizeof *other, n + 1);
    sia_give_back(a, heads, sizeof *heads, n + 1);
    sia_tally *out = sia_alloc_raw(a, sizeof *out, n + 1);
    for (size_t i = 0; out && i < n; i++) out[i] = all[r[i].with];
    sia_give_back(a, r, sizeof *r, n + 1);
    sia_give_back(a, all, sizeof *all, n + 1);
    return out;
}
