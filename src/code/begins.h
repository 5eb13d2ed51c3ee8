/* Which word forms a regex may begin with: told once a form, so that most tokens are passed over without a look at any regex. */
#ifndef SIA_BEGINS_H
#define SIA_BEGINS_H
#include "required.h"

typedef struct sia_begins sia_begins;
sia_begins *sia_begins_new(sia_arena *a);                    /* NULL: no memory */

/* A regex whose matches begin with what `has` says, on one of the bytes that `may` allows; `has` must outlive it. A lack of
 * memory sticks in the arena. */
void sia_begins_add(sia_begins *b, const sia_required *has, const bool may[256], sia_arena *a);

/* May one whose first letters are known begin with a word of this form, whatever its surface? And one of the others? */
bool sia_begins_known(const sia_begins *b, sia_str form);
bool sia_begins_unknown(const sia_begins *b, sia_str form);
#endif
