/* The reference engine: each alternative as one PCRE2 regex over the text. Shared by the files of src/code. */
#ifndef SIA_REFERENCE_H
#define SIA_REFERENCE_H
#include "match.h"

typedef struct sia_reference sia_reference;

/* Fills t->found with all matches of all patterns in the counted sentences. */
void sia_match_reference(sia_tagger *t);
void sia_reference_free(sia_reference *r);
#endif
