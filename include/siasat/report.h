/* siasat/report.h: typed tables, written a row at a time, what their columns mean, and networks. */
#ifndef SIASAT_REPORT_H
#define SIASAT_REPORT_H
#include <siasat/stat.h>

/* From SIA_XLSX on: what comes out is no such file yet but what siasat-export makes one of (src/helper/export/maker.h).
 * No one asks by name for SIA_ROWS: bare rows for a partial; and SIA_RUNNING: Markdown of running text, whose table has two columns, `kind`
 * ("head" or "paragraph") and `text`. */
typedef enum { SIA_CSV, SIA_TSV, SIA_JSONL, SIA_MD, SIA_TABLE, SIA_XLSX, SIA_DOCX, SIA_SQLITE, SIA_HTML, SIA_ROWS, SIA_RUNNING } sia_format;
typedef enum { SIA_RFC4180, SIA_EXCEL, SIA_EXCEL_ID } sia_dialect;
typedef enum { SIA_TEXT, SIA_COUNT, SIA_REAL } sia_type;

/* What SIA_TABLE does with a column where the terminal is narrow. */
enum {
    SIA_COL_SIDE  = 1,                  /* left out first                                         */
    SIA_COL_TAIL  = 2,                  /* shortened at its start: a path, the words before a match */
    SIA_COL_RIGHT = 4,                  /* text set flush right                                   */
    SIA_COL_MARK  = 8,                  /* what the row is about: kept in sight, and coloured     */
    SIA_COL_WHOLE = 16                  /* not shortened, as a number is not                      */
};

typedef struct {
    const char *name;                   /* header cell: lower case, no spaces, never translated  */
    sia_type    type;
    const char *unit;                   /* "tokens", "bits", "" where the number is bare          */
    const char *title[2];               /* readable title, by sia_lang: `--headers en|id`         */
    const char *means[2];               /* one sentence, by sia_lang                              */
    const char *formula, *source;       /* "14 + log2(2 f / (f1 + f2))", "Rychly 2008"; "" if none */
    unsigned    flags;                  /* SIA_COL_*                                              */
} sia_col;

typedef struct { const char *command; const sia_col *cols; uint32_t n; } sia_columns;

/* The columns of each command in the order of its rows; NULL: no such command. Static storage. A command with two
 * tables has two entries: "text --marks", "text --repairs", "codebook check", "codebook list". */
const sia_columns *sia_columns_of(sia_str command);
const sia_columns *sia_columns_at(uint32_t i);               /* the i-th table's; NULL past the last */

/* The column of a measure. */
sia_col sia_measure_col(const sia_measure *m);

typedef struct {
    sia_format  format;
    sia_dialect dialect;                /* csv and tsv only                                       */
    bool        raw;                    /* no formula guard                                       */
    bool        header;                 /* a header row (csv, tsv, md, table)                     */
    int         titles;                 /* -1: names; else a sia_lang: readable titles            */
    sia_lang    lang;                   /* what SIA_TABLE says itself                             */
    uint32_t    width;                  /* SIA_TABLE: columns of the terminal; 0: no limit        */
    bool        colour;                 /* SIA_TABLE: with a terminal's codes for it               */
    const char *name, *title;           /* from SIA_XLSX on: of the table; NULL: none            */
} sia_table_options;

/* Cells are put in column order and wrap to the next row by themselves; a column's type says how its cells are set, any
 * cell takes any put. The first failure sticks and is told by close, which also fills up a last row that is short.
 * Of text, NUL is left out and bytes that are not UTF-8 become U+FFFD. A real that is not finite is an empty cell (null
 * in jsonl). Reals have 10 significant digits, 4 decimals in SIA_TABLE; no locale changes them. Linear; memory does not
 * grow with rows: a buffer of 64 KiB, for SIA_TABLE the first 500 rows too, from whose cells it finds its widths.
 * `cols` and the arena must outlive the table. NULL: no memory. */
typedef struct sia_table sia_table;
sia_table *sia_table_open(const sia_table_options *o, const sia_col *cols, uint32_t n, sia_sink to, sia_arena *a);
void       sia_put_text(sia_table *t, sia_str s);
void       sia_put_count(sia_table *t, uint64_t v);
void       sia_put_real(sia_table *t, double v);
void       sia_put_exp(sia_table *t, double log_v);           /* e^log_v, as a real; none is too small to be written */
void       sia_put_none(sia_table *t);                       /* an empty cell; null in jsonl           */
sia_status sia_table_close(sia_table *t, sia_str where, sia_err *err) SIA_CHECKED;   /* where: the sink's name */

/* ---- networks, for programs that draw them ---------------------------------------------- */

/* GraphML (yEd, Gephi, Cytoscape), GEXF 1.2 (Gephi), DOT (Graphviz), Pajek's .net, VOSviewer's JSON; VOSviewer's map (the nodes)
 * and network (the edges) files, whose numbers of nodes go together. */
typedef enum { SIA_GRAPHML, SIA_GEXF, SIA_DOT, SIA_PAJEK, SIA_VOSVIEWER, SIA_VOSVIEWER_MAP, SIA_VOSVIEWER_NETWORK } sia_graph_format;

typedef struct {                        /* a cell of the column's type; not known: nothing is written */
    bool known;
    union { sia_str text; uint64_t count; double real; } is;
} sia_value;

typedef struct { const sia_col *cols; uint32_t n; const sia_value *cell; size_t rows; } sia_values;   /* rows x n cells */

/* An undirected network: a row of `nodes` a node, of `edges` an edge, ends[] its two nodes, the smaller first. Columns that
 * mean more than themselves are found by name. Of nodes: "item" (it must be there), "label" (empty: the item), "x" and "y"
 * (from 0 to 1, y downward), "strength", else "units" (how big), "community" (colour). Of edges: "weight" (it must be there,
 * above 0). Weights are written as they are. */
typedef struct { sia_values nodes, edges; const uint32_t (*ends)[2]; } sia_graph;

/* Writes the whole of g. Texts are mended as those of tables are; what a format has no word for becomes what is nearest: in XML
 * U+FFFD for control characters, in Pajek ' for " and / for a backslash, in
 * VOSviewer's map a blank for tabs and line ends. Pajek knows nodes by their labels alone: where two are
 * equal, the second has its item instead. Linear; `a` holds Pajek's labels meanwhile. */
sia_status sia_graph_write(const sia_graph *g, sia_graph_format f, sia_sink to, sia_str where, sia_arena *a, sia_err *err) SIA_CHECKED;
#endif
