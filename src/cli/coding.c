/* Codings: tables of marked places, matched to the inputs and found in their texts. */
#include "coding.h"
#include "returned.h"
#include "trailing.h"
#include <stdlib.h>

enum { DOC, START, END, QUOTE, SOLIDS, PAGE, CATEGORY, TERM, UNIT, DECISION, COLUMNS, MOST_KEYS = 3 };

static const returned_key keys[COLUMNS][MOST_KEYS] = {
    [DOC] = { { "tag", "doc" }, { NULL, "file" } }, [START] = { { "tag", "start" }, { NULL, "start_char" } },
    [END] = { { "tag", "end" }, { NULL, "end_char" } }, [QUOTE] = { { NULL, "quote" }, { NULL, "kutipan" } }, [SOLIDS] = { { NULL, "solids_before" } },
    [PAGE] = { { "tag", "page" }, { NULL, "halaman" } }, [CATEGORY] = { { "tag", "category" }, { "sheet", "code" } },
    [TERM] = { { "tag", "term" }, { NULL, "term_id" } }, [UNIT] = { { "sheet", "unit" } }, [DECISION] = { { "tag", "decision" } },
};

typedef struct {
    session  *s;
    coding   *c;
    sia_sheet sheet;
    uint32_t  column[COLUMNS];
    sia_str   doc;                      /* the last row's document, and the input it is: rows come in runs */
    uint32_t  file;
    uint32_t  strange, empty;           /* rows of other documents; rows that say nothing */
    sia_str   first_strange;
    sia_err  *err;
} reader;

/* ---- the table's columns --------------------------------------------------------------------------- */

static void find_columns(reader *r, const sia_row *head)
{
    for (int k = 0; k < COLUMNS; k++) {
        size_t n = 0;
        while (n < MOST_KEYS && keys[k][n].name) n++;
        r->column[k] = returned_column(head, keys[k], n, r->s->arena);
    }
}

static bool has(const reader *r, int column) { return r->column[column] != UINT32_MAX; }
static sia_str cell(const reader *r, const sia_row *row, int column) { return returned_cell(row, r->column[column]); }

static sia_status need_columns(const reader *r, const sia_row *head)
{
    const char *missing = !has(r, CATEGORY) ? "category" : NULL;
    if (!missing && !has(r, UNIT) && !has(r, QUOTE) && !has(r, START)) missing = "start, quote / kutipan, unit";
    if (!missing && has(r, START) && !has(r, END)) missing = "end";
    return missing ? sia_fail_at(r->err, SIA_MSG_COLUMN_MISSING, r->c->name, head ? head->line : 1, 1, "%s", missing) : SIA_OK;
}

/* ---- rows ------------------------------------------------------------------------------------------- */

static bool number(sia_str s, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || *out > UINT64_MAX / 20) return false;
        *out = *out * 10 + (uint64_t)(s.p[i] - '0');
    }
    return s.n > 0;
}

static void read_codes(reader *r, sia_str cell_text, codes *out)
{
    size_t from = 0;
    for (size_t i = 0; i <= cell_text.n; i++) {
        if (i < cell_text.n && !strchr(";,|", cell_text.p[i])) continue;
        sia_str one = { cell_text.p + from, i - from };
        while (one.n && one.p[0] == ' ') one = (sia_str){ one.p + 1, one.n - 1 };
        while (one.n && one.p[one.n - 1] == ' ') one.n--;
        if (one.n) sia_push(r->s->arena, out, one);
        from = i + 1;
    }
}

static sia_status read_unit(reader *r, const sia_row *row)
{
    coding *c = r->c;
    const sia_str unit = cell(r, row, UNIT);
    if (!unit.n) {
        r->empty++;
        return SIA_OK;
    }
    const sia_id id = sia_lex_id(c->units, unit);
    if (id && id <= c->codes_of.n) return sia_fail_at(r->err, SIA_MSG_UNIT_TWICE, c->name, row->line, r->column[UNIT] + 1, "%.*s",
                                                      unit.n > 40 ? 40 : (int)unit.n, unit.p);
    sia_push(r->s->arena, &c->codes_of, (codes){ 0 });
    if (sia_arena_ok(r->s->arena)) read_codes(r, cell(r, row, CATEGORY), &c->codes_of.v[c->codes_of.n - 1]);
    return SIA_OK;
}

