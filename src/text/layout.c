/* The reading text as lines on a page. */
#include "layout.h"
#include "line.h"
#include "bytes.h"

static bool white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool digit(char c) { return c >= '0' && c <= '9'; }

/* 0-9, the letters of Roman numerals, and the dash: what page numbers are made of. */
static bool page_char(char c)
{
    static const uint64_t page[4] = { 0x03FF200000000000u, 0x0140120801401208u };
    return page[(unsigned char)c >> 6] >> ((unsigned char)c & 63) & 1;
}

/* Leaders lead to a page number: four stops with or without blanks (an ellipsis is three), and at most the number
 * behind them. Without one the run must be longer: a sentence may end in "....", and may hold one in its middle. */
static bool leaders(sia_str t)
{
    size_t n = t.n;
    if (sia_byte_letter(t.p[n - 1]) && !page_char(t.p[n - 1])) return false;            /* most lines */
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

static bool has(sia_str s, char c) { return s.n && memchr(s.p, c, s.n); }

/* ---- lines ---------------------------------------------------------------------------- */

/* The length that 85 of 100 lines do not exceed, from the first 4096 lines: pages of one work look alike. */
static uint32_t usual_width(const sia_layout *l)
{
    uint32_t count[101] = { 0 }, n = l->lines.n < 4096 ? l->lines.n : 4096, seen = 0, w = 0;
    for (uint32_t i = 0; i < n; i++) count[l->lines.v[i].len < 100 ? l->lines.v[i].len : 100]++;
    while (w < 100 && (seen += count[w]) * 100 < n * 85) w++;
    return w < 50 ? 50 : w;
}

/* The text 64 bytes at a time: where its lines end, and where cells may be parted. */
typedef struct {
    sia_str  s;
    uint32_t base;
    uint64_t bits;
    char     room[64];
} view;

static void see(view *v, uint32_t base)
{
    v->base = base;
    v->bits = sia_layout_bits(sia_64(v->s.p + base, v->s.n - base, v->room));
}

/* The next line's end; the text's where no other follows. *odd: a control or two blanks in a row came before. */
static uint32_t next_end(view *v, bool *odd)
{
    for (*odd = false; ; ) {
        while (!v->bits) {
            if (v->s.n - v->base <= 64) return (uint32_t)v->s.n;
            see(v, v->base + 64);
        }
        const uint32_t at = v->base + (uint32_t)__builtin_ctzll(v->bits);
        v->bits &= v->bits - 1;
        if (at >= v->s.n || v->s.p[at] == '\n') return at < v->s.n ? at : (uint32_t)v->s.n;
        *odd = true;
    }
}

/* Furniture begins where it would stand: what comes behind it there is meant. */
static void look_up_marks(sia_layout *l, sia_doc *d)
{
    const sia_text *t = &d->text;
    l->mark = t->marks.n ? sia_alloc(d->arena, sizeof *l->mark, l->lines.n + 1u) : NULL;
    if (!l->mark) return;
    l->marks = t->marks.v;
    for (uint32_t i = 0, k = 0; i < l->lines.n; i++) {
        while (k + 1 < t->marks.n && t->marks.v[k + 1].at <= l->lines.v[i].off) k++;
        l->mark[i] = k;
    }
}

void sia_layout_of(sia_layout *l, sia_doc *d)
{
    const char *p = d->text.s.p;
    const uint32_t n = (uint32_t)d->text.s.n;
    uint32_t gap = 255, page = 0;
    const bool piped = has(d->text.s, '|');
    view v = { .s = d->text.s };
    *l = (sia_layout){ .s = d->text.s };
    if (n) see(&v, 0);
    for (uint32_t from = 0, end; from < n; from = end + 1) {
        bool odd;
        uint32_t a = from, b = end = next_end(&v, &odd);
        while (a < b && white(p[a])) a++;
        while (b > a && white(p[b - 1])) b--;
        if (a == b) {
            gap += gap < 255;
            continue;
        }
        sia_at_line line = { a, b - a, (uint16_t)(a - from < UINT16_MAX ? a - from : UINT16_MAX), (uint8_t)gap, 0 };
        const sia_str t = { p + a, b - a };
        if (t.n > 3 && leaders(t)) line.flags = SIA_AT_LEADERS;
        else if ((odd || piped) && t.n > 3 && sia_line_cells(t)) line.flags = SIA_AT_COLUMNS;
        for (; page < d->text.pages.n && d->text.pages.v[page].at <= a; page++) line.flags |= SIA_AT_PAGE_TOP;
        sia_push(d->arena, &l->lines, line);
        gap = 0;
    }
    l->width = usual_width(l);
    look_up_marks(l, d);
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
