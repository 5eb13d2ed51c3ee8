/* siasat/stat.h: counts that add up, and measures that are pure functions of counts. */
#ifndef SIASAT_STAT_H
#define SIASAT_STAT_H
#include <siasat/text.h>

/* ---- frequency: items in groups ------------------------------------------------------- */

/* How often each item stands in each group, and in how many works. Items and groups are small numbers (a lex id, a term
 * index, ...); the caller keeps their names. Works must come in runs: all documents of one before the next, since only
 * the last work of each cell is remembered. One thread. Memory for any size of corpus: 16 to 32 bytes for each item
 * number below 2^22 up to the largest of the first group, 48 to 96 bytes for each other cell, and less than as much again
 * in the arena for tables outgrown. */
typedef struct sia_counts sia_counts;
typedef struct { uint32_t group, item; uint64_t count, works; } sia_tally;

sia_counts *sia_counts_new(sia_arena *a);                                       /* lives in `a`; NULL: no memory */

/* Adds n (0 adds nothing) to a cell. O(1). A failure sticks in the arena, and the cell is then left out. */
void     sia_counts_add(sia_counts *c, uint32_t group, uint32_t item, uint64_t n, uint32_t work);

/* Adds 1 to the cell of each of the n items, of which some may be alike. Several times faster than one by one where the
 * cells are more than the processor's cache holds: their memory is fetched in batches. */
void     sia_counts_each(sia_counts *c, uint32_t group, const uint32_t *items, uint32_t n, uint32_t work);

/* Says that this cell is added to soon: its memory is fetched meanwhile. Calls some eight cells ahead double the speed
 * where cells are met in no order. */
void     sia_counts_soon(const sia_counts *c, uint32_t group, uint32_t item);

/* Adds n words to the group's denominator, and the work to its works. As sia_counts_add. */
void     sia_counts_words(sia_counts *c, uint32_t group, uint64_t n, uint32_t work);
uint64_t sia_counts_group_words(const sia_counts *c, uint32_t group);           /* 0: none counted */
uint64_t sia_counts_group_works(const sia_counts *c, uint32_t group);           /* works with any of its text */
size_t   sia_counts_cells(const sia_counts *c);                                 /* cells with a count above 0 */

/* All cells, by group, then falling count, then name (bytes), then item: sia_counts_cells() of them, owned by `a`;
 * NULL: no memory. `name` gives an item's name, which must last during the call. Linear, but n log n in ties. */
typedef sia_str sia_namer(const void *ctx, uint32_t item);
sia_tally *sia_counts_sorted(const sia_counts *c, sia_namer *name, const void *ctx, sia_arena *a);

/* ---- co-occurrence --------------------------------------------------------------------- */

/* Two items over n units: both present, a present, b present. both <= a, b <= n and a + b - both <= n. */
typedef struct { uint64_t both, a, b, n; } sia_cell;

/* In how many units each item and each pair stands. A unit is a set: an item counts once in it. Items are small numbers
 * from 0; memory is 8 bytes an item, 8 bytes a possible pair for items below 2,048, 32 to 64 bytes a pair met beyond
 * (and as much again in the arena for tables outgrown). One thread; a failure sticks in the arena. */
typedef struct sia_cooc sia_cooc;
typedef struct { uint32_t a, b; uint64_t both; } sia_pair;                      /* a < b by item number */

sia_cooc *sia_cooc_new(sia_arena *a);                                           /* lives in `a`; NULL: no memory */

/* Counts one unit with these items, distinct and ascending; n = 0 counts a unit too. Costs n (n - 1) / 2. */
void      sia_cooc_unit(sia_cooc *c, const uint32_t *items, uint32_t n);
uint64_t  sia_cooc_units(const sia_cooc *c);                                    /* units counted */
uint64_t  sia_cooc_item(const sia_cooc *c, uint32_t item);                      /* units with it; 0 for one never met */
size_t    sia_cooc_pairs(const sia_cooc *c);                                    /* pairs met at least once */

/* Adds the counts of `from`: to[item of from] = item of into, no two alike; NULL: the same numbers. Merging in any
 * order gives the same counts. Costs the pairs of `from`. */
void      sia_cooc_merge(sia_cooc *into, const sia_cooc *from, const uint32_t *to);

/* All pairs met, by a, then b: sia_cooc_pairs() of them, owned by `a`; NULL: no memory. Linear. */
sia_pair *sia_cooc_list(const sia_cooc *c, sia_arena *a);

/* ---- measures ------------------------------------------------------------------------------ */

/* Pure functions, symmetric in a and b, for counts up to 2^53; docs/METHODS.md has formulas, papers and edge cases. NaN
 * for a cell that cannot be. Where an item stands in no unit or in every unit nothing can be associated with it, and
 * sia_g2 and sia_npmi are 0. */

double sia_per_10k(uint64_t count, uint64_t words);     /* 10000 count / words; NaN without words */

/* a b / n, the units with both if the items were independent; 0 when n = 0. */
double sia_expected(sia_cell c);

/* 14 + log2(2 both / (a + b)), at most 14; -infinity when both = 0. Rychly (2008). */
double sia_log_dice(sia_cell c);

/* Log-likelihood ratio G2 over all four cells in natural logarithms, negative where both is below expectation.
 * Dunning (1993). Accurate also near independence, where the plain sum of logarithms cancels. */
double sia_g2(sia_cell c);

/* ln(both n / (a b)) / -ln(both / n), from -1 (never together: the limit at both = 0) to 1 (always). Bouma (2009). */
double sia_npmi(sia_cell c);
#endif
