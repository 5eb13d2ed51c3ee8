/* What siasat-web can be asked for: each reads one file on standard input and writes the document's wire. */
#ifndef SIA_WEB_H
#define SIA_WEB_H

void job_html(void);                     /* a web page, in UTF-8         */
void job_epub(void);                     /* an e-book                    */
void job_markdown(void);                 /* Markdown, in UTF-8           */
#endif
