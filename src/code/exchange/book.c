/* Books of other programs: which formats there are, reading one into our TSV, writing a codebook as one. */
#include "exchange.h"
#include <strings.h>

static const struct { const char *extension, *helper; } formats[SIA_BOOK_FORMATS] = {
    [SIA_BOOK_TSV]  = { "tsv", NULL },   [SIA_BOOK_CSV] = { "csv", NULL },  [SIA_BOOK_XLSX] = { "xlsx", "sheet" },
    [SIA_BOOK_YAML] = { "yml", "yaml" }, [SIA_BOOK_DIC] = { "dic", NULL },  [SIA_BOOK_YKD]  = { "ykd", "xml" },
    [SIA_BOOK_LCD]  = { "lcd", "xml" },  [SIA_BOOK_LC3] = { "lc3", NULL },  [SIA_BOOK_CAT]  = { "cat", NULL },
    [SIA_BOOK_COD]  = { "cod", NULL },   [SIA_BOOK_QDC] = { "qdc", "xml" },
};

bool sia_book_format_of(const char *path, sia_book_format *f)
{
    const char *dot = strrchr(path, '.');
    if (!dot) return false;
    if (!strcasecmp(dot + 1, "yaml")) { *f = SIA_BOOK_YAML; return true; }
    for (int i = 0; i < SIA_BOOK_FORMATS; i++)
        if (!strcasecmp(dot + 1, formats[i].extension)) { *f = (sia_book_format)i; return true; }
    return false;
}

bool        sia_book_is_ours(sia_book_format f) { return f == SIA_BOOK_TSV || f == SIA_BOOK_CSV || f == SIA_BOOK_XLSX; }
const char *sia_book_job(sia_book_format f) { return formats[f].helper; }

static sia_status decode(sia_draft *d, sia_str bytes, sia_str *text)
{
    sia_decoded in;
    SIA_TRY(sia_decode(&in, d->name, bytes, SIA_ENC_AUTO, d->a, d->err));
    if (in.encoding == SIA_ENC_CP1252) sia_lose(d->lost, d->a, LOSS_LATIN, 0, SIA_STR(""), SIA_STR(""));
    *text = in.in;
    return SIA_OK;
}

static sia_status read_book(sia_draft *d, sia_book_format f, sia_str bytes)
{
    sia_tree tree;
    sia_str text;
    if (formats[f].helper) SIA_TRY(sia_tree_parse(&tree, d->name, bytes, d->a, d->err));
    else SIA_TRY(decode(d, bytes, &text));
    switch (f) {
    case SIA_BOOK_YAML: return sia_read_yaml(d, &tree);
    case SIA_BOOK_YKD: case SIA_BOOK_LCD: return sia_read_yoshikoder(d, &tree);
    case SIA_BOOK_QDC: return sia_read_refi(d, &tree);
    case SIA_BOOK_DIC: return sia_read_liwc(d, text);
    case SIA_BOOK_LC3: return sia_read_lexicoder(d, text);
    case SIA_BOOK_CAT: return sia_read_wordstat(d, text);
    case SIA_BOOK_COD: return sia_read_khcoder(d, text);
    case SIA_BOOK_TSV: case SIA_BOOK_CSV: case SIA_BOOK_XLSX: case SIA_BOOK_FORMATS: break;
    }
    return SIA_OK;
}

sia_status sia_book_import(sia_str *tsv, sia_losses *lost, sia_book_format f, sia_str name, sia_str bytes, sia_arena *a, sia_err *err)
{
    *tsv = bytes;
    if (sia_book_is_ours(f)) return SIA_OK;
    sia_draft d = { .a = a, .name = name, .lost = lost, .err = err, .keys = sia_lex_new(a) };
    if (!d.keys) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
    sia_status st = read_book(&d, f, bytes);
    if (!st) st = sia_draft_write(&d, tsv);
    return sia_arena_ok(a) ? st : sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
}

static void find_rules(sia_writing *w)
{
    const sia_codebook *cb = w->cb;
    w->first_rule = sia_new(w->a, uint32_t, cb->terms.n + 1u);
    w->next_rule = sia_new(w->a, uint32_t, cb->rules.n + 1u);
    for (uint32_t i = cb->rules.n; w->first_rule && w->next_rule && i-- > 0; ) {
        const uint32_t term = cb->rules.v[i].term;
        w->next_rule[i] = w->first_rule[term];
        w->first_rule[term] = i + 1;
    }
}

static void write_book(sia_writing *w, sia_book_format f)
{
    switch (f) {
    case SIA_BOOK_TSV: case SIA_BOOK_XLSX: sia_write_sheet(w, '\t'); break;
    case SIA_BOOK_CSV: sia_write_sheet(w, ','); break;
    case SIA_BOOK_YAML: sia_write_yaml(w); break;
    case SIA_BOOK_DIC: sia_write_liwc(w); break;
    case SIA_BOOK_YKD: sia_write_yoshikoder(w, false); break;
    case SIA_BOOK_LCD: sia_write_yoshikoder(w, true); break;
    case SIA_BOOK_LC3: sia_write_lexicoder(w); break;
    case SIA_BOOK_CAT: sia_write_wordstat(w); break;
    case SIA_BOOK_COD: sia_write_khcoder(w); break;
    case SIA_BOOK_QDC: sia_write_refi(w); break;
    case SIA_BOOK_FORMATS: break;
    }
}

sia_status sia_book_export(sia_str *out, sia_losses *lost, sia_book_format f, const sia_codebook *cb, sia_arena *a, sia_err *err)
{
    sia_writing w = { .cb = cb, .a = a, .lost = lost, .out = { .a = a } };
    find_rules(&w);
    if (sia_arena_ok(a)) sia_levels_make(&w);
    if (sia_arena_ok(a)) write_book(&w, f);
    *out = sia_buffer_str(&w.out);
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, cb->name, "");
}
