/* Sections and blocks where the document's own format says what they are. Numbers and titles are still read from the words. */
#include "segment.h"
#include "line.h"

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool capital(char c) { return c >= 'A' && c <= 'Z'; }

sia_str sia_caption_number(sia_str t, size_t *words)
{
    size_t k = 0;
    while (k < t.n && t.p[k] != ' ') k++;
    while (k < t.n && t.p[k] == ' ') k++;
    size_t from = k;
    while (k < t.n && (digit(t.p[k]) || capital(t.p[k]) || (t.p[k] == '.' && k > from) || t.p[k] == '-')) k++;
    size_t end = k;
    while (k < t.n && (t.p[k] == ' ' || t.p[k] == ':')) k++;
    while (end > from && (t.p[end - 1] == '.' || t.p[end - 1] == '-')) end--;
    *words = k;
    return (sia_str){ t.p + from, end - from };
}

/* ---- headings ------------------------------------------------------------------------------------------------------ */

/* The line after the part that begins at line i. */
static uint32_t part_end(const sia_layout *l, uint32_t i)
{
    uint32_t j = i + 1;
    while (j < l->lines.n && !sia_layout_begins(l, j)) j++;
    return j;
}

static bool heading_begins(const sia_layout *l, uint32_t i)
{
    const sia_mark *m = i < l->lines.n ? sia_layout_mark(l, i) : NULL;
    return m && m->kind == SIA_MARK_HEADING;
}

/* "BAB IV" and, as a heading of its own below it, "HASIL DAN PEMBAHASAN". */
static bool is_title_below(const sia_layout *l, uint32_t i)
{
    sia_chapter_mark other;
    if (!heading_begins(l, i)) return false;
    const sia_str t = sia_layout_str(l, i);
    return sia_number_read(t).style == SIA_BY_NOTHING && !sia_chapter_read(t, &other);
}

static bool chapter_heading(sia_outline *o, uint32_t i, uint32_t end, sia_heading *h)
{
    sia_chapter_mark m;
    if (!sia_chapter_read(sia_layout_str(&o->lay, i), &m)) return false;
    const bool bare = end == i + 1 && m.body >= o->lay.lines.v[i].len;
    if (bare && is_title_below(&o->lay, end)) end = part_end(&o->lay, end);
    *h = (sia_heading){ .chapter = m, .first = i, .lines = end - i };
    h->number.style = SIA_BY_CHAPTER;
    h->number.at[0] = (uint16_t)m.value;
    sia_heading_title(o, h, m.body);
    return true;
}

static uint32_t last_of(const sia_outline *o, uint8_t style)
{
    for (uint32_t k = o->n_open; k-- > 1; )
        if (o->open[k].number.style == style) return o->open[k].number.at[0];
    return 0;
}

/* A decimal tells its level better than the author's choice of a style does: 4.1.2 below 4.1 below BAB IV. */
bool sia_marked_heading(sia_outline *o, uint32_t i, sia_heading *h)
{
    const sia_layout *l = &o->lay;
    const sia_mark *m = sia_layout_mark(l, i);
    const uint32_t end = part_end(l, i);
    if (chapter_heading(o, i, end, h)) return true;
    sia_number n = sia_number_read(sia_layout_str(l, i));
    if (n.style == SIA_BY_NOTHING && end > i + 1) n = sia_number_alone(sia_layout_str(l, i));
    if (n.style >= SIA_BY_BULLET || (n.style != SIA_BY_NOTHING && !n.at[0])) n = (sia_number){ 0 };
    sia_number_settle(&n, last_of(o, SIA_BY_CAPITAL), last_of(o, SIA_BY_ROMAN));
    *h = (sia_heading){ .number = n, .first = i, .lines = end - i };
    if (n.style != SIA_BY_DECIMAL) h->level = m->level;
    sia_heading_title(o, h, n.body);
    return h->title.n > 0;
}

/* ---- blocks -------------------------------------------------------------------------------------------------------- */

/* "IV.a)" and the like: as printed, without what closes it. */
static sia_str bare_number(sia_str s)
{
    while (s.n && strchr("([", s.p[0])) s.p++, s.n--;
    while (s.n && strchr(".)]:", s.p[s.n - 1])) s.n--;
    return s;
}

uint8_t sia_marked_block(sia_arena *a, const sia_mark *m, sia_str line, sia_str *number, uint8_t *depth)
{
    size_t words;
    sia_number n;
    switch ((sia_mark_kind)m->kind) {
    case SIA_MARK_ITEM:
        n = sia_number_read(line);
        *depth = m->level;
        *number = n.style == SIA_BY_NOTHING || n.style == SIA_BY_DECIMAL ? bare_number(m->number) : sia_item_number(a, &n);
        return SIA_BLOCK_ITEM;
    case SIA_MARK_FOOTNOTE:
        *number = bare_number(m->number);
        return SIA_BLOCK_FOOTNOTE;
    case SIA_MARK_CAPTION:
        *number = sia_caption_number(line, &words);
        return SIA_BLOCK_CAPTION;
    case SIA_MARK_ROW: return SIA_BLOCK_TABLE;
    case SIA_MARK_HEADING: return SIA_BLOCK_TITLE;           /* words that make no section */
    case SIA_MARK_NONE: case SIA_MARK_PARAGRAPH: case SIA_MARK_FURNITURE: break;
    }
    return SIA_BLOCK_PARAGRAPH;
}
