/* Tables as an XLSX workbook: a sheet a table, its head in sight, filtered, explained in notes; rows past a sheet's end go on
 * in the next. Rows are written as they come: memory does not grow with them. */
#include "dress.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { LAST_ROW = 1048575, MOST_COLUMNS = 16384, LONGEST_CELL = 32767, LONGEST_NAME = 31 };
enum { NARROW = 8, HEAD = 24, WIDE = 60, LOOKED_AT = 500 };  /* widths in characters; rows they are found from */
enum { A4 = 9, LINE_HEIGHT = 15 };                           /* of a line: in points */
enum { EXACT_DIGITS = 15 };                                  /* of a number in a spreadsheet */
static const time_t epoch = 946684800;                       /* 2000-01-01: the same tables give the same bytes */

static struct {
    lxw_workbook  *book;
    lxw_format    *head[2], *text, *count, *real;            /* head[1]: of numbers */
    lxw_worksheet *sheet;
    unsigned       part;                    /* of the table: how many sheets it has by now */
    lxw_row_t      row;                     /* the next one */
    size_t         columns, *width;
    unsigned long long cut;                 /* cells that were longer than a cell can be */
    bool           report;                  /* several tables that belong together */
    table          t;                       /* the one that the sheet is of */
    char           name[LONGEST_NAME * 4 + 1];
} w;

static void check(lxw_error e)
{
    if (e) refuse(e == LXW_ERROR_MEMORY_MALLOC_FAILED ? "IN_MEMORY" : "OUT_MADE", 0, 0, lxw_strerror(e));
}

static lxw_format *format(const char *number)
{
    lxw_format *f = workbook_add_format(w.book);
    if (!f) refuse("IN_MEMORY", 0, 0, "");
    if (number) format_set_num_format(f, number);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    return f;
}

static void begin(const char *path)
{
    char folder[4096];
    snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(path, '/') - path), path);
    lxw_workbook_options o = { .constant_memory = LXW_TRUE, .tmpdir = folder };
    lxw_doc_properties p = { .author = (char *)(uintptr_t)"siasat", .created = epoch };
    w.book = workbook_new_opt(path, &o);
    if (!w.book) refuse("IN_MEMORY", 0, 0, "");
    check(workbook_set_properties(w.book, &p));
    for (int i = 0; i < 2; i++) {
        w.head[i] = format(NULL);
        format_set_bold(w.head[i]);
        format_set_bottom(w.head[i], LXW_BORDER_THIN);
    }
    format_set_align(w.head[1], LXW_ALIGN_RIGHT);
    w.text = format(NULL);
    w.count = format("#,##0");
    w.real = format("#,##0.0000");
}

/* ---- texts ------------------------------------------------------------------------------------------------------------- */

static size_t utf16_units(unsigned char lead) { return (lead & 0xC0) == 0x80 ? 0 : lead >= 0xF0 ? 2 : 1; }

static bool noncharacter(const char *p) { return !memcmp(p, "\xEF\xBF\xBE", 3) || !memcmp(p, "\xEF\xBF\xBF", 3); }

static bool is_escape(const char *p)
{
    for (int i = 2; i < 6; i++) if (!strchr("0123456789abcdefABCDEF", p[i]) || !p[i]) return false;
    return p[0] == '_' && p[1] == 'x' && p[6] == '_';
}

/* The text as a cell may hold it: what would be read as an escape is escaped, what no XML can say is U+FFFD, and what is longer
 * than a cell ends in an ellipsis. Valid until the next call. */
static const char *cell_text(const char *s)
{
    static text t;
    size_t units = 0;
    t.n = 0;
    text_add(&t, "", 0);
    for (size_t i = 0, left = strlen(s); s[i]; i++, left--) {
        units += utf16_units((unsigned char)s[i]);
        if (units >= LONGEST_CELL && left > 1 && utf16_units((unsigned char)s[i])) {
            text_add(&t, "\xE2\x80\xA6", 3);
            w.cut++;
            break;
        }
        if (left >= 3 && noncharacter(s + i)) { text_add(&t, "\xEF\xBF\xBD", 3); i += 2; left -= 2; }
        else if (left >= 7 && is_escape(s + i)) text_add(&t, "_x005F_", 7);
        else text_add(&t, s + i, 1);
    }
    return t.p;
}

/* ---- sheets ------------------------------------------------------------------------------------------------------------ */

/* A name as a sheet may have it: without []:*?/\ and at most 31 letters, the part behind it. */
static void name_of(char *to, const char *name)
{
    char part[16] = "";
    if (w.part > 1) snprintf(part, sizeof part, " %u", w.part);
    size_t n = 0;
    for (; *name && n < LONGEST_NAME - strlen(part); name++) to[n++] = strchr("[]:*?/\\'", *name) ? ' ' : *name;
    while (n && (to[n - 1] & 0xC0) == 0x80) n--;             /* no letter is cut in two */
    memcpy(to + n, part, strlen(part) + 1);
}

