/* A document on the wire: how a helper program hands on the text of a PDF, office file or web page, one line a part, in
 * reading order. UTF-8 without control characters; in fields \\, TAB and line ends are written \\\\, \\t, \\n (as in wire.h).
 *     d TAB name                       the document's format, before all else: docx, odt, epub, html, pdf ...
 *     P TAB index TAB label            a page begins (index: the file's, from 1; label: the printed number, may be empty)
 *     H TAB level TAB text             heading, its number in front as printed (level from 1; 0: unknown)
 *     p TAB text                       paragraph; line breaks of its own (a PDF's lines) as \n
 *     ? TAB text                       the same, first on its page: the text decides whether it goes on with the last one
 *     + TAB text                       the part before (pages and heads apart) goes on; so notes wait until it is whole
 *     l TAB depth TAB number TAB text  list item (depth from 1; number as printed: "1.", "a)", "-"; may be empty)
 *     f TAB number TAB text            footnote or endnote; its mark does not stand in the text
 *     c TAB cell TAB cell ...          row of a table
 *     t TAB text                       caption
 *     h TAB text                       running head or foot, page number: set aside, in no count
 *     x TAB text                       text of which nothing is known, perhaps with blank lines: the core's rules decide all
 *     z TAB class [TAB bold]           letters from here on: small, body or large, each part wholly so; in bold or not (optional)
 *     n TAB name TAB arg               a note for the user: a message of words.def that begins with NOTE_
 *     .                                the end: without it something is missing
 * src/text/stream.c reads it. What is only white space is not sent. */
#ifndef SIA_DOCUMENT_H
#define SIA_DOCUMENT_H
#ifdef __cplusplus
extern "C" {
#endif
#include <stddef.h>

void document_format(const char *name);
void document_page(size_t index, const char *label);
void document_heading(unsigned level, const char *s, size_t n);
void document_paragraph(const char *s, size_t n);
void document_perhaps(const char *s, size_t n);           /* ? */
void document_more(const char *s, size_t n);              /* + */
void document_item(unsigned depth, const char *number, const char *s, size_t n);
void document_footnote(const char *number, const char *s, size_t n);
void document_cell(const char *s, size_t n);              /* of a row that document_row ends */
void document_row(void);
void document_caption(const char *s, size_t n);
void document_furniture(const char *s, size_t n);         /* h */
void document_plain(const char *s, size_t n);             /* x */
void document_letters(const char *size, int bold);        /* z, written when it changes */
void document_note(const char *name, const char *arg);
void document_end(void);
#ifdef __cplusplus
}
#endif
#endif
