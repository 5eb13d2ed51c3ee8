/* cooc --leave-one-out: what each pair's measure would be without the work that moves it most. */
#ifndef SIA_PAIRWORKS_H
#define SIA_PAIRWORKS_H
#include "chosen.h"
#include "run.h"

typedef struct { sia_ledger **by_worker; } pairworks;        /* of each document: units of pairs, of items (a pair of one), of all (words) */

/* A table's row: its pair by numbers, a < b, and its counts; then what is found. */
typedef struct { uint32_t a, b; sia_cell cell; double without; uint32_t work; } pairworks_row;      /* work UINT32_MAX: no other has any */

bool pairworks_open(pairworks *p, session *s);

/* Keeps what document `i` has, by its own counts. False: no memory. */
bool pairworks_keep(pairworks *p, run *r, unsigned worker, size_t i, const sia_cooc *own, const uint32_t *items, uint32_t n, sia_arena *scratch);

/* Leaves each work that has a pair out, after the run; `to` of a worker translates its numbers, NULL: the same; no item's is above
 * `items`. The inputs must stand work by work. False: no memory. */
bool pairworks_work_out(const pairworks *p, run *r, uint32_t *const *to, uint32_t items, pairworks_row *rows, size_t n, const chosen *m, double alpha);
#endif
