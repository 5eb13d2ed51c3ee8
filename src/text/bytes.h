/* What 64 bytes are, a bit for each: bit i tells of p[i]. Each question is put a second time, `_plainly`, a byte after
 * the other, for machines without SSE2; tests require the same answers. */
#ifndef SIASAT_TEXT_BYTES_H
#define SIASAT_TEXT_BYTES_H
#include <siasat/base.h>

static inline bool sia_byte_letter(char c) { return (unsigned)(((unsigned char)c | 0x20) - 'a') < 26; }
static inline bool sia_byte_digit(char c) { return (unsigned)((unsigned char)c - '0') < 10; }
static inline bool sia_byte_high(char c) { return (unsigned char)c >= 0x80; }
static inline bool sia_byte_word(char c) { return sia_byte_letter(c) || sia_byte_digit(c) || sia_byte_high(c); }
static inline bool sia_byte_break(char c) { return (unsigned)((unsigned char)c - '\n') < 4; }
static inline bool sia_byte_blank(char c) { return c == ' ' || (unsigned)((unsigned char)c - '\t') < 5; }
static inline bool sia_byte_mark(char c) { return c == ',' || c == ';' || c == '(' || c == ')' || c == '"'; }
static inline bool sia_byte_special(char c) { return sia_byte_digit(c) || sia_byte_high(c) || c == 0; }

#define SIA_ASK_PLAINLY(kind)                                                   \
    static inline uint64_t sia_##kind##_bits_plainly(const char *p)             \
    {                                                                           \
        uint64_t bits = 0;                                                      \
        for (uint32_t i = 0; i < 64; i++) bits |= (uint64_t)sia_byte_##kind(p[i]) << i;   \
        return bits;                                                            \
    }
SIA_ASK_PLAINLY(letter)
SIA_ASK_PLAINLY(word)       /* letters and digits, and all beyond ASCII             */
SIA_ASK_PLAINLY(break)      /* LF, VT, form feed, CR: lines end at all but the VT   */
SIA_ASK_PLAINLY(blank)      /* the blank, TAB, LF, VT, form feed, CR                */
SIA_ASK_PLAINLY(mark)       /* , ; ( ) ": a token each, nearly whatever stands around them */
SIA_ASK_PLAINLY(special)    /* digits, NUL, and all beyond ASCII: may need mending  */
SIA_ASK_PLAINLY(high)       /* beyond ASCII                                         */

/* Controls, and two blanks from an even byte on: what ends lines, or parts cells (of three blanks two are such a pair). */
static inline uint64_t sia_layout_bits_plainly(const char *p)
{
    uint64_t bits = 0;
    for (uint32_t i = 0; i < 64; i++) {
        bool pair = p[i] == ' ' && p[i ^ 1] == ' ';
        bits |= (uint64_t)(pair || (unsigned char)p[i] < ' ') << i;
    }
    return bits;
}

#if defined(__SSE2__)
#include <emmintrin.h>

/* 0xFF for each byte that is one of the n from `first` on; first + n <= 128. */
static inline __m128i sia_among(__m128i bytes, int first, int n)
{
    const __m128i on_top = _mm_add_epi8(bytes, _mm_set1_epi8((char)(128 - first - n)));
    return _mm_cmpgt_epi8(on_top, _mm_set1_epi8((char)(127 - n)));
}

static inline __m128i sia_letter_16(__m128i c) { return sia_among(_mm_or_si128(c, _mm_set1_epi8(0x20)), 'a', 26); }
static inline __m128i sia_digit_16(__m128i c) { return sia_among(c, '0', 10); }
static inline __m128i sia_high_16(__m128i c) { return c; }
static inline __m128i sia_word_16(__m128i c)
{
    return _mm_or_si128(_mm_or_si128(sia_letter_16(c), sia_digit_16(c)), c);
}
static inline __m128i sia_break_16(__m128i c) { return sia_among(c, '\n', 4); }
static inline __m128i sia_blank_16(__m128i c)
{
    return _mm_or_si128(_mm_cmpeq_epi8(c, _mm_set1_epi8(' ')), sia_among(c, '\t', 5));
}
static inline __m128i sia_mark_16(__m128i c)
{
    const __m128i bracket = _mm_cmpeq_epi8(_mm_or_si128(c, _mm_set1_epi8(1)), _mm_set1_epi8(')'));
    const __m128i pause = _mm_or_si128(_mm_cmpeq_epi8(c, _mm_set1_epi8(',')), _mm_cmpeq_epi8(c, _mm_set1_epi8(';')));
    return _mm_or_si128(_mm_or_si128(bracket, pause), _mm_cmpeq_epi8(c, _mm_set1_epi8('"')));
}
static inline __m128i sia_special_16(__m128i c)
{
    return _mm_or_si128(_mm_or_si128(sia_digit_16(c), _mm_cmpeq_epi8(c, _mm_setzero_si128())), c);
}

static inline __m128i sia_layout_16(__m128i c)
{
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(c, _mm_set1_epi8(' ' - 1)), c);
    return _mm_or_si128(control, _mm_cmpeq_epi16(c, _mm_set1_epi8(' ')));
}

static inline uint64_t sia_top_bits(__m128i a, __m128i b, __m128i c, __m128i d)
{
    const uint32_t low = (uint32_t)_mm_movemask_epi8(a) | (uint32_t)_mm_movemask_epi8(b) << 16;
    const uint32_t high = (uint32_t)_mm_movemask_epi8(c) | (uint32_t)_mm_movemask_epi8(d) << 16;
    return low | (uint64_t)high << 32;
}

#define SIA_ASK(kind)                                                           \
    static inline uint64_t sia_##kind##_bits(const char *p)                     \
    {                                                                           \
        const __m128i *q = (const __m128i *)(const void *)p;                    \
        const __m128i a = sia_##kind##_16(_mm_loadu_si128(q)), b = sia_##kind##_16(_mm_loadu_si128(q + 1)); \
        const __m128i c = sia_##kind##_16(_mm_loadu_si128(q + 2)), d = sia_##kind##_16(_mm_loadu_si128(q + 3)); \
        return sia_top_bits(a, b, c, d);                                        \
    }
#else
#define SIA_ASK(kind)                                                           \
    static inline uint64_t sia_##kind##_bits(const char *p) { return sia_##kind##_bits_plainly(p); }
#endif
SIA_ASK(letter)
SIA_ASK(word)
SIA_ASK(break)
SIA_ASK(blank)
SIA_ASK(mark)
SIA_ASK(special)
SIA_ASK(high)
SIA_ASK(layout)

/* The 64 bytes from p on of which only `rest` may be read: themselves, or copied into `room` with NULs behind them. */
static inline const char *sia_64(const char *p, size_t rest, char room[64])
{
    if (rest >= 64) return p;
    memset(room, 0, 64);
    memcpy(room, p, rest);
    return room;
}
#endif
