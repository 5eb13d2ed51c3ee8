/* The pairs that were counted, in the order of their rows. */
#ifndef SIA_PAIRRANK_H
#define SIA_PAIRRANK_H
#include "pairing.h"

typedef struct { sia_str a, b; uint32_t item_a, item_b; uint64_t both; } pairrow;

/* All pairs by falling count, ties by names; within a pair the names in byte order too. *n of them come first that stand in
 * --min-count units. NULL: no memory. */
pairrow *pairrank(const cooc *c, const session *s, size_t *n);

sia_cell pairrank_cell(const cooc *c, const pairrow *r);

uint32_t pairrank_items(const cooc *c);                      /* items are numbered below this */
sia_str  pairrank_name(const cooc *c, uint32_t item);
#endif
