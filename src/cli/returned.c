/* Returned tables: a spreadsheet may have turned names into titles and the file into a workbook. */
#define _GNU_SOURCE
#include "returned.h"

/* A ZIP names its members where they begin. */
static bool is_workbook(sia_str zip) { return memmem(zip.p, zip.n, "xl/workbook.xml", 15); }

sia_status returned_open(sia_sheet *out, session *s, const char *path, sia_err *err)
{
    const sia_str name = sia_str_of(path);
    sia_str bytes;
    SIA_TRY(sia_read_file(&bytes, path, s->arena, err));
    if (bytes.n > 4 && !memcmp(bytes.p, "PK\3\4", 4)) SIA_TRY(unpack(s, &bytes, is_workbook(bytes) ? "sheet" : "codings", name, bytes, err));
    return sia_sheet_parse(out, name, bytes, s->arena, err);
}

static bool is_title(sia_str cell, const char *title, sia_arena *a) { return sia_str_eq(cell, sia_fold(a, sia_str_of(title))); }

/* Does the folded cell say the key's name, or one of its titles? */
static bool meant(sia_str cell, const returned_key *key, sia_arena *a)
{
    const sia_columns *c = key->table ? sia_columns_of(sia_str_of(key->table)) : NULL;
    if (is_title(cell, key->name, a)) return true;
    for (uint32_t k = 0; c && k < c->n; k++)
        if (!strcmp(c->cols[k].name, key->name))
            return is_title(cell, c->cols[k].title[SIA_EN], a) || is_title(cell, c->cols[k].title[SIA_ID], a);
    return false;
}

uint32_t returned_column(const sia_row *head, const returned_key *key, size_t n, sia_arena *a)
{
    for (uint32_t i = 0; head && i < head->n; i++) {
        const sia_str cell = sia_fold(a, head->cell[i]);
        for (size_t k = 0; k < n; k++) if (meant(cell, &key[k], a)) return i;
    }
    return UINT32_MAX;
}

sia_str returned_cell(const sia_row *row, uint32_t column) { return column < row->n ? row->cell[column] : SIA_STR(""); }

/* ---- decisions ---------------------------------------------------------------------------------- */

/* Which book a term's number falls into; *term becomes its number there. */
static const sia_codebook *book_of(const session *s, uint32_t *term)
{
    uint32_t b = 0;
    for (; *term >= sia_codebook_terms(s->books[b]); b++) *term -= sia_codebook_terms(s->books[b]);
    return s->books[b];
}

const sia_term *session_term(const session *s, uint32_t term)
{
    const sia_codebook *cb = book_of(s, &term);
    return sia_codebook_term(cb, term);
}

const sia_category *session_category(const session *s, uint32_t term)
{
    const sia_codebook *cb = book_of(s, &term);
    return sia_codebook_category(cb, sia_codebook_term(cb, term)->category);
}

/* The first book's, where two have one id. */
static bool find_term(const session *s, sia_str id, uint32_t *term)
{
    *term = 0;
    for (uint32_t b = 0; b < s->n_books; b++)
        for (uint32_t i = 0; i < sia_codebook_terms(s->books[b]); i++, ++*term)
            if (sia_str_eq(sia_codebook_term(s->books[b], i)->id, id)) return true;
    return false;
}

bool returned_decision(const session *s, sia_str said, decision *is, uint32_t *term)
{
    static const struct { const char *word; decision is; } words[] = {
        { "", KEEP }, { "ya", KEEP }, { "yes", KEEP }, { "tidak", DROP }, { "no", DROP },
    };
    const sia_str folded = sia_fold(s->arena, said);
    for (size_t i = 0; i < SIA_COUNT_OF(words); i++)
        if (sia_str_eq(folded, sia_str_of(words[i].word))) {
            *is = words[i].is;
            return true;
        }
    *is = RECODE;
    return find_term(s, said, term);
}
