/* The web page: one file that needs nothing else, neither a network nor a library. Its policy names the one script and the one
 * style that may run, by their hashes; tables are data, which the script puts into the page as text. */
#include "page.h"
#include <errno.h>
#include <string.h>

enum { LONGEST_TEXT = 3 << 20 };                             /* bytes of the documents' own text */

static struct {
    FILE *f;
    table t;                                                 /* the one being written; by value, since the reader reuses its own */
    enum { FIRST_ROWS, OUTLINE, HITS, TEXT } kind;                 /* which of its rows the page holds */
    size_t written, all, bytes, term;
    bool begun;
} p;

static void begin(const char *path)
{
    p.f = fopen(path, "wb");
    if (!p.f) refuse("OUT_MADE", 0, 0, strerror(errno));
}

/* ---- the frame ------------------------------------------------------------------------------------------------------------ */

static void page_head(const char *language)
{
    const bool id = !strcmp(language, "id");
    fprintf(p.f,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '%s'; style-src '%s'; "
            "img-src data:; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n<title>siasat</title>\n<style>",
            id ? "id" : "en", page_script_hash, page_style_hash);
    fwrite(page_style, 1, page_style_size, p.f);
    fprintf(p.f, "</style>\n</head>\n<body>\n<noscript><p>%s</p></noscript>\n",
            id ? "Halaman ini menyusun tabel dan gambarnya dengan JavaScript, yang di sini dimatikan. Isinya sama dengan buku kerja dan berkas CSV."
               : "This page sets its tables and figures by JavaScript, which is switched off here. The workbook and the CSV files hold the same.");
}

static void page_foot(void)
{
    fputs("<script>", p.f);
    fwrite(page_script, 1, page_script_size, p.f);
    fputs("</script>\n</body>\n</html>\n", p.f);
}

/* ---- tables --------------------------------------------------------------------------------------------------------------- */

static void finish_table(void)
{
    if (!p.begun) return;
    if (p.kind == HITS) keep_write(p.f, &p.t);
    else json_tail(p.f, p.all);
}

static void start_table(const table *t)
{
    finish_table();
    if (!p.begun) page_head(t->language);
    p.begun = true;
    p.t = *t;
    p.written = p.all = p.bytes = 0;
    p.term = column_of(t, "term");
    p.kind = !strcmp(t->name, "text") ? TEXT : !strcmp(t->name, "tag") && p.term < t->n ? HITS : !strcmp(t->name, "outline") ? OUTLINE : FIRST_ROWS;
    json_head(p.f, t);
    if (p.kind == OUTLINE) chapters_begin(t);
    if (p.kind != HITS) return;
    keep_begin();
    hits_begin(t);
}

static size_t size_of(const table *t, char *const *cell)
{
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++) n += strlen(cell[i]);
    return n;
}

static void row(const table *t, char *const *cell)
{
    p.all++;
    if (p.kind == HITS) {
        hits_row(cell);
        keep_row(t, cell, cell[p.term]);
        return;
    }
    if (p.kind == OUTLINE) chapters_row(cell);
    p.bytes += size_of(t, cell);
    if (p.kind == TEXT ? p.bytes > LONGEST_TEXT : p.written == PAGE_ROWS) return;
    json_row(p.f, t, cell, p.written++);
}

static void end(void)
{
    finish_table();
    hits_write(p.f);
    chapters_write(p.f);
    page_foot();
    const bool failed = ferror(p.f);
    if (fclose(p.f) || failed) refuse("OUT_MADE", 0, 0, strerror(errno));
}

const maker make_page = { "html", begin, start_table, row, end };
