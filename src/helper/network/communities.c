/* Communities: of several runs of Leiden's algorithm the one of highest modularity, numbered by size. */
#include "nodes.h"
#include <stdlib.h>

enum { RUNS = 10 };
static const double randomness = 0.01;

/* Weights of nodes are their strengths, and the resolution is one over all of them: the quality is modularity then. */
static void best_run(web *w, igraph_vector_int_t *best)
{
    igraph_vector_int_t found;
    igraph_integer_t n;
    const double all = igraph_vector_sum(&w->strength);
    w->modularity = -1;
    igraph_vector_int_init(&found, (igraph_integer_t)w->nodes);
    for (int i = 0; i < RUNS; i++) {
        double quality;
        igraph_community_leiden(&w->graph, &w->weight, &w->strength, 1 / all, randomness, false, -1, &found, &n, &quality);
        igraph_modularity(&w->graph, &found, &w->weight, 1, false, &quality);
        if (quality <= w->modularity + 1e-12) continue;
        w->modularity = quality;
        igraph_vector_int_update(best, &found);
    }
    igraph_vector_int_destroy(&found);
}

typedef struct { size_t size, first, old; } group;

/* The larger first; of equals the one of the earlier node, and nodes come in an order of their own. */
static int by_size(const void *x, const void *y)
{
    const group *a = x, *b = y;
    if (a->size != b->size) return a->size < b->size ? 1 : -1;
    return (a->first > b->first) - (a->first < b->first);
}

void find_communities(web *w)
{
    group *g = must_alloc(NULL, w->nodes * sizeof *g);
    size_t *number = must_alloc(NULL, w->nodes * sizeof *number);
    igraph_vector_int_init(&w->community, (igraph_integer_t)w->nodes);
    best_run(w, &w->community);
    for (size_t i = 0; i < w->nodes; i++) g[i] = (group){ 0, w->nodes, i };
    for (size_t i = w->nodes; i-- > 0; ) {
        group *of = &g[VECTOR(w->community)[i]];
        of->size++;
        of->first = i;
    }
    qsort(g, w->nodes, sizeof *g, by_size);
    for (size_t i = 0; i < w->nodes; i++) number[g[i].old] = i + 1;
    for (size_t i = 0; i < w->nodes; i++) VECTOR(w->community)[i] = (igraph_integer_t)number[VECTOR(w->community)[i]];
    free(number);
    free(g);
}
