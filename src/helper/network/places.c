/* Where the nodes are drawn: Fruchterman and Reingold's forces (1991), room made where it is crowded, labels moved apart. */
#include "nodes.h"
#include <math.h>
#include <stdlib.h>

enum { STEPS = 500, FEW = 64 };
static const double pi = 3.14159265358979323846;

/* Sizes in the height of letters. The canvas has room for several times its labels; src/report/columns_stat.c tells of it. */
static const double letter = 0.6, node_height = 2.6, margin = 1, ems_a_root = 11, aspect = 0.75, within = 3;

/* On a circle, in their order: a beginning that owes nothing to chance. */
static void begin(igraph_matrix_t *at, size_t n)
{
    igraph_matrix_init(at, (igraph_integer_t)n, 2);
    for (size_t i = 0; i < n; i++) {
        const double a = 2 * pi * (double)i / (double)n;
        igraph_matrix_set(at, (igraph_integer_t)i, 0, cos(a) * sqrt((double)n));
        igraph_matrix_set(at, (igraph_integer_t)i, 1, sin(a) * sqrt((double)n));
    }
}

/* Pulls grow with the root of an edge's share in its ends: a pair met a hundred times must not fall together. Within a
 * community they are stronger, so that what belongs together is seen together. */
static void attract(const web *w, igraph_vector_t *pull)
{
    igraph_vector_init(pull, (igraph_integer_t)w->edges);
    for (size_t i = 0; i < w->edges; i++) {
        const igraph_integer_t a = IGRAPH_FROM(&w->graph, i), b = IGRAPH_TO(&w->graph, i);
        const bool together = VECTOR(w->community)[a] == VECTOR(w->community)[b];
        const double share = VECTOR(w->weight)[i] / sqrt(VECTOR(w->strength)[a] * VECTOR(w->strength)[b]);
        VECTOR(*pull)[i] = sqrt(share) * (together ? within : 1);
    }
}

static void force(web *w)
{
    igraph_matrix_t at;
    igraph_vector_t pull;
    begin(&at, w->nodes);
    attract(w, &pull);
    igraph_layout_fruchterman_reingold(&w->graph, &at, true, STEPS, sqrt((double)w->nodes), IGRAPH_LAYOUT_AUTOGRID, &pull, NULL, NULL, NULL, NULL);
    for (size_t i = 0; i < w->nodes; i++) {
        const igraph_integer_t k = (igraph_integer_t)i;
        w->at[i] = (place){ igraph_matrix_get(&at, k, 0), igraph_matrix_get(&at, k, 1) };
    }
    igraph_vector_destroy(&pull);
    igraph_matrix_destroy(&at);
}

/* ---- making room ------------------------------------------------------------------------------------------------------- */

typedef struct { double v; size_t i; } ranked;

static int by_value(const void *x, const void *y)
{
    const ranked *a = x, *b = y;
    if (a->v < b->v || a->v > b->v) return a->v < b->v ? -1 : 1;
    return (a->i > b->i) - (a->i < b->i);
}

/* From 0 to 1: half of what it is by place, half by rank, so that crowds spread and gaps close. */
static void spread(double *v, size_t n)
{
    ranked *r = must_alloc(NULL, n * sizeof *r);
    for (size_t i = 0; i < n; i++) r[i] = (ranked){ v[i], i };
    qsort(r, n, sizeof *r, by_value);
    const double least = r[0].v, width = r[n - 1].v - least, last = n > 1 ? (double)(n - 1) : 1;
    for (size_t k = 0; k < n; k++) v[r[k].i] = ((width > 0 ? (r[k].v - least) / width : 0.5) + (n > 1 ? (double)k / last : 0.5)) / 2;
    free(r);
}

static void spread_both(web *w)
{
    double *v = must_alloc(NULL, w->nodes * sizeof *v);
    for (size_t i = 0; i < w->nodes; i++) v[i] = w->at[i].x;
    spread(v, w->nodes);
    for (size_t i = 0; i < w->nodes; i++) { w->at[i].x = v[i]; v[i] = w->at[i].y; }
    spread(v, w->nodes);
    for (size_t i = 0; i < w->nodes; i++) w->at[i].y = v[i];
    free(v);
}

/* On a canvas of 11 letter heights a root of a node, three quarters as high as wide. */
static void part_labels(web *w)
{
    place *size = must_alloc(NULL, w->nodes * sizeof *size);
    const double width = ems_a_root * sqrt((double)(w->nodes > FEW ? w->nodes : FEW)), height = aspect * width;
    for (size_t i = 0; i < w->nodes; i++) {
        const double n = letter * w->letters[i] + margin;
        size[i] = (place){ n < width / 2 ? n : width / 2, node_height };
        w->at[i].x *= width;
        w->at[i].y *= height;
    }
    (void)move_apart(w->at, size, w->nodes, width, height);
    for (size_t i = 0; i < w->nodes; i++) w->at[i] = (place){ w->at[i].x / width, w->at[i].y / height };
    free(size);
}

void lay_out(web *w)
{
    w->at = must_alloc(NULL, w->nodes * sizeof *w->at);
    force(w);
    spread_both(w);
    part_labels(w);
}
