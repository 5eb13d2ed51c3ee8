/* Entries: the rows of a codebook's sheet read into categories, terms, word lists and rules. */
#include "codebook.h"

enum { CATEGORY, TERM, LABEL, PATTERN, EXCEPT, CONTEXT, DEFINITION, EXAMPLES, SOURCE, NOTE, COLUMNS };
enum { MAX_TERMS = 65535, MAX_EXPECTED = 1 << 20 };

static const char *const titles[COLUMNS][2] = {
    [CATEGORY] = { "category", "kategori" }, [TERM] = { "term", "istilah" }, [LABEL] = { "label", "label" },
    [PATTERN] = { "pattern", "pola" }, [EXCEPT] = { "except", "kecuali" }, [CONTEXT] = { "context", "konteks" },
    [DEFINITION] = { "definition", "definisi" }, [EXAMPLES] = { "examples", "contoh" }, [SOURCE] = { "source", "sumber" },
    [NOTE] = { "note", "catatan" },
};

typedef struct {
    sia_codebook *cb;
    uint32_t      column[COLUMNS];          /* where each stands in the sheet, UINT32_MAX: nowhere */
    sia_lex      *term_ids, *category_ids;
    SIA_VEC(uint32_t) category_rows, named_rows;   /* each category's first row; the row that names it, 0: none yet */
    SIA_VEC(uint32_t) term_rows;            /* each term's first row (all rows by their line)  */
    sia_err      *err;
} builder;

/* ---- cells ------------------------------------------------------------------------------------ */

static sia_str cell(const builder *b, const sia_row *row, int column)
{
    uint32_t i = b->column[column];
    return i < row->n ? row->cell[i] : SIA_STR("");
}

static sia_cell_at cell_at(const builder *b, const sia_row *row, int column)
{
    return (sia_cell_at){ &b->cb->sheet, row, b->column[column] };
}

static sia_status fail(builder *b, sia_msg msg, const sia_row *row, int column, sia_str culprit)
{
    sia_place p = sia_cell_place(cell_at(b, row, column), 0);
    return sia_fail_at(b->err, msg, b->cb->name, p.line, p.col, "%.*s", culprit.n > 80 ? 80 : (int)culprit.n, culprit.p);
}

static sia_status no_memory(builder *b) { return sia_fail(b->err, SIA_MSG_NOMEM, 0, b->cb->name, "%s", ""); }

static sia_reader reader(builder *b, const sia_row *row, int column)
{
    sia_arena_reset(b->cb->scratch);
    sia_str text = sia_composed(b->cb->a, cell(b, row, column));
    return (sia_reader){ .cb = b->cb, .cell = text, .at = cell_at(b, row, column), .err = b->err };
}

/* ---- the title row ---------------------------------------------------------------------------- */

static int column_of(sia_arena *a, sia_str title)
{
    sia_str t = sia_fold(a, title);
    for (int i = 0; i < COLUMNS; i++)
        for (int k = 0; k < 2; k++) if (sia_str_eq(t, sia_str_of(titles[i][k]))) return i;
    return COLUMNS;
}

uint32_t sia_codebook_column(const sia_codebook *cb, const char *title)
{
    int is = 0;
    while (is < COLUMNS && strcmp(titles[is][0], title)) is++;
    for (uint32_t i = 0; cb->sheet.rows.n && i < cb->sheet.rows.v[0].n; i++)
        if (column_of(cb->a, cb->sheet.rows.v[0].cell[i]) == is) return i;
    return UINT32_MAX;
}

static sia_status read_titles(builder *b, const sia_row *row)
{
    for (int i = 0; i < COLUMNS; i++) b->column[i] = UINT32_MAX;
    for (uint32_t i = 0; i < row->n; i++) {
        int c = column_of(b->cb->scratch, row->cell[i]);
        if (c == COLUMNS && (!row->cell[i].n || b->cb->findings.n >= SIA_FINDINGS_MAX)) continue;
        sia_place p = sia_sheet_place(&b->cb->sheet, row, i, 0);
        if (c == COLUMNS) {
            sia_codebook_find(b->cb, SIA_MSG_COLUMN_UNKNOWN, p, row->cell[i]);
            continue;
        }
        if (b->column[c] != UINT32_MAX)
            return sia_fail_at(b->err, SIA_MSG_COLUMN_TWICE, b->cb->name, p.line, p.col, "%s", titles[c][0]);
        b->column[c] = i;
    }
    if (!sia_arena_ok(b->cb->scratch)) return no_memory(b);
    static const int needed[] = { CATEGORY, TERM, PATTERN };
    for (size_t i = 0; i < SIA_COUNT_OF(needed); i++)
        if (b->column[needed[i]] == UINT32_MAX)
            return sia_fail_at(b->err, SIA_MSG_COLUMN_MISSING, b->cb->name, row->line, 1, "%s / %s",
                               titles[needed[i]][0], titles[needed[i]][1]);
    return SIA_OK;
}

/* ---- categories and terms ------------------------------------------------------------------------ */

