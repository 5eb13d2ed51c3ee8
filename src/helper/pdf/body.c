/* The size most letters have, and how far its lines stand apart. */
#include "sheets.h"
#include <math.h>

enum { SIZES = 200, STEPS = 800 };           /* half points; tenths of a point */

static size_t most(const uint64_t *v, size_t n)
{
    size_t best = 0;
    for (size_t i = 1; i < n; i++) if (v[i] > v[best]) best = i;
    return best;
}

static void measure(sheets *s)
{
    uint64_t size[SIZES] = { 0 }, step[STEPS] = { 0 };
    for (size_t i = 0; i < s->n_lines; i++) {
        const float half = s->lines[i].size * 2 + 0.5f;
        if (half >= 1 && half < SIZES) size[(size_t)half] += s->lines[i].letters;
    }
    s->body = (float)most(size, SIZES) / 2;
    for (size_t i = 1; i < s->n_lines; i++) {
        const sheet_line *a = &s->lines[i - 1], *b = &s->lines[i];
        const float down = (b->base - a->base) * 10 + 0.5f;
        if (fabsf(a->size - s->body) < 0.5f && fabsf(b->size - s->body) < 0.5f && down >= s->body * 5 && down < STEPS) step[(size_t)down]++;
    }
    s->pitch = (float)most(step, STEPS) / 10;
    if (s->pitch < s->body * 0.5f) s->pitch = s->body * 1.2f;
}

void sheets_find(sheets *s)
{
    measure(s);
    sheets_edges(s);
    sheets_notes(s);
}
