/* Whether a line is a heading: "BAB IV", "4.1 Kesimpulan", "A. Pengertian", "DAFTAR PUSTAKA". In doubt it is none. */
#include "segment.h"
#include "line.h"

static bool capital(char c) { return c >= 'A' && c <= 'Z'; }
static bool digit(char c) { return c >= '0' && c <= '9'; }

/* Nine lines in ten are running text and are let go by their first two bytes. */
static bool worth_reading(const sia_layout *l, uint32_t i)
{
    sia_str t = sia_layout_str(l, i);
    if (t.n < 3) return t.n == 2 && (t.p[1] == '.' || t.p[1] == ')' || digit(t.p[0]));
    char a = t.p[0], b = t.p[1];
    if (l->lines.v[i].flags & SIA_AT_LEADERS) return false;
    if (a >= 'a' && a <= 'z') return b == '.' || b == ')';
    if (!capital(a)) return digit(a) || a == '(' || a == '|' || (unsigned char)a == 0xC2;
    if (!(b >= 'a' && b <= 'z')) return true;
    return t.n <= 100 && (sia_layout_gap(l, i) || l->lines.v[i].flags & SIA_AT_PAGE_TOP || sia_layout_apart(l, i));
}

bool sia_prose_follows(const sia_layout *l, uint32_t i, uint32_t most)
{
    sia_chapter_mark other;
    for (uint32_t j = i; j < l->lines.n && j < i + most; j++) {
        if (sia_chapter_read(sia_layout_str(l, j), &other)) return false;
        if (!sia_layout_prose(l, j)) continue;
        if (l->lines.v[j].len > 120 || j + 1 == l->lines.n) return true;
        if (sia_layout_prose(l, j + 1) || sia_layout_closed(l, j + 1)) return true;
    }
    return false;
}

void sia_heading_title(sia_outline *o, sia_heading *h, uint32_t from)
{
    sia_span all = sia_lines_span(&o->lay, h->first, h->first + h->lines - 1);
    h->title = sia_title_tidy(o->d->arena, sia_cut(o->lay.s, (sia_span){ all.off + from, all.len - from }));
    h->key = sia_title_key_of(h->title);
    h->sense = sia_title_sense_of(&h->key);
}

/* ---- BAB ------------------------------------------------------------------------------- */

/* "Bab ini berisi ...": the chapter is described here, not begun. */
static bool described(const sia_layout *l, uint32_t i, uint32_t from)
{
    static const char *const words[] = {
        "bab ini", "bagian ini", "berisi", "membahas", "menguraikan", "menjelaskan", "memuat", "pada bab", "dalam bab",
        "di dalam bab", "merupakan", "menyajikan", "terdiri",
    };
    for (uint32_t j = i; j < l->lines.n && j < i + 4; j++, from = 0) {
        sia_str t = sia_layout_str(l, j);
        t = sia_line_trim((sia_str){ t.p + from, t.n - from });
        for (size_t k = 0; k < SIA_COUNT_OF(words); k++)
            if (sia_line_has_prefix(t, words[k])) return true;
    }
    return false;
}

/* An entry of the list of chapters at the end of an introduction. The real chapters begin below the last one listed. */
static bool only_listed(sia_outline *o, uint32_t i, const sia_chapter_mark *m)
{
    if (!o->lists || m->value <= o->listed) return false;
    bool next = o->listed && m->value == o->listed + 1, own = o->chapter && m->value == o->chapter;
    if (!next && !own && !described(&o->lay, i, m->body)) return false;
    o->listed = m->value;
    return true;
}

