/* siasat explain keyness ITEM: every place of the item in target and reference, and the table they make. */
#include "explain.h"
#include "run.h"

enum { SIDES = 3 };                     /* neither, target, reference: as sides_document numbers them */

typedef struct { explain *x; sides sides; uint64_t words[SIDES]; } comparing;
typedef struct { lines lines; uint64_t words[SIDES]; } told;

static uint32_t side_of(const grouping *g, const sia_doc *d, uint32_t sentence)
{
    return g->of_section[d->blocks.v[d->sentences.v[sentence].block].section];
}

static void count_words(const grouping *g, const sia_doc *d, told *t)
{
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        uint64_t *words = &t->words[side_of(g, d, i)];
        for (uint32_t k = st->first; st->counted && k < st->first + st->n; k++) *words += d->tokens.v[k].kind <= SIA_NUMBER;
    }
}

static sia_status digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    const comparing *c = r->ctx;
    explain *x = c->x;
    told *t = sia_new(d->arena, told, 1);
    occurrences o;
    grouping g;
    uint32_t item;
    if (!t || !items_of(&x->it, r, worker, d, &o) || !sides_document(&c->sides, &g, d, &r->s->in.files.v[i]))
        return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    count_words(&g, d, t);
    const bool any = explain_find(x, d, x->name[0], &item);
    for (uint32_t k = 0; any && k < o.n; k++) {
        const uint32_t on = o.v[k].item == item ? side_of(&g, d, o.v[k].sentence) : 0;
        if (on) sia_push(d->arena, &t->lines, explain_line(x, d, &o, k, on == 1 ? LINE_TARGET : LINE_REFERENCE));
    }
    *made = t;
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static sia_status deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)err;
    comparing *c = r->ctx;
    const told *t = made;
    for (uint32_t k = 0; k < t->lines.n; k++) {
        const line *l = &t->lines.v[k];
        explain_put_line(c->x, d->text.name, l, ++c->x->lines[l->kind == LINE_REFERENCE]);
    }
    for (int k = 0; k < SIDES; k++) c->words[k] += t->words[k];
    return SIA_OK;
}

static void figures(comparing *c)
{
    explain *x = c->x;
    const uint64_t in = x->lines[0], out = x->lines[1];
    explain_count(x, "target", in);
    explain_count(x, "reference", out);
    explain_count(x, "target_words", c->words[1]);
    explain_count(x, "reference_words", c->words[2]);
    explain_real(x, "target_per_10k", sia_per_10k(in, c->words[1]));
    explain_real(x, "reference_per_10k", sia_per_10k(out, c->words[2]));
    explain_table(x, sia_cell_of_groups(in, c->words[1], out, c->words[2]));
}

static sia_status sides_are_there(const comparing *c, const session *s, sia_err *err)
{
    if (!c->words[1]) return sia_fail(err, SIA_MSG_SIDE_EMPTY, 0, SIA_STR("--target"), "'%s'", s->set.target);
    if (!c->words[2]) return sia_fail(err, SIA_MSG_SIDE_EMPTY, 0, SIA_STR("--reference"), "'%s'", s->set.reference ? s->set.reference : "");
    return SIA_OK;
}

sia_status explain_keyness(explain *x, sia_err *err)
{
    session *s = x->s;
    comparing c = { .x = x };
    run r = { .s = s, .digest = digest, .deliver = deliver, .ctx = &c };
    SIA_TRY(chosen_open(&x->chosen, s, "keyness", SIA_KEY, err));
    SIA_TRY(items_open(&x->it, s, &r.upto, err));
    SIA_TRY(explain_known(x, err));
    SIA_TRY(session_inputs(s, (int)x->first_input, err));
    SIA_TRY(sides_parse(&c.sides, s, err));
    SIA_TRY(session_table(s, "explain", err));
    sia_status st = run_documents(&r, err);
    if (!st) st = sides_are_there(&c, s, err);
    if (!st) figures(&c);
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st ? st : session_close(s, err);
}
