/* Partials in the place of documents. A row is only as good as the hand that wrote it: numbers are checked before they are used. */
#include "counter.h"
#include "group.h"
#include "merged.h"

enum { MOST_WORKS = 1 << 26 };

static sia_status wrong_row(const part_row *r, sia_err *err)
{
    return sia_fail(err, SIA_MSG_PART_ROW, 0, SIA_STR(""), "'%.*s'", (int)r->field[0].n, r->field[0].p);
}

/* ---- items ------------------------------------------------------------------------------------------- */

typedef struct {
    items *it;
    sia_arena *a;
    SIA_VEC(const sia_category *) categories;
    SIA_VEC(const sia_term *) terms;
    SIA_VEC(uint32_t) of;
} naming;

static sia_status take_category(void *ctx, const part_row *r, sia_err *err)
{
    naming *n = ctx;
    uint32_t at;
    sia_category *c = sia_new(n->a, sia_category, 1);
    if (r->n != 4 || !part_number_of(r->field[1], &at) || at != n->categories.n) return wrong_row(r, err);
    if (!c) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    *c = (sia_category){ .code = part_text(r->field[2], n->a), .name = part_text(r->field[3], n->a) };
    sia_push(n->a, &n->categories, c);
    return SIA_OK;
}

static sia_status take_term(void *ctx, const part_row *r, sia_err *err)
{
    naming *n = ctx;
    uint32_t at, category;
    sia_term *t = sia_new(n->a, sia_term, 1);
    if (r->n != 5 || !part_number_of(r->field[1], &at) || at != n->terms.n) return wrong_row(r, err);
    if (!part_number_of(r->field[4], &category) || category >= n->categories.n) return wrong_row(r, err);
    if (!t) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    *t = (sia_term){ .id = part_text(r->field[2], n->a), .label = part_text(r->field[3], n->a), .category = category };
    sia_push(n->a, &n->terms, t);
    sia_push(n->a, &n->of, category);
    return SIA_OK;
}

static unsigned groups_of(sia_str by)
{
    static const struct { const char *name; unsigned bit; } known[] = { { "work", BY_WORK }, { "doc", BY_DOC } };
    unsigned set = BY_CORPUS;
    for (size_t n; by.n; by = (sia_str){ by.p + n, by.n - n }) {
        const char *comma = memchr(by.p, ',', by.n);
        const sia_str one = { by.p, comma ? (size_t)(comma - by.p) : by.n };
        for (size_t i = 0; i < SIA_COUNT_OF(known); i++) if (sia_str_eq(one, sia_str_of(known[i].name))) set |= known[i].bit;
        n = one.n + (comma != NULL);
    }
    return set;
}

