/* Overlaps: what gave way to what, and why; for `tag --overlaps` and `codebook check`. */
#include "policy.h"

/* The matches that stay, rival by rival: those of one rival are in order of starts and do not overlap. */
typedef struct { const sia_found **v; uint32_t *first; } standing;

static bool place_same(const sia_found *a, const sia_found *b)
{
    return a->first == b->first && a->end == b->end && a->owner == b->owner;
}

static bool gather(standing *s, const sia_tagger *t, const sia_found *kept, uint32_t n)
{
    const uint32_t rivals = sia_rivals(t);
    s->v = sia_new(t->scratch, const sia_found *, n + 1u);
    s->first = sia_new(t->scratch, uint32_t, rivals + 2u);   /* shifted by one while they are filled */
    if (!s->v || !s->first) return false;
    for (uint32_t i = 0; i < n; i++) s->first[sia_rival_of(t, &kept[i]) + 2]++;
    for (uint32_t r = 2; r <= rivals + 1; r++) s->first[r] += s->first[r - 1];
    for (uint32_t i = 0; i < n; i++) s->v[s->first[sia_rival_of(t, &kept[i]) + 1]++] = &kept[i];
    return true;
}

/* The match that `lost` gave way to: of those that overlap it the leftmost or, by priority, the first in the codebook. */
static const sia_found *winner_of(const standing *s, const sia_tagger *t, const sia_found *lost)
{
    const uint32_t rival = sia_rival_of(t, lost), end = s->first[rival + 1];
    uint32_t lo = s->first[rival], hi = end;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (s->v[mid]->last < lost->first) lo = mid + 1; else hi = mid;
    }
    if (lo == end) return NULL;                              /* memory ran out while they were chosen */
    const sia_found *best = s->v[lo];
    if (t->options.policy != SIA_POLICY_PRIORITY) return best;
    for (; lo < end && s->v[lo]->first <= lost->last; lo++) if (s->v[lo]->owner < best->owner) best = s->v[lo];
    return best;
}

static sia_lost_why why_of(const sia_tagger *t, const sia_found *lost, const sia_found *winner)
{
    const bool together = lost->first == winner->first && lost->begin == winner->begin;
    if (together && lost->end == winner->end) return SIA_LOST_SAME_PLACE;
    if (t->options.policy == SIA_POLICY_PRIORITY) return SIA_LOST_PRIORITY;
    return together ? SIA_LOST_LONGER : SIA_LOST_EARLIER;
}

void sia_overlaps_put(sia_tagger *t, const sia_found *all, uint32_t n, const sia_found *kept, uint32_t n_kept)
{
    sia_doc *d = t->doc;
    standing s;
    if (!gather(&s, t, kept, n_kept)) return;
    for (uint32_t i = 0, k = 0; i < n; i++) {
        if (k < n_kept && place_same(&all[i], &kept[k])) { k++; continue; }
        const sia_found *winner = winner_of(&s, t, &all[i]);
        if (!winner) return;
        sia_push(d->arena, &d->overlaps, (sia_suppressed){
            .lost = sia_hit_of(t, &all[i]), .winner = sia_hit_of(t, winner),
            .lost_rule = t->program.owners.v[all[i].owner].index, .winner_rule = t->program.owners.v[winner->owner].index,
            .why = (uint8_t)why_of(t, &all[i], winner) });
    }
}

/* ---- what rules do ------------------------------------------------------------------------------- */

/* Books are few. */
static uint32_t rules_before(const sia_tagger *t, uint32_t book)
{
    uint32_t n = 0;
    for (uint32_t b = 0; b < book; b++) n += t->program.books[b]->rules.n;
    return n;
}

void sia_uses_count(sia_tagger *t, sia_use_stage stage, const sia_found *v, uint32_t n)
{
    for (uint32_t i = 0; t->uses && i < n; i++) {
        const sia_owner *o = &t->program.owners.v[v[i].owner];
        sia_rule_use *u = &t->uses[rules_before(t, o->book) + o->index];
        ++*(stage == SIA_USE_FOUND ? &u->found : stage == SIA_USE_STOOD ? &u->stood : &u->kept);
    }
}

sia_rule_use sia_tagger_use(const sia_tagger *t, uint32_t book, uint32_t rule)
{
    return t->uses ? t->uses[rules_before(t, book) + rule] : (sia_rule_use){ 0 };
}

const char *sia_lost_why_name(sia_lost_why w)
{
    static const char *const names[] = {
        [SIA_LOST_EARLIER] = "earlier", [SIA_LOST_LONGER] = "longer", [SIA_LOST_SAME_PLACE] = "same_place",
        [SIA_LOST_PRIORITY] = "priority",
    };
    return names[w];
}
