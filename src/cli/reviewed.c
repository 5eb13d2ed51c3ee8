/* Review: decisions by hit id, applied on the workers' threads. */
#include "reviewed.h"
#include "returned.h"
#include "whereabouts.h"
#include <stdatomic.h>

enum { HIT, DECISION, COLUMNS };

typedef struct {
    decision is;
    uint32_t term;                      /* of RECODE */
    atomic_bool met;                    /* a hit with this id was found */
} ruling;

struct review {
    sia_lex *hits;                      /* ids -> 1 + index in rows */
    ruling  *rows;
    uint32_t n;
    atomic_ullong kept, dropped, recoded, deleted;
};

typedef struct { session *s; sia_sheet sheet; sia_str name; uint32_t column[COLUMNS]; sia_err *err; } reader;

/* ---- reading ----------------------------------------------------------------------------------- */

static sia_status find_columns(reader *r)
{
    static const returned_key needed[COLUMNS] = { { "tag", "hit" }, { "tag", "decision" } };
    const sia_row *head = r->sheet.rows.n ? &r->sheet.rows.v[0] : NULL;
    for (int k = 0; k < COLUMNS; k++) {
        r->column[k] = returned_column(head, &needed[k], 1, r->s->arena);
        if (r->column[k] == UINT32_MAX)
            return sia_fail_at(r->err, SIA_MSG_COLUMN_MISSING, r->name, head ? head->line : 1, 1, "%s", needed[k].name);
    }
    return SIA_OK;
}

static sia_status read_row(const reader *r, review *v, const sia_row *at)
{
    const sia_str id = returned_cell(at, r->column[HIT]), said = returned_cell(at, r->column[DECISION]);
    ruling one = { KEEP, 0, false };
    if (!id.n) return SIA_OK;
    if (!returned_decision(r->s, said, &one.is, &one.term))
        return sia_fail_at(r->err, SIA_MSG_REVIEW_WORD, r->name, at->line, r->column[DECISION] + 1, "'%.*s'", said.n > 80 ? 80 : (int)said.n, said.p);
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
    SIA_TRY(returned_open(&r.sheet, s, s->set.hits, err));
    SIA_TRY(find_columns(&r));
    review *v = sia_new(s->arena, review, 1);
    if (!v || !(v->hits = sia_lex_new(s->arena)) || !(v->rows = sia_new(s->arena, ruling, r.sheet.rows.n)))
        return sia_fail(err, SIA_MSG_NOMEM, 0, r.name, "");
    for (uint32_t i = 1; i < r.sheet.rows.n; i++) SIA_TRY(read_row(&r, v, &r.sheet.rows.v[i]));
    *out = v;
    return SIA_OK;
}

/* ---- applying ---------------------------------------------------------------------------------- */

static ruling *ruling_of(review *v, const sia_tagger *t, const sia_doc *d, const sia_hit *h, uint64_t content)
{
    const place p = place_of(d, h->span, h->sentence);
    char id[13];
    const sia_id n = sia_lex_find(v->hits, hit_id(content, p.start, p.end, sia_tagger_term(t, h->term)->id, id));
    return n ? &v->rows[n - 1] : NULL;
}

static void count(review *v, ruling *r, const sia_hit *h)
{
    if (r) r->met = true;
    if (!r) v->deleted++;
    else if (r->is == DROP) v->dropped++;
    else if (r->is == KEEP || r->term == h->term) v->kept++;
    else v->recoded++;
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

void review_apply(review *v, const sia_tagger *t, sia_doc *d, bool counts)
{
    const uint64_t content = d->hits.n ? content_hash(d->text.in) : 0;
    const uint32_t all = d->hits.n;
    d->hits.n = 0;
    for (uint32_t i = 0; i < all; i++) {
        sia_hit h = d->hits.v[i];
        ruling *r = ruling_of(v, t, d, &h, content);
        if (counts) count(v, r, &h);
        if (!r || r->is == DROP) continue;
        if (r->is == RECODE) h.term = r->term;
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
