/* ZIP files that are folders of documents. */
#ifndef SIA_ZIPPED_H
#define SIA_ZIPPED_H
#include "session.h"

/* Puts the documents in a ZIP in its place among the inputs, by path bytes. A ZIP is known by its bytes: one that is named on the command
 * line, or called .zip in a folder. What cannot be unpacked is in s->in.failed. */
sia_status zipped_unfold(session *s, sia_err *err) SIA_CHECKED;
#endif
