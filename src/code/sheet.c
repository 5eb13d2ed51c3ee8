/* Sheets: TSV and CSV as people and spreadsheets save them, read into rows of cells. */
#include "sheet.h"

typedef struct {
    sia_str    text, name;
    sia_arena *a;
    sia_err   *err;
    size_t     i, line_at;
    size_t     line_end;                    /* of the line that holds i, once asked           */
    uint32_t   columns;                     /* cells of the row before: about as many as this has */
    uint32_t   line;
    char       delimiter;
} reader;

static bool at_end(const reader *r, size_t i)
{
    char c = i < r->text.n ? r->text.p[i] : '\n';
    return c == r->delimiter || c == '\n' || (c == '\r' && (i + 1 == r->text.n || r->text.p[i + 1] == '\n'));
}

/* The first line that is no comment decides: a TAB, else a semicolon, else a comma. */
static char find_delimiter(sia_str s)
{
    bool tab = false, semicolon = false, start = true, comment = false, seen = false;
    for (size_t i = 0; i < s.n && !(seen && s.p[i] == '\n'); i++) {
        char c = s.p[i];
        if (start) comment = c == '#';
        start = c == '\n';
        if (comment || c == '\n' || c == '\r') continue;
        seen = true;
        tab |= c == '\t';
        semicolon |= c == ';';
    }
    return tab ? '\t' : semicolon ? ';' : ',';
}

static sia_str trim(sia_str s, size_t *lead)
{
    size_t from = 0;
    while (from < s.n && (s.p[from] == ' ' || s.p[from] == '\t')) from++;
    while (s.n > from && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t')) s.n--;
    *lead = from;
    return (sia_str){ s.p + from, s.n - from };
}

/* The closing quote of the one at `from`; text.n: none. */
static size_t closing_quote(sia_str s, size_t from)
{
    for (size_t i = from + 1; i < s.n; i++) {
        if (s.p[i] != '"') continue;
        if (i + 1 == s.n || s.p[i + 1] != '"') return i;
        i++;
    }
    return s.n;
}

static sia_str undouble(sia_arena *a, sia_str s)
{
    if (!memchr(s.p, '"', s.n)) return s;
    char *to = sia_alloc_raw(a, 1, s.n + 1);
    if (!to) return SIA_STR("");
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"') i++;
        to[n++] = s.p[i < s.n ? i : s.n - 1];
    }
    to[n] = 0;
    return (sia_str){ to, n };
}

static uint32_t column(const reader *r, size_t at)
{
    return (uint32_t)sia_utf8_count((sia_str){ r->text.p + r->line_at, at - r->line_at }) + 1;
}

static void skip_lines(reader *r, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) if (r->text.p[i] == '\n') { r->line++; r->line_at = i + 1; }
}

/* Where the cell at r->i ends that is not in quotes: at a delimiter, or at its line's end. */
static size_t plain_end(reader *r)
{
    sia_str s = r->text;
    if (r->line_end <= r->i) {
        const char *nl = r->i < s.n ? memchr(s.p + r->i, '\n', s.n - r->i) : NULL;
        r->line_end = nl ? (size_t)(nl - s.p) : s.n;
    }
    const char *end = r->line_end > r->i ? memchr(s.p + r->i, r->delimiter, r->line_end - r->i) : NULL;
    if (end) return (size_t)(end - s.p);
    return r->line_end > r->i && s.p[r->line_end - 1] == '\r' ? r->line_end - 1 : r->line_end;
}

/* One cell. A cell in quotes ends its quotes at a delimiter or line end; quotes that do not are part of the text. */
static sia_status read_cell(reader *r, sia_str *cell, uint32_t *at)
{
    size_t from = r->i, lead;
    if (from < r->text.n && r->text.p[from] == '"') {
        size_t end = closing_quote(r->text, from);
        if (end == r->text.n) return sia_fail_at(r->err, SIA_MSG_QUOTE_OPEN, r->name, r->line, column(r, from), "%s", "");
        if (at_end(r, end + 1)) {
            *cell = trim(undouble(r->a, (sia_str){ r->text.p + from + 1, end - from - 1 }), &lead);
            *at = (uint32_t)(from + 1 + lead);
            skip_lines(r, from, end);
            r->i = end + 1;
            return SIA_OK;
        }
    }
    r->i = plain_end(r);
    *cell = trim((sia_str){ r->text.p + from, r->i - from }, &lead);
    *at = (uint32_t)(from + lead);
    return SIA_OK;
}

