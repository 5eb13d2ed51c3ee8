/* Which of 64 bytes are of words, and which are hyphens: a bit for each. */
#ifndef SIASAT_TEXT_WORDMASK_H
#define SIASAT_TEXT_WORDMASK_H
#include "hyphen.h"

typedef struct { uint64_t word, hyphen; } sia_word_mask;

#if defined(__SSE2__)
#include <emmintrin.h>

/* 0xFF for each byte that is one of the n from `first` on. */
static inline __m128i sia_bytes_among(__m128i bytes, char first, char n)
{
    __m128i at = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    return _mm_cmpeq_epi8(_mm_min_epu8(at, _mm_set1_epi8((char)(n - 1))), at);
}

static inline sia_word_mask sia_word_mask_of(const char p[64])
{
    sia_word_mask m = { 0, 0 };
    for (uint32_t i = 0; i < 64; i += 16) {
        __m128i c = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
        __m128i letter = sia_bytes_among(_mm_or_si128(c, _mm_set1_epi8(0x20)), 'a', 26);
        __m128i word = _mm_or_si128(_mm_or_si128(letter, sia_bytes_among(c, '0', 10)), c);     /* c: beyond ASCII */
        m.word |= (uint64_t)(uint32_t)_mm_movemask_epi8(word) << i;
        m.hyphen |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(c, _mm_set1_epi8('-'))) << i;
    }
    return m;
}

#else

static inline sia_word_mask sia_word_mask_of(const char p[64])
{
    sia_word_mask m = { 0, 0 };
    for (uint32_t i = 0; i < 64; i++) {
        m.word |= (uint64_t)sia_char_wordly(p[i]) << i;
        m.hyphen |= (uint64_t)(p[i] == '-') << i;
    }
    return m;
}

#endif
#endif
