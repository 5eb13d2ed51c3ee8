/* REFI-QDA codebooks (.qdc): codes within codes. They have no field for patterns, so a code's description holds its rows,
 * one line a cell, and reading it back gives the same codebook. */
#include "exchange.h"

/* A term's rows in the sheet, from 1; 0: no more. */
typedef struct { uint32_t *first, *last, *next; } rows;

static bool find_rows(sia_writing *w, rows *r)
{
    const sia_codebook *cb = w->cb;
    const uint32_t column = sia_codebook_column(cb, "term");
    sia_lex *ids = sia_lex_new(w->a);
    r->first = sia_new(w->a, uint32_t, cb->terms.n + 1u);
    r->last = sia_new(w->a, uint32_t, cb->terms.n + 1u);
    r->next = sia_new(w->a, uint32_t, cb->sheet.rows.n + 1u);
    for (uint32_t i = 0; ids && i < cb->terms.n; i++) (void)sia_lex_id(ids, cb->terms.v[i].id);
    if (!sia_arena_ok(w->a)) return false;
    for (uint32_t i = 1; i < cb->sheet.rows.n; i++) {
        const sia_row *row = &cb->sheet.rows.v[i];
        const sia_id id = column < row->n ? sia_lex_find(ids, row->cell[column]) : 0;
        if (!id) continue;
        if (r->last[id - 1]) r->next[r->last[id - 1]] = i;
        else r->first[id - 1] = i;
        r->last[id - 1] = i;
    }
    return true;
}

/* A field is a line. */
static void put_line(sia_writing *w, sia_str s)
{
    for (const char *p = s.p, *end = s.p + s.n; p < end; p++) {
        const char *from = p;
        while (p < end && *p != '\n') p++;
        sia_put_xml(&w->out, (sia_str){ from, (size_t)(p - from) });
        if (p < end) sia_buffer_put(&w->out, " ");
    }
    sia_buffer_put(&w->out, "\n");
}

static void put_field(sia_writing *w, const char *name, sia_str value)
{
    if (!value.n) return;
    sia_buffer_put(&w->out, name);
    sia_buffer_put(&w->out, ": ");
    put_line(w, value);
}

static void put_row(sia_writing *w, const sia_row *row)
{
    static const char *const cells[] = { "pattern", "except", "context", "examples" };
    sia_str value[SIA_COUNT_OF(cells)];
    bool any = false;
    for (size_t i = 0; i < SIA_COUNT_OF(cells); i++) {
        const uint32_t at = sia_codebook_column(w->cb, cells[i]);
        value[i] = at < row->n ? row->cell[at] : SIA_STR("");
        any |= value[i].n > 0;
    }
    if (any && !value[0].n) sia_buffer_put(&w->out, "pattern:\n");
    for (size_t i = 0; i < SIA_COUNT_OF(cells); i++) put_field(w, cells[i], value[i]);
}

static void put_term(sia_writing *w, const rows *r, uint32_t term)
{
    const sia_term *t = &w->cb->terms.v[term];
    if (!sia_str_eq(t->label, t->id)) put_field(w, "label", t->label);
    put_field(w, "source", t->source);
    put_field(w, "note", t->note);
    for (uint32_t i = r->first[term]; i; i = r->next[i]) put_row(w, &w->cb->sheet.rows.v[i]);
}

/* A definition stands by itself, unless its beginning looks like a field. */
static void put_definition(sia_writing *w, sia_str s)
{
    const char *colon = s.n ? memchr(s.p, ':', s.n) : NULL;
    const char *blank = s.n ? memchr(s.p, ' ', s.n) : NULL;
    if (!s.n) return;
    if (colon && (!blank || colon < blank)) { put_field(w, "definition", s); return; }
    put_line(w, s);
}

static void open_code(sia_writing *w, uint32_t depth, sia_str name, bool codable, const char *guid)
{
    sia_indent(&w->out, depth + 1, "  ");
    sia_buffer_put(&w->out, "<Code guid=\"");
    sia_buffer_put(&w->out, guid);
    sia_buffer_put(&w->out, "\" name=\"");
    sia_put_xml(&w->out, name);
    sia_buffer_put(&w->out, codable ? "\" isCodable=\"true\">\n" : "\" isCodable=\"false\">\n");
}

