/* Parts of the web page: one file with its style, its script and the tables as JSON, which the script shows. */
#ifndef SIA_PAGE_H
#define SIA_PAGE_H
#include "maker.h"
#include <stdint.h>

/* The script and the style of page/, and what the page's policy lets run (tools/embed.c). */
extern const char page_style[], page_style_hash[], page_script[], page_script_hash[];
extern const size_t page_style_size, page_script_size;

/* ---- pagejson.c: the one place where what stands in a cell becomes part of the page -------------------------------------- */

void json_text(FILE *f, const char *s);                      /* in quotes; holds no character that HTML would heed */
void json_cell(FILE *f, char type, const char *s);           /* a number bare, if a script reads it as it is */
void json_head(FILE *f, const table *t);                     /* name, title and columns of a table, up to its rows */
void json_row(FILE *f, const table *t, char *const *cell, size_t nth);
void json_tail(FILE *f, size_t all);                         /* how many rows there are, those too that were left out */

/* ---- pagenames.c: strings and small numbers ------------------------------------------------------------------------------- */

typedef struct { void *tree; const char **name; size_t n, cap; } names;
size_t name_id(names *of, const char *s);                    /* from 0, in order of arrival; n log n in all */

/* The column of that name, or t->n. */
size_t column_of(const table *t, const char *name);

/* ---- pagekeep.c: of many rows a few, of each term as many ------------------------------------------------------------------ */

enum { PAGE_ROWS = 2000 };
void keep_begin(void);
void keep_row(const table *t, char *const *cell, const char *term);
void keep_write(FILE *f, const table *t);

/* ---- pagehits.c: the place of every hit and chapter, in few bytes, for what is drawn and marked ----------------------------- */

void hits_begin(const table *t);
void hits_row(char *const *cell);
void hits_write(FILE *f);                                    /* nothing, where there were none */
void chapters_begin(const table *t);                         /* of the outline's rows */
void chapters_row(char *const *cell);
void chapters_write(FILE *f);

#endif