static sia_status category_of(builder *b, const sia_row *row, uint32_t *out)
{
    sia_str code = cell(b, row, CATEGORY);
    sia_id id = sia_lex_id(b->category_ids, code);
    if (!id) return no_memory(b);
    *out = id - 1;
    if (id <= b->cb->categories.n) return SIA_OK;
    sia_category c = { code, code, SIA_STR("") };
    sia_push(b->cb->a, &b->cb->categories, c);
    sia_push(b->cb->a, &b->category_rows, row->line);
    sia_push(b->cb->a, &b->named_rows, 0);
    return sia_arena_ok(b->cb->a) ? SIA_OK : no_memory(b);
}

static sia_status read_category(builder *b, const sia_row *row)
{
    uint32_t i;
    SIA_TRY(category_of(b, row, &i));
    if (b->named_rows.v[i]) return fail(b, SIA_MSG_CATEGORY_TWICE, row, CATEGORY, cell(b, row, CATEGORY));
    sia_category *c = &b->cb->categories.v[i];
    b->named_rows.v[i] = row->line;
    if (cell(b, row, LABEL).n) c->name = cell(b, row, LABEL);
    c->definition = cell(b, row, DEFINITION);
    return SIA_OK;
}

static void keep_first(sia_str *to, sia_str s) { if (to->n == 0) *to = s; }

/* The row's term, made at its first row; later rows may leave category and label empty. */
static sia_status term_of(builder *b, const sia_row *row, uint32_t *out)
{
    sia_codebook *cb = b->cb;
    sia_str id = cell(b, row, TERM), code = cell(b, row, CATEGORY);
    sia_id n = sia_lex_id(b->term_ids, id);
    uint32_t category = 0;
    if (!n) return no_memory(b);
    *out = n - 1;
    bool fresh = n > cb->terms.n;
    if (fresh && !code.n) return fail(b, SIA_MSG_ROW_CATEGORY, row, TERM, id);
    if (fresh && cb->terms.n == MAX_TERMS) return fail(b, SIA_MSG_TERMS_MANY, row, TERM, id);
    if (code.n) SIA_TRY(category_of(b, row, &category));
    if (fresh) {
        sia_term t = { .id = id, .category = category };
        sia_push(cb->a, &cb->terms, t);
        sia_push(cb->a, &b->term_rows, row->line);
        if (!sia_arena_ok(cb->a)) return no_memory(b);
    }
    sia_term *t = &cb->terms.v[*out];
    if (code.n && t->category != category)
        return fail(b, SIA_MSG_TERM_MOVED, row, CATEGORY, cb->categories.v[t->category].code);
    keep_first(&t->label, cell(b, row, LABEL));
    keep_first(&t->definition, cell(b, row, DEFINITION));
    keep_first(&t->source, cell(b, row, SOURCE));
    keep_first(&t->note, cell(b, row, NOTE));
    if (cell(b, row, EXAMPLES).n) {
        sia_example e = { *out, cell(b, row, EXAMPLES), cell_at(b, row, EXAMPLES) };
        keep_first(&t->examples, e.text);
        sia_push(cb->a, &cb->examples, e);
    }
    return SIA_OK;
}

static sia_status read_rule(builder *b, const sia_row *row)
{
    sia_codebook *cb = b->cb;
    sia_rule rule = { .except = SIA_NO_SET, .line = row->line };
    uint32_t terms = cb->terms.n;
    SIA_TRY(term_of(b, row, &rule.term));
    if (cell(b, row, PATTERN).n || cb->terms.n > terms)
        sia_push(cb->a, &cb->entries, (sia_entry_row){ rule.term, (uint32_t)(row - cb->sheet.rows.v) });
    sia_reader r = reader(b, row, PATTERN);
    SIA_TRY(sia_pattern_read(&r, &rule.patterns));
    r = reader(b, row, EXCEPT);
    sia_reader_blanks(&r);
    if (r.i < r.cell.n) SIA_TRY(sia_set_read(&r, r.cell.n, &rule.except));
    r = reader(b, row, CONTEXT);
    SIA_TRY(sia_conditions_read(&r, &rule.conditions));
    if (sia_set_any(&rule.patterns)) sia_push(cb->a, &cb->rules, rule);
    return sia_arena_ok(cb->a) ? SIA_OK : no_memory(b);
}

/* ---- rows ---------------------------------------------------------------------------------------- */

/* A spreadsheet may take a cell that begins with @ for a formula, so the word will do too. */
static bool is_list(const builder *b, const sia_row *row)
{
    sia_str c = cell(b, row, CATEGORY);
    return sia_str_eq(c, SIA_STR("@")) || sia_str_eq(c, SIA_STR("list")) || sia_str_eq(c, SIA_STR("daftar"));
}

static sia_str list_name(const builder *b, const sia_row *row)
{
    sia_str name = cell(b, row, TERM);
    bool at = name.n && name.p[0] == '@';
    return (sia_str){ name.p + at, name.n - at };
}

