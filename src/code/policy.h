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

/* What a match must not overlap another of, below sia_rivals: its book or, by category, its category. */
uint32_t sia_rival_of(const sia_tagger *t, const sia_found *f);
uint32_t sia_rivals(const sia_tagger *t);

/* Counts what the rules' matches have come to; nothing unless the tagger keeps overlaps. */
typedef enum { SIA_USE_FOUND, SIA_USE_STOOD, SIA_USE_KEPT } sia_use_stage;
void sia_uses_count(sia_tagger *t, sia_use_stage stage, const sia_found *v, uint32_t n);

/* Fills the document's overlaps: what of `all` is not in `kept`, both sorted, and what each gave way to. Linear, times the
 * logarithm of the hits. */
void sia_overlaps_put(sia_tagger *t, const sia_found *all, uint32_t n, const sia_found *kept, uint32_t n_kept);

sia_hit sia_hit_of(const sia_tagger *t, const sia_found *f);

/* Fills the document's hits. */
void sia_policy_apply(sia_tagger *t, sia_sorted *s);
#endif
