/* A network on its way to siasat-network and back. In come lines of numbers:
 *     NODES EDGES SEED EXACT              EXACT 1: betweenness is wanted
 *     LETTERS                             a node's label: how many letters it has
 *     A B WEIGHT                          an edge: nodes from 0, A < B; a whole number of 1 or more
 *     .
 * and out go
 *     MODULARITY                          of the communities
 *     COMMUNITY PAGERANK BETWEENNESS X Y  of each node; "-": not worked out
 *     .
 * src/cli/netting.c writes and reads them. */
#ifndef SIA_NODES_H
#define SIA_NODES_H
#include "../wire.h"
#include <igraph.h>

typedef struct { double x, y; } place;
typedef struct {
    size_t nodes, edges;
    unsigned seed;
    bool exact;
    unsigned *letters;                                       /* by node */
    igraph_t graph;
    igraph_vector_t weight;                                  /* by edge */
    igraph_vector_t strength, pagerank, betweenness;         /* by node */
    igraph_vector_int_t community;                           /* by node, from 1: the largest first */
    double modularity;
    place *at;                                               /* by node, from 0 to 1 */
} web;

/* Leiden's communities; Traag, Waltman and van Eck (2019), with modularity as the measure. The best of several runs. */
void find_communities(web *w);

/* PageRank with a damping of 0.85; betweenness over paths whose edges are 1 / weight long, as a share of all pairs. */
void find_centralities(web *w);

/* Where the nodes are drawn: pushed apart and pulled together along edges, then moved until no label lies on another. */
void lay_out(web *w);

/* Moves boxes of these sizes, given by their centres, until none lies on another, within [0, width] x [0, height]. False: some
 * still do. Each step looks at neighbours only. */
bool move_apart(place *at, const place *size, size_t n, double width, double height);
#endif