/* A list may use the lists above it: so no list can hold itself. */
static sia_status read_list(builder *b, const sia_row *row)
{
    sia_codebook *cb = b->cb;
    sia_list list = { .name = list_name(b, row) };
    uint32_t k;
    for (size_t i = 0; i < list.name.n; i += k) {
        sia_char c = sia_char_class(list.name.p + i, &k);
        if (c != SIA_CHAR_WORD && (c != SIA_CHAR_DASH || !i)) return fail(b, SIA_MSG_LIST_NAME, row, TERM, list.name);
    }
    if (!list.name.n) return fail(b, SIA_MSG_LIST_NAME, row, TERM, list.name);
    if (cb->lists.n == SIA_LISTS_MAX) return fail(b, SIA_MSG_LISTS_MANY, row, TERM, list.name);
    if (sia_lex_find(cb->list_names, list.name)) return fail(b, SIA_MSG_LIST_TWICE, row, TERM, list.name);
    sia_reader r = reader(b, row, PATTERN);
    SIA_TRY(sia_pattern_read(&r, &list.patterns));
    if (!sia_lex_id(cb->list_names, list.name)) return no_memory(b);
    sia_push(cb->a, &cb->lists, list);
    return sia_arena_ok(cb->a) ? SIA_OK : no_memory(b);
}

static sia_status read_row(builder *b, const sia_row *row)
{
    bool term = cell(b, row, TERM).n > 0, pattern = cell(b, row, PATTERN).n > 0;
    if (is_list(b, row)) return SIA_OK;
    if (term) return read_rule(b, row);
    if (pattern) return fail(b, SIA_MSG_ROW_TERM, row, PATTERN, cell(b, row, PATTERN));
    if (!cell(b, row, CATEGORY).n) return SIA_OK;
    return read_category(b, row);
}

static void review_categories(builder *b)
{
    for (uint32_t i = 0; i < b->cb->categories.n; i++) {
        sia_place at = { b->category_rows.v[i], 0 };
        if (!b->named_rows.v[i]) sia_codebook_find(b->cb, SIA_MSG_CATEGORY_UNNAMED, at, b->cb->categories.v[i].code);
    }
}

static void review_terms(builder *b)
{
    sia_codebook *cb = b->cb;
    uint32_t *rules = sia_new(cb->scratch, uint32_t, cb->terms.n + 1u);
    for (uint32_t i = 0; rules && i < cb->rules.n; i++) rules[cb->rules.v[i].term]++;
    for (uint32_t i = 0; rules && i < cb->terms.n; i++) {
        sia_place at = { b->term_rows.v[i], 0 };
        if (!rules[i]) sia_codebook_find(cb, SIA_MSG_TERM_EMPTY, at, cb->terms.v[i].id);
        if (!cb->terms.v[i].label.n) cb->terms.v[i].label = cb->terms.v[i].id;
    }
}

/* Nearly every alternative ends with a bar or its cell; lists in patterns multiply, so twice that. */
static void expect(sia_codebook *cb)
{
    size_t bars = cb->sheet.rows.n;
    for (const char *p = cb->sheet.text.p, *end = p + cb->sheet.text.n; (p = memchr(p, '|', (size_t)(end - p))); p++) bars++;
    if (bars > MAX_EXPECTED) bars = MAX_EXPECTED;
    SIA_EXPECT(cb->a, &cb->alts, 2 * bars);
    SIA_EXPECT(cb->a, &cb->steps, 4 * bars);
    SIA_EXPECT(cb->a, &cb->items, bars);
}

static sia_status build(builder *b, sia_str bytes)
{
    sia_codebook *cb = b->cb;
    SIA_TRY(sia_sheet_parse(&cb->sheet, cb->name, bytes, cb->a, b->err));
    const sia_row *rows = cb->sheet.rows.v;
    uint32_t n = cb->sheet.rows.n;
    if (!n) return sia_fail(b->err, SIA_MSG_CODEBOOK_EMPTY, 0, cb->name, "%s", "");
    SIA_TRY(read_titles(b, &rows[0]));
    cb->pattern_column = b->column[PATTERN];
    cb->except_column = b->column[EXCEPT];
    cb->context_column = b->column[CONTEXT];
    expect(cb);
    for (uint32_t i = 1; i < n; i++) if (is_list(b, &rows[i])) SIA_TRY(read_list(b, &rows[i]));
    for (uint32_t i = 1; i < n; i++) SIA_TRY(read_row(b, &rows[i]));
    if (!cb->terms.n) return sia_fail(b->err, SIA_MSG_CODEBOOK_EMPTY, 0, cb->name, "%s", "");
    sia_arena_reset(cb->scratch);
    review_categories(b);
    review_terms(b);
    return sia_arena_ok(cb->a) && sia_arena_ok(cb->scratch) ? SIA_OK : no_memory(b);
}

sia_status sia_codebook_build(sia_codebook *cb, sia_str bytes, sia_err *err)
{
    builder b = { .cb = cb, .term_ids = sia_lex_new(cb->a), .category_ids = sia_lex_new(cb->a), .err = err };
    return sia_arena_ok(cb->a) ? build(&b, bytes) : no_memory(&b);
}
