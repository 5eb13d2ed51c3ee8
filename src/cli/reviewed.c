/* Review: decisions by hit id, applied on the workers' threads. */
#include "reviewed.h"
#include "whereabouts.h"
#include <stdatomic.h>

enum { HIT, DECISION, COLUMNS };

typedef enum { KEEP, DROP, RECODE } decision;

typedef struct {
    decision is;
    uint32_t term;                      /* of RECODE */
    atomic_bool met;                    /* a hit with this id was found */
} ruling;

struct review {
    sia_lex *hits, *terms;              /* ids -> 1 + index in rows; 1 + index in term_of */
    ruling  *rows;
    uint32_t n;
    SIA_VEC(uint32_t) term_of;          /* the term's number over all books */
    atomic_ullong kept, dropped, recoded, deleted;
};

typedef struct { session *s; sia_sheet sheet; sia_str name; uint32_t column[COLUMNS]; sia_err *err; } reader;

/* ---- reading ----------------------------------------------------------------------------------- */

/* Columns are found by name or by title, in either language: a table saved with --headers id comes back as it is. */
static bool titled(sia_str cell, const sia_col *c)
{
    return sia_str_eq(cell, sia_str_of(c->name)) || sia_str_eq(cell, sia_str_of(c->title[SIA_EN]))
        || sia_str_eq(cell, sia_str_of(c->title[SIA_ID]));
}

static sia_status find_columns(reader *r)
{
    static const char *const needed[COLUMNS] = { "hit", "decision" };
    const sia_columns *tag = sia_columns_of(SIA_STR("tag"));
    const sia_row *head = r->sheet.rows.n ? &r->sheet.rows.v[0] : NULL;
    for (int k = 0; k < COLUMNS; k++) {
        r->column[k] = UINT32_MAX;
        for (uint32_t c = 0; c < tag->n; c++) {
            if (strcmp(tag->cols[c].name, needed[k]) != 0) continue;
            for (uint32_t i = 0; head && i < head->n; i++) if (titled(head->cell[i], &tag->cols[c])) r->column[k] = i;
        }
        if (r->column[k] == UINT32_MAX)
            return sia_fail_at(r->err, SIA_MSG_COLUMN_MISSING, r->name, head ? head->line : 1, 1, "%s", needed[k]);
    }
    return SIA_OK;
}

static bool number_terms(review *v, const session *s)
{
    uint32_t at = 0;
    for (uint32_t b = 0; b < s->n_books; b++)
        for (uint32_t i = 0; i < sia_codebook_terms(s->books[b]); i++, at++) {
            const uint32_t before = sia_lex_size(v->terms);
            const sia_id id = sia_lex_id(v->terms, sia_codebook_term(s->books[b], i)->id);
            if (id > before) sia_push(s->arena, &v->term_of, at);          /* the first book's, where two have one id */
        }
    return sia_arena_ok(s->arena);
}

static sia_str cell(const reader *r, const sia_row *row, int column)
{
    return r->column[column] < row->n ? row->cell[r->column[column]] : SIA_STR("");
}

static sia_status decide(const reader *r, const review *v, const sia_row *at, ruling *out)
{
    static const struct { const char *word; decision is; } words[] = {
        { "", KEEP }, { "ya", KEEP }, { "yes", KEEP }, { "tidak", DROP }, { "no", DROP },
    };
    const sia_str said = cell(r, at, DECISION), folded = sia_fold(r->s->arena, said);
    for (size_t i = 0; i < SIA_COUNT_OF(words); i++)
        if (sia_str_eq(folded, sia_str_of(words[i].word))) {
            out->is = words[i].is;
            return SIA_OK;
        }
    const sia_id term = sia_lex_find(v->terms, said);
    out->is = RECODE;
    out->term = term ? v->term_of.v[term - 1] : 0;
    return term ? SIA_OK : sia_fail_at(r->err, SIA_MSG_REVIEW_WORD, r->name, at->line, r->column[DECISION] + 1, "'%.*s'",
                                       said.n > 80 ? 80 : (int)said.n, said.p);
}

