/* The writing end of a document's wire. */
#include "document.h"
#include "wire.h"
#include <string.h>

enum { CELLS_MOST = 1000 };

static bool white(char c) { return strchr(" \t\r\n\v\f", c) != NULL; }      /* NUL as well */

/* Without white space at both ends; false: nothing is left. */
static bool trim(const char **s, size_t *n)
{
    while (*n && white(**s)) ++*s, --*n;
    while (*n && white((*s)[*n - 1])) --*n;
    return *n > 0;
}

static void field(const char *p, size_t n)
{
    putchar('\t');
    wire_escape(p, n);
}

/* A number or label as its reader keeps it: where its room ended within a letter, that letter is left out. */
static void label_field(const char *s)
{
    size_t n = strlen(s), back = 0;
    while (back < n && back < 3 && ((unsigned char)s[n - 1 - back] & 0xC0) == 0x80) back++;
    const unsigned char lead = n ? (unsigned char)s[n - 1 - (back < n ? back : n - 1)] : 0;
    const size_t whole = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    field(s, whole > back + 1 ? n - back - 1 : n);
}

static void number_field(size_t n) { printf("\t%zu", n); }

static void part(char kind, const char *s, size_t n)
{
    if (!trim(&s, &n)) return;
    putchar(kind);
    field(s, n);
    putchar('\n');
}

void document_format(const char *name) { printf("d\t%s\n", name); }

void document_page(size_t index, const char *label)
{
    putchar('P');
    number_field(index);
    label_field(label);
    putchar('\n');
}

void document_heading(unsigned level, const char *s, size_t n)
{
    if (!trim(&s, &n)) return;
    putchar('H');
    number_field(level);
    field(s, n);
    putchar('\n');
}

void document_paragraph(const char *s, size_t n) { part('p', s, n); }
void document_perhaps(const char *s, size_t n) { part('?', s, n); }
void document_more(const char *s, size_t n) { part('+', s, n); }
void document_caption(const char *s, size_t n) { part('t', s, n); }
void document_furniture(const char *s, size_t n) { part('h', s, n); }
void document_plain(const char *s, size_t n) { part('x', s, n); }

void document_item(unsigned depth, const char *number, const char *s, size_t n)
{
    if (!trim(&s, &n)) return;
    putchar('l');
    number_field(depth);
    label_field(number);
    field(s, n);
    putchar('\n');
}

void document_footnote(const char *number, const char *s, size_t n)
{
    if (!trim(&s, &n)) return;
    putchar('f');
    label_field(number);
    field(s, n);
    putchar('\n');
}

/* A row waits until a cell has something in it: empty rows are not sent. */
static text row;
static size_t cells;

void document_cell(const char *s, size_t n)
{
    if (cells++ >= CELLS_MOST) refuse("IN_MANY", 0, 0, "> 1000 cells in a row");
    text_add(&row, s, n);
    text_add(&row, "", 1);                                   /* a NUL ends a cell */
}

void document_row(void)
{
    const char *s = row.p;
    size_t n = row.n;
    if (n && trim(&s, &n)) {
        putchar('c');
        for (size_t i = 0; i < row.n; i += strlen(row.p + i) + 1) {
            s = row.p + i;
            n = strlen(s);
            (void)trim(&s, &n);
            field(s, n);
        }
        putchar('\n');
    }
    row.n = cells = 0;
}

void document_letters(const char *size, int bold)
{
    static char last[16] = "body";
    static int weight;
    if (!strcmp(last, size) && weight == bold) return;
    snprintf(last, sizeof last, "%s", size);
    weight = bold;
    printf("z\t%s%s\n", last, bold ? "\tbold" : "");
}

void document_note(const char *name, const char *arg)
{
    printf("n\t%s", name);
    field(arg, strlen(arg));
    putchar('\n');
}

void document_end(void) { wire_end(); }
