/* Sorting by a number without comparing; private to this folder. */
#ifndef SIASAT_STAT_SORT_H
#define SIASAT_STAT_SORT_H
#include <siasat/base.h>

typedef struct { uint64_t key; size_t at; } sia_keyed;       /* `at`: which row the key belongs to */

/* Sorts by rising key; equal keys keep their order. `spare` has room for n. Returns whichever of the two arrays holds
 * the result. Linear: one pass for each byte in which keys differ. */
sia_keyed *sia_radix_sort(sia_keyed *v, sia_keyed *spare, size_t n);
#endif
