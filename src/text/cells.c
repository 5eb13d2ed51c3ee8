/* Rows of tables: told by what parts their cells, or by the figures at their end. */
#include "layout.h"
#include "line.h"

static bool white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool digit(char c) { return c >= '0' && c <= '9'; }

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

static bool has(sia_str s, char c) { return s.n && memchr(s.p, c, s.n); }

/* Cells are parted by wide gaps where there are no tabs and pipes. */
bool sia_line_cells(sia_str t) { return (wide_gap(t) || has(t, '\t') || has(t, '|')) && columns(t); }

static bool year(sia_str w) { return w.n == 4 && (!memcmp(w.p, "19", 2) || !memcmp(w.p, "20", 2)); }

uint32_t sia_line_figures(sia_str t)
{
    enum { MOST_WORDS = 12 };
    uint32_t figures = 0;
    if (!t.n || (!digit(t.p[t.n - 1]) && t.p[t.n - 1] != '%') || sia_line_words(t) > MOST_WORDS) return 0;
    for (size_t to = t.n, at; to > 0; to = at ? at - 1 : 0) {
        for (at = to; at > 0 && t.p[at - 1] != ' '; ) at--;
        const sia_str w = { t.p + at, to - at };
        if (!w.n || !digit(w.p[0]) || year(w)) break;
        figures++;
    }
    return figures && digit(t.p[0]) && memchr(t.p, ' ', t.n) ? figures + 1 : figures;
}
