/* A column's lines, cut where a paragraph begins: after a gap, at an indent, where the letters change, after a short line
 * that ends a sentence. Where that is not sure the core's own rules see the lines as they are. */
#include "sheets.h"
#include <math.h>

#define GAP      1.4f           /* of the lines' pitch   */
#define INDENT   0.8f           /* of the letters' size  */
#define SHORT    0.8f           /* of the column's width */
#define SIZE     1.08f
enum { LONG = 25 };             /* letters               */

static bool flush(const block *c, const sheet_line *l) { return fabsf(l->x0 - c->left) < 0.4f * l->size; }
static bool indented(const sheet_line *l, const sheet_line *than) { return l->x0 - than->x0 > INDENT * l->size; }
static bool is_short(const block *c, const sheet_line *l) { return l->x1 - c->left < SHORT * (c->right - c->left); }

/* Lines of the text's own letters that begin below each other. */
static bool runs_on(const sheets *s, const sheet_line *a, const sheet_line *b)
{
    return fabsf(a->x0 - b->x0) < 1 && a->letters >= LONG && b->letters >= LONG && fabsf(a->size - s->body) < 0.6f && !a->beside && !b->beside;
}

block column_of(const sheets *s, uint32_t from, uint32_t to)
{
    block c = { .from = from, .to = to };
    uint32_t best = 0, indents = 0;
    bool any = false;
    for (uint32_t i = from; i < to; i++) {
        const sheet_line *l = &s->lines[i];
        uint32_t same = 0;
        if (l->beside) { if (l->x1 > c.right) c.right = l->x1; continue; }
        for (uint32_t k = from; k < to && k < from + 200; k++) same += !s->lines[k].beside && fabsf(s->lines[k].x0 - l->x0) < 2;
        c.running = c.running || (i > from && runs_on(s, l - 1, l));
        if (same > best) { best = same; c.left = l->x0; }
        if (i > from + 1 && !l[-1].beside && !l[-2].beside && indented(l - 1, l - 2) && indented(l - 1, l)) indents++;
        if (!any || l->x1 > c.right) c.right = l->x1;
        any = true;
    }
    c.indents = indents >= 2;
    return c;
}

static bool begins_small(const sheets *s, const sheet_line *l)
{
    const char c = l->n ? *line_text(s, l) : 0;
    return c >= 'a' && c <= 'z';
}

/* A gap that is more than the lines of this block have between them, or than lines of this size have. */
static bool after_gap(const sheets *s, const sheet_line *last, const sheet_line *l, float inner)
{
    const float size = fmaxf(last->size, l->size), usual = inner > 0 ? inner : s->pitch * size / fmaxf(s->body, 1);
    return l->base - last->base > GAP * usual;
}

static bool changes(const sheet_line *last, const sheet_line *l)
{
    return last->bold != l->bold || l->size > last->size * SIZE || last->size > l->size * SIZE || last->turned != l->turned;
}

/* Indented, where the line before was not: a paragraph's first line, unless it hangs below an item's number. */
static bool opens_by_indent(const sheets *s, const block *c, const sheet_line *last, const sheet_line *l, const sheet_line *next)
{
    return flush(c, last) && indented(l, last) && !begins_small(s, l) && !item_mark(line_text(s, last), last->n)
        && ((next && indented(l, next)) || is_short(c, last));
}

/* Back at the margin after two lines or more that were not. */
static bool comes_back(const block *c, const sheet_line *before, const sheet_line *last, const sheet_line *l)
{
    return before && flush(c, l) && indented(last, l) && indented(before, l);
}

/* A row of cells next to another one. A single row with wide gaps is a line that was spread to fill the column. */
static bool of_table(const sheets *s, const block *c, uint32_t row)
{
    const uint32_t end = row_end(s, row, c->to);
    return end - row > 1 && ((end < c->to && row_end(s, end, c->to) - end > 1) || (row > c->from && s->lines[row - 1].beside));
}

block next_block(const sheets *s, const block *column, uint32_t from)
{
    block b = { .from = from, .left = column->left, .right = column->right, .running = column->running };
    const sheet_line *v = s->lines, *before = NULL, *last = &v[from];
    float inner = 0;
    uint32_t i = row_end(s, from, column->to), last_row = from;
    for (uint32_t next; i < column->to; i = next) {
        next = row_end(s, i, column->to);
        const sheet_line *l = &v[i];
        if (of_table(s, column, i) != of_table(s, column, last_row)) break;
        if (changes(last, l) || after_gap(s, last, l, inner) || opens_by_indent(s, column, last, l, next < column->to ? &v[next] : NULL)
            || comes_back(column, before, last, l) || begins_caption(s, l)) break;
        const bool may = (is_short(column, last) && !column->indents) || item_mark(line_text(s, l), l->n);
        if (may && ends_sentence(s, last) && !begins_small(s, l)) break;
        inner = inner > 0 ? fminf(inner, l->base - last->base) : l->base - last->base;
        before = last;
        last = l;
        last_row = i;
    }
    b.to = i;
    b.last = i == column->to;
    b.goes_on = from == column->from && begins_small(s, &v[from]);
    const sheet_line *l = &v[from], *second = from + 1 < b.to ? &v[from + 1] : NULL;
    b.starts = !begins_small(s, l) && (from > column->from || (second && indented(l, second)) || l->size > SIZE * s->body);
    return b;
}
