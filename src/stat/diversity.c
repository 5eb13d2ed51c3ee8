/* Lexical diversity of a text: from how often each type stands in it, and from the order of its tokens. */
#include <siasat/stat.h>
#include <math.h>
#include <stdlib.h>

enum { HDD_SAMPLE = 42 };

/* ---- from the frequencies of the types ------------------------------------------------------------------ */

/* Types that are met once are many: equal frequencies are worked out once. */
static int rising(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

/* P(a type of this frequency is not among 42 tokens drawn without return from n). */
static double absent(uint32_t freq, double n)
{
    double p = 1;
    for (int i = 0; i < HDD_SAMPLE && p > 0; i++) p *= (n - freq - i) / (n - i);
    return p > 0 ? p : 0;
}

typedef struct { double n, v, squares, pairs, drawn; } sums;

static sums sum_up(const uint32_t *freq, uint32_t types)
{
    sums s = { 0 };
    for (uint32_t i = 0, end; i < types; i = end) {
        for (end = i + 1; end < types && freq[end] == freq[i]; ) end++;
        double f = freq[i], many = end - i;
        s.n += f * many;
        s.squares += f * f * many;
        s.pairs += f * (f - 1) * many;
    }
    for (uint32_t i = 0, end; i < types && s.n >= HDD_SAMPLE; i = end) {
        for (end = i + 1; end < types && freq[end] == freq[i]; ) end++;
        s.drawn += (end - i) * (1 - absent(freq[i], s.n));
    }
    s.v = types;
    return s;
}

static void by_frequency(sia_diversity *d, const sums *s)
{
    double n = s->n, v = s->v, log_n = log10(n), log_v = log10(v);
    d->ttr = v / n;
    d->guiraud_r = v / sqrt(n);
    d->cttr = v / sqrt(2 * n);
    d->yule_k = 1e4 * (s->squares - n) / n / n;
    d->yule_i = v * v / (s->squares - v);
    d->herdan_vm = sqrt(fmax(s->squares / n / n - 1 / v, 0));
    if (n > 1) {
        d->herdan_c = log_v / log_n;
        d->dugast_u = log_n * log_n / (log_n - log_v);
        d->simpson_d = s->pairs / n / (n - 1);
        d->maas_a = sqrt((log_n - log_v) / (log_n * log_n));
    }
    if (v > 10) d->summer_s = log10(log_v) / log10(log_n);
    if (n >= HDD_SAMPLE) d->hdd = s->drawn / HDD_SAMPLE;
}

/* ---- from the order of the tokens -------------------------------------------------------------------------- */

/* Mean TTR of windows of `width`; `seen` is all 0 before and after. NaN: the text is shorter. */
static double moving(const uint32_t *type, size_t n, uint32_t width, uint32_t *seen)
{
    uint64_t sum = 0;
    uint32_t types = 0;
    if (!width || n < width) return (double)NAN;
    for (size_t i = 0; i < n; i++) {
        types += !seen[type[i]]++;
        if (i >= width) types -= !--seen[type[i - width]];
        if (i + 1 >= width) sum += types;
    }
    for (size_t i = n - width; i < n; i++) seen[type[i]] = 0;
    return (double)sum / width / (double)(n - width + 1);
}

static double segments(const uint32_t *type, size_t n, uint32_t width, uint32_t *seen)
{
    uint64_t sum = 0;
    if (!width || n < width) return (double)NAN;
    size_t whole = n / width;
    for (size_t k = 0; k < whole; k++) {
        for (size_t i = k * width; i < (k + 1) * width; i++) sum += !seen[type[i]]++;
        for (size_t i = k * width; i < (k + 1) * width; i++) seen[type[i]] = 0;
    }
    return (double)sum / width / (double)whole;
}

/* Factors: stretches after which TTR has fallen below 0.72, and what share of one the rest is. `step` is 1 or -1. */
static double factors(const uint32_t *type, size_t n, bool backwards, uint32_t *seen)
{
    static const double fallen = 0.72;
    double whole = 0, ttr = 1;
    size_t from = 0, types = 0;
    for (size_t i = 0; i < n; i++) {
        types += !seen[type[backwards ? n - 1 - i : i]]++;
        ttr = (double)types / (double)(i + 1 - from);
        if (!(ttr < fallen)) continue;
        whole++;
        for (size_t k = from; k <= i; k++) seen[type[backwards ? n - 1 - k : k]] = 0;
        from = i + 1;
        types = 0;
        ttr = 1;
    }
    for (size_t k = from; k < n; k++) seen[type[backwards ? n - 1 - k : k]] = 0;
    return whole + (1 - ttr) / (1 - fallen);
}

static double mtld(const uint32_t *type, size_t n, uint32_t *seen)
{
    double there = (double)n / factors(type, n, false, seen), back = (double)n / factors(type, n, true, seen);
    return (there + back) / 2;
}

bool sia_diversity_of(const uint32_t *type, size_t n, uint32_t types, uint32_t window, sia_diversity *out, sia_arena *a)
{
    const double nothing = (double)NAN;
    uint32_t *freq = sia_new(a, uint32_t, (size_t)types + 1), met = 0;
    *out = (sia_diversity){ n, 0, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing,
                            nothing, nothing, nothing, nothing, nothing };
    if (!freq) return false;
    out->mattr = moving(type, n, window, freq);
    out->msttr = segments(type, n, window, freq);
    if (n) out->mtld = mtld(type, n, freq);
    for (size_t i = 0; i < n; i++) freq[type[i]]++;
    for (uint32_t i = 0; i < types; i++)
        if (freq[i]) freq[met++] = freq[i];
    qsort(freq, met, sizeof *freq, rising);
    out->types = met;
    sums s = sum_up(freq, met);
    if (n) by_frequency(out, &s);
    return true;
}
