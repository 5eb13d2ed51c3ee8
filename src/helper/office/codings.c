/* Codings as a TSV: category, term, doc, coder, quote. */
#include "codings.h"
#include "office.h"
#include <string.h>

/* A cell in quotes, quotes doubled, what would part cells or lines a blank. */
static void put_cell(const char *s, size_t n, char behind)
{
    putchar('"');
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '"') putchar('"');
        if (s[i]) putchar((unsigned char)s[i] < ' ' ? ' ' : s[i]);
    }
    putchar('"');
    putchar(behind);
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

void codings_put(const char *said, const char *doc, const char *coder, const char *quote, size_t n)
{
    const char *code;
    for (size_t k; next_code(&said, &code, &k); ) {
        const char *dash = memchr(code, '-', k);             /* STR-ofensif: a term of STR */
        put_cell(code, dash ? (size_t)(dash - code) : k, '\t');
        put_cell(code, dash ? k : 0, '\t');
        put_cell(doc, strlen(doc), '\t');
        put_cell(coder, strlen(coder), '\t');
        put_cell(quote, n, '\n');
    }
}

void send_codings(void)
{
    size_t n;
    char *bytes = read_input(&n, ZIP_FILE_MOST);
    const archive a = { zip_of(bytes, n, ZIP_MEMBERS), n };
    text part = { 0 };
    fputs("category\tterm\tdoc\tcoder\tquote\n", stdout);
    if (archive_read(&a, "project.qde", &part)) codings_qda(&a, &part);
    else if (archive_read(&a, "word/comments.xml", &part)) codings_word(&a, &part);
    else if (zip_name_locate(a.z, "word/document.xml", 0) >= 0) refuse("IN_NO_COMMENTS", 0, 0, "");
    else refuse("IN_OFFICE", 0, 0, "");
}
