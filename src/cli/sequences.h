/* Counting sequences of words (n-grams, skip-grams, pairs in windows), whatever the number of threads. */
#ifndef SIA_SEQUENCES_H
#define SIA_SEQUENCES_H
#include "items.h"

typedef enum { STOPS_PART, STOPS_INSIDE, STOPS_OUT } stop_rule;          /* --stops, in the order of its choices */

typedef struct {
    items           it;                 /* words, norms, lemmas or roots */
    const sia_stops *stops;
    stop_rule       rule;
    bool            across;             /* punctuation inside a sentence parts nothing */
    sia_gram_shape  shape;
    uint32_t        window;             /* 0: no windows */
    sia_grams      *grams;              /* the sum: sequences of ids in `forms`, */
    sia_counts     *counts;             /* counted as items of group 1 */
    const sia_lex  *forms;
    struct sequencer *workers;          /* the rest is sequences.c's */
    sia_lex        *all_forms;
} sequences;

/* Room for the run's inputs; the options are set. False: no memory. */
bool sequences_open(sequences *q, session *s);

/* The digest and deliver of a run whose ctx is the sequences. Inputs must stand work by work. */
sia_status sequences_digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);
sia_status sequences_deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err);

/* After the run: grams, counts and forms are whole, until run_end. */
sia_status sequences_close(sequences *q, run *r, sia_err *err) SIA_CHECKED;

/* A sequence's words with blanks between them. */
sia_str sequences_name(const sequences *q, uint32_t gram, sia_arena *a);
#endif
