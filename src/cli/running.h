/* Running text instead of a table: headings and paragraphs, for a thesis. */
#ifndef SIA_RUNNING_H
#define SIA_RUNNING_H
#include "session.h"

/* Is that what -o or --format asks for (docx, md)? Not in a report, which takes tables. */
bool running_asked(const session *s);

/* Opens -o or standard output for it. Then paragraphs are put in order, each in one line of s->table, and session_close ends it. */
sia_status running_open(session *s, sia_err *err) SIA_CHECKED;
void       running_head(session *s, sia_str text);
void       running_paragraph(session *s, sia_str text);
#endif
