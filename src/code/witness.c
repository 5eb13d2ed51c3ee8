/* Witnesses: what lists and sets were found at, kept apart from the rules' matches until a rule asks. Most never are. */
#include "policy.h"
#include <stdlib.h>

void sia_put_witness(sia_tagger *t, sia_found f)
{
    sia_witness *w = &t->witnesses[f.owner];
    if (!w->at.n) sia_push(t->a, &t->called, f.owner);
    sia_push(t->a, &w->at, f);
}

static bool is_rule(const sia_tagger *t, uint32_t owner) { return t->program.owners.v[owner].kind == SIA_OWNS_RULE; }

void sia_put_found(sia_tagger *t, sia_found f)
{
    if (is_rule(t, f.owner)) sia_push(t->scratch, &t->found, f);
    else sia_put_witness(t, f);
}

sia_founds *sia_founds_of(sia_tagger *t, uint32_t owner) { return is_rule(t, owner) ? &t->found : &t->witnesses[owner].at; }

void sia_found_begin(sia_tagger *t)
{
    t->found = (sia_founds){ 0 };
    for (uint32_t i = 0; i < t->called.n; i++) {
        sia_witness *w = &t->witnesses[t->called.v[i]];
        w->at.n = 0;
        w->reach = w->lasts = NULL;
    }
    t->called.n = 0;
}

static uint32_t longest_of_start(sia_found *v, uint32_t n)
{
    uint32_t kept = 0;
    sia_sort_founds(v, n);
    for (uint32_t i = 0; i < n; i++) if (!kept || v[kept - 1].first != v[i].first) v[kept++] = v[i];
    return kept;
}

static int by_number(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static void put_in_order(sia_tagger *t, sia_witness *w)
{
    bool sorted = true;
    w->at.n = longest_of_start(w->at.v, w->at.n);
    w->reach = sia_new(t->scratch, uint32_t, w->at.n + 1u);
    w->lasts = sia_new(t->scratch, uint32_t, w->at.n + 1u);
    if (!w->reach || !w->lasts) { w->at.n = 0; return; }
    for (uint32_t i = 0; i < w->at.n; i++) {
        w->lasts[i] = w->at.v[i].last;
        w->reach[i] = i && w->reach[i - 1] > w->lasts[i] ? w->reach[i - 1] : w->lasts[i];
        sorted = sorted && (!i || w->lasts[i - 1] <= w->lasts[i]);
    }
    if (!sorted) qsort(w->lasts, w->at.n, sizeof *w->lasts, by_number);
}

const sia_witness *sia_witness_of(sia_tagger *t, uint32_t owner)
{
    sia_witness *w = &t->witnesses[owner];
    if (w->at.n && !w->reach) put_in_order(t, w);
    return w;
}

uint32_t sia_begun_before(const sia_witness *s, uint32_t tok)
{
    uint32_t lo = 0, hi = s->at.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (s->at.v[mid].first < tok) lo = mid + 1; else hi = mid;
    }
    return lo;
}

uint32_t sia_ended_before(const sia_witness *s, uint32_t tok)
{
    uint32_t lo = 0, hi = s->at.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (s->lasts[mid] < tok) lo = mid + 1; else hi = mid;
    }
    return lo;
}
