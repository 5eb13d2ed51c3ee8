/* The table for a terminal: aligned columns. The first rows wait until their widths are known, the others follow. */
#include "pretty.h"

enum { WAITING_ROWS = 500, WAITING_BYTES = 1 << 20, LONGEST = 4096 };

typedef struct {
    sia_pretty_col *cols;
    SIA_VEC(char) bytes;                /* of the cells that wait */
    SIA_VEC(uint32_t) ends;             /* where each cell ends in bytes */
    uint32_t pad;                       /* blanks owed before the next cell of this line */
    bool flowing;                       /* widths are settled */
} pretty;

/* Heads, and what a row is about, as terminals of all colours show them. */
static const char bold[] = "\33[1m", marked[] = "\33[1;31m", plain[] = "\33[0m";

/* ---- lines ---------------------------------------------------------------------------------- */

/* Numbers and their titles are set flush right, but only titles may be shortened. */
static void line_cell(sia_table *t, uint32_t i, sia_str s, bool title)
{
    pretty *p = t->own;
    if (p->cols[i].hidden) return;
    const bool bright = t->o.colour && s.n && (title || (t->cols[i].flags & SIA_COL_MARK));
    bool number = t->cols[i].type != SIA_TEXT;
    unsigned flags = (t->cols[i].flags & (title ? SIA_COL_RIGHT : ~0u)) | (number ? SIA_COL_RIGHT : 0u);
    if (number && !title) flags |= SIA_COL_WHOLE;
    if (bright) sia_outz(t, title ? bold : marked);
    sia_pretty_cell(t, s, p->cols[i].width, flags, &p->pad);
    if (bright) sia_outz(t, plain);
    p->pad += SIA_PRETTY_GAP;
}

static void end_line(sia_table *t)
{
    ((pretty *)t->own)->pad = 0;
    sia_out1(t, '\n');
}

static void head(sia_table *t)
{
    const pretty *p = t->own;
    for (uint32_t i = 0; i < t->n; i++) line_cell(t, i, sia_col_head(t, i), true);
    end_line(t);
    for (uint32_t i = 0, first = 1; i < t->n; i++) {
        if (p->cols[i].hidden) continue;
        for (uint32_t k = first ? 2 : 0; k < 2; k++) sia_out1(t, ' ');
        for (uint32_t k = 0; k < p->cols[i].width; k++) sia_out1(t, '-');
        first = 0;
    }
    end_line(t);
}

/* ---- waiting --------------------------------------------------------------------------------- */

/* The k-th cell that waits; when all are empty no byte was ever kept, and there is no array to point into. */
static sia_str waiting(const pretty *p, uint32_t k)
{
    uint32_t from = k ? p->ends.v[k - 1] : 0, n = p->ends.v[k] - from;
    return n ? (sia_str){ p->bytes.v + from, n } : (sia_str){ "", 0 };
}

static void measure(sia_table *t, const pretty *p)
{
    for (uint32_t i = 0; i < t->n; i++)
        p->cols[i].want = t->o.header ? sia_pretty_width(sia_col_head(t, i)) : 0;
    for (uint32_t k = 0; k < p->ends.n; k++) {
        sia_pretty_col *c = &p->cols[k % t->n];
        uint32_t w = sia_pretty_width(waiting(p, k));
        if (w > c->data) c->data = w;
        if (w > c->want) c->want = w;
        if (k < t->n) c->same = w && p->ends.n > t->n;
        else c->same = c->same && sia_str_eq(waiting(p, k), waiting(p, k % t->n));
    }
    for (uint32_t i = 0; i < t->n; i++)
        if (!p->cols[i].want) p->cols[i].want = 1;
}

/* Settles the widths and lets go what has waited: `all` of the rows, or others follow. */
static void flow(sia_table *t, bool all)
{
    pretty *p = t->own;
    p->flowing = true;
    measure(t, p);
    for (uint32_t i = 0; !all && i < t->n; i++) p->cols[i].same = false;
    sia_pretty_fit(p->cols, t->cols, t->n, t->o.width ? t->o.width : UINT32_MAX);
    if (t->o.header) head(t);
    for (uint32_t k = 0; k < p->ends.n; k++) {
        line_cell(t, k % t->n, waiting(p, k), false);
        if (k % t->n == t->n - 1) end_line(t);
    }
}

/* As much of a cell as could ever be shown, so that waiting rows stay small. */
static sia_str worth_keeping(const sia_table *t, sia_str s)
{
    bool tail = (t->cols[t->at].flags & SIA_COL_TAIL) != 0;
    if (!t->o.width || s.n <= LONGEST) return s;
    size_t at = tail ? s.n - LONGEST : LONGEST;
    while (at < s.n && (s.p[at] & 0xC0) == 0x80) at++;
    return tail ? (sia_str){ s.p + at, s.n - at } : (sia_str){ s.p, at };
}

static void cell(sia_table *t, sia_str s)
{
    pretty *p = t->own;
    s = worth_keeping(t, s);
    if (p->flowing) {
        line_cell(t, t->at, s, false);
        return;
    }
    for (size_t i = 0; i < s.n; i++) sia_push(t->a, &p->bytes, s.p[i]);
    sia_push(t->a, &p->ends, p->bytes.n);
}

static void text(sia_table *t, sia_str s, bool untouched)
{
    (void)untouched;
    cell(t, s);
}

static void end_row(sia_table *t)
{
    pretty *p = t->own;
    if (p->flowing) end_line(t);
    else if (p->bytes.n > WAITING_BYTES || p->ends.n / t->n >= WAITING_ROWS) flow(t, false);
}

/* ---- life ------------------------------------------------------------------------------------ */

static bool start(sia_table *t)
{
    pretty *p = sia_new(t->a, pretty, 1);
    if (p) p->cols = sia_new(t->a, sia_pretty_col, t->n);
    t->own = p;
    return sia_arena_ok(t->a);
}

/* A last line names columns that found no room: those whose cells are `same`, with what they say, or the others. */
static void name_hidden(sia_table *t, sia_msg msg, bool same)
{
    enum { ROOM = 40 };
    const pretty *p = t->own;
    const char *word = sia_word(msg, t->o.lang), *slot = strstr(word, "%s");
    bool any = false;
    for (uint32_t i = 0; i < t->n; i++) {
        uint32_t pad = 1;
        if (!p->cols[i].hidden || p->cols[i].same != same) continue;
        sia_out(t, any ? ", " : word, any ? 2 : (size_t)(slot - word));
        sia_str s = sia_col_head(t, i);
        sia_out(t, s.p, s.n);
        if (same) sia_pretty_cell(t, waiting(p, i), ROOM, t->cols[i].flags & SIA_COL_TAIL, &pad);
        any = true;
    }
    if (any) { sia_outz(t, slot + 2); sia_out1(t, '\n'); }
}

static void finish(sia_table *t)
{
    const pretty *p = t->own;
    if (!p->flowing) flow(t, true);
    name_hidden(t, SIA_MSG_TABLE_SAME, true);
    name_hidden(t, SIA_MSG_TABLE_NARROW, false);
}

const sia_writer sia_pretty_writer = { start, text, cell, end_row, finish };
