/* Does a set of hits fall to groups as chance would have it? Chi-squared where all is large, else the exact distribution, else
 * draws from it. */
#include "table4.h"
#include <math.h>
#include <stdlib.h>

enum { MOST_TABLES = 200000, DRAWS = 9999, ENOUGH = 50, FEW_A_GROUP = 40 };
static const double slack = 1e-9;       /* equal values of chi-squared may differ in their last digits */

typedef struct { const uint64_t *size; uint32_t n; uint64_t hits, all; } setting;

static double expected(const setting *s, uint32_t g) { return (double)s->hits * ((double)s->size[g] / (double)s->all); }

/* Over hits and what is no hit: the second row adds the same differences over larger expectations. */
static double chi2_of(const setting *s, const uint64_t *x)
{
    double sum = 0;
    for (uint32_t g = 0; g < s->n; g++) {
        const double d = (double)x[g] - expected(s, g);
        if (s->size[g]) sum += d * (d / expected(s, g));
    }
    return sum * ((double)s->all / (double)(s->all - s->hits));
}

/* ---- all tables ------------------------------------------------------------------------------------------ */

/* How many ways there are to give `hits` to n groups; MOST_TABLES + 1: more than that. */
static double ways(uint64_t hits, uint32_t n)
{
    double w = 1;
    for (uint32_t i = 1; i < n && w <= MOST_TABLES; i++) w = w * ((double)hits + i) / i;
    return w;
}

typedef struct {
    const setting *s;
    double *log_ways;                   /* of group g and k hits, at g (hits + 1) + k: ln C(size, k); -infinity: cannot be */
    double *cost;                       /* the same of d^2 / E */
    double  limit, top, sum;            /* ways with chi-squared from `limit` on: sum e^top */
} listing;

static void count_table(listing *l, double log_ways)
{
    if (log_ways > l->top) {
        l->sum *= exp(l->top - log_ways);
        l->top = log_ways;
    }
    l->sum += exp(log_ways - l->top);
}

/* Group by group; the last one takes what is left. Depth is the number of groups, which the caller bounds by MOST_TABLES. */
static void list_tables(listing *l, uint32_t g, uint64_t left, double log_ways, double cost)
{
    const uint64_t width = l->s->hits + 1;
    if (g + 1 == l->s->n) {
        const double w = log_ways + l->log_ways[g * width + left], c = cost + l->cost[g * width + left];
        if (w > -(double)INFINITY && c >= l->limit) count_table(l, w);
        return;
    }
    for (uint64_t k = 0; k <= left; k++) {
        const double w = log_ways + l->log_ways[g * width + k];
        if (w > -(double)INFINITY) list_tables(l, g + 1, left - k, w, cost + l->cost[g * width + k]);
    }
}

static void fill_group(listing *l, uint32_t g)
{
    const setting *s = l->s;
    double *w = l->log_ways + g * (s->hits + 1), *c = l->cost + g * (s->hits + 1);
    const double e = expected(s, g);
    for (uint64_t k = 0; k <= s->hits; k++) {
        const double d = (double)k - e;
        w[k] = !k ? 0 : k > s->size[g] ? -(double)INFINITY : w[k - 1] + log((double)(s->size[g] - k + 1) / (double)k);
        c[k] = e > 0 ? d * (d / e) : 0;
    }
}

static bool exact(const setting *s, double chi2, double *log_p, sia_arena *a)
{
    const size_t cells = (size_t)s->n * (s->hits + 1);
    listing l = { .s = s, .log_ways = sia_new(a, double, cells), .cost = sia_new(a, double, cells), .top = -(double)INFINITY };
    double all = 0;
    if (!l.log_ways || !l.cost) return false;
    l.limit = chi2 * ((double)(s->all - s->hits) / (double)s->all) * (1 - slack);
    for (uint32_t g = 0; g < s->n; g++) fill_group(&l, g);
    for (uint64_t k = 1; k <= s->hits; k++) all += log((double)(s->all - k + 1) / (double)k);
    list_tables(&l, 0, s->hits, 0, 0);
    *log_p = fmin(l.top + log(l.sum) - all, 0);
    return true;
}

/* ---- some tables ------------------------------------------------------------------------------------------- */

