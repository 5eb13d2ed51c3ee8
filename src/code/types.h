/* Types: what each word form can be in the patterns, worked out once per form and tagger. */
#ifndef SIA_TYPES_H
#define SIA_TYPES_H
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
    uint8_t  kind;
    bool     stop;                          /* the last unit is a stop of its own: "kab."     */
} sia_type;

typedef struct {
    sia_arena *a;
    const sia_program *program;
    const sia_lex *lex;                     /* whose ids `of` counts                          */
    uint32_t *of[2];                        /* by form; [1]: of links and addresses. 0: unknown, else index * 4 + flags */
    uint32_t  cap;
    SIA_VEC(sia_type)      v;               /* v[1]: one word that fits nothing but `*`       */
    uint32_t  common;                       /* its code                                       */
    SIA_VEC(sia_type_unit) units;
    SIA_VEC(sia_fit)       fits;
    const sia_doc *doc;                     /* set by sia_types_bind                          */
} sia_types;

/* Makes room for the document's forms; another lex than the last begins anew. False: no memory. */
bool sia_types_bind(sia_types *t, const sia_doc *d);

/* SIA_TYPE_STARTS: a pattern may begin with it. SIA_TYPE_FOLLOWS: a pattern that begins with `*` may go on with it. */
enum { SIA_TYPE_STARTS = 1, SIA_TYPE_FOLLOWS = 2 };

/* index * 4 + flags of a form seen for the first time; 0: no memory. */
uint32_t sia_types_learn(sia_types *t, const sia_token *tok);

static inline uint32_t *sia_types_slot(const sia_types *t, const sia_token *tok)
{
    return &t->of[tok->kind == SIA_URL || tok->kind == SIA_EMAIL][tok->form];
}

/* index * 4 + flags. */
static inline uint32_t sia_types_code(sia_types *t, const sia_token *tok)
{
    uint32_t code = *sia_types_slot(t, tok);
    return code ? code : sia_types_learn(t, tok);
}

/* What is known of words ahead is fetched while those before are worked on: the tables outgrow the nearer caches. */
static inline void sia_types_fetch(const sia_types *t, const sia_token *tok, uint32_t left)
{
    enum { CODE_AHEAD = 24, TYPE_AHEAD = 8 };
    if (left <= CODE_AHEAD) return;
    __builtin_prefetch(&t->of[0][tok[CODE_AHEAD].form]);
    uint32_t code = t->of[0][tok[TYPE_AHEAD].form];
    if (code & SIA_TYPE_STARTS) __builtin_prefetch(&t->v.v[code / 4]);
}

static inline const sia_type *sia_types_at(sia_types *t, const sia_token *tok)
{
    uint32_t code = sia_types_code(t, tok);                  /* first: learning may move the array */
    return &t->v.v[code / 4];
}

/* The folded text of a token's unit. */
static inline sia_str sia_unit_text(const sia_types *t, const sia_token *tok, const sia_type *type, uint32_t unit)
{
    return type->first ? t->units.v[type->first + unit].text : sia_lex_str(t->lex, tok->form);
}
#endif
