/* The evidence that a line is a page's number: its place, its neighbours, and the numbers of other pages. */
#include "furniture.h"

/* The lines first..last stand inside a sentence: it breaks off before them and goes on in lower case after. */
bool sia_interrupts(const sia_rooms *m, uint32_t first, uint32_t last)
{
    if (first == 0 || last + 1 >= m->r->lines.n) return false;
    sia_str a = sia_room_text(m, first - 1), b = sia_room_text(m, last + 1);
    if (!sia_line_starts_lower(b) || a.n * 10 < m->r->width * 5u || sia_line_ends_stop(a)) return false;
    return !sia_line_heading(a) && !sia_line_opens_block(b);
}

/* "1" on a line of its own, a footnote's number: what follows reads like a reference. */
static bool before_reference(const sia_rooms *m, uint32_t i)
{
    static const char *const signs[] = { "hlm", "hal.", "hal ", "Ibid", "ibid", "Op.Cit", "Op. Cit", "op.cit", "Loc",
        "http" };
    for (uint32_t k = i + 1; k < m->r->lines.n && k <= i + 2; k++) {
        sia_str s = sia_room_text(m, k);
        if (k == i + 1 && s.p[0] >= '0' && s.p[0] <= '9') return false;     /* it has a number of its own */
        if (s.n > 200) s.n = 200;
        for (size_t j = 0; j + 6 < s.n; j++) {
            bool year =
                s.p[j] == ',' && s.p[j + 1] == ' ' && (!memcmp(s.p + j + 2, "19", 2) || !memcmp(s.p + j + 2, "20", 2));
            if (year && s.p[j + 4] >= '0' && s.p[j + 4] <= '9') return true;
            for (size_t w = 0; w < SIA_COUNT_OF(signs); w++)
                if (s.p[j] == signs[w][0] && j + strlen(signs[w]) <= s.n
                    && !memcmp(s.p + j, signs[w], strlen(signs[w])))
                    return true;
        }
    }
    return false;
}

/* Another number of the same style, one to three pages on or back, at a distance that pages have. */
static bool in_sequence(const sia_rooms *m, uint32_t at)
{
    sia_numbered a = m->numbers.v[at];
    for (uint32_t k = at > 8 ? at - 8 : 0; k < m->numbers.n && k <= at + 8; k++) {
        sia_numbered b = m->numbers.v[k];
        if (k == at || b.f.style != a.f.style) continue;
        uint32_t pages = k > at ? b.f.value - a.f.value : a.f.value - b.f.value,
                 lines = k > at ? b.line - a.line : a.line - b.line;
        if (pages >= 1 && pages <= 3 && lines >= 12 * pages && lines <= 90 * pages) return true;
    }
    return false;
}

/* Another number right above or below on the same page: rows of a table. */
static bool near_number(const sia_rooms *m, uint32_t i)
{
    return (!sia_page_top(m, i) && m->kind[i - 1] == SIA_LINE_FOLIO)
           || (!sia_page_bottom(m, i) && m->kind[i + 1] == SIA_LINE_FOLIO);
}

/* Prose, as at the foot of a page and unlike the lines of a title page. */
bool sia_is_prose(const sia_rooms *m, uint32_t i)
{
    sia_str s = sia_room_text(m, i);
    return (sia_line_ends_stop(s) || s.n * 10 >= m->r->width * 6u) && !sia_line_caps(s)
        && sia_line_words((sia_str){ s.p, s.n < 64 ? s.n : 64 }) >= 3;
}

static bool edge_number(const sia_rooms *m, uint32_t i, const sia_folio *f)
{
    if (f->year) return false;
    bool top = sia_page_top(m, i) && (sia_free_below(m, i) || (i + 1 < m->r->lines.n && sia_is_prose(m, i + 1)));
    bool after_prose = i > 0 && sia_is_prose(m, i - 1), centred = sia_line_indent(sia_line_at(m->r, i)) >= 20;
    bool bottom = sia_page_bottom(m, i) && (after_prose || (sia_free_above(m, i) && (m->r->feed || centred)));
    return top || bottom;
}

/* Words of a running head beside the number; a row of a table has others, or rows like itself around. */
static bool like_head(const sia_rooms *m, uint32_t i)
{
    bool row = (!sia_page_top(m, i) && m->kind[i - 1] == SIA_LINE_BESIDE)
        || (!sia_page_bottom(m, i) && m->kind[i + 1] == SIA_LINE_BESIDE);
    return !row && sia_line_titled(sia_room_text(m, i));
}

static bool take_beside(const sia_rooms *m, uint32_t at)
{
    uint32_t i = m->numbers.v[at].line;
    bool edge = sia_page_top(m, i) || sia_page_bottom(m, i), alone = sia_free_above(m, i) && sia_free_below(m, i);
    if (m->numbers.v[at].f.year) return false;
    if (edge && alone && like_head(m, i)) return true;
    return sia_recurrence(m, i) > 1 && (edge || alone || in_sequence(m, at));
}

static void count_pages(sia_rooms *m)
{
    for (uint32_t k = 0, page = 0; k < m->numbers.n; k++) {
        while (page < m->r->starts.n && m->r->starts.v[page].line <= m->numbers.v[k].line) page++;
        m->numbers.v[k].page = page;
    }
}

/* The difference between printed and counted page numbers that most page edges share (Boyer and Moore's vote). */
void sia_find_shift(sia_rooms *m)
{
    uint32_t lead = 0;
    if (!m->r->feed) return;
    count_pages(m);
    for (int round = 0; round < 2; round++)
        for (uint32_t k = 0; k < m->numbers.n; k++) {
            uint32_t i = m->numbers.v[k].line, shift = m->numbers.v[k].f.value - m->numbers.v[k].page;
            if (!sia_page_top(m, i) && !sia_page_bottom(m, i)) continue;
            if (round) { m->votes += shift == m->shift; continue; }
            if (!lead) m->shift = shift;
            lead = shift == m->shift ? lead + 1 : lead - 1;
        }
}

/* In a file with form feeds: its number is what the pages before and after make one expect. */
static bool expected(const sia_rooms *m, const sia_numbered *n)
{
    bool edge = sia_page_top(m, n->line) || sia_page_bottom(m, n->line);
    return m->votes > 1 && edge && n->f.value - n->page == m->shift;
}

bool sia_takes_number(const sia_rooms *m, uint32_t at)
{
    uint32_t i = m->numbers.v[at].line;
    const sia_folio *f = &m->numbers.v[at].f;
    bool lonely = !near_number(m, i);
    if ((m->kind[i] == SIA_LINE_BESIDE ? like_head(m, i) : lonely) && sia_interrupts(m, i, i)) return true;
    if (m->r->feed && expected(m, &m->numbers.v[at])) return true;
    if (m->kind[i] == SIA_LINE_BESIDE) return take_beside(m, at);
    if (lonely && edge_number(m, i, f)) return true;
    if (!sia_free_above(m, i) || !sia_free_below(m, i) || before_reference(m, i)) return false;
    if (in_sequence(m, at)) return true;
    return lonely && !f->year && sia_line_indent(sia_line_at(m->r, i)) >= 20 && (i == 0 || sia_is_prose(m, i - 1));
}
