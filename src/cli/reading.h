/* Documents of every format: text as it is, others through the helper program that knows them. */
#ifndef SIA_READING_H
#define SIA_READING_H
#include <siasat.h>
#include "settings.h"

/* sia_doc_read for what `raw` really is, as its bytes show; *lacks gains the layers of confinement that this system has not.
 * `set` says whether scans are read, what a helper program may use, and where what helpers made is kept. Any thread. */
sia_status document_read(sia_doc *d, sia_str path, sia_str raw, sia_encoding enc, const settings *set, unsigned *lacks, sia_err *err) SIA_CHECKED;
#endif
