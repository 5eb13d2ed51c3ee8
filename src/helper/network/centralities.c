/* How central each node is. */
#include "nodes.h"

static const double damping = 0.85;                          /* Brin and Page 1998 */

/* Each pair of nodes is met in both directions or in one: igraph counts it once where a graph has no directions. */
static void share_of_pairs(web *w)
{
    const double n = (double)w->nodes, pairs = (n - 1) * (n - 2) / 2;
    igraph_vector_scale(&w->betweenness, pairs > 0 ? 1 / pairs : 0);
}

static void find_betweenness(web *w)
{
    igraph_vector_t length;
    igraph_vector_init(&length, (igraph_integer_t)w->edges);
    for (size_t i = 0; i < w->edges; i++) VECTOR(length)[i] = 1 / VECTOR(w->weight)[i];
    igraph_betweenness(&w->graph, &w->betweenness, igraph_vss_all(), false, &length);
    igraph_vector_destroy(&length);
    share_of_pairs(w);
}

void find_centralities(web *w)
{
    igraph_vector_init(&w->pagerank, (igraph_integer_t)w->nodes);
    igraph_vector_init(&w->betweenness, (igraph_integer_t)w->nodes);
    igraph_pagerank(&w->graph, IGRAPH_PAGERANK_ALGO_PRPACK, &w->pagerank, NULL, igraph_vss_all(), false, damping, &w->weight, NULL);
    if (w->exact) find_betweenness(w);
}