static void describe(sia_writing *w, const rows *r, const sia_level *l)
{
    const uint32_t from = w->out.b.n;
    sia_indent(&w->out, l->depth + 2, "  ");
    sia_buffer_put(&w->out, "<Description>");
    const uint32_t inner = w->out.b.n;
    if (l->category) {
        const sia_category *c = &w->cb->categories.v[l->category - 1];
        put_definition(w, c->definition);
        if (!sia_str_eq(c->name, c->code)) put_field(w, "label", c->name);
    } else if (l->term) put_definition(w, w->cb->terms.v[l->term - 1].definition);
    if (l->term) put_term(w, r, l->term - 1);
    if (w->out.b.n == inner) { w->out.b.n = from; return; }
    w->out.b.n--;                                            /* the last line end */
    sia_buffer_put(&w->out, "</Description>\n");
}

static void close_to(sia_writing *w, uint32_t from, uint32_t up)
{
    for (; from && from != up; from = w->levels.v[from].up) {
        sia_indent(&w->out, w->levels.v[from].depth + 1, "  ");
        sia_buffer_put(&w->out, "</Code>\n");
    }
}

/* The word lists, as codes below one called @. */
static void put_lists(sia_writing *w)
{
    const sia_codebook *cb = w->cb;
    const uint32_t category = sia_codebook_column(cb, "category"), term = sia_codebook_column(cb, "term");
    char guid[37];
    if (!cb->lists.n) return;
    sia_guid(guid, SIA_STR("@"));
    open_code(w, 1, SIA_STR("@"), false, guid);
    for (uint32_t i = 1; i < cb->sheet.rows.n; i++) {
        const sia_row *row = &cb->sheet.rows.v[i];
        const sia_str is = category < row->n ? row->cell[category] : SIA_STR("");
        if (!sia_str_eq(is, SIA_STR("@")) && !sia_str_eq(is, SIA_STR("list")) && !sia_str_eq(is, SIA_STR("daftar"))) continue;
        const sia_str name = term < row->n ? row->cell[term] : SIA_STR("");
        sia_guid(guid, sia_printf(w->a, "@/%.*s", (int)name.n, name.p));
        open_code(w, 2, name, false, guid);
        sia_buffer_put(&w->out, "        <Description>");
        put_row(w, row);
        w->out.b.n--;
        sia_buffer_put(&w->out, "</Description>\n      </Code>\n");
    }
    sia_buffer_put(&w->out, "    </Code>\n");
}

/* Categories and terms. Their identifiers are made of their names from the top, after `space`; `of`, if not NULL, gets each term's. */
static void put_codes(sia_writing *w, sia_str space, char (*of)[37])
{
    rows r;
    uint32_t before = 0;
    char guid[37];
    sia_str *path = sia_new(w->a, sia_str, w->levels.n);
    if (!find_rows(w, &r) || !path) return;
    path[0] = space;
    for (uint32_t at = sia_level_after(w, 0); at && sia_arena_ok(w->a); before = at, at = sia_level_after(w, at)) {
        const sia_level *l = &w->levels.v[at];
        const sia_str up = path[l->up];
        close_to(w, before, l->up);
        path[at] = sia_printf(w->a, "%.*s/%.*s", (int)up.n, up.p, (int)l->name.n, l->name.p);
        sia_guid(guid, path[at]);
        open_code(w, l->depth, l->name, l->term != 0, guid);
        describe(w, &r, l);
        if (of && l->term) memcpy(of[l->term - 1], guid, sizeof guid);
    }
    close_to(w, before, 0);
}

sia_status sia_book_codes(sia_str *out, char (*guid)[37], const sia_codebook *cb, sia_str space, sia_arena *a, sia_err *err)
{
    sia_writing w = { .cb = cb, .a = a, .out = { .a = a } };
    sia_levels_make(&w);
    if (sia_arena_ok(a)) put_codes(&w, space, guid);
    *out = sia_buffer_str(&w.out);
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, cb->name, "");
}

void sia_write_refi(sia_writing *w)
{
    sia_lose(w->lost, w->a, LOSS_TEXT, 0, SIA_STR(""), SIA_STR(""));
    sia_buffer_put(&w->out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"siasat\">\n  <Codes>\n");
    put_codes(w, SIA_STR(""), NULL);
    put_lists(w);
    sia_buffer_put(&w->out, "  </Codes>\n</CodeBook>\n");
}
