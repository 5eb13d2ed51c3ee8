/* The options that were given, as words again: for scripts that are to say the same, and for what tells two runs apart. */
#ifndef SIA_GIVEN_H
#define SIA_GIVEN_H
#include "settings.h"

/* Calls `each` for every option of the verb that is not as it comes by itself, in the order of its tables; value NULL: a flag. */
typedef bool given_each_fn(void *ctx, const opt *o, const char *value);
bool given_each(const opt_verb *v, const settings *s, given_each_fn *each, void *ctx, sia_arena *a);     /* false: `each` said so, or no memory */

/* As a word of the shell: in single quotes unless no shell would touch it. */
sia_str given_quoted(const char *word, sia_arena *a);
#endif
