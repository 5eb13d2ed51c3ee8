/* The reading text as lines on a page. */
#include "layout.h"
#include "line.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

static bool white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool digit(char c) { return c >= '0' && c <= '9'; }

/* ---- a quick look for what is rare: two blanks or two stops in a row, tabs, pipes, ellipses ---- */

#define ALL(byte) (0x0101010101010101u * (byte))

static uint64_t zero_bytes(uint64_t x) { return (x - ALL(0x01)) & ~x; }   /* in the high bits */

static uint64_t load(const char *p)
{
    uint64_t x;
    memcpy(&x, p, sizeof x);
    return x;
}

static bool pair_at(const char *p, bool rare)
{
    uint64_t x = load(p), next = load(p + 1);
    uint64_t found = zero_bytes((x ^ ALL(' ')) | (next ^ ALL(' '))) | zero_bytes((x ^ ALL('.')) | (next ^ ALL('.')));
    if (rare) found |= zero_bytes(x ^ ALL('\t')) | zero_bytes(x ^ ALL('|')) | zero_bytes(x ^ ALL(0xE2));
    return found & ALL(0x80);
}

#if defined(__SSE2__)
/* The same for the 16 bytes at p and the one behind them. */
static inline bool pair_in_16(const char *p, bool rare)
{
    const __m128i x = _mm_loadu_si128((const __m128i *)(const void *)p);
    const __m128i next = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
    const __m128i either = _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(x, _mm_set1_epi8('.')));
    __m128i found = _mm_and_si128(_mm_cmpeq_epi8(x, next), either);
    if (rare) {
        found = _mm_or_si128(found, _mm_cmpeq_epi8(x, _mm_set1_epi8('\t')));
        found = _mm_or_si128(found, _mm_cmpeq_epi8(x, _mm_set1_epi8('|')));
        found = _mm_or_si128(found, _mm_cmpeq_epi8(x, _mm_set1_epi8((char)0xE2)));
    }
    return _mm_movemask_epi8(found) != 0;
}
#endif

/* May say yes for nothing, never no for two blanks or stops in a row (nor for tabs, pipes, ellipses where the text
 * has any). Most lines end here. */
static bool worth_a_look(sia_str t, bool rare)
{
    if (t.n < 9) return true;
#if defined(__SSE2__)
    if (t.n >= 17) {
        for (size_t i = 0; i + 17 < t.n; i += 16)
            if (pair_in_16(t.p + i, rare)) return true;
        return pair_in_16(t.p + t.n - 17, rare);
    }
#endif
    for (size_t i = 0; i + 9 <= t.n; i += 8)
        if (pair_at(t.p + i, rare)) return true;
    return pair_at(t.p + t.n - 9, rare);
}

static bool page_char(char c) { return digit(c) || strchr("ivxlcIVXLC-", c) != NULL; }

/* Leaders lead to a page number: four stops with or without blanks (an ellipsis is three), and at most the number
 * behind them. Without one the run must be longer: a sentence may end in "....", and may hold one in its middle. */
static bool leaders(sia_str t)
{
    size_t n = t.n;
    while (n && t.n - n < 6 && page_char(t.p[n - 1])) n--;
    uint32_t stops = 0, least = n < t.n ? 4 : 6;
    while (n && stops < least) {
        bool ellipsis = n >= 3 && !memcmp(t.p + n - 3, "\xE2\x80\xA6", 3);
        if (!ellipsis && t.p[n - 1] != '.' && t.p[n - 1] != '_' && t.p[n - 1] != ' ') break;
        stops += ellipsis ? 3 : t.p[n - 1] != ' ';
        n -= ellipsis ? 3 : 1;
    }
    return stops >= least;
}

/* Cells by tabs, pipes, or runs of three blanks: two gaps at least, or one that is wide. */
static bool columns(sia_str t)
{
    uint32_t pipes = 0, gaps = 0, wide = 0;
    for (size_t i = 0; i < t.n; ) {
        const unsigned char c = (unsigned char)t.p[i];
        if (c > ' ' && c != '|') { i++; continue; }                     /* most, and no more need be asked */
        pipes += c == '|';
        size_t from = i;
        bool tab = false;
        while (i < t.n && white(t.p[i])) tab |= t.p[i++] == '\t';
        gaps += i - from >= 3 || tab;
        wide += i - from >= 5;
        if (i == from) i++;
    }
    return pipes >= 2 || gaps >= 2 || wide;
}

/* Three characters of white space in a row: one of them stands where every third is asked. */
static bool wide_gap(sia_str t)
{
    for (size_t i = 2; i < t.n; i += 3) {
        if (!white(t.p[i])) continue;
        size_t from = i, to = i + 1;
        while (from > 0 && white(t.p[from - 1])) from--;
        while (to < t.n && white(t.p[to])) to++;
        if (to - from >= 3) return true;
    }
    return false;
}

