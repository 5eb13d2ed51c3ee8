/* The benchmark's random numbers and its invented vocabulary. */
#ifndef BENCH_WORDS_H
#define BENCH_WORDS_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef struct { uint64_t s[2]; } rng;
void   rng_seed(rng *r, uint64_t seed);
int    below(rng *r, int n);                    /* 0 .. n-1 */
double chance(rng *r);                          /* 0 .. 1   */

/* Draws from unequal weights in constant time (Walker's alias method). */
typedef struct { int n; double *keep; int *other; } lottery;
int draw(const lottery *l, rng *r);

typedef struct {
    char  **word;                               /* by falling frequency */
    char  **phrase;                             /* from the codebook, in its order */
    int     words, phrases;
    lottery by_rank, by_order;
} vocabulary;

/* Words from code, phrases from a codebook's `pattern` column; false when memory or the codebook fails. */
bool vocabulary_make(vocabulary *v, FILE *codebook);
void vocabulary_drop(vocabulary *v);

void invent_name(rng *r, char *out);            /* at most 40 bytes */
#endif
