/* Literals in a text: letters that a match must have, compared where case may not count, and looked for. */
#include "required.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* ---- comparing -------------------------------------------------------------------------------- */

static char small(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c; }

/* How many bytes at p are the letter: the long s and the Kelvin sign are s and k where case does not count. */
static size_t letter_length(char c, bool keep_case, const char *p, size_t n)
{
    if (*p == c) return 1;
    if (keep_case) return 0;
    if (small(*p) == small(c)) return 1;
    if (small(c) == 's' && n > 1 && !memcmp(p, "\xC5\xBF", 2)) return 2;
    return small(c) == 'k' && n > 2 && !memcmp(p, "\xE2\x84\xAA", 3) ? 3 : 0;
}

typedef enum { OTHER, SAME, CUT_SHORT } comparison;           /* CUT_SHORT: the text ends first */

static comparison compare(const sia_literal *x, bool keep_case, sia_str text, size_t at)
{
    for (size_t i = 0; i < x->n; i++) {
        if (at < text.n && text.p[at] == x->p[i] && x->p[i] != SIA_LITERAL_GAP) { at++; continue; }      /* nearly always */
        if (x->p[i] == SIA_LITERAL_GAP) {
            while (at < text.n && sia_is_between_words(text.p[at])) at++;
            if (at < text.n && text.p[at] & 0x80) return SAME;                      /* a blank perhaps, or a letter: who knows */
            continue;
        }
        if (at == text.n) return CUT_SHORT;
        const size_t n = letter_length(x->p[i], keep_case, text.p + at, text.n - at);
        if (!n) return OTHER;
        at += n;
    }
    return SAME;
}

bool sia_literal_at(const sia_literal *x, bool keep_case, sia_str text, size_t at)
{
    return compare(x, keep_case, text, at) == SAME;
}

bool sia_literal_begun(const sia_literal *x, sia_str word) { return compare(x, false, word, 0) != OTHER; }

/* ---- looking for ------------------------------------------------------------------------------ */

#if defined(__SSE2__)
static __m128i sixteen(const char *p) { return _mm_loadu_si128((const __m128i *)(const void *)p); }

/* Bit i is set where the literal's first two letters may stand at p[i], of 17 bytes: as they are or capital, or where a byte is not ASCII. */
static unsigned may_stand(const sia_literal *x, const char *p)
{
    const __m128i bit = _mm_set1_epi8(0x20), here = sixteen(p), next = sixteen(p + 1);
    const __m128i first = _mm_cmpeq_epi8(_mm_or_si128(here, bit), _mm_set1_epi8((char)(x->p[0] | 0x20)));
    const __m128i second = _mm_cmpeq_epi8(_mm_or_si128(next, bit), _mm_set1_epi8((char)(x->p[1] | 0x20)));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_and_si128(first, second), _mm_or_si128(here, next)));
}
#endif

/* The first place from `at` on where it may stand; text.n: none. */
static size_t next_place(const sia_literal *x, sia_str text, size_t at)
{
#if defined(__SSE2__)
    if (x->n > 1 && x->p[1] != SIA_LITERAL_GAP)
        for (; at + 17 <= text.n; at += 16) {
            const unsigned places = may_stand(x, text.p + at);
            if (places) return at + (unsigned)__builtin_ctz(places);
        }
#endif
    while (at < text.n && !(text.p[at] & 0x80) && (text.p[at] | 0x20) != (x->p[0] | 0x20)) at++;
    return at;
}

bool sia_literal_in(const sia_literal *x, bool keep_case, sia_str text)
{
    if (!x->n) return true;
    for (size_t at = 0; (at = next_place(x, text, at)) < text.n; at++)
        if (compare(x, keep_case, text, at) == SAME) return true;
    return false;
}
