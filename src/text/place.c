/* The way back: from the reading text to the input, its lines, code points and pages. */
#include <siasat/text.h>

/* The piece that holds s[off]: the last that begins at or before it. The first begins at 0. */
static uint32_t piece_of(const sia_text *t, uint32_t off)
{
    uint32_t lo = 0, hi = t->pieces.n;
    while (hi - lo > 1) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (t->pieces.v[mid].at <= off) lo = mid; else hi = mid;
    }
    return lo;
}

static uint32_t raw_start(const sia_text *t, uint32_t off)
{
    sia_piece p = t->pieces.v[piece_of(t, off)];
    return p.copied ? p.raw + (off - p.at) : p.raw;
}

/* Where the character that ends before s[off] ends in the input; off > 0. */
static uint32_t raw_end(const sia_text *t, uint32_t off)
{
    sia_piece p = t->pieces.v[piece_of(t, off - 1)];
    return p.copied ? p.raw + (off - p.at) : p.raw + p.raw_len;
}

sia_span sia_text_raw(const sia_text *t, sia_span at)
{
    if (!t->pieces.n) return (sia_span){ 0, 0 };
    uint32_t size = (uint32_t)t->s.n, from = at.off < size ? at.off : size;
    uint32_t to = at.len < size - from ? from + at.len : size;
    if (from == size) return (sia_span){ size ? raw_end(t, size) : 0, 0 };
    uint32_t raw = raw_start(t, from);
    return (sia_span){ raw, to > from ? raw_end(t, to) - raw : 0 };
}

uint64_t sia_text_point(const sia_text *t, uint32_t raw)
{
    if (raw > t->in.n) raw = (uint32_t)t->in.n;
    if (t->ascii || !t->points.n) return raw;
    uint32_t block = raw >> 10;
    if (block >= t->points.n) block = t->points.n - 1;
    uint32_t from = block << 10;
    return t->points.v[block] + sia_utf8_count((sia_str){ t->in.p + from, raw - from });
}

sia_place sia_text_place(const sia_text *t, uint32_t raw)
{
    uint32_t lo = 0, hi = t->lines.n;
    while (hi - lo > 1) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (t->lines.v[mid] <= raw) lo = mid; else hi = mid;
    }
    uint32_t begin = t->lines.n ? t->lines.v[lo] : 0;
    return (sia_place){ lo + 1, (uint32_t)(sia_text_point(t, raw) - sia_text_point(t, begin)) + 1 };
}

const sia_page *sia_text_page(const sia_text *t, uint32_t off)
{
    uint32_t lo = 0, hi = t->pages.n;                    /* the first page that begins after off */
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (t->pages.v[mid].at <= off) lo = mid + 1; else hi = mid;
    }
    return lo ? &t->pages.v[lo - 1] : NULL;
}
