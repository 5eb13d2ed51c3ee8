/* Candidate terms of a corpus, counted in bounded memory: when there are too many, those met least are forgotten. */
#include <siasat/stat.h>

struct sia_terms {
    sia_arena *a;                           /* of what follows; made anew when the rare are forgotten */
    sia_lex   *keys;                        /* id k names v[k - 1]                            */
    SIA_VEC(sia_termcount) v;
    uint32_t   most;
    size_t     limit;
    uint64_t   forgotten;
    sia_str    kept;                        /* the last evidence that was copied              */
};

static bool open_terms(sia_terms *t, size_t limit)
{
    t->a = sia_arena_new(NULL, limit);
    t->keys = t->a ? sia_lex_new(t->a) : NULL;
    t->v.n = t->v.cap = 0;
    t->v.v = NULL;
    t->kept = SIA_STR("");
    return t->keys;
}

sia_terms *sia_terms_new(uint32_t most, size_t limit, sia_arena *a)
{
    sia_terms *t = sia_new(a, sia_terms, 1);
    if (!t) return NULL;
    *t = (sia_terms){ .most = most, .limit = limit };
    if (open_terms(t, limit)) return t;
    sia_terms_free(t);
    return NULL;
}

void sia_terms_free(sia_terms *t) { if (t) sia_arena_free(t->a); }

/* Candidates of one sentence come one after another: they share the copy. */
static sia_str copy(sia_terms *t, sia_str evidence)
{
    if (!sia_str_eq(evidence, t->kept)) t->kept = sia_dup(t->a, evidence);
    return t->kept;
}

static sia_termcount *find_or_add(sia_terms *t, const sia_termcount *c)
{
    const sia_id id = sia_lex_id(t->keys, c->key);
    if (!id) return NULL;
    if (id > t->v.n) {
        sia_termcount new = *c;
        new.key = sia_lex_str(t->keys, id);
        new.shown = sia_dup(t->a, c->shown);
        new.evidence = copy(t, c->evidence);
        new.count = new.target = new.reference = new.works = 0;
        sia_push(t->a, &t->v, new);
    }
    return sia_arena_ok(t->a) ? &t->v.v[id - 1] : NULL;
}

/* What a text names as a member says more than a chance meeting: its sentence stays the evidence. */
static bool take(sia_terms *t, const sia_termcount *c)
{
    sia_termcount *into = find_or_add(t, c);
    if (!into) return false;
    if (c->named && !into->named) {
        into->evidence = copy(t, c->evidence);
        into->shown = sia_dup(t->a, c->shown);
    }
    into->named = into->named || c->named;
    into->count += c->count;
    into->target += c->target;
    into->reference += c->reference;
    into->works += c->works;
    into->last_work = c->last_work;
    return sia_arena_ok(t->a);
}

static bool stays(const sia_termcount *c, uint64_t floor, bool spare) { return c->count > floor || (spare && c->named); }

/* Those met `floor` times or less go; with which floor half of the room is free. Where the named alone are more than that,
 * they are spared no longer. */
static uint64_t floor_of(const sia_terms *t, bool *spare)
{
    uint32_t named = 0;
    for (uint32_t i = 0; i < t->v.n; i++) named += t->v.v[i].named;
    *spare = named <= t->most / 4;
    for (uint64_t floor = t->forgotten + 1; ; floor++) {
        uint32_t left = 0;
        for (uint32_t i = 0; i < t->v.n; i++) left += stays(&t->v.v[i], floor, *spare);
        if (left <= t->most / 2) return floor;
    }
}

/* Lossy counting (Manku & Motwani 2002). */
static bool forget(sia_terms *t)
{
    const sia_terms old = *t;
    bool spare, ok = true;
    const uint64_t floor = floor_of(&old, &spare);
    if (!open_terms(t, old.limit)) {
        sia_arena_free(t->a);
        *t = old;
        return false;
    }
    t->forgotten = floor;
    for (uint32_t i = 0; ok && i < old.v.n; i++) if (stays(&old.v.v[i], floor, spare)) ok = take(t, &old.v.v[i]);
    sia_arena_free(old.a);
    return ok;
}

bool sia_terms_add(sia_terms *t, const sia_termcount *c)
{
    const sia_id known = sia_lex_find(t->keys, c->key);
    sia_termcount one = *c;
    one.works = !known || t->v.v[known - 1].last_work != c->last_work;
    if (!known && t->v.n >= t->most && !forget(t)) return false;
    return take(t, &one);
}

uint32_t sia_terms_size(const sia_terms *t) { return t->v.n; }
const sia_termcount *sia_terms_at(const sia_terms *t, uint32_t i) { return &t->v.v[i]; }
uint64_t sia_terms_forgotten(const sia_terms *t) { return t->forgotten; }
