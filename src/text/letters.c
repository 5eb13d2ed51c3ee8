/* Mending inside a line: NUL, soft hyphens, ligatures, composed letters, footnote marks. What needs none is skipped, 64
 * bytes at once. */
#include "read.h"
#include "bytes.h"
#include <utf8proc.h>

/* A longer run of marks on one letter is no writing; UAX #15 (stream-safe text) draws the line at 30 too. */
enum { MARKS = 30 };

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

static uint64_t special_from(sia_reader *r, uint32_t base)
{
    return sia_special_bits(sia_64(r->in.p + base, r->in.n - base, r->special.room));
}

/* The first byte at or after i that may need mending; the text's length where there is none. */
static uint32_t find_special(sia_reader *r, uint32_t i)
{
    uint32_t n = (uint32_t)r->in.n, base = i & ~63u;
    if (i >= n) return n;
    if (!r->special.known || r->special.base != base) r->special.bits = special_from(r, base);
    uint64_t left = r->special.bits >> (i & 63) << (i & 63);
    while (!left && (base += 64) < n) left = r->special.bits = special_from(r, base);
    r->special.base = base;
    r->special.known = true;
    if (base >= n) return n;
    uint32_t at = base + (uint32_t)__builtin_ctzll(left);
    return at < n ? at : n;                                  /* behind the text stand NULs */
}

/* The same for all that comes: what was found behind one line is kept for the lines after it. */
static uint32_t next_special(sia_reader *r, uint32_t i)
{
    if (r->next_special < i || !i) r->next_special = find_special(r, i);
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
