/* What is known of the forms of each worker's lex: their norms, lemmas and roots. */
#ifndef SIA_MORPHS_H
#define SIA_MORPHS_H
#include "run.h"

typedef struct { const sia_roots *roots; sia_morph **of; } morphs;

/* Opens the root table (with --roots). */
sia_status morphs_open(morphs *m, session *s, sia_err *err) SIA_CHECKED;

/* The memo beside this worker's lex; on the worker's thread. NULL: no memory. */
sia_morph *morphs_of(morphs *m, run *r, unsigned worker, sia_lex *lex);

/* Of a token: of a word its keys, of all else the form itself three times. */
sia_keys keys_of_token(sia_morph *m, const sia_token *t);
#endif
