/* Rows of partials: what is counted, from the general to the particular, and how often.
 *
 *     freq:word  0000000012  c  corpus  kampanye  17         Fields stand apart by TAB, the counts by blanks in a last one.
 *                                       kandidat  3          A field that is as in the row above is left out (its TAB stays).
 *                            w  corpus  20411
 *
 * Rows rise by their fields' bytes, no two have the same fields; so sums of files are made by reading them side by side. */
#ifndef SIA_PARTROW_H
#define SIA_PARTROW_H
#include <siasat.h>

enum { PART_FIELDS = 64, PART_COUNTS = 4 };

typedef struct {
    sia_str  field[PART_FIELDS];        /* escaped, never empty */
    uint32_t n;
    uint64_t count[PART_COUNTS];
    uint32_t counts;
} part_row;

/* Takes the line of the row behind *r, which becomes it; its fields lie in that line and those before. False: it is no row, or does not
 * rise. */
bool part_row_take(part_row *r, sia_str line);

int  part_row_cmp(const part_row *a, const part_row *b);     /* by fields */

/* Adds the counts of `b`, whose fields are the same. False: not as many counts, or a sum beyond 64 bits. */
bool part_row_add(part_row *a, const part_row *b);

/* Any bytes as a field: backslash, TAB and line ends escaped, "\-" for nothing. `s` itself where nothing is to be done. The other
 * way: a copy, or the field itself. In `a`. */
sia_str part_field(sia_str s, sia_arena *a);
sia_str part_text(sia_str field, sia_arena *a);

/* A number below 10^10 as a field that sorts as it counts: ten digits; and back. False: none. */
enum { PART_DIGITS = 10 };
sia_str part_number(uint64_t v, char to[PART_DIGITS]);
bool    part_number_of(sia_str field, uint32_t *v);

/* A count as it is written: no leading zeros. False: none, or beyond 64 bits. */
bool part_count_of(sia_str digits, uint64_t *v);
#endif
