/* --hits FILE: a table of `tag` that a reader has gone over, and what it decides about each hit. */
#ifndef SIA_REVIEWED_H
#define SIA_REVIEWED_H
#include "session.h"

/* Reads s->set.hits, whatever dialect it was saved in, against s->books; owned by s->arena. A row's decision: empty, ya or
 * yes keeps the hit, tidak or no drops it, a term's id recodes it; anything else is an error with its line and column. */
sia_status review_open(review **out, session *s, sia_err *err) SIA_CHECKED;

/* Applies the decisions to d->hits; a hit without a row was deleted by the reader and goes too. `counts`: review_say is to
 * tell of it. Any thread. */
void review_apply(review *v, const sia_tagger *t, sia_doc *d, bool counts);

/* One line: what was kept, dropped, recoded, deleted, and how many rows met no hit. */
void review_say(const review *v, const session *s);
#endif
