/* Tables that come back from a spreadsheet: their columns by name or title, and what a reader decided. */
#ifndef SIA_RETURNED_H
#define SIA_RETURNED_H
#include "session.h"

/* The rows of a file that a spreadsheet program saved: CSV of any dialect, TSV, or the first sheet of an XLSX workbook; of
 * a DOCX the comments, of a REFI-QDA project (.qdpx) the coded segments, as category, term, doc, coder, quote, solids_before. */
sia_status returned_open(sia_sheet *out, session *s, const char *path, sia_err *err) SIA_CHECKED;

/* A column to look for: that of a table of ours, by its name or its title in either language, or (table NULL) a name that
 * others use. */
typedef struct { const char *table, *name; } returned_key;

/* The first column of `head` that one of the n keys means, letter case aside; UINT32_MAX: none, or no head. Scratch in `a`. */
uint32_t returned_column(const sia_row *head, const returned_key *key, size_t n, sia_arena *a);
sia_str  returned_cell(const sia_row *row, uint32_t column);         /* "" where the row has no such cell */

typedef enum { KEEP, DROP, RECODE } decision;

/* Reads a cell of the column `decision`: empty, ya, yes keep, tidak, no drop, a term's id recodes to *term, numbered over all
 * books of the session. False: it is none of these. */
bool returned_decision(const session *s, sia_str said, decision *is, uint32_t *term);

/* The term of that number. */
const sia_term     *session_term(const session *s, uint32_t term);
const sia_category *session_category(const session *s, uint32_t term);
#endif
