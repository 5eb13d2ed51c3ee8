/* Networks out of pairs that were counted: an item a node, a pair an edge. */
#ifndef SIA_NETTING_H
#define SIA_NETTING_H
#include "pairrank.h"

typedef struct {
    uint32_t item;
    uint64_t units, strength;           /* units that have it; units of its edges */
    uint32_t degree, community;         /* community from 1; 0: not worked out */
    double   pagerank, betweenness, x, y;                    /* NaN: not worked out */
} net_node;

typedef struct { uint32_t a, b; uint64_t weight; double disparity; const pairrow *pair; } net_edge;   /* a < b */

typedef struct {
    net_node *node;                     /* by falling strength, ties by name; each has an edge */
    net_edge *edge;                     /* as their pairs come */
    uint32_t  nodes, communities;
    size_t    edges, dropped;           /* dropped: by the backbone */
    uint32_t  alone;                    /* items that stand with no other */
    double    modularity;
} net;

/* The first n pairs as a network, whose disparities are worked out; of those only what has one below `level`. False: no memory. */
bool netting_of(net *w, const cooc *c, session *s, const pairrow *r, size_t n, double level);

/* Leaves only pairs of the `top` items that stand in most units, and returns how many are left. False: no memory. */
bool netting_top(const cooc *c, session *s, pairrow *r, size_t *n, uint32_t top);

/* Communities, centralities and places, by siasat-network. Betweenness only if `exact`. */
sia_status nethelp(net *w, const cooc *c, session *s, bool exact, sia_err *err) SIA_CHECKED;

/* A node's cells, of the columns of "network"; an edge's numbers, the columns of "network --edges" from "weight" on. Lasting; a NULL
 * cell: no memory. */
sia_values netting_nodes(const net *w, const cooc *c, session *s);
sia_values netting_edges(const net *w, session *s);

/* Writes the network, whose nodes and edges have these cells, to -o or standard output; `format` is a sia_graph_format. */
sia_status netting_write(const net *w, sia_values nodes, sia_values edges, session *s, int format, sia_err *err) SIA_CHECKED;
#endif
