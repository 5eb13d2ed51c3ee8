/* Scopes of denial and of advice in one sentence. */
#ifndef SIA_SCOPE_H
#define SIA_SCOPE_H
#include "cues.h"

enum { SIA_DENIED = 1, SIA_ADVISED = 2 };

/* Sets SIA_DENIED and SIA_ADVISED in of[t - s.from] for each token t of the sentence; `of` comes zeroed. Returns the SIA_*
 * of which the sentence has a cue. Linear. */
unsigned sia_scopes(const sia_cues *c, sia_range s, uint8_t *of);
#endif
