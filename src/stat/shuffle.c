/* A test that shuffles whole works between target and reference. */
#include <siasat/stat.h>
#include <math.h>

typedef struct {
    const sia_sides *words;
    uint32_t  works;
    uint32_t *single, n_single;         /* works that stand on one side alone */
    uint32_t  n_target;                 /* how many of them stand on the target's */
    bool     *changed;                  /* by work: its sides have changed about */
    sia_sides all;                      /* words of the arrangement */
} deal;

static bool on_target(const deal *d, uint32_t work) { return d->words[work].target > 0; }

static bool open(deal *d, sia_arena *a)
{
    d->single = sia_new(a, uint32_t, (size_t)d->works + 1);
    d->changed = sia_new(a, bool, (size_t)d->works + 1);
    if (!d->single || !d->changed) return false;
    for (uint32_t w = 0; w < d->works; w++) {
        const sia_sides x = d->words[w];
        d->all.target += x.target;
        d->all.reference += x.reference;
        if (!x.target == !x.reference) continue;
        d->single[d->n_single++] = w;
        d->n_target += x.target > 0;
    }
    return true;
}

static sia_sides arranged(const deal *d, uint32_t work, sia_sides x)
{
    return d->changed[work] ? (sia_sides){ x.reference, x.target } : x;
}

/* The first n_target of `single`, after as many steps of a shuffle, are the target's; a coin for each work of both sides. */
static void draw(deal *d, uint64_t *state)
{
    for (uint32_t i = 0; i < d->n_target; i++) {
        const uint32_t k = i + (uint32_t)sia_random_below(state, d->n_single - i), w = d->single[k];
        d->single[k] = d->single[i];
        d->single[i] = w;
    }
    for (uint32_t i = 0; i < d->n_single; i++) d->changed[d->single[i]] = on_target(d, d->single[i]) != (i < d->n_target);
    d->all = (sia_sides){ 0, 0 };
    for (uint32_t w = 0; w < d->works; w++) {
        if (d->words[w].target && d->words[w].reference) d->changed[w] = sia_random(state) >> 63;
        const sia_sides x = arranged(d, w, d->words[w]);
        d->all.target += x.target;
        d->all.reference += x.reference;
    }
}

static double strength(const deal *d, const sia_holding *item)
{
    sia_sides hits = { 0, 0 };
    for (uint32_t i = 0; i < item->n; i++) {
        const sia_sides x = arranged(d, item->v[i].work, item->v[i].hits);
        hits.target += x.target;
        hits.reference += x.reference;
    }
    return fabs(sia_g2(sia_cell_of_groups(hits.target, d->all.target, hits.reference, d->all.reference)));
}

/* Rounding must not make an arrangement that is the same, or its mirror, look smaller. */
static bool as_large(double x, double observed) { return x >= observed * (1 - 1e-9); }

static void count_draw(const deal *d, const sia_holding *item, uint32_t n, const double *observed, double *now, double *p, double *q)
{
    double most = 0;
    for (uint32_t i = 0; i < n; i++) {
        now[i] = strength(d, &item[i]);
        if (now[i] > most) most = now[i];
    }
    for (uint32_t i = 0; i < n; i++) {
        p[i] += as_large(now[i], observed[i]);
        q[i] += as_large(most, observed[i]);
    }
}

bool sia_shuffle_sides(const sia_sides *words, uint32_t works, const sia_holding *item, uint32_t n, uint32_t times, uint64_t seed,
                       double *p, double *q, sia_arena *a)
{
    deal d = { .words = words, .works = works };
    double *observed = sia_new(a, double, (size_t)n + 1), *now = sia_new(a, double, (size_t)n + 1);
    if (!observed || !now || !open(&d, a)) return false;
    for (uint32_t i = 0; i < n; i++) {
        observed[i] = strength(&d, &item[i]);
        p[i] = q[i] = 1;                                     /* the arrangement that is */
    }
    for (uint32_t t = 0; t < times; t++) {
        draw(&d, &seed);
        count_draw(&d, item, n, observed, now, p, q);
    }
    for (uint32_t i = 0; i < n; i++) {
        const bool tested = !isnan(observed[i]);
        p[i] = tested ? p[i] / (times + 1.0) : (double)NAN;
        q[i] = tested ? q[i] / (times + 1.0) : (double)NAN;
    }
    return true;
}
