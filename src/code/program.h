/* The program: all patterns of all books of a tagger as one trie over items. Made once a tagger, then only read. */
#ifndef SIA_PROGRAM_H
#define SIA_PROGRAM_H
#include "codebook.h"

/* Who a match belongs to: a rule of a book, a word list, or the set of an except or context cell. */
typedef enum { SIA_OWNS_RULE, SIA_OWNS_LIST, SIA_OWNS_SET } sia_ownership;
typedef struct {
    uint32_t book;
    uint32_t index;                         /* into the book's rules, lists or sets           */
    uint32_t term;                          /* through all books; rules only                  */
    uint8_t  kind;                          /* sia_ownership                                  */
} sia_owner;

typedef struct { const sia_alternative *alt; uint32_t owner; } sia_pattern;
typedef struct {
    uint64_t bits;                          /* sia_item_bit of what leads on                  */
    uint32_t first, n, rules;               /* the owners that end here, those that are rules first */
} sia_node;
typedef struct { uint32_t node, item, child; } sia_edge;      /* child 0: free                */

typedef struct { uint32_t hash, item; } sia_text_slot;        /* item: 1 + its number, 0: free */

enum { SIA_ENDS = 1 << 10 };

typedef struct {
    sia_arena *a;
    const sia_codebook *const *books;
    uint32_t   n_books;
    uint32_t  *terms_before, *lists_before, *sets_before;     /* per book: its first term, and owner of a list, a set */
    uint32_t  *categories_before;           /* and its first category; after the last book, how many there are */
    SIA_VEC(sia_owner)   owners;
    SIA_VEC(sia_pattern) words;             /* alternatives of items                          */
    SIA_VEC(sia_pattern) regexes;           /* and the others                                 */
    SIA_VEC(sia_item)    items;             /* of all books, each different one once          */
    uint32_t  *same_text;                   /* per item: 1 + the next of the same text, 0: none */
    uint32_t  *same_glob;                   /* per item: 1 + the next glob of its bucket      */
    uint32_t **item_of;                     /* per book: its items' numbers here              */
    sia_text_slot *texts;                   /* open addressing: an item of each folded word or mark */
    uint32_t   text_mask;
    uint64_t   seed;                        /* of the texts' hash                             */
    const sia_roots *roots;                 /* NULL: none                                     */
    bool       asks_roots;                  /* an item is a lemma or root                     */
    uint32_t   by_four[SIA_ENDS], by_head[SIA_ENDS], by_tail[SIA_ENDS];   /* globs, by the four or two bytes that must ... */
    uint32_t   by_first[256], by_last[256], by_neither;       /* ... begin a word, the two that must end it, by one, or none */
    uint32_t   any;                         /* 1 + the item `*`, 0: none                      */
    SIA_VEC(sia_node)    nodes;             /* the root is 0                                  */
    uint32_t   after_any;                   /* the node after a first `*`, 0: none            */
    sia_edge  *edges;
    uint32_t   edge_mask;
    uint32_t  *ends;                        /* owners, by node                                */
} sia_program;

bool sia_program_build(sia_program *p, const sia_codebook *const *books, uint32_t n, const sia_roots *roots, sia_arena *a);

/* Gathers and files the items of all books. False: no memory. */
bool sia_program_items(sia_program *p);

/* 1 + an item whose text this is, the others by same_text; 0: none. */
uint32_t sia_program_text(const sia_program *p, sia_str text);

/* The same of the items that are this lemma or root. */
uint32_t sia_program_key(const sia_program *p, sia_item_kind kind, sia_str key);

static inline uint32_t sia_two_slot(const char *p)
{
    return ((uint32_t)(unsigned char)p[0] << 8 | (unsigned char)p[1]) * 0x9E3779B9u >> 22;
}

static inline uint32_t sia_four_slot(const char *p)
{
    uint32_t w;
    memcpy(&w, p, sizeof w);
    return w * 0x9E3779B9u >> 22;
}

/* One of 64 bits: a node and a unit that share none cannot meet, so that most walks end without a look at the edges. Of `*`,
 * which every word fits, one of its own. */
static inline uint64_t sia_item_bit(const sia_program *p, uint32_t item)
{
    if (item + 1 == p->any) return (uint64_t)1 << 63;
    return (uint64_t)1 << ((uint64_t)(item * 0x9E3779B9u) * 63 >> 32);
}

static inline uint32_t sia_edge_slot(const sia_program *p, uint32_t node, uint32_t item)
{
    uint64_t h = ((uint64_t)node << 32 | item) * 0x9E3779B97F4A7C15u;
    uint32_t i = (uint32_t)(h >> 32) & p->edge_mask;
    while (p->edges[i].child && (p->edges[i].node != node || p->edges[i].item != item)) i = (i + 1) & p->edge_mask;
    return i;
}

/* The node one item further, or 0. */
static inline uint32_t sia_program_next(const sia_program *p, uint32_t node, uint32_t item)
{
    return p->edges[sia_edge_slot(p, node, item)].child;
}
#endif
