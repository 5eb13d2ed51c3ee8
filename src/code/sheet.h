/* Inside the sheet reader: what codebook.c also needs of it. */
#ifndef SIA_SHEET_H
#define SIA_SHEET_H
#include <siasat/code.h>

/* Line and column, in characters of the file, of byte `in_cell` of a cell. Linear in the row. */
sia_place sia_sheet_place(const sia_sheet *sheet, const sia_row *row, uint32_t cell, size_t in_cell);

/* An empty array that is going to hold about `count` is given the room at once: what is not used is never touched, while
 * one that grows is copied, each time into memory that must be fetched. */
#define SIA_EXPECT(a, vec, count) \
    ((vec)->v = sia_alloc_raw((a), sizeof *(vec)->v, (count)), (vec)->cap = (vec)->v ? (uint32_t)(count) : 0)
#endif