static void finish_sheet(void)
{
    if (!w.sheet) return;
    for (size_t c = 0; c < w.columns; c++) {
        const size_t n = w.width[c] < NARROW ? NARROW : w.width[c] > WIDE ? WIDE : w.width[c];
        check(worksheet_set_column(w.sheet, (lxw_col_t)c, (lxw_col_t)c, (double)n + 2, NULL));
    }
    check(worksheet_autofilter(w.sheet, 0, 0, w.row ? w.row - 1 : 0, (lxw_col_t)(w.columns - 1)));
    worksheet_freeze_panes(w.sheet, 1, 0);
    worksheet_set_landscape(w.sheet);                        /* on paper: as wide as a page, the head on each */
    worksheet_set_paper(w.sheet, A4);
    worksheet_fit_to_pages(w.sheet, 1, 0);
    check(worksheet_repeat_rows(w.sheet, 0, 0));
    if (w.report) dress_sheet(&w.t, w.sheet, w.name, w.row ? w.row - 1 : 0);
}

static void widen(size_t c, size_t n) { if (w.row <= LOOKED_AT && n > w.width[c]) w.width[c] = n; }

/* A report's heads are broken into lines, which no program makes room for by itself. */
static void make_room(const table *t)
{
    size_t longest = 0;
    for (size_t c = 0; c < t->n; c++) if (letters(t->column[c].title) > longest) longest = letters(t->column[c].title);
    check(worksheet_set_row(w.sheet, 0, LINE_HEIGHT * (double)(1 + longest / (HEAD - 6)), NULL));
}

static void start_sheet(const table *t)
{
    finish_sheet();
    w.part++;
    name_of(w.name, w.report ? t->title : t->name);
    w.sheet = workbook_add_worksheet(w.book, w.name);
    if (!w.sheet) refuse("OUT_MADE", 0, 0, w.name);
    if (w.report) make_room(t);
    for (w.row = 0; w.row < 1; w.row++)
        for (size_t c = 0; c < t->n; c++) {
            lxw_comment_options o = { .x_scale = 2.5, .y_scale = 1.5 };
            check(worksheet_write_string(w.sheet, 0, (lxw_col_t)c, cell_text(t->column[c].title), w.head[t->column[c].type != 't']));
            if (*t->column[c].means) check(worksheet_write_comment_opt(w.sheet, 0, (lxw_col_t)c, cell_text(t->column[c].means), &o));
            const size_t n = letters(t->column[c].title) + 3;                /* room for the filter's button */
            widen(c, w.report && n > HEAD ? HEAD : n);
        }
}

static void start_table(const table *t)
{
    if (t->n > MOST_COLUMNS) refuse("OUT_COLUMNS", 0, 0, "16384");
    finish_sheet();
    w.sheet = NULL;
    w.part = 0;
    w.t = *t;
    w.columns = t->n;
    w.width = must_alloc(w.width, t->n * sizeof *w.width);
    memset(w.width, 0, t->n * sizeof *w.width);
    start_sheet(t);
}

/* ---- rows -------------------------------------------------------------------------------------------------------------- */

/* False for a number that a spreadsheet would change: too many digits, or too near to nothing. */
static bool exact(const char *s, double *v)
{
    size_t digits = 0;
    for (const char *c = s; *c && *c != 'e'; c++) digits += *c >= '0' && *c <= '9';
    errno = 0;
    *v = strtod(s, NULL);
    return !errno && digits <= EXACT_DIGITS;
}

static void put(const table *t, size_t c, const char *cell, const char *link)
{
    double v;
    const char type = t->column[c].type;
    lxw_format *usual = type == 'c' ? w.count : w.real;
    if (!*cell) return;
    widen(c, letters(cell));
    if (link) check(worksheet_write_url(w.sheet, w.row, (lxw_col_t)c, link, usual));
    if (type != 't' && exact(cell, &v))
        check(worksheet_write_number(w.sheet, w.row, (lxw_col_t)c, v, w.report ? dress_format(&t->column[c], usual) : usual));
    else check(worksheet_write_string(w.sheet, w.row, (lxw_col_t)c, cell_text(cell), w.text));
}

static void row(const table *t, char *const *cell)
{
    if (w.row > LAST_ROW) start_sheet(t);
    if (w.report) dress_row(t, cell, w.row, w.name);
    for (size_t c = 0; c < t->n; c++) put(t, c, cell[c], w.report ? dress_link(t, c, cell) : NULL);
    w.row++;
}

static void end(void)
{
    finish_sheet();
    if (w.report) dress_end();
    check(workbook_close(w.book));
    if (w.cut) fprintf(stderr, "cut %llu\n", w.cut);
}

static void begin_report(const char *path)
{
    begin(path);
    w.report = true;
    for (int i = 0; i < 2; i++) {
        format_set_text_wrap(w.head[i]);                     /* chapters are columns there, and have long names */
        format_set_bg_color(w.head[i], 0xDDEBF7);
        format_set_align(w.head[i], LXW_ALIGN_VERTICAL_TOP);
    }
    dress_begin(w.book);
}

const maker make_report = { "report", begin_report, start_table, row, end };
const maker make_workbook = { "xlsx", begin, start_table, row, end };
