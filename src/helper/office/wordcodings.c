/* Comments in a DOCX: what each says, by whom, and the words it was put on. */
#include "../sax.h"
#include "codings.h"
#include "docx.h"
#include <string.h>

enum { MOST = 50000, OPEN_MOST = 100 };

typedef struct { int id; char coder[128]; text said, quote; } comment;

static comment *all;
static size_t n_all;

typedef struct {
    comment *now;                           /* being read; or those open at this place in the document */
    comment *open[OPEN_MOST];
    size_t   n_open;
    unsigned skip;
    bool     words;
} reading;

static comment *comment_of(const char *id)
{
    const int n = docx_int(id, -1);
    for (size_t i = 0; i < n_all; i++) if (all[i].id == n) return &all[i];
    return NULL;
}

static void say(reading *r, const char *p, size_t n)
{
    if (r->now) text_add(&r->now->said, p, n);
    for (size_t i = 0; i < r->n_open; i++) text_add(&r->open[i]->quote, p, n);
}

/* What a paragraph's end, a TAB or a break is among words. */
static bool is_blank(const char *name) { return !strcmp(name, "w:p") || !strcmp(name, "w:tab") || !strcmp(name, "w:br"); }

static bool left_out(reading *r, const char *name)
{
    static const char *const names[] = { "mc:Fallback", "w:del", "w:delText", "w:instrText", "w:moveFrom" };
    if (r->skip || sax_find(name, names, 5) < 5) r->skip++;
    return r->skip > 0;
}

static void begin_comment(reading *r, const char **at)
{
    if (n_all >= MOST) refuse("IN_MANY", 0, 0, "> 50000 comments");
    all = must_alloc(all, (n_all + 1) * sizeof *all);
    r->now = &all[n_all++];
    *r->now = (comment){ .id = docx_int(sax_attribute(at, "id"), -1) };
    snprintf(r->now->coder, sizeof r->now->coder, "%s", sax_attribute(at, "author"));
    text_add(&r->now->said, "", 0);
    text_add(&r->now->quote, "", 0);
}

static void opens(void *ctx, const char *name, const char **at)
{
    reading *r = ctx;
    if (left_out(r, name)) return;
    if (!strcmp(name, "w:comment")) begin_comment(r, at);
    else if (!strcmp(name, "w:t")) r->words = true;
    else if (!strcmp(name, "w:p") && r->now && r->now->said.n) say(r, "\n", 1);
    else if (is_blank(name)) say(r, " ", 1);
    else if (!strcmp(name, "w:commentRangeStart") && r->n_open < OPEN_MOST) {
        comment *c = comment_of(sax_attribute(at, "id"));
        if (c) r->open[r->n_open++] = c;
    } else if (!strcmp(name, "w:commentRangeEnd")) {
        const comment *c = comment_of(sax_attribute(at, "id"));
        for (size_t i = 0; i < r->n_open; i++)
            if (r->open[i] == c) { r->open[i] = r->open[--r->n_open]; break; }
    }
}

static void closes(void *ctx, const char *name)
{
    reading *r = ctx;
    if (r->skip) r->skip--;
    else if (!strcmp(name, "w:t")) r->words = false;
    else if (!strcmp(name, "w:comment")) r->now = NULL;
}

static void says(void *ctx, const char *p, int n)
{
    reading *r = ctx;
    if (r->words && !r->skip) say(r, p, (size_t)n);
}

void codings_word(const archive *a, const text *comments)
{
    reading r = { 0 };
    const sax s = { opens, closes, says, &r };
    text body = { 0 };
    sax_run(&s, comments, "comments.xml");
    if (!archive_read(a, "word/document.xml", &body)) refuse("IN_OFFICE", 0, 0, "");
    sax_run(&s, &body, "document.xml");
    for (size_t i = 0; i < n_all; i++) codings_put(all[i].said.p, "", all[i].coder, all[i].quote.p, all[i].quote.n, CODINGS_NO_PLACE);
}
