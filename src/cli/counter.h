/* What a census keeps of each worker, and of a document until it is delivered; census.c's, countdoc.c's and works.c's. */
#ifndef SIA_COUNTER_H
#define SIA_COUNTER_H
#include "census.h"

struct counter {                        /* one per worker; in its arena, but for `known` */
    sia_counts *counts;
    sia_lex    *groups;
    sia_ledger *ledger;                 /* what each document has, where the census keeps it */
    uint32_t   *times, n_times;         /* how often each item has been met in this stretch of a document: all 0 between */
    uint32_t    told;                   /* forms of its lex that the main thread has been told */
    SIA_VEC(uint32_t) known;            /* on the main thread: form id there -> id in all_forms */
};

typedef struct {                        /* what the main thread is told of a document */
    grouping   groups;
    uint64_t  *words;                   /* by group of the document */
    sia_first *firsts;                  /* their groups are the document's */
    uint32_t   n_firsts;
    unsigned   worker;
    sia_str   *fresh;                   /* the forms that this worker's lex has since its last document, in id order */
    uint32_t   n_fresh;
} digested;

/* The document's groups by their numbers in a lex. */
uint32_t *census_numbered(sia_lex *groups, const grouping *g, sia_arena *a);

/* Counts input i on its worker's thread. False: no memory. */
bool count_document(census *c, run *r, size_t i, sia_doc *d, digested *out);
#endif
