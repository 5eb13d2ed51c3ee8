/* A document as a helper program sends it (src/helper/document.h): its lines become the decoded input and the marks beside
 * it. The sender has seen hostile bytes: nothing is taken on trust. */
#include "read.h"
#include "line.h"

enum { LEVELS = 20 };

typedef struct {
    sia_reader *r;
    sia_doc    *d;
    char       *to;                     /* `in` so far: never longer than the stream          */
    uint32_t    n;
    uint32_t    last;                   /* 1 + the last mark that is no furniture, 0: none     */
    uint8_t     size;                   /* of the letters of what comes next                  */
    bool        bold;
    bool        lines;                  /* its paragraphs are the lines of a page              */
    bool        bad;
} assembly;

/* ---- fields ------------------------------------------------------------------------------------------------------ */

/* The next field of *rest, which begins with a TAB; what is behind it stays in *rest. */
static sia_str next_field(assembly *m, sia_str *rest)
{
    if (!rest->n || rest->p[0] != '\t') { m->bad = true; return SIA_STR(""); }
    const char *p = rest->p + 1, *tab = memchr(p, '\t', rest->n - 1);
    const size_t n = tab ? (size_t)(tab - p) : rest->n - 1;
    *rest = (sia_str){ p + n, rest->n - 1 - n };
    return (sia_str){ p, n };
}

static uint32_t next_number(assembly *m, sia_str *rest)
{
    const sia_str f = next_field(m, rest);
    uint32_t n = 0;
    for (size_t i = 0; i < f.n; i++) {
        if (f.p[i] < '0' || f.p[i] > '9' || n > 99999999) { m->bad = true; return 0; }
        n = n * 10 + (uint32_t)(f.p[i] - '0');
    }
    m->bad |= !f.n;
    return n;
}

/* Escapes undone. Other control characters become blanks: a form feed or CR would be taken for one of the page's. */
static void put(assembly *m, sia_str f, bool one_line)
{
    for (size_t i = 0; i < f.n; i++) {
        char c = f.p[i];
        const bool escape = c == '\\' && i + 1 < f.n;
        if (escape) c = f.p[++i] == 'n' ? '\n' : f.p[i] == 't' ? '\t' : f.p[i];
        const bool control = (unsigned char)c < ' ' && (one_line || !escape || (c != '\n' && c != '\t'));
        m->to[m->n++] = control ? ' ' : c;
    }
}

static sia_str kept(assembly *m, sia_str f)
{
    const uint32_t at = m->n;
    put(m, f, true);
    const sia_str out = sia_dup(m->d->arena, sia_line_trim((sia_str){ m->to + at, m->n - at }));
    m->n = at;
    return out;
}

/* ---- parts ------------------------------------------------------------------------------------------------------- */

static bool at_page_top(const assembly *m) { return !m->n || m->to[m->n - 1] == '\f'; }

/* A blank line before what begins; a line end before what goes on and between the rows of a table. */
static void open_mark(assembly *m, sia_mark mark)
{
    sia_text *t = &m->d->text;
    const sia_mark *before = t->marks.n ? &t->marks.v[t->marks.n - 1] : NULL;
    const bool row = before && before->kind == SIA_MARK_ROW && mark.kind == SIA_MARK_ROW;
    if (!at_page_top(m)) m->to[m->n++] = '\n';
    if (!at_page_top(m) && !mark.more && !row) m->to[m->n++] = '\n';
    mark.raw = m->n;
    mark.size = m->size;
    mark.bold = m->bold;
    sia_push(m->d->arena, &t->marks, mark);
    if (mark.kind != SIA_MARK_FURNITURE) m->last = t->marks.n;
}

static void close_mark(assembly *m)
{
    sia_text *t = &m->d->text;
    if (t->marks.n) t->marks.v[t->marks.n - 1].raw_len = m->n - t->marks.v[t->marks.n - 1].raw;
}

static void put_text(assembly *m, sia_mark mark, sia_str rest)
{
    const sia_str text = next_field(m, &rest);
    m->bad |= rest.n > 0;
    open_mark(m, mark);
    put(m, text, false);
    close_mark(m);
}

