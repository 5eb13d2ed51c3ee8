/* A 2x2 table as real numbers, worked out once for all measures; private to this folder. */
#ifndef SIASAT_STAT_TABLE4_H
#define SIASAT_STAT_TABLE4_H
#include <siasat/stat.h>

/* O11 O12 / O21 O22, margins R1 R2 / C1 C2, N as in docs/METHODS.md; E as O. d = O11 - E11 without cancellation. */
typedef struct { double o11, o12, o21, o22, r1, r2, c1, c2, n, e11, e12, e21, e22, d; } sia_table4;

bool sia_cell_possible(sia_cell c);
bool sia_cell_constant(sia_cell c);     /* an item in no unit, or in all of them, varies with nothing */

/* Of a table of which nothing can be said: *value is 0 where an item varies with nothing, NaN where the table cannot be. False:
 * a value is to be worked out. */
bool sia_cell_settled(sia_cell c, double *value);

sia_table4 sia_table4_of(sia_cell c);   /* of a possible cell; all expectations 0 where n = 0 */

/* A hypergeometric deviate: an O11 of the margins c.a, c.b and c.n, all of a possible cell; c.both is not looked at. Cost: its standard deviation. */
uint64_t sia_hyper_draw(sia_cell c, uint64_t *random);

/* O11 O22 - O12 O21 = d N, of a possible cell. */
double sia_table4_product(const sia_table4 *t);
#endif
