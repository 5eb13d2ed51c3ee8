/* The body of a DOCX. Tracked deletions and hidden text are left out, insertions kept; notes go behind their paragraph, text boxes
 * too. Pages begin where the word processor last saw them begin; failing that, where the author put a break. */
#define _GNU_SOURCE
#include "docx.h"
#include "../flow.h"
#include <string.h>

enum { SECTIONS = 1000 };

typedef struct { char format; int start; bool continuous; } section;        /* start: -1, goes on */

typedef struct {
    bool     numbered, rendered, explicit_breaks;            /* pages: printed numbers; how they are told */
    section  sections[SECTIONS];
    unsigned n_sections, section, paged;                     /* paged: the section of the last page */
    int      page;                                           /* its printed number */
    bool     fresh;                                          /* nothing stands on it yet */
    unsigned skip, notes[2];
    bool     words, in_mark;                                 /* in_mark: properties of a paragraph */
    bool     run_hidden, style_hidden;
    /* the paragraph */
    char     style[64];
    int      list, level, outline;
    bool     is_told, page_before, ends_section;
} docx;

/* ---- pages ---------------------------------------------------------------------------------------------------------- */

static const char *label(const docx *d)
{
    static char room[32];
    const section *s = &d->sections[d->section < d->n_sections ? d->section : 0];
    if (!d->numbered || d->page < 0) return "";
    flow_numeral(room, (unsigned)d->page, d->n_sections && s->format ? s->format : '1');
    return room;
}

static void next_page(docx *d)
{
    const section *s = d->section < d->n_sections ? &d->sections[d->section] : NULL;
    d->page++;
    if (d->section != d->paged && s && s->start >= 0) d->page = s->start;
    d->paged = d->section;
    d->fresh = true;
    flow_page(label(d));
}

static char page_format(const char *name)
{
    static const struct { const char *name; char format; } known[] = {
        { "lowerRoman", 'i' }, { "upperRoman", 'I' }, { "lowerLetter", 'a' }, { "upperLetter", 'A' },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) if (!strcmp(name, known[i].name)) return known[i].format;
    return '1';
}

/* A section's settings stand at its end, so they are looked up first. */
static void section_opens(void *ctx, const char *name, const char **at)
{
    docx *d = ctx;
    if (!strcmp(name, "w:sectPr") && d->n_sections < SECTIONS) d->sections[d->n_sections++] = (section){ '1', -1, false };
    if (!d->n_sections) return;
    section *s = &d->sections[d->n_sections - 1];
    if (!strcmp(name, "w:type")) s->continuous = !strcmp(sax_attribute(at, "val"), "continuous");
    if (strcmp(name, "w:pgNumType")) return;
    if (*sax_attribute(at, "fmt")) s->format = page_format(sax_attribute(at, "fmt"));
    s->start = docx_int(sax_attribute(at, "start"), -1);
}

static void section_closes(void *ctx, const char *name) { (void)ctx; (void)name; }

static bool has(const text *xml, const char *word) { return memmem(xml->p, xml->n, word, strlen(word)); }

static void find_pages(docx *d, const text *xml)
{
    const sax s = { section_opens, section_closes, NULL, d };
    d->rendered = has(xml, "lastRenderedPageBreak");
    d->explicit_breaks = !d->rendered && (has(xml, "w:type=\"page\"") || has(xml, "pageBreakBefore") || has(xml, "<w:sectPr"));
    if (!d->rendered && !d->explicit_breaks) return;
    sax_run(&s, xml, "document.xml");
    d->fresh = true;
    d->page = d->n_sections && d->sections[0].start >= 0 ? d->sections[0].start : 1;
    if (!d->rendered && !has(xml, "w:type=\"page\"") && d->n_sections < 2) d->explicit_breaks = has(xml, "pageBreakBefore");
    if (d->rendered || d->explicit_breaks) flow_pages(label(d));
    if (d->explicit_breaks) document_note("NOTE_PAGE_BREAKS", "");
}

/* ---- paragraphs ------------------------------------------------------------------------------------------------------ */

static void begin_paragraph(docx *d)
{
    flow_open();
    d->style[0] = 0;
    d->list = d->level = d->outline = -1;
    d->page_before = d->is_told = d->style_hidden = false;
}

/* What the properties come to, once they are known. */
static void settle(docx *d)
{
    if (d->is_told) return;
    d->is_told = true;
    docx_letters_paragraph(d->style);
    const docx_style *s = docx_style_of(*d->style ? d->style : "Normal");
    unsigned heading = s ? s->heading : 0, depth = 1;
    if (d->outline >= 0) heading = d->outline < 9 ? (unsigned)d->outline + 1 : 0;
    const bool by_style = d->list < 0 && s && s->list > 0;
    const int list = by_style ? s->list : d->list, at = d->level >= 0 ? d->level : by_style ? s->level : -1;
    const char *number = docx_next_number(list, at, d->style, &depth);
    d->style_hidden = s && s->hidden;
    if ((d->page_before || (s && s->page_before)) && d->explicit_breaks && !d->fresh) next_page(d);
    if (heading) flow_is(FLOW_HEADING, heading, number);
    else if (s && s->caption) flow_is(FLOW_CAPTION, 0, number);
    else if (*number) flow_is(FLOW_ITEM, depth, number);
}

static void end_paragraph(docx *d)
{
    settle(d);
    flow_close();
    if (!d->ends_section || flow_is_open()) return;
    d->ends_section = false;
    d->section++;
    if (d->explicit_breaks && !(d->section < d->n_sections && d->sections[d->section].continuous)) next_page(d);
}

