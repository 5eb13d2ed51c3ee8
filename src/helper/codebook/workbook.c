/* A TSV as an XLSX workbook: a sheet with a bold first row that stays in sight; lines that begin with # go to a second. */
#include "../pack.h"
#include "../zip.h"
#include "jobs.h"
#include <stdlib.h>
#include <string.h>

enum { LONGEST_CELL = 32767 };              /* Excel's own limit, in characters */

/* ---- the sheets' XML --------------------------------------------------------------------------------------------------- */

static void add(text *t, const char *s) { text_add(t, s, strlen(s)); }

static void add_escaped(text *t, const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const unsigned char c = (unsigned char)p[i];
        if (c == '&') add(t, "&amp;");
        else if (c == '<') add(t, "&lt;");
        else if (c == '>') add(t, "&gt;");
        else if (c < 0x20) add(t, " ");
        else if (i + 2 < n && !memcmp(p + i, "\xEF\xBF\xBE", 3)) { add(t, "?"); i += 2; }
        else if (i + 2 < n && !memcmp(p + i, "\xEF\xBF\xBF", 3)) { add(t, "?"); i += 2; }
        else text_add(t, p + i, 1);
    }
}

/* What _x0041_ would turn into stays what it is: its underscore is written as an escape. */
static void add_cell(text *t, const char *p, size_t n, bool bold)
{
    if (n > LONGEST_CELL) refuse("IN_BIG", 0, 0, "> 32767 bytes in a cell");
    add(t, bold ? "<c t=\"inlineStr\" s=\"1\"><is><t xml:space=\"preserve\">" : "<c t=\"inlineStr\" s=\"2\"><is><t xml:space=\"preserve\">");
    size_t from = 0;
    for (size_t i = 0; i + 6 < n; i++) {
        if (p[i] != '_' || p[i + 1] != 'x' || p[i + 6] != '_') continue;
        add_escaped(t, p + from, i - from);
        add(t, "_x005F_");
        from = i + 1;
    }
    add_escaped(t, p + from, n - from);
    add(t, "</t></is></c>");
}

/* One cell of the line from *at on: in quotes with quotes doubled where it begins with one. */
static size_t take_cell(const char *line, size_t n, size_t at, text *cell)
{
    cell->n = 0;
    text_add(cell, "", 0);
    if (at < n && line[at] == '"') {
        for (at++; at < n; at++) {
            if (line[at] == '"' && (at + 1 == n || line[at + 1] != '"')) break;
            at += line[at] == '"';
            text_add(cell, line + at, 1);
        }
        at++;
    }
    while (at < n && line[at] != '\t') text_add(cell, line + at++, 1);
    return at + 1;
}

static void add_row(text *sheet, const char *line, size_t n, bool bold)
{
    text cell = { 0 };
    size_t empty = 0;                                        /* cells passed over: those at the end are not written */
    add(sheet, "<row>");
    for (size_t at = 0; at <= n; ) {
        at = take_cell(line, n, at, &cell);
        if (!cell.n) { empty++; continue; }
        for (; empty; empty--) add(sheet, "<c s=\"2\"/>");
        add_cell(sheet, cell.p, cell.n, bold);
    }
    add(sheet, "</row>");
    free(cell.p);
}

static void add_note(text *notes, const char *line, size_t n)
{
    while (n && (*line == '#' || *line == ' ')) { line++; n--; }
    add(notes, "<row>");
    add_cell(notes, line, n, false);
    add(notes, "</row>");
}

static void fill(text *sheet, text *notes, const char *all, size_t n)
{
    bool first = true;
    for (size_t i = 0; i < n; ) {
        const char *line = all + i, *nl = memchr(line, '\n', n - i);
        const size_t k = nl ? (size_t)(nl - line) : n - i;
        if (k && *line == '#') add_note(notes, line, k);
        else { add_row(sheet, line, k, first); first = false; }
        i += k + 1;
    }
}

/* ---- the package ---------------------------------------------------------------------------------------------------------- */

#define XML  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define REL  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACK "http://schemas.openxmlformats.org/package/2006/"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

static const char types[] = XML "<Types xmlns=\"" PACK "content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE "sheet.main+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" TYPE "worksheet+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"" TYPE "worksheet+xml\"/></Types>";
static const char roots[] = XML "<Relationships xmlns=\"" PACK "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" REL "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
static const char relations[] = XML "<Relationships xmlns=\"" PACK "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" REL "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" REL "/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" REL "/styles\" Target=\"styles.xml\"/></Relationships>";
static const char workbook[] = XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" REL "\"><sheets>"
    "<sheet name=\"codebook\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"notes\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>";
/* Style 1 is the title row, style 2 text: a cell typed as text stays as it is typed. */
static const char styles[] = XML "<styleSheet xmlns=\"" MAIN "\">"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">"
    "<alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
static const char sheet_head[] = XML "<worksheet xmlns=\"" MAIN "\"><sheetViews><sheetView workbookViewId=\"0\">"
    "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
    "<cols><col min=\"1\" max=\"2\" width=\"16\" style=\"2\" customWidth=\"1\"/><col min=\"3\" max=\"3\" width=\"26\" style=\"2\" customWidth=\"1\"/>"
    "<col min=\"4\" max=\"8\" width=\"38\" style=\"2\" customWidth=\"1\"/><col min=\"9\" max=\"20\" width=\"22\" style=\"2\" customWidth=\"1\"/></cols>"
    "<sheetData>";
static const char notes_head[] = XML "<worksheet xmlns=\"" MAIN "\"><cols><col min=\"1\" max=\"1\" width=\"110\" customWidth=\"1\"/></cols><sheetData>";
static const char sheet_foot[] = "</sheetData></worksheet>";

int job_workbook(void)
{
    size_t n;
    const char *all = read_input(&n, ZIP_MOST);
    text sheet = { 0 }, notes = { 0 };
    add(&sheet, sheet_head);
    add(&notes, notes_head);
    fill(&sheet, &notes, all, n);
    add(&sheet, sheet_foot);
    add(&notes, sheet_foot);
    pack *p = pack_new();
    pack_add(p, "[Content_Types].xml", types, sizeof types - 1);
    pack_add(p, "_rels/.rels", roots, sizeof roots - 1);
    pack_add(p, "xl/workbook.xml", workbook, sizeof workbook - 1);
    pack_add(p, "xl/_rels/workbook.xml.rels", relations, sizeof relations - 1);
    pack_add(p, "xl/styles.xml", styles, sizeof styles - 1);
    pack_add(p, "xl/worksheets/sheet1.xml", sheet.p, sheet.n);
    pack_add(p, "xl/worksheets/sheet2.xml", notes.p, notes.n);
    pack_write(p, stdout);
    return 0;
}
