/* The body of an ODT. What is tracked as deleted lies apart in the file and is not read. Pages begin at soft page breaks, which the
 * word processor leaves where it saw them, and where styles ask for a new page. */
#define _GNU_SOURCE
#include "odt.h"
#include "../flow.h"
#include "office.h"
#include <stdlib.h>
#include <string.h>

enum { LISTS = 32 };

typedef struct { char style[64]; int now[ODT_LEVELS]; bool used[ODT_LEVELS]; } counter;

typedef struct {
    bool     paged, begun, fresh, numbered;
    int      page;
    char     master[64];
    unsigned skip, spans, hidden_from;                       /* hidden_from: the span that hides what is in it, from 1; 0: none */
    bool     blank;                                          /* white space was read last */
    text     note, citation;
    bool     in_citation, in_note;
    /* lists that are open */
    counter *counters;
    size_t   n_counters;
    char     style[LISTS][64];
    unsigned depth;
    bool     item_begins, header;
} odt;

/* ---- pages ---------------------------------------------------------------------------------------------------------- */

static const char *label(const odt *o)
{
    static char room[32];
    if (!o->numbered) return "";
    flow_numeral(room, o->page > 0 ? (unsigned)o->page : 0, odt_page_format(o->master));
    return room;
}

static void next_page(odt *o, int number)
{
    o->page = number >= 0 ? number : o->page + 1;
    o->fresh = true;
    if (o->paged) flow_page(label(o));
}

/* A style may ask for a new page, of another master page, with a number of its own. */
static void page_of_style(odt *o, const odt_style *s)
{
    const bool new_master = s && *s->master, first = !o->begun;
    o->begun = true;
    if (first) {
        if (new_master) snprintf(o->master, sizeof o->master, "%s", s->master);
        if (s && s->page_number >= 0) o->page = s->page_number;
        if (o->paged) flow_pages(label(o));
        return;
    }
    if (!s || (!new_master && !s->page_before)) return;
    if (new_master) snprintf(o->master, sizeof o->master, "%s", s->master);
    if (!o->fresh) next_page(o, s->page_number);
}

/* ---- numbers -------------------------------------------------------------------------------------------------------- */

static counter *counter_of(odt *o, const char *style)
{
    for (size_t i = 0; i < o->n_counters; i++) if (!strcmp(o->counters[i].style, style)) return &o->counters[i];
    if (o->n_counters >= 5000) refuse("IN_MANY", 0, 0, "> 5000 lists");
    o->counters = must_alloc(o->counters, (o->n_counters + 1) * sizeof *o->counters);
    counter *c = &o->counters[o->n_counters++];
    memset(c, 0, sizeof *c);
    snprintf(c->style, sizeof c->style, "%s", style);
    return c;
}

static const char *bullet(const char *s)
{
    static const char *const kept[] = { "-", "\xE2\x80\x93", "\xE2\x80\x94", "*", "\xE2\x96\xAA", "\xE2\x9E\xA2" };
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) if (!strcmp(s, kept[i])) return kept[i];
    return "\xE2\x80\xA2";
}

/* The next number of a level, from 1; "": it has none. */
static const char *next_number(odt *o, const char *style, unsigned level)
{
    static char room[96];
    char numeral[32];
    const odt_list *l = odt_list_of(style);
    if (!l || level < 1 || level > ODT_LEVELS) return "";
    counter *c = counter_of(o, style);
    const odt_level *v = &l->levels[level - 1];
    c->now[level - 1] = c->used[level - 1] ? c->now[level - 1] + 1 : v->start;
    c->used[level - 1] = true;
    for (unsigned i = level; i < ODT_LEVELS; i++) c->used[i] = false;
    if (v->format == '*') return bullet(v->bullet);
    if (!v->format) return "";
    size_t n = (size_t)snprintf(room, sizeof room, "%s", v->before);
    const int from = (int)level - (v->shown > 0 ? v->shown : 1);
    for (int i = from > 0 ? from : 0; i < (int)level; i++) {
        const int number = c->used[i] ? c->now[i] : l->levels[i].start;
        flow_numeral(numeral, number > 0 ? (unsigned)number : 0, l->levels[i].format);
        if (*numeral && n < sizeof room - 40) n += (size_t)snprintf(room + n, sizeof room - n, "%s%s", numeral, i + 1 < (int)level ? "." : "");
    }
    snprintf(room + n, sizeof room - n, "%s", v->behind);
    return room;
}

