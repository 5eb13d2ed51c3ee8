/* cooc --unit span: items near each other, by the conventions that options or --compat set. */
#ifndef SIA_SPAN_H
#define SIA_SPAN_H
#include "items.h"

typedef enum { BARRIER_NONE, BARRIER_PARAGRAPH, BARRIER_SENTENCE } span_barrier;        /* --barrier, in the order of its choices */
typedef enum { EXPECT_SPAN, EXPECT_PLAIN, EXPECT_WIDTH } span_expect;                   /* --expect */
typedef enum { PER_PLACE, PER_HIT } span_per;                                           /* --per */

typedef struct {
    sia_span_rule rule;
    span_barrier  barrier;
    span_expect   expect;
    bool          unordered;
} span;

/* Is what --unit (or --compat, where --unit is not given) asks for a span? */
bool span_wanted(const session *s);

sia_status span_parse(span *x, const session *s, sia_err *err) SIA_CHECKED;

/* Adds every counted stretch of the document to `c`. False: no memory. */
bool span_document(const span *x, const items *it, const sia_doc *d, const occurrences *o, sia_near *c);

/* The convention in words, for standard error. */
void span_say(const span *x, session *s);

sia_status span_run(session *s, sia_err *err);               /* the whole of cooc, by spans */
#endif
