/* Cues: a hash table of the words of scopes and voices, and what it says of the tokens of a block. */
#include "cues.h"

enum { SLOTS = 1024, MOST = SLOTS / 2, LONGEST = 20 };

struct cue_index { uint16_t slots[SLOTS]; uint32_t n; struct { sia_str word; uint32_t is; } v[MOST]; };

static uint32_t slot_of(sia_str s)
{
    uint32_t h = (uint32_t)s.n;
    h = h * 37 + (unsigned char)s.p[0];
    h = h * 37 + (unsigned char)s.p[s.n / 2];
    h = h * 37 + (unsigned char)s.p[s.n - 1];
    return h * 0x9E3779B1u >> 22;
}

/* The slot of the word, or the free one where it would be. */
static uint32_t find(const cue_index *x, sia_str s)
{
    uint32_t i = slot_of(s);
    while (x->slots[i] && !sia_str_eq(x->v[x->slots[i] - 1].word, s)) i = (i + 1) % SLOTS;
    return i;
}

static void add(cue_index *x, sia_clause_words from)
{
    for (size_t k = 0; k < from.n; k++) {
        const sia_str s = sia_str_of(from.v[k].word);
        const uint32_t i = find(x, s);
        if (!x->slots[i] && x->n == MOST) return;
        if (!x->slots[i]) {
            x->v[x->n].word = s;
            x->slots[i] = (uint16_t)++x->n;
        }
        x->v[x->slots[i] - 1].is |= from.v[k].is;
    }
}

bool sia_cues_open(sia_cues *c, sia_doc *d)
{
    cue_index *x = sia_new(d->arena, cue_index, 1);
    if (!x) return false;
    add(x, sia_scope_words());
    add(x, sia_voice_words());
    *c = (sia_cues){ .d = d, .index = x };
    return true;
}

static uint32_t verb(const sia_doc *d, uint32_t t)
{
    return sia_passive_at(d, t) ? CUE_VERB | CUE_PASSIVE : sia_verb_at(d, t) ? CUE_VERB : 0;
}

static uint32_t cue_of(const sia_cues *c, uint32_t t)
{
    if (!sia_word_at(c->d, t)) return 0;
    const sia_str s = sia_form_at(c->d, t);
    if (s.n < 2 || s.n > LONGEST) return s.n < 2 ? 0 : verb(c->d, t);
    const uint32_t i = c->index->slots[find(c->index, s)];
    return (i ? c->index->v[i - 1].is : 0) | (s.p[0] == 'd' || s.p[0] == 'm' ? verb(c->d, t) : 0);
}

bool sia_cues_read(sia_cues *c, sia_range r)
{
    if (r.to - r.from > c->cap) {
        c->cap = (r.to - r.from) * 3 / 2;
        c->is = sia_alloc_raw(c->d->arena, sizeof *c->is, c->cap);
        if (!c->is) return false;
    }
    c->from = r.from;
    for (uint32_t t = r.from; t < r.to; t++) c->is[t - r.from] = cue_of(c, t);
    return true;
}
