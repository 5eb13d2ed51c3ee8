/* Voices: whose words a sentence holds. */
#ifndef SIA_VOICE_H
#define SIA_VOICE_H
#include <siasat/code.h>
#include "cues.h"

/* Writes the sia_voice of every token of block b, whose tokens are r, into of[t - r.from]; `of` comes zeroed. Linear. */
void sia_voices(const sia_cues *c, uint32_t b, sia_range r, uint8_t *of);
#endif
