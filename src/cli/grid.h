/* Items by groups: what a census has counted, as a table of whole numbers. */
#ifndef SIA_GRID_H
#define SIA_GRID_H
#include "census.h"

typedef struct { sia_str name; uint32_t item; uint64_t total, *count; } grid_row;      /* count: by group */

typedef struct {
    sia_str  *group;                    /* by bytes; "-" for the one without a name */
    uint64_t *words, *hits;             /* of each; hits of all items, also of those without a row */
    uint32_t  groups;
    grid_row *row;                      /* by falling total, then name; those below --min-count are left out and counted */
    uint32_t  rows;
} grid;

/* Of a closed census; everything in s->arena. Costs items times groups. False: no memory. */
bool grid_of(grid *g, const census *c, sia_namer *name, const void *ctx, session *s);

/* A column a group, named after it, behind the first `before` columns of `base`; and behind all of them again one a group, with
 * `suffix` after its name, if there is one. NULL: no memory. */
const sia_columns *grid_columns(const grid *g, const sia_columns *base, uint32_t before, const char *suffix, session *s);
#endif
