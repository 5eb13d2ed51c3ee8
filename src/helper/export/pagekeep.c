/* A page has room for some two thousand hits. They are shared out evenly: of each term the first few, so that rare terms have all
 * their evidence there and frequent ones enough. How few is known only at the end: while more rows come, less is kept of each. */
#include "page.h"
#include <stdlib.h>
#include <string.h>

typedef struct { size_t term; char *cells; } kept;

static struct {
    names terms;
    size_t *had, cap;                       /* of each term: how many of its rows are kept */
    size_t n, all, most_of_each;
    kept row[PAGE_ROWS + 1];
} k;

void keep_begin(void)
{
    k.most_of_each = PAGE_ROWS;
    k.n = k.all = 0;
    if (k.cap) memset(k.had, 0, k.cap * sizeof *k.had);
}

static size_t term_id(const char *term)
{
    const size_t id = name_id(&k.terms, term), cap = k.cap;
    if (id < cap) return id;
    k.cap = cap * 2 + 64;
    k.had = must_alloc(k.had, k.cap * sizeof *k.had);
    memset(k.had + cap, 0, (k.cap - cap) * sizeof *k.had);
    return id;
}

static char *joined(const table *t, char *const *cell)
{
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++) n += strlen(cell[i]) + 1;
    char *all = must_alloc(NULL, n), *to = all;
    for (size_t i = 0; i < t->n; i++) {
        const size_t size = strlen(cell[i]) + 1;
        memcpy(to, cell[i], size);
        to += size;
    }
    return all;
}

static size_t kept_with(size_t most)
{
    size_t n = 0;
    for (size_t i = 0; i < k.terms.n; i++) n += k.had[i] < most ? k.had[i] : most;
    return n;
}

/* Makes room for a quarter of the rows, by fewer of each term; with more terms than rows, by the last terms. */
static void thin_out(void)
{
    while (k.most_of_each > 1 && kept_with(k.most_of_each) > PAGE_ROWS / 4 * 3) k.most_of_each -= k.most_of_each / 16 + 1;
    memset(k.had, 0, k.cap * sizeof *k.had);
    size_t n = 0;
    for (size_t i = 0; i < k.n; i++) {
        const kept r = k.row[i];
        if (k.had[r.term] < k.most_of_each && n < PAGE_ROWS) {
            k.had[r.term]++;
            k.row[n++] = r;
        } else free(r.cells);
    }
    k.n = n;
}

void keep_row(const table *t, char *const *cell, const char *term)
{
    const size_t id = term_id(term);
    k.all++;
    if (k.had[id] >= k.most_of_each) return;
    if (k.n == PAGE_ROWS && k.most_of_each == 1) return;
    k.had[id]++;
    k.row[k.n++] = (kept){ id, joined(t, cell) };
    if (k.n > PAGE_ROWS) thin_out();
}

void keep_write(FILE *f, const table *t)
{
    char **cell = must_alloc(NULL, t->n * sizeof *cell);
    for (size_t i = 0; i < k.n; i++) {
        char *p = k.row[i].cells;
        for (size_t c = 0; c < t->n; c++, p += strlen(p) + 1) cell[c] = p;
        json_row(f, t, cell, i);
        free(k.row[i].cells);
    }
    free(cell);
    json_tail(f, k.all);
}
