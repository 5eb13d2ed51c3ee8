/* The notes of a DOCX, by their ids. */
#include "docx.h"
#include <string.h>

enum { NOTES_MOST = 50000 };

typedef struct { int id; bool end; text words; } note;

static note *notes;
static size_t n_notes;

typedef struct { note *now; unsigned skip; bool words; } reading;

/* Paragraphs of one note are parted by a blank. */
static void opens(void *ctx, const char *name, const char **at)
{
    reading *r = ctx;
    static const char *const left_out[] = { "mc:Fallback", "w:del", "w:delText", "w:instrText", "w:moveFrom" };
    if (r->skip || sax_find(name, left_out, 5) < 5) { r->skip++; return; }
    if (!strcmp(name, "w:footnote") || !strcmp(name, "w:endnote")) {
        const char *type = sax_attribute(at, "type");
        if (*type && strcmp(type, "normal")) { r->skip++; return; }
        if (n_notes >= NOTES_MOST) refuse("IN_MANY", 0, 0, "> 50000 notes");
        notes = must_alloc(notes, (n_notes + 1) * sizeof *notes);
        r->now = &notes[n_notes++];
        *r->now = (note){ .id = docx_int(sax_attribute(at, "id"), -1), .end = name[2] == 'e' };
        text_add(&r->now->words, "", 0);
    }
    if (!r->now) return;
    if (!strcmp(name, "w:t")) r->words = true;
    else if ((!strcmp(name, "w:p") && r->now->words.n) || !strcmp(name, "w:tab") || !strcmp(name, "w:br")) text_add(&r->now->words, " ", 1);
    else if (!strcmp(name, "w:noBreakHyphen")) text_add(&r->now->words, "-", 1);
}

static void closes(void *ctx, const char *name)
{
    reading *r = ctx;
    if (r->skip) r->skip--;
    else if (!strcmp(name, "w:t")) r->words = false;
    else if (!strcmp(name, "w:footnote") || !strcmp(name, "w:endnote")) r->now = NULL;
}

static void says(void *ctx, const char *p, int n)
{
    reading *r = ctx;
    if (r->now && r->words && !r->skip) text_add(&r->now->words, p, (size_t)n);
}

void docx_read_notes(const text *xml, bool end)
{
    reading r = { 0 };
    const sax s = { opens, closes, says, &r };
    sax_run(&s, xml, end ? "endnotes.xml" : "footnotes.xml");
}

const char *docx_note(int id, bool end, size_t *n)
{
    for (size_t i = 0; i < n_notes; i++) {
        if (notes[i].id != id || notes[i].end != end) continue;
        const char *p = notes[i].words.p;
        *n = notes[i].words.n;
        while (*n && *p == ' ') p++, --*n;
        return p;
    }
    return NULL;
}
