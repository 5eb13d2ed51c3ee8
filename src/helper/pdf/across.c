/* Columns that a printer driver drew row by row: the left one first, then the right one. Most files draw a column at a time
 * and need none of this. Tables stay as they are: what tells columns of prose from cells is that their lines go on in the
 * middle of sentences, so that most begin with a small letter. */
#include "sheets.h"
#include <stdlib.h>
#include <string.h>

enum { ROWS_LEAST = 8, LETTERS_LEAST = 12 };

typedef struct { float left, right; } gutter;

static bool begins_small(const sheets *s, const sheet_line *l)
{
    const char c = *line_text(s, l);
    return l->n && c >= 'a' && c <= 'z';
}

/* Rows of two lines that leave one band free. */
static bool find_gutter(const sheets *s, const sheet *page, gutter *g)
{
    uint32_t rows = 0, small[2] = { 0 };
    *g = (gutter){ 0, page->width };
    for (uint32_t i = page->first, end; i < page->end; i = end) {
        end = row_end(s, i, page->end);
        const sheet_line *l = &s->lines[i];
        if (end - i != 2 || l[0].letters < LETTERS_LEAST || l[1].letters < LETTERS_LEAST) continue;
        rows++;
        for (int k = 0; k < 2; k++) small[k] += begins_small(s, &l[k]);
        if (l[0].x1 > g->left) g->left = l[0].x1;
        if (l[1].x0 < g->right) g->right = l[1].x0;
    }
    return rows >= ROWS_LEAST && g->left < g->right && small[0] * 10 >= rows * 4 && small[1] * 10 >= rows * 4;
}

typedef struct { sheet_line *v; uint32_t n; } pile;

static void put(pile *p, sheet_line l)
{
    l.beside = false;
    p->v[p->n++] = l;
}

static void move(pile *to, pile *from)
{
    if (from->n) memcpy(to->v + to->n, from->v, from->n * sizeof *from->v);
    to->n += from->n;
    from->n = 0;
}

void sheets_columns(sheets *s, sheet *page)
{
    gutter g;
    const uint32_t n = page->end - page->first;
    if (n < 2 * ROWS_LEAST || !find_gutter(s, page, &g)) return;
    pile sorted = { must_alloc(NULL, n * sizeof(sheet_line)), 0 }, left = { must_alloc(NULL, n * sizeof(sheet_line)), 0 };
    pile right = { must_alloc(NULL, n * sizeof(sheet_line)), 0 };
    for (uint32_t i = page->first; i < page->end; i++) {
        const sheet_line *l = &s->lines[i];
        if (l->x1 < g.right) put(&left, *l);
        else if (l->x0 > g.left) put(&right, *l);
        else {                                               /* goes across: what is above it comes first */
            move(&sorted, &left);
            move(&sorted, &right);
            put(&sorted, *l);
        }
    }
    move(&sorted, &left);
    move(&sorted, &right);
    memcpy(s->lines + page->first, sorted.v, n * sizeof(sheet_line));
    free(sorted.v); free(left.v); free(right.v);
}
