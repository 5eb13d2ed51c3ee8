/* The words of a heading: whether they look like one, and how they are printed. */
#ifndef SIASAT_TEXT_TITLE_H
#define SIASAT_TEXT_TITLE_H
#include <siasat/text.h>

enum { SIA_TITLE_MAX = 300 };       /* bytes; nothing longer is a title */

typedef struct {
    uint16_t words;                 /* with a letter in them                                       */
    /* words that begin so; function words and words under 4 letters are not counted as small */
    uint16_t capital, small;
    uint16_t upper, lower;          /* letters                                                     */
    bool     stopped;               /* ends with . ; , or a dash: a title does not                 */
    bool     inner_stop;            /* a sentence ends inside                                      */
    bool     spaced;                /* mostly single letters: "P E N U T U P"                      */
    bool     too_long;
} sia_shape;

/* Looks at SIA_TITLE_MAX bytes at most. */
sia_shape sia_shape_of(sia_str words);

/* The same as sia_shape_caps(sia_shape_of(words)), cheaper. */
bool sia_words_caps(sia_str words);

static inline bool sia_shape_caps(sia_shape h) { return h.upper >= 3 && h.lower * 6 <= h.upper && !h.too_long; }
static inline bool sia_shape_titled(sia_shape h) { return h.capital > 0 && h.small * 3 <= h.capital && !h.too_long; }

/* The words cannot end here: "HASIL DAN", "Partai dalam". Capitals or not. */
bool sia_title_open(sia_str words);

/* White space folded to single blanks, letter spacing closed, leaders, asterisks and a final colon or stop off. */
sia_str sia_title_tidy(sia_arena *a, sia_str words);

/* Letters alone, lower-case, OCR's digits inside words read as letters: what titles are compared by. */
typedef struct {
    char     key[64];
    uint32_t n;                     /* letters in key; longer titles are cut                       */
    uint64_t where[26];             /* of each letter a to z: bit i + 1, it is key[i]; up to key[62]        */
    uint64_t starts;                /* bit i: a word begins at key[i]                              */
    bool     spaced;                /* word starts are unknown                                     */
    bool     cut;                   /* there was more                                              */
} sia_title_key;

sia_title_key sia_title_key_of(sia_str tidy);
#endif