/* Obeys the decision of a table of tag; *drop: the row is none any more. */
static sia_status decide(const reader *r, const sia_row *row, coded *one, bool *drop)
{
    const sia_str said = cell(r, row, DECISION);
    decision is;
    uint32_t term;
    if (!returned_decision(r->s, said, &is, &term))
        return sia_fail_at(r->err, SIA_MSG_REVIEW_WORD, r->c->name, row->line, r->column[DECISION] + 1, "'%.*s'", said.n > 80 ? 80 : (int)said.n, said.p);
    *drop = is == DROP;
    if (is != RECODE) return SIA_OK;
    one->term = session_term(r->s, term)->id;
    one->category = session_category(r->s, term)->code;
    return SIA_OK;
}

static sia_status read_span(const reader *r, const sia_row *row, coded *one)
{
    const sia_str start = cell(r, row, START), end = cell(r, row, END);
    one->quote = SIA_STR("");
    if (number(start, &one->start) && number(end, &one->end) && one->end > one->start) return SIA_OK;
    return sia_fail_at(r->err, SIA_MSG_CODING_SPAN, r->c->name, row->line, r->column[START] + 1, "%.*s - %.*s",
                       start.n > 40 ? 40 : (int)start.n, start.p, end.n > 40 ? 40 : (int)end.n, end.p);
}

static uint32_t input_of(reader *r, const sia_row *row)
{
    const inputs *in = &r->s->in;
    const sia_str doc = cell(r, row, DOC);
    if (!doc.n && in->files.n == 1) return 0;
    if (!doc.n) return trailing_input(in, r->c->name);       /* the comments of a document are in that document */
    if (!r->doc.n || !sia_str_eq(doc, r->doc)) r->file = trailing_input(in, doc);
    r->doc = doc;
    return r->file;
}

static sia_status read_place(reader *r, const sia_row *row)
{
    coded one = { .line = row->line, .quote = cell(r, row, QUOTE), .page = cell(r, row, PAGE), .category = cell(r, row, CATEGORY),
                  .term = cell(r, row, TERM), .file = input_of(r, row) };
    bool drop = false;
    one.placed = number(cell(r, row, SOLIDS), &one.solids);
    SIA_TRY(decide(r, row, &one, &drop));
    if (drop) return SIA_OK;
    if (!one.category.n || (!has(r, START) && !one.quote.n)) {
        r->empty++;
        return SIA_OK;
    }
    if (has(r, START)) SIA_TRY(read_span(r, row, &one));
    if (one.file != UINT32_MAX) sia_push(r->s->arena, &r->c->rows, one);
    else if (!r->strange++) r->first_strange = cell(r, row, DOC);
    return SIA_OK;
}

static int by_file(const void *a, const void *b)
{
    const coded *x = a, *y = b;
    if (x->file != y->file) return x->file < y->file ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

sia_status coding_open(coding **out, session *s, const char *path, sia_err *err)
{
    coding *c = sia_new(s->arena, coding, 1);
    reader r = { .s = s, .c = c, .err = err };
    if (!c || !(c->units = sia_lex_new(s->arena))) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    c->name = sia_str_of(path);
    SIA_TRY(returned_open(&r.sheet, s, path, err));
    const sia_row *head = r.sheet.rows.n ? &r.sheet.rows.v[0] : NULL;
    find_columns(&r, head);
    SIA_TRY(need_columns(&r, head));
    c->by_unit = has(&r, UNIT);
    for (uint32_t i = 1; i < r.sheet.rows.n; i++)
        SIA_TRY(c->by_unit ? read_unit(&r, &r.sheet.rows.v[i]) : read_place(&r, &r.sheet.rows.v[i]));
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, c->name, "");
    if (c->rows.n) qsort(c->rows.v, c->rows.n, sizeof *c->rows.v, by_file);
    if (r.empty) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_EMPTY_ROWS, s->lang), path, r.empty).p);
    if (r.strange) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_STRANGE, s->lang), path, r.strange, (int)r.first_strange.n, r.first_strange.p).p);
    *out = c;
    return SIA_OK;
}

const codes *coding_codes(const coding *c, sia_str unit)
{
    const sia_id id = sia_lex_find(c->units, unit);
    return id ? &c->codes_of.v[id - 1] : NULL;
}
