/* What elements and attributes of a web page mean. */
#ifndef SIA_HTML_H
#define SIA_HTML_H
#include "../wire.h"

typedef enum {
    HTML_INLINE,                        /* goes on in the paragraph                         */
    HTML_BLOCK,                         /* begins and ends paragraphs                       */
    HTML_HEADING, HTML_LIST, HTML_ITEM, HTML_TABLE, HTML_ROW, HTML_CELL, HTML_CAPTION, HTML_BREAK, HTML_PRE, HTML_LINK,
    HTML_HIDDEN                         /* not read, with all that is in it                 */
} html_kind;

html_kind   html_kind_of(const char *name);
const char *html_attribute(const char *const *attributes, const char *name);          /* "": it has none     */
bool        html_is_hidden(const char *const *attributes);                             /* by itself           */
bool        html_is_note(const char *const *attributes);                               /* a footnote or endnote */
bool        html_is_note_mark(const char *const *attributes);                          /* the mark of one in the text */
bool        html_is_way_back(const char *const *attributes);                           /* from a note to its mark */
bool        html_is_page(const char *const *attributes);                               /* a page begins       */
char        html_list_format(const char *name, const char *const *attributes);         /* '*' '1' 'a' 'A' 'i' 'I' */

/* One page of a document that may have several (an e-book's chapters): its parts to the wire, without an end. */
void html_read(const char *s, bool paged);                   /* UTF-8 with a NUL behind it */
#endif
