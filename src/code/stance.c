/* Stance: whether a hit is denied, recommended, and who says it. Blocks with hits are looked at once each. */
#include <siasat/code.h>
#include "scope.h"
#include "voice.h"

typedef struct { sia_doc *d; sia_cues cues; uint8_t *scope, *voice; uint32_t cap; } stances;

/* The tokens of the block that sentence i belongs to, whose first sentence is *first. */
static sia_range block_range(const sia_doc *d, uint32_t i, uint32_t *first)
{
    const uint32_t b = d->sentences.v[i].block;
    uint32_t last = i;
    *first = i;
    while (*first > 0 && d->sentences.v[*first - 1].block == b) --*first;
    while (last + 1 < d->sentences.n && d->sentences.v[last + 1].block == b) last++;
    return (sia_range){ d->sentences.v[*first].first, sia_sentence_range(d, last).to };
}

static bool room(stances *z, uint32_t n)
{
    if (n > z->cap) {
        z->cap = n + n / 2;
        z->scope = sia_alloc_raw(z->d->arena, 1, z->cap);
        z->voice = sia_alloc_raw(z->d->arena, 1, z->cap);
    }
    if (!z->scope || !z->voice) return false;
    memset(z->scope, 0, n);
    memset(z->voice, 0, n);
    return true;
}

/* What has been done already is no advice, in a chapter of advice too. */
static bool done(const sia_cues *c, sia_range s)
{
    for (uint32_t t = s.from; t < s.to; t++) if (sia_cue(c, t) & CUE_DONE) return true;
    return false;
}

static void read_block(stances *z, uint32_t first, sia_range r)
{
    const sia_doc *d = z->d;
    const uint32_t b = d->sentences.v[first].block;
    const bool advice = d->sections.v[d->blocks.v[b].section].part == SIA_PART_SARAN && d->blocks.v[b].kind != SIA_BLOCK_HEADING;
    sia_voices(&z->cues, b, r, z->voice);
    for (uint32_t i = first; i < d->sentences.n && d->sentences.v[i].block == b; i++) {
        const sia_range s = sia_sentence_range(d, i);
        const unsigned cues = sia_scopes(&z->cues, s, z->scope + (s.from - r.from));
        if (advice && !(cues & SIA_ADVISED) && !done(&z->cues, s))
            for (uint32_t t = s.from; t < s.to; t++) z->scope[t - r.from] |= SIA_ADVISED;
    }
}

sia_stance *sia_doc_stances(sia_doc *d)
{
    stances z = { .d = d };
    sia_stance *out = sia_new(d->arena, sia_stance, d->hits.n);
    sia_range r = { 0, 0 };
    if (out && d->hits.n && !sia_cues_open(&z.cues, d)) return NULL;
    for (uint32_t k = 0; out && k < d->hits.n; k++) {
        const sia_hit *h = &d->hits.v[k];
        if (h->first >= r.to) {
            uint32_t first;
            r = block_range(d, h->sentence, &first);
            if (!room(&z, r.to - r.from) || !sia_cues_read(&z.cues, r)) return NULL;
            read_block(&z, first, r);
        }
        const uint32_t at = h->first - r.from, scope = z.scope[at];
        out[k] = (sia_stance){ scope & SIA_DENIED, scope & SIA_ADVISED, z.voice[at] };
    }
    return out;
}
