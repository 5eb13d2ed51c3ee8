/* The words that scopes are made of, one at a time: cues.h looks up a block's. */
#ifndef SIA_SCOPEWORD_H
#define SIA_SCOPEWORD_H
#include "cues.h"

/* The SCOPE_* and CUE_* of a folded word, 0 for most. */
unsigned sia_scope_word(sia_str folded);
#endif
