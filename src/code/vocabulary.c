/* Vocabulary: the words that a codebook's patterns are made of. */
#include "codebook.h"

/* A word's literal text: what stands before its first glob byte. */
static sia_str literal(sia_str text)
{
    size_t n = 0;
    while (n < text.n && text.p[n] != SIA_GLOB_RUN && text.p[n] != SIA_GLOB_ONE) n++;
    return (sia_str){ text.p, n };
}

bool sia_codebook_word(const sia_codebook *cb, uint32_t *i, sia_str *out)
{
    enum { SHORTEST_STEM = 5 };
    while (*i < cb->items.n) {
        const sia_item *item = &cb->items.v[(*i)++];
        *out = literal(item->text);
        if (item->kind == SIA_ITEM_WORD && out->n == item->text.n) return true;
        if (item->kind == SIA_ITEM_GLOB && out->n >= SHORTEST_STEM) return true;
    }
    return false;
}
