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
    bool unknown;                       /* only forms that are not known */
    uint32_t  n_terms, n_categories;
    const sia_term     **term;          /* by term */
    uint32_t            *category_of;   /* term -> category item */
    const sia_category **category;      /* by category item; equal codes of several codebooks are one */
    struct stop_memo    *memo;          /* by worker: what is known of its forms */
    morphs m;                           /* norms, lemmas, roots */
} items;

/* Words, norms, lemmas and roots are all strings of the worker's lex. */
static inline bool items_are_forms(const items *it) { return it->of >= OF_WORD; }

/* Opens the codebooks (or the stop list) that --of asks for and says how far documents must go. */
sia_status items_open(items *it, session *s, run_upto *upto, sia_err *err) SIA_CHECKED;

/* The counted occurrences of one document in text order, in d->arena; on a worker's thread. False: no memory. */
bool items_of(items *it, run *r, unsigned worker, const sia_doc *d, occurrences *out);

/* Is the form left out: a stop word, or known where --unknown is given? Each form is looked up once a worker. items_ready makes room for the document's forms
 * first; false: no memory. */
bool items_ready(items *it, run *r, unsigned worker, const sia_doc *d);
/* May a form be left out at all? */
static inline bool items_filtered(const items *it) { return it->stops || it->unknown; }

/* The item that a token of kind word or number is. */
sia_id items_key(const items *it, unsigned worker, const sia_token *t);
static inline sia_id items_form(const items *it, unsigned worker, const sia_token *t)
{
    return it->of == OF_WORD ? t->form : items_key(it, worker, t);
}
bool items_stopped(const items *it, unsigned worker, const sia_lex *lex, const sia_token *t);

/* Name, label and category code of a term or category item; of a form, `name` is the form and the rest is empty. */
sia_str items_name(const items *it, uint32_t item, sia_str form);
sia_str items_label(const items *it, uint32_t item);
sia_str items_category(const items *it, uint32_t item);
#endif