/* Behind its number: "1. Partai", as the page has it. */
static void put_numbered(assembly *m, sia_mark mark, sia_str rest)
{
    const sia_str number = next_field(m, &rest), text = next_field(m, &rest);
    m->bad |= rest.n > 0;
    mark.number = kept(m, number);
    open_mark(m, mark);
    put(m, number, true);
    if (mark.number.n) m->to[m->n++] = ' ';
    put(m, text, false);
    close_mark(m);
}

/* Next in the text that goes on from line to line; the rules of plain text find its paragraphs. */
static void put_as_line(assembly *m, sia_str rest)
{
    const sia_text *t = &m->d->text;
    const bool goes_on = t->marks.n && m->last == t->marks.n && t->marks.v[t->marks.n - 1].kind == SIA_MARK_NONE && !at_page_top(m);
    const sia_str text = next_field(m, &rest);
    m->bad |= rest.n > 0;
    if (goes_on) m->to[m->n++] = '\n';
    else open_mark(m, (sia_mark){ .kind = SIA_MARK_NONE, .number = SIA_STR("") });
    put(m, text, false);
    close_mark(m);
}

static void put_row(assembly *m, sia_str rest)
{
    open_mark(m, (sia_mark){ .kind = SIA_MARK_ROW, .number = SIA_STR("") });
    for (bool first = true; rest.n && !m->bad; first = false) {
        if (!first) m->to[m->n++] = '\t';
        put(m, next_field(m, &rest), true);
    }
    close_mark(m);
}

static void put_more(assembly *m, sia_str rest)
{
    sia_mark mark = { .kind = SIA_MARK_PARAGRAPH, .number = SIA_STR("") };
    if (m->last) mark = m->d->text.marks.v[m->last - 1], mark.more = true, mark.perhaps = false;
    put_text(m, mark, rest);
}

static void put_page(assembly *m, sia_str rest)
{
    const uint32_t number = next_number(m, &rest);
    const sia_str label = kept(m, next_field(m, &rest));
    m->bad |= rest.n > 0;
    if (!m->r->told.n && m->n) {                             /* what came before it */
        sia_page head = { .number = number ? number - 1 : 0, .label = SIA_STR("") };
        sia_push(m->d->arena, &m->r->told, head);
    }
    if (m->r->told.n) {
        if (!at_page_top(m)) m->to[m->n++] = '\n';
        m->to[m->n++] = '\f';
    }
    sia_page page = { .number = number, .label = label };
    sia_push(m->d->arena, &m->r->told, page);
}

static void put_format(assembly *m, sia_str rest)
{
    m->d->text.format = kept(m, next_field(m, &rest));
    m->bad |= m->n > 0 || !m->d->text.format.n;
}

static void put_letters(assembly *m, sia_str rest)
{
    const sia_str name = next_field(m, &rest);
    m->bold = rest.n > 0;
    if (m->bold) m->bad |= !sia_str_eq(next_field(m, &rest), SIA_STR("bold")) || rest.n;
    if (sia_str_eq(name, SIA_STR("small"))) m->size = SIA_SIZE_SMALL;
    else if (sia_str_eq(name, SIA_STR("body"))) m->size = SIA_SIZE_BODY;
    else if (sia_str_eq(name, SIA_STR("large"))) m->size = SIA_SIZE_LARGE;
    else m->bad = true;
}

/* Only what is a note may be said so. */
static void put_note(assembly *m, sia_str rest)
{
    static const struct { const char *word; sia_msg msg; } may[] = {
#define SIA_MSG(name, status, en, id) { #name, SIA_MSG_##name },
#include <siasat/words.def>
#undef SIA_MSG
    };
    const sia_str name = next_field(m, &rest), arg = kept(m, next_field(m, &rest));
    for (size_t i = 0; i < SIA_COUNT_OF(may) && name.n > 5 && !memcmp(name.p, "NOTE_", 5); i++) {
        if (!sia_str_eq(name, sia_str_of(may[i].word))) continue;
        sia_doc_note(m->d, may[i].msg, m->n, "%.*s", (int)arg.n, arg.p);
        return;
    }
    m->bad = true;
}

