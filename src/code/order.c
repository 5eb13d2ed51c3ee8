/* Order: sorting a document's matches for the rules and the policy. */
#include "policy.h"
#include <stdlib.h>

static int order(uint32_t a, uint32_t b) { return (a > b) - (a < b); }

/* By start, then the longer, then the owner. */
static int by_start(const void *x, const void *y)
{
    const sia_found *a = x, *b = y;
    int k = order(a->first, b->first);
    if (!k) k = order(a->begin, b->begin);
    if (!k) k = order(b->end, a->end);
    return k ? k : order(a->owner, b->owner);
}

static void insertion_sort(sia_found *v, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++) {
        sia_found x = v[i];
        uint32_t k = i;
        for (; k && by_start(&v[k - 1], &x) > 0; k--) v[k] = v[k - 1];
        v[k] = x;
    }
}

/* The fast engine finds in order of starts, so that there is little to sort but those of one start. */
void sia_sort_founds(sia_found *v, uint32_t n)
{
    bool sorted = true;
    for (uint32_t i = 1; i < n && sorted; i++) sorted = v[i - 1].first <= v[i].first;
    if (!sorted) { qsort(v, n, sizeof *v, by_start); return; }
    for (uint32_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && v[to].first == v[from].first; ) to++;
        if (to - from <= 16) insertion_sort(v + from, to - from);
        else qsort(v + from, to - from, sizeof *v, by_start);
    }
}

/* Of each rule and start the longest; `last` holds, by owner, 1 + the start it was seen at. */
static uint32_t first_of_owner(sia_found *v, uint32_t n, uint32_t *last)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (last[v[i].owner] == v[i].first + 1) continue;
        last[v[i].owner] = v[i].first + 1;
        v[kept++] = v[i];
    }
    return kept;
}

bool sia_found_sort(sia_tagger *t, sia_sorted *s)
{
    uint32_t *last = sia_new(t->scratch, uint32_t, t->program.owners.n + 1u);
    *s = (sia_sorted){ t->found.v, t->found.n };
    if (!last) return false;
    sia_sort_founds(s->rules, s->n_rules);
    s->n_rules = first_of_owner(s->rules, s->n_rules, last);
    return true;
}
