/* The first visible sheet of an XLSX workbook as TSV: one line a row, so that a message's line is the sheet's row. */
#include "../zip.h"
#include "jobs.h"
#include <expat.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 256, ROWS = 1048576, DEEPEST = 100 };

typedef struct {
    XML_Parser x;
    const char *part;                       /* the member that is read */
    size_t depth;
    bool in_text;                           /* what is said now is a cell's or a string's */
    size_t phonetic;                        /* depth of an <rPh>: how a word is spoken, not what stands there */
    text now;
    char sheet[64], target[256];            /* the sheet's relation, and the member it leads to */
    struct { size_t at, n; } *string;       /* shared strings, in `strings` */
    size_t n_strings;
    text strings;
    size_t row, column, put_rows, put_columns;
    char type;                              /* of the cell: its t's first letter, or n */
} book;

/* ---- XML, within bounds --------------------------------------------------------------------------------------------- */

static void stop(const book *b, const char *why, const char *culprit)
{
    refuse(why, XML_GetCurrentLineNumber(b->x), XML_GetCurrentColumnNumber(b->x) + 1, culprit);
}

static void doctype(void *ctx, const char *name, const char *system, const char *public, int internal)
{
    (void)name; (void)system; (void)public; (void)internal;
    stop(ctx, "IN_DOCTYPE", "");
}

static void says(void *ctx, const char *p, int n)
{
    book *b = ctx;
    if (b->in_text && !b->phonetic) text_add(&b->now, p, (size_t)n);
}

static const char *attribute(const char **at, const char *name)
{
    for (size_t i = 0; at[i]; i += 2) {
        const char *colon = strrchr(at[i], ':');
        if (!strcmp(colon ? colon + 1 : at[i], name)) return at[i + 1];
    }
    return NULL;
}

static bool is(const char *name, const char *wanted)
{
    const char *colon = strrchr(name, ':');
    return !strcmp(colon ? colon + 1 : name, wanted);
}

static void deeper(book *b) { if (++b->depth > DEEPEST) stop(b, "IN_DEEP", "100"); }

static void parse(book *b, const text *member, XML_StartElementHandler opens, XML_EndElementHandler closes)
{
    b->x = XML_ParserCreate(NULL);
    if (!b->x) refuse("IN_MEMORY", 0, 0, "");
    b->depth = 0;
    XML_SetUserData(b->x, b);
    XML_SetElementHandler(b->x, opens, closes);
    XML_SetCharacterDataHandler(b->x, says);
    XML_SetStartDoctypeDeclHandler(b->x, doctype);
    if (XML_Parse(b->x, member->p, (int)member->n, 1) == XML_STATUS_ERROR) {
        char culprit[128];
        snprintf(culprit, sizeof culprit, "%s: %s", b->part, XML_ErrorString(XML_GetErrorCode(b->x)));
        stop(b, XML_GetErrorCode(b->x) == XML_ERROR_NO_MEMORY ? "IN_MEMORY" : "IN_SYNTAX", culprit);
    }
    XML_ParserFree(b->x);
}

static bool read_part(book *b, zip_t *z, size_t n, const char *part, XML_StartElementHandler opens, XML_EndElementHandler closes)
{
    text member = { 0 };
    b->part = part;
    if (!zip_member(z, n, part, &member)) return false;
    parse(b, &member, opens, closes);
    free(member.p);
    return true;
}

/* ---- which sheet ---------------------------------------------------------------------------------------------------- */

static void up(void *ctx, const char *name) { (void)name; ((book *)ctx)->depth--; }

static void workbook_opens(void *ctx, const char *name, const char **at)
{
    book *b = ctx;
    deeper(b);
    const char *id = attribute(at, "id"), *state = attribute(at, "state");
    if (!is(name, "sheet") || b->sheet[0] || !id || (state && strcmp(state, "visible"))) return;
    snprintf(b->sheet, sizeof b->sheet, "%s", id);
}

static void relations_open(void *ctx, const char *name, const char **at)
{
    book *b = ctx;
    deeper(b);
    const char *id = attribute(at, "Id"), *to = attribute(at, "Target");
    if (!is(name, "Relationship") || !id || !to || strcmp(id, b->sheet)) return;
    snprintf(b->target, sizeof b->target, "%s%s", *to == '/' ? "" : "xl/", *to == '/' ? to + 1 : to);
}

/* ---- shared strings --------------------------------------------------------------------------------------------------- */

static void strings_open(void *ctx, const char *name, const char **at)
{
    book *b = ctx;
    (void)at;
    deeper(b);
    if (is(name, "si")) b->now.n = 0;
    if (is(name, "rPh") && !b->phonetic) b->phonetic = b->depth;
    b->in_text = is(name, "t");
}

static void strings_close(void *ctx, const char *name)
{
    book *b = ctx;
    b->in_text = false;
    if (b->phonetic == b->depth) b->phonetic = 0;
    b->depth--;
    if (!is(name, "si")) return;
    if (!(b->n_strings & (b->n_strings + 1))) b->string = must_alloc(b->string, (2 * b->n_strings + 2) * sizeof *b->string);
    b->string[b->n_strings].at = b->strings.n;
    b->string[b->n_strings++].n = b->now.n;
    text_add(&b->strings, b->now.p ? b->now.p : "", b->now.n);
}

