/* Reads what sia_text_marks wrote, as docs/MARKS.md has it and by nothing else, and compares it with the text it was written of. */
#ifndef SIA_REREAD_H
#define SIA_REREAD_H
#include <siasat/text.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct { char *p; size_t n, cap; } grown;

static int grow(void *ctx, const char *p, size_t n)
{
    grown *g = ctx;
    if (g->n + n + 1 > g->cap) {
        char *more = realloc(g->p, g->cap = 2 * (g->n + n) + 64);
        if (!more) abort();
        g->p = more;
    }
    if (n) memcpy(g->p + g->n, p, n);
    g->p[g->n += n] = 0;
    return 0;
}

/* Escapes undone; the text after the last line end, where a backslash stood alone at its end: *open. */
static bool unescape(grown *to, const char *p, size_t n, bool *open)
{
    *open = false;
    for (size_t i = 0; i < n; i++) {
        char one[4] = { p[i] };
        uint32_t len = 1;
        if ((unsigned char)p[i] < ' ' && p[i] != '\t') return false;
        if (p[i] == '\\') {
            unsigned c;
            if (++i == n) { *open = true; break; }
            if (p[i] == 'u') {
                if (i + 5 > n || sscanf(p + i + 1, "%4x", &c) != 1) return false;
                len = sia_utf8_put(one, (int32_t)c);
                i += 4;
            } else {
                one[0] = p[i] == 'n' ? '\n' : p[i] == 'r' ? '\r' : p[i] == 'f' ? '\f' : p[i];
                if (!strchr("nrf\\\"", p[i])) return false;
            }
        }
        grow(to, one, len);
    }
    return true;
}

/* The value of ` name=`, unquoted; "" where it has none. Quoted values hold no ` name=`: a quote in them is escaped. */
static void value_of(grown *to, const char *line, const char *name)
{
    const size_t n = strlen(name);
    bool quoted = false, open;
    to->n = 0;
    grow(to, "", 0);
    for (const char *p = line; *p; p++) {
        if (*p == '\\' && p[1]) { p++; continue; }
        if (*p == '"') quoted = !quoted;
        if (quoted || *p != ' ' || strncmp(p + 1, name, n) || p[1 + n] != '=') continue;
        p += n + 2;
        const char *end = p;
        if (*p != '"') { unescape(to, p, strcspn(p, " "), &open); return; }
        for (end = ++p; *end != '"' && *end; end++) if (*end == '\\' && end[1]) end++;
        unescape(to, p, (size_t)(end - p), &open);
        return;
    }
}

static bool says(const char *line, const char *name, sia_str want)
{
    grown v = { 0 };
    value_of(&v, line, name);
    const bool same = v.n == want.n && !memcmp(v.p, want.p, want.n);
    free(v.p);
    return same;
}

static bool counts(const char *line, const char *name, uint32_t want)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%u", (unsigned)want);
    return says(line, name, want ? sia_str_of(digits) : SIA_STR(""));
}

static bool is_page(const char *line, const sia_page *p)
{
    return !strncmp(line, "page ", 5) && counts(line, "index", p->number) && says(line, "label", p->label);
}

static bool is_mark(const char *line, const sia_mark *m)
{
    static const char *const kinds[] = { "unknown ", "paragraph ", "heading ", "item ", "footnote ", "row ", "caption ", "furniture " };
    static const char *const sizes[] = { "", "small", "large" };
    return !strncmp(line, kinds[m->kind], strlen(kinds[m->kind])) && counts(line, m->kind == SIA_MARK_ITEM ? "depth" : "level", m->level)
        && says(line, "number", m->number) && says(line, "size", sia_str_of(sizes[m->size]))
        && says(line, "bold", sia_str_of(m->bold ? "yes" : "")) && says(line, "continues", sia_str_of(m->perhaps ? "perhaps" : m->more ? "yes" : ""));
}

/* Whether the cells of a row are where it says: what stands between them is a TAB. */
static bool has_cells(const char *line, const sia_text *t, const sia_mark *m)
{
    const char *p = strstr(line, " cells=");
    uint64_t at = sia_text_point(t, m->raw);
    if (!p) return false;
    for (char *next = (char *)(uintptr_t)p + 7; ; at++, next++) {
        if (strtoull(next, &next, 10) != at || *next++ != '-') return false;
        at = strtoull(next, &next, 10);
        if (*next != ',') return at == sia_text_point(t, m->raw + m->raw_len);
    }
}

/* What stands behind the bars, put together, is the input; each mark says where it stands there, to the code point, and all that
 * its reader said. NULL: so it is; else what is wrong. */
static const char *reread(const sia_text *t)
{
    grown all = { 0 }, in = { 0 };
    const char *wrong = NULL;
    uint32_t page = 0, mark = 0, lines = 0;
    uint64_t points = 0;                                     /* in the first `known` bytes of what was read */
    size_t known = 0;
    if (sia_text_marks(t, (sia_sink){ grow, &all }, SIA_STR("memory"), NULL)) wrong = "not written";
    for (char *line = all.p, *end; !wrong && line && (end = strchr(line, '\n')); line = end + 1, lines++) {
        uint64_t from, to;
        bool open;
        *end = 0;
        if (*line == '|') {
            if (!unescape(&in, line + 1, (size_t)(end - line - 1), &open)) wrong = "an escape is none";
            if (!open) grow(&in, "\n", 1);
            continue;
        }
        if (sscanf(line, "%*s %" SCNu64 "-%" SCNu64, &from, &to) != 2) { wrong = "a line is neither text nor mark"; continue; }
        if (in.n > known) points += sia_utf8_count((sia_str){ in.p + known, in.n - known });
        known = in.n;
        if (from != points) wrong = "a mark does not stand where it says";
        const sia_page *p = page < t->pages.n && !strncmp(line, "page ", 5) ? &t->pages.v[page] : NULL;
        const sia_mark *m = mark < t->marks.n ? &t->marks.v[mark] : NULL;
        uint32_t stop = (uint32_t)t->in.n;
        if (!lines) { if (strncmp(line, "document ", 9) || !says(line, "name", t->name)) wrong = "no document"; }
        else if (p) { stop = ++page < t->pages.n ? p[1].raw : stop; if (!is_page(line, p)) wrong = "not that page"; }
        else if (!m || !is_mark(line, m)) wrong = "not that mark";
        else { stop = m->raw + m->raw_len; mark++; if (m->kind == SIA_MARK_ROW && !has_cells(line, t, m)) wrong = "not those cells"; }
        if (to != sia_text_point(t, stop)) wrong = "a mark does not end where it says";
    }
    if (!wrong && (page != t->pages.n || mark != t->marks.n)) wrong = "a mark is missing";
    if (!wrong && (in.n != t->in.n || (in.n && memcmp(in.p, t->in.p, in.n)))) wrong = "the text is not the input";
    free(all.p);
    free(in.p);
    return wrong;
}
#endif
