/* Hits as a project of programs for qualitative analysis: REFI-QDA, QDA-XML 1.5, FILE.qdpx. */
#ifndef SIA_QDPROJECT_H
#define SIA_QDPROJECT_H
#include "run.h"
#include "textbuf.h"

/* Is the table of tag to be one? Not in a report, which takes tables. */
bool qdproject_asked(const session *s);

/* The whole run: codes are the codebooks' categories and terms, sources the documents' decoded texts, each hit is a selection with a coding,
 * what --meta says of a document its source's variables.
 *
 * Positions are code points of the source as it stands in the project, the first 0, the end the one behind the last. The standard does not say
 * what a line end of CR and LF counts, and programs differ: sources have LF alone, so that it is one for everybody. NULs and a byte order mark
 * that stands in the text go too. Identifiers are made of names, places and content, and the one moment is the first that ZIP files know: the
 * same input gives the same bytes. */
sia_status qdproject_run(session *s, sia_err *err) SIA_CHECKED;

/* ---- between qdproject.c and qdsource.c --------------------------------------------------------------------------------- */

enum { QD_GUID = 37 };
#define QD_MOMENT "1980-01-01T00:00:00Z"

typedef struct {
    char (*code)[QD_GUID];              /* of each term, numbered over all books */
    char (*variable)[QD_GUID];          /* of each column of --meta */
    char user[QD_GUID];
    uint32_t *namesake;                 /* of each input: how many before it have its name */
    bool any;                           /* a source was written */
} qdproject;

typedef struct { char guid[QD_GUID]; sia_str element, text; } qdsource;

/* The digest of a run whose ctx is the project: *made is the document's qdsource. */
sia_status qdsource_make(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);

void qd_open(textbuf *b, const char *name, const char *guid);        /* <NAME guid="..." */
void qd_attribute(textbuf *b, const char *name, sia_str value);
#endif
