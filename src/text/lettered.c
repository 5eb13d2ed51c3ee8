/* Headings that only their letters tell: a line or two by themselves, larger than the text or bold, over text that is neither.
 * Theses set the questions and themes of their findings so, without a number and in words that no list of titles has. */
#include "segment.h"
#include "line.h"

enum { LINES = 3, WORDS = 16, BOLD_WORDS = 12, LONG = 240 };

static const sia_mark *letters_at(const sia_layout *l, uint32_t i) { return &l->marks[l->mark[i]]; }

static bool as_text(const sia_mark *m) { return m->kind == SIA_MARK_NONE || m->kind == SIA_MARK_PARAGRAPH; }
static bool stands_out(const sia_mark *m) { return m->size == SIA_SIZE_LARGE || (m->bold && m->size == SIA_SIZE_BODY); }

/* The line after the part that begins at line i; i where that is no heading for its length, or has gaps. */
static uint32_t end_of(const sia_layout *l, uint32_t i)
{
    uint32_t j = i + 1;
    while (j < l->lines.n && l->mark[j] == l->mark[i] && !l->lines.v[j].gap) j++;
    return j - i > LINES || (j < l->lines.n && l->mark[j] == l->mark[i]) ? i : j;
}

/* A question may be a heading, a sentence hardly. */
static bool words_fit(const sia_outline *o, uint32_t i, uint32_t end, bool large)
{
    const sia_layout *l = &o->lay;
    sia_str t = sia_cut(l->s, sia_lines_span(l, i, end - 1));
    t.n -= t.p[t.n - 1] == '?';
    const sia_shape s = sia_shape_of(t);
    if (!t.n) return false;
    if (s.too_long || s.inner_stop || s.stopped || !s.words || s.words > (large ? WORDS : BOLD_WORDS) || s.upper + s.lower < 4) return false;
    if (!sia_line_starts_upper(t) || t.p[t.n - 1] == ':' || sia_title_open(t)) return false;
    if (sia_number_read(t).style != SIA_BY_NOTHING || sia_line_caption(t) || sia_line_keywords(t)) return false;
    for (uint32_t k = i; k < end; k++) if (l->lines.v[k].flags & (SIA_AT_COLUMNS | SIA_AT_LEADERS)) return false;
    return true;
}

/* Text in other letters comes next: else it is one of many lines that stand out, as on a title page or in a table. Before the
 * first heading it must be a paragraph of some length, in bytes: title pages have sentences, too. */
static bool heads_text(const sia_outline *o, const sia_mark *m, uint32_t end)
{
    const sia_layout *l = &o->lay;
    if (end >= l->lines.n) return false;
    const sia_mark *next = letters_at(l, end);
    if (next->kind == SIA_MARK_HEADING) return o->d->sections.n > 1;
    if (next->kind == SIA_MARK_ROW || next->size == SIA_SIZE_SMALL || (as_text(next) && stands_out(next) && next->size == m->size)) return false;
    return o->d->sections.n > 1 || (next->raw_len >= LONG && sia_layout_prose(l, end));
}

bool sia_lettered_heading(sia_outline *o, uint32_t i, sia_heading *h)
{
    const sia_layout *l = &o->lay;
    const sia_mark *m = letters_at(l, i);
    const uint8_t part = sia_outline_part(o);
    if (!as_text(m) || !stands_out(m) || m->more || o->contents || (i && l->mark[i] == l->mark[i - 1])) return false;
    if (part == SIA_PART_FRONT || part == SIA_PART_PUSTAKA || part == SIA_PART_LAMPIRAN) return false;
    const uint32_t end = end_of(l, i);
    if (end == i || !words_fit(o, i, end, m->size == SIA_SIZE_LARGE) || !heads_text(o, m, end)) return false;
    *h = (sia_heading){ .first = i, .lines = end - i };
    sia_heading_title(o, h, 0);
    return h->title.n > 0;
}
