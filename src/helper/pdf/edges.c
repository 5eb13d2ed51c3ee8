/* Running heads and feet: rows in the margin that recur at one height on three pages, all numbers being alike, and that
 * stand off the text. What stands nearer to the edge than such a row must be one, too. */
#include "edges.h"
#include <math.h>
#include <stdlib.h>

enum { DEPTH = 3, PAGES_LEAST = 3, ROWS_MOST = 12 };
#define MARGIN     0.14f        /* of the page's height */
#define SAME       3.0f         /* points               */
#define OFF        1.25f        /* of a line's pitch    */

typedef struct { uint32_t first, end; float base; } page_row;

static int by_base(const void *a, const void *b)
{
    const page_row *x = a, *y = b;
    return x->base < y->base ? -1 : x->base > y->base ? 1 : x->first < y->first ? -1 : 1;
}

/* The page's upright rows, from above. */
static size_t rows_of(const sheets *s, const sheet *page, page_row **rows, size_t *cap)
{
    size_t n = 0;
    for (uint32_t i = page->first, end; i < page->end; i = end) {
        end = row_end(s, i, page->end);
        if (s->lines[i].turned) continue;
        if (n == *cap) *rows = must_alloc(*rows, (*cap = *cap * 2 + 64) * sizeof **rows);
        (*rows)[n++] = (page_row){ i, end, s->lines[i].base };
    }
    if (n) qsort(*rows, n, sizeof **rows, by_base);
    return n;
}

static void add(const sheets *s, edge_rows *to, edge_row r)
{
    if (to->n == to->cap) to->v = must_alloc(to->v, (to->cap = to->cap * 2 + 256) * sizeof *to->v);
    folio_read(&r, row_text(s, r.first, r.end));
    to->v[to->n++] = r;
}

/* From one edge inwards: rows of the three outermost heights that lie in the margin. */
static void walk(const sheets *s, uint32_t page, const page_row *rows, size_t n, bool bottom, edge_rows *to)
{
    const float height = s->pages[page].height;
    const size_t from = to->n;
    uint8_t depth = 0;
    float last = 0;
    for (size_t k = 0; k < n; k++) {
        const page_row *r = &rows[bottom ? n - 1 - k : k];
        const float in = bottom ? height - r->base : r->base;
        if (depth && fabsf(r->base - last) > SAME) {
            const bool off = fabsf(r->base - last) > OFF * s->pitch;
            for (size_t i = to->n; i-- > from && to->v[i].depth == depth; ) to->v[i].off = off;
        }
        if (!depth || fabsf(r->base - last) > SAME) depth++;
        last = r->base;
        if (depth > DEPTH || in > MARGIN * height || k >= ROWS_MOST) return;
        add(s, to, (edge_row){ .page = page, .first = r->first, .end = r->end, .base = r->base, .bottom = bottom, .depth = depth, .off = true });
    }
}

static int by_key(const void *a, const void *b)
{
    const edge_row *x = *(edge_row *const *)a, *y = *(edge_row *const *)b;
    if (x->bottom != y->bottom) return x->bottom - y->bottom;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    if (x->base != y->base) return x->base < y->base ? -1 : 1;
    return x->page < y->page ? -1 : x->page > y->page;
}

/* Rows of one key and about one height, next to each other. */
static void settle_run(edge_row **run, size_t n)
{
    size_t pages = 0, off = 0;
    for (size_t i = 0; i < n; i++) {
        bool seen = false;
        for (size_t k = i; k-- > 0 && i - k < 4; ) seen = seen || run[k]->page == run[i]->page;
        pages += !seen;
        off += run[i]->off;
    }
    for (size_t i = 0; i < n && pages >= PAGES_LEAST && off * 2 > n; i++) run[i]->furniture = true;
}

static void find_recurring(edge_rows *rows)
{
    edge_row **by = must_alloc(NULL, rows->n * sizeof *by);
    for (size_t i = 0; i < rows->n; i++) by[i] = &rows->v[i];
    if (rows->n) qsort(by, rows->n, sizeof *by, by_key);
    for (size_t i = 0, k; i < rows->n; i = k) {
        for (k = i + 1; k < rows->n && by[k]->key == by[i]->key && by[k]->bottom == by[i]->bottom && by[k]->base - by[k - 1]->base <= SAME; ) k++;
        settle_run(by + i, k - i);
    }
    free(by);
}

/* A row is only furniture with all that is further out; rows of an edge follow each other from its outside in. */
static void keep_outermost(edge_rows *rows)
{
    uint8_t stop = 0;
    for (size_t i = 0; i < rows->n; i++) {
        edge_row *r = &rows->v[i];
        if (!i || r->page != r[-1].page || r->bottom != r[-1].bottom) stop = DEPTH + 1;
        if (r->depth > stop) r->furniture = false;
        else if (!r->furniture) stop = r->depth;
    }
}

void sheets_edges(sheets *s)
{
    page_row *rows = NULL;
    size_t cap = 0;
    edge_rows edges = { 0 };
    for (uint32_t p = 0; p < s->n_pages; p++) {
        const size_t n = rows_of(s, &s->pages[p], &rows, &cap);
        walk(s, p, rows, n, false, &edges);
        walk(s, p, rows, n, true, &edges);
    }
    find_recurring(&edges);
    folios_settle(s, &edges);
    keep_outermost(&edges);
    for (size_t i = 0; i < edges.n; i++)
        for (uint32_t k = edges.v[i].first; edges.v[i].furniture && k < edges.v[i].end; k++) s->lines[k].kind = LINE_FURNITURE;
    free(rows);
    free(edges.v);
}
