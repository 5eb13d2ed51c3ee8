/* Titles so well known that they head a section without any number: "ABSTRAK", "Daftar Pustaka", "KESIMPULAN". */
#include "segment.h"
#include "line.h"

static bool capital(char c) { return c >= 'A' && c <= 'Z'; }

/* A short title, and running text below it. */
static bool title_and_text(const sia_layout *l, uint32_t i)
{
    if (i + 1 >= l->lines.n || !sia_layout_short(l, i) || !sia_layout_prose(l, i + 1)) return false;
    sia_shape s = sia_shape_of(sia_layout_str(l, i));
    return sia_shape_titled(s) && !s.stopped && s.words <= 12;
}

static bool stands_alone(const sia_outline *o, uint32_t i, uint32_t lines, bool caps)
{
    const sia_layout *l = &o->lay;
    uint32_t next = i + lines;
    if (next >= l->lines.n) return false;                               /* it heads nothing */
    sia_str t = sia_layout_str(l, next);
    bool numbered = sia_number_read(t).style != SIA_BY_NOTHING;
    bool text = sia_layout_prose(l, next) || sia_layout_closed(l, next);
    bool below = sia_layout_gap(l, next) || sia_line_starts_upper(t) || numbered;
    bool top = sia_layout_gap(l, i) || i == o->body || l->lines.v[i].flags & SIA_AT_PAGE_TOP;
    if (caps) return (top || sia_layout_apart(l, i)) && below;
    bool long_enough = t.n > 40 && next + 1 < l->lines.n && !sia_layout_gap(l, next + 1);
    return top && below && (text || numbered || long_enough || title_and_text(l, next));
}

/* "LAMPIRAN 2", "Lampiran I: Pedoman": what may follow the word. */
static bool appendix_fits(sia_str title, sia_shape s)
{
    if (sia_shape_caps(s)) return true;
    size_t i = 0;
    while (i < title.n && title.p[i] != ' ') i++;
    return i == title.n || (sia_shape_titled(s) && s.words <= 12);
}

bool sia_known_title_at(sia_outline *o, uint32_t i, sia_heading *h)
{
    const sia_layout *l = &o->lay;
    sia_str t = sia_layout_str(l, i);
    if (t.n > 100 || t.n < 4 || !capital(t.p[0]) || l->lines.v[i].flags & SIA_AT_COLUMNS) return false;
    if (t.p[1] >= 'a' && t.p[1] <= 'z' && t.n > 60) return false;      /* known titles are short */
    sia_shape s = sia_shape_of(t);
    bool caps = sia_shape_caps(s), two = caps && sia_title_open(t) && i + 1 < l->lines.n && l->lines.v[i + 1].gap <= 1
                && sia_shape_caps(sia_shape_of(sia_layout_str(l, i + 1)));
    if (s.stopped || s.words > 12 || (o->contents && sia_layout_entry(l, i))) return false;
    bool between = sia_layout_gap(l, i) && sia_layout_gap(l, i + 1);
    if (!caps && (t.p[t.n - 1] == ':' || (!sia_shape_titled(s) && !between))) return false;
    *h = (sia_heading){ .first = i, .lines = two ? 2 : 1 };
    if (!stands_alone(o, i, h->lines, caps)) return false;
    sia_heading_title(o, h, 0);
    if (!h->sense.alone || (h->sense.part == SIA_PART_LAMPIRAN && !appendix_fits(h->title, s))) return false;
    uint8_t part = sia_outline_part(o);
    bool outer = h->sense.front || h->sense.part == SIA_PART_PUSTAKA || h->sense.part == SIA_PART_LAMPIRAN;
    if ((part == SIA_PART_PUSTAKA || part == SIA_PART_LAMPIRAN) && !outer) return false;
    if (!o->contents || sia_title_is_contents(&h->key)) return true;
    return h->sense.part != SIA_PART_PUSTAKA && h->sense.part != SIA_PART_LAMPIRAN
        && sia_prose_follows(l, i + h->lines, 14);
}