static bool chapter_words_fit(sia_outline *o, uint32_t i, const sia_chapter_mark *m)
{
    sia_str t = sia_layout_str(&o->lay, i), rest = { t.p + m->body, t.n - m->body };
    bool caps_word = t.n == 1 || capital(t.p[1]) || t.p[1] == ' ' || t.p[1] == '4', apart = sia_layout_apart(&o->lay, i);
    sia_shape h = sia_shape_of(rest);
    if (!rest.n && !caps_word) return sia_layout_gap(&o->lay, i);
    if (!rest.n) return apart || sia_layout_gap(&o->lay, i + 1) || o->lay.lines.v[i].flags;
    if (h.too_long || h.inner_stop || !capital(rest.p[0] == '"' && rest.n > 1 ? rest.p[1] : rest.p[0])) return false;
    if (sia_shape_caps(h)) return !(h.stopped && !apart);
    if (h.upper < 3 && h.lower == 0 && h.words) return apart;          /* a title of two letters */
    return apart && !h.stopped && sia_shape_titled(h) && h.words <= 25;
}

static bool chapter_at(sia_outline *o, uint32_t i, sia_chapter_mark m, sia_heading *h)
{
    if (m.ones && m.value == 11 && o->chapter != 10) m.value = 2, m.arabic = false;
    if (!chapter_words_fit(o, i, &m) || only_listed(o, i, &m)) return false;
    /* a running head */
    if (o->chapters && m.value == o->chapter && o->open[o->n_open - 1].level > 0 && !o->contents) return false;
    uint32_t lines = sia_chapter_title_lines(o, i, m.body);
    if (sia_layout_entry(&o->lay, i + lines - 1) && !sia_prose_follows(&o->lay, i + lines, 6)) return false;
    if (o->contents && !sia_prose_follows(&o->lay, i + lines, 14)) return false;
    *h = (sia_heading){ .chapter = m, .first = i, .lines = lines };
    h->number.style = SIA_BY_CHAPTER;
    h->number.at[0] = (uint16_t)m.value;
    sia_heading_title(o, h, m.body);
    return true;
}

/* ---- numbered ------------------------------------------------------------------------------ */

/* The number of the open section of this style, 0 if none is open. */
static uint32_t last_of(const sia_outline *o, uint8_t style)
{
    for (uint32_t k = o->n_open; k-- > 1; )
        if (o->open[k].number.style == style) return o->open[k].number.at[0];
    return 0;
}

/* A decimal goes with its chapter: 4.1 stands in BAB IV, or it is an amount, an hour, an article of a law. */
static bool decimal_fits(const sia_outline *o, uint32_t i, const sia_number *n)
{
    for (uint32_t k = 1; k < n->depth; k++)
        if (n->at[k] == 0 || n->at[k] > 40) return false;
    if (sia_outline_base(o, n)) return true;
    if (n->lettered) return last_of(o, SIA_BY_CAPITAL) == n->at[0] || sia_layout_gap(&o->lay, i);
    if (!o->chapter || n->at[0] == o->chapter || n->at[0] == o->decimals) return n->at[0] < 20;
    if (n->depth == 2 && n->at[1] == 1 && sia_layout_gap(&o->lay, i))
        /* the chapter's own number was misread, or its line lost */
        return !o->decimals || n->at[0] == o->chapter + 1;
    return false;
}

static bool series_fits(const sia_outline *o, uint32_t i, const sia_number *n)
{
    uint32_t last = last_of(o, n->style), v = n->at[0];
    if (v == 0) return false;
    /* excerpts skip chapters */
    if (n->style == SIA_BY_ROMAN && v > last && sia_layout_gap(&o->lay, i)) return true;
    if (v == 1 || (last && (v == last + 1 || v == last + 2))) return true;
    return last == 0 && v <= 12 && sia_layout_gap(&o->lay, i);          /* a file that begins in mid-chapter */
}

/* Late in a series whose beginning was not seen (a file that begins in mid-chapter, a heading that was not told). */
static bool may_be_late(const sia_outline *o, const sia_number *n)
{
    bool capitals = n->style == SIA_BY_CAPITAL || n->style == SIA_BY_ROMAN;
    return capitals && n->at[0] > 1 && n->at[0] <= 12 && !last_of(o, n->style);
}

