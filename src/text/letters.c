/* Mending inside a line: NUL, soft hyphens, ligatures, composed letters, footnote marks. ASCII is skipped by words. */
#include "read.h"
#include <utf8proc.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* A longer run of marks on one letter is no writing; UAX #15 (stream-safe text) draws the line at 30 too. */
enum { MARKS = 30 };

static bool special(unsigned char c) { return c >= 0x80 || c == 0 || (c >= '0' && c <= '9'); }

#if defined(__SSE2__)
/* Which of the 16 bytes at p are special, a bit for each. */
static inline uint32_t special_of_16(const char *p)
{
    const __m128i c = _mm_loadu_si128((const __m128i *)(const void *)p);
    const __m128i from_zero = _mm_sub_epi8(c, _mm_set1_epi8('0'));
    const __m128i digit = _mm_cmpeq_epi8(_mm_min_epu8(from_zero, _mm_set1_epi8(9)), from_zero);
    const __m128i nul = _mm_cmpeq_epi8(c, _mm_setzero_si128());
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(digit, nul), c));
}
#endif

/* The next byte at or after i that may need mending; `to` where there is none. */
static uint32_t find_special(const char *p, uint32_t i, uint32_t to)
{
#if defined(__SSE2__)
    for (; i + 16 <= to; i += 16) {
        uint32_t found = special_of_16(p + i);
        if (found) return i + (uint32_t)__builtin_ctz(found);
    }
#else
    const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
    for (uint64_t w; i + 8 <= to; i += 8) {
        memcpy(&w, p + i, 8);
        uint64_t digit = w ^ (ones * 0x30);                  /* bytes below 10 where w has a digit ... */
        digit = (digit - ones * 0x0A) & ~digit;              /* ... borrow into their high bit */
        if ((w | digit | (w - ones)) & high) break;
    }
#endif
    while (i < to && !special((unsigned char)p[i])) i++;
    return i;
}

/* Can this character change under NFC, alone or with its neighbours? Cheap answers for what Indonesian texts hold. */
static bool unsettled(int32_t c)
{
    if (c < 0x300 || (c >= 0x2002 && c <= 0x20CF)) return false;
    if ((c >= 0x1161 && c <= 0x1175) || (c >= 0x11A8 && c <= 0x11C2)) return true;
    const utf8proc_property_t *p = utf8proc_get_property(c);
    bool second = p->comb_index != UINT16_MAX && p->comb_index >= 0x8000;
    return p->combining_class || second || (p->decomp_seqindex != UINT16_MAX && p->decomp_type == 0);
}

static bool unsettled_at(const sia_reader *r, uint32_t i)
{
    uint32_t n;
    return i < r->in.n && unsettled(sia_utf8_at(r->in.p + i, &n));
}

/* The letter before in[i], if it may still change: not before `floor`. */
static uint32_t step_back(const sia_reader *r, uint32_t i, uint32_t floor)
{
    uint32_t k = i;
    while (k > floor && k + 4 > i) {
        k--;
        if (((unsigned char)r->in.p[k] & 0xC0) != 0x80) return k;
    }
    return i;
}

/* Composes the marks at in[i] with the letter before, if that is not settled yet. Returns where it ended. */
static uint32_t compose(sia_reader *r, uint32_t i, uint32_t floor, uint32_t to)
{
    uint32_t from = step_back(r, i, floor > r->pos ? floor : r->pos), end = i, n;
    for (uint32_t k = 0; k < MARKS && end < to && unsettled(sia_utf8_at(r->in.p + end, &n)); k++) end += n;
    utf8proc_int32_t buf[(MARKS + 1) * 4 + 8];
    const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_ssize_t size = (utf8proc_ssize_t)SIA_COUNT_OF(buf) - 1;
    utf8proc_ssize_t len = utf8proc_decompose((const utf8proc_uint8_t *)r->in.p + from, end - from, buf, size, how);
    if (len < 0 || len > size) return end;
    len = utf8proc_reencode(buf, len, how);
    sia_str now = { (const char *)buf, len > 0 ? (size_t)len : 0 };
    if (len > 0 && !sia_str_eq(now, (sia_str){ r->in.p + from, end - from }))
        sia_emit_fix(r, SIA_FIX_NFC, from, end, now);
    return end;
}

static uint32_t mend_high(sia_reader *r, uint32_t line, uint32_t i, uint32_t floor, uint32_t to)
{
    static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
    uint32_t n;
    int32_t c = sia_utf8_at(r->in.p + i, &n);
    if (unsettled(c)) return compose(r, i, floor, to);
    bool bare = !unsettled_at(r, i + n);                     /* else a mark would join what it does not belong to */
    if (c == 0xAD && bare) sia_emit_fix(r, SIA_FIX_SOFT_HYPHEN, i, i + n, SIA_STR(""));
    else if (c >= 0xFB00 && c <= 0xFB06 && bare)
        sia_emit_fix(r, SIA_FIX_LIGATURE, i, i + n, sia_str_of(ligatures[c - 0xFB00]));
    else if (c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079)) {
        uint32_t mark = sia_note_mark(r, line, i);
        if (mark) sia_emit_fix(r, SIA_FIX_NOTE_MARK, i, i + mark, SIA_STR(""));
        if (mark) return i + mark;
    }
    return i + n;
}

/* The same for all that comes: what was found behind one line is kept for the lines after it. */
static uint32_t next_special(sia_reader *r, uint32_t i)
{
    if (r->next_special < i || !i) r->next_special = find_special(r->in.p, i, (uint32_t)r->in.n);
    return r->next_special;
}

void sia_mend_letters(sia_reader *r, uint32_t line, uint32_t from, uint32_t to)
{
    const char *p = r->in.p;
    for (uint32_t i = from; (i = next_special(r, i)) < to; ) {
        uint32_t end = i;
        if (p[i] == 0) {
            while (end < to && p[end] == 0) end++;
            sia_emit_fix(r, SIA_FIX_NUL, i, end, SIA_STR(" "));
        } else if ((unsigned char)p[i] >= 0x80) {
            end = mend_high(r, line, i, from, to);
        } else {
            uint32_t mark = sia_note_mark(r, line, i);
            if (mark) sia_emit_fix(r, SIA_FIX_NOTE_MARK, i, i + mark, SIA_STR(""));
            while (end < to && p[end] >= '0' && p[end] <= '9') end++;
        }
        i = end;
    }
}
