/* Every hit's place: five numbers each, so that the page can draw where a term stands and mark it in the text though it cannot
 * hold all hits as rows. */
#include "page.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_HITS = 200000, PARTS = 5, LONGEST_SURFACE = 200 };

static struct {
    size_t doc, sentence, start, term, surface;              /* columns */
    bool found;
    names docs, terms, surfaces;
    uint32_t (*hit)[PARTS];
    size_t n, cap, all;
} h;

void hits_begin(const table *t)
{
    h.doc = column_of(t, "doc");
    h.sentence = column_of(t, "sentence");
    h.start = column_of(t, "start");
    h.term = column_of(t, "term");
    h.surface = column_of(t, "surface");
    h.found = h.doc < t->n && h.sentence < t->n && h.start < t->n && h.term < t->n && h.surface < t->n;
}

static uint32_t whole(const char *s) { return (uint32_t)strtoul(s, NULL, 10); }

void hits_row(char *const *cell)
{
    if (!h.found || h.all++ >= MOST_HITS) return;
    if (h.n == h.cap) {
        h.cap = h.cap * 2 + 1024;
        h.hit = must_alloc(h.hit, h.cap * sizeof *h.hit);
    }
    const char *surface = strlen(cell[h.surface]) <= LONGEST_SURFACE ? cell[h.surface] : "";
    uint32_t *to = h.hit[h.n++];
    to[0] = (uint32_t)name_id(&h.docs, cell[h.doc]);
    to[1] = whole(cell[h.sentence]);
    to[2] = whole(cell[h.start]);
    to[3] = (uint32_t)name_id(&h.terms, cell[h.term]);
    to[4] = (uint32_t)name_id(&h.surfaces, surface);
}

static void list(FILE *f, const char *key, const names *of)
{
    fprintf(f, "%s:[", key);
    for (size_t i = 0; i < of->n; i++) {
        if (i) putc(',', f);
        json_text(f, of->name[i]);
    }
    fputs("],\n", f);
}

void hits_write(FILE *f)
{
    if (!h.n) return;
    fputs("<script type=\"application/json\" id=\"hits\">{", f);
    list(f, "\"docs\"", &h.docs);
    list(f, "\"terms\"", &h.terms);
    list(f, "\"surfaces\"", &h.surfaces);
    fprintf(f, "\"all\":%zu,\n\"hits\":[", h.all);
    for (size_t i = 0; i < h.n; i++) {
        if (i) fputs(i % 8 ? "," : ",\n", f);
        for (size_t k = 0; k < PARTS; k++) fprintf(f, k ? ",%u" : "%u", (unsigned)h.hit[i][k]);
    }
    fputs("]}</script>\n", f);
}
