/* Sections: levels and parts of the headings found. */
#include "segment.h"

static sia_section *section(const sia_outline *o, uint32_t i) { return &o->d->sections.v[i]; }
static sia_open *top(sia_outline *o) { return &o->open[o->n_open - 1]; }

/* ---- level -------------------------------------------------------------------------------- */

static uint32_t open_of_style(const sia_outline *o, uint8_t style)
{
    for (uint32_t k = o->n_open; k-- > 1; )
        if (o->open[k].number.style == style) return k;
    return 0;
}

static bool outer_part(uint8_t part)
{
    return part == SIA_PART_FRONT || part == SIA_PART_ABSTRAK || part == SIA_PART_PUSTAKA || part == SIA_PART_LAMPIRAN;
}

/* "V. SIMPULAN", "A. PENDAHULUAN", "1. PENDAHULUAN" number chapters where no BAB does. */
static bool heads_chapter(const sia_outline *o, const sia_heading *h)
{
    if (o->chapters || o->chapter || h->number.style < SIA_BY_ROMAN || h->number.style > SIA_BY_NUMBER) return false;
    return h->sense.chapter || (h->number.style == SIA_BY_ROMAN && sia_shape_caps(sia_shape_of(h->title)));
}

/* "LAMPIRAN", "LAMPIRAN-LAMPIRAN": one word, under which the appendices stand. */
static bool one_word(sia_str title) { return !memchr(title.p, ' ', title.n); }

/* A title of no known sense and without a number, told by its letters alone: below what has a number. */
static uint8_t level_by_letters(const sia_outline *o)
{
    for (uint32_t k = o->n_open; k-- > 1; )
        if (o->open[k].number.style != SIA_BY_NOTHING) return (uint8_t)(o->open[k].level + 1);
    return 2;
}

static uint8_t level_of_known(const sia_outline *o, const sia_heading *h)
{
    bool chapter_open = o->n_open > 1 && o->open[1].level == 1;
    uint8_t outer = chapter_open ? section(o, o->open[1].section)->part : SIA_PART_NONE;
    if (outer_part(h->sense.part)) {
        bool named = memcmp(h->key.key, "lampiran", 8) == 0;
        bool below = outer == SIA_PART_LAMPIRAN && h->sense.part == outer;
        return below && (!named || (one_word(section(o, o->open[1].section)->title) && !one_word(h->title))) ? 2 : 1;
    }
    if (!h->sense.alone) return level_by_letters(o);
    if (chapter_open && o->open[1].number.style != SIA_BY_NOTHING) return 2;
    return h->sense.chapter ? 1 : 2;
}

/* Below the last open section, once those that by custom nest in this style are closed. */
static uint8_t level_by_nesting(const sia_outline *o, const sia_heading *h)
{
    uint32_t k = o->n_open - 1;
    if (h->number.at[0] != 1)
        while (k > 0 && o->open[k].number.style > h->number.style && o->open[k].number.style > SIA_BY_DECIMAL) k--;
    if (h->number.style <= SIA_BY_CAPITAL && outer_part(section(o, o->open[k].section)->part)) return 2;
    uint8_t level = (uint8_t)(o->open[k].level + 1);
    return level < 2 ? 2 : level;
}

static uint8_t level_of(const sia_outline *o, const sia_heading *h)
{
    uint8_t style = h->number.style;
    if (style == SIA_BY_CHAPTER) return 1;
    if (h->level) return h->level;
    if (style == SIA_BY_NOTHING) return level_of_known(o, h);
    uint32_t same = open_of_style(o, style), base = style == SIA_BY_DECIMAL ? sia_outline_base(o, &h->number) : 0;
    if (base) return (uint8_t)(o->open[base].level + h->number.depth - 1);
    if (style == SIA_BY_DECIMAL) return (uint8_t)(h->number.depth + h->number.lettered);
    if (same) return o->open[same].level;
    if (o->seen[style].level && h->number.at[0] == o->seen[style].at + 1) return o->seen[style].level;
    return heads_chapter(o, h) ? 1 : level_by_nesting(o, h);
}

/* ---- part ---------------------------------------------------------------------------------- */

/* Where neither title nor chapter says it, the chapter's number may: introductions come first, and what has a theme of
 * its own from the third chapter on is findings. Of the second nothing is sure. */
static uint8_t part_by_number(const sia_heading *h)
{
    uint8_t style = h->number.style;
    bool numbered = style == SIA_BY_CHAPTER || style == SIA_BY_ROMAN
        || (style == SIA_BY_DECIMAL && !h->number.lettered);
    if (!numbered) return SIA_PART_NONE;
    if (h->number.at[0] == 1) return style == SIA_BY_DECIMAL ? SIA_PART_NONE : SIA_PART_PENDAHULUAN;
    return h->number.at[0] >= 3 && h->key.n >= 4 ? SIA_PART_HASIL : SIA_PART_NONE;
}

