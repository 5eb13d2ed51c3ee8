/* An evaluation: marks of two sides, by category; what the gold and the two coders share. */
#ifndef SIA_EVALUATION_H
#define SIA_EVALUATION_H
#include "continuum.h"
#include "run.h"

typedef struct {
    uint64_t tp, fp, fn, over_tp, over_fp, over_fn;          /* over: where spans only need to overlap */
    uint64_t table[4];                                       /* of two coders: a x b, 0 not coded, 1 coded */
} tally;

typedef struct {
    session *s;
    sia_lex *codes;
    SIA_VEC(tally) of;                                       /* by code id less one */
    coding  *a, *b;                                          /* --gold is a */
    uint64_t units, outside;
    continuum line;                                          /* of two coders' places, by code as `of` */
} evaluation;

typedef struct { marks a, b; bool *a_met, *b_met; } pair;    /* met: has a partner of the same span and category */

tally  *tally_of(evaluation *e, sia_str code);               /* NULL: no memory */
sia_str label_of(const evaluation *e, sia_str code);         /* the category's name, "" where no codebook has it */
void    add_tally(tally *to, const tally *n);

/* As a run's `digest`: the marks of e->a, and of e->b or (NULL) the tagger's hits, as a `pair`. */
sia_status collect_marks(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);

/* How well e's two codings agree: of places sentence by sentence, of sheets unit by unit. */
sia_status two_coders(evaluation *e, sia_err *err);
#endif
