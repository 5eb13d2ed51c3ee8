/* Codings: tables of marked places, matched to the inputs and found in their texts. */
#include "coding.h"
#include <ctype.h>
#include <stdlib.h>

enum { DOC = CODING_DOC, START, END, QUOTE, PAGE, CATEGORY, TERM, UNIT, DECISION, COLUMNS = CODING_COLUMNS };

static const char *const titles[COLUMNS][5] = {
    [DOC] = { "doc", "Document", "Dokumen", "file" }, [START] = { "start", "Start", "Awal", "start_char" },
    [END] = { "end", "End", "Akhir", "end_char" }, [QUOTE] = { "quote", "kutipan", "Kutipan", "Quote" },
    [PAGE] = { "page", "Page", "Halaman ke", "halaman" }, [CATEGORY] = { "category", "Category", "Kategori", "code", "kode" },
    [TERM] = { "term", "Term", "Istilah", "term_id" }, [UNIT] = { "unit", "Unit", "Satuan" },
    [DECISION] = { "decision", "Decision", "Keputusan" },
};

typedef struct { session *s; coding *c; sia_sheet sheet; uint32_t strange; sia_str first_strange; sia_err *err; } reader;

/* ---- the table's columns --------------------------------------------------------------------------- */

static void find_columns(coding *c, const sia_row *head)
{
    for (int k = 0; k < COLUMNS; k++) {
        c->column[k] = UINT32_MAX;
        for (uint32_t i = 0; head && i < head->n; i++)
            for (size_t t = 0; t < SIA_COUNT_OF(titles[k]) && titles[k][t]; t++)
                if (sia_str_eq(head->cell[i], sia_str_of(titles[k][t])) && c->column[k] == UINT32_MAX) c->column[k] = i;
    }
}

static bool has(const coding *c, int column) { return c->column[column] != UINT32_MAX; }

static sia_str cell(const coding *c, const sia_row *row, int column)
{
    return c->column[column] < row->n ? row->cell[c->column[column]] : SIA_STR("");
}

static sia_status need_columns(const reader *r, const sia_row *head)
{
    const coding *c = r->c;
    const char *missing = !has(c, CATEGORY) ? "category" : NULL;
    if (!missing && !has(c, UNIT) && !has(c, QUOTE) && !has(c, START)) missing = "start, quote / kutipan, unit";
    if (!missing && has(c, START) && !has(c, END)) missing = "end";
    return missing ? sia_fail_at(r->err, SIA_MSG_COLUMN_MISSING, c->name, head ? head->line : 1, 1, "%s", missing) : SIA_OK;
}

/* ---- documents by their trailing path ---------------------------------------------------------------- */

static sia_str without_extension(sia_str path)
{
    for (size_t i = path.n; i > 0 && path.p[i - 1] != '/'; i--)
        if (path.p[i - 1] == '.') return (sia_str){ path.p, i - 1 };
    return path;
}

static bool ends_path(sia_str path, sia_str tail)
{
    if (!tail.n || path.n < tail.n || memcmp(path.p + path.n - tail.n, tail.p, tail.n) != 0) return false;
    return path.n == tail.n || path.p[path.n - tail.n - 1] == '/';
}

/* The input that `doc` means: the path that ends with most of it. UINT32_MAX: none, or several. */
static uint32_t file_of(const inputs *in, sia_str doc)
{
    for (;;) {
        uint32_t found = UINT32_MAX, n = 0;
        for (uint32_t i = 0; i < in->files.n; i++) {
            const sia_str path = in->files.v[i].path;
            if (!ends_path(path, doc) && !ends_path(without_extension(path), doc)) continue;
            found = i;
            n++;
        }
        if (n) return n == 1 ? found : UINT32_MAX;
        const char *slash = doc.n ? memchr(doc.p, '/', doc.n) : NULL;
        if (!slash) return UINT32_MAX;
        doc = (sia_str){ slash + 1, doc.n - (size_t)(slash + 1 - doc.p) };
    }
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
    const sia_str unit = cell(c, row, UNIT);
    const sia_id id = sia_lex_id(c->units, unit);
    if (!unit.n) return SIA_OK;
    if (id && id <= c->codes_of.n) return sia_fail_at(r->err, SIA_MSG_UNIT_TWICE, c->name, row->line, c->column[UNIT] + 1, "%.*s",
                                                      unit.n > 40 ? 40 : (int)unit.n, unit.p);
    sia_push(r->s->arena, &c->codes_of, (codes){ 0 });
    if (sia_arena_ok(r->s->arena)) read_codes(r, cell(c, row, CATEGORY), &c->codes_of.v[c->codes_of.n - 1]);
    return SIA_OK;
}