sia_status merged_items(session *s, items *it, unsigned *by, sia_err *err)
{
    const merged *m = s->merged;
    const part_head *h = &m->p->v[0].head;
    uint64_t works;
    *it = (items){ .of = (item_kind)s->set.of };
    if (by) *by = groups_of(part_text(part_head_get(h, "by"), s->arena));
    if (!part_count_of(part_head_get(h, "works"), &works) || works > MOST_WORKS) return sia_fail(err, SIA_MSG_PART_ROW, 0, m->p->v[0].path, "'works'");
    s->in.works = (uint32_t)works;
    if (items_are_forms(it)) return SIA_OK;
    naming n = { .it = it, .a = s->arena };
    SIA_TRY(parts_each(m->p, "category", take_category, &n, err));
    SIA_TRY(parts_each(m->p, "term", take_term, &n, err));
    it->category = n.categories.v;
    it->n_categories = n.categories.n;
    it->term = n.terms.v;
    it->n_terms = n.terms.n;
    it->category_of = n.of.v;
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

/* The item that a field names; false: there is none. */
static bool item_of(const items *it, sia_lex *forms, sia_str field, sia_arena *a, uint32_t *item)
{
    if (items_are_forms(it)) return (*item = sia_lex_id(forms, part_text(field, a))) != 0 || !sia_arena_ok(a);
    return part_number_of(field, item) && *item < (it->of == OF_TERM ? it->n_terms : it->n_categories);
}

/* ---- frequencies --------------------------------------------------------------------------------------- */

typedef struct { census *c; session *s; struct counter *k; uint32_t number; SIA_VEC(sia_str) names; SIA_VEC(uint32_t) works; uint32_t next; } filling;

static sia_status take_work(void *ctx, const part_row *r, sia_err *err)
{
    filling *f = ctx;
    uint32_t number;
    if (r->n != 3 || !part_number_of(r->field[1], &number)) return wrong_row(r, err);
    sia_push(f->s->arena, &f->works, number);
    sia_push(f->s->arena, &f->names, part_text(r->field[2], f->s->arena));
    return SIA_OK;
}

/* Each work is an input; works come in order. */
static void begin_work(filling *f, uint32_t number)
{
    input one = { .work = SIA_STR(""), .work_id = number };
    if (f->s->in.files.n && f->number == number) return;
    while (f->next < f->works.n && f->works.v[f->next] < number) f->next++;
    if (f->next < f->works.n && f->works.v[f->next] == number) one.work = f->names.v[f->next];
    one.path = one.work;
    f->number = number;
    sia_push(f->s->arena, &f->s->in.files, one);
}

static sia_status take_cell(void *ctx, const part_row *r, sia_err *err)
{
    filling *f = ctx;
    sia_arena *a = f->s->arena;
    uint32_t number = 0, item = 0;
    const bool sums = r->n > 1 && sia_str_eq(r->field[1], SIA_STR("all"));
    const bool words = r->n == 4 && sia_str_eq(r->field[2], SIA_STR("w"));
    if (r->n == 5 && sia_str_eq(r->field[2], SIA_STR("a"))) {                    /* groups are numbered as they appear */
        (void)sia_lex_id(f->k->groups, part_text(r->field[4], a));
        return SIA_OK;
    }
    if (!words && (r->n != 5 || !sia_str_eq(r->field[2], SIA_STR("c")))) return wrong_row(r, err);
    if (r->counts != (sums ? 2u : 1u) || !r->count[0] || (sums && (!r->count[1] || r->count[1] > UINT32_MAX))) return wrong_row(r, err);
    if (!sums && (!part_number_of(r->field[1], &number) || number >= f->s->in.works)) return wrong_row(r, err);
    if (!words && !item_of(&f->c->it, f->c->all_forms, r->field[4], a, &item)) return wrong_row(r, err);
    const uint32_t group = sia_lex_id(f->k->groups, part_text(r->field[3], a));
    if (sums && f->k->ledger) return sia_fail(err, SIA_MSG_PART_NO_WORKS, 0, SIA_STR(""), "");
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (sums && words) sia_counts_words_sum(f->k->counts, group, r->count[0], (uint32_t)r->count[1]);
    else if (sums) sia_counts_add_sum(f->k->counts, group, item, r->count[0], (uint32_t)r->count[1]);
    if (sums) return SIA_OK;
    begin_work(f, number);
    const uint32_t doc = f->s->in.files.n - 1;
    if (words) sia_counts_words(f->k->counts, group, r->count[0], number);
    else sia_counts_add(f->k->counts, group, item, r->count[0], number);
    if (f->k->ledger && words) sia_ledger_words(f->k->ledger, doc, group, r->count[0]);
    else if (f->k->ledger) sia_ledger_put(f->k->ledger, doc, group, item, r->count[0], NULL);
    return SIA_OK;
}

sia_status merged_census(census *c, run *r, sia_err *err)
{
    session *s = r->s;
    filling f = { .c = c, .s = s, .k = &c->counters[0] };
    if (c->places) return sia_fail(err, SIA_MSG_PART_NO_PLACES, 0, SIA_STR("--measure"), "arf, aldf");
    *f.k = (struct counter){ .counts = c->counts, .groups = c->groups, .ledger = c->keeps ? sia_ledger_new(s->arena) : NULL };
    c->forms = c->all_forms;
    r->n_workers = 1;
    r->upto = items_are_forms(&c->it) ? UPTO_TOKENS : UPTO_HITS;
    SIA_TRY(parts_each(s->merged->p, "work", take_work, &f, err));
    SIA_TRY(parts_each(s->merged->p, s->merged->table, take_cell, &f, err));
    SIA_TRY(merged_totals(r, err));
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

/* ---- pairs ------------------------------------------------------------------------------------------------ */

static sia_status take_pair(void *ctx, const part_row *r, sia_err *err)
{
    const run *x = ctx;
    cooc *c = x->ctx;
    sia_arena *a = x->s->arena;
    uint32_t one = 0, two = 0;
    if (r->counts != 1 || r->n < 2 || r->field[1].n != 1) return wrong_row(r, err);
    const char what = *r->field[1].p;
    const uint32_t names = what == 'u' ? 0 : what == 'i' ? 1 : 2;
    if (!strchr("uip", what) || r->n != 2 + names) return wrong_row(r, err);
    if (names > 0 && !item_of(&c->it, c->forms, r->field[2], a, &one)) return wrong_row(r, err);
    if (names > 1 && (!item_of(&c->it, c->forms, r->field[3], a, &two) || one == two)) return wrong_row(r, err);
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    switch (names) {
    case 0: sia_cooc_add_units(c->now.all, r->count[0]); break;
    case 1: sia_cooc_add_item(c->now.all, one, r->count[0]); break;
    case 2: sia_cooc_add_pair(c->now.all, one < two ? one : two, one < two ? two : one, r->count[0]); break;
    }
    return SIA_OK;
}

sia_status merged_pairs(cooc *c, run *r, sia_err *err)
{
    r->n_workers = 1;
    r->upto = items_are_forms(&c->it) ? UPTO_TOKENS : UPTO_HITS;
    SIA_TRY(parts_each(r->s->merged->p, r->s->merged->table, take_pair, r, err));
    return merged_totals(r, err);
}

/* ---- hits --------------------------------------------------------------------------------------------------- */

typedef struct { session *s; uint32_t columns; } putting;

static sia_status put_hit(void *ctx, const part_row *r, sia_err *err)
{
    const putting *p = ctx;
    uint64_t count;
    if (r->n != p->columns + 3) return wrong_row(r, err);
    for (uint32_t i = 3; i < r->n; i++) {
        const sia_str f = r->field[i];
        if (*f.p == '=') sia_put_text(p->s->table, part_text((sia_str){ f.p + 1, f.n - 1 }, p->s->arena));
        else if (sia_str_eq(f, SIA_STR("-"))) sia_put_none(p->s->table);
        else if (part_count_of(f, &count)) sia_put_count(p->s->table, count);
        else return wrong_row(r, err);
    }
    return SIA_OK;
}

sia_status merged_hits(run *r, sia_err *err)
{
    session *s = r->s;
    const sia_columns *columns = session_columns(s, "tag");
    if (!columns) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    putting p = { s, columns->n };
    SIA_TRY(session_table(s, "tag", err));
    SIA_TRY(parts_each(s->merged->p, "tag", put_hit, &p, err));
    SIA_TRY(merged_totals(r, err));
    run_say_counted(r);
    return session_close(s, err);
}

/* ---- totals --------------------------------------------------------------------------------------------------- */

static sia_status take_total(void *ctx, const part_row *r, sia_err *err)
{
    run *x = ctx;
    uint32_t at;
    if (r->counts != 1 || r->n < 2) return wrong_row(r, err);
    if (sia_str_eq(r->field[1], SIA_STR("words"))) x->words = r->count[0];
    else if (sia_str_eq(r->field[1], SIA_STR("documents"))) x->documents = r->count[0];
    else if (sia_str_eq(r->field[1], SIA_STR("hits lost"))) x->hits_lost = x->upto == UPTO_HITS ? r->count[0] : 0;
    else if (r->n == 3 && part_number_of(r->field[2], &at) && at < SIA_PART_COUNT) x->words_out[at] = r->count[0];
    else return wrong_row(r, err);
    return SIA_OK;
}

static sia_status tell_unread(void *ctx, const part_row *r, sia_err *err)
{
    session *s = ctx;
    if (r->n != 3) return wrong_row(r, err);
    say(s, sia_dup(s->arena, part_text(r->field[2], s->arena)).p);
    s->failed++;
    return SIA_OK;
}

sia_status merged_totals(run *r, sia_err *err)
{
    SIA_TRY(parts_each(r->s->merged->p, "total", take_total, r, err));
    return parts_each(r->s->merged->p, "unread", tell_unread, r->s, err);
}
