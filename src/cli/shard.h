/* One shard of a run's works, and what tells that shards are of one run. */
#ifndef SIA_SHARD_H
#define SIA_SHARD_H
#include "partfile.h"
#include "session.h"

/* "3/10"; NULL: "1/1". */
sia_status shard_parse(const char *s, uint32_t *shard, uint32_t *of, sia_err *err) SIA_CHECKED;

/* The head of this shard's partial: the program, hashes of the list of all inputs (names, sizes, works, --meta), of the codebooks and
 * of all options that change a count. All inputs of the run must be known, and none cut away yet. */
sia_status shard_head(part_head *h, session *s, const opt_verb *v, uint32_t shard, uint32_t of, sia_err *err) SIA_CHECKED;

/* Keeps the inputs of this shard: of the works that have inputs, the k-th (from 1, by first appearance) is in shard (k - 1) mod of + 1.
 * They stand work by work then. */
void shard_keep(inputs *in, uint32_t shard, uint32_t of);
#endif
