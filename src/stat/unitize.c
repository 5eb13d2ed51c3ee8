/* Unitizing reliability of two coders who mark stretches of one continuum: Krippendorff's alpha for units and gaps. */
#include <siasat/stat.h>
#include <math.h>
#include <stdlib.h>

static double square(double x) { return x * x; }
static uint64_t end_of(sia_stretch u) { return u.start + u.len; }

/* ---- observed ------------------------------------------------------------------------------- */

/* What the units of one side add: each that meets none of the other's lies in a gap of theirs, and each pair that meets is told by how
 * far its ends lie apart; `pairs`: of two sides only one counts those. */
static double differences(const sia_stretch *u, uint32_t n, const sia_stretch *v, uint32_t m, bool pairs)
{
    double sum = 0;
    uint32_t from = 0;
    for (uint32_t i = 0; i < n; i++) {
        bool met = false;
        while (from < m && end_of(v[from]) <= u[i].start) from++;
        for (uint32_t k = from; k < m && v[k].start < end_of(u[i]); k++) {
            met = true;
            if (pairs) sum += square((double)u[i].start - (double)v[k].start) + square((double)end_of(u[i]) - (double)end_of(v[k]));
        }
        if (!met) sum += square((double)u[i].len);
    }
    return sum;
}

/* ---- expected ------------------------------------------------------------------------------- */

typedef struct { uint64_t *v; uint32_t n; double *sum; } gaps;           /* ascending; sum[i]: of those from i on */

static int ascending(const void *x, const void *y)
{
    const uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
    return (a > b) - (a < b);
}

static void put_gaps(gaps *g, const sia_stretch *u, uint32_t n, uint64_t length)
{
    uint64_t at = 0;
    for (uint32_t i = 0; i < n; at = end_of(u[i++])) if (u[i].start > at) g->v[g->n++] = u[i].start - at;
    if (length > at) g->v[g->n++] = length - at;
}

/* In how many places of all gaps that are long enough a unit may begin: their lengths less its own, and one each. */
static double places(const gaps *g, uint64_t len)
{
    uint32_t lo = 0, hi = g->n;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (g->v[mid] < len) lo = mid + 1; else hi = mid;
    }
    return g->sum[lo] - (double)(g->n - lo) * ((double)len - 1);
}

/* Adds the units of one side to the numerator and to what the denominator lacks. */
static void add_units(const sia_stretch *u, uint32_t n, double others, const gaps *g, double *numerator, double *within)
{
    for (uint32_t i = 0; i < n; i++) {
        const double l = (double)u[i].len;
        *numerator += others / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * places(g, u[i].len);
        *within += l * (l - 1);
    }
}

bool sia_unitizing_of(sia_unitizing *out, const sia_stretch *a, uint32_t n_a, const sia_stretch *b, uint32_t n_b, uint64_t length, sia_arena *arena)
{
    const double whole = (double)length, both = 2 * whole, units = (double)n_a + (double)n_b;
    gaps g = { sia_new(arena, uint64_t, (size_t)n_a + n_b + 2), 0, sia_new(arena, double, (size_t)n_a + n_b + 3) };
    double numerator = 0, within = 0;
    *out = (sia_unitizing){ 0, 0 };
    if (!g.v || !g.sum) return false;
    if (!length || units == 0) return true;
    put_gaps(&g, a, n_a, length);
    put_gaps(&g, b, n_b, length);
    qsort(g.v, g.n, sizeof *g.v, ascending);
    for (uint32_t i = g.n; i--; ) g.sum[i] = g.sum[i + 1] + (double)g.v[i];
    add_units(a, n_a, units - 1, &g, &numerator, &within);
    add_units(b, n_b, units - 1, &g, &numerator, &within);
    out->observed = (differences(a, n_a, b, n_b, true) + differences(b, n_b, a, n_a, false)) / (whole * whole);
    out->expected = 2 / whole * numerator / (both * (both - 1) - within);
    return true;
}

double sia_unitizing_alpha(sia_unitizing u) { return u.expected > 0 ? 1 - u.observed / u.expected : NAN; }
