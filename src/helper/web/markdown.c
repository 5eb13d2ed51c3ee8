/* Markdown by light rules: headings, lists with the numbers that stand in them, tables of pipes, notes; emphasis, links and comments
 * give their words alone. What is none of these is a paragraph. */
#define _GNU_SOURCE
#include "../flow.h"
#include "web.h"
#include <string.h>

enum { MOST = 64 << 20, DEPTH = 20 };

typedef struct { const char *p; size_t n; } line;

typedef struct {
    text     part;                      /* the paragraph, item or note at hand */
    char     kind;                      /* p, l, f; 0: none */
    char     number[32];
    unsigned depth;
    size_t   indents[DEPTH];
    unsigned n_indents;
    bool     fenced, front;
} reader;

static bool blank_line(line l)
{
    for (size_t i = 0; i < l.n; i++) if (!strchr(" \t\r", l.p[i])) return false;
    return true;
}

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80; }

/* ---- words ---------------------------------------------------------------------------------------------------------- */

enum { NEAR = 2000 };                                        /* what closes a link, a mark or a comment stands no further off */

static const char *find_near(const char *s, size_t n, const char *what)
{
    return memmem(s, n < NEAR ? n : NEAR, what, strlen(what));
}

/* The byte behind a link's target "(...)" at i; i: there is none. */
static size_t past_target(const char *s, size_t n, size_t i)
{
    if (i >= n || s[i] != '(') return i;
    const char *end = find_near(s + i, n - i, ")");
    return end ? (size_t)(end - s) + 1 : i;
}

/* Does emphasis open or close here? A lone star or a line inside a word does not. */
static bool emphasis(const char *s, size_t n, size_t i)
{
    const char before = i ? s[i - 1] : ' ', after = i + 1 < n ? s[i + 1] : ' ';
    if (s[i] == '*') return before != ' ' || after != ' ';
    return s[i] == '_' && !(letter(before) && letter(after)) && (before != ' ' || after != ' ');
}

/* What is left out at s[i]: its length; 0: nothing. */
static size_t left_out(const char *s, size_t n, size_t i)
{
    if (n - i > 3 && !memcmp(s + i, "<!--", 4)) {
        const char *end = find_near(s + i, n - i, "-->");
        return end ? (size_t)(end - s) + 3 - i : 0;
    }
    if (s[i] == '[' && i + 1 < n && s[i + 1] == '^') {
        const char *end = find_near(s + i, n - i, "]");
        return end ? (size_t)(end - s) + 1 - i : 0;
    }
    if (s[i] == '!' && i + 1 < n && s[i + 1] == '[') {
        const char *end = find_near(s + i, n - i, "]");
        const size_t to = end ? past_target(s, n, (size_t)(end - s) + 1) : 0;
        return end && to > (size_t)(end - s) + 1 ? to - i : 0;
    }
    if (s[i] == '`' || s[i] == '[') return 1;
    if (s[i] == ']') return past_target(s, n, i + 1) - i;
    return emphasis(s, n, i) ? 1 : 0;
}

static void add_words(text *to, const char *s, size_t n)
{
    for (size_t i = 0; i < n; ) {
        if (s[i] == '\\' && i + 1 < n && strchr("\\`*_{}[]()#+-.!|<>", s[i + 1])) {
            text_add(to, s + i + 1, 1);
            i += 2;
            continue;
        }
        const size_t skip = left_out(s, n, i);
        if (!skip) text_add(to, s + i, 1);
        i += skip ? skip : 1;
    }
}

/* ---- parts ---------------------------------------------------------------------------------------------------------- */

static void finish(reader *r)
{
    text words = { 0 };
    add_words(&words, r->part.p ? r->part.p : "", r->part.n);
    const char *s = words.p ? words.p : "";
    if (r->kind == 'l') document_item(r->depth, r->number, s, words.n);
    else if (r->kind == 'f') document_footnote(r->number, s, words.n);
    else if (r->kind) document_paragraph(s, words.n);
    r->kind = 0;
    r->part.n = 0;
}

static void heading(reader *r, unsigned level, const char *s, size_t n)
{
    text words = { 0 };
    finish(r);
    r->n_indents = 0;
    while (n && strchr("# \t\r", s[n - 1])) n--;
    add_words(&words, s, n);
    document_heading(level, words.p ? words.p : "", words.n);
}

static bool atx(reader *r, line l)
{
    size_t k = 0;
    while (k < l.n && l.p[k] == '#') k++;
    if (!k || k > 6 || k >= l.n || l.p[k] != ' ') return false;
    heading(r, (unsigned)k, l.p + k, l.n - k);
    return true;
}