/* The same list's number before this one stands in the section's text, so it was an item, and so is this. */
static bool item_before(const sia_outline *o, uint32_t i, const sia_number *n)
{
    for (uint32_t j = i; j > o->body && j + 12 > i; ) {
        sia_number m = sia_number_read(sia_layout_str(&o->lay, --j));
        if (m.style == SIA_BY_NOTHING) continue;
        sia_number_settle(&m, n->at[0] > 1 ? n->at[0] - 2u : 0, 0);
        if (m.style == n->style && m.at[0] + 1 == n->at[0]) return true;
    }
    return false;
}

/* What stands below: text, or a deeper number that starts. A sibling at once means a list. */
static bool followed(const sia_outline *o, uint32_t next, const sia_number *n, bool list_style)
{
    const sia_layout *l = &o->lay;
    bool sibling = n->at[0] > 1 && last_of(o, n->style) + 1 == n->at[0];        /* of a heading */
    if (next >= l->lines.n) return n->style == SIA_BY_DECIMAL || !list_style;
    sia_str t = sia_layout_str(l, next);
    sia_number m = sia_number_read(t);
    if (m.style == SIA_BY_NOTHING) {
        if (!list_style) return true;
        bool two = next + 1 < l->lines.n && !sia_layout_gap(l, next + 1);
        if (sia_line_starts_lower(t)) return false;
        return two || sia_layout_prose(l, next) || (sia_layout_closed(l, next) && t.n > 30);
    }
    sia_number_settle(&m, n->style == SIA_BY_CAPITAL ? n->at[0] : 0, n->style == SIA_BY_ROMAN ? n->at[0] : 0);
    if (n->style == SIA_BY_DECIMAL && m.style == SIA_BY_DECIMAL) return m.depth != n->depth || m.at[0] != n->at[0];
    if (m.style == n->style) return false;
    if (!list_style) return m.at[0] <= 1 || n->style == SIA_BY_DECIMAL || m.style == SIA_BY_DECIMAL;
    if (sibling && (m.at[0] == 1 || m.style >= SIA_BY_BULLET)) return true;
    sia_shape h = sia_shape_of((sia_str){ t.p + m.body, t.n - m.body });
    if (m.at[0] != 1 || m.style >= SIA_BY_BULLET || h.stopped) return false;
    return next + 1 < l->lines.n && sia_layout_prose(l, next + 1);
}

/* The look of the words. Lists ask for more than chapters' sections do: their items look like titles, too. */
static bool words_fit(const sia_outline *o, const sia_heading *h, sia_shape s, bool list_style)
{
    const sia_layout *l = &o->lay;
    uint32_t next = h->first + h->lines;
    sia_str last = sia_layout_str(l, next - 1);
    bool titled = sia_shape_titled(s) || sia_shape_caps(s), below = sia_layout_gap(l, next);
    if (s.too_long || s.inner_stop || !s.words || sia_title_open(last)) return false;
    bool decimal = h->number.style == SIA_BY_DECIMAL;
    char end = last.p[last.n - 1];
    if (s.stopped && !(end == '.' && decimal && titled && s.words <= 8)) return false;
    if (end == ':' && !decimal) return false;
    bool half = l->lines.v[next - 1].len * 2 < l->width;
    if (list_style && !below && sia_title_runs_over(l, next)) return false;
    if (list_style && titled) return s.words <= 14 && h->lines <= 2;
    if (list_style) return s.words <= 6 && (below || (half && sia_layout_prose(l, next)));
    if (titled) return s.words <= 30;
    bool apart = below || !sia_line_starts_lower(sia_layout_str(l, next));
    return s.words <= (decimal ? 18 : 12) && apart && sia_layout_gap(l, h->first);
}

/* How many lines the heading takes; the number may stand on a line of its own. A decimal without a stop is then as
 * likely the cell of a table. */