/* What the text has anywhere: most have no tabs and pipes, and their lines need not be asked for them. */
typedef struct { bool cells, rare; } habits;

static uint8_t look(sia_str t, habits h)
{
    if (t.n < 4 || !worth_a_look(t, h.rare)) return 0;
    if (leaders(t)) return SIA_AT_LEADERS;
    return (h.cells || wide_gap(t)) && columns(t) ? SIA_AT_COLUMNS : 0;
}

/* ---- lines ---------------------------------------------------------------------------- */

/* The length that 85 of 100 lines do not exceed, from the first 4096 lines: pages of one work look alike. */
static uint32_t usual_width(const sia_layout *l)
{
    uint32_t count[101] = { 0 }, n = l->lines.n < 4096 ? l->lines.n : 4096, seen = 0, w = 0;
    for (uint32_t i = 0; i < n; i++) count[l->lines.v[i].len < 100 ? l->lines.v[i].len : 100]++;
    while (w < 100 && (seen += count[w]) * 100 < n * 85) w++;
    return w < 50 ? 50 : w;
}

static bool has(sia_str s, char c) { return s.n && memchr(s.p, c, s.n) != NULL; }

void sia_layout_of(sia_layout *l, sia_doc *d)
{
    const char *p = d->text.s.p, *end = p + d->text.s.n;
    uint32_t gap = 255, page = 0;
    habits h = { .cells = has(d->text.s, '\t') || has(d->text.s, '|') };
    h.rare = h.cells || has(d->text.s, (char)0xE2);
    *l = (sia_layout){ .s = d->text.s };
    for (const char *from = p; from < end; ) {
        const char *nl = memchr(from, '\n', (size_t)(end - from)), *to = nl ? nl : end, *a = from, *b = to;
        while (a < b && white(*a)) a++;
        while (b > a && white(b[-1])) b--;
        if (a == b) {
            gap += gap < 255;
        } else {
            sia_at_line line = { (uint32_t)(a - p), (uint32_t)(b - a), 0, (uint8_t)gap, 0 };
            line.indent = (uint16_t)(a - from < UINT16_MAX ? a - from : UINT16_MAX);
            line.flags = look((sia_str){ a, (size_t)(b - a) }, h);
            for (; page < d->text.pages.n && d->text.pages.v[page].at <= line.off; page++)
                line.flags |= SIA_AT_PAGE_TOP;
            sia_push(d->arena, &l->lines, line);
            gap = 0;
        }
        from = to + 1;
    }
    l->width = usual_width(l);
}

/* ---- how a line stands to its neighbours -------------------------------------------------- */

bool sia_layout_closed(const sia_layout *l, uint32_t i)
{
    sia_str t = sia_layout_str(l, i);
    char c = t.p[t.n - 1];
    if (c == ':' || c == ';') return true;
    return !(c >= 'a' && c <= 'z') && (sia_line_ends_stop(t) || sia_line_ends_source(t));
}

bool sia_layout_apart(const sia_layout *l, uint32_t i)
{
    return i == 0 || sia_layout_gap(l, i) || sia_layout_closed(l, i - 1) || sia_layout_short(l, i - 1);
}

bool sia_layout_entry(const sia_layout *l, uint32_t i)
{
    if (l->lines.v[i].flags & SIA_AT_LEADERS) return true;
    sia_str t = sia_layout_str(l, i);
    size_t k = t.n;
    if (digit(t.p[k - 1])) while (k > 0 && t.n - k < 3 && digit(t.p[k - 1])) k--;     /* years are no pages */
    else while (k > 0 && t.n - k < 6 && strchr("ivxlc", t.p[k - 1])) k--;
    return k < t.n && k > 1 && white(t.p[k - 1]) && !sia_line_ends_open((sia_str){ t.p, k - 1 });
}

bool sia_layout_prose(const sia_layout *l, uint32_t i)
{
    sia_str t = sia_layout_str(l, i);
    if (t.n < 40 || l->lines.v[i].flags & SIA_AT_LEADERS || sia_line_mark(t)) return false;
    uint32_t small = 0, words = 0, n = t.n < 120 ? (uint32_t)t.n : 120;
    for (uint32_t k = 0; k < n; k++) {
        bool lower = t.p[k] >= 'a' && t.p[k] <= 'z';
        small += lower;
        words += lower && k > 0 && t.p[k - 1] == ' ';
    }
    return small * 10 >= n * 6 && words >= 3 && (t.n > 120 || !sia_layout_entry(l, i));
}