/* ---- cells ------------------------------------------------------------------------------------------------------------ */

static size_t column_of(const char *ref)
{
    size_t n = 0;
    for (; *ref >= 'A' && *ref <= 'Z' && n <= COLUMNS; ref++) n = n * 26 + (size_t)(*ref - 'A' + 1);
    return n;
}

/* _x000D_ stands for the character of that number; of these the underscore is one, and control characters are blanks, as
 * line ends and TABs within a cell are. 0: nothing of the kind. */
static char escaped(const char *p, size_t n)
{
    if (n < 7 || p[0] != '_' || p[1] != 'x' || p[6] != '_') return 0;
    for (size_t i = 2; i < 6; i++) if (!strchr("0123456789ABCDEFabcdef", p[i])) return 0;
    const unsigned long c = strtoul((char[]){ p[2], p[3], p[4], p[5], 0 }, NULL, 16);
    return c == '_' ? '_' : c < 0x20 ? ' ' : 0;
}

/* A cell that begins with a quote is put in quotes, as sheets are read. */
static void put_cell(const char *p, size_t n)
{
    while (n && strchr(" \t\r\n", *p)) { p++; n--; }
    while (n && strchr(" \t\r\n", p[n - 1])) n--;
    const bool quoted = n && *p == '"';
    if (quoted) putchar('"');
    for (size_t i = 0; i < n; i++) {
        const char c = escaped(p + i, n - i);
        if (quoted && p[i] == '"') putchar('"');
        if (c) { putchar(c); i += 6; }
        else putchar(strchr("\t\r\n", p[i]) ? ' ' : p[i]);
    }
    if (quoted) putchar('"');
}

static void end_row(book *b)
{
    if (b->put_columns) putchar('\t');                       /* one column alone would not look like TSV */
    putchar('\n');
    b->put_rows++;
    b->put_columns = 0;
}

static void go_to(book *b)
{
    if (b->row <= b->put_rows || b->row > ROWS || b->column <= b->put_columns) stop(b, "IN_SYNTAX", "cells out of order");
    if (b->column > COLUMNS) stop(b, "IN_MANY", "> 256 columns");
    while (b->put_rows + 1 < b->row) end_row(b);
    for (bool first = !b->put_columns; b->put_columns < b->column; b->put_columns++, first = false) if (!first) putchar('\t');
}

static void end_cell(book *b)
{
    const char *p = b->now.n ? b->now.p : "";
    size_t n = b->now.n;
    if (b->type == 's' && n) {
        const unsigned long k = strtoul(p, NULL, 10);
        if (k >= b->n_strings) stop(b, "IN_SYNTAX", "no such shared string");
        p = b->strings.p + b->string[k].at;
        n = b->string[k].n;
    }
    b->now.n = 0;
    if (!n) return;
    go_to(b);
    put_cell(p, n);
}

static void sheet_opens(void *ctx, const char *name, const char **at)
{
    book *b = ctx;
    deeper(b);
    if (is(name, "row")) {
        const char *r = attribute(at, "r");
        if (b->put_columns) end_row(b);
        b->row = r ? strtoul(r, NULL, 10) : b->row + 1;
        b->column = 0;
    } else if (is(name, "c")) {
        const char *r = attribute(at, "r"), *t = attribute(at, "t");
        b->column = r ? column_of(r) : b->column + 1;
        b->type = !t ? 'n' : !strcmp(t, "s") ? 's' : 'i';
        b->now.n = 0;
    }
    if (is(name, "rPh") && !b->phonetic) b->phonetic = b->depth;
    b->in_text = is(name, "v") || is(name, "t");
}

static void sheet_closes(void *ctx, const char *name)
{
    book *b = ctx;
    b->in_text = false;
    if (b->phonetic == b->depth) b->phonetic = 0;
    b->depth--;
    if (is(name, "c")) end_cell(b);
}

int job_sheet(void)
{
    size_t n;
    char *all = read_input(&n, ZIP_MOST);
    book *b = must_alloc(NULL, sizeof *b);
    memset(b, 0, sizeof *b);
    zip_t *z = zip_of(all, n, ZIP_MEMBERS);
    if (!read_part(b, z, n, "xl/workbook.xml", workbook_opens, up)) refuse("IN_PART", 0, 0, "xl/workbook.xml");
    if (!b->sheet[0]) refuse("IN_PART", 0, 0, "<sheet>");
    if (!read_part(b, z, n, "xl/_rels/workbook.xml.rels", relations_open, up)) refuse("IN_PART", 0, 0, "xl/_rels/workbook.xml.rels");
    (void)read_part(b, z, n, "xl/sharedStrings.xml", strings_open, strings_close);
    if (!read_part(b, z, n, b->target, sheet_opens, sheet_closes)) refuse("IN_PART", 0, 0, b->target[0] ? b->target : b->sheet);
    if (b->put_columns) end_row(b);
    return 0;
}
