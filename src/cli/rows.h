/* --text-column: the rows of a table as documents. */
#ifndef SIA_ROWS_H
#define SIA_ROWS_H
#include "session.h"

/* Puts the rows of each input, which is a table (CSV, TSV, XLSX), in its place: a document each, its text the cell of --text-column, its
 * name FILE:LINE or the cell of a column `doc`, its work the cell of a column `work` or the file. The columns are metadata, as --meta's
 * are. Nothing without the option. */
sia_status rows_unfold(session *s, sia_err *err) SIA_CHECKED;
#endif
