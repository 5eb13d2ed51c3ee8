/* Tables as JSON inside HTML. Whatever a text holds, no "<", ">" or "&" of it stands in the page. */
#include "page.h"
#include <string.h>

enum { EXACT_DIGITS = 15 };

void json_text(FILE *f, const char *s)
{
    putc('"', f);
    for (; *s; s++) {
        const unsigned char c = (unsigned char)*s;
        if (c < 0x20 || c == 0x7F || strchr("<>&\"\\'", c)) fprintf(f, "\\u%04x", c);
        else putc(c, f);
    }
    putc('"', f);
}

static const char *digits(const char *s, size_t *n)
{
    for (; *s >= '0' && *s <= '9'; s++) ++*n;
    return s;
}

/* "-12.5e-07": a number of JSON, of as many digits as a script keeps, and not so small that it would be 0. */
static bool plain_number(const char *s)
{
    size_t n = 0, before, power = 0;
    if (*s == '-') s++;
    const bool zero = *s == '0';
    s = digits(s, &n);
    if (!n || (zero && n > 1)) return false;
    before = n;
    if (*s == '.' && (s = digits(s + 1, &n), n == before)) return false;
    if (*s == 'e') {
        s++;
        if (*s == '-' || *s == '+') s++;
        s = digits(s, &power);
        if (!power || power > 2) return false;
    }
    return !*s && n <= EXACT_DIGITS;
}

void json_cell(FILE *f, char type, const char *s)
{
    if (type != 't' && plain_number(s)) fputs(s, f);
    else json_text(f, s);
}

void json_head(FILE *f, const table *t)
{
    fputs("<script type=\"application/json\" class=\"table\">{\"name\":", f);
    json_text(f, t->name);
    fputs(",\"title\":", f);
    json_text(f, t->title);
    fputs(",\"columns\":[", f);
    for (size_t i = 0; i < t->n; i++) {
        const column *c = &t->column[i];
        const char type[2] = { c->type, 0 }, *of[] = { type, c->name, c->title, c->means };
        for (size_t k = 0; k < 4; k++) {
            fputs(k ? "," : i ? "],\n[" : "[", f);
            json_text(f, of[k]);
        }
    }
    fputs(t->n ? "]],\n\"rows\":[" : "],\n\"rows\":[", f);
}

void json_row(FILE *f, const table *t, char *const *cell, size_t nth)
{
    fputs(nth ? ",\n[" : "\n[", f);
    for (size_t i = 0; i < t->n; i++) {
        if (i) putc(',', f);
        json_cell(f, t->column[i].type, cell[i]);
    }
    putc(']', f);
}

void json_tail(FILE *f, size_t all) { fprintf(f, "],\n\"all\":%zu}</script>\n", all); }
