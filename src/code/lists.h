/* Enumerations while they are read: what lists.c and listrow.c share. Everything is said in tokens [from, to) of one sentence. */
#ifndef SIA_LISTS_H
#define SIA_LISTS_H
#include <siasat/code.h>
#include "clause.h"
#include "listword.h"

enum { LIST_FAR = 64, LIST_NEAR = 8 };                       /* tokens that are looked at: nothing runs over a long sentence twice */

typedef struct {
    sia_doc     *d;
    sia_members *out;
    SIA_VEC(sia_range) row;                                  /* the members of the enumeration being read */
    SIA_VEC(sia_range) inner;                                /* those of them that enumerate in turn: "media sosial seperti A dan B" */
    bool         joined;                                     /* a "dan" stands between two of them */
} sia_lists;

static inline sia_str form(const sia_lists *l, uint32_t t) { return sia_form_at(l->d, t); }
static inline unsigned word(const sia_lists *l, uint32_t t) { return sia_list_word(form(l, t)); }
static inline bool is_word(const sia_lists *l, uint32_t t) { return sia_word_at(l->d, t); }
static inline bool is_mark(const sia_lists *l, uint32_t t, const char *marks) { return sia_mark_at(l->d, t, marks); }

/* The clause before `to`, its openers and closers left out; its last words where it is long. Where the cue at `to` explains
 * a noun (seperti) the head is that noun and not what is done with it. */
sia_range sia_lists_head(const sia_lists *l, uint32_t from, uint32_t to);

/* The range without marks and words that only lead to a member, or join it to the next. */
sia_range sia_lists_trimmed(const sia_lists *l, sia_range r);

void sia_lists_add(sia_lists *l, sia_range member);          /* to the row, unless it is empty */
void sia_lists_put(sia_lists *l, sia_range head);            /* the row to l->out, unless it has fewer than two members */

/* The number of tokens of the cue at `t`: 1 (meliputi), 2 (terdiri atas), 0. */
uint32_t sia_lists_cue(const sia_lists *l, uint32_t t, uint32_t to);

/* Puts what stands behind each cue of the sentence: A, B, dan C. */
void sia_lists_by_cue(sia_lists *l, sia_range s);
#endif
