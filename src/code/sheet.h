/* Inside the sheet reader: what codebook.c also needs of it. */
#ifndef SIA_SHEET_H
#define SIA_SHEET_H
#include <siasat/code.h>

/* Line and column, in characters of the file, of byte `in_cell` of a cell. Linear in the row. */
sia_place sia_sheet_place(const sia_sheet *sheet, const sia_row *row, uint32_t cell, size_t in_cell);
#endif