/* A tag table's decision: false drops the row; a term's id recodes it, its category being what stands before the hyphen
 * in no format we know: so the codebooks are asked. */
static bool decided(const session *s, sia_str said, coded *row)
{
    char word[8] = "";
    for (size_t i = 0; i < said.n && i < 7; i++) word[i] = (char)tolower((unsigned char)said.p[i]);
    if (!said.n || !strcmp(word, "ya") || !strcmp(word, "yes")) return true;
    if (!strcmp(word, "tidak") || !strcmp(word, "no")) return false;
    for (uint32_t b = 0; b < s->n_books; b++)
        for (uint32_t i = 0; i < sia_codebook_terms(s->books[b]); i++) {
            const sia_term *t = sia_codebook_term(s->books[b], i);
            if (!sia_str_eq(t->id, said)) continue;
            row->term = t->id;
            row->category = sia_codebook_category(s->books[b], t->category)->code;
        }
    return true;
}

static sia_status read_place(reader *r, const sia_row *row)
{
    coding *c = r->c;
    const inputs *in = &r->s->in;
    coded one = { .line = row->line, .quote = cell(c, row, QUOTE), .page = cell(c, row, PAGE), .category = cell(c, row, CATEGORY),
                  .term = cell(c, row, TERM) };
    one.file = has(c, DOC) ? file_of(in, cell(c, row, DOC)) : in->files.n == 1 ? 0 : UINT32_MAX;
    if (!decided(r->s, cell(c, row, DECISION), &one) || !one.category.n) return SIA_OK;
    if (has(c, START)) {
        if (!number(cell(c, row, START), &one.start) || !number(cell(c, row, END), &one.end) || one.end <= one.start)
            return sia_fail_at(r->err, SIA_MSG_CODING_SPAN, c->name, row->line, c->column[START] + 1, "%.*s - %.*s",
                               (int)cell(c, row, START).n, cell(c, row, START).p, (int)cell(c, row, END).n, cell(c, row, END).p);
        one.quote = SIA_STR("");
    } else if (!one.quote.n) {
        return SIA_OK;
    }
    if (one.file != UINT32_MAX) sia_push(r->s->arena, &c->rows, one);
    else if (!r->strange++) r->first_strange = cell(c, row, DOC);
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
    sia_str bytes;
    if (!c || !(c->units = sia_lex_new(s->arena))) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    c->name = sia_str_of(path);
    SIA_TRY(sia_read_file(&bytes, path, s->arena, err));
    SIA_TRY(sia_sheet_parse(&r.sheet, c->name, bytes, s->arena, err));
    const sia_row *head = r.sheet.rows.n ? &r.sheet.rows.v[0] : NULL;
    find_columns(c, head);
    SIA_TRY(need_columns(&r, head));
    c->by_unit = has(c, UNIT);
    for (uint32_t i = 1; i < r.sheet.rows.n; i++)
        SIA_TRY(c->by_unit ? read_unit(&r, &r.sheet.rows.v[i]) : read_place(&r, &r.sheet.rows.v[i]));
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, c->name, "");
    if (c->rows.n) qsort(c->rows.v, c->rows.n, sizeof *c->rows.v, by_file);
    if (r.strange) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_STRANGE, s->lang), path, r.strange, (int)r.first_strange.n, r.first_strange.p).p);
    *out = c;
    return SIA_OK;
}

const codes *coding_codes(const coding *c, sia_str unit)
{
    const sia_id id = sia_lex_find(c->units, unit);
    return id ? &c->codes_of.v[id - 1] : NULL;
}
