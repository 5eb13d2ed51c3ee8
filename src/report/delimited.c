/* CSV and TSV in three dialects: RFC 4180, and as Excel opens them with an English or an Indonesian setting.
 * A csv cell that holds the delimiter, a quote or a line break is quoted. A tsv cell never holds TAB, CR or LF (they
 * become blanks), and is quoted only where it opens with a quote, since nearly every reader takes that for quoting. */
#include "writer.h"

static bool is_break(char c) { return c == '\r' || c == '\n'; }

static bool must_quote(const sia_table *t, sia_str s)
{
    if (!s.n) return t->n == 1;         /* else the row is an empty line, which readers skip */
    if (t->special == '\t') return s.p[0] == '"';
    return memchr(s.p, t->special, s.n) || memchr(s.p, '"', s.n) || memchr(s.p, '\n', s.n) || memchr(s.p, '\r', s.n);
}

/* Each quote twice. */
static void quoted(sia_table *t, sia_str s)
{
    for (const char *q; s.n && (q = memchr(s.p, '"', s.n)); ) {
        const size_t n = (size_t)(q - s.p) + 1;
        sia_out(t, s.p, n);
        sia_out1(t, '"');
        s = (sia_str){ s.p + n, s.n - n };
    }
    sia_out(t, s.p, s.n);
}

/* A cell that is not plain, or to be guarded. */
static void careful(sia_table *t, sia_str s, bool guard)
{
    bool tsv = t->special == '\t', quote = must_quote(t, s);
    if (quote) sia_out1(t, '"');
    if (guard) sia_out1(t, '\'');
    if (!tsv) quoted(t, s);
    for (size_t i = 0; tsv && i < s.n; i++) {
        if (quote && s.p[i] == '"') sia_out1(t, '"');
        sia_out1(t, is_break(s.p[i]) || s.p[i] == '\t' ? ' ' : s.p[i]);
    }
    if (quote) sia_out1(t, '"');
}

static void cell(sia_table *t, sia_str s, bool plain, bool guard)
{
    if (t->at) sia_out1(t, t->special);
    if (plain && !guard && s.n) sia_out(t, s.p, s.n);
    else if (s.n || t->n == 1) careful(t, s, guard);
}

static void text(sia_table *t, sia_str s, bool plain)
{
    cell(t, s, plain, !t->o.raw && s.n && sia_needs_guard(s, t->o.dialect));
}

/* Digits hold nothing to quote, but for a decimal comma where the delimiter is one: no dialect has that. */
static void number(sia_table *t, sia_str digits)
{
    if (t->at) sia_out1(t, t->special);
    if (digits.n) sia_out_digits(t, digits.p, digits.n);
    else if (t->n == 1) careful(t, digits, false);
}

static void end_row(sia_table *t) { sia_out(t, t->eol.p, t->eol.n); }
static void nothing(sia_table *t) { (void)t; }

static bool start(sia_table *t)
{
    bool excel = t->o.dialect != SIA_RFC4180, comma = t->o.dialect == SIA_EXCEL_ID;
    t->special = t->o.format == SIA_TSV ? '\t' : comma ? ';' : ',';
    t->point = comma ? ',' : '.';
    t->eol = excel ? SIA_STR("\r\n") : SIA_STR("\n");
    if (excel) sia_outz(t, "\xEF\xBB\xBF");
    if (!t->o.header) return true;
    for (t->at = 0; t->at < t->n; t->at++) cell(t, sia_col_head(t, t->at), false, false);
    t->at = 0;
    end_row(t);
    return true;
}

const sia_writer sia_delimited_writer = { start, text, number, end_row, nothing };
