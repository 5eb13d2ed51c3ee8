/* Documents through the stages, on all threads: what a verb does with each is its own. */
#ifndef SIA_RUN_H
#define SIA_RUN_H
#include "session.h"

typedef enum { UPTO_READ, UPTO_SEGMENTS, UPTO_TOKENS, UPTO_HITS } run_upto;

typedef struct { char sha256[65]; } run_content;             /* in hex digits; "": the input could not be read */

typedef struct run run;
struct run {
    session *s;
    run_upto upto;                      /* the last stage the verb needs */
    bool     whole;                     /* its rows are no hits: --where cannot choose among them by how hits are meant */
    bool     overlaps;                  /* taggers keep what the policy suppressed */
    bool     tells;                     /* run_rows ends with the line that says what was counted */
    bool     proposes;                  /* documents get their repairs proposed, though none is applied */
    bool     twins;                     /* run_twin is asked for; else it is known only where someone is to be told */
    bool     silent;                    /* another run will follow: notes of documents wait until then */
    run_content *contents;              /* by input, to be filled with the hash of its bytes; NULL: nobody asks */
    void    *ctx;                       /* the verb's own */

    /* On a worker's thread, once a document is through its stages; `worker` < run_workers. May be NULL. What it makes
     * for `deliver` it allocates in d->arena. */
    sia_status (*digest)(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);

    /* On the calling thread, in input order. May be NULL. d->lex must not be touched: a worker may be adding to it. */
    sia_status (*deliver)(run *r, size_t i, sia_doc *d, void *made, sia_err *err);

    /* The same two for a document as it stands before --repair changes it; called before them, with --repair only. */
    sia_status (*digest_before)(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);
    sia_status (*deliver_before)(run *r, size_t i, sia_doc *d, void *made, sia_err *err);

    /* On the calling thread, for an input that could not be read. May be NULL; it is counted and named in any case. */
    void (*unread)(run *r, size_t i, const sia_err *why);

    struct run_worker *workers;         /* the rest is run.c's */
    struct run_pool   *pool;
    unsigned           n_workers;
    uint32_t           twin, n_twins, twin_first[2];        /* of the document at hand; how many; the first and what it repeats */
    uint64_t           words, words_out[SIA_PART_COUNT], documents, hits_lost, repairs;
};

/* Runs all of s->in.files. A document that cannot be read is named on standard error, counted in s->failed, and the rest
 * go on; an error of digest or deliver, or memory running out, ends the run. */
sia_status run_documents(run *r, sia_err *err) SIA_CHECKED;

/* The run as a part of the verb sees it that has a ctx of its own. It holds what stays as it is while the run goes on, for a worker may
 * ask while the main thread counts: so neither words nor run_twin. */
run run_for(const run *r, void *ctx);

unsigned run_threads(const session *s);                      /* how many workers a run of these inputs has */

/* After the run: the workers' forms and taggers, still alive; then run_end frees them. */
unsigned          run_workers(const run *r);
const sia_lex    *run_lex(const run *r, unsigned worker);
sia_arena        *run_arena(const run *r, unsigned worker);           /* lives until run_end; the worker's thread's own */
const sia_tagger *run_tagger(const run *r, unsigned worker);          /* NULL unless upto UPTO_HITS */
void              run_seal(run *r);                           /* gives back what only more documents, and finding forms, would need */
void              run_end(run *r);

/* Of the document that is delivered: the input whose text it repeats, or UINT32_MAX. */
uint32_t          run_twin(const run *r);

/* All that a verb does whose rows go straight into a table: opens the table of `columns`, runs, ends, closes. */
sia_status run_rows(run *r, const char *columns, sia_err *err) SIA_CHECKED;
sia_status run_into_table(run *r, sia_err *err) SIA_CHECKED;          /* the same with the table that is open */

/* The last line on standard error: what was counted and what was not. */
void run_say_counted(const run *r);
#endif
