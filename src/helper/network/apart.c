/* Boxes that lie on one another are moved apart, each pair along the way that is shorter, until none do. */
#include "nodes.h"
#include <math.h>
#include <stdlib.h>

enum { ROUNDS = 1000 };
static const double gap = 0.05;                              /* what is left between two: no rounding lets them touch */

typedef struct { place *at; const place *size; size_t n; double width, height; size_t *order; } boxes;

static const boxes *sorting;                                 /* for qsort */

static int by_left(const void *x, const void *y)
{
    const size_t a = *(const size_t *)x, b = *(const size_t *)y;
    const double l = sorting->at[a].x - sorting->size[a].x / 2, m = sorting->at[b].x - sorting->size[b].x / 2;
    if (l < m || l > m) return l < m ? -1 : 1;
    return (a > b) - (a < b);
}

static double within(double v, double half, double most) { return v < half ? half : v > most - half ? most - half : v; }

static void keep_inside(boxes *b, size_t i)
{
    b->at[i].x = within(b->at[i].x, b->size[i].x / 2, b->width);
    b->at[i].y = within(b->at[i].y, b->size[i].y / 2, b->height);
}

/* How far one lies on the other in each direction, and whether it does. */
static bool overlap(const boxes *b, size_t i, size_t k, double *x, double *y)
{
    *x = (b->size[i].x + b->size[k].x) / 2 + gap - fabs(b->at[i].x - b->at[k].x);
    *y = (b->size[i].y + b->size[k].y) / 2 + gap - fabs(b->at[i].y - b->at[k].y);
    return *x > 1e-9 && *y > 1e-9;
}

static void part(boxes *b, size_t i, size_t k, double x, double y)
{
    place *p = &b->at[i], *q = &b->at[k];
    if (y <= x) {
        const double d = p->y < q->y || (!(p->y > q->y) && i < k) ? -y / 2 : y / 2;
        p->y += d;
        q->y -= d;
    } else {
        const double d = p->x < q->x || (!(p->x > q->x) && i < k) ? -x / 2 : x / 2;
        p->x += d;
        q->x -= d;
    }
    keep_inside(b, i);
    keep_inside(b, k);
}

/* One look at all boxes by their left edges; how many pairs were parted. */
static size_t sweep(boxes *b)
{
    size_t parted = 0;
    sorting = b;
    qsort(b->order, b->n, sizeof *b->order, by_left);
    for (size_t u = 0; u < b->n; u++) {
        const size_t i = b->order[u];
        for (size_t v = u + 1; v < b->n; v++) {
            const size_t k = b->order[v];
            double x, y;
            if (b->at[k].x - b->size[k].x / 2 > b->at[i].x + b->size[i].x / 2 + gap) break;
            if (!overlap(b, i, k, &x, &y)) continue;
            part(b, i, k, x, y);
            parted++;
        }
    }
    return parted;
}

bool move_apart(place *at, const place *size, size_t n, double width, double height)
{
    boxes b = { at, size, n, width, height, must_alloc(NULL, n * sizeof(size_t)) };
    size_t parted = 1;
    for (size_t i = 0; i < n; i++) b.order[i] = i;
    for (size_t i = 0; i < n; i++) keep_inside(&b, i);
    for (int i = 0; parted && i < ROUNDS; i++) parted = sweep(&b);
    free(b.order);
    return !parted;
}
