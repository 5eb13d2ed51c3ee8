/* A growing set of roots, and how it is laid out to be looked up. */
#include "candidate.h"

bool rootset_new(rootset *s, sia_arena *a)
{
    *s = (rootset){ .arena = a, .words = sia_lex_new(a) };
    return s->words;
}

sia_span rootset_string(rootset *s, sia_str text)
{
    const sia_span at = { s->strings.n, (uint32_t)text.n };
    for (size_t i = 0; i < text.n; i++) sia_push(s->arena, &s->strings, text.p[i]);
    return at;
}

root *rootset_put(rootset *s, sia_str word)
{
    if (!word.n || word.n > SIA_FORM_LONGEST) return NULL;
    const sia_id id = sia_lex_id(s->words, word);
    if (!id) return NULL;
    if (id > s->entries.n) {
        const root e = { .at = rootset_string(s, word).off, .len = (uint8_t)word.n, .syllables = (uint8_t)syllables(word.p, word.n) };
        sia_push(s->arena, &s->entries, e);
    }
    return id <= s->entries.n ? &s->entries.v[id - 1] : NULL;
}

/* At most half of the slots are taken. */
static uint32_t slots_for(uint32_t n)
{
    uint32_t k = 8;
    while (k < 2 * n) k *= 2;
    return k;
}

bool rootset_lay(const rootset *s, root_table *out)
{
    const uint32_t n_slots = slots_for(s->entries.n);
    slot *slots = sia_new(s->arena, slot, n_slots);
    if (!slots || !sia_arena_ok(s->arena)) return false;
    for (uint32_t i = 0; i < s->entries.n; i++) {
        const root *e = &s->entries.v[i];
        if (e->flags == ROOT_DROPPED) continue;
        const uint32_t h = word_hash(s->strings.v + e->at, e->len);
        uint32_t k = h & (n_slots - 1);
        while (slots[k].entry) k = (k + 1) & (n_slots - 1);
        slots[k] = (slot){ h, i + 1 };
    }
    *out = (root_table){
        .entry = s->entries.v, .slots = slots, .frozen = s->frozen.v, .strings = s->strings.v,
        .n = s->entries.n, .mask = n_slots - 1, .n_frozen = s->frozen.n, .n_strings = s->strings.n,
    };
    return true;
}
