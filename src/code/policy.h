/* From matches to hits: rules first, then the policy. Shared by the files of src/code. */
#ifndef SIA_POLICY_H
#define SIA_POLICY_H
#include "match.h"

/* Sorts t->found by owner, then start, and keeps the longest of each owner and start. starts[o] .. starts[o+1] is
 * owner o's part of t->found; NULL: no memory. */
uint32_t *sia_found_sort(sia_tagger *t);

/* Drops from t->found what except and context cells cancel, and all that belongs to no rule. */
void sia_rules_apply(sia_tagger *t, const uint32_t *starts);

/* Fills the document's hits. */
void sia_policy_apply(sia_tagger *t);
#endif
