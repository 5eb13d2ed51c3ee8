/* How big and bold the letters of an ODT are: what a span's style says, else that of what it stands in, else the document's. */
#include "odt.h"
#include <string.h>

enum { DEEP = 64, SIZES = 2000, USUAL = 120 };               /* tenths of a point */

static flow_look open_ones[DEEP];
static unsigned depth;

flow_look odt_letters(void)
{
    const flow_look usual = { odt_default_size() > 0 ? odt_default_size() : USUAL, 0 };
    return depth ? open_ones[(depth < DEEP ? depth : DEEP) - 1] : usual;
}

/* A paragraph in a box has nothing of the one that the box stands in. */
void odt_letters_open(const char *style, bool paragraph)
{
    const odt_style *s = odt_style_of(*style || !paragraph ? style : "Standard", paragraph);
    const unsigned outer = depth;
    if (paragraph) depth = 0;
    const flow_look look = flow_look_over(s ? s->look : (flow_look){ 0, -1 }, odt_letters());
    depth = outer + 1;
    if (depth <= DEEP) open_ones[depth - 1] = look;
}

void odt_letters_close(void) { if (depth) depth--; }

/* ---- the size of most letters ------------------------------------------------------------------------------------------ */

typedef struct { size_t letters[SIZES]; } tally;

static bool is_paragraph(const char *name) { return !strcmp(name, "text:p") || !strcmp(name, "text:h"); }
static bool is_span(const char *name) { return !strcmp(name, "text:span"); }

static void opens(void *ctx, const char *name, const char **at)
{
    (void)ctx;
    if (is_paragraph(name) || is_span(name)) odt_letters_open(sax_attribute(at, "style-name"), !is_span(name));
}

static void closes(void *ctx, const char *name)
{
    (void)ctx;
    if (is_paragraph(name) || is_span(name)) odt_letters_close();
}

static void says(void *ctx, const char *p, int n)
{
    tally *t = ctx;
    (void)p;
    const int size = odt_letters().size;
    if (depth && size < SIZES) t->letters[size] += (size_t)n;
}

int odt_body_size(const text *content)
{
    static tally t;
    const sax s = { opens, closes, says, &t };
    int most = 0;
    memset(&t, 0, sizeof t);
    sax_run(&s, content, "content.xml");
    for (int i = 1; i < SIZES; i++) if (t.letters[i] > t.letters[most]) most = i;
    depth = 0;
    return most;
}
