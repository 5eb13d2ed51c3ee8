/* siasat-network: communities, centralities and places of a network's nodes. Started by siasat, never by hand. */
#include "../confine.h"
#include "nodes.h"
#include <ctype.h>
#include <stdlib.h>

enum { MEMORY_MIB = 2048, SECONDS = 600, MOST_INPUT = 1 << 30, MOST_NODES = 1 << 20 };

/* ---- reading ------------------------------------------------------------------------------------------------------------- */

static const char *next;                                     /* what is still to be read */
static size_t line = 1;

static _Noreturn void garbled(void) { refuse("IN_SYNTAX", line, 0, "siasat-network"); }

/* A number of at most `most`, and the blank or line end behind it. */
static size_t number(size_t most)
{
    size_t v = 0;
    if (!isdigit((unsigned char)*next)) garbled();
    for (; isdigit((unsigned char)*next); next++) {
        v = v * 10 + (size_t)(*next - '0');
        if (v > most) garbled();
    }
    if (*next != ' ' && *next != '\n') garbled();
    line += *next++ == '\n';
    return v;
}

static void read_edges(web *w)
{
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, (igraph_integer_t)(2 * w->edges));
    igraph_vector_init(&w->weight, (igraph_integer_t)w->edges);
    for (size_t i = 0; i < w->edges; i++) {
        const size_t a = number(w->nodes - 1), b = number(w->nodes - 1), weight = number(UINT32_MAX);
        if (a >= b || !weight) garbled();
        VECTOR(ends)[2 * i] = (igraph_integer_t)a;
        VECTOR(ends)[2 * i + 1] = (igraph_integer_t)b;
        VECTOR(w->weight)[i] = (double)weight;
    }
    igraph_create(&w->graph, &ends, (igraph_integer_t)w->nodes, false);
    igraph_vector_int_destroy(&ends);
}

static void read_web(web *w, char *input)
{
    next = input;
    w->nodes = number(MOST_NODES);
    w->edges = number(MOST_INPUT / 6);
    w->seed = (unsigned)number(UINT32_MAX);
    w->exact = number(1);
    if (!w->nodes || !w->edges) garbled();
    w->letters = must_alloc(NULL, w->nodes * sizeof *w->letters);
    for (size_t i = 0; i < w->nodes; i++) w->letters[i] = (unsigned)number(UINT32_MAX);
    read_edges(w);
    if (*next != '.') garbled();
    free(input);
    igraph_vector_init(&w->strength, (igraph_integer_t)w->nodes);
    igraph_strength(&w->graph, &w->strength, igraph_vss_all(), IGRAPH_ALL, true, &w->weight);
}

/* ---- writing ------------------------------------------------------------------------------------------------------------- */

/* Few enough digits that the last ones are the same wherever it is worked out. */
static void write_web(const web *w)
{
    printf("%.6f\n", w->modularity);
    for (size_t i = 0; i < w->nodes; i++) {
        printf("%lld %.8f ", (long long)VECTOR(w->community)[i], VECTOR(w->pagerank)[i]);
        if (w->exact) printf("%.8f", VECTOR(w->betweenness)[i]);
        else putchar('-');
        printf(" %.4f %.4f\n", w->at[i].x, w->at[i].y);
    }
    puts(".");
}

/* ---- the program --------------------------------------------------------------------------------------------------------- */

static void fail(const char *reason, const char *file, int at, igraph_error_t code)
{
    (void)file;
    (void)at;
    refuse(code == IGRAPH_ENOMEM ? "IN_MEMORY" : "OUT_MADE", 0, 0, reason);
}

int main(int argc, char **argv)
{
    web w = { 0 };
    size_t n;
    if (argc != 2 || !confine_job_is(argv[1], "network")) {
        fputs("siasat-network: started by siasat, which sends it pairs of items\n", stderr);
        return 2;
    }
    confine(MEMORY_MIB, SECONDS);
    igraph_set_error_handler(fail);
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    read_web(&w, read_input(&n, MOST_INPUT));
    igraph_rng_seed(igraph_rng_default(), w.seed);
    find_communities(&w);
    find_centralities(&w);
    lay_out(&w);
    write_web(&w);
    return fflush(stdout) || ferror(stdout);
}
