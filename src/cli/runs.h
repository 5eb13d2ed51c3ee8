/* Numbers put in order that may be more than memory holds: what does not fit goes as sorted runs into a file without a name,
 * and the runs are read side by side.
 *
 *     put    -> [bag]  full: sorted, like keys summed -> run 0 | run 1 | run 2 ...      on disk
 *     next   <- smallest of  run 0 >  run 1 >  run 2 >                                  a buffer each
 */
#ifndef SIA_RUNS_H
#define SIA_RUNS_H
#include <siasat/base.h>

typedef struct runs runs;

/* By key, then by what goes with it; with `sums` records with the same key are one, and what goes with them is added up.
 * `memory` bytes are shared out among the bags, of which each belongs to one thread; later they serve to read back. */
sia_status runs_open(runs **out, size_t memory, unsigned bags, bool sums, sia_err *err) SIA_CHECKED;
void       runs_close(runs *r);                              /* NULL is fine */

/* What a bag holds is renumbered before it is sorted: each record once, keys in place. False: no memory. */
typedef bool runs_renumber(void *ctx, sia_keyed *v, size_t n);
void       runs_renumbers(runs *r, unsigned bag, runs_renumber *how, void *ctx);

/* A failure sticks in the bag, and what follows is left out. */
void       runs_put(runs *r, unsigned bag, uint64_t key, uint64_t with);
sia_status runs_ok(const runs *r, unsigned bag, sia_err *err) SIA_CHECKED;

/* All is put: from now on it is read, from the first record. Again: from the first once more. */
sia_status runs_read(runs *r, sia_err *err) SIA_CHECKED;
bool       runs_next(runs *r, sia_keyed *to);                /* false: past the last, or a failure */
sia_status runs_done(const runs *r, sia_err *err) SIA_CHECKED;       /* was it a failure? */

unsigned   runs_written(const runs *r);                      /* runs that went to disk */
#endif
