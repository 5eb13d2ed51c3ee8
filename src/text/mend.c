/* Gaps between lines: does the sentence go on across a blank line or a page's edge, or does something new begin? */
#include "read.h"
#include "line.h"

static uint32_t blanks_between(const sia_reader *r, uint32_t a, uint32_t b)
{
    uint32_t n = 0;
    for (uint32_t k = a + 1; k <= b && n < 1000; k++) n += r->lines.v[k].blanks;
    return n;
}

static bool feeds_between(const sia_reader *r, uint32_t a, uint32_t b)
{
    for (uint32_t k = a + 1; k <= b; k++)
        if (r->lines.v[k].feeds) return true;
    return false;
}

/* Line a ends well before the right edge although the first word of b had room there: it was ended on purpose. */
static bool ended_on_purpose(const sia_reader *r, sia_str a, sia_str b)
{
    size_t word = 0;
    while (word < b.n && b.p[word] != ' ' && b.p[word] != '\t') word++;
    return a.n + 1 + word + r->width / 12 < r->width;
}

/* Three words at least; they would stand in the first 64 bytes. */
static bool some_words(sia_str s)
{
    return sia_line_words((sia_str){ s.p, s.n < 64 ? s.n : 64 }) >= 3;
}

/* Lines that stand for themselves: what follows never belongs to them. */
static bool stands_alone(sia_str a)
{
    return sia_line_heading(a) || sia_line_caption(a);
}

/* The rest of a double-spaced text's rules: every line has a blank line after it, so only the words and the right edge
 * of the lines tell where a paragraph ends. */
static bool continues_double(const sia_reader *r, sia_str a, sia_str b)
{
    bool stop = sia_line_ends_stop(a);
    if (!stop) return !sia_line_ends_source(a) && a.n * 10 >= r->width * 6u && !ended_on_purpose(r, a, b);
    return !ended_on_purpose(r, a, b);
}

/* `page`: a page ends between them. Short lines are table cells or title pages unless a page's end explains them. */
static bool continues(const sia_reader *r, sia_str a, sia_str b, uint32_t blanks, bool page)
{
    bool lower = sia_line_starts_lower(b), open = sia_line_ends_open(a), loose = page || r->double_spaced;
    if (!loose && !open && !lower) return false;                      /* as most paragraphs end */
    bool stop = sia_line_ends_stop(a);
    if (!loose && !open && stop) return false;
    if (!page && (a.n * 10 < r->width * 4u || !some_words(a))) return false;
    if (stands_alone(a) || sia_line_opens_block(b)) return false;
    if (open || lower) return true;
    if (page && !stop && !sia_line_ends_source(a) && a.n * 10 >= r->width * 6u && a.p[a.n - 1] != ':') return true;
    return r->double_spaced && blanks <= 1 && continues_double(r, a, b);
}

/* The document's format may say it: another part begins, or this one goes on. False: the text must tell. */
static bool told(const sia_reader *r, uint32_t a, uint32_t b, bool *goes_on)
{
    const sia_mark *before = sia_mark_of(r, a), *after = sia_mark_of(r, b);
    if ((!before && !after) || (after && after->perhaps && r->lines.v[a].mark != r->lines.v[b].mark)) return false;
    *goes_on = r->lines.v[a].mark == r->lines.v[b].mark || (after && after->more);
    return true;
}

sia_gap sia_gap_between(sia_reader *r, uint32_t a, uint32_t b)
{
    bool goes_on;
    const bool is_told = told(r, a, b, &goes_on);
    if (is_told && !goes_on) return (sia_gap){ .kind = SIA_GAP_PARAGRAPH };
    sia_gap gap = sia_cut_word(r, a, b);
    if (gap.kind != SIA_GAP_AS_IS) return gap;
    if (is_told) return (sia_gap){ .kind = SIA_GAP_LINE };
    const sia_text_line *l = &r->lines.v[b];
    bool next = b == a + 1;
    if (next && !l->blanks && !l->feeds) return gap;
    uint32_t blanks = next ? l->blanks : blanks_between(r, a, b);
    bool page = !next || feeds_between(r, a, b);
    sia_str before = sia_line_trim(sia_line_at(r, a)), after = sia_line_trim(sia_line_at(r, b));
    gap.kind = SIA_GAP_PARAGRAPH;
    if (continues(r, before, after, blanks, page)) gap.kind = SIA_GAP_LINE;
    else if (!blanks && !stands_alone(before) && !sia_line_opens_block(after) && !ended_on_purpose(r, before, after))
        gap.kind = SIA_GAP_LINE;                              /* only furniture or a page's end in between */
    return gap;
}

/* Double spacing: nearly every line is followed by one blank line, and half of those lines are no end of a sentence. */
void sia_find_spacing(sia_reader *r)
{
    uint32_t single = 0, twice = 0, open = 0, seen = 0;
    for (uint32_t i = 1; i < r->lines.n; i++) {
        if (r->lines.v[i].aside != SIA_FIX_COUNT || r->lines.v[i - 1].aside != SIA_FIX_COUNT) continue;
        single += r->lines.v[i].blanks == 0;
        twice += r->lines.v[i].blanks == 1;
    }
    if (twice < 6 || single * 3 > twice) return;
    for (uint32_t i = 1; i < r->lines.n; i++) {
        if (r->lines.v[i].blanks != 1) continue;
        sia_str a = sia_line_trim(sia_line_at(r, i - 1)), b = sia_line_trim(sia_line_at(r, i));
        seen++;
        open += (sia_line_starts_lower(b) || sia_line_ends_open(a)) && !sia_line_ends_stop(a) && some_words(a);
    }
    r->double_spaced = open * 5 >= seen * 2;
}
