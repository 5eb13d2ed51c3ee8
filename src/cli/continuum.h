/* The places that two coders marked, laid end to end over all counted sentences: what the reliability of unitizing is reckoned from. */
#ifndef SIA_CONTINUUM_H
#define SIA_CONTINUUM_H
#include "coding.h"

typedef SIA_VEC(sia_stretch) stretches;
typedef struct { stretches of[2]; } coder_stretches;
typedef struct { SIA_VEC(coder_stretches) by_code; uint64_t length; } continuum;

/* Adds a document's counted sentences, and of the marks of coder 0 or 1 those in them, clipped to the sentence they begin in; places of one
 * category that overlap are one. Codes are numbered by `numbers`, from 1. False: no memory. */
bool continuum_add(continuum *c, sia_lex *numbers, sia_doc *d, const marks *by[2], sia_arena *a) SIA_CHECKED;

/* Of one code, by its number less one. */
bool continuum_of(const continuum *c, uint32_t code, sia_unitizing *out, sia_arena *a) SIA_CHECKED;
#endif
