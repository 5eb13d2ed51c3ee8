/* A document as its reader hands it on, a line a mark and a line of text behind a bar, as docs/MARKS.md describes it:
 *     heading 0-5 level=1
 *     |BAB I
 * Nothing that stands in a document can begin a line without a bar, on whatever a program takes for a line's end. */
#include "read.h"
#include <stdarg.h>
#include <stdio.h>

typedef struct {
    const sia_text *t;
    sia_sink to;
    int      failed;                    /* errno of the first write that did                  */
    size_t   n;
    char     room[8192];
} writer;

static void flush(writer *w)
{
    if (!w->failed && w->n) w->failed = w->to.write(w->to.ctx, w->room, w->n);
    w->n = 0;
}

static void put(writer *w, const char *p, size_t n)
{
    if (w->n + n > sizeof w->room) flush(w);
    if (n > sizeof w->room) { if (!w->failed) w->failed = w->to.write(w->to.ctx, p, n); return; }
    memcpy(w->room + w->n, p, n);
    w->n += n;
}

static void say(writer *w, const char *format, ...)
{
    char one[96];
    va_list ap;
    va_start(ap, format);
    const int n = vsnprintf(one, sizeof one, format, ap);
    va_end(ap);
    if (n > 0) put(w, one, (size_t)n < sizeof one ? (size_t)n : sizeof one - 1);
}

/* ---- text --------------------------------------------------------------------------------------------------------- */

/* What some program would take for the end of a line, or a terminal for an order: C0 but TAB, DEL, C1, the separators of
 * lines and paragraphs, and what turns the direction of writing. */
static bool hidden(int32_t c)
{
    return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static void put_escape(writer *w, int32_t c)
{
    if (c == '\\') put(w, "\\\\", 2);
    else if (c == '"') put(w, "\\\"", 2);
    else if (c == '\n') put(w, "\\n", 2);
    else if (c == '\r') put(w, "\\r", 2);
    else if (c == '\f') put(w, "\\f", 2);
    else say(w, "\\u%04X", (unsigned)c);
}

static void put_escaped(writer *w, sia_str s, bool quoted)
{
    size_t from = 0;
    for (size_t i = 0; i < s.n; ) {
        uint32_t len;
        const int32_t c = sia_utf8_at(s.p + i, &len);
        if (hidden(c) || c == '\\' || (quoted && c == '"')) {
            put(w, s.p + from, i - from);
            put_escape(w, c);
            from = i + len;
        }
        i += len;
    }
    put(w, s.p + from, s.n - from);
}

/* in[from, to), line for line; a backslash ends one behind which nothing ends in the text. */
static void put_text(writer *w, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; ) {
        const char *nl = memchr(w->t->in.p + i, '\n', to - i);
        const uint32_t end = nl ? (uint32_t)(nl - w->t->in.p) : to;
        put(w, "|", 1);
        put_escaped(w, (sia_str){ w->t->in.p + i, end - i }, false);
        put(w, nl ? "\n" : "\\\n", nl ? 1 : 2);
        i = end + (nl != NULL);
    }
}

/* ---- marks -------------------------------------------------------------------------------------------------------- */

static void put_span(writer *w, const char *before, uint32_t from, uint32_t to)
{
    say(w, "%s%llu-%llu", before, (unsigned long long)sia_text_point(w->t, from), (unsigned long long)sia_text_point(w->t, to));
}

static void put_named(writer *w, const char *name, sia_str value)
{
    if (!value.n) return;
    say(w, " %s=\"", name);
    put_escaped(w, value, true);
    put(w, "\"", 1);
}

/* Cells are parted by TABs, of which none stands in a cell. */
static void put_cells(writer *w, const sia_mark *m)
{
    const uint32_t end = m->raw + m->raw_len;
    for (uint32_t from = m->raw, to; from <= end; from = to + 1) {
        const char *tab = memchr(w->t->in.p + from, '\t', end - from);
        to = tab ? (uint32_t)(tab - w->t->in.p) : end;
        put_span(w, from == m->raw ? " cells=" : ",", from, to);
    }
}

static void put_mark(writer *w, const sia_mark *m)
{
    static const char *const kinds[] = {
        [SIA_MARK_NONE] = "unknown", [SIA_MARK_PARAGRAPH] = "paragraph", [SIA_MARK_HEADING] = "heading", [SIA_MARK_ITEM] = "item",
        [SIA_MARK_FOOTNOTE] = "footnote", [SIA_MARK_ROW] = "row", [SIA_MARK_CAPTION] = "caption", [SIA_MARK_FURNITURE] = "furniture",
    };
    put(w, kinds[m->kind], strlen(kinds[m->kind]));
    put_span(w, " ", m->raw, m->raw + m->raw_len);
    if (m->level) say(w, " %s=%u", m->kind == SIA_MARK_ITEM ? "depth" : "level", m->level);
    put_named(w, "number", m->number);
    if (m->size != SIA_SIZE_BODY) say(w, " size=%s", m->size == SIA_SIZE_SMALL ? "small" : "large");
    if (m->bold) say(w, " bold=yes");
    if (m->more) say(w, " continues=%s", m->perhaps ? "perhaps" : "yes");
    if (m->kind == SIA_MARK_ROW) put_cells(w, m);
    put(w, "\n", 1);
}

static void put_page(writer *w, uint32_t i)
{
    const sia_page *p = &w->t->pages.v[i];
    put_span(w, "page ", p->raw, i + 1 < w->t->pages.n ? p[1].raw : (uint32_t)w->t->in.n);
    if (p->number) say(w, " index=%u", p->number);
    put_named(w, "label", p->label);
    put(w, "\n", 1);
}

sia_status sia_text_marks(const sia_text *t, sia_sink to, sia_str where, sia_err *err)
{
    writer w = { .t = t, .to = to };
    uint32_t at = 0, page = 0, mark = 0;
    put_span(&w, "document ", 0, (uint32_t)t->in.n);
    put_named(&w, "format", t->format);
    put_named(&w, "encoding", sia_str_of(sia_encoding_name(t->encoding)));
    put_named(&w, "name", t->name);
    put(&w, "\n", 1);
    while (page < t->pages.n || mark < t->marks.n) {
        const bool turn = page < t->pages.n && (mark == t->marks.n || t->pages.v[page].raw <= t->marks.v[mark].raw);
        const uint32_t next = turn ? t->pages.v[page].raw : t->marks.v[mark].raw;
        put_text(&w, at, next);
        if (turn) put_page(&w, page++);
        else put_mark(&w, &t->marks.v[mark++]);
        at = next;
    }
    put_text(&w, at, (uint32_t)t->in.n);
    flush(&w);
    return w.failed ? sia_fail(err, SIA_MSG_WRITE, w.failed, where, "") : SIA_OK;
}
