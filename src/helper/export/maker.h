/* The sheet wire: a table on its way to a program that makes a file of it. Lines of UTF-8; \\, TAB and line ends in cells are
 * written \\\\, \\t, \\n:
 *     S TAB name TAB title TAB language        a table begins ("tag"; what it shows; "en" or "id")
 *     C TAB type TAB name TAB title TAB means  a column of it: type t (text), c (count) or r (real)
 *     R TAB cell TAB cell ...                  a row; of an empty cell nothing is known
 *     .                                        the table's end: without it something is missing
 * Another table may follow; a report is several ("siasat report": the names and columns of its tables are src/cli/study.c's).
 * src/report/sheetwire.c writes it. */
#ifndef SIA_MAKER_H
#define SIA_MAKER_H
#include "../wire.h"

typedef struct { char type; char *name, *title, *means; } column;
typedef struct { char *name, *title, *language; column *column; size_t n; } table;

/* A kind of file. Tables follow one another; rows have as many cells as the table has columns. */
typedef struct {
    const char *job;                                         /* "xlsx" */
    void (*begin)(const char *path);                         /* the file is to be made at `path` */
    void (*table)(const table *t);
    void (*row)(const table *t, char *const *cell);
    void (*end)(void);                                       /* the file is there, whole */
} maker;

size_t letters(const char *s);                               /* how many a text has: code points */

extern const maker make_workbook, make_report, make_word_table, make_database, make_page, make_archive, make_running;
#endif
