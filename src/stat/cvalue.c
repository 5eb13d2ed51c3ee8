/* C-value: how much of a term a row of words is, by how often it stands by itself and not only inside longer ones. */
#include <math.h>
#include <siasat/stat.h>

typedef struct {
    sia_candidate *v;
    uint32_t *slots;                        /* by words: 1 + an index, 0: free                */
    size_t    mask;
    uint64_t *nested;                       /* t(a), by index: how often it stands in longer candidates */
    uint32_t *longer;                       /* c(a): how many these are                       */
} table;

static uint64_t hash_of(const uint32_t *words, uint32_t n)
{
    uint64_t h = n;
    for (uint32_t i = 0; i < n; i++) {
        h = (h ^ words[i]) * 0x9E3779B97F4A7C15u;
        h ^= h >> 32;
    }
    return h;
}

/* The slot of the candidate that is these words, or the free one where it belongs. */
static uint32_t *slot_of(const table *t, const uint32_t *words, uint32_t n)
{
    size_t i = (size_t)hash_of(words, n) & t->mask;
    for (; t->slots[i]; i = (i + 1) & t->mask) {
        const sia_candidate *c = &t->v[t->slots[i] - 1];
        if (c->n == n && !memcmp(c->words, words, n * sizeof *words)) break;
    }
    return &t->slots[i];
}

static bool open_table(table *t, sia_candidate *v, uint32_t n, sia_arena *a)
{
    size_t size = 64;
    while (size / 2 < n) size *= 2;
    *t = (table){ v, sia_new(a, uint32_t, size), size - 1, sia_new(a, uint64_t, n + 1u), sia_new(a, uint32_t, n + 1u) };
    if (!t->slots || !t->nested || !t->longer) return false;
    for (uint32_t i = 0; i < n; i++) *slot_of(t, v[i].words, v[i].n) = i + 1;
    return true;
}

/* The shorter ones in candidate i: of its f(a) occurrences those inside longer ones have been counted with these. */
static void tell_shorter(const table *t, uint32_t i)
{
    const sia_candidate *c = &t->v[i];
    for (uint32_t n = 1; n < c->n; n++)
        for (uint32_t from = 0; from + n <= c->n; from++) {
            const uint32_t in = *slot_of(t, c->words + from, n);
            if (!in) continue;
            t->nested[in - 1] += c->count - t->nested[i];
            t->longer[in - 1]++;
        }
}

static double value_of(const table *t, uint32_t i)
{
    const double f = (double)t->v[i].count, c = t->longer[i];
    return log2((double)t->v[i].n) * (c > 0 ? f - (double)t->nested[i] / c : f);
}

bool sia_c_values(sia_candidate *v, uint32_t n, sia_arena *a)
{
    table t;
    uint32_t most = 0;
    if (!open_table(&t, v, n, a)) return false;
    for (uint32_t i = 0; i < n; i++) if (v[i].n > most) most = v[i].n;
    for (uint32_t length = most; length; length--)           /* longest first: what they say must be known before */
        for (uint32_t i = 0; i < n; i++) {
            if (v[i].n != length) continue;
            v[i].value = value_of(&t, i);
            tell_shorter(&t, i);
        }
    return true;
}
