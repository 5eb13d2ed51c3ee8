/* Inside spelling repair: what its files share. */
#ifndef SIA_REPAIRS_H
#define SIA_REPAIRS_H
#include <siasat/repair.h>
#include "../indonesian/nearby.h"

/* ---- sets of words by a rolling hash ---------------------------------------------------------- */

/* The hash of a word is the sum of its bytes times powers of an odd number, so that the hash of each of its several
 * hundred neighbours is a few operations away; a filter of one bit a word turns nearly all of them back. */
enum { SIA_FILTER_WORDS = 1024, SIA_WORD_LONGEST = 48, SIA_GAP_BITS = 19 };
#define SIA_ROLL 0x9E3779B97F4A7C15u
#define SIA_UNROLL 0xF1DE83E19937733Du      /* its inverse                                    */
#define SIA_GAP  0xD1B54A32D192ED03u        /* times the place of a gap                       */

typedef struct {
    sia_str  text;
    uint64_t hash;
    sia_id   form;                          /* in the worker's lex; 0: a word of the spelling's own */
    uint32_t seen;                          /* times in the document                          */
    uint8_t  use;                           /* sia_word_use bits                              */
} sia_known;

typedef struct {
    SIA_VEC(sia_known) v;
    uint32_t *slots, mask;                  /* 1 + index into v; 0: free                      */
    uint64_t  filter[SIA_FILTER_WORDS];
    uint64_t  gaps[(1 << SIA_GAP_BITS) / 64];       /* of each word that may be meant, without one of its letters: a bit each */
} sia_wordset;

/* Bit i of `other`: with another letter at i a form may be a word of the set; of `more`: with one letter more before i. */
typedef nearby_places sia_places;

uint64_t   sia_roll(sia_str word);
bool       sia_wordset_room(sia_wordset *s, uint32_t n, sia_arena *a);           /* for n words in all; false: no memory */
sia_known *sia_wordset_add(sia_wordset *s, sia_str word, sia_arena *a);          /* find or add; NULL: no memory, or crowded out */
void       sia_wordset_gaps(sia_wordset *s, sia_str word, uint64_t hash);        /* the word may be what is meant */
sia_places sia_wordset_places(const sia_wordset *s, sia_str word, uint64_t hash);
const sia_known *sia_wordset_find(const sia_wordset *s, sia_str word, uint64_t hash);

static inline bool sia_filter_has(const uint64_t *filter, uint64_t hash)
{
    uint64_t bit = (hash * 0xD6E8FEB86659FD93u) >> 48;
    return filter[bit / 64] >> (bit % 64) & 1;
}

/* ---- what is known of the language -------------------------------------------------------------- */

typedef struct { sia_str standard; bool capital; } sia_variant;      /* capital: the standard is written with one: November */

struct sia_spelling {
    sia_arena       *a;
    const sia_roots *roots;
    sia_lex         *variants;              /* id k: to[k - 1]                                */
    SIA_VEC(sia_variant) to;
    sia_wordset      words;
};

sia_standing sia_standing_of(const sia_spelling *s, sia_str word);

/* The standard form of a listed variant, clitics and reduplication kept; empty: none. In `a`. */
sia_str sia_standard_of(const sia_spelling *s, sia_str form, sia_arena *a);
bool    sia_standard_capital(const sia_spelling *s, sia_str form);   /* is it written with a capital: November? */

/* ---- one document --------------------------------------------------------------------------------- */

/* What the places of a form in the document look like. */
enum { SIA_SEEN_SMALL = 1, SIA_SEEN_CAPITAL = 2, SIA_SEEN_FIRST = 4 };      /* FIRST: a capital where a sentence begins */

typedef struct {
    sia_id   form;
    sia_str  text;
    uint32_t n;                             /* times in the document                          */
    uint8_t  seen;
    bool     two_cases;                     /* Kkerja                                         */
    bool     broken;                        /* beside a hyphen: perhaps a part of a word      */
} sia_form_seen;

/* What was decided for a form. */
typedef struct {
    sia_str  proposal;                      /* folded; empty: nothing                         */
    uint32_t cut, seen;
    uint8_t  rule, proof, effect;
} sia_decision;

