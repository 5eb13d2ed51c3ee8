/* cooc --memory: pairs wait in sorted runs, in memory as far as they may and then on disk, until the table is read from them. */
#ifndef SIA_SPILL_H
#define SIA_SPILL_H
#include "family.h"
#include "run.h"

typedef struct spill spill;

/* Half of --memory is for counting, later the whole for ranking. Inputs are known. */
sia_status spill_open(spill **out, const session *s, sia_err *err) SIA_CHECKED;
void       spill_close(spill *p);                            /* NULL is fine */
sia_lex   *spill_forms(spill *p);                            /* the forms' numbers over all workers */

/* Items of this worker are numbers in its own lex. On the worker's thread, before its first unit. */
void       spill_from(spill *p, unsigned worker, const sia_lex *lex);

/* A unit of these items, distinct and ascending: its pairs here, units and items in k. */
void       spill_unit(spill *p, unsigned worker, sia_cooc *k, const uint32_t *item, uint32_t n);
sia_status spill_ok(const spill *p, unsigned worker, sia_err *err) SIA_CHECKED;

/* After the run, while the workers' forms are there. */
sia_status spill_end(spill *p, sia_err *err) SIA_CHECKED;

/* ---- the table ------------------------------------------------------------------------------- */

/* How items are called, and in how many units they stand. */
typedef struct {
    sia_str (*name)(const void *ctx, uint32_t item);
    const void *ctx;
    uint32_t items;                     /* numbered below this */
    const sia_cooc *units;
} spill_names;
typedef struct { uint32_t a, b; uint64_t both; double log_p, log_q; } spill_row;

/* Puts the pairs that stand in `least` units and more in the order of the table, *rows of *met, and tests them together with the
 * `size` that could have been met. */
sia_status spill_rank(spill *p, const session *s, const spill_names *names, uint64_t size, family *f, uint64_t *met, uint64_t *rows, sia_err *err) SIA_CHECKED;
bool       spill_next(spill *p, spill_row *to);              /* false: past the last, or a failure */
sia_status spill_done(spill *p, sia_err *err) SIA_CHECKED;   /* was it a failure? */
unsigned   spill_runs(const spill *p);                       /* that were written to disk */
#endif
