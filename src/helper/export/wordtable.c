/* A table as a Word document: a numbered caption, three lines as journals set them, a head that recurs on each page, and a note
 * that says what the columns mean. Columns in which nothing stands are left out. */
#include "maker.h"
#include "wordfile.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_MIB = 128, UPRIGHT = 6, CELL_POINTS = 18 };      /* most columns of an upright page; half points */
enum { NARROW = 6, WIDE = 32, LETTER = 100 };                /* of a column, in letters; of a letter, in twentieths of a point */

static struct {
    const char *path;
    text body, rows;                        /* rows: the cells of the table, each ended by a NUL */
    size_t tables, n_rows;
    const table *t;
    size_t *widest;                         /* cell of each column, in letters; 0: nothing stands in it */
} w;

static void run(text *t, const char *s, const char *how)
{
    char head[128];
    snprintf(head, sizeof head, "<w:r><w:rPr>%s<w:sz w:val=\"%d\"/></w:rPr><w:t xml:space=\"preserve\">", how, CELL_POINTS);
    word_add(t, head);
    word_text(t, s);
    word_add(t, "</w:t></w:r>");
}

static void begin(const char *path) { w.path = path; }

/* ---- a table ----------------------------------------------------------------------------------------------------------- */

static void caption(const table *t)
{
    const bool id = !strcmp(t->language, "id");
    char number[256];
    snprintf(number, sizeof number, "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr><w:r><w:t xml:space=\"preserve\">%s </w:t></w:r>"
             "<w:fldSimple w:instr=\" SEQ %s \\* ARABIC \"><w:r><w:t>%zu</w:t></w:r></w:fldSimple>", id ? "Tabel" : "Table", id ? "Tabel" : "Table",
             w.tables);
    word_add(&w.body, number);
    const char first[2] = { (char)(*t->title >= 'a' && *t->title <= 'z' ? *t->title - 'a' + 'A' : *t->title), 0 };
    word_add(&w.body, "<w:r><w:t xml:space=\"preserve\">. ");
    word_text(&w.body, first);
    word_text(&w.body, t->title + (*t->title != 0));
    word_add(&w.body, "</w:t></w:r></w:p>");
}

static void cell(const char *s, char type, bool head)
{
    word_add(&w.body, "<w:tc><w:tcPr>");
    if (head) word_add(&w.body, "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"6\"/></w:tcBorders>");
    word_add(&w.body, "</w:tcPr><w:p>");
    if (type != 't') word_add(&w.body, "<w:pPr><w:jc w:val=\"right\"/></w:pPr>");
    if (*s) run(&w.body, s, head ? "<w:b/>" : "");
    word_add(&w.body, "</w:p></w:tc>");
}

/* A number as it is read: at most four decimals, with a comma in Indonesian. */
static const char *number(const char *s, char type)
{
    static char shown[64];
    const bool comma = !strcmp(w.t->language, "id");
    if (type != 'r' || strchr(s, 'e') || !strchr(s, '.')) snprintf(shown, sizeof shown, "%s", s);
    else snprintf(shown, sizeof shown, "%.4f", strtod(s, NULL));
    for (char *c = shown; comma && *c; c++) if (*c == '.') *c = ',';
    return shown;
}

static void rows(const table *t)
{
    const char *p = w.rows.p;
    for (size_t r = 0; r < w.n_rows; r++) {
        word_add(&w.body, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (size_t c = 0; c < t->n; c++, p += strlen(p) + 1)
            if (w.widest[c]) cell(t->column[c].type == 't' ? p : number(p, t->column[c].type), t->column[c].type, false);
        word_add(&w.body, "</w:tr>");
    }
}

static void note(const table *t)
{
    bool first = true;
    word_add(&w.body, "<w:p><w:pPr><w:spacing w:before=\"60\"/></w:pPr>");
    run(&w.body, !strcmp(t->language, "id") ? "Keterangan. " : "Note. ", "<w:i/>");
    for (size_t c = 0; c < t->n; c++) {
        if (!w.widest[c] || !*t->column[c].means) continue;
        if (!first) run(&w.body, "; ", "");
        run(&w.body, t->column[c].title, "<w:i/>");
        run(&w.body, ": ", "");
        t->column[c].means[strcspn(t->column[c].means, "\n")] = 0;           /* formula and source are for notes */
        run(&w.body, t->column[c].means, "");
        first = false;
    }
    run(&w.body, ".", "");
    word_add(&w.body, "</w:p>");
}

/* Widths as the cells want them, within bounds; the table as a whole is as wide as the text. */
static void grid(const table *t)
{
    char width[64];
    for (size_t c = 0; c < t->n; c++) {
        if (!w.widest[c]) continue;
        size_t n = letters(t->column[c].title) / 2;
        if (w.widest[c] > n) n = w.widest[c];
        snprintf(width, sizeof width, "<w:gridCol w:w=\"%zu\"/>", LETTER * (n < NARROW ? NARROW : n > WIDE ? WIDE : n));
        word_add(&w.body, width);
    }
}

static void finish_table(void)
{
    const table *t = w.t;
    if (!t) return;
    for (size_t c = 0; c < t->n && !w.n_rows; c++) w.widest[c] = 1;          /* a head alone */
    caption(t);
    word_add(&w.body, "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\"/>"
                 "<w:bottom w:val=\"single\" w:sz=\"8\"/></w:tblBorders></w:tblPr><w:tblGrid>");
    grid(t);
    word_add(&w.body, "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (size_t c = 0; c < t->n; c++) if (w.widest[c]) cell(t->column[c].title, t->column[c].type, true);
    word_add(&w.body, "</w:tr>");
    rows(t);
    word_add(&w.body, "</w:tbl>");
    note(t);
}

static void start_table(const table *t)
{
    finish_table();
    w.tables++;
    w.n_rows = w.rows.n = 0;
    text_add(&w.rows, "", 0);
    w.t = t;
    w.widest = must_alloc(w.widest, t->n * sizeof *w.widest);
    memset(w.widest, 0, t->n * sizeof *w.widest);
}

static void row(const table *t, char *const *cells)
{
    for (size_t c = 0; c < t->n; c++) {
        const size_t n = letters(cells[c]);
        if (n > w.widest[c]) w.widest[c] = n;
        text_add(&w.rows, cells[c], strlen(cells[c]) + 1);
    }
    w.n_rows++;
    if (w.rows.n >> 20 >= MOST_MIB) refuse("OUT_MADE", 0, 0, "> 128 MiB; .xlsx, .csv");
}

/* ---- the document ------------------------------------------------------------------------------------------------------ */

static void end(void)
{
    size_t shown = 0;
    finish_table();
    for (size_t c = 0; c < w.t->n; c++) shown += w.widest[c] != 0;
    word_write(w.path, &w.body, w.t->language, shown <= UPRIGHT);
}

const maker make_word_table = { "docx", begin, start_table, row, end };
