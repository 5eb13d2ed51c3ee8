/* A web page as paragraphs: libxml2 mends what is wrong in it and says what opens and closes; scripts, styles, menus and hidden parts
 * are left out. Nothing is fetched: no image, frame, style sheet or entity. */
#include "html.h"
#include "../flow.h"
#include "web.h"
#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 1000, LISTS = 100, PAGE_MOST = 64 << 20 };

typedef struct { char format; int now; } list;

typedef struct {
    bool     paged, begun;                                   /* page breaks stand in it; the first page is told */
    unsigned depth, skip;
    unsigned heading, caption, pre;                          /* inside such an element: the heading's level; how many */
    list     lists[LISTS];
    unsigned n_lists;
    bool     item_begins, blank;
    char     number[40];
    /* a note */
    unsigned note;                                           /* the depth at which it began, 0: none */
    unsigned notes, link;                                    /* link: the depth of a link at the note's head */
    text     words, own_number;
} page;

/* ---- text ------------------------------------------------------------------------------------------------------------ */

static void first_page(page *p, const char *label)
{
    if (p->paged && !p->begun) flow_pages(label);
    p->begun = true;
}

static void begin_paragraph(page *p)
{
    first_page(p, "");
    flow_open();
    p->blank = true;
    if (p->heading) flow_is(FLOW_HEADING, p->heading, "");
    else if (p->caption) flow_is(FLOW_CAPTION, 0, "");
    else if (p->item_begins) flow_is(FLOW_ITEM, p->n_lists, p->number);
    p->item_begins = false;
}

static void end_paragraph(page *p)
{
    if (p->note) { if (p->words.n && !p->blank) text_add(&p->words, " ", 1); }
    else flow_close();
    p->blank = true;
}

static bool white(char c) { return strchr(" \t\r\n\f", c) != NULL; }

static void add(page *p, const char *s, size_t n)
{
    if (p->note) { text_add(p->link ? &p->own_number : &p->words, s, n); return; }
    if (!flow_is_open()) begin_paragraph(p);
    flow_text(s, n);
}

/* White space is one blank at most, and none at a paragraph's head. */
static void characters(void *ctx, const xmlChar *c, int n_bytes)
{
    page *p = ctx;
    const char *s = (const char *)c;
    const size_t n = n_bytes > 0 ? (size_t)n_bytes : 0;
    if (p->skip) return;
    if (p->pre && !p->note) {
        if (n && (flow_is_open() || !white(*s) || n > 1)) add(p, s, n);
        return;
    }
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i; k < n && !white(s[k]); k++) {}
        if (k > i) { add(p, s + i, k - i); p->blank = false; }
        for (i = k; k < n && white(s[k]); k++) {}
        if (k > i && !p->blank && (p->note || flow_is_open())) { add(p, " ", 1); p->blank = true; }
    }
}

/* ---- lists, pages, notes ---------------------------------------------------------------------------------------------- */

static void begin_list(page *p, const char *name, const char *const *at)
{
    if (p->n_lists == LISTS) refuse("IN_DEEP", 0, 0, "100");
    const char *start = html_attribute(at, "start");
    p->lists[p->n_lists++] = (list){ html_list_format(name, at), *start ? (int)strtol(start, NULL, 10) - 1 : 0 };
}

static void begin_item(page *p, const char *const *at)
{
    char numeral[32];
    const char *value = html_attribute(at, "value");
    list *l = p->n_lists ? &p->lists[p->n_lists - 1] : NULL;
    if (!l) return;
    l->now = *value ? (int)strtol(value, NULL, 10) : l->now + 1;
    flow_numeral(numeral, l->now > 0 ? (unsigned)l->now : 0, l->format);
    if (l->format == '*') snprintf(p->number, sizeof p->number, "\xE2\x80\xA2");
    else snprintf(p->number, sizeof p->number, *numeral ? "%s." : "%s", numeral);
    p->item_begins = l->format != 0;
}

static void begin_page(page *p, const char *const *at)
{
    const char *title = html_attribute(at, "title"), *label = *title ? title : html_attribute(at, "aria-label");
    if (!p->begun) first_page(p, label);
    else flow_page(label);
}

static void begin_note(page *p)
{
    p->note = p->depth;
    p->words.n = p->own_number.n = 0;
    p->blank = true;
    p->item_begins = false;
}