struct sia_repairer {
    sia_arena          *a;
    const sia_spelling *spelling;
    const sia_lex      *lex;                /* whose forms `memo` and `at` count              */
    uint8_t            *memo;               /* by form: 1 + standing where it is known, and SIA_MEMO_* */
    uint8_t            *own;                /* by word of the spelling's: 1 + standing where it is known */
    nearby             *near;               /* made when it is first asked                    */
    uint32_t           *at;                 /* by form: 1 + its place in `forms`, 0: not in this document */
    uint32_t            cap;
    /* one document, in its arena */
    sia_doc            *doc;
    SIA_VEC(sia_form_seen) forms;
    SIA_VEC(sia_decision)  decisions;       /* decisions.v[k]: of forms.v[k]                  */
    sia_wordset         words;              /* its word forms; filter: the spelling's words too */
};

/* What is true of a form whatever document it stands in. UNLISTED: in no list of words or variants, nor a joined preposition.
 * UNLIKE, ALONE: the dictionary has no word that looks like it; none that is one slip away. */
enum { SIA_MEMO_STANDING = 3, SIA_MEMO_NYA = 4, SIA_MEMO_BOUND = 8, SIA_MEMO_UNLISTED = 16, SIA_MEMO_UNLIKE = 32, SIA_MEMO_ALONE = 64 };

sia_standing sia_form_standing(sia_repairer *r, sia_id form);

/* NULL: no memory, which r->a remembers. */
const nearby *sia_dictionary(sia_repairer *r);

/* What the document or the spelling has of a word, the stronger of both; NULL: nothing. */
const sia_known *sia_known_in(const sia_repairer *r, sia_str word);
sia_standing     sia_known_standing(sia_repairer *r, const sia_known *k);

/* ---- neighbours ------------------------------------------------------------------------------------ */

/* A form that a slip may have been meant to be, and what the slip costs: tenths of a plain slip. */
typedef struct { sia_str text; uint8_t rule, cost; bool at_end; } sia_neighbour;
typedef SIA_VEC(sia_neighbour) sia_neighbours;

enum { SIA_COST_DOUBLED = 6, SIA_COST_LOOKALIKE = 7, SIA_COST_SWAPPED = 9, SIA_COST_KEY = 9, SIA_COST_LETTER = 10, SIA_COST_OTHER = 13 };

/* The words of the set that are one slip away from `word` (small ASCII letters and hyphens), in `a`, and few others. Some
 * hundred instructions where there are none. Only words that sia_wordset_gaps was told of are found by their letters. */
void sia_neighbours_known(sia_neighbours *out, sia_str word, const sia_wordset *of, sia_arena *a);

/* The words one slip away that the dictionary may have, and few others. Some thousand instructions where there are none. */
void sia_neighbours_listed(sia_neighbours *out, sia_str word, const nearby *of, sia_arena *a);

/* Of those the ones that `word` looks like or doubles a letter of. */
void sia_neighbours_alike(sia_neighbours *out, sia_str word, const nearby *of, sia_arena *a);

/* Letters without their marks, digits as the letters they look like; empty where nothing changes or no letter results. */
sia_str sia_without_marks(sia_str word, sia_arena *a);
sia_str sia_without_digits(sia_str word, char one, sia_arena *a);            /* one: what 1 stands for, l or i */

/* ---- decisions ------------------------------------------------------------------------------------- */

/* For a form of the document: empty where there is no doubt, or too much. */
sia_decision sia_decide(sia_repairer *r, const sia_form_seen *f);
sia_decision sia_decide_alike(sia_repairer *r, const sia_form_seen *f);
sia_decision sia_decide_long(sia_repairer *r, const sia_form_seen *f);
sia_decision sia_decide_signs(sia_repairer *r, const sia_form_seen *f);
sia_decision sia_decide_joined(sia_repairer *r, const sia_form_seen *f);
uint32_t     sia_joined_to_place(sia_repairer *r, sia_str word);     /* the letters of a preposition joined to a place; 0: none */
sia_decision sia_decide_glued(sia_repairer *r, const sia_form_seen *f);

/* For two neighbouring tokens i and i + 1 of a sentence with a blank between them. */
sia_decision sia_decide_pair(sia_repairer *r, uint32_t i);

/* The proposal with capitals as the place has them. */
sia_str sia_recased(sia_str surface, sia_str proposal, sia_arena *a);
#endif
