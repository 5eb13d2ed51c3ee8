/* The two kinds of office file that siasat-document reads. */
#ifndef SIA_OFFICE_H
#define SIA_OFFICE_H
#include "../zip.h"

void docx_document(const archive *a);
void odt_document(const archive *a);

void send_members(void);                 /* of standard input */
void send_codings(void);                 /* likewise: what people marked, as TSV */
#endif