/* Gives the hits to groups one by one, each word as likely as any other that has none. */
static void draw_hits(const setting *s, uint64_t *left, uint64_t *x, uint64_t *random)
{
    for (uint32_t g = 0; g < s->n; g++) {
        left[g] = s->size[g];
        x[g] = 0;
    }
    for (uint64_t k = 0; k < s->hits; k++) {
        uint64_t at = sia_random_below(random, s->all - k);
        uint32_t g = 0;
        for (; at >= left[g]; g++) at -= left[g];
        left[g]--;
        x[g]++;
    }
}

/* Group by group, how many of the hits that are left are its own: a draw from the same distribution, in steps as many as a hypergeometric
 * deviate is wide. */
static void draw_groups(const setting *s, uint64_t *x, uint64_t *random)
{
    uint64_t hits = s->hits, all = s->all;
    for (uint32_t g = 0; g < s->n; g++) {
        x[g] = sia_hyper_draw((sia_cell){ 0, s->size[g], hits, all }, random);
        hits -= x[g];
        all -= s->size[g];
    }
}

static void draw(const setting *s, uint64_t *left, uint64_t *x, uint64_t *random)
{
    if (s->hits <= FEW_A_GROUP * (uint64_t)s->n) draw_hits(s, left, x, random);
    else draw_groups(s, x, random);
}

/* Besag and Clifford (1991): draws end once ENOUGH were as uneven as what is tested, for p is then known well enough. */
static bool sampled(const setting *s, double chi2, uint64_t seed, double *log_p, sia_arena *a)
{
    uint64_t *left = sia_new(a, uint64_t, s->n), *x = sia_new(a, uint64_t, s->n), had = 0, n = 0;
    if (!left || !x) return false;
    while (n < DRAWS && had < ENOUGH) {
        draw(s, left, x, &seed);
        had += chi2_of(s, x) >= chi2 * (1 - slack);
        n++;
    }
    *log_p = had == ENOUGH ? log((double)had / (double)n) : log(((double)had + 1) / ((double)n + 1));
    return true;
}

/* ---- one row of a table -------------------------------------------------------------------------------------- */

static bool impossible(const uint64_t *hits, const uint64_t *size, uint32_t n)
{
    for (uint32_t g = 0; g < n; g++) if (hits[g] > size[g]) return true;
    return false;
}

bool sia_homogeneity_of(const uint64_t *hits, const uint64_t *size, uint32_t n, double alpha, uint64_t seed, sia_homogeneity *out, sia_arena *a)
{
    const double nothing = (double)NAN;
    setting s = { .size = size, .n = n };
    uint32_t groups = 0;
    bool large = true, ok = true;
    *out = (sia_homogeneity){ nothing, nothing, nothing, nothing, { nothing, nothing }, SIA_NOT_TESTED };
    for (uint32_t g = 0; g < n; g++) {
        s.hits += hits[g];
        s.all += size[g];
        groups += size[g] > 0;
    }
    if (groups < 2 || !s.hits || s.hits >= s.all || impossible(hits, size, n)) return true;
    for (uint32_t g = 0; g < n; g++) large &= !size[g] || expected(&s, g) >= 5;
    out->chi2 = chi2_of(&s, hits);
    out->df = groups - 1;
    out->how = large ? SIA_BY_CHI2 : ways(s.hits, n) <= MOST_TABLES ? SIA_BY_ALL_TABLES : SIA_BY_DRAWS;
    if (large) out->log_p = sia_log_chi2_above(out->chi2, out->df);
    else if (out->how == SIA_BY_ALL_TABLES) ok = exact(&s, out->chi2, &out->log_p, a);
    else ok = sampled(&s, out->chi2, seed, &out->log_p, a);
    out->v = sia_cramers_v(out->chi2, 2, groups, (double)s.all);
    out->interval = sia_cramers_v_interval(out->chi2, 2, groups, (double)s.all, alpha);
    return ok;
}

sia_residual sia_residual_of(uint64_t hits, uint64_t size, uint64_t all_hits, uint64_t all)
{
    const double r = (double)all_hits / (double)all, c = (double)size / (double)all, e = (double)all_hits * c, d = (double)hits - e;
    return (sia_residual){ e, d / sqrt(e), d / sqrt(e * (1 - r) * (1 - c)) };
}
