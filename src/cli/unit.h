/* --unit: the stretches of text in which items stand together. */
#ifndef SIA_UNIT_H
#define SIA_UNIT_H
#include "items.h"

typedef enum { UNIT_SENTENCE, UNIT_PARAGRAPH, UNIT_SECTION, UNIT_DOC, UNIT_WORK, UNIT_WINDOW } unit_kind;
typedef struct { unit_kind kind; uint32_t width; } unit;                 /* width: words of a window */

sia_status unit_parse(const char *name, unit *u, sia_err *err) SIA_CHECKED;

/* Adds every counted unit of the document to `c`, empty ones too. A window is any `width` consecutive words of one
 * paragraph (the whole paragraph where it is shorter), moved on word by word. Scratch in d->arena. Not for UNIT_WORK. */
void unit_each(const unit *u, const sia_doc *d, const occurrences *o, sia_cooc *c);

/* Sorts `item` and leaves each once; returns how many. */
uint32_t unit_distinct(uint32_t *item, uint32_t n);
#endif
