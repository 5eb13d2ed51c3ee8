/* What the files of the tokenizer share: the walk over one block, and the parts that each know one kind of token. */
#ifndef SIASAT_TEXT_SCAN_H
#define SIASAT_TEXT_SCAN_H
#include <siasat/text.h>
#include "ucd.h"

/* A token after which a sentence may end. */
typedef struct { uint32_t token; bool own_stop; } sia_stop;

typedef struct {
    sia_doc *d;
    const char *p;                      /* the reading text                                          */
    uint32_t end, room;                 /* where the block ends; where the readable text ends        */
    uint32_t first;                     /* the block's first token                                   */
    uint32_t no_mail, no_domain;        /* none begins before here: a failed look ahead is not repeated */
    uint32_t name_end;                  /* of the run of name letters looked at last ...             */
    bool     linked;                    /* ... and whether an address may go on behind it            */
    SIA_VEC(sia_stop) stops;            /* of this block, ascending                                  */
} sia_scan;

/* ---- bytes and characters ---------------------------------------------------------------- */

static inline bool is_digit(unsigned char c) { return (unsigned)(c - '0') < 10; }
static inline bool is_upper(unsigned char c) { return (unsigned)(c - 'A') < 26; }
static inline bool is_lower(unsigned char c) { return (unsigned)(c - 'a') < 26; }
static inline bool is_letter(unsigned char c) { return (unsigned)((c | 0x20) - 'a') < 26; }
static inline bool is_blank(unsigned char c) { return c == ' ' || (unsigned)(c - '\t') < 5; }

/* The byte at `at`; a blank behind the block's end. */
static inline unsigned char byte_at(const sia_scan *z, uint32_t at)
{
    return at < z->end ? (unsigned char)z->p[at] : ' ';
}

/* The properties of the character at `at` < end, its length in *len. */
static inline uint32_t char_at(const sia_scan *z, uint32_t at, uint32_t *len) { return ucd_at(z->p + at, len); }

/* Is it a letter (of an alphabet), or a digit, mark or underscore that words may go on with? */
bool sia_letter_at(const sia_scan *z, uint32_t at);
bool sia_wordy_at(const sia_scan *z, uint32_t at);
bool sia_upper_at(const sia_scan *z, uint32_t at);

/* Where the run of letters, digits, marks and underscores at `at` ends. */
uint32_t sia_run_end(const sia_scan *z, uint32_t at);

/* Where the word goes on to whose run of letters ends at `at`: Jum'at, 4P's. */
uint32_t sia_past_apostrophes(const sia_scan *z, uint32_t at);

/* The first character at or after `at` that is no white space; `end` if there is none. */
uint32_t sia_past_blanks(const sia_scan *z, uint32_t at);

/* Is s[at, to) the small-letter `word`, whatever its case? */
bool sia_word_is(const sia_scan *z, uint32_t at, uint32_t to, const char *word);

/* ---- tokens ------------------------------------------------------------------------------ */

static inline void push_token(sia_scan *z, uint32_t from, uint32_t to, sia_token_kind kind, unsigned flags)
{
    const sia_token t = { .span = { from, to - from }, .kind = (uint8_t)kind, .flags = (uint8_t)flags };
    sia_push(z->d->arena, &z->d->tokens, t);
}

/* Tells that a sentence may end after the token pushed last. */
void sia_mark_stop(sia_scan *z, bool own_stop);

/* Does a word that this byte follows simply end here? Not so before ' + - . / 0-9 : @ _ ` and beyond ASCII. */
static inline bool sia_plain_after(unsigned char c)
{
    const uint64_t odd = 1ull << '\'' | 1ull << '+' | 1ull << '-' | 1ull << '.' | 1ull << '/' | 0x7FFull << '0';
    return c < 64 ? ~odd >> c & 1 : c < 128 && !(c == '@' || c == '_' || c == '`');
}

/* plain.c: puts the plain words and marks that stand in a row from `at` on, as long as there is room; returns where they end.
 * And where the ASCII letters at `at` end. */
uint32_t sia_scan_plain(sia_scan *z, uint32_t at);
uint32_t sia_letters_end(const sia_scan *z, uint32_t at);

/* Each puts the tokens it finds at `at` and returns where the rest begins, > at. */
uint32_t sia_scan_word(sia_scan *z, uint32_t at, uint32_t letters);   /* at a letter; ASCII ones end at `letters` */
uint32_t sia_scan_number(sia_scan *z, uint32_t at);          /* at a digit                         */

/* Cheaply: may an address begin at `at`? */
bool sia_may_link(sia_scan *z, uint32_t at);

/* Each returns the end of its kind of token at `at`, or `at` where there is none. */
uint32_t sia_url_end(const sia_scan *z, uint32_t at);
uint32_t sia_mail_end(sia_scan *z, uint32_t at);
uint32_t sia_domain_end(sia_scan *z, uint32_t at);
uint32_t sia_law_end(const sia_scan *z, uint32_t at);        /* 34/PMK.011/2007, II/2007           */

/* ---- hyphens and abbreviations --------------------------------------------------------------- */

typedef enum { SIA_HYPHEN_SPLITS, SIA_HYPHEN_JOINS, SIA_HYPHEN_REDUP } sia_hyphen;

/* What the hyphen between the words a and b does. */
sia_hyphen sia_hyphen_rule(sia_str a, sia_str b);

typedef enum {
    SIA_ABBR_NONE,
    SIA_ABBR_TITLE,                     /* what it shortens goes on: Prof. Dr. Jl. hlm.: never ends a sentence */
    SIA_ABBR_NUMBER,                    /* an abbreviation before a number only: No. 5, hal. 23 */
    SIA_ABBR_LAST                       /* may end a sentence: dkk. dll. Tbk. */
} sia_abbr;

enum { SIA_ABBR_LONGEST = 7 };          /* letters */
sia_abbr sia_abbr_find(sia_str word);

/* The stop behind the word s[at, to): does it belong to it? *may_end: a sentence may end there all the same. */
bool sia_abbr_stop(const sia_scan *z, uint32_t at, uint32_t to, bool *may_end);

/* The end of dotted letters or an academic degree at `at` (a.n., K.H., S.Sos., Ph.D.), else `at`. */
uint32_t sia_dotted_end(const sia_scan *z, uint32_t at, bool *may_end);

bool sia_is_roman(sia_str s);           /* of capitals throughout, or small letters throughout */

/* ---- sentences ----------------------------------------------------------------------------------- */

/* Cuts the block's tokens into sentences at the stops that end one. */
void sia_cut_sentences(sia_scan *z, uint32_t block);
#endif
