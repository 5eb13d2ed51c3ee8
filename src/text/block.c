/* Blocks: paragraphs, items, notes, captions, tables and titles between one heading and the next. */
#include "segment.h"
#include "line.h"

enum { GO_ON = SIA_BLOCK_COUNT };

typedef struct { sia_str number; uint8_t depth; bool alone; } label;       /* alone: its words stand on the next line */

typedef struct {
    sia_outline *o;
    uint32_t from;                      /* where the block at hand begins                        */
    uint8_t  kind;
    label    own, next;                 /* of the block at hand; of the one that may begin       */
    uint32_t note;                      /* the last footnote's number, while notes follow each other */
    uint16_t last[SIA_STYLES];          /* where each series of items stands                     */
    uint8_t  nest[SIA_STYLES], n_nest;  /* the series that are open, outermost first             */
    bool     left;                      /* a paragraph has followed the last item                */
} builder;

static bool capital(char c) { return c >= 'A' && c <= 'Z'; }
static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool small(char c) { return c >= 'a' && c <= 'z'; }

static uint8_t part_now(const builder *b) { return sia_outline_part(b->o); }

/* ---- items ----------------------------------------------------------------------------------- */

/* A new list closes those that custom nests in it. Behind a paragraph it stands for itself, unless the paragraph leads to
 * it ("sebagai berikut:"): then it may belong to the item before. */
static void leave_lists(builder *b, uint32_t i, uint8_t style)
{
    sia_str before = sia_layout_str(&b->o->lay, i ? i - 1 : 0);
    bool apart = b->left && before.p[before.n - 1] != ':';
    while (b->n_nest && (apart || b->nest[b->n_nest - 1] >= style)) b->last[b->nest[--b->n_nest]] = 0;
}

/* Closes the series inside this one, or opens it. */
static void enter_series(builder *b, uint8_t style)
{
    uint32_t k = 0;
    while (k < b->n_nest && b->nest[k] != style) k++;
    for (uint32_t inner = k + 1; inner < b->n_nest; inner++) b->last[b->nest[inner]] = 0;
    b->nest[k] = style;
    b->n_nest = (uint8_t)(k + 1);
    b->next.depth = b->n_nest;
}

/* An item begins a list, goes on with one, or stands apart; a number in mid-sentence does none of these. */
static bool item_fits(const builder *b, uint32_t i, const sia_number *n)
{
    const sia_layout *l = &b->o->lay;
    bool gap = sia_layout_gap(l, i) || i == b->o->body, apart = gap || sia_layout_apart(l, i);
    uint32_t v = n->at[0], last = b->last[n->style];
    if (n->style == SIA_BY_DECIMAL || n->style == SIA_BY_NOTHING) return false;
    if (n->style == SIA_BY_BULLET || n->style == SIA_BY_LOST) return apart || (b->kind == SIA_BLOCK_ITEM && last);
    if (v == 0) return false;
    bool capitals = n->style == SIA_BY_CAPITAL || n->style == SIA_BY_ROMAN;
    if (capitals && !gap && sia_line_ends_open(sia_layout_str(l, i - 1))) return false;      /* "oleh\nB. Setiawan" */
    if (last && v == last + 1) return apart || b->n_nest;
    if (part_now(b) == SIA_PART_PUSTAKA && capitals) return false;
    /* "A. Rahman" */
    if (v == 1 && capitals && i > b->o->body) return sia_layout_str(l, i - 1).p[l->lines.v[i - 1].len - 1] == ':';
    if (v == 1) return apart || sia_line_ends_open(sia_layout_str(l, i - 1));
    if (last) return gap && v > last && v <= last + 4;
    return gap && !capitals && v <= 50;
}

