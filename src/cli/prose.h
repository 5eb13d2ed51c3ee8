/* The methods as paragraphs for a thesis's chapter III, from what really ran. */
#ifndef SIA_PROSE_H
#define SIA_PROSE_H
#include "study.h"

typedef struct { sia_str head, text; } passage;
enum { PASSAGES = 5 };                  /* corpus, reading, coding, measures, repeating */

/* Owned by the arena. Reads the codebooks' files once more, for their hashes. */
sia_status prose_of(passage to[PASSAGES], const study *is, sia_lang lang, sia_arena *a, sia_err *err) SIA_CHECKED;
sia_str    prose_text(const passage of[PASSAGES], sia_arena *a);            /* as plain text; "": no memory */
#endif