/* A list that does not go on with the last one of its style begins anew. */
static void begin_list(odt *o, const char **at)
{
    if (o->depth >= LISTS) refuse("IN_DEEP", 0, 0, "32");
    const char *own = sax_attribute(at, "style-name");
    const bool continued = !strcmp(sax_attribute(at, "continue-numbering"), "true") || *sax_attribute(at, "continue-list");
    snprintf(o->style[o->depth], sizeof o->style[o->depth], "%s", *own ? own : o->depth ? o->style[o->depth - 1] : "");
    if (!continued && o->depth < ODT_LEVELS) counter_of(o, o->style[o->depth])->used[o->depth] = false;
    o->depth++;
}

/* ---- paragraphs ------------------------------------------------------------------------------------------------------ */

static void begin_paragraph(odt *o, const char **at, bool heading)
{
    const odt_style *s = odt_style_of(sax_attribute(at, "style-name"), true);
    const char *level = sax_attribute(at, "outline-level");
    const unsigned outline = heading ? (unsigned)strtoul(level, NULL, 10) : s ? (unsigned)s->outline : 0;
    if (!flow_is_open()) page_of_style(o, s);
    flow_open();
    o->blank = true;
    if (s && s->hidden && !o->hidden_from) o->hidden_from = UINT32_MAX;
    if (outline > 0 && outline <= 10) {
        const bool listed = o->depth && o->item_begins && !o->header;
        flow_is(FLOW_HEADING, outline, listed ? next_number(o, o->style[o->depth - 1], o->depth) : heading ? next_number(o, "outline", outline) : "");
    } else if (o->depth && o->item_begins && !o->header) {
        const char *number = next_number(o, o->style[o->depth - 1], o->depth);
        if (*number) flow_is(FLOW_ITEM, o->depth, number);
    } else if (s && s->caption) {
        flow_is(FLOW_CAPTION, 0, "");
    }
    o->item_begins = false;
}

static void end_paragraph(odt *o)
{
    if (o->hidden_from == UINT32_MAX) o->hidden_from = 0;
    flow_close();
}

/* White space is one blank at most, and none at a paragraph's head. */
static void add(odt *o, const char *s, size_t n)
{
    text *to = o->in_citation ? &o->citation : o->in_note ? &o->note : NULL;
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i; k < n && !strchr(" \t\r\n", s[k]); k++) {}
        if (k > i) {
            if (to) text_add(to, s + i, k - i); else flow_text(s + i, k - i);
            o->blank = false;
            o->fresh = false;
        }
        for (i = k; k < n && strchr(" \t\r\n", s[k]); k++) {}
        if (k > i && !o->blank) {
            if (to) text_add(to, " ", 1); else flow_text(" ", 1);
            o->blank = true;
        }
    }
}

static void add_mark(odt *o, const char *s)
{
    if (o->in_note) text_add(&o->note, " ", 1); else flow_text(s, strlen(s));
}

static void end_note(odt *o)
{
    o->in_note = false;
    text_add(&o->citation, "", 0);
    flow_note(o->citation.p, o->note.p ? o->note.p : "", o->note.n);
    o->blank = false;
}

/* ---- elements -------------------------------------------------------------------------------------------------------- */

enum {
    O_ANNOTATION, O_FORMS, O_SCRIPTS, T_COVERED, T_TABLE, T_CELL, T_ROW, X_H, X_HIDDEN, X_BREAK, X_LIST,
    X_HEADER, X_ITEM, X_NOTE, X_CITATION, X_NUMBER, X_P, X_RUBY, X_S, X_SECTION, X_SEQUENCE, X_SOFT, X_SPAN, X_TAB, X_CHANGES, ELEMENTS
};
static const char *const elements[] = {
    "office:annotation", "office:forms", "office:scripts", "table:covered-table-cell",
    "table:table", "table:table-cell", "table:table-row", "text:h", "text:hidden-text", "text:line-break", "text:list", "text:list-header",
    "text:list-item", "text:note", "text:note-citation", "text:number", "text:p", "text:ruby-text", "text:s",
    "text:section", "text:sequence-decls", "text:soft-page-break", "text:span", "text:tab", "text:tracked-changes",
};

static void opens_note(odt *o, unsigned is)
{
    switch (is) {
    case X_CITATION: o->in_citation = true; break;
    case X_P: case X_H: if (o->note.n) text_add(&o->note, " ", 1); o->blank = true; break;
    case X_S: case X_TAB: case X_BREAK: text_add(&o->note, " ", 1); break;
    case O_ANNOTATION: case X_CHANGES: o->skip = 1; break;
    default: break;
    }
}

static void blanks(const char *count)
{
    long n = strtol(count, NULL, 10);
    for (n = n < 1 ? 1 : n > 100 ? 100 : n; n > 0; n--) flow_text(" ", 1);
}