/* "1." above its words. Numbers one below the other are the column of a table. */
static sia_number number_above(const builder *b, uint32_t i)
{
    const sia_layout *l = &b->o->lay;
    if (i + 1 >= l->lines.n || l->lines.v[i + 1].gap > 1) return (sia_number){ 0 };
    sia_str t = sia_layout_str(l, i), next = sia_layout_str(l, i + 1);
    bool words = sia_line_has_letter(next) && !digit(next.p[0]) && sia_number_alone(next).style == SIA_BY_NOTHING;
    return words && !digit(t.p[t.n - 1]) ? sia_number_alone(t) : (sia_number){ 0 };
}

static bool opens_item(builder *b, uint32_t i)
{
    sia_number n = sia_number_read(sia_layout_str(&b->o->lay, i));
    bool alone = n.style == SIA_BY_NOTHING;
    if (alone) n = number_above(b, i);
    if (n.style == SIA_BY_NOTHING) return false;
    sia_number_settle(&n, b->last[n.style], b->last[n.style == SIA_BY_CAPITAL ? SIA_BY_ROMAN : n.style]);
    /* "l." */
    if (n.style == SIA_BY_LETTER && n.at[0] == 12 && b->last[SIA_BY_LETTER] != 11) n.style = SIA_BY_NUMBER, n.at[0] = 1;
    if (!item_fits(b, i, &n)) return false;
    if (n.at[0] == 1) leave_lists(b, i, n.style);
    uint8_t series = n.style == SIA_BY_LOST && b->n_nest ? b->nest[b->n_nest - 1] : n.style;
    enter_series(b, series);
    b->last[series] = n.style >= SIA_BY_BULLET ? (uint16_t)(b->last[series] + 1) : n.at[0];
    b->next.number = sia_item_number(b->o->d->arena, &n);
    b->next.alone = alone;
    return true;
}

/* ---- captions, titles, tables --------------------------------------------------------------------- */

/* "Tabel 4.1 Perolehan Suara", not "Tabel 4.1 menunjukkan ...". */
static bool opens_caption(builder *b, uint32_t i)
{
    const sia_layout *l = &b->o->lay;
    sia_str t = sia_layout_str(l, i);
    if (!sia_line_caption(t) || !(sia_layout_apart(l, i) || b->kind == SIA_BLOCK_TABLE)) return false;
    if (t.p[0] == 'S' || t.p[0] == 's') return true;                  /* "Sumber: ..." */
    size_t words;
    const sia_str number = sia_caption_number(t, &words);
    if (words < t.n && !sia_line_starts_upper((sia_str){ t.p + words, t.n - words })) return false;
    b->next.number = number;
    return true;
}

static bool is_title(const builder *b, uint32_t i)
{
    sia_str t = sia_layout_str(&b->o->lay, i);
    if (t.p[0] == '(') return b->kind == SIA_BLOCK_TITLE && t.n < 150;
    if (!capital(t.p[0]) && t.p[0] != '"' && (unsigned char)t.p[0] != 0xE2) return false;
    if (sia_words_caps(t)) return sia_shape_of(t).words >= 2;
    if (part_now(b) != SIA_PART_FRONT) return false;
    sia_shape h = sia_shape_of(t);
    return sia_shape_titled(h) && !h.stopped && h.words <= 14 && sia_layout_short(&b->o->lay, i);
}

/* Below a caption, or in a table, cells may have no wider gaps than words have. */
static bool close_cells(const builder *b, uint32_t i)
{
    bool table = b->kind == SIA_BLOCK_TABLE;
    if ((!table && b->kind != SIA_BLOCK_CAPTION) || sia_layout_gap(&b->o->lay, i)) return false;
    return sia_line_figures(sia_layout_str(&b->o->lay, i)) >= (table ? 1 : 2);
}

/* One row of cells could be chance; two, or one below a caption, are a table. */
static bool is_row(const builder *b, uint32_t i)
{
    const sia_layout *l = &b->o->lay;
    uint8_t flags = l->lines.v[i].flags;
    if (b->o->contents || flags & SIA_AT_LEADERS) return true;
    if (!(flags & SIA_AT_COLUMNS)) return close_cells(b, i);
    bool before = i > 0 && l->lines.v[i - 1].flags & SIA_AT_COLUMNS;
    bool after = i + 1 < l->lines.n && l->lines.v[i + 1].flags & SIA_AT_COLUMNS;
    return before || after || b->kind == SIA_BLOCK_TABLE || b->kind == SIA_BLOCK_CAPTION;
}

