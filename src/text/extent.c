/* Where a title ends: titles run over lines, with and without blank ones between. */
#include "segment.h"
#include "line.h"

static bool marked(sia_str t)
{
    sia_chapter_mark chapter;
    return sia_number_read(t).style != SIA_BY_NOTHING || sia_chapter_read(t, &chapter);
}

static sia_str from_byte(const sia_layout *l, uint32_t i, uint32_t from)
{
    sia_str t = sia_layout_str(l, i);
    return (sia_str){ t.p + from, t.n - from };
}

static bool may_begin(sia_str t)
{
    if (!t.n) return false;
    unsigned char c = (unsigned char)t.p[0];
    if (c >= '0' && c <= '9') return t.n > 1 && t.p[1] >= 'A' && t.p[1] <= 'Z';       /* "4P dalam Pemasaran" */
    return c >= 0x80 || (c >= 'A' && c <= 'Z') || (strchr("\"'(*", c) && t.n > 2);
}

/* After a blank line a title goes on only if it could not end ("HASIL DAN"). */
static bool goes_on_after_gap(const sia_layout *l, uint32_t j)
{
    if (l->lines.v[j].gap > 2 || !sia_title_open(sia_layout_str(l, j - 1))) return false;
    sia_shape next = sia_shape_of(sia_layout_str(l, j));
    return !next.stopped && next.words <= 12 && (sia_shape_titled(next) || sia_shape_caps(next));
}

/* How long the line before line j would be with the first word of j. */
static size_t with_next_word(const sia_layout *l, uint32_t j)
{
    sia_str t = sia_layout_str(l, j);
    size_t word = 0;
    while (word < t.n && t.p[word] != ' ' && t.p[word] != '\t') word++;
    return l->lines.v[j - 1].len + 1u + word;
}

bool sia_title_runs_over(const sia_layout *l, uint32_t j)
{
    return j < l->lines.n && with_next_word(l, j) > l->width && !marked(sia_layout_str(l, j));
}

/* A title that was broken before the margin, as centred ones are: its rest stands by itself, and is shorter than the line
 * before would have been with one word more; else that was ended on purpose. */
static bool broken_early(const sia_layout *l, uint32_t j, sia_shape next)
{
    sia_str t = sia_layout_str(l, j);
    if (!sia_layout_gap(l, j + 1) || t.n >= with_next_word(l, j) || memchr(t.p, ':', t.n)) return false;
    return sia_line_starts_upper(t) && sia_shape_titled(next) && !next.stopped && !next.inner_stop;
}

/* How a mixed-case title goes on in the next line: -1 it is no title at all, 0 it ended before, 1 it goes on. */
static int goes_on(const sia_layout *l, uint32_t j)
{
    sia_str t = sia_layout_str(l, j);
    bool full = !sia_layout_short(l, j - 1) || sia_title_open(sia_layout_str(l, j - 1));
    bool below = sia_layout_gap(l, j + 1), ends = below || sia_layout_short(l, j);
    if (!(full && ends) && !below && !sia_line_starts_lower(t)) return 0;
    sia_shape next = sia_shape_of(t);
    if (broken_early(l, j, next)) return 1;
    if (full && ends && sia_shape_titled(next) && !next.stopped && !next.inner_stop) return 1;
    if (!sia_line_starts_lower(t)) return 0;
    return below && !next.stopped && next.words <= 10 ? 1 : -1;
}

uint32_t sia_title_lines(const sia_layout *l, uint32_t i, uint32_t from)
{
    sia_str head = from_byte(l, i, from);
    if (!may_begin(head)) return 0;
    bool caps = sia_words_caps(head);
    uint32_t lines = 1;
    for (; lines < 5 && i + lines < l->lines.n; lines++) {
        uint32_t j = i + lines;
        sia_str t = sia_layout_str(l, j);
        if (l->lines.v[j].flags || marked(t)) break;
        if (sia_layout_gap(l, j)) {
            if (!goes_on_after_gap(l, j)) break;
        } else if (caps) {
            if (!sia_words_caps(t)) break;
        } else {
            int on = goes_on(l, j);
            if (on < 0) return 0;
            if (on == 0) break;
        }
    }
    return lines;
}

/* ---- the title of a chapter, below "BAB IV" or beside it ---------------------------------------- */

static sia_title_sense sense_of(sia_outline *o, sia_str words)
{
    sia_title_key k = sia_title_key_of(sia_title_tidy(o->d->arena, words));
    return sia_title_sense_of(&k);
}

/* The first line of a title that stands below its BAB. */
static bool chapter_title_begins(const sia_layout *l, uint32_t j, sia_shape h)
{
    if (l->lines.v[j].gap > 4 || h.stopped || h.inner_stop) return false;
    if (sia_shape_caps(h)) return true;
    return sia_shape_titled(h) && h.words <= 15 && (sia_layout_gap(l, j + 1) || sia_layout_short(l, j));
}

uint32_t sia_chapter_title_lines(sia_outline *o, uint32_t i, uint32_t from)
{
    const sia_layout *l = &o->lay;
    bool titled = from < l->lines.v[i].len;
    bool caps = titled && sia_shape_caps(sia_shape_of(from_byte(l, i, from)));
    uint32_t lines = 1, begin = l->lines.v[i].off + from;
    for (; lines < 8 && i + lines < l->lines.n; lines++) {
        uint32_t j = i + lines;
        sia_str t = sia_layout_str(l, j);
        if (l->lines.v[j].flags & SIA_AT_LEADERS || marked(t)) break;
        sia_shape next = sia_shape_of(t);
        if (!titled) {
            if (!chapter_title_begins(l, j, next)) break;
            titled = true, caps = sia_shape_caps(next), begin = l->lines.v[j].off;
            continue;
        }
        sia_span before = { begin, l->lines.v[j - 1].off + l->lines.v[j - 1].len - begin };
        if (sia_layout_gap(l, j)) {
            bool open = sia_title_open(sia_layout_str(l, j - 1));
            if (!open && (!caps || !sia_shape_caps(next) || l->lines.v[j].gap > 2)) break;
            if (!open && (sense_of(o, sia_cut(l->s, before)).alone || sense_of(o, t).alone)) break;
            if (open && !goes_on_after_gap(l, j)) break;
        } else if (caps ? !sia_shape_caps(next) : goes_on(l, j) <= 0) {
            break;
        }
    }
    return lines;
}
