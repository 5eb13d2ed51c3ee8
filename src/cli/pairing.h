/* Counting pairs: what stands together in each unit, on the workers' threads, and the sum over all of them. */
#ifndef SIA_PAIRING_H
#define SIA_PAIRING_H
#include "chosen.h"
#include "family.h"
#include "pairworks.h"
#include "spill.h"
#include "unit.h"

/* The pairs of one reading of the documents. */
typedef struct {
    sia_cooc **by_worker;
    sia_cooc *all;                      /* the sum, over the numbers of all workers */
    uint32_t work;                      /* --unit work: the work being gathered, its items */
    SIA_VEC(uint32_t) gathered;
} pairing;

typedef struct {
    items    it;
    unit     unit;
    sia_lex *forms;                     /* --of word: the words' numbers over all workers */
    pairing  now, before;               /* before: as the documents stand, with --repair */
    const sia_pair *pairs_before;       /* its pairs by a, then b */
    chosen   chosen;
    family   family;                    /* all pairs that items of --min-count units can make */
    pairworks works;                    /* with --leave-one-out: what each document has */
    uint32_t **to;                      /* by worker: what it calls a form, and what all do; NULL: the same */
    pairworks_row *left_out;            /* by row */
    spill   *spill;                     /* with --memory: where pairs are, instead of `now` */
} cooc;

/* Room for the run's inputs; items and unit are set. False: no memory. */
bool pairing_open(cooc *c, session *s);

/* Before it, where pairs are to wait in sorted runs (spill.h): `now` has units and items, but no pairs then. */
sia_status pairing_spills(cooc *c, session *s, sia_err *err) SIA_CHECKED;
void       pairing_drop(cooc *c);

/* The digests of a run whose ctx is the cooc; and, with --unit work, its delivers: inputs must stand work by work then. */
sia_status pairing_digest       (run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);
sia_status pairing_digest_before(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);
sia_status pairing_gather       (run *r, size_t i, sia_doc *d, void *made, sia_err *err);
sia_status pairing_gather_before(run *r, size_t i, sia_doc *d, void *made, sia_err *err);

/* After the run: the sums, and the pairs before repair, are whole. */
sia_status pairing_close(cooc *c, run *r, sia_err *err) SIA_CHECKED;
#endif
