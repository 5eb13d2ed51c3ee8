/* One cell of a table on a terminal: measured, shortened, padded. */
#include "pretty.h"

uint32_t sia_pretty_width(sia_str s)
{
    uint32_t sum = 0, len;
    if (sia_plain(s, '\x7F', '\x7F')) return (uint32_t)(s.n < UINT32_MAX / 2 ? s.n : UINT32_MAX / 2);
    for (size_t i = 0; i < s.n && sum < UINT32_MAX / 2; i += len) sum += sia_show_width(sia_show(s.p + i, &len));
    return sum;
}

/* How many bytes from the front take at most `room` cells; *got: the cells they take. */
static size_t front(sia_str s, uint32_t room, uint32_t *got)
{
    uint32_t len;
    size_t i = 0;
    for (*got = 0; i < s.n; i += len) {
        uint32_t w = sia_show_width(sia_show(s.p + i, &len));
        if (*got + w > room) break;
        *got += w;
    }
    return i;
}

/* The end of s that takes at most `room` of its `all` cells; *got: the cells it takes. */
static sia_str back(sia_str s, uint32_t all, uint32_t room, uint32_t *got)
{
    uint32_t len;
    size_t i = 0;
    for (*got = all; *got > room && i < s.n; i += len) *got -= sia_show_width(sia_show(s.p + i, &len));
    return (sia_str){ s.p + i, s.n - i };
}

static void show(sia_table *t, sia_str s)
{
    uint32_t len;
    char to[4];
    if (sia_plain(s, '\x7F', '\x7F')) sia_out(t, s.p, s.n);
    else for (size_t i = 0; i < s.n; i += len) {
        int32_t c = sia_show(s.p + i, &len);
        const uint32_t n = sia_utf8_put(to, c);
        for (uint32_t k = 0; k < n; k++) sia_out1(t, to[k]);
    }
}

static void blanks(sia_table *t, uint32_t *n)
{
    for (; *n; --*n) sia_out1(t, ' ');
}

void sia_pretty_cell(sia_table *t, sia_str s, uint32_t width, unsigned flags, uint32_t *pad)
{
    static const char dots[] = "\xE2\x80\xA6";
    uint32_t used = sia_pretty_width(s), got = used;
    bool cut = used > width && !(flags & SIA_COL_WHOLE), tail = cut && (flags & SIA_COL_TAIL);
    if (tail) s = back(s, used, width - 1, &got);
    else if (cut) s.n = front(s, width - 1, &got);
    if (cut) used = got + 1;
    uint32_t rest = used < width ? width - used : 0;
    if (flags & SIA_COL_RIGHT) *pad += rest;
    if (used) {
        blanks(t, pad);
        if (tail) sia_outz(t, dots);
        show(t, s);
        if (cut && !tail) sia_outz(t, dots);
    }
    if (!(flags & SIA_COL_RIGHT)) *pad += rest;
}
