/* Policy: which of overlapping matches are hits. */
#include "policy.h"
#include <stdlib.h>

/* ---- by owner ------------------------------------------------------------------------------- */

static int by_start(const void *x, const void *y)
{
    const sia_found *a = x, *b = y;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    return a->end == b->end ? 0 : a->end > b->end ? -1 : 1;
}

/* Sorts one owner's matches and keeps the longest of each start; returns how many stay. */
static uint32_t tidy(sia_found *v, uint32_t n)
{
    bool sorted = true;
    for (uint32_t i = 1; i < n && sorted; i++) sorted = by_start(v + i - 1, v + i) <= 0;
    if (!sorted) qsort(v, n, sizeof *v, by_start);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) if (!kept || v[kept - 1].first != v[i].first) v[kept++] = v[i];
    return kept;
}

uint32_t *sia_found_sort(sia_tagger *t)
{
    uint32_t owners = t->program.owners.n, n = t->found.n;
    uint32_t *starts = sia_new(t->scratch, uint32_t, owners + 2u);
    sia_found *by_owner = sia_alloc_raw(t->scratch, sizeof *by_owner, n + 1u);
    if (!starts || !by_owner) return NULL;
    for (uint32_t i = 0; i < n; i++) starts[t->found.v[i].owner + 2]++;
    for (uint32_t i = 2; i < owners + 2; i++) starts[i] += starts[i - 1];
    for (uint32_t i = 0; i < n; i++) by_owner[starts[t->found.v[i].owner + 1]++] = t->found.v[i];
    uint32_t to = 0, from = 0;
    for (uint32_t o = 0; o < owners; o++) {
        uint32_t end = starts[o + 1], kept = tidy(by_owner + from, end - from);
        memmove(by_owner + to, by_owner + from, kept * sizeof *by_owner);
        starts[o] = to;
        to += kept;
        from = end;
    }
    starts[owners] = to;
    t->found.v = by_owner;
    t->found.n = t->found.cap = to;
    return starts;
}

/* ---- candidates --------------------------------------------------------------------------------- */

typedef struct { uint32_t book, order, term, first, last, end; } candidate;

static int order(uint32_t a, uint32_t b) { return (a > b) - (a < b); }

static int by_term(const void *x, const void *y)
{
    const candidate *a = x, *b = y;
    int k = order(a->term, b->term);
    if (!k) k = order(a->first, b->first);
    if (!k) k = order(b->end, a->end);
    return k ? k : order(a->order, b->order);
}

static int by_longest(const void *x, const void *y)
{
    const candidate *a = x, *b = y;
    int k = order(a->book, b->book);
    if (!k) k = order(a->first, b->first);
    if (!k) k = order(b->end, a->end);
    return k ? k : order(a->order, b->order);
}

static int by_priority(const void *x, const void *y)
{
    const candidate *a = x, *b = y;
    int k = order(a->term, b->term);
    if (!k) k = order(a->order, b->order);
    return k ? k : by_longest(x, y);
}

static int by_place(const void *x, const void *y)
{
    const candidate *a = x, *b = y;
    int k = order(a->first, b->first);
    if (!k) k = order(a->end, b->end);
    return k ? k : order(a->term, b->term);
}

/* Of one term and start the longest. */
static uint32_t longest_of_term(candidate *v, uint32_t n)
{
    uint32_t kept = 0;
    qsort(v, n, sizeof *v, by_term);
    for (uint32_t i = 0; i < n; i++)
        if (!kept || v[kept - 1].term != v[i].term || v[kept - 1].first != v[i].first) v[kept++] = v[i];
    return kept;
}

/* Leftmost, then longest, then first in the codebook; none that overlaps an earlier one of its book. */
static uint32_t keep_longest(candidate *v, uint32_t n)
{
    uint32_t kept = 0;
    qsort(v, n, sizeof *v, by_longest);
    for (uint32_t i = 0; i < n; i++)
        if (!kept || v[kept - 1].book != v[i].book || v[kept - 1].last < v[i].first) v[kept++] = v[i];
    return kept;
}

/* Whether any of the bits from..to is set; else sets them. */
static bool claim(uint64_t *bits, uint32_t from, uint32_t to)
{
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t w = from / 64; w <= to / 64; w++) {
            uint64_t mask = ~(uint64_t)0;
            if (w == from / 64) mask &= ~(uint64_t)0 << from % 64;
            if (w == to / 64) mask &= ~(uint64_t)0 >> (63 - to % 64);
            if (pass == 0 && bits[w] & mask) return false;
            if (pass == 1) bits[w] |= mask;
        }
    return true;
}

/* First in the codebook, wherever it stands; then leftmost and longest. */
static uint32_t keep_priority(sia_tagger *t, candidate *v, uint32_t n)
{
    size_t words = t->doc->tokens.n / 64 + 1;
    uint64_t *bits = sia_new(t->scratch, uint64_t, words);
    uint32_t kept = 0;
    qsort(v, n, sizeof *v, by_priority);
    for (uint32_t i = 0; bits && i < n; i++) {
        if (i && v[i - 1].book != v[i].book) memset(bits, 0, words * sizeof *bits);
        if (claim(bits, v[i].first, v[i].last)) v[kept++] = v[i];
    }
    return kept;
}

static candidate *candidates(sia_tagger *t)
{
    candidate *v = sia_alloc_raw(t->scratch, sizeof *v, t->found.n + 1u);
    for (uint32_t i = 0; v && i < t->found.n; i++) {
        sia_found f = t->found.v[i];
        const sia_owner *o = &t->program.owners.v[f.owner];
        v[i] = (candidate){ o->book, f.owner, o->term, f.first, f.last, f.end };
    }
    return v;
}

void sia_policy_apply(sia_tagger *t)
{
    candidate *v = candidates(t);
    if (!v || !t->found.n) return;
    uint32_t all = longest_of_term(v, t->found.n), n = all;
    switch (t->options.policy) {
    case SIA_POLICY_LONGEST:  n = keep_longest(v, all); break;
    case SIA_POLICY_PRIORITY: n = keep_priority(t, v, all); break;
    case SIA_POLICY_ALL:      break;
    }
    t->doc->hits_lost += all - n;
    qsort(v, n, sizeof *v, by_place);
    for (uint32_t i = 0; i < n; i++) {
        const sia_token *first = &t->doc->tokens.v[v[i].first];
        sia_hit hit = { { first->span.off, v[i].end - first->span.off }, v[i].first, v[i].last - v[i].first + 1,
                        first->sentence, v[i].term };
        sia_push(t->doc->arena, &t->doc->hits, hit);
    }
}
