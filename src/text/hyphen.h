/* What judging a cut word is made of: its halves, and what the rest of the document says of them. */
#ifndef SIASAT_TEXT_HYPHEN_H
#define SIASAT_TEXT_HYPHEN_H
#include "read.h"

enum { SIA_HALF = 40 };                                      /* bytes of a half that are looked at */

typedef struct {
    char     left[SIA_HALF], right[SIA_HALF];                /* lower case, hyphens inside kept  */
    uint32_t l, r;
    bool     capital_left, capital_right, capitals;          /* one begins so; both hold nothing else */
    bool     abbreviation;                                   /* the left one is PAN, DPRD ...    */
    bool     figures;                                        /* a digit touches the hyphen       */
} sia_halves;

static inline bool sia_char_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == 0; }
static inline bool sia_char_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool sia_char_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool sia_char_small(char c) { return c >= 'a' && c <= 'z'; }

static inline bool sia_char_wordly(char c)
{
    static const uint64_t word[4] = { 0x03FF000000000000u, 0x07FFFFFE07FFFFFEu, ~0ull, ~0ull }; /* 0-9 A-Z a-z 80-FF */
    return word[(unsigned char)c >> 6] >> ((unsigned char)c & 63) & 1;
}

static inline char sia_char_lower(char c) { return sia_char_upper(c) ? (char)(c + 32) : c; }

/* A hyphen at p[i] with word on, before p[to]. */
static inline bool sia_hyphen_inside(const char *p, uint32_t i, uint32_t to)
{
    return p[i] == '-' && i + 1 < to && sia_char_wordly(p[i + 1]);
}

/* May a hyphen stand here, or blanks behind one? */
static inline bool sia_char_loose(char c) { return c == '-' || sia_char_blank(c) || (unsigned char)c >= 0x80; }

/* The hyphen, U+2010, soft hyphen or not-sign that ends line a: where it begins; 0 for none, or after no word. Most
 * lines end in a letter or a stop, and are answered here. */
uint32_t sia_hyphen_seek(const sia_reader *r, uint32_t a, int32_t *c);

static inline uint32_t sia_hyphen_at_end(const sia_reader *r, uint32_t a, int32_t *c)
{
    return r->lines.v[a].loose ? sia_hyphen_seek(r, a, c) : 0;
}

/* The two halves; false where the right one does not begin with a letter or digit. Fills the word's span too. */
bool sia_take_halves(const sia_reader *r, uint32_t a, uint32_t b, uint32_t hyphen, sia_halves *h, sia_gap *gap);

/* halfcount.c: how often the document has the word joined, hyphenated, and each half as a word. */
void sia_count_halves(sia_reader *r, const sia_halves *h, uint64_t count[4]);
#endif
