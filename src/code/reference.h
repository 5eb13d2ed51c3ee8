/* The reference engine: each alternative as one PCRE2 regex over the text. Shared by the files of src/code. */
#ifndef SIA_REFERENCE_H
#define SIA_REFERENCE_H
#include "match.h"

/* Fills t->found with all matches of all patterns in the counted sentences. */
void sia_match_reference(sia_tagger *t);
void sia_reference_free(sia_tagger *t);
#endif
