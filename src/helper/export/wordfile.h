/* A Word file in the making: its text, and the parts around it. */
#ifndef SIA_HELPER_WORDFILE_H
#define SIA_HELPER_WORDFILE_H
#include "../wire.h"

void word_add(text *t, const char *markup);

/* What XML cannot say is left out; a line end becomes a break of the line. */
void word_text(text *t, const char *s);

/* Writes a document with `body`, whose paragraphs may have the styles Caption, Heading2 and BodyText. `language`: "id" or "en"; `upright`: else the
 * page lies on its side. */
void word_write(const char *path, const text *body, const char *language, bool upright);
#endif
