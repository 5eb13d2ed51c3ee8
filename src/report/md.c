/* Markdown: pipe tables, and running text. What Markdown would obey is escaped, so that a reader sees the text as it is. */
#include "writer.h"

static bool alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80);
}

/* An underscore inside a word (per_10k) marks nothing; all other marks of inline text are escaped. */
static bool obeyed(sia_str s, size_t i)
{
    if (s.p[i] == '_') return !(i && i + 1 < s.n && alnum(s.p[i - 1]) && alnum(s.p[i + 1]));
    return strchr("\\`*[]<>|~&$", s.p[i]) != NULL;
}

static void shown(sia_table *t, sia_str s)
{
    uint32_t len;
    for (size_t i = 0; i < s.n; i += len) {
        int32_t c = sia_show(s.p + i, &len);
        if (len > 1 && c != ' ' && c != '?') { sia_out(t, s.p + i, len); continue; }
        if (len == 1 && c == s.p[i] && obeyed(s, i)) sia_out1(t, '\\');
        sia_out1(t, (char)c);
    }
}

static void text(sia_table *t, sia_str s, bool plain)
{
    (void)plain;
    sia_outz(t, t->at ? " " : "| ");
    shown(t, s);
    sia_outz(t, " |");
}

static void number(sia_table *t, sia_str digits)
{
    sia_outz(t, t->at ? " " : "| ");
    sia_out(t, digits.p, digits.n);
    sia_outz(t, " |");
}

static void end_row(sia_table *t) { sia_out1(t, '\n'); }
static void nothing(sia_table *t) { (void)t; }

static bool start(sia_table *t)
{
    if (!t->o.header) return true;
    for (t->at = 0; t->at < t->n; t->at++) text(t, sia_col_head(t, t->at), true);
    end_row(t);
    for (uint32_t i = 0; i < t->n; i++) sia_outz(t, t->cols[i].type == SIA_TEXT ? (i ? " --- |" : "| --- |")
                                                                                : (i ? " ---: |" : "| ---: |"));
    end_row(t);
    t->at = 0;
    return true;
}

const sia_writer sia_md_writer = { start, text, number, end_row, nothing };

/* ---- running text ------------------------------------------------------------------------------------------------------- */

/* A paragraph begins with a letter or a quotation mark: no list, no heading, no quotation of Markdown's. */
static void running(sia_table *t, sia_str s, bool plain)
{
    (void)plain;
    if (t->at) { shown(t, s); return; }
    if (t->own) sia_out1(t, '\n');
    t->own = t;                                              /* something stands before */
    if (sia_str_eq(s, SIA_STR("head"))) sia_outz(t, "## ");
}

static void no_number(sia_table *t, sia_str digits) { running(t, digits, true); }
static bool no_head(sia_table *t) { (void)t; return true; }

const sia_writer sia_running_writer = { no_head, running, no_number, end_row, nothing };
