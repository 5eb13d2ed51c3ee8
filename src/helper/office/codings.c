/* Codings as a TSV: category, term, doc, coder, quote, solids_before. */
#include "codings.h"
#include "office.h"
#include <string.h>

/* A cell in quotes, quotes doubled; `line`: control characters as blanks. */
static void put_cell(const char *s, size_t n, bool line)
{
    putchar('"');
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '"') putchar('"');
        if (s[i]) putchar(line && (unsigned char)s[i] < ' ' ? ' ' : s[i]);
    }
    putchar('"');
    putchar('\t');
}

static void put_row(const char *category, size_t n_category, const char *term, size_t n_term, const char *doc, const char *coder,
                    const char *quote, size_t n, long long before)
{
    put_cell(category, n_category, false);
    put_cell(term, n_term, false);
    put_cell(doc, strlen(doc), false);
    put_cell(coder, strlen(coder), true);
    put_cell(quote, n, true);
    if (before >= 0) printf("%lld", before);
    putchar('\n');
}

void codings_put_code(const char *category, const char *term, const char *doc, const char *coder, const char *quote, size_t n, long long before)
{
    put_row(category, strlen(category), term, strlen(term), doc, coder, quote, n, before);
}

/* The next code of *said and what *said has behind it: codes are parted by commas, semicolons and line ends, and what follows a
 * blank or a colon explains. False: there is none. */
static bool next_code(const char **said, const char **code, size_t *n)
{
    const char *p = *said + strspn(*said, " ,;\n\t");
    *code = p;
    *n = strcspn(p, " ,;:\n\t");
    *said = p + strcspn(p, ",;\n");
    return *n > 0;
}

void codings_put(const char *said, const char *doc, const char *coder, const char *quote, size_t n, long long before)
{
    const char *code;
    for (size_t k; next_code(&said, &code, &k); ) {
        const char *dash = memchr(code, '-', k);             /* STR-ofensif: a term of STR */
        put_row(code, dash ? (size_t)(dash - code) : k, code, dash ? k : 0, doc, coder, quote, n, before);
    }
}

void send_codings(void)
{
    size_t n;
    char *bytes = read_input(&n, ZIP_FILE_MOST);
    const archive a = { zip_of(bytes, n, ZIP_MEMBERS), n };
    text part = { 0 };
    fputs("category\tterm\tdoc\tcoder\tquote\tsolids_before\n", stdout);
    if (archive_read(&a, "project.qde", &part)) codings_qda(&a, &part);
    else if (archive_read(&a, "word/comments.xml", &part)) codings_word(&a, &part);
    else if (zip_name_locate(a.z, "word/document.xml", 0) >= 0) refuse("IN_NO_COMMENTS", 0, 0, "");
    else refuse("IN_OFFICE", 0, 0, "");
}
