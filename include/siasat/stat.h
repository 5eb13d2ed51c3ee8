/* siasat/stat.h: counts that add up, and measures that are pure functions of counts. */
#ifndef SIASAT_STAT_H
#define SIASAT_STAT_H
#include <siasat/text.h>

/* ---- frequency: items in groups ------------------------------------------------------- */

/* How often each item stands in each group, and in how many works. Items and groups are small numbers (a lex id, a term
 * index, ...); the caller keeps their names. Works must come in runs: all documents of one before the next, since only
 * the last work of each cell is remembered. One thread. */
typedef struct sia_counts sia_counts;
typedef struct { uint32_t group, item; uint64_t count, works; } sia_tally;

sia_counts *sia_counts_new(sia_arena *a);                                       /* NULL: no memory */
void     sia_counts_add(sia_counts *c, uint32_t group, uint32_t item, uint64_t n, uint32_t work);  /* failure sticks in the arena */
void     sia_counts_words(sia_counts *c, uint32_t group, uint64_t n, uint32_t work);  /* the group's denominator, and its works */
uint64_t sia_counts_group_words(const sia_counts *c, uint32_t group);
uint64_t sia_counts_group_works(const sia_counts *c, uint32_t group);           /* works with any counted text in the group */
size_t   sia_counts_cells(const sia_counts *c);

/* All cells, by group, then falling count, then name (bytes). `name` gives an item's name. Owned by `a`; NULL: no memory. */
typedef sia_str sia_namer(const void *ctx, uint32_t item);
sia_tally *sia_counts_sorted(const sia_counts *c, sia_namer *name, const void *ctx, sia_arena *a);

/* ---- co-occurrence --------------------------------------------------------------------- */

/* Two items over n units: both present, a present, b present. both <= a, b <= n. */
typedef struct { uint64_t both, a, b, n; } sia_cell;

/* In how many units each item and each pair stands. A unit is a set: an item counts once in it. */
typedef struct sia_cooc sia_cooc;
typedef struct { uint32_t a, b; uint64_t both; } sia_pair;                      /* a < b by item number */

sia_cooc *sia_cooc_new(sia_arena *a);                                           /* NULL: no memory */
void      sia_cooc_unit(sia_cooc *c, const uint32_t *items, uint32_t n);        /* distinct, ascending; n = 0 counts a unit too */
uint64_t  sia_cooc_units(const sia_cooc *c);
uint64_t  sia_cooc_item(const sia_cooc *c, uint32_t item);                      /* units with it */
size_t    sia_cooc_pairs(const sia_cooc *c);
void      sia_cooc_merge(sia_cooc *into, const sia_cooc *from, const uint32_t *to);   /* to[item of from] = item of into; NULL: same */
sia_pair *sia_cooc_list(const sia_cooc *c, sia_arena *a);                       /* all pairs, by a, then b; NULL: no memory */

/* ---- association measures ------------------------------------------------------------------ */

double sia_expected(sia_cell c);        /* a b / n; 0 when n = 0 */
double sia_log_dice(sia_cell c);
double sia_g2(sia_cell c);
double sia_npmi(sia_cell c);
#endif