/* Its number stands in it as a link back, or is its place in the list, or counts on. */
static void end_note(page *p)
{
    char number[32];
    snprintf(number, sizeof number, "%u", ++p->notes);
    if (p->n_lists && p->lists[p->n_lists - 1].now > 0) snprintf(number, sizeof number, "%d", p->lists[p->n_lists - 1].now);
    if (p->own_number.n) snprintf(number, sizeof number, "%.*s", (int)(p->own_number.n < 20 ? p->own_number.n : 20), p->own_number.p);
    p->note = p->link = 0;
    flow_note(number, p->words.p ? p->words.p : "", p->words.n);
    p->blank = true;
}

/* ---- elements -------------------------------------------------------------------------------------------------------- */

static void opens(void *ctx, const xmlChar *element, const xmlChar **attributes)
{
    page *p = ctx;
    const char *name = (const char *)element;
    const char *const *at = (const char *const *)attributes;
    html_kind kind = html_kind_of(name);
    if (++p->depth > DEPTH) refuse("IN_DEEP", 0, 0, "1000");
    if (p->skip) { p->skip++; return; }
    if (kind == HTML_HIDDEN || html_is_hidden(at) || html_is_note_mark(at) || html_is_way_back(at)) { p->skip = 1; return; }
    if (html_is_page(at)) { begin_page(p, at); p->skip = 1; return; }
    if (kind != HTML_INLINE && kind != HTML_LINK && kind != HTML_BREAK && kind != HTML_CELL && kind != HTML_ROW) end_paragraph(p);
    if (kind == HTML_ITEM) begin_item(p, at);
    if (!p->note && html_is_note(at)) { end_paragraph(p); begin_note(p); return; }
    if (kind == HTML_TABLE && !strcmp(html_attribute(at, "role"), "presentation")) kind = HTML_BLOCK;
    switch (kind) {
    case HTML_HEADING: p->heading = (unsigned)(name[1] - '0'); break;
    case HTML_CAPTION: p->caption++; break;
    case HTML_PRE: p->pre++; break;
    case HTML_LIST: begin_list(p, name, at); break;
    case HTML_TABLE: if (!p->note) { first_page(p, ""); flow_table_open(); } break;
    case HTML_BREAK: if (p->note) characters(p, (const xmlChar *)" ", 1); else if (flow_is_open()) { flow_text("\n", 1); p->blank = true; } break;
    case HTML_LINK: if (p->note && !p->words.n && !p->own_number.n) p->link = p->depth; break;
    case HTML_INLINE: case HTML_BLOCK: case HTML_ITEM: case HTML_ROW: case HTML_CELL: case HTML_HIDDEN: break;
    }
}

static void closes_kind(page *p, html_kind kind)
{
    if (kind != HTML_INLINE && kind != HTML_LINK && kind != HTML_BREAK) end_paragraph(p);
    switch (kind) {
    case HTML_HEADING: p->heading = 0; break;
    case HTML_CAPTION: if (p->caption) p->caption--; break;
    case HTML_PRE: if (p->pre) p->pre--; break;
    case HTML_LIST: if (p->n_lists) p->n_lists--; break;
    case HTML_ITEM: p->item_begins = false; break;
    case HTML_CELL: if (!p->note) flow_cell_close(); break;
    case HTML_ROW: if (!p->note) flow_row_close(); break;
    case HTML_TABLE: if (!p->note) flow_table_close(); break;
    default: break;
    }
}

static void closes(void *ctx, const xmlChar *element)
{
    page *p = ctx;
    const unsigned was = p->depth;
    if (p->depth) p->depth--;
    if (p->skip) { p->skip--; return; }
    if (p->link == was) p->link = 0;
    if (p->note == was) end_note(p);
    closes_kind(p, html_kind_of((const char *)element));
}

void html_read(const char *s, bool paged)
{
    static page p;                                           /* notes count on from chapter to chapter */
    xmlSAXHandler sax = { .startElement = opens, .endElement = closes, .characters = characters };
    p = (page){ .paged = paged, .begun = p.begun, .notes = p.notes, .words = p.words, .own_number = p.own_number, .blank = true };
    htmlSAXParseDoc((const xmlChar *)s, "UTF-8", &sax, &p);
    end_paragraph(&p);
}

void job_html(void)
{
    size_t n;
    char *page_bytes = read_input(&n, PAGE_MOST);
    document_format("html");
    html_read(page_bytes, false);
    flow_end();
}
