/* The lines of a document with marks: which mark each stands in, what is furniture, where pages begin and what they are called. */
#include "read.h"
#include "line.h"
#include "folio.h"

static void take_label(sia_page_start *page, sia_str line, bool *alone)
{
    sia_folio f;
    const bool folio = sia_folio_line(line, &f);
    if (*alone || (!folio && (page->label.n || !sia_folio_beside(line, &f)))) return;
    page->label = f.label;
    *alone = folio;
}

/* A page that begins with no label of its own has the number that stands at its head or foot. */
static void settle_pages(sia_reader *r)
{
    uint32_t page = 0;
    bool alone = false;
    if (!r->starts.n && r->told.n) {
        sia_page_start only = { .label = SIA_STR("") };
        sia_push(r->d->arena, &r->starts, only);
    }
    r->feed = r->starts.n > 0;
    for (uint32_t i = 0; i < r->lines.n && r->feed && sia_arena_ok(r->d->arena); i++) {
        for (; page + 1 < r->starts.n && r->starts.v[page + 1].line <= i; page++) alone = false;
        if (r->lines.v[i].aside == SIA_FIX_COUNT) continue;
        take_label(&r->starts.v[page], sia_line_trim(sia_line_at(r, i)), &alone);
    }
    for (uint32_t k = 0; k < r->starts.n && k < r->told.n; k++) {
        r->starts.v[k].number = r->told.v[k].number;
        if (r->told.v[k].label.n) r->starts.v[k].label = r->told.v[k].label;
    }
}

void sia_marks_to_lines(sia_reader *r)
{
    const sia_text *t = &r->d->text;
    sia_folio f;
    for (uint32_t i = 0, k = 0; i < r->lines.n; i++) {
        while (k + 1 < t->marks.n && t->marks.v[k + 1].raw <= r->lines.v[i].at) k++;
        r->lines.v[i].mark = k;
        if (t->marks.v[k].kind != SIA_MARK_FURNITURE) continue;
        const bool folio = sia_folio_line(sia_line_trim(sia_line_at(r, i)), &f);
        r->lines.v[i].aside = folio ? SIA_FIX_PAGE_NUMBER : SIA_FIX_RUNNING_HEAD;
    }
    settle_pages(r);
}
