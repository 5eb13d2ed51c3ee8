/* Letters that every match of a regex has. */
#ifndef SIA_REQUIRED_H
#define SIA_REQUIRED_H
#include <siasat/base.h>

/* ASCII; SIA_LITERAL_GAP among its letters is what may stand between words: blanks, ends of lines and hyphens, or nothing. */
enum { SIA_REQUIRED_MOST = 40, SIA_LITERAL_GAP = 1 };
typedef struct { uint8_t n; char p[SIA_REQUIRED_MOST]; } sia_literal;

/* Of two letters, in whatever case, five bits each. */
enum { SIA_NEXT_MOST = 12 };
typedef struct { uint16_t letters[SIA_NEXT_MOST]; uint8_t n; } sia_next;
uint16_t sia_two_letters(char a, char b);

/* start: each match begins so. inside: each has this somewhere. n 0: nothing is known. digit: each begins with one, if perhaps
 * of another script. apart: the first gap in
 * start, or behind it, is more than nothing; next: behind a gap at its end stand two of these letters, n 0: nothing is known. */
typedef struct { sia_literal start, inside; sia_next next; bool digit, apart; } sia_required;

/* alternatives.c: what the alternatives of the group at s[i] begin with; n 0: not all of them begin with two letters. */
sia_next sia_alternatives_begin(sia_str s, size_t i);

/* Of a regex that compiles. */
sia_required sia_regex_required(sia_str regex, bool keep_case);

/* Does it stand at byte `at` <= text.n, or anywhere? Without keep_case, in whatever case. */
bool sia_literal_at(const sia_literal *x, bool keep_case, sia_str text, size_t at);
bool sia_literal_in(const sia_literal *x, bool keep_case, sia_str text);

/* How many letters of start are a whole word, so that a match begins with it and no other; 0: that is not known. */
uint32_t sia_required_word(const sia_required *has);

static inline bool sia_is_letter(char c) { return (unsigned)((c | 0x20) - 'a') < 26; }

/* A hash of the letters that s begins with, in whatever case; *n: how many they are. */
static inline uint32_t sia_word_hash(sia_str s, size_t *n)
{
    uint32_t h = 0x811C9DC5u;
    for (*n = 0; *n < s.n && sia_is_letter(s.p[*n]); ++*n) h = (h ^ ((unsigned char)s.p[*n] | 0x20u)) * 0x01000193u;
    return h ^ h >> 15;
}

static inline bool sia_is_ascii(sia_str s)
{
    for (size_t i = 0; i < s.n; i++) if (s.p[i] & 0x80) return false;
    return true;
}

/* Blanks, ends of lines and hyphens of ASCII: what a gap takes. */
static inline bool sia_is_between_words(char c) { return c == ' ' || c == '-' || (c >= '\t' && c <= '\r'); }

/* Could what begins with this word, in whatever case, begin with the literal? */
bool sia_literal_begun(const sia_literal *x, sia_str word);
#endif
