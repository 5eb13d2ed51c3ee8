/* siasat/indonesian.h: what an Indonesian word form is made of.
 * A form is a word as sia_fold leaves it. It has three keys, from the narrowest to the widest:
 *     norm    clitics and particles off, reduplication made single      mempercayainya -> mempercayai
 *     lemma   the norm without meN-, di-, ku-, kau-                      mempercayai    -> percayai
 *     root    the root word                                             percayai       -> percaya
 * Analyses are all the ways to build the form from a known root with the affixes of Indonesian; integer weights rank
 * them and ties are total, so that equal forms have equal keys everywhere. A form that cannot be built is left whole. */
#ifndef SIASAT_INDONESIAN_H
#define SIASAT_INDONESIAN_H
#include <siasat/base.h>

/* ---- the root table ------------------------------------------------------------------------ */

typedef struct sia_roots sia_roots;                          /* immutable once filled: share it between threads */

/* Maps the table that `make` built from hunspell-id and our own lists. SIA_EIO: it cannot be read; SIA_ETEXT: it is no
 * root table, of another version or machine, or damaged (every byte is covered by a checksum). Memory of `a`; the
 * mapping lasts until sia_roots_close. Under 2 ms. */
sia_status sia_roots_open(sia_roots **out, sia_str path, sia_arena *a, sia_err *err) SIA_CHECKED;
void       sia_roots_close(sia_roots *r);                    /* NULL is fine                    */

/* Adds a user's list: one word a line, as stop lists are written. Before the roots are shared. The words count as roots
 * and are left whole themselves. Errors name file and line. */
sia_status sia_roots_add(sia_roots *r, sia_str name, sia_str bytes, sia_err *err) SIA_CHECKED;

bool       sia_roots_has(const sia_roots *r, sia_str word);  /* is the folded word itself an entry? */
uint32_t   sia_roots_size(const sia_roots *r);               /* entries, those added too        */

/* ---- one form ------------------------------------------------------------------------------- */

typedef enum {
    SIA_FORM_UNKNOWN,                   /* no analysis: a name, a foreign word, a slip          */
    SIA_FORM_BUILT,                     /* a known root, but no dictionary says that it takes these affixes */
    SIA_FORM_LICENSED,                  /* the dictionary has the form, or gives its root these affixes     */
} sia_standing;

enum {
    SIA_FORM_REDUP = 1,                 /* a reduplication                                      */
    SIA_FORM_JOINED = 2,                /* a preposition written together: kemasyarakat, diwilayah */
    SIA_FORM_PROTECTED = 4,             /* of the lists of words that are left whole            */
};

enum { SIA_FORM_LONGEST = 64 };         /* bytes; longer forms are unknown and left whole       */

typedef struct {
    sia_str norm, lemma, root;          /* views of the form or of `room`: copy none of them by value with the struct */
    uint8_t standing;                   /* sia_standing                                         */
    uint8_t flags;                      /* SIA_FORM_*                                           */
    uint8_t before;                     /* bytes of the form that are a proclitic (ku, kau) or a joined preposition */
    uint8_t possessive, particle;       /* bytes at its end that are nya, ku, mu; lah, kah, tah, pun; a hyphen before them counts */
    char    room[3 * (SIA_FORM_LONGEST + 8)];
} sia_analysis;

/* Analyses a folded form of any bytes; never fails. lemma(norm(x)) = lemma(x), lemma(lemma(x)) = lemma(x). About a
 * microsecond. */
void sia_analyse(const sia_roots *r, sia_str form, sia_analysis *out);

/* ---- the forms of a lex ---------------------------------------------------------------------- */

typedef struct {
    sia_id  norm, lemma, root;          /* in the lex of the form; 0: no memory                 */
    uint8_t standing, flags, before, possessive, particle;   /* as in sia_analysis              */
} sia_keys;

typedef struct sia_morph sia_morph;                          /* a memo beside one lex; one thread at a time */

/* Lives as long as the arena, which may be that of the lex; NULL: no memory. `r` must outlive it. */
sia_morph *sia_morph_new(const sia_roots *r, sia_lex *lex, sia_arena *a);

/* The keys of a form of the lex, worked out once. Adds them to the lex. All 0 where memory ran out, which the arena
 * remembers. */
sia_keys   sia_morph_keys(sia_morph *m, sia_id form);
#endif