static void put_line(assembly *m, char c, sia_str rest)
{
    sia_mark mark = { .number = SIA_STR("") };
    switch (c) {
    case 'd': put_format(m, rest); return;
    case 'P': put_page(m, rest); return;
    case 'c': put_row(m, rest); return;
    case '+': put_more(m, rest); return;
    case 'z': put_letters(m, rest); return;
    case 'n': put_note(m, rest); return;
    case 'f': mark.kind = SIA_MARK_FOOTNOTE; put_numbered(m, mark, rest); return;
    case 'H': case 'l': {
        const uint32_t level = next_number(m, &rest);
        mark.kind = c == 'H' ? SIA_MARK_HEADING : SIA_MARK_ITEM;
        mark.level = (uint8_t)(level < LEVELS ? level : LEVELS);
        if (c == 'l' && !mark.level) mark.level = 1;
        if (c == 'H') put_text(m, mark, rest); else put_numbered(m, mark, rest);
        return;
    }
    case 'p':
        if (m->lines) { put_as_line(m, rest); return; }
        mark.kind = SIA_MARK_PARAGRAPH;
        break;
    case '?': mark.kind = SIA_MARK_PARAGRAPH; mark.more = mark.perhaps = m->last > 0; break;
    case 't': mark.kind = SIA_MARK_CAPTION; break;
    case 'h': mark.kind = SIA_MARK_FURNITURE; break;
    case 'x': break;
    default: m->bad = true; return;
    }
    put_text(m, mark, rest);
}

/* ---- paragraphs that are lines ----------------------------------------------------------------------------------- */

enum { FEW_PARTS = 8, CUT_SHARE = 4 };

static bool ends_open(sia_str line)
{
    const char c = line.n ? line.p[line.n - 1] : '.';
    return (c >= 'a' && c <= 'z') || c == ',' || c == '-';
}

/* A page that was pasted line by line, or read by a scanner: every line is a paragraph there. A fourth of them or more then
 * break off in the middle of a sentence that goes on below with a small letter. */
static bool pasted_lines(sia_str stream)
{
    uint32_t parts = 0, cut = 0;
    bool open = false;
    for (size_t at = 0; at < stream.n; ) {
        const char *p = stream.p + at, *nl = memchr(p, '\n', stream.n - at);
        const size_t n = nl ? (size_t)(nl - p) : stream.n - at;
        const bool part = n > 2 && p[0] == 'p';
        parts += part;
        cut += part && open && p[2] >= 'a' && p[2] <= 'z';
        open = part && ends_open((sia_str){ p, n });
        at += n + 1;
    }
    return parts >= FEW_PARTS && cut * CUT_SHARE >= parts;
}

/* ---- the whole --------------------------------------------------------------------------------------------------- */

/* False: it is garbled, or its end is missing. No part is longer in `in` than its line in the stream. */
static bool assemble(assembly *m, sia_str stream)
{
    for (size_t at = 0; at < stream.n && !m->bad && sia_arena_ok(m->d->arena); ) {
        const char *p = stream.p + at, *nl = memchr(p, '\n', stream.n - at);
        const size_t n = nl ? (size_t)(nl - p) : 0;
        if (!n) return false;
        if (*p == '.') return n == 1;
        put_line(m, *p, (sia_str){ p + 1, n - 1 });
        at += n + 1;
    }
    return false;
}

sia_status sia_doc_read_stream(sia_doc *d, sia_str name, sia_str stream, sia_err *err)
{
    sia_reader r = { .d = d };
    sia_doc_forget(d, name);
    if (stream.n > INT32_MAX - 64) return sia_fail(err, SIA_MSG_TOO_LONG, 0, name, "");
    if (!sia_utf8_valid(stream)) return sia_fail(err, SIA_MSG_HELPER_GARBLED, 0, name, "");
    assembly m = { .r = &r, .d = d, .to = sia_alloc_raw(d->arena, 1, stream.n + 64), .lines = pasted_lines(stream) };
    const bool whole = m.to && assemble(&m, stream);
    if (!sia_arena_ok(d->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
    if (!whole) return sia_fail(err, SIA_MSG_HELPER_GARBLED, 0, name, "");
    m.to[m.n] = 0;
    const sia_str in = { m.to, m.n };
    const sia_decoded from = { .in = in, .encoding = SIA_ENC_UTF8, .ascii = sia_utf8_count(in) == in.n };
    return sia_read_decoded(&r, &from, err);
}
