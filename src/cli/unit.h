/* --unit: the stretches of text in which items stand together. */
#ifndef SIA_UNIT_H
#define SIA_UNIT_H
#include "items.h"

typedef enum { UNIT_SENTENCE, UNIT_PARAGRAPH, UNIT_SECTION, UNIT_DOC, UNIT_WORK, UNIT_WINDOW } unit_kind;
typedef struct { unit_kind kind; uint32_t width; } unit;                 /* width: words of a window */

/* NULL: a sentence. */
sia_status unit_parse(const char *name, unit *u, sia_err *err) SIA_CHECKED;

/* Calls `each` for every counted unit of the document, empty ones too, with its distinct items, ascending, and its first token
 * and the one behind its last. A window is any `width` consecutive words of one paragraph (the whole paragraph where it is
 * shorter), moved on word by word. Scratch in d->arena. Not for UNIT_WORK. */
typedef void unit_met(void *ctx, const uint32_t *item, uint32_t n, uint32_t first, uint32_t end);
void unit_each(const unit *u, const sia_doc *d, const occurrences *o, unit_met *each, void *ctx);

/* Sorts `item` and leaves each once; returns how many. */
uint32_t unit_distinct(uint32_t *item, uint32_t n);
#endif
