/* How big and bold the letters of a DOCX are: what a run says itself, else its style, else its paragraph's, else the document. */
#include "docx.h"
#include <stdlib.h>
#include <string.h>

enum { SIZES = 200, USUAL = 20 };                            /* half points */

static struct { flow_look paragraph, run; char id[64]; bool settled; } now;

void docx_letters_paragraph(const char *style)
{
    snprintf(now.id, sizeof now.id, "%s", style);
    now.settled = false;
}

void docx_letters_run(void)
{
    now.run = (flow_look){ 0, -1 };
}

void docx_letters_styled(const char *id)
{
    now.run = docx_character_look(id);
}

void docx_letters_size(const char *value) { now.run.size = docx_int(value, 0); }
void docx_letters_bold(const char *value) { now.run.bold = !docx_off(value); }

flow_look docx_letters(void)
{
    if (!now.settled) {
        const docx_style *s = docx_style_of(*now.id ? now.id : "Normal");
        now.paragraph = s ? s->look : (flow_look){ 0, -1 };
        now.settled = true;
    }
    const flow_look usual = { docx_default_size() > 0 ? docx_default_size() : USUAL, 0 };
    return flow_look_over(now.run, flow_look_over(now.paragraph, usual));
}

/* ---- the size of most letters ------------------------------------------------------------------------------------------ */

typedef struct { size_t letters[SIZES]; bool in_mark, words; } tally;

static void opens(void *ctx, const char *name, const char **at)
{
    tally *t = ctx;
    if (!strcmp(name, "w:p")) docx_letters_paragraph("");
    else if (!strcmp(name, "w:pPr")) t->in_mark = true;
    else if (t->in_mark) { if (!strcmp(name, "w:pStyle")) docx_letters_paragraph(sax_attribute(at, "val")); }
    else if (!strcmp(name, "w:r")) docx_letters_run();
    else if (!strcmp(name, "w:rStyle")) docx_letters_styled(sax_attribute(at, "val"));
    else if (!strcmp(name, "w:sz")) docx_letters_size(sax_attribute(at, "val"));
    else if (!strcmp(name, "w:t")) t->words = true;
}

static void closes(void *ctx, const char *name)
{
    tally *t = ctx;
    if (!strcmp(name, "w:pPr")) t->in_mark = false;
    else if (!strcmp(name, "w:t")) t->words = false;
}

static void says(void *ctx, const char *p, int n)
{
    tally *t = ctx;
    (void)p;
    if (!t->words) return;
    const int size = docx_letters().size;
    if (size < SIZES) t->letters[size] += (size_t)n;
}

int docx_body_size(const text *xml)
{
    static tally t;
    const sax s = { opens, closes, says, &t };
    int most = 0;
    memset(&t, 0, sizeof t);
    sax_run(&s, xml, "document.xml");
    for (int i = 1; i < SIZES; i++) if (t.letters[i] > t.letters[most]) most = i;
    return most;
}
