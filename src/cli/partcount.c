/* Counting for a partial: every table's counts in one reading of the documents. */
#include "counter.h"
#include "partcount.h"
#include "tagrows.h"
#include <errno.h>
#include <stdlib.h>

/* ---- which tables --------------------------------------------------------------------------------------- */

static const char *const item_names[] = { "term", "category", "word", "norm", "lemma", "root" };

bool counted_parse(sia_str name, count_kind *kind, item_kind *of)
{
    *kind = COUNT_TAG;
    *of = OF_TERM;
    if (sia_str_eq(name, SIA_STR("tag"))) return true;
    if (name.n < 6 || (memcmp(name.p, "freq:", 5) && memcmp(name.p, "cooc:", 5))) return false;
    *kind = *name.p == 'f' ? COUNT_FREQ : COUNT_COOC;
    for (size_t i = 0; i < SIA_COUNT_OF(item_names); i++) {
        *of = (item_kind)i;
        if (sia_str_eq((sia_str){ name.p + 5, name.n - 5 }, sia_str_of(item_names[i]))) return true;
    }
    return false;
}

static int by_name(const void *x, const void *y) { return sia_str_cmp(((const counted *)x)->name, ((const counted *)y)->name); }

static sia_status choose(counting *c, const session *s, sia_err *err)
{
    static const char *const own[] = { "cooc:term", "freq:term", "freq:word", "tag" };
    const char *const *name = s->set.tables.n ? s->set.tables.v : own;
    c->n = s->set.tables.n ? s->set.tables.n : SIA_COUNT_OF(own);
    for (uint32_t i = 0; i < c->n; i++) {
        counted *x = &c->v[i];
        x->name = sia_str_of(name[i]);
        if (!counted_parse(x->name, &x->kind, &x->of))
            return sia_fail(err, SIA_MSG_PART_TABLE, 0, x->name, "freq:ITEM, cooc:ITEM, tag; ITEM: term, category, word, norm, lemma, root");
    }
    qsort(c->v, c->n, sizeof *c->v, by_name);
    for (uint32_t i = 1; i < c->n; i++)
        if (!by_name(&c->v[i - 1], &c->v[i])) return sia_fail(err, SIA_MSG_OPT_TOO_MANY, 0, SIA_STR("--table"), "'%s'", c->v[i].name.p);
    return SIA_OK;
}

/* ---- opening ---------------------------------------------------------------------------------------------- */

static int add_bytes(void *ctx, const char *p, size_t n)
{
    run *r = ctx;
    counting *c = r->ctx;
    if (n > UINT32_MAX - c->hits.n) return EFBIG;
    for (size_t i = 0; i < n; i++) sia_push(r->s->arena, &c->hits, p[i]);
    return 0;
}

