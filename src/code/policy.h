/* From matches to hits: rules first, then the policy. Shared by the files of src/code. */
#ifndef SIA_POLICY_H
#define SIA_POLICY_H
#include "match.h"

/* The matches of a document's rules, sorted by start, then the longer, then the rule; one of a rule and start. */
typedef struct { sia_found *rules; uint32_t n_rules; } sia_sorted;

/* By start, then the longer, then the owner. Linear for what the fast engine finds, which is in order of starts. */
void sia_sort_founds(sia_found *v, uint32_t n);

/* False: no memory. */
bool sia_found_sort(sia_tagger *t, sia_sorted *out);

/* Drops the rules' matches that except and context cells cancel. */
void sia_rules_apply(sia_tagger *t, sia_sorted *s);

/* Fills the document's hits. */
void sia_policy_apply(sia_tagger *t, sia_sorted *s);
#endif
