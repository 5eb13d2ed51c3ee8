/* From matches to hits: rules first, then the policy. Shared by the files of src/code. */
#ifndef SIA_POLICY_H
#define SIA_POLICY_H
#include "match.h"

/* The matches of one document, sorted: those of rules by start, then the longer, then the rule; one of a rule and start.
 * Those of lists and sets by owner, then start, the longest of each start. */
typedef struct {
    sia_found *rules, *others;
    uint32_t   n_rules;
    uint32_t  *starts;                      /* owner o has others[starts[o]] .. others[starts[o + 1]] */
} sia_sorted;

/* False: no memory. */
bool sia_found_sort(sia_tagger *t, sia_sorted *out);

/* Drops the rules' matches that except and context cells cancel. */
void sia_rules_apply(sia_tagger *t, sia_sorted *s);

/* Fills the document's hits. */
void sia_policy_apply(sia_tagger *t, sia_sorted *s);
#endif