static void opens(void *ctx, const char *name, const char **at)
{
    odt *o = ctx;
    const unsigned is = sax_find(name, elements, ELEMENTS);
    if (o->skip) { o->skip++; return; }
    if (o->in_note) { opens_note(o, is); return; }
    switch (is) {
    case X_P: case X_H:
        odt_letters_open(sax_attribute(at, "style-name"), true);
        begin_paragraph(o, at, is == X_H);
        break;
    case X_SPAN: {
        odt_letters_open(sax_attribute(at, "style-name"), false);
        const odt_style *s = odt_style_of(sax_attribute(at, "style-name"), false);
        o->spans++;
        if (s && s->hidden && !o->hidden_from) o->hidden_from = o->spans;
        break;
    }
    case X_S: if (!o->hidden_from) blanks(sax_attribute(at, "c")); break;
    case X_TAB: if (!o->hidden_from) add_mark(o, "\t"); break;
    case X_BREAK: if (!o->hidden_from) { add_mark(o, "\n"); o->blank = true; } break;
    case X_SOFT: next_page(o, -1); break;
    case X_NOTE: o->in_note = true; o->note.n = o->citation.n = 0; break;
    case X_LIST: begin_list(o, at); break;
    case X_ITEM: o->item_begins = true; o->header = false; break;
    case X_HEADER: o->header = true; break;
    case T_TABLE: flow_table_open(); break;
    case X_SECTION: o->skip = !strcmp(sax_attribute(at, "display"), "none"); break;
    case O_ANNOTATION: case O_FORMS: case O_SCRIPTS: case X_CHANGES: case X_HIDDEN: case X_NUMBER: case X_RUBY: case X_SEQUENCE: o->skip = 1; break;
    default: break;
    }
}

static void closes(void *ctx, const char *name)
{
    odt *o = ctx;
    const unsigned is = sax_find(name, elements, ELEMENTS);
    if (o->skip) { o->skip--; return; }
    switch (is) {
    case X_CITATION: o->in_citation = false; break;
    case X_NOTE: end_note(o); break;
    case X_P: case X_H:
        if (o->in_note) break;
        end_paragraph(o);
        odt_letters_close();
        break;
    case X_SPAN:
        if (o->in_note || !o->spans) break;
        odt_letters_close();
        if (o->hidden_from == o->spans) o->hidden_from = 0;
        o->spans--;
        break;
    case X_LIST: if (o->depth && !o->in_note) o->depth--; break;
    case X_ITEM: case X_HEADER: o->item_begins = o->header = false; break;
    case T_CELL: case T_COVERED: flow_cell_close(); break;
    case T_ROW: flow_row_close(); break;
    case T_TABLE: flow_table_close(); break;
    default: break;
    }
}

static void says(void *ctx, const char *p, int n)
{
    odt *o = ctx;
    if (o->skip || o->hidden_from || (!o->in_note && !flow_is_open())) return;
    flow_letters(odt_letters());
    add(o, p, (size_t)n);
}

/* The body alone: elements outside of it have no paragraphs that are open, but styles hold some. */
static unsigned body_depth;
static void body_opens(void *ctx, const char *name, const char **at)
{
    if (body_depth || !strcmp(name, "office:body")) body_depth++;
    if (body_depth > 1) opens(ctx, name, at);
}

static void body_closes(void *ctx, const char *name)
{
    if (body_depth > 1) closes(ctx, name);
    if (body_depth) body_depth--;
}

static bool has(const text *xml, const char *word) { return xml->n && memmem(xml->p, xml->n, word, strlen(word)); }

void odt_document(const archive *a)
{
    static odt o;
    text content = { 0 }, styles = { 0 };
    if (!archive_read(a, "content.xml", &content)) refuse("IN_OFFICE", 0, 0, "content.xml");
    if (archive_read(a, "styles.xml", &styles)) odt_read_styles(&styles, "styles.xml");
    odt_read_styles(&content, "content.xml");
    document_format("odt");
    flow_body_size(odt_body_size(&content));
    const bool soft = has(&content, "soft-page-break/");
    o.paged = soft || has(&content, "break-before=\"page\"") || has(&styles, "break-before=\"page\"");
    if (o.paged && !soft) document_note("NOTE_PAGE_BREAKS", "");
    o.numbered = odt_prints_numbers();
    o.page = 1;
    o.fresh = true;
    snprintf(o.master, sizeof o.master, "Standard");
    const sax s = { body_opens, body_closes, says, &o };
    sax_run(&s, &content, "content.xml");
    flow_end();
}
