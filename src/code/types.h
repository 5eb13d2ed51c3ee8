/* Types: what each word form can be in the patterns, worked out once per form and tagger. */
#ifndef SIA_TYPES_H
#define SIA_TYPES_H
#include "begins.h"
#include "pieces.h"
#include "program.h"

/* A unit fits an item as it is (strip 0), without a clitic of `strip` letters, or doubled in one word (`glued`). */
typedef struct { uint32_t item, root; uint8_t strip; bool glued; } sia_fit;    /* root: the node after it at the start */

typedef struct {
    sia_str  text;
    uint64_t bits;                          /* sia_item_bit of all its fits                   */
    uint32_t first, n;                      /* its fits                                       */
    uint8_t  kind, gap;                     /* gap: what stands before it                     */
} sia_type_unit;

typedef struct {
    uint32_t first, n;                      /* its units                                      */
    uint32_t lead, trail;                   /* bytes of dashes before the first and after the last */
    uint32_t first_fit, n_fits;             /* of the first unit, as are bits and kind        */
    uint64_t bits;
    uint64_t goes;                          /* the bits of what a pattern that it begins, other than as `*`, may go on with: itself too */
    uint8_t  kind;
    bool     ends;                          /* a pattern may be this word alone               */
    bool     clitic;                        /* nya, lah, kah, pun                             */
    bool     stop;                          /* the last unit is a stop of its own: "kab."     */
    bool     bound;                         /* a match may begin with the second unit: "pasca-pilkada" */
} sia_type;

typedef struct {
    sia_arena *a;
    const sia_program *program;
    const sia_lex *lex;                     /* whose ids `of` counts                          */
    const sia_begins *begins;               /* NULL: no regexes                               */
    const sia_pieces *pieces;               /* NULL: words are not heard                      */
    uint8_t  *flags;                        /* by form; SIA_TYPE_ASK: what `of` says of the token */
    uint32_t *of[2];                        /* by form; [1]: of links and addresses. 0: unknown, else index * 4 + flags */
    uint32_t  cap;                          /* forms there is room for                        */
    SIA_VEC(sia_type)      v;               /* v[1]: one word that fits nothing but `*`       */
    uint32_t  common;                       /* its code                                       */
    SIA_VEC(sia_type_unit) units;
    SIA_VEC(sia_fit)       fits;
    const sia_doc *doc;                     /* set by sia_types_bind                          */
} sia_types;

/* Makes room for the document's forms; another lex than the last begins anew. False: no memory. */
bool sia_types_bind(sia_types *t, const sia_doc *d);

/* SIA_TYPE_STARTS: a pattern may begin with it. SIA_TYPE_FOLLOWS: a pattern that begins with `*` may go on with it.
 * SIA_TYPE_REGEX: a regex may, one whose first letters it has; SIA_TYPE_REGEX_UNKNOWN: one of whose first letters nothing is
 * known; SIA_TYPE_PIECE: a match may have letters inside it, or who knows. SIA_TYPE_FITS: it is not of the common type. */
enum { SIA_TYPE_STARTS = 1, SIA_TYPE_FOLLOWS = 2, SIA_TYPE_FLAGS = 3, SIA_TYPE_ONE = 4,
       SIA_TYPE_REGEX = 4, SIA_TYPE_ASK = 8, SIA_TYPE_FITS = 16, SIA_TYPE_REGEX_UNKNOWN = 32, SIA_TYPE_PIECE = 64,
       SIA_TYPE_REGEXES = SIA_TYPE_REGEX | SIA_TYPE_REGEX_UNKNOWN | SIA_TYPE_PIECE };

/* index * SIA_TYPE_ONE + flags of a form seen for the first time; 0: no memory. */
uint32_t sia_types_learn(sia_types *t, const sia_token *tok);

/* Adds that the new unit whose fits begin at `first` fits an item, once; all items that a word or a mark fits. */
void sia_add_fit(sia_types *t, uint32_t first, uint32_t item, uint32_t strip, bool glued);
void sia_fit_word(sia_types *t, uint32_t first, sia_str word);
void sia_fit_mark(sia_types *t, uint32_t first, sia_str mark);

static inline uint32_t *sia_types_slot(const sia_types *t, const sia_token *tok)
{
    return &t->of[tok->kind == SIA_URL || tok->kind == SIA_EMAIL][tok->form];
}

/* index * SIA_TYPE_ONE + flags. */
static inline uint32_t sia_types_code(sia_types *t, const sia_token *tok)
{
    uint32_t code = *sia_types_slot(t, tok);
    return code ? code : sia_types_learn(t, tok);
}

/* The flags of a token. Of most forms a byte tells that nothing may begin there. */
static inline uint32_t sia_types_flags(sia_types *t, const sia_token *tok)
{
    uint8_t flags = t->flags[tok->form];
    if (!(flags & SIA_TYPE_ASK)) return flags;
    uint32_t code = sia_types_code(t, tok);                  /* first: learning settles the flags */
    return (t->flags[tok->form] & SIA_TYPE_REGEXES) | (code & SIA_TYPE_FLAGS) | SIA_TYPE_FITS;
}

/* What is known of words ahead is fetched while those before are worked on: the tables outgrow the nearer caches. */
static inline void sia_types_fetch(const sia_types *t, const sia_token *tok, uint32_t left)
{
    enum { FLAGS_AHEAD = 24 };
    if (left > FLAGS_AHEAD) __builtin_prefetch(&t->flags[tok[FLAGS_AHEAD].form]);
}

static inline const sia_type *sia_types_at(sia_types *t, const sia_token *tok)
{
    uint32_t code = sia_types_code(t, tok);                  /* first: learning may move the array */
    return &t->v.v[code / SIA_TYPE_ONE];
}

/* The folded text of a token's unit. */
static inline sia_str sia_unit_text(const sia_types *t, const sia_token *tok, const sia_type *type, uint32_t unit)
{
    return type->first ? t->units.v[type->first + unit].text : sia_lex_str(t->lex, tok->form);
}
#endif
