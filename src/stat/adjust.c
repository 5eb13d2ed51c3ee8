/* Many tests at once: p-values adjusted for the size of the family, in log scale. */
#include <siasat/stat.h>
#include <math.h>
#include <stdlib.h>

typedef struct { double log_p; size_t at; } ranked;

/* Rising p; NaN, which is no test, last. */
static int by_p(const void *x, const void *y)
{
    const ranked *a = x, *b = y;
    if (isnan(a->log_p) != isnan(b->log_p)) return isnan(a->log_p) ? 1 : -1;
    if (a->log_p < b->log_p) return -1;
    if (a->log_p > b->log_p) return 1;
    return (a->at > b->at) - (a->at < b->at);
}

/* 1 + 1/2 + ... + 1/m */
static double harmonic(uint64_t m)
{
    double sum = 0;
    for (uint64_t i = m < 1000000 ? m : 1000000; i > 0; i--) sum += 1 / (double)i;
    if (m > 1000000) sum += log((double)m / 1e6) + (1 / (double)m - 1e-6) / 2;
    return sum;
}

/* By how much the i-th smallest p (from 0) of m is multiplied. */
static double log_factor(sia_adjustment how, uint64_t i, uint64_t m, double log_harmonic)
{
    switch (how) {
    case SIA_BONFERRONI: return log((double)m);
    case SIA_HOLM: case SIA_HOCHBERG: return log((double)(m - i));
    case SIA_BH: return log((double)m / (double)(i + 1));
    case SIA_BY: return log((double)m / (double)(i + 1)) + log_harmonic;
    }
    return 0;
}

static double at_most_1(double log_p) { return log_p < 0 ? log_p : 0; }

bool sia_adjust_falls(sia_adjustment how) { return how == SIA_HOCHBERG || how == SIA_BH || how == SIA_BY; }

sia_adjusting sia_adjust_begin(sia_adjustment how, uint64_t tests, uint64_t family)
{
    const uint64_t m = family > tests ? family : tests;
    return (sia_adjusting){ .how = how, .family = m, .i = sia_adjust_falls(how) ? tests : 0, .log_harmonic = how == SIA_BY ? log(harmonic(m)) : 0,
                            .held = sia_adjust_falls(how) ? 0 : -(double)INFINITY };
}

/* Down from the smallest p (no q below the one before) or up from the largest (no q above the one after). */
double sia_adjust_next(sia_adjusting *x, double log_p)
{
    const bool falls = sia_adjust_falls(x->how);
    const uint64_t i = falls ? --x->i : x->i++;
    const double log_q = at_most_1(log_p + log_factor(x->how, i, x->family, x->log_harmonic));
    if (x->how == SIA_BONFERRONI) return log_q;
    return x->held = falls ? fmin(x->held, log_q) : fmax(x->held, log_q);
}

static void step(sia_adjustment how, ranked *r, size_t n, uint64_t m)
{
    const bool falls = sia_adjust_falls(how);
    sia_adjusting x = sia_adjust_begin(how, n, m);
    for (size_t i = 0; i < n; i++) {
        ranked *at = falls ? &r[n - 1 - i] : &r[i];
        at->log_p = sia_adjust_next(&x, at->log_p);
    }
}

bool sia_adjust(sia_adjustment how, const double *log_p, size_t n, uint64_t family, double *log_q, sia_arena *a)
{
    ranked *r = sia_alloc_raw(a, sizeof *r, n);
    size_t tests = 0;
    if (!r && n) return false;
    for (size_t i = 0; i < n; i++) {
        r[i] = (ranked){ log_p[i], i };
        if (!isnan(log_p[i])) tests++;
    }
    if (n) qsort(r, n, sizeof *r, by_p);
    step(how, r, tests, family);
    for (size_t i = 0; i < n; i++) log_q[r[i].at] = r[i].log_p;
    return true;
}
