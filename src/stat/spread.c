/* Dispersion: how evenly an item is spread over the parts of a corpus. */
#include <siasat/stat.h>
#include <math.h>
#include <stdlib.h>

static const double ln2 = 0.693147180559945309;

/* The excesses of t over w add up to as much as its shortfalls: only the parts that have the item are looked at. */
double sia_dp(const sia_share *with, uint32_t n, uint64_t count, uint64_t words)
{
    double sum = 0;
    if (!count || !words) return (double)NAN;
    for (uint32_t i = 0; i < n; i++) {
        double over = (double)with[i].count / (double)count - (double)with[i].words / (double)words;
        if (over > 0) sum += over;
    }
    return sum;
}

static int falling(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return (a < b) - (a > b);
}

typedef struct { uint64_t count, words, least, least_with; uint32_t n, with; } totals;

static totals total(const sia_share *part, uint32_t n)
{
    totals t = { .n = n, .least = UINT64_MAX, .least_with = UINT64_MAX };
    for (uint32_t i = 0; i < n; i++) {
        t.count += part[i].count;
        t.words += part[i].words;
        if (part[i].words < t.least) t.least = part[i].words;
        if (part[i].count && part[i].words < t.least_with) t.least_with = part[i].words;
        t.with += part[i].count > 0;
    }
    return t;
}

/* Of the rates, which are sorted, largest first, and then are shares of their sum. */
static void by_rates(sia_spread *s, double *r, uint32_t k)
{
    double sum = 0, square = 0, entropy = 0, ranked = 0, mean;
    qsort(r, k, sizeof *r, falling);
    for (uint32_t i = k; i-- > 0; ) sum += r[i];
    mean = sum / k;
    for (uint32_t i = k; i-- > 0; ) {
        double share = r[i] / sum;
        square += (r[i] - mean) * (r[i] - mean);
        if (share > 0) entropy -= share * log(share);
        ranked += (double)(i + 1) * share;
    }
    s->juilland_d = 1 - sqrt(square / k) / mean / sqrt(k - 1.0);
    s->carroll_d2 = entropy / log((double)k);
    s->d_a = 2 * (ranked - 1) / (k - 1.0);
}

static void by_shares(sia_spread *s, const sia_share *part, const totals *t)
{
    double roots = 0, kld = 0;
    for (uint32_t i = 0; i < t->n; i++) {
        double w = (double)part[i].words / (double)t->words, h = (double)part[i].count / (double)t->count;
        roots += sqrt(w * h);
        if (h > 0) kld += h * log(h / w);
    }
    s->rosengren_s = roots * roots;
    s->kld = kld > 0 ? kld / ln2 : 0;
    s->d_kl = 1 / (1 + s->kld);
}

bool sia_spread_of(const sia_share *part, uint32_t n, sia_spread *out, sia_arena *a)
{
    const double nothing = (double)NAN;
    totals t = total(part, n);
    *out = (sia_spread){ n ? (double)t.with / n : nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing };
    if (!t.count) return true;
    by_shares(out, part, &t);
    double *r = sia_alloc_raw(a, sizeof *r, n);
    if (!r) return false;
    if (n < 2) return true;
    out->dp = sia_dp(part, n, t.count, t.words);
    out->dp_norm = out->dp / (1 - (double)t.least / (double)t.words);
    out->d_p = 1 - out->dp / (1 - (double)t.least_with / (double)t.words);
    for (uint32_t i = 0; i < n; i++) r[i] = (double)part[i].count / (double)part[i].words;
    by_rates(out, r, n);
    return true;
}

/* ---- by position ---------------------------------------------------------------------------------------- */

/* Distance from place i back to the one before, around the end of the text. */
static uint64_t gap(const uint64_t *place, size_t n, size_t i, uint64_t words)
{
    return i ? place[i] - place[i - 1] : place[0] + (words - place[n - 1]);
}

double sia_arf(const uint64_t *place, size_t n, uint64_t words)
{
    if (!n || !words) return (double)NAN;
    double even = (double)words / (double)n, sum = 0;
    for (size_t i = 0; i < n; i++) sum += fmin((double)gap(place, n, i, words), even);
    return sum / even;
}

double sia_aldf(const uint64_t *place, size_t n, uint64_t words)
{
    if (!n || !words) return (double)NAN;
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        double share = (double)gap(place, n, i, words) / (double)words;
        if (share > 0) sum -= share * log(share);
    }
    return exp(sum);
}
