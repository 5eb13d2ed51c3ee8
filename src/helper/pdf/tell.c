/* What was found, on the wire: a page's heads, its text, its notes, its feet. Headings, tables and paragraphs that are sure
 * are told as such; all else goes as text of which nothing is known, line for line, and the core's rules decide. */
#include "sheets.h"
#include "../document.h"
#include <stdlib.h>
#include <string.h>

enum { CAPTION_LINES = 4 };

static text plain;              /* waits to be told as text unknown */
static looks plain_looks;
static text words;

static void tell_letters(looks l)
{
    document_letters(l.size < 0 ? "small" : l.size > 0 ? "large" : "body", l.bold);
}

static void tell_plain(void)
{
    if (plain.n) tell_letters(plain_looks);
    document_plain(plain.p ? plain.p : "", plain.n);
    plain.n = 0;
}

/* The lines of a block, after `skip` bytes of the first. */
static void add_lines(const sheets *s, text *t, uint32_t from, uint32_t to, size_t skip)
{
    for (uint32_t i = from; i < to; i++) {
        const sheet_line *l = &s->lines[i];
        if (i > from) text_add(t, l->beside ? " " : "\n", 1);
        else while (skip && skip < l->n && line_text(s, l)[skip] == ' ') skip++;
        text_add(t, line_text(s, l) + (i > from ? 0 : skip), l->n - (i > from ? 0 : skip));
    }
}

static const text *words_of(const sheets *s, uint32_t from, uint32_t to, size_t skip)
{
    words.n = 0;
    add_lines(s, &words, from, to, skip);
    return &words;
}

static void tell_table(const sheets *s, const block *b)
{
    for (uint32_t i = b->from, end; i < b->to; i = end) {
        end = row_end(s, i, b->to);
        for (uint32_t k = i; k < end; k++) document_cell(line_text(s, &s->lines[k]), s->lines[k].n);
        document_row();
    }
}

static void tell_item(const sheets *s, const block *b, size_t n)
{
    char number[16] = "";
    memcpy(number, line_text(s, &s->lines[b->from]), n < sizeof number ? n : 0);
    const text *t = words_of(s, b->from, b->to, n);
    document_item(1, number, t->p, t->n);
}

/* Prose that begins and ends where a paragraph may: within the column, or at its end. */
static void tell_prose(const sheets *s, const block *b)
{
    const sheet_line *l = &s->lines[b->from];
    const size_t mark = item_mark(line_text(s, l), l->n);
    if (mark && b->starts) { tell_item(s, b, mark); return; }
    const text *t = words_of(s, b->from, b->to, 0);
    if (b->starts) document_paragraph(t->p, t->n);
    else document_perhaps(t->p, t->n);
}

/* Apart from what waits only where a blank line parts them anyhow: the letters are to change nothing in the text. */
static void wait_plain(const sheets *s, const block *b)
{
    const looks l = looks_of(s, b->from, b->to);
    const bool other = l.size != plain_looks.size || l.bold != plain_looks.bold;
    if (plain.n && other && b->starts) tell_plain();
    if (!plain.n) plain_looks = l;
    else if (other) plain_looks = (looks){ 0, false };
    if (plain.n) text_add(&plain, "\n\n", b->starts ? 2 : 1);
    add_lines(s, &plain, b->from, b->to, 0);
}

/* What the block is told as comes next. */
static const text *begin_block(const sheets *s, const block *b)
{
    tell_plain();
    tell_letters(looks_of(s, b->from, b->to));
    return words_of(s, b->from, b->to, 0);
}

static void tell_block(const sheets *s, const block *b)
{
    const bool whole = b->last || ends_sentence(s, &s->lines[b->to - 1]);
    const bool prose = (whole && is_prose(s, b) && (b->starts || !plain.n)) || (b->goes_on && !plain.n);
    if (is_heading(s, b)) {
        const text *t = begin_block(s, b);
        document_heading(0, t->p, t->n);
    } else if (begins_caption(s, &s->lines[b->from]) && b->to - b->from <= CAPTION_LINES) {
        const text *t = begin_block(s, b);
        document_caption(t->p, t->n);
    } else if (is_table(s, b)) {
        (void)begin_block(s, b);
        tell_table(s, b);
    } else if (prose) {
        (void)begin_block(s, b);
        tell_prose(s, b);
    } else {
        wait_plain(s, b);
    }
}

/* ---- a page ------------------------------------------------------------------------------------------------------------- */

static void tell_furniture(const sheets *s, const sheet *page, bool foot)
{
    for (uint32_t i = page->first, end; i < page->end; i = end) {
        end = row_end(s, i, page->end);
        const sheet_line *l = &s->lines[i];
        if (l->kind != LINE_FURNITURE || (l->base > page->height / 2) != foot) continue;
        const text *t = words_of(s, i, end, 0);
        tell_letters(looks_of(s, i, end));
        document_furniture(t->p, t->n);
    }
}

static void tell_notes(const sheets *s, const sheet *page)
{
    for (uint32_t i = page->first, end; i < page->end; i = end) {
        const sheet_line *l = &s->lines[i];
        char number[16];
        uint32_t value = 0;
        for (end = i + 1; end < page->end && s->lines[end].kind == LINE_NOTE_MORE; ) end++;
        if (l->kind != LINE_NOTE) { end = i + 1; continue; }
        const size_t n = note_number(line_text(s, l), l->n, &value);
        snprintf(number, sizeof number, "%u", value);
        const text *t = words_of(s, i, end, n);
        tell_letters(looks_of(s, i, end));
        document_footnote(number, t->p, t->n);
    }
}

/* The page's text, as a run of lines of its own, and its notes: before the last paragraph, when the next page goes on with it. */
static void tell_text(const sheets *s, const sheet *page)
{
    sheets body = *s;
    uint32_t n = 0;
    body.lines = must_alloc(NULL, (page->end - page->first) * sizeof *body.lines);
    for (uint32_t i = page->first; i < page->end; i++) if (s->lines[i].kind == LINE_TEXT) body.lines[n++] = s->lines[i];
    for (uint32_t i = 0, end; i < n; i = end) {
        end = column_end(&body, i, n);
        const block column = column_of(&body, i, end);
        for (uint32_t k = i; k < end; ) {
            const block b = next_block(&body, &column, k);
            const bool cut = b.to == n && !ends_sentence(s, &body.lines[n - 1]);
            if (cut) tell_notes(s, page);
            tell_block(&body, &b);
            if (b.to == n) tell_plain();
            if (b.to == n && !cut) tell_notes(s, page);
            k = b.to;
        }
    }
    if (!n) tell_notes(s, page);
    free(body.lines);
}

void sheets_tell(const sheets *s)
{
    for (size_t p = 0; p < s->n_pages; p++) {
        const sheet *page = &s->pages[p];
        document_page(p + 1, page->label);
        tell_furniture(s, page, false);
        tell_text(s, page);
        tell_furniture(s, page, true);
    }
}
