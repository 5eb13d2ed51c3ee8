/* Documents of every format: text as it is, others through the helper program that knows them. */
#ifndef SIA_READING_H
#define SIA_READING_H
#include <siasat.h>

/* sia_doc_read for what `raw` really is, as its bytes show; *lacks gains the layers of confinement that this system has not.
 * `cache`: the folder where what helpers made is kept, or NULL. Any thread. */
sia_status document_read(sia_doc *d, sia_str path, sia_str raw, sia_encoding enc, const char *cache, unsigned *lacks, sia_err *err) SIA_CHECKED;
#endif
