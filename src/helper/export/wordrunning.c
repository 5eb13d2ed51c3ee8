/* Running text as a Word document: headings, and paragraphs as a thesis sets them. */
#include "maker.h"
#include "wordfile.h"
#include <string.h>

enum { MOST_MIB = 128 };

static struct { const char *path, *language; text body; } w;

static void begin(const char *path) { w.path = path; }

static void start(const table *t)
{
    if (t->n != 2) refuse("OUT_MADE", 0, 0, t->name);
    w.language = t->language;
}

static void row(const table *t, char *const *cell)
{
    (void)t;
    word_add(&w.body, strcmp(cell[0], "head") ? "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>" : "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>");
    word_add(&w.body, "<w:r><w:t xml:space=\"preserve\">");
    word_text(&w.body, cell[1]);
    word_add(&w.body, "</w:t></w:r></w:p>");
    if (w.body.n >> 20 >= MOST_MIB) refuse("OUT_MADE", 0, 0, "> 128 MiB; .md, .csv");
}

static void end(void)
{
    if (!w.body.n) word_add(&w.body, "<w:p/>");             /* a document has one */
    word_write(w.path, &w.body, w.language, true);
}

const maker make_running = { "running", begin, start, row, end };
