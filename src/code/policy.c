/* Policy: which of overlapping matches are hits. */
#include "policy.h"
#include <stdlib.h>

static const sia_owner *owner_of(const sia_tagger *t, const sia_found *f) { return &t->program.owners.v[f->owner]; }

/* Of each term and start the longest: a term may have several rules. `last` holds, by term, 1 + the start it was seen at. */
static uint32_t longest_of_term(sia_tagger *t, sia_found *v, uint32_t n)
{
    uint32_t *last = sia_new(t->scratch, uint32_t, sia_tagger_terms(t) + 1u), kept = 0;
    for (uint32_t i = 0; last && i < n; i++) {
        uint32_t term = owner_of(t, &v[i])->term;
        if (last[term] == v[i].first + 1) continue;
        last[term] = v[i].first + 1;
        v[kept++] = v[i];
    }
    return kept;
}

uint32_t sia_rival_of(const sia_tagger *t, const sia_found *f)
{
    const sia_owner *o = owner_of(t, f);
    const sia_codebook *cb = t->program.books[o->book];
    if (t->options.policy != SIA_POLICY_CATEGORY) return o->book;
    return t->program.categories_before[o->book] + cb->terms.v[cb->rules.v[o->index].term].category;
}

uint32_t sia_rivals(const sia_tagger *t)
{
    uint32_t n = t->program.n_books;
    if (t->options.policy == SIA_POLICY_CATEGORY) n = t->program.categories_before[n];
    return n;
}

/* Leftmost, then longest, then first in the codebook, as the matches are sorted; none that overlaps a rival. */
static uint32_t keep_longest(sia_tagger *t, sia_found *v, uint32_t n)
{
    uint32_t *free_from = sia_new(t->scratch, uint32_t, sia_rivals(t) + 1u), kept = 0;
    for (uint32_t i = 0; free_from && i < n; i++) {
        uint32_t *from = &free_from[sia_rival_of(t, &v[i])];
        if (v[i].first < *from) continue;
        *from = v[i].last + 1;
        v[kept++] = v[i];
    }
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

/* Owners are numbered in the order of the codebook, book by book. */
static int by_priority(const void *x, const void *y)
{
    const sia_found *a = x, *b = y;
    if (a->owner != b->owner) return a->owner < b->owner ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

static int by_start(const void *x, const void *y)
{
    const sia_found *a = x, *b = y;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    if (a->begin != b->begin) return a->begin < b->begin ? -1 : 1;
    if (a->end != b->end) return a->end > b->end ? -1 : 1;
    return (a->owner > b->owner) - (a->owner < b->owner);
}

/* First in the codebook, wherever it stands; then leftmost. */
static uint32_t keep_priority(sia_tagger *t, sia_found *v, uint32_t n)
{
    size_t words = t->doc->tokens.n / 64 + 1;
    uint64_t *bits = sia_new(t->scratch, uint64_t, words);
    uint32_t kept = 0, book = 0;
    if (n) qsort(v, n, sizeof *v, by_priority);
    for (uint32_t i = 0; bits && i < n; i++) {
        if (owner_of(t, &v[i])->book != book) memset(bits, 0, words * sizeof *bits);
        book = owner_of(t, &v[i])->book;
        if (claim(bits, v[i].first, v[i].last)) v[kept++] = v[i];
    }
    if (kept) qsort(v, kept, sizeof *v, by_start);
    return kept;
}

static bool swapped(const sia_hit *a, const sia_hit *b)
{
    if (a->span.off != b->span.off) return a->span.off > b->span.off;
    if (a->span.len != b->span.len) return a->span.len > b->span.len;
    return a->term > b->term;
}

/* Hits are in order of starts; those of one start are few, unless a codebook says the same many times. */
static int by_place(const void *x, const void *y) { return swapped(x, y) ? 1 : swapped(y, x) ? -1 : 0; }

sia_hit sia_hit_of(const sia_tagger *t, const sia_found *f)
{
    const sia_token *first = &t->doc->tokens.v[f->first];
    const uint32_t off = first->span.off + f->begin;
    return (sia_hit){ { off, f->end - off }, f->first, f->last - f->first + 1, first->sentence,
                      owner_of(t, f)->term };
}

static void put_hits(sia_tagger *t, const sia_found *v, uint32_t n)
{
    sia_doc *d = t->doc;
    bool sorted = true;
    for (uint32_t i = 0; i < n; i++) {
        sia_push(d->arena, &d->hits, sia_hit_of(t, &v[i]));
        if (d->hits.n > 1) sorted = sorted && !swapped(&d->hits.v[d->hits.n - 2], &d->hits.v[d->hits.n - 1]);
    }
    if (!sorted) qsort(d->hits.v, d->hits.n, sizeof *d->hits.v, by_place);
}

static const sia_found *copy_of(const sia_tagger *t, const sia_found *v, uint32_t n)
{
    sia_found *copy = sia_new(t->scratch, sia_found, n + 1u);
    if (copy && n) memcpy(copy, v, n * sizeof *v);
    return copy;
}

void sia_policy_apply(sia_tagger *t, sia_sorted *s)
{
    uint32_t all = longest_of_term(t, s->rules, s->n_rules), n = all;
    const sia_found *before = t->options.overlaps ? copy_of(t, s->rules, all) : NULL;
    switch (t->options.policy) {
    case SIA_POLICY_CATEGORY:
    case SIA_POLICY_LONGEST:  n = keep_longest(t, s->rules, all); break;
    case SIA_POLICY_PRIORITY: n = keep_priority(t, s->rules, all); break;
    case SIA_POLICY_ALL:      break;
    }
    t->doc->hits_lost += all - n;
    if (before) sia_overlaps_put(t, before, all, s->rules, n);
    sia_uses_count(t, SIA_USE_KEPT, s->rules, n);
    put_hits(t, s->rules, n);
}
