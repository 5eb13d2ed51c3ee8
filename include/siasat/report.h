/* siasat/report.h: typed tables, written a row at a time, and what their columns mean. */
#ifndef SIASAT_REPORT_H
#define SIASAT_REPORT_H
#include <siasat/base.h>

typedef enum { SIA_CSV, SIA_TSV, SIA_JSONL, SIA_MD, SIA_TABLE } sia_format;
typedef enum { SIA_RFC4180, SIA_EXCEL, SIA_EXCEL_ID } sia_dialect;
typedef enum { SIA_TEXT, SIA_COUNT, SIA_REAL } sia_type;

typedef struct {
    const char *name;                   /* header cell: lower case, no spaces, never translated  */
    sia_type    type;
    const char *unit;                   /* "tokens", "bits", "" where the number is bare          */
    const char *title[2];               /* readable title, by sia_lang: `--headers en|id`         */
    const char *means[2];               /* one sentence, by sia_lang                              */
    const char *formula, *source;       /* "14 + log2(2 f / (f1 + f2))", "Rychly 2008"; "" if none */
} sia_col;

typedef struct { const char *command; const sia_col *cols; uint32_t n; } sia_columns;

/* The columns of each command in the order of its rows; NULL: no such command. Static storage. */
const sia_columns *sia_columns_of(sia_str command);
const sia_columns *sia_columns_at(uint32_t i);               /* the i-th command's; NULL past the last */

typedef struct {
    sia_format  format;
    sia_dialect dialect;
    bool        raw;                    /* no formula guard                                       */
    bool        header;                 /* a header row (csv, tsv, md, table)                     */
    int         titles;                 /* -1: names; else a sia_lang: readable titles            */
    uint32_t    width;                  /* SIA_TABLE: columns of the terminal; 0: no limit        */
} sia_table_options;

/* Cells are put in column order and wrap to the next row by themselves. The first failure sticks and is told by close.
 * Text must be valid UTF-8; NUL is left out. A real that is not finite is an empty cell (null in jsonl). */
typedef struct sia_table sia_table;
sia_table *sia_table_open(const sia_table_options *o, const sia_col *cols, uint32_t n, sia_sink to, sia_arena *a);
void       sia_put_text(sia_table *t, sia_str s);
void       sia_put_count(sia_table *t, uint64_t v);
void       sia_put_real(sia_table *t, double v);
void       sia_put_none(sia_table *t);                       /* an empty cell; null in jsonl           */
sia_status sia_table_close(sia_table *t, sia_str where, sia_err *err) SIA_CHECKED;   /* flushes; where: the sink's name */
#endif
