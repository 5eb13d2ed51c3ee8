/* A candidate is one way to build a form: clitics, a reduplication, a chain of prefixes, a root, a suffix. */
#ifndef SIASAT_TEXT_CANDIDATE_H
#define SIASAT_TEXT_CANDIDATE_H
#include "roots.h"

typedef enum { NONE, DI, KE, KETIDAK, SE, KU, KAU, BER, TER, PER, MEN, PEN, PE, PREFIXES } prefix_kind;
typedef enum { SUF_NONE, SUF_KAN, SUF_I, SUF_AN, SUFFIXES } suffix_kind;
typedef enum { POSS_NONE, POSS_NYA, POSS_KU, POSS_MU, POSSESSIVES } possessive_kind;
typedef enum { PART_NONE, PART_LAH, PART_KAH, PART_TAH, PART_PUN, PARTICLES } particle_kind;
typedef enum { RED_NONE, RED_FULL, RED_FIRST, RED_RHYME, REDUPLICATIONS } reduplication_kind;   /* buku-buku, tetumbuhan, sayur-mayur */

/* How a prefix meets what follows. The five of ber-, ter-, per- and the 22 of meN-, peN- stand in the same order. */
typedef enum {
    AL_DI, AL_KE, AL_KETIDAK, AL_SE, AL_KU, AL_KAU, AL_PE,
    AL_BER,                             /* ber-V ber-C be-r be-Cer bel                          */
    AL_TER = AL_BER + 5,
    AL_PER = AL_TER + 5,
    AL_MEN = AL_PER + 5,
    AL_PEN = AL_MEN + 22,
    ALLOMORPHS = AL_PEN + 22
} allomorph_kind;

enum { R_VOWEL, R_CONSONANT, R_MELTS, R_CER, R_BECOMES_L };
enum {                                  /* of meN- and peN-; X>y: the first letter of the root melts away */
    N_NASAL, N_LIQUID, M_B, MP_CLUSTER, MP_PREFIX, MP_VOWEL, M_P, M_P_CLUSTER, N_D, NT_CLUSTER, NT_VOWEL, NS_CLUSTER, NS_VOWEL,
    N_T, NG_VOWEL, NG_K, NGE, NGK_CLUSTER, NGK_VOWEL, NG_G, NY_S, NY_C
};

enum { CHAIN_LONGEST = 3 };

/* A chain of prefixes, outermost first, as a number; 0: none. */
#define CHAIN(a, b, c) (((a) * PREFIXES + (b)) * PREFIXES + (c))
enum { CHAINS = PREFIXES * PREFIXES * PREFIXES };

typedef struct {
    const root *root;
    uint8_t prefix[CHAIN_LONGEST], allomorph[CHAIN_LONGEST];
    uint8_t prefixes;                   /* how many                                             */
    uint8_t suffix, possessive, particle, reduplication;
    uint8_t cut;                        /* bytes of the form that are possessive and particle, hyphens too */
    uint8_t bound;                      /* bytes of a bound word before it: anti, non, pasca    */
} candidate;

static inline unsigned chain_of(const candidate *c)
{
    return CHAIN((unsigned)c->prefix[0], (unsigned)c->prefix[1], (unsigned)c->prefix[2]);
}

/* What is done with each candidate. */
typedef struct { void (*see)(void *ctx, const candidate *c); void *ctx; } viewer;

/* All candidates of a form of at most SIA_FORM_LONGEST bytes, in an order that depends on the form alone. */
void candidates_of(const sia_roots *r, sia_str form, viewer to);

/* The candidates of `stem` with the given end: prefix.c. */
void candidates_of_stem(const sia_roots *r, sia_str stem, candidate end, viewer to);

/* ---- ranking (weigh.c) --------------------------------------------------------------------- */

typedef enum { LIC_GIVEN, LIC_DENIED, LIC_NO_CLASS, LIC_NO_FLAGS, LICENCES } licence_kind;

licence_kind licence_of(const candidate *c);
uint64_t licence_bit(unsigned outer, unsigned inner, unsigned suffix);   /* of a class of affixes in root.licence; 0: there is no such class */
int32_t  weigh(const sia_roots *r, const candidate *c);
int32_t  weigh_unknown(size_t letters); /* of a form of so many letters: that it is no word we know */
unsigned syllables(const char *p, size_t n);

/* Is a better than b? Total: equal only if they build the form in the same way. */
bool better(const sia_roots *r, const candidate *a, int32_t weight_a, const candidate *b, int32_t weight_b);

static inline bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
static inline sia_str root_word(const sia_roots *r, const root *e)
{
    const root_table *t = r->own.n && e >= r->own.entry && e < r->own.entry + r->own.n ? &r->own : &r->table;
    return (sia_str){ t->strings + e->at, e->len };
}
#endif