/* ---- where blocks begin ---------------------------------------------------------------------------- */

/* Without blank lines between them paragraphs are told by a sentence that ends short of the margin, or by an indent. */
static bool new_paragraph(const sia_layout *l, uint32_t i)
{
    sia_str before = sia_layout_str(l, i - 1), t = sia_layout_str(l, i);
    if (sia_line_starts_lower(t) || !(sia_line_ends_stop(before) || sia_line_ends_source(before))) return false;
    bool unwrapped = before.n * 10 > l->width * 13u, indented = l->lines.v[i].indent >= l->lines.v[i - 1].indent + 3;
    return unwrapped || indented || sia_layout_short(l, i - 1);
}

/* Running text below an item that ended well before the margin: with a sentence, or (a title, a name) without one. */
static bool leaves_item(const sia_layout *l, uint32_t i)
{
    sia_str before = sia_layout_str(l, i - 1), t = sia_layout_str(l, i);
    if (before.n * 2 >= l->width) return false;
    if (new_paragraph(l, i)) return true;
    return sia_line_starts_upper(t) && sia_layout_prose(l, i) && !sia_line_ends_open(before);
}

/* A paragraph that is a note although its number was lost or set aside. */
static bool stray_note(const builder *b, uint32_t i)
{
    const sia_layout *l = &b->o->lay;
    uint32_t j = i;
    if (part_now(b) == SIA_PART_PUSTAKA || i == b->o->body) return false;
    while (j + 1 < l->lines.n && j < i + 4 && !sia_layout_gap(l, j + 1)) j++;
    sia_str all = sia_cut(l->s, sia_lines_span(l, i, j)), end = all;
    if (all.n > 300 || j == i + 4 || !sia_line_starts_upper(all)) return false;
    if (end.n > 30) end.p += end.n - 30, end.n = 30;
    bool page_last = sia_note_like(end) && digit(all.p[all.n - 1 - (all.p[all.n - 1] == '.')]);
    bool city_year = b->kind == SIA_BLOCK_FOOTNOTE && sia_note_like(all);
    return (page_last || city_year) && sia_note_like(all);
}

static bool opens_note(builder *b, uint32_t i)
{
    uint32_t body, n = sia_note_at(b->o, i, b->note, &body);
    if (!n || part_now(b) == SIA_PART_PUSTAKA) return false;
    b->note = n;
    b->next.alone = body == b->o->lay.lines.v[i].len;
    b->next.number = sia_digits_text(b->o->d->arena, n);
    return true;
}

/* What begins with line i where nothing special does. */
static uint8_t plain(builder *b, uint32_t i, bool gap)
{
    const sia_layout *l = &b->o->lay;
    bool top = l->lines.v[i].flags & SIA_AT_PAGE_TOP;
    if (b->own.alone && i == b->from + 1) return GO_ON;
    if (gap) return is_title(b, i) ? SIA_BLOCK_TITLE : stray_note(b, i) ? SIA_BLOCK_FOOTNOTE : SIA_BLOCK_PARAGRAPH;
    switch (b->kind) {
    case SIA_BLOCK_TABLE: return SIA_BLOCK_PARAGRAPH;
    case SIA_BLOCK_TITLE: return is_title(b, i) ? GO_ON : SIA_BLOCK_PARAGRAPH;
    case SIA_BLOCK_FOOTNOTE: return top ? SIA_BLOCK_PARAGRAPH : GO_ON;
    case SIA_BLOCK_CAPTION: return sia_shape_titled(sia_shape_of(sia_layout_str(l, i))) ? GO_ON : SIA_BLOCK_PARAGRAPH;
    case SIA_BLOCK_PARAGRAPH: return new_paragraph(l, i) ? SIA_BLOCK_PARAGRAPH : GO_ON;
    case SIA_BLOCK_ITEM: return leaves_item(l, i) ? SIA_BLOCK_PARAGRAPH : GO_ON;
    default: return GO_ON;
    }
}

