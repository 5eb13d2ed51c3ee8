/* Every hit's place: six numbers each, so that the page can draw where a term stands and mark it in the text though it cannot
 * hold all hits as rows; and where each chapter stands, though it cannot hold the whole outline. */
#include "page.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_HITS = 200000, MOST_CHAPTERS = 20000, NUMBERS = 6, LONGEST_SURFACE = 200 };

static struct {
    size_t doc, sentence, start, term, surface, part;        /* columns */
    bool found;
    names docs, terms, surfaces, parts;
    uint32_t (*hit)[NUMBERS];
    size_t n, cap, all;
} h;

typedef struct { size_t doc, section; uint32_t start, end; } chapter;

static struct {
    size_t doc, level, section, start, end;                  /* columns */
    bool found;
    names docs, sections;
    chapter *chapter;
    size_t n, cap;
} o;

void hits_begin(const table *t)
{
    h.doc = column_of(t, "doc");
    h.sentence = column_of(t, "sentence");
    h.start = column_of(t, "start");
    h.term = column_of(t, "term");
    h.surface = column_of(t, "surface");
    h.part = column_of(t, "part");
    h.found = h.doc < t->n && h.sentence < t->n && h.start < t->n && h.term < t->n && h.surface < t->n && h.part < t->n;
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
    to[5] = (uint32_t)name_id(&h.parts, cell[h.part]);
}

void chapters_begin(const table *t)
{
    o.doc = column_of(t, "doc");
    o.level = column_of(t, "level");
    o.section = column_of(t, "section");
    o.start = column_of(t, "start");
    o.end = column_of(t, "end");
    o.found = o.doc < t->n && o.level < t->n && o.section < t->n && o.start < t->n && o.end < t->n;
}

void chapters_row(char *const *cell)
{
    if (!o.found || strcmp(cell[o.level], "1") != 0 || o.n == MOST_CHAPTERS) return;
    if (o.n == o.cap) {
        o.cap = o.cap * 2 + 256;
        o.chapter = must_alloc(o.chapter, o.cap * sizeof *o.chapter);
    }
    o.chapter[o.n++] = (chapter){ name_id(&o.docs, cell[o.doc]), name_id(&o.sections, cell[o.section]), whole(cell[o.start]), whole(cell[o.end]) };
}

/* ---- in the page ---------------------------------------------------------------------------------------------------------- */

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
    list(f, "\"parts\"", &h.parts);
    fprintf(f, "\"all\":%zu,\n\"hits\":[", h.all);
    for (size_t i = 0; i < h.n; i++) {
        if (i) fputs(i % 8 ? "," : ",\n", f);
        for (size_t k = 0; k < NUMBERS; k++) fprintf(f, k ? ",%u" : "%u", (unsigned)h.hit[i][k]);
    }
    fputs("]}</script>\n", f);
}

void chapters_write(FILE *f)
{
    if (!o.n) return;
    fputs("<script type=\"application/json\" id=\"outline\">{", f);
    list(f, "\"docs\"", &o.docs);
    list(f, "\"sections\"", &o.sections);
    fputs("\"chapters\":[", f);
    for (size_t i = 0; i < o.n; i++) {
        const chapter *c = &o.chapter[i];
        fprintf(f, "%s%zu,%zu,%u,%u", !i ? "" : i % 8 ? "," : ",\n", c->doc, c->section, (unsigned)c->start, (unsigned)c->end);
    }
    fputs("]}</script>\n", f);
}