/* The columns of tag, and before them what rows are put in order by. */
static sia_status open_hits(run *r, sia_err *err)
{
    session *s = r->s;
    SIA_TRY(tag_more_columns(s, err));
    SIA_TRY(session_books(s, err));
    const sia_columns *own = session_columns(s, "tag");
    sia_col *cols = own ? sia_new(s->arena, sia_col, (size_t)own->n + 2) : NULL;
    if (!cols) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    memcpy(cols + 2, own->cols, own->n * sizeof *cols);
    const sia_table_options o = { .format = SIA_ROWS };
    s->table = sia_table_open(&o, cols, own->n + 2, (sia_sink){ add_bytes, r }, s->arena);
    return s->table ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status open_table(counted *x, run *r, run_upto *upto, sia_err *err)
{
    session *s = r->s;
    *upto = UPTO_HITS;
    if (x->kind == COUNT_TAG) return open_hits(r, err);
    s->set.of = (int)x->of;
    if (x->kind == COUNT_COOC) {
        SIA_TRY(unit_parse(s->set.unit, &x->cooc.unit, err));
        return items_open(&x->cooc.it, s, upto, err);
    }
    SIA_TRY(group_parse(s, &x->census.by, x->of < OF_WORD, err));
    x->census.keeps = !s->set.sums;
    x->groups.names = sia_lex_new(s->arena);
    return items_open(&x->census.it, s, upto, err);
}

sia_status counting_open(counting *c, run *r, sia_err *err)
{
    session *s = r->s;
    SIA_TRY(choose(c, s, err));
    for (uint32_t i = 0; i < c->n; i++) {
        counted *x = &c->v[i];
        run_upto upto;
        SIA_TRY(open_table(x, r, &upto, err));
        if (upto > r->upto) r->upto = upto;
        const bool ok = x->kind == COUNT_TAG || (x->kind == COUNT_FREQ ? census_open(&x->census, s) : pairing_open(&x->cooc, s));
        if (!ok) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    }
    return SIA_OK;
}

/* ---- document by document ----------------------------------------------------------------------------------- */

static run seen_by(counted *x, const run *r)
{
    return run_for(r, x->kind == COUNT_FREQ ? (void *)&x->census : (void *)&x->cooc);
}

sia_status counting_digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    counting *c = r->ctx;
    void **all = sia_new(d->arena, void *, c->n);
    if (!all) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    for (uint32_t k = 0; k < c->n; k++) {
        run own = seen_by(&c->v[k], r);
        switch (c->v[k].kind) {
        case COUNT_FREQ: SIA_TRY(census_digest(&own, worker, i, d, &all[k], err)); break;
        case COUNT_COOC: SIA_TRY(pairing_digest(&own, worker, i, d, &all[k], err)); break;
        case COUNT_TAG:  SIA_TRY(tag_digest(&own, worker, i, d, &all[k], err)); break;
        }
    }
    *made = all;
    return SIA_OK;
}

static void put_order(sia_table *t, const input *in, uint32_t row)
{
    char digits[PART_DIGITS];
    sia_put_text(t, part_number(in->order, digits));
    sia_put_text(t, part_number(row, digits));
}

static bool note_groups(appearances *x, const grouping *g, uint32_t work, sia_arena *a)
{
    for (uint32_t i = 0; i < g->n; i++) {
        const sia_id id = sia_lex_id(x->names, g->name[i]);
        while (id && x->last.n <= id && sia_arena_ok(a)) sia_push(a, &x->last, 0);
        if (!id || !sia_arena_ok(a)) return false;
        if (x->last.v[id] == work + 1) continue;
        x->last.v[id] = work + 1;
        sia_push(a, &x->v, (appearance){ work, id });
    }
    return sia_arena_ok(a);
}

static sia_status deliver_census(counted *x, run *own, size_t i, sia_doc *d, void *made, sia_err *err)
{
    const digested *in = made;
    if (!note_groups(&x->groups, &in->groups, own->s->in.files.v[i].work_id, own->s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    return census_deliver(own, i, d, made, err);
}

sia_status counting_deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    counting *c = r->ctx;
    void **all = made;
    for (uint32_t k = 0; k < c->n; k++) {
        counted *x = &c->v[k];
        run own = seen_by(x, r);
        if (x->kind == COUNT_FREQ) SIA_TRY(deliver_census(x, &own, i, d, all[k], err));
        else if (x->kind == COUNT_TAG) tag_rows(r, i, d, all[k], put_order);
        else if (x->cooc.unit.kind == UNIT_WORK) SIA_TRY(pairing_gather(&own, i, d, all[k], err));
    }
    return SIA_OK;
}

/* A document that is no document is so on every computer, and told in the partial. What the computer refuses is no part of it. */
void counting_unread(run *r, size_t i, const sia_err *why)
{
    counting *c = r->ctx;
    sia_arena *a = r->s->arena;
    char line[1024], digits[PART_DIGITS];
    if (why->status == SIA_EIO || why->msg == SIA_MSG_HELPER_MISSING) c->fault = *why;
    const sia_str order = sia_dup(a, part_number(r->s->in.files.v[i].order, digits));
    const sia_str says = sia_dup(a, sia_str_of(sia_err_text(why, r->s->lang, line, sizeof line)));
    sia_push(a, &c->unread, (part_row){ .field = { SIA_STR("unread"), order, part_field(says, a) }, .n = 3 });
}
