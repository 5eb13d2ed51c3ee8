/* What makes a report's workbook pleasant: formats by column, bars, colours, charts, and links from a count to its concordance lines. */
#ifndef SIA_DRESS_H
#define SIA_DRESS_H
#include "maker.h"
#include <xlsxwriter.h>

void        dress_begin(lxw_workbook *book);
lxw_format *dress_format(const column *c, lxw_format *usual);

/* A row is about to be written; a cell's link, or NULL: to be set before the cell itself. */
void        dress_row(const table *t, char *const *cell, lxw_row_t row, const char *sheet);
const char *dress_link(const table *t, size_t c, char *const *cell);

/* All rows of a sheet are there: the last one is `last`. */
void        dress_sheet(const table *t, lxw_worksheet *sheet, const char *name, lxw_row_t last);
void        dress_end(void);                                 /* before the workbook is closed */
#endif