static void add_note(docx *d, const char **at, bool end)
{
    size_t n;
    char number[32];
    const char *words = docx_note(docx_int(sax_attribute(at, "id"), -1), end, &n);
    const bool own_mark = *sax_attribute(at, "customMarkFollows") && !docx_off(sax_attribute(at, "customMarkFollows"));
    if (!own_mark) d->notes[end]++;
    flow_numeral(number, d->notes[end], end ? 'i' : '1');
    if (words) flow_note(own_mark ? "" : number, words, n);
}

static void put_break(docx *d, const char *type)
{
    if (strcmp(type, "page")) flow_text(strcmp(type, "column") ? "\n" : " ", 1);
    else if (d->explicit_breaks) next_page(d);
    else flow_text(" ", 1);
}

/* ---- elements -------------------------------------------------------------------------------------------------------- */

enum {
    M_T, MC_FALLBACK, W_ALT_CHUNK, W_B, W_BR, W_COMMENT, W_CR, W_DEL, W_DEL_INSTR, W_DEL_TEXT, W_ENDNOTE, W_FOOTNOTE, W_ILVL, W_INSTR, W_RENDERED,
    W_MOVE_FROM, W_HYPHEN, W_NUM_ID, W_OUTLINE, W_P, W_P_PR, W_P_CHANGE, W_STYLE, W_BEFORE, W_PTAB, W_R, W_R_CHANGE, W_R_STYLE, W_RT, W_SECT_PR, W_SYM, W_SZ, W_T,
    W_TAB, W_TBL, W_TC, W_TR, W_VANISH, ELEMENTS
};
static const char *const elements[] = {
    "m:t", "mc:Fallback", "w:altChunk", "w:b", "w:br", "w:comment", "w:cr", "w:del", "w:delInstrText", "w:delText", "w:endnoteReference",
    "w:footnoteReference", "w:ilvl", "w:instrText", "w:lastRenderedPageBreak", "w:moveFrom", "w:noBreakHyphen", "w:numId", "w:outlineLvl", "w:p",
    "w:pPr", "w:pPrChange", "w:pStyle", "w:pageBreakBefore", "w:ptab", "w:r", "w:rPrChange", "w:rStyle", "w:rt", "w:sectPr", "w:sym", "w:sz", "w:t", "w:tab", "w:tbl", "w:tc",
    "w:tr", "w:vanish",
};

static void property(docx *d, unsigned is, const char *value)
{
    switch (is) {
    case W_P_CHANGE: d->skip = 1; break;                     /* as it was before */
    case W_STYLE: snprintf(d->style, sizeof d->style, "%s", value); break;
    case W_NUM_ID: d->list = docx_int(value, -1); break;
    case W_ILVL: d->level = docx_int(value, -1); break;
    case W_OUTLINE: d->outline = docx_int(value, -1); break;
    case W_BEFORE: d->page_before = !docx_off(value); break;
    case W_SECT_PR: d->ends_section = true; break;
    case W_DEL: flow_drop_break(); break;                    /* what comes next stands in this paragraph */
    default: break;
    }
}

static void opens(void *ctx, const char *name, const char **at)
{
    docx *d = ctx;
    const unsigned is = sax_find(name, elements, ELEMENTS);
    const char *value = sax_attribute(at, "val");
    if (d->skip) { d->skip++; return; }
    if (d->in_mark) { property(d, is, value); return; }
    switch (is) {
    case MC_FALLBACK: case W_R_CHANGE: case W_DEL: case W_DEL_INSTR: case W_DEL_TEXT: case W_INSTR: case W_MOVE_FROM: case W_RT: case W_COMMENT: d->skip = 1; break;
    case W_P: begin_paragraph(d); break;
    case W_P_PR: d->in_mark = true; break;
    case W_R: settle(d); docx_letters_run(); d->run_hidden = d->style_hidden; break;
    case W_B: docx_letters_bold(value); break;
    case W_SZ: docx_letters_size(value); break;
    case W_VANISH: d->run_hidden = !docx_off(value); break;
    case W_R_STYLE: docx_letters_styled(value); d->run_hidden |= docx_character_hidden(value); break;
    case W_T: case M_T: d->words = true; break;
    case W_TAB: case W_PTAB: if (!d->run_hidden) flow_text("\t", 1); break;
    case W_BR: put_break(d, sax_attribute(at, "type")); break;
    case W_CR: flow_text("\n", 1); break;
    case W_HYPHEN: if (!d->run_hidden) flow_text("-", 1); break;
    case W_RENDERED: next_page(d); break;
    case W_FOOTNOTE: case W_ENDNOTE: add_note(d, at, is == W_ENDNOTE); break;
    case W_TBL: flow_table_open(); break;
    case W_ALT_CHUNK: document_note("NOTE_EMBEDDED", ""); break;
    default: break;
    }
}

static void closes(void *ctx, const char *name)
{
    docx *d = ctx;
    if (d->skip) { d->skip--; return; }
    switch (sax_find(name, elements, ELEMENTS)) {
    case W_P_PR: d->in_mark = false; break;
    case W_P: end_paragraph(d); break;
    case W_T: case M_T: d->words = false; break;
    case W_TC: flow_cell_close(); break;
    case W_TR: flow_row_close(); break;
    case W_TBL: flow_table_close(); break;
    default: break;
    }
}

static void says(void *ctx, const char *p, int n)
{
    docx *d = ctx;
    if (!d->words || d->skip || d->run_hidden) return;
    flow_letters(docx_letters());
    flow_text(p, (size_t)n);
    d->fresh = false;
}

void docx_read_body(const text *xml, bool numbered)
{
    static docx d;
    d.numbered = numbered;
    document_format("docx");
    flow_body_size(docx_body_size(xml));
    find_pages(&d, xml);
    const sax s = { opens, closes, says, &d };
    sax_run(&s, xml, "document.xml");
    flow_end();
}
