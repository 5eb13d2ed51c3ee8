/* What the files of spill know of it; private to them. */
#ifndef SIA_SPILL_INSIDE_H
#define SIA_SPILL_INSIDE_H
#include "runs.h"
#include "spill.h"
#include <pthread.h>

/* One worker's numbers and what all call them. */
typedef struct { spill *of; const sia_lex *lex; uint32_t *to, known, room; } spill_way;

struct spill {
    sia_arena *a;
    size_t     memory;
    pthread_mutex_t lock;               /* of `a`, while workers count */
    sia_lex   *forms;
    spill_way *way;                     /* by worker */
    runs      *pairs;                   /* a << 32 | b -> units */
    /* the table */
    const spill_names *names;
    uint32_t  *by_name, *rank;          /* items in the order of their names; where each stands there */
    runs      *ranked;                  /* ~units -> rank a << 32 | rank b */
    runs      *tested;                  /* row -> log q, as bits */
    unsigned   written;                 /* runs of what is closed already */
};
#endif
