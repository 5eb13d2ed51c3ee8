/* What siasat-document can be asked for: each reads one file on standard input and writes the document's wire. */
#ifndef SIA_OFFICE_H
#define SIA_OFFICE_H
#include "../wire.h"
#include "../zip.h"

enum { DOCUMENT_MOST = 256 << 20 };

int job_office(void);                    /* DOCX, ODT or EPUB, as its members tell   */
int job_html(void);                      /* a web page, in UTF-8                     */
int job_markdown(void);                  /* Markdown, in UTF-8                       */
int job_members(void);                   /* all members of a ZIP, as they are        */

/* An archive, and what was asked of it. */
typedef struct { zip_t *z; size_t n; } archive;

bool archive_read(const archive *a, const char *name, text *out);    /* false: no such member */

void docx_document(const archive *a);
void odt_document(const archive *a);
void epub_document(const archive *a);

#endif
