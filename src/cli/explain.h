/* What the three kinds of explain share: an item looked for by name, lines behind a count, figures with their arithmetic. */
#ifndef SIA_EXPLAIN_H
#define SIA_EXPLAIN_H
#include "chosen.h"
#include "items.h"
#include "sides.h"
#include "unit.h"
#include "worked.h"

enum { FIGURES_MOST = 64 };

typedef struct {
    session  *s;
    items     it;
    chosen    chosen;
    sia_str   name[2];                  /* what is explained */
    uint32_t  n_names;
    uint32_t  first_input;              /* among the operands */
    uint64_t  lines[2];                 /* told so far; of target and reference apart */
    figure    known[FIGURES_MOST];      /* what formulas may name */
    size_t    n_known;
    sia_columns table;                  /* of the command that is explained: names, formulas, meanings */
} explain;

/* A line behind a count, owned by d->arena. */
typedef struct { sia_str text, section; const sia_page *page; uint32_t sentence; unsigned kind; } line;
typedef SIA_VEC(line) lines;

extern const char *const line_kinds[];  /* "line", "target", "reference", "unit" */
enum { LINE_PLAIN, LINE_TARGET, LINE_REFERENCE, LINE_UNIT };

/* --of's item of that name in this worker's numbers; false: this document has none. */
bool    explain_find(const explain *x, const sia_doc *d, sia_str name, uint32_t *item);

/* Terms and categories must be in the codebook; after items_open. (Any string can be a word.) */
sia_status explain_known(const explain *x, sia_err *err) SIA_CHECKED;

/* The text of occurrence k, and where it stands. */
sia_span explain_span(const explain *x, const sia_doc *d, const occurrences *o, uint32_t k);
line     explain_line(const explain *x, const sia_doc *d, const occurrences *o, uint32_t k, unsigned kind);

/* `before` with s[from, to) behind it in one line, in brackets if it is a match; in d->arena. */
sia_str  explain_bracket(const sia_doc *d, sia_str before, uint32_t from, uint32_t to, bool match);

/* Rows: a line with its number; a figure of the explained table by its column's name. Counts and reals are known to formulas
 * from then on. */
void explain_put_line(explain *x, sia_str doc, const line *l, uint64_t number);
void explain_count(explain *x, const char *name, uint64_t v);
void explain_real(explain *x, const char *name, double v);
void explain_exp(explain *x, const char *name, double log_v, const char *formula);
void explain_word(explain *x, const char *name, sia_str word);
void explain_step(explain *x, const char *name, double v, const char *formula);      /* of no column */
void explain_work(explain *x, sia_str work, double v, const char *formula, sia_str numbers);      /* a work's part of a figure */
void explain_know(explain *x, const char *name, double v);                           /* no row */

/* The steps of a 2x2 table: cells, expectations, the chosen measures, limits, p. alpha is 0.05 / --family. */
void explain_table(explain *x, sia_cell c);

sia_status explain_freq(explain *x, sia_err *err) SIA_CHECKED;
sia_status explain_cooc(explain *x, sia_err *err) SIA_CHECKED;
sia_status explain_keyness(explain *x, sia_err *err) SIA_CHECKED;
#endif
