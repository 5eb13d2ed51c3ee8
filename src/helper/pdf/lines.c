/* From words to lines, in the order in which they are drawn. A row of the page is one line, or several where something
 * wide stands between: columns, cells of a table. */
#include "sheets.h"
#include <math.h>
#include <string.h>

/* In sizes of the letters; the first three are pdftotext's own. */
#define SAME_LINE   0.5f        /* how far two words of a row may stand apart vertically     */
#define OVERLAP     0.1f        /* how far a word may reach back over the last one           */
#define BLANK       0.15f       /* what looks like a blank                                   */
#define WIDE        1.8f        /* what is more than a blank, even in a line that was spread */
#define RAISED      0.12f
#define SMALL       0.8f
enum { RECENT = 8 };

/* The line at work: its words' places, for a look back. */
typedef struct {
    float  x0, x1, base, size;
    size_t at, n;                            /* in `letters`                                         */
    uint32_t count;
    bool   bold, digits, blank;              /* blank: one before it                                 */
} placed;
static placed *row;
static size_t n_row, cap_row;
static int row_turned;
static text letters;

/* Room for one more. */
#define ROOM(v, n, cap) do { if ((n) == (cap)) { (cap) = (cap) * 2 + 256; (v) = must_alloc((v), (cap) * sizeof *(v)); } } while (0)

void sheets_page(sheets *s, float width, float height)
{
    ROOM(s->pages, s->n_pages, s->cap_pages);
    s->pages[s->n_pages++] = (sheet){ .width = width, .height = height, .first = (uint32_t)s->n_lines, .end = (uint32_t)s->n_lines };
    n_row = 0;
}

/* ---- letters ----------------------------------------------------------------------------------------------------------- */

static void put_letter(text *t, uint32_t c)
{
    char b[4];
    size_t n = 0;
    if (c < 0x80) b[n++] = (char)c;
    else if (c < 0x800) { b[n++] = (char)(0xC0 | c >> 6); b[n++] = (char)(0x80 | (c & 63)); }
    else if (c < 0x10000) { b[n++] = (char)(0xE0 | c >> 12); b[n++] = (char)(0x80 | (c >> 6 & 63)); b[n++] = (char)(0x80 | (c & 63)); }
    else { b[n++] = (char)(0xF0 | c >> 18); b[n++] = (char)(0x80 | (c >> 12 & 63)); b[n++] = (char)(0x80 | (c >> 6 & 63)); b[n++] = (char)(0x80 | (c & 63)); }
    text_add(t, b, n);
}

/* TeX's fonts, where nothing tells what their letters mean, leave the codes of their own: ligatures, quotes, dashes. Symbol
 * fonts keep their bullets in the private area. No character at all comes as U+FFFD. */
static uint32_t letter_of(uint32_t c)
{
    static const uint16_t tex[] = {
        0xFB00, 0xFB01, 0xFB02, 0xFB03, 0xFB04, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x2013, 0x2014, ' ', ' ', 0x131, 'j',
        0xFB00, 0xFB01, 0xFB02, 0xFB03, 0xFB04,
    };
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) || (c & 0xFFFE) == 0xFFFE) return 0xFFFD;
    if (c >= 0x0B && c < 0x20) return tex[c - 0x0B];
    if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) return ' ';
    if (c == 0xF0B7 || c == 0xF0A7 || c == 0xF076 || c == 0xF0D8 || c == 0xF0FC) return 0x2022;
    return c;
}

static void put_word(placed *p, const sheet_word *w)
{
    p->at = letters.n;
    p->digits = true;
    for (size_t i = 0; i < w->n; i++) {
        const uint32_t c = letter_of(w->letters[i]);
        p->digits = p->digits && c >= '0' && c <= '9';
        put_letter(&letters, c);
    }
    p->n = letters.n - p->at;
    p->count = (uint32_t)w->n;
}

/* ---- lines ------------------------------------------------------------------------------------------------------------- */

/* The size most of its letters have, and whether most are bold. */
static void weigh(const placed *p, size_t n, sheet_line *l)
{
    uint32_t best = 0, bold = 0, all = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t same = 0;
        for (size_t k = 0; k < n && n < 400; k++) if (fabsf(p[k].size - p[i].size) < 0.3f) same += p[k].count;
        if (same > best || !i) { best = same; l->size = p[i].size; l->base = p[i].base; }
        if (p[i].bold) bold += p[i].count;
        all += p[i].count;
    }
    l->letters = all;
    l->bold = bold * 10 >= all * 9;
}