static uint8_t part_of(const sia_outline *o, const sia_heading *h, uint32_t parent, uint8_t level)
{
    uint8_t above = parent ? section(o, parent)->part : SIA_PART_NONE, own = h->sense.part;
    if (h->sense.front && h->number.style != SIA_BY_NOTHING) own = SIA_PART_NONE;
    if (above == SIA_PART_FRONT || above == SIA_PART_PUSTAKA || above == SIA_PART_LAMPIRAN) return above;
    if (own && h->sense.strong) return own;
    if (own && above == SIA_PART_NONE) return own;
    if (own == SIA_PART_SARAN && above == SIA_PART_KESIMPULAN) return own;
    bool first = parent && section(o, parent)->level == 1 && above == SIA_PART_PENDAHULUAN;
    if (first && (own == SIA_PART_TEORI || own == SIA_PART_METODE)) return own;
    if (above) return above;
    return level == 1 || parent == 0 ? part_by_number(h) : SIA_PART_NONE;
}

/* What stands before the first heading is a title page if it is short lines and titles only. */
static void judge_opening(sia_outline *o)
{
    uint32_t titles = 0;
    for (uint32_t i = 0; i < o->d->blocks.n; i++) {
        const sia_block *b = &o->d->blocks.v[i];
        char c = o->lay.s.p[b->span.off];
        titles += b->kind == SIA_BLOCK_TITLE;
        if (b->kind == SIA_BLOCK_PARAGRAPH && (b->span.len > 120 || (c >= 'a' && c <= 'z'))) return;
    }
    if (!titles) return;
    section(o, 0)->part = SIA_PART_FRONT;
    for (uint32_t i = 0; i < o->d->blocks.n; i++)
        if (o->d->blocks.v[i].kind == SIA_BLOCK_PARAGRAPH) o->d->blocks.v[i].kind = SIA_BLOCK_TITLE;
}

/* ---- opening and closing ------------------------------------------------------------------------- */

void sia_outline_close(sia_outline *o, uint32_t level, uint32_t line)
{
    while (o->n_open > 1 && top(o)->level >= level) {
        sia_section *s = section(o, top(o)->section);
        const sia_at_line *last = &o->lay.lines.v[line - 1];
        s->span.len = last->off + last->len - s->span.off;
        o->n_open--;
    }
}

/* What the heading changes for those to come. */
static void remember(sia_outline *o, const sia_heading *h, uint8_t level)
{
    bool decimal = h->number.style == SIA_BY_DECIMAL;
    if (level == 1) {
        o->chapter = h->number.style == SIA_BY_NOTHING ? 0 : h->number.at[0];
        o->decimals = 0;
        memset(o->seen, 0, sizeof o->seen);
    }
    if (decimal && level == h->number.depth) o->decimals = h->number.at[0];
    o->seen[h->number.style].level = level;
    o->seen[h->number.style].at = h->number.at[0];
    o->chapters |= h->number.style == SIA_BY_CHAPTER;
    o->contents = level == 1 && sia_title_is_contents(&h->key);
    o->lists = sia_title_lists_chapters(&h->key);
    o->listed = 0;
    o->body = h->first + h->lines;
}

/* A decimal that belongs to another chapter than the open one ends it: that chapter's own heading was lost. */
static bool leaves_chapter(const sia_outline *o, const sia_heading *h)
{
    if (h->number.style != SIA_BY_DECIMAL || h->number.lettered || o->n_open < 2 || o->open[1].level != 1) return false;
    if (outer_part(section(o, o->open[1].section)->part)) return true;
    return o->chapter && h->number.at[0] == o->chapter + 1 && o->decimals == o->chapter;
}

void sia_outline_open(sia_outline *o, const sia_heading *h)
{
    sia_doc *d = o->d;
    if (d->sections.n == 1) judge_opening(o);
    if (leaves_chapter(o, h)) sia_outline_close(o, 1, h->first), o->chapter = 0;
    uint8_t level = level_of(o, h);
    sia_outline_close(o, level, h->first);
    if (level == 2 && o->n_open == 1) o->chapter = 0;
    if (o->n_open == SIA_OPEN_MAX) sia_outline_close(o, top(o)->level, h->first);
    uint32_t parent = top(o)->section, index = d->sections.n;
    sia_span head = sia_lines_span(&o->lay, h->first, h->first + h->lines - 1);
    sia_section s = { .span = head, .head = head, .title = h->title, .parent = parent, .level = level };
    s.number = sia_section_number(d->arena, h);
    s.chapter = level == 1 ? index : section(o, parent)->chapter;
    s.part = part_of(o, h, parent, level);
    s.name = sia_section_name(o, &s, h->number.style);
    sia_push(d->arena, &d->sections, s);
    sia_block block = { .span = head, .section = index, .kind = SIA_BLOCK_HEADING, .number = s.number };
    sia_push(d->arena, &d->blocks, block);
    if (!sia_arena_ok(d->arena)) return;
    o->open[o->n_open++] = (sia_open){ index, level, h->number };
    remember(o, h, level);
}