/* A line of = or - below one line of words makes these a heading; of - or * alone it is a rule. */
static bool underline(reader *r, line l)
{
    size_t n = l.n;
    while (n && strchr(" \r", l.p[n - 1])) n--;
    if (n < 3 || !strchr("=-*_", l.p[0])) return false;
    for (size_t i = 0; i < n; i++) if (l.p[i] != l.p[0] && l.p[i] != ' ') return false;
    if (r->kind == 'p' && strchr("=-", l.p[0]) && !memchr(r->part.p, '\n', r->part.n)) {
        text words = r->part;
        r->part = (text){ 0 };
        r->kind = 0;
        heading(r, l.p[0] == '=' ? 1 : 2, words.p, words.n);
        return true;
    }
    if (l.p[0] == '=') return false;
    finish(r);
    return true;
}

static bool row(reader *r, line l)
{
    if (!l.n || l.p[0] != '|') return false;
    if (strspn(l.p, "|-: ") >= l.n) return true;             /* below a table's head */
    finish(r);
    for (size_t i = 1, k; i < l.n; i = k + 1) {
        for (k = i; k < l.n && (l.p[k] != '|' || l.p[k - 1] == '\\'); k++) {}
        text cell = { 0 };
        text_add(&cell, "", 0);
        add_words(&cell, l.p + i, k - i);
        if (k < l.n || !blank_line((line){ l.p + i, k - i })) document_cell(cell.p, cell.n);
    }
    document_row();
    return true;
}

static bool note(reader *r, line l)
{
    const char *end = l.n > 4 && !memcmp(l.p, "[^", 2) ? find_near(l.p, l.n, "]:") : NULL;
    if (!end) return false;
    finish(r);
    r->kind = 'f';
    snprintf(r->number, sizeof r->number, "%.*s", (int)(end - l.p - 2), l.p + 2);
    text_add(&r->part, end + 2, l.n - (size_t)(end + 2 - l.p));
    return true;
}

/* Bytes of a list mark with its blank: "- ", "12. ", "a) "; 0: none. */
static size_t mark_of(line l)
{
    size_t k = 0;
    if (l.n > 1 && strchr("-*+", l.p[0]) && l.p[1] == ' ') return 2;
    while (k < l.n && k < 9 && digit(l.p[k])) k++;
    if (!k && l.n && letter(l.p[0]) && (unsigned char)l.p[0] < 0x80) k = 1;
    return k && k + 1 < l.n && strchr(".)", l.p[k]) && l.p[k + 1] == ' ' ? k + 2 : 0;
}

static bool item(reader *r, line l, size_t indent)
{
    const size_t k = mark_of(l);
    if (!k || (r->kind == 'p' && !indent && letter(l.p[0]))) return false;
    finish(r);
    while (r->n_indents && r->indents[r->n_indents - 1] >= indent + 1) r->n_indents--;
    if (r->n_indents < DEPTH) r->indents[r->n_indents++] = indent + 1;
    r->kind = 'l';
    r->depth = r->n_indents;
    snprintf(r->number, sizeof r->number, "%.*s", (int)k - 1, l.p);
    text_add(&r->part, l.p + k, l.n - k);
    return true;
}

static void take(reader *r, line l)
{
    size_t indent = 0;
    if (l.n >= 3 && (!memcmp(l.p, "```", 3) || !memcmp(l.p, "~~~", 3))) { finish(r); r->fenced = !r->fenced; return; }
    if (blank_line(l)) { if (!r->fenced) finish(r); return; }
    while (!r->fenced && indent < l.n && strchr(" \t>", l.p[indent])) indent++;
    const line words = { l.p + indent, l.n - indent };
    if (!r->fenced && (atx(r, words) || underline(r, words) || row(r, words) || note(r, words) || item(r, words, indent))) return;
    if (!indent && !r->kind) r->n_indents = 0;
    if (r->kind) text_add(&r->part, "\n", 1);
    else r->kind = 'p';
    text_add(&r->part, words.p, words.n);
}

void job_markdown(void)
{
    size_t n;
    const char *s = read_input(&n, MOST);
    reader r = { 0 };
    document_format("markdown");
    for (size_t i = 0, lines = 0; i < n; lines++) {
        const char *nl = memchr(s + i, '\n', n - i);
        const line l = { s + i, nl ? (size_t)(nl - s) - i : n - i };
        i += l.n + 1;
        const bool dashes = l.n >= 3 && !memcmp(l.p, "---", 3) && blank_line((line){ l.p + 3, l.n - 3 });
        if (r.front) { r.front = !dashes; continue; }
        if (!lines && dashes) { r.front = true; continue; }
        take(&r, l);
    }
    finish(&r);
    flow_end();
}
