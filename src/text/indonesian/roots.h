/* The root table: entries by word, as they lie in the mapped file. */
#ifndef SIASAT_TEXT_ROOTS_H
#define SIASAT_TEXT_ROOTS_H
#include <siasat/indonesian.h>

/* Where an entry comes from and what may be done with it. */
enum {
    ROOT_DICTIONARY = 1,                /* hunspell-id has the word                             */
    ROOT_FLAGGED = 2,                   /* ... and says which affixes it takes                  */
    ROOT_WHOLE = 4,                     /* one of our lists: the word is its own norm, lemma and root */
    ROOT_NAME = 8,                      /* the dictionary writes it with a capital              */
    ROOT_FROZEN = 16,                   /* `frozen` says its keys                               */
    ROOT_ADDED = 32,                    /* our roots, or the user's                             */
    ROOT_DROPPED = 64,                  /* while the table is made: no root                     */
};

typedef struct {
    uint64_t licence;                   /* which affixes the dictionary gives it: bits of licence.h */
    uint32_t at;                        /* of its letters, in the table's strings               */
    uint16_t frozen;                    /* index of its keys                                    */
    uint8_t  len, flags;                /* ROOT_*                                               */
    uint8_t  affixes;                   /* how many affix classes the dictionary gives it       */
    uint8_t  syllables;
    uint8_t  pad[6];
} root;

/* A form whose keys are settled by a list: spans of the table's strings. */
typedef struct { sia_span norm, lemma, root; } frozen;

typedef struct { uint32_t hash, entry; } slot;               /* entry 0: empty; else its index + 1 */

typedef struct {
    const root   *entry;
    const slot   *slots;                /* a power of two of them, open addressing              */
    const frozen *frozen;
    const char   *strings;
    const uint64_t *gaps;               /* of a mapped table: hashes of its entries (gaps.h)    */
    uint32_t n, mask, n_frozen, n_strings, gap_bits;
} root_table;

struct sia_roots {
    sia_arena *arena;
    root_table table;
    root_table own;                     /* the user's words; n 0: none                          */
    void   *map;
    size_t  size;
};

static inline uint32_t word_hash(const char *p, size_t n)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)p[i]) * 16777619u;
    return h ^ h >> 15;
}

static inline const root *table_find(const root_table *t, const char *p, size_t n, uint32_t h)
{
    for (uint32_t i = h & t->mask;; i = (i + 1) & t->mask) {
        if (!t->slots[i].entry) return NULL;
        const root *r = &t->entry[t->slots[i].entry - 1];
        if (t->slots[i].hash == h && r->len == n && !memcmp(t->strings + r->at, p, n)) return r;
    }
}

/* The entry of a word, or NULL. */
static inline const root *root_find(const sia_roots *r, const char *p, size_t n)
{
    const uint32_t h = word_hash(p, n);
    if (r->own.n) {
        const root *own = table_find(&r->own, p, n, h);
        if (own) return own;
    }
    return table_find(&r->table, p, n, h);
}

/* ---- making a table (rootset.c) -------------------------------------------------------------- */

typedef struct {                        /* growing; then laid out as a root_table               */
    sia_arena *arena;
    sia_lex   *words;                   /* entry of id i: v[i - 1]                              */
    SIA_VEC(root)   entries;
    SIA_VEC(frozen) frozen;
    SIA_VEC(char)   strings;
} rootset;

bool  rootset_new(rootset *s, sia_arena *a);
root *rootset_put(rootset *s, sia_str word);                 /* finds or adds; NULL: no memory, or longer than SIA_FORM_LONGEST */
sia_span rootset_string(rootset *s, sia_str text);
bool  rootset_lay(const rootset *s, root_table *out);        /* in the set's arena; false: no memory */

/* Reads a list of ours into the set: see rootlist.c. */
sia_status rootset_dictionary(rootset *s, sia_str name, sia_str bytes, unsigned flags, sia_err *err) SIA_CHECKED;
void       rootset_drop(rootset *s, sia_str name, sia_str bytes);
sia_status rootset_list(rootset *s, sia_str name, sia_str bytes, unsigned flags, sia_err *err) SIA_CHECKED;
sia_status rootset_keys(rootset *s, sia_str name, sia_str bytes, sia_err *err) SIA_CHECKED;

/* ---- the file (rootfile.c) --------------------------------------------------------------------- */

sia_str    rootfile_image(const root_table *t, sia_arena *a);                       /* empty: no memory */
sia_status rootfile_view(root_table *out, sia_str name, sia_str image, sia_err *err) SIA_CHECKED;
#endif
