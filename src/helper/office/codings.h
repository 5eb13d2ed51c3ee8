/* What people marked in a document of theirs, as a table: comments in a DOCX, coded segments of a REFI-QDA project. */
#ifndef SIA_CODINGS_H
#define SIA_CODINGS_H
#include "../zip.h"

void codings_word(const archive *a, const text *comments);   /* word/comments.xml                       */
void codings_qda(const archive *a, const text *project);     /* project.qde                             */

enum { CODINGS_NO_PLACE = -1 };

/* A row for each code that `said` names ("STR-ofensif, MED"); `doc` may be "" (the document that was commented on). `before`: how many
 * code points of the document that are no blanks stand before the quote, by which it is told from its equals; CODINGS_NO_PLACE: not known. */
void codings_put(const char *said, const char *doc, const char *coder, const char *quote, size_t n, long long before);

/* A row, `category` and `term` as they are. */
void codings_put_code(const char *category, const char *term, const char *doc, const char *coder, const char *quote, size_t n, long long before);
#endif