typedef SIA_VEC(sia_str) cells;
typedef SIA_VEC(uint32_t) offsets;

static sia_status read_row(reader *r, sia_row *row)
{
    cells c = { 0 };
    offsets at = { 0 };
    bool more = true;
    if (r->columns) SIA_EXPECT(r->a, &c, r->columns);
    if (r->columns) SIA_EXPECT(r->a, &at, r->columns);
    while (more) {
        sia_str cell = { "", 0 };
        uint32_t off = 0;
        SIA_TRY(read_cell(r, &cell, &off));
        sia_push(r->a, &c, cell);
        sia_push(r->a, &at, off);
        more = r->i < r->text.n && r->text.p[r->i] == r->delimiter;
        r->i += more;
        if (!sia_arena_ok(r->a)) return sia_fail(r->err, SIA_MSG_NOMEM, 0, r->name, "%s", "");
    }
    if (r->i < r->text.n && r->text.p[r->i] == '\r') r->i++;
    skip_lines(r, r->i, r->i < r->text.n ? r->i + 1 : r->i);
    r->i += r->i < r->text.n;
    row->cell = c.v;
    row->at = at.v;
    row->n = r->columns = c.n;
    return SIA_OK;
}

static bool skip_comment(reader *r)
{
    if (r->text.p[r->i] != '#') return false;
    const char *nl = memchr(r->text.p + r->i, '\n', r->text.n - r->i);
    size_t next = nl ? (size_t)(nl - r->text.p) + 1 : r->text.n;
    skip_lines(r, r->i, next);
    r->i = next;
    return true;
}

static bool is_blank(const sia_row *row)
{
    for (uint32_t i = 0; i < row->n; i++) if (row->cell[i].n) return false;
    return true;
}

static sia_status decode(reader *r, sia_str bytes)
{
    sia_decoded d;
    SIA_TRY(sia_decode(&d, r->name, bytes, SIA_ENC_AUTO, r->a, r->err));
    r->text = sia_dup(r->a, d.in);
    if (!sia_arena_ok(r->a)) return sia_fail(r->err, SIA_MSG_NOMEM, 0, r->name, "%s", "");
    const char *nul = memchr(r->text.p, 0, r->text.n);
    if (!nul) return SIA_OK;
    skip_lines(r, 0, (size_t)(nul - r->text.p));
    return sia_fail_at(r->err, SIA_MSG_CONTROL, r->name, r->line, column(r, (size_t)(nul - r->text.p)), "%s", "");
}

sia_status sia_sheet_parse(sia_sheet *out, sia_str name, sia_str bytes, sia_arena *a, sia_err *err)
{
    *out = (sia_sheet){ 0 };
    if (bytes.n > INT32_MAX / 2) return sia_fail(err, SIA_MSG_SHEET_LONG, 0, name, "%s", "");
    reader r = { .name = name, .a = a, .err = err, .line = 1 };
    SIA_TRY(decode(&r, bytes));
    out->text = r.text;
    out->delimiter = r.delimiter = find_delimiter(r.text);
    while (r.i < r.text.n) {
        if (skip_comment(&r)) continue;
        sia_row row = { .line = r.line, .from = (uint32_t)r.i };
        SIA_TRY(read_row(&r, &row));
        if (!is_blank(&row)) sia_push(a, &out->rows, row);
    }
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "%s", "");
    return SIA_OK;
}

sia_place sia_sheet_place(const sia_sheet *sheet, const sia_row *row, uint32_t cell, size_t in_cell)
{
    sia_str s = sheet->text;
    sia_place p = { row->line, 1 };
    if (cell >= row->n) return (sia_place){ row->line, 0 };
    bool quoted = row->at[cell] > 0 && s.p[row->at[cell] - 1] == '"';
    size_t to = row->at[cell], i = row->from;
    for (size_t k = 0; k < in_cell && to < s.n; k++) to += quoted && s.p[to] == '"' ? 2 : 1;
    for (; i < to && i < s.n; i++) {
        if (s.p[i] == '\n') { p.line++; p.col = 1; }
        else p.col += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    }
    return p;
}
