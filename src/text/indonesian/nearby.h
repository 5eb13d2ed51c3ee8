/* Nearby: whether the dictionary may have a form, or one that differs from it in a letter, without analysing it. */
#ifndef SIASAT_TEXT_NEARBY_H
#define SIASAT_TEXT_NEARBY_H
#include "roots.h"

/* Looks at the hashes of all roots (gaps.h) instead of analyses. Immutable. */
typedef struct nearby nearby;

/* NULL: no memory. `r` must outlive it. */
nearby *nearby_new(const sia_roots *r, sia_arena *a);

/* False: sia_analyse would not call the form SIA_FORM_LICENSED. True: it may. */
bool nearby_word(const nearby *n, sia_str form);

/* Where in a form of small ASCII letters, at most 61 of them, a slip may have been made. Bit i of `other`: with another
 * letter at i the form may be licensed; of `more`: with one letter or hyphen more before i. No bit: surely not. */
typedef struct { uint64_t other, more; } nearby_places;
nearby_places nearby_slips(const nearby *n, sia_str form);
#endif
