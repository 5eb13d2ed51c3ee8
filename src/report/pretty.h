/* The table for a terminal: what it keeps until it knows its widths; private to this folder. */
#ifndef SIASAT_REPORT_PRETTY_H
#define SIASAT_REPORT_PRETTY_H
#include "writer.h"

enum { SIA_PRETTY_GAP = 2 };            /* blanks between columns */

typedef struct {
    uint32_t want;                      /* widest cell met, header included */
    uint32_t data;                      /* widest cell met                  */
    uint32_t width;                     /* as set                           */
    bool same;                          /* one text in all rows there are, of two or more */
    bool hidden;                        /* left out for lack of room        */
} sia_pretty_col;

/* Sets `width` and `hidden` of all columns so that a line fits in `room` cells, as far as that can be done: texts and
 * headers are shortened, but not below what can be read, before columns on the side (SIA_COL_SIDE) and empty ones are
 * left out, then those that say the same in all rows (but SIA_COL_MARK). A number is never shortened. */
void sia_pretty_fit(sia_pretty_col *c, const sia_col *cols, uint32_t n, uint32_t room);

/* Cells of a terminal that a text takes. */
uint32_t sia_pretty_width(sia_str s);

/* Writes s into `width` cells (1 at least), shortened by an ellipsis where it is longer. First come *pad blanks; those
 * still owed afterwards are left in *pad, so that no line ends in blanks. */
void sia_pretty_cell(sia_table *t, sia_str s, uint32_t width, unsigned flags, uint32_t *pad);
#endif
