/* cooc --wide: a row and a column for each item. */
#ifndef SIA_PAIRWIDE_H
#define SIA_PAIRWIDE_H
#include "pairrank.h"

/* Refuses what such a table cannot show, before anything is read; the measures are chosen. */
sia_status pairwide_allowed(const cooc *c, const session *s, int format_of_network, sia_err *err) SIA_CHECKED;

/* Writes the pairs as a square: in how many units both stand, or the one measure that was chosen. The first n rows are those that the
 * long table shows, of all that were met. */
sia_status pairwide_report(const cooc *c, session *s, const pairrow *r, size_t n, sia_err *err) SIA_CHECKED;
#endif