static sia_status read_row(const reader *r, review *v, const sia_row *at)
{
    const sia_str id = cell(r, at, HIT);
    ruling one = { KEEP, 0, false };
    if (!id.n) return SIA_OK;
    SIA_TRY(decide(r, v, at, &one));
    const sia_id n = sia_lex_id(v->hits, id);
    if (!n) return sia_fail(r->err, SIA_MSG_NOMEM, 0, r->name, "");
    ruling *to = &v->rows[n - 1];
    if (n <= v->n && (to->is != one.is || to->term != one.term))
        return sia_fail_at(r->err, SIA_MSG_REVIEW_TWICE, r->name, at->line, r->column[HIT] + 1, "%.*s", (int)(id.n > 20 ? 20 : id.n), id.p);
    to->is = one.is;
    to->term = one.term;
    v->n = sia_lex_size(v->hits);
    return SIA_OK;
}

sia_status review_open(review **out, session *s, sia_err *err)
{
    reader r = { .s = s, .name = sia_str_of(s->set.hits), .err = err };
    sia_str bytes;
    SIA_TRY(sia_read_file(&bytes, s->set.hits, s->arena, err));
    SIA_TRY(sia_sheet_parse(&r.sheet, r.name, bytes, s->arena, err));
    SIA_TRY(find_columns(&r));
    review *v = sia_new(s->arena, review, 1);
    if (!v || !(v->hits = sia_lex_new(s->arena)) || !(v->terms = sia_lex_new(s->arena))
        || !(v->rows = sia_new(s->arena, ruling, r.sheet.rows.n)) || !number_terms(v, s))
        return sia_fail(err, SIA_MSG_NOMEM, 0, r.name, "");
    for (uint32_t i = 1; i < r.sheet.rows.n; i++) SIA_TRY(read_row(&r, v, &r.sheet.rows.v[i]));
    *out = v;
    return SIA_OK;
}

/* ---- applying ---------------------------------------------------------------------------------- */

/* False: the hit goes. */
static bool reviewed(review *v, const sia_tagger *t, const sia_doc *d, sia_hit *h, uint64_t content)
{
    const place p = place_of(d, h->span, h->sentence);
    char id[13];
    const sia_id n = sia_lex_find(v->hits, hit_id(content, p.start, p.end, sia_tagger_term(t, h->term)->id, id));
    if (!n) {
        v->deleted++;
        return false;
    }
    ruling *r = &v->rows[n - 1];
    r->met = true;
    if (r->is == DROP) v->dropped++;
    else if (r->is == KEEP || r->term == h->term) v->kept++;
    else v->recoded++;
    if (r->is == RECODE) h->term = r->term;
    return r->is != DROP;
}

/* A recoded hit may change places with others of its span. */
static void put_in_order(sia_hit *v, uint32_t n)
{
    for (uint32_t i = n - 1; i > 0 && v[i - 1].span.off == v[i].span.off && v[i - 1].span.len == v[i].span.len
                             && v[i - 1].term > v[i].term; i--) {
        const sia_hit h = v[i];
        v[i] = v[i - 1];
        v[i - 1] = h;
    }
}

void review_apply(review *v, const sia_tagger *t, sia_doc *d)
{
    const uint64_t content = d->hits.n ? content_hash(d->text.in) : 0;
    const uint32_t all = d->hits.n;
    d->hits.n = 0;
    for (uint32_t i = 0; i < all; i++) {
        sia_hit h = d->hits.v[i];
        if (!reviewed(v, t, d, &h, content)) continue;
        d->hits.v[d->hits.n++] = h;
        put_in_order(d->hits.v, d->hits.n);
    }
}

void review_say(const review *v, const session *s)
{
    unsigned long long unmet = 0;
    for (uint32_t i = 0; i < v->n; i++) unmet += !v->rows[i].met;
    say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_REVIEWED, s->lang), s->set.hits, (unsigned long long)v->kept,
                      (unsigned long long)v->dropped, (unsigned long long)v->recoded, (unsigned long long)v->deleted, unmet).p);
}
