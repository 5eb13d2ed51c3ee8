/* Looking at the tokens of a sentence: what lists.c, stance.c and voice.c share. */
#ifndef SIA_CLAUSE_H
#define SIA_CLAUSE_H
#include <siasat/text.h>

typedef struct { uint32_t from, to; } sia_range;             /* tokens [from, to) */

static inline sia_str sia_form_at(const sia_doc *d, uint32_t t) { return sia_lex_str(d->lex, d->tokens.v[t].form); }
static inline bool sia_word_at(const sia_doc *d, uint32_t t) { return d->tokens.v[t].kind <= SIA_NUMBER; }

static inline bool sia_form_is(const sia_doc *d, uint32_t t, const char *word)
{
    return sia_str_eq(sia_form_at(d, t), sia_str_of(word));
}

/* Is it one of these marks, of one byte each? */
static inline bool sia_mark_at(const sia_doc *d, uint32_t t, const char *marks)
{
    if (sia_word_at(d, t)) return false;
    const sia_str s = sia_form_at(d, t);
    return s.n == 1 && strchr(marks, s.p[0]);
}

static inline bool sia_capital_at(const sia_doc *d, uint32_t t)
{
    const char c = d->text.s.p[d->tokens.v[t].span.off];
    return c >= 'A' && c <= 'Z';
}

static inline sia_range sia_sentence_range(const sia_doc *d, uint32_t i)
{
    return (sia_range){ d->sentences.v[i].first, d->sentences.v[i].first + d->sentences.v[i].n };
}

/* What a word is to those who read clauses; tables of them stand in byte order. */
typedef struct { const char *word; unsigned is; } sia_clause_word;

/* The flags of a folded word among n; 0: it is not there. */
unsigned sia_clause_find(const sia_clause_word *table, size_t n, sia_str folded);

/* A verb by its prefix: meN- or di-, in small letters. Such nouns as begin alike (dialog, menteri) are few and known. */
bool sia_verb_at(const sia_doc *d, uint32_t t);
bool sia_passive_at(const sia_doc *d, uint32_t t);           /* di-                            */
#endif
