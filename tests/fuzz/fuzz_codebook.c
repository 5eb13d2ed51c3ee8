/* Any bytes as a codebook, as a pattern and as a sheet: parse, look at all that was made, tag a sentence with it. */
#include <siasat/code.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static const char titles[] = "category\tterm\tpattern\texcept\tcontext\texamples\n";

static void check_err(const sia_err *err, sia_status st)
{
    char line[1024];
    if (err->status != st || !*sia_err_text(err, SIA_ID, line, sizeof line)) abort();
    if (st == SIA_ESYNTAX && err->line == 0 && err->msg != SIA_MSG_CODEBOOK_EMPTY && err->msg != SIA_MSG_PATTERN_EMPTY
        && err->msg != SIA_MSG_PATTERN_BYTES) abort();
}

static void check_sheet(sia_str bytes, sia_arena *a)
{
    sia_sheet sheet;
    if (sia_sheet_parse(&sheet, SIA_STR("x"), bytes, a, NULL)) return;
    for (uint32_t r = 0; r < sheet.rows.n; r++) {
        const sia_row *row = &sheet.rows.v[r];
        if (r && row->line <= sheet.rows.v[r - 1].line) abort();
        for (uint32_t c = 0; c < row->n; c++)
            if (!sia_utf8_valid(row->cell[c]) || row->at[c] + row->cell[c].n > sheet.text.n) abort();
    }
}

static void use(const sia_codebook *cb, sia_arena *a)
{
    static const char text[] = "Partai PAN memakai strategi ofensif, door-to-door, ke pemilih-pemilih muda a a b c. Lihat www.kpu.go.id hlm. 7.";
    sia_findings found = { 0 };
    if (!sia_codebook_review(cb, &found, a, NULL))
        for (uint32_t i = 0; i < found.n; i++) if (found.v[i].msg >= SIA_MSG_COUNT) abort();
    for (uint32_t i = 0; i < sia_codebook_terms(cb); i++)
        if (sia_codebook_term(cb, i)->category >= sia_codebook_categories(cb)) abort();
    sia_doc *d = sia_doc_new(NULL, 0);
    sia_tag_options o = { .budget_ms = 50, .match_limit = 20000, .no_jit = true };
    sia_tagger *t = d ? sia_tagger_new(&cb, 1, &o) : NULL;
    if (t && !sia_doc_read(d, SIA_STR("x"), SIA_STR(text), SIA_ENC_UTF8, NULL) && !sia_doc_segment(d, NULL)
        && !sia_doc_tokenize(d, NULL) && !sia_doc_tag(d, t, NULL))
        for (uint32_t i = 0; i < d->hits.n; i++) if (d->hits.v[i].term >= sia_tagger_terms(t)) abort();
    sia_tagger_free(t);
    sia_doc_free(d);
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    sia_arena *a = sia_arena_new(NULL, 64 << 20);
    sia_str bytes = { (const char *)p, n };
    sia_codebook *cb = NULL;
    sia_err err = { 0 };
    sia_findings out = { 0 };
    if (!a) return 0;
    check_sheet(bytes, a);
    sia_status st = sia_codebook_parse(&cb, SIA_STR("x"), bytes, a, &err);
    if (st) check_err(&err, st); else use(cb, a);
    /* The same bytes as rows below the right titles get further. */
    st = sia_codebook_parse(&cb, SIA_STR("x"), sia_printf(a, "%s%.*s", titles, (int)n, n ? (const char *)p : ""), a, &err);
    if (st) check_err(&err, st);
    else {
        use(cb, a);
        if (n < 2000) (void)!sia_codebook_examples(cb, NULL, &out, a, NULL);
    }
    st = sia_codebook_of_pattern(&cb, bytes, a, &err);
    if (st) check_err(&err, st); else use(cb, a);
    sia_arena_free(a);
    return 0;
}
