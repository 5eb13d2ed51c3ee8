/* The rows of `tag`, for whoever else makes or prints them. */
#ifndef SIA_TAGROWS_H
#define SIA_TAGROWS_H
#include "run.h"

/* The digest and deliver of a run that puts a row a hit into s->table. `lead`, if not NULL, is called before each row: a table may have
 * columns before ours. */
sia_status tag_digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);
typedef void tag_lead(sia_table *t, const input *in, uint32_t row);
void       tag_rows(run *r, size_t i, sia_doc *d, void *made, tag_lead *lead);

/* The columns that --columns adds. */
sia_status tag_more_columns(session *s, sia_err *err) SIA_CHECKED;
#endif
