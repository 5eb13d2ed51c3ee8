/* --meta FILE: what is known of documents from outside: author, party, year ... */
#ifndef SIA_META_H
#define SIA_META_H
#include "session.h"

enum { META_MOST = 24 };                /* columns */

/* Reads --meta's table, CSV or XLSX, once; nothing without the option. */
sia_status meta_open(session *s, sia_err *err) SIA_CHECKED;

/* A table that is itself the inputs (rows.h): its columns are known from here on. It must have a first row, and must last. */
sia_status meta_take(session *s, sia_str name, const sia_sheet *sheet, sia_err *err) SIA_CHECKED;

/* Gives each input its row and its work. A row's `doc` and an input's path agree where one is the end of the other; the
 * longest agreement wins, and two rows that agree alike are wrong usage. Rows without `doc` stand for all documents of
 * their `work`. Rows without an input and inputs without a row are named on standard error. */
sia_status meta_join(session *s, sia_err *err) SIA_CHECKED;

/* The column of that name, in any letter case, or with the title that the template gives it; UINT32_MAX: none. */
uint32_t meta_column(const session *s, sia_str name);

/* The name of a column as the table's head has it; p NULL: past the last. */
sia_str meta_name(const session *s, uint32_t column);

/* An input's cell; empty without a row, and where there is no such column. */
sia_str meta_value(const input *in, uint32_t column);

/* What --meta says is printed on an input's first page; empty: nothing. */
sia_str meta_first_page(const session *s, const input *in);
#endif