static const char *const superscript[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

/* One run of the row, with nothing wide in it, becomes a line. Raised small digits are written as such. */
static void put_line(sheets *s, const placed *p, size_t n, bool beside)
{
    static text line;
    sheet_line l = { .x0 = p[0].x0, .x1 = p[n - 1].x1, .beside = beside, .turned = (uint8_t)row_turned };
    weigh(p, n, &l);
    line.n = 0;
    for (size_t i = 0; i < n; i++) {
        if (i && p[i].blank) text_add(&line, " ", 1);
        const bool raised = p[i].digits && p[i].size < SMALL * l.size && p[i].base < l.base - RAISED * l.size;
        const char *from = letters.p + p[i].at;
        for (size_t k = 0; raised && k < p[i].n; k++) text_add(&line, superscript[from[k] - '0'], strlen(superscript[from[k] - '0']));
        if (!raised) text_add(&line, from, p[i].n);
    }
    l.at = s->store.n;
    l.n = (uint32_t)line.n;
    text_add(&s->store, line.p, line.n);
    if (s->n_lines >= LINES_MOST) refuse("IN_MANY", 0, 0, "> 4000000 lines");
    ROOM(s->lines, s->n_lines, s->cap_lines);
    s->lines[s->n_lines++] = l;
}

static void end_row(sheets *s)
{
    size_t from = 0;
    for (size_t i = 1; i <= n_row; i++) {
        if (i < n_row && row[i].x0 - row[i - 1].x1 <= WIDE * row[i - 1].size) continue;
        put_line(s, row + from, i - from, from > 0);
        from = i;
    }
    n_row = letters.n = 0;
}

static bool goes_on(const sheet_word *w)
{
    const placed *last = &row[n_row - 1];
    float size = last->size;
    for (size_t i = n_row; i-- > 0 && n_row - i < RECENT; ) if (row[i].size > size) size = row[i].size;
    const float base = last->size * 1.2f < size ? (row[n_row > 1 ? n_row - 2 : 0].base) : last->base;
    return w->turned == row_turned && (fabsf(w->base - last->base) < SAME_LINE * last->size || fabsf(w->base - base) < SAME_LINE * size)
        && w->x0 > last->x1 - OVERLAP * last->size;
}

/* Bold that is made by printing the same letters again a hair aside. */
static bool printed_again(const placed *w)
{
    for (size_t i = n_row; i-- > 0 && n_row - i <= RECENT; ) {
        const placed *p = &row[i];
        if (p->n == w->n && fabsf(p->x0 - w->x0) < 0.1f * w->size && fabsf(p->base - w->base) < 0.1f * w->size
            && !memcmp(letters.p + p->at, letters.p + w->at, w->n)) return true;
    }
    return false;
}

void sheets_word(sheets *s, const sheet_word *w)
{
    const bool on = n_row && goes_on(w);
    placed p = { .x0 = w->x0, .x1 = w->x1, .base = w->base, .size = w->size, .bold = w->bold };
    if (!on && !n_row) letters.n = 0;
    put_word(&p, w);
    if (printed_again(&p)) { letters.n = p.at; return; }
    if (!on) {
        end_row(s);
        put_word(&p, w);
    }
    p.blank = on && (w->apart || w->x0 > row[n_row - 1].x1 + BLANK * row[n_row - 1].size);
    ROOM(row, n_row, cap_row);
    row[n_row++] = p;
    row_turned = w->turned;
    s->pages[s->n_pages - 1].letters += p.count;
}

void sheets_page_end(sheets *s)
{
    sheet *page = &s->pages[s->n_pages - 1];
    end_row(s);
    page->end = (uint32_t)s->n_lines;
    sheets_columns(s, page);
}

void sheets_copy(sheets *to, const sheets *from, size_t page)
{
    const sheet *of = &from->pages[page];
    sheets_page(to, of->width, of->height);
    for (uint32_t i = of->first; i < of->end; i++) {
        sheet_line l = from->lines[i];
        l.at = to->store.n;
        text_add(&to->store, line_text(from, &from->lines[i]), l.n);
        if (to->n_lines >= LINES_MOST) refuse("IN_MANY", 0, 0, "> 4000000 lines");
        ROOM(to->lines, to->n_lines, to->cap_lines);
        to->lines[to->n_lines++] = l;
    }
    sheet *now = &to->pages[to->n_pages - 1];
    now->end = (uint32_t)to->n_lines;
    now->letters = of->letters;
    memcpy(now->label, of->label, sizeof now->label);
    to->labelled = from->labelled;
}

/* ---- rows -------------------------------------------------------------------------------------------------------------- */

uint32_t row_end(const sheets *s, uint32_t first, uint32_t end)
{
    uint32_t i = first + 1;
    while (i < end && s->lines[i].beside) i++;
    return i;
}

const char *row_text(const sheets *s, uint32_t first, uint32_t end)
{
    static text all;
    all.n = 0;
    for (uint32_t i = first; i < end; i++) {
        if (i > first) text_add(&all, " ", 1);
        text_add(&all, line_text(s, &s->lines[i]), s->lines[i].n);
    }
    text_add(&all, "", 0);
    return all.p;
}