static uint32_t numbered_lines(const sia_layout *l, uint32_t i, const sia_number *n)
{
    sia_str mark = sia_layout_str(l, i);
    if (n->body < mark.n) return sia_title_lines(l, i, n->body);
    if (digit(mark.p[mark.n - 1]) && !sia_layout_gap(l, i)) return 0;
    if (i + 1 >= l->lines.n || l->lines.v[i + 1].gap > 1) return 0;
    uint32_t below = sia_layout_short(l, i + 1) && !sia_layout_prose(l, i + 1) ? sia_title_lines(l, i + 1, 0) : 0;
    sia_shape s = sia_shape_of(sia_layout_str(l, i + 1));
    return below && (sia_shape_titled(s) || sia_shape_caps(s)) ? below + 1 : 0;
}

static bool numbered_at(sia_outline *o, uint32_t i, sia_number n, sia_heading *h)
{
    const sia_layout *l = &o->lay;
    uint8_t part = sia_outline_part(o);
    if (n.style >= SIA_BY_BULLET || !sia_layout_apart(l, i)) return false;
    if (part == SIA_PART_PUSTAKA || part == SIA_PART_LAMPIRAN) return false;
    sia_number_settle(&n, last_of(o, SIA_BY_CAPITAL), last_of(o, SIA_BY_ROMAN));
    bool list_style = n.style >= SIA_BY_NUMBER;
    bool late = n.style != SIA_BY_DECIMAL && !series_fits(o, i, &n);
    if (n.style == SIA_BY_DECIMAL ? !decimal_fits(o, i, &n) : late && !may_be_late(o, &n)) return false;
    uint32_t lines = numbered_lines(l, i, &n);
    if (!lines) return false;
    *h = (sia_heading){ .number = n, .first = i, .lines = lines };
    sia_span all = sia_lines_span(l, i, i + lines - 1);
    sia_shape s = sia_shape_of(sia_cut(l->s, (sia_span){ all.off + n.body, all.len - n.body }));
    if (!words_fit(o, h, s, list_style) || !followed(o, i + lines, &n, list_style)) return false;
    if (n.style != SIA_BY_DECIMAL && item_before(o, i, &n)) return false;
    if (o->contents && (list_style || sia_layout_entry(l, i + lines - 1))) return false;
    if (o->contents && !sia_prose_follows(l, i + lines, 3)) return false;
    sia_heading_title(o, h, n.body);
    return !late || h->sense.part;                                      /* then the title must be a known one */
}

/* ---- any of them ------------------------------------------------------------------------------ */

/* Four lines of running text: whatever the heading said, this is no table of contents any more. */
static bool contents_over(const sia_layout *l, uint32_t i)
{
    uint32_t n = 0;
    while (n < 4 && i + n < l->lines.n && sia_layout_prose(l, i + n)) n++;
    return n == 4;
}

static bool heading_at(sia_outline *o, uint32_t i, sia_heading *h)
{
    sia_str t = sia_layout_str(&o->lay, i);
    sia_chapter_mark m;
    if (sia_chapter_read(t, &m)) return chapter_at(o, i, m, h);
    if (i + 1 < o->lay.lines.n && sia_chapter_read_split(t, sia_layout_str(&o->lay, i + 1), &m)) {
        if (!chapter_at(o, i + 1, m, h)) return false;
        h->first--;
        h->lines++;
        return true;
    }
    sia_number n = sia_number_read(t);
    if (n.style == SIA_BY_NOTHING) n = sia_number_alone(t);
    if (n.style != SIA_BY_NOTHING) return numbered_at(o, i, n, h);
    return sia_known_title_at(o, i, h);
}

uint32_t sia_next_heading(sia_outline *o, uint32_t i, sia_heading *h)
{
    for (; i < o->lay.lines.n; i++) {
        const sia_mark *m = sia_layout_mark(&o->lay, i);
        if (m && !sia_layout_begins(&o->lay, i)) continue;
        if (m && m->kind == SIA_MARK_HEADING && sia_marked_heading(o, i, h)) break;
        if (m && m->kind != SIA_MARK_PARAGRAPH) continue;
        if (o->contents && contents_over(&o->lay, i)) o->contents = false;
        if (worth_reading(&o->lay, i) && heading_at(o, i, h)) break;
        if (o->lay.marks && sia_lettered_heading(o, i, h)) break;
    }
    return i;
}
