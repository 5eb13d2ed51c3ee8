/* --of: what is counted, where it stands, and what it is called. */
#ifndef SIA_ITEMS_H
#define SIA_ITEMS_H
#include "morphs.h"

/* An item is a number: of a term, of a category code, or of a form (norm, lemma, root) in one worker's lex. */
typedef struct { uint32_t item, token, sentence; } occurrence;
typedef struct { occurrence *v; uint32_t n; } occurrences;

typedef struct {
    item_kind of;
    const sia_stops *stops;
    uint32_t  n_terms, n_categories;
    const sia_term     **term;          /* by term */
    uint32_t            *category_of;   /* term -> category item */
    const sia_category **category;      /* by category item; equal codes of several codebooks are one */
    bool plain;                         /* each word is an item as it stands */
    bool unknown;                       /* only words that cannot be built from a known root */
    struct item_memo { sia_id *v; uint32_t n, cap; } *memo;   /* by worker: form -> item, 0 left out; unless plain */
    morphs m;                           /* norms, lemmas, roots */
} items;

/* Words, norms, lemmas and roots are all strings of the worker's lex. */
static inline bool items_are_forms(const items *it) { return it->of >= OF_WORD; }

/* Opens the codebooks (or the stop list) that --of asks for and says how far documents must go. */
sia_status items_open(items *it, session *s, run_upto *upto, sia_err *err) SIA_CHECKED;

/* The counted occurrences of one document in text order, in d->arena; on a worker's thread. False: no memory. */
bool items_of(items *it, run *r, unsigned worker, const sia_doc *d, occurrences *out);

/* What each form of the worker's lex is, worked out once; before items_form, on the worker's thread. Then the lex grows no
 * more until the next document. False: no memory. */
bool items_ready(items *it, run *r, unsigned worker, const sia_doc *d);

/* The item that a token is, where items are forms; 0: none, it is no word or left out. */
static inline sia_id items_form(const items *it, unsigned worker, const sia_token *t)
{
    if (t->kind > (it->unknown ? SIA_WORD : SIA_NUMBER)) return 0;
    return it->plain ? t->form : it->memo[worker].v[t->form];
}

/* Name, label and category code of a term or category item; of a form, `name` is the form and the rest is empty. */
sia_str items_name(const items *it, uint32_t item, sia_str form);
sia_str items_label(const items *it, uint32_t item);
sia_str items_category(const items *it, uint32_t item);
#endif
