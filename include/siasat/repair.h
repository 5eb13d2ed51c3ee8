/* siasat/repair.h: slips of typing and of OCR, as proposals.
 * A document's words are held against what is known of the language and against the document's own words; where one of
 * them can only be a slip, another form is proposed. Proposals change nothing until sia_doc_repair is called, and then
 * only the forms of tokens: text, offsets and surfaces stay. Where the evidence leaves a doubt, nothing is proposed. */
#ifndef SIASAT_REPAIR_H
#define SIASAT_REPAIR_H
#include <siasat/indonesian.h>
#include <siasat/text.h>

/* ---- what is known ---------------------------------------------------------------------------- */

typedef struct sia_spelling sia_spelling;    /* immutable once filled: share it between threads; lives in its arena */

/* NULL: no memory. `roots` must outlive it. */
sia_spelling *sia_spelling_new(const sia_roots *roots, sia_arena *a);

/* A list of spelling variants: `variant TAB standard TAB reason` a line, `#` begins a comment. One word each; a standard
 * is no variant itself. Errors name file and line. */
sia_status sia_spelling_variants(sia_spelling *s, sia_str name, sia_str bytes, sia_err *err) SIA_CHECKED;

/* SIA_WORD_COMMON: a word of every text (a stop word). SIA_WORD_SOUGHT: one that a codebook looks for: it is evidence for
 * what a slip was meant to be, and is itself taken for one only where another sought word of the dictionary is meant.
 * SIA_WORD_LEFT: one to be left alone, such as an English word that resembles ours. */
typedef enum { SIA_WORD_COMMON = 1, SIA_WORD_SOUGHT = 2, SIA_WORD_LEFT = 4 } sia_word_use;
void sia_spelling_word(sia_spelling *s, sia_str folded, sia_word_use use);   /* what fails sticks in the arena */

/* ---- proposals ------------------------------------------------------------------------------------ */

const char *sia_rule_name(sia_repair_rule r);                /* "one-letter": what `repairs` prints */
const char *sia_proof_name(sia_proof p);                     /* "document" */
const char *sia_effect_name(sia_effect e);                   /* "split" */

typedef struct sia_repairer sia_repairer;    /* one per thread: what it knows of a lex's forms is kept */

/* NULL: no memory. Lives in `a`; `s` must outlive it. */
sia_repairer *sia_repairer_new(const sia_spelling *s, sia_arena *a);

/* Fills d->repairs, by place, no two on one token. Needs sia_doc_tokenize; all tokens are evidence, counted or not.
 * Linear in the text, and a few microseconds for each word form that no dictionary has. */
sia_status sia_doc_propose(sia_doc *d, sia_repairer *r, sia_err *err) SIA_CHECKED;

/* Applies d->repairs to d->tokens: a form is replaced, a token of two words becomes two, two tokens of one word become one
 * (sia_effect). Before sia_doc_tag. The proposals stay, their tokens renumbered. */
sia_status sia_doc_repair(sia_doc *d, sia_err *err) SIA_CHECKED;

/* The repair whose span holds byte `off` of s, or NULL. O(log repairs). */
const sia_repair *sia_repair_at(const sia_doc *d, uint32_t off);

/* A token's text as it is read: its surface in s or, once repaired, what it was repaired to. */
sia_str sia_token_text(const sia_doc *d, const sia_token *t);
#endif
