/* Interning many words of a text at once, folded on the way: the bulk of a tokenizer's work. */
#include "lex.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { BATCH = 48, LONG = 2 * SIA_HEAD };

/* A word of a batch, folded. */
typedef struct { sia_key k; uint32_t len; uint64_t tail[2]; } word;      /* len 0: it needs the long way; tail: if it is longer than a head */

/* ---- folding ASCII ----------------------------------------------------------------------- */

#if defined(__SSE2__)
/* Makes A-Z small in the 16 bytes at p, of which n are kept; false where they are not all ASCII. */
static inline bool fold16(uint64_t to[2], const char *p, size_t n)
{
    const __m128i mask = _mm_loadu_si128((const __m128i *)(const void *)(sia_keep + SIA_HEAD - n));
    const __m128i x = _mm_and_si128(_mm_loadu_si128((const __m128i *)(const void *)p), mask);
    const __m128i top = _mm_add_epi8(x, _mm_set1_epi8(127 - 'Z'));         /* A..Z to 102..127 */
    const __m128i upper = _mm_cmpgt_epi8(top, _mm_set1_epi8(127 - 26));
    if (_mm_movemask_epi8(x)) return false;
    _mm_storeu_si128((__m128i *)(void *)to, _mm_or_si128(x, _mm_and_si128(upper, _mm_set1_epi8(0x20))));
    return true;
}
#else
/* Eight bytes with A-Z made small; bytes above 0x7F stay. */
static inline uint64_t fold8(uint64_t w)
{
    const uint64_t ones = 0x0101010101010101u, low = w & 0x7F * ones;
    const uint64_t upper = (low + (0x80 - 'A') * ones) & ~(low + (0x7F - 'Z') * ones) & ~w & 0x80 * ones;
    return w | upper >> 2;
}

/* Makes A-Z small in the 16 bytes at p, of which n are kept; false where they are not all ASCII. */
static inline bool fold16(uint64_t to[2], const char *p, size_t n)
{
    sia_load(to, p, n, SIA_HEAD);
    if ((to[0] | to[1]) & 0x8080808080808080u) return false;
    to[0] = fold8(to[0]);
    to[1] = fold8(to[1]);
    return true;
}
#endif

/* ---- keys of a batch ------------------------------------------------------------------------ */

/* Words of 17 to 32 bytes; longer ones, few, go the long way. */
__attribute__((noinline)) static void prepare_long(const sia_lex *l, word *w, sia_str text, sia_span at)
{
    const char *p = text.p + at.off;
    if (at.len > LONG || at.off + (size_t)LONG > text.n) return;
    if (!fold16(w->k.head, p, SIA_HEAD) || !fold16(w->tail, p + SIA_HEAD, at.len - SIA_HEAD)) return;
    w->len = at.len;
    w->k.hash = (uint32_t)sia_hash_more(l, sia_hash_head(l, w->k.head, at.len), w->tail);
    __builtin_prefetch(l->slots + (w->k.hash & l->mask));
}

/* Folds a word into its key and asks for its slot. */
static inline void prepare(const sia_lex *l, word *w, sia_str text, sia_span at)
{
    char last[SIA_HEAD];
    const char *p = text.p + at.off;
    w->len = 0;
    if (at.len > SIA_HEAD) { prepare_long(l, w, text, at); return; }
    if (at.off + (size_t)SIA_HEAD > text.n) p = memcpy(memset(last, 0, SIA_HEAD), p, text.n - at.off);
    if (!fold16(w->k.head, p, at.len)) return;
    w->len = at.len;
    w->k.hash = (uint32_t)sia_hash_head(l, w->k.head, at.len);
    __builtin_prefetch(l->slots + (w->k.hash & l->mask));
}

/* ---- looking a batch up ----------------------------------------------------------------------- */

/* Any word: folded elsewhere, then looked up as sia_lex_id does. */
static sia_id any_id(sia_lex *l, sia_str s)
{
    const size_t need = s.n + s.n / 2 + 5;
    if (need > l->room_cap) {
        l->room = sia_alloc_raw(l->a, 1, 2 * need);
        l->room_cap = l->room ? 2 * need : 0;
        if (!l->room) return 0;
    }
    return sia_lex_id(l, (sia_str){ l->room, sia_fold_into(l->room, s) });
}

/* A word that is longer than a head, or not all ASCII. */
__attribute__((noinline)) static sia_id long_id(sia_lex *l, const word *w, sia_str s)
{
    uint32_t i = w->k.hash & l->mask;
    for (; w->len && l->slots[i].id; i = (i + 1) & l->mask) {
        const sia_slot *at = l->slots + i;
        if (at->hash != w->k.hash || !sia_same_head(at, &w->k, w->len)) continue;
        if (!memcmp(l->wholes.v[at->whole] + SIA_HEAD, w->tail, w->len - SIA_HEAD)) return at->id;
    }
    return any_id(l, s);
}

/* The same as sia_lex_id for a word whose bytes are all in its key. */
__attribute__((noinline)) static sia_id short_id(sia_lex *l, const word *w)
{
    uint32_t i = w->k.hash & l->mask;
    for (; l->slots[i].id; i = (i + 1) & l->mask)
        if (sia_same_head(l->slots + i, &w->k, w->len)) return l->slots[i].id;
    return sia_lex_add(l, &w->k, (sia_str){ (const char *)w->k.head, w->len }, l->slots + i);
}

/* Nearly every word is short and in the slot that its hash names. */
static inline sia_id id_of(sia_lex *l, const word *w, sia_str text, const sia_span *at)
{
    if (w->len - 1 >= SIA_HEAD) return long_id(l, w, sia_cut(text, *at));
    const sia_slot *s = l->slots + (w->k.hash & l->mask);
    return s->id && sia_same_head(s, &w->k, w->len) ? s->id : short_id(l, w);
}

/* Spans and ids of a batch, `step` bytes apart. */
typedef struct { const char *at; char *id; size_t step; uint32_t n; } batch;

static const sia_span *span_of(const batch *b, uint32_t i) { return (const void *)(b->at + i * b->step); }

static void prepare_batch(const sia_lex *l, const batch *b, word *words, sia_str text)
{
    for (uint32_t i = 0; i < b->n; i++) prepare(l, words + i, text, *span_of(b, i));
}

/* A batch is looked up while the slots of the next are on their way from memory. */
void sia_lex_fold_ids(sia_lex *l, sia_str text, const sia_span *at, sia_id *ids, size_t step, uint32_t n)
{
    word words[2][BATCH];
    batch now = { (const char *)at, (char *)ids, step, n < BATCH ? n : BATCH };
    prepare_batch(l, &now, words[0], text);
    for (unsigned turn = 0; now.n; turn ^= 1) {
        n -= now.n;
        const batch next = { now.at + now.n * step, now.id + now.n * step, step, n < BATCH ? n : BATCH };
        prepare_batch(l, &next, words[turn ^ 1], text);
        for (uint32_t i = 0; i < now.n; i++)
            *(sia_id *)(void *)(now.id + i * step) = id_of(l, words[turn] + i, text, span_of(&now, i));
        now = next;
    }
}