/* A line of a paragraph that begins in small letters right below another: most are. No number and no cell begins so. */
static inline bool runs_on(const builder *b, uint32_t i)
{
    const sia_at_line *line = &b->o->lay.lines.v[i];
    if (b->kind != SIA_BLOCK_PARAGRAPH || line->gap || line->flags || line->len < 2 || i == b->o->body) return false;
    const char *p = b->o->lay.s.p + line->off;
    return small(p[0]) && p[1] >= 'a' && p[1] <= 'x' && !b->o->contents;
}

static uint8_t begins(builder *b, uint32_t i)
{
    const sia_layout *l = &b->o->lay;
    const sia_mark *m = sia_layout_mark(l, i);
    sia_str t = sia_layout_str(l, i);
    bool inside = m && i != b->o->body && !sia_layout_begins(l, i);
    if (inside && !(m->perhaps && l->mark[i] != l->mark[i - 1])) return GO_ON;      /* nothing begins inside a part */
    if (m && m->kind != SIA_MARK_PARAGRAPH) return sia_marked_block(b->o->d->arena, m, t, &b->next.number, &b->next.depth);
    bool gap = sia_layout_gap(l, i) || i == b->o->body;
    char c = t.p[0], next = t.n > 1 ? t.p[1] : ' ';
    if (is_row(b, i)) return SIA_BLOCK_TABLE;
    if (small(c) && next >= 'a' && next <= 'x' && !gap) return plain(b, i, gap);
    if ((digit(c) && opens_note(b, i)) || sia_small_note(b->o, i)) return SIA_BLOCK_FOOTNOTE;
    bool word = (capital(c) || small(c)) && (small(next) || capital(next));
    if ((!word || strchr("ivIV", next)) && opens_item(b, i)) return SIA_BLOCK_ITEM;         /* "ii." is no word */
    if ((c == 'K' || c == 'k') && sia_line_keywords(t)) return SIA_BLOCK_KEYWORDS;
    if (capital(c) && strchr("BDFGPST", c) && opens_caption(b, i)) return SIA_BLOCK_CAPTION;
    return plain(b, i, gap);
}

static void flush(builder *b, uint32_t to)
{
    if (b->kind == GO_ON || to <= b->from) return;
    sia_block block = { .span = sia_lines_span(&b->o->lay, b->from, to - 1), .kind = b->kind, .number = b->own.number };
    block.section = b->o->open[b->o->n_open - 1].section;
    block.depth = b->own.depth;
    sia_push(b->o->d->arena, &b->o->d->blocks, block);
}

void sia_blocks_of(sia_outline *o, uint32_t to)
{
    builder b = { .o = o, .from = o->body, .kind = GO_ON };
    for (uint32_t k = 1; k < o->n_open; k++)                          /* items may go on where headings left off */
        if (o->open[k].number.style > SIA_BY_DECIMAL) b.last[o->open[k].number.style] = o->open[k].number.at[0];
    for (uint32_t i = o->body; i < to; i++) {
        if (runs_on(&b, i)) continue;
        b.next = (label){ .number = SIA_STR("") };
        uint8_t kind = begins(&b, i);
        if (kind == GO_ON && b.kind != GO_ON) continue;
        flush(&b, i);
        b.own = b.next;
        b.kind = kind == GO_ON ? SIA_BLOCK_PARAGRAPH : kind;
        b.from = i;
        if (b.kind != SIA_BLOCK_FOOTNOTE) b.note = 0;
        b.left = b.kind == SIA_BLOCK_PARAGRAPH || (b.left && b.kind != SIA_BLOCK_ITEM);
    }
    flush(&b, to);
}
