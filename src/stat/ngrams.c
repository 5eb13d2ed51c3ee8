/* N-grams and the 2x2 table behind each: all but its last item against the last. */
#include "counts.h"

/* Sums over all n-grams of one length: by beginning, by last item, and of all. */
typedef struct { uint64_t *first, *last, all; } margins;

static bool sum_up(const sia_grams *g, const sia_tally *t, size_t n, uint32_t length, uint32_t items, margins *m, sia_arena *a)
{
    *m = (margins){ sia_new(a, uint64_t, (size_t)sia_grams_size(g) + 1), sia_new(a, uint64_t, (size_t)items + 1), 0 };
    for (size_t i = 0; m->first && m->last && i < n; i++) {
        const sia_gram x = sia_grams_at(g, t[i].item);
        if (x.n != length) continue;
        m->first[x.before] += t[i].count;
        m->last[x.item] += t[i].count;
        m->all += t[i].count;
    }
    return m->first && m->last;
}

static sia_cell ordered(const margins *m, sia_gram x, uint64_t count)
{
    return (sia_cell){ count, m->first[x.before], m->last[x.item], m->all };
}

/* Places in windows: a pair of places is one in the window of each, and a pair of like items is two in that of both. */
static sia_cell unordered(const sia_grams *g, const margins *m, sia_gram x, uint64_t count)
{
    const uint32_t one = sia_grams_at(g, x.before).item;
    const uint64_t twice = one == x.item ? 2 : 1;
    return (sia_cell){ count * twice, m->last[one], m->last[x.item], 2 * m->all };
}

/* last[item] becomes how many places stand in windows of the item. */
static void both_ends(const sia_grams *g, const sia_tally *t, size_t n, margins *m)
{
    for (size_t i = 0; i < n; i++) {
        const sia_gram x = sia_grams_at(g, t[i].item);
        if (x.n == 2) m->last[sia_grams_at(g, x.before).item] += t[i].count;
    }
}

static uint32_t most_items(const sia_grams *g)
{
    uint32_t most = 0;
    for (uint32_t id = 1; id <= sia_grams_size(g); id++) {
        const uint32_t item = sia_grams_at(g, id).item;
        if (item > most) most = item;
    }
    return most;
}

static uint32_t longest(const sia_grams *g, const sia_tally *t, size_t n)
{
    uint32_t most = 0;
    for (size_t i = 0; i < n; i++) {
        const uint32_t length = sia_grams_at(g, t[i].item).n;
        if (length > most) most = length;
    }
    return most;
}

static uint64_t at_least(const uint64_t *v, size_t n, uint64_t least)
{
    uint64_t k = 0;
    for (size_t i = 0; i < n; i++) k += v[i] && v[i] >= least;
    return k;
}

sia_ngram *sia_ngrams_of(const sia_grams *g, const sia_counts *c, bool window, uint64_t least, size_t *n, uint64_t *family, sia_arena *a)
{
    const size_t cells = sia_counts_cells(c);
    const uint32_t items = most_items(g);
    sia_tally *t = sia_alloc_raw(a, sizeof *t, cells + 1);
    sia_ngram *out;
    size_t kept = 0;
    margins m;
    *n = 0;
    *family = 0;
    if (!t) return NULL;
    sia_counts_list(c, t);
    for (size_t i = 0; i < cells; i++) kept += t[i].count >= least;
    if (!(out = sia_alloc_raw(a, sizeof *out, kept + 1))) return NULL;
    for (uint32_t length = 2, most = longest(g, t, cells); length <= most; length++) {
        if (!sum_up(g, t, cells, length, items, &m, a)) return NULL;
        if (window) both_ends(g, t, cells, &m);
        for (size_t i = 0; i < cells; i++) {
            const sia_gram x = sia_grams_at(g, t[i].item);
            if (x.n != length || t[i].count < least) continue;
            out[(*n)++] = (sia_ngram){ t[i].item, t[i].count, t[i].works, window ? unordered(g, &m, x, t[i].count) : ordered(&m, x, t[i].count) };
        }
        const uint64_t firsts = at_least(m.first, (size_t)sia_grams_size(g) + 1, least), lasts = at_least(m.last, (size_t)items + 1, least);
        *family += window ? lasts * (lasts + 1) / 2 : firsts * lasts;
    }
    return out;
}
