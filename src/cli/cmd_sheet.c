/* siasat sheet: a blank coding sheet of sentences drawn at random, for humans to code without seeing what siasat found.
 * Every sentence has a number made from its content, its place and the seed; the sheet holds the N least. So the draw is
 * the same on every machine, whatever the order of the inputs and the number of threads. */
#include "whereabouts.h"
#include "run.h"
#include <stdlib.h>

typedef struct { uint64_t key; uint32_t order, file; place at; sia_str doc, part, unit, text; } drawn;

typedef struct { SIA_VEC(drawn) all; uint32_t wanted; } sheet;

enum { UNIT_ID = 13 };

static uint64_t key_of(const session *s, sia_str unit)
{
    char seeded[UNIT_ID + 4];
    memcpy(seeded, unit.p, UNIT_ID);
    for (int i = 0; i < 4; i++) seeded[UNIT_ID + i] = (char)(s->set.seed >> (8 * i));
    return content_hash((sia_str){ seeded, sizeof seeded });
}

static bool has_word(const sia_doc *d, const sia_sentence *st)
{
    for (uint32_t k = st->first; k < st->first + st->n; k++) if (d->tokens.v[k].kind == SIA_WORD) return true;
    return false;
}

static int by_order(const void *a, const void *b)
{
    const drawn *x = a, *y = b;
    return x->file != y->file ? (x->file > y->file) - (x->file < y->file) : (x->order > y->order) - (x->order < y->order);
}

static int by_key(const void *a, const void *b)
{
    const drawn *x = a, *y = b;
    return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : by_order(a, b);
}

/* A sentence of a document that was given twice has one id, and stands once. */
static void keep_least(sheet *h)
{
    uint32_t n = 0;
    if (h->all.n) qsort(h->all.v, h->all.n, sizeof *h->all.v, by_key);
    for (uint32_t k = 0; k < h->all.n && n < h->wanted; k++)
        if (!n || !sia_str_eq(h->all.v[n - 1].unit, h->all.v[k].unit)) h->all.v[n++] = h->all.v[k];
    h->all.n = n;
}

/* The document's own N least, so that little is kept of many documents. */
static sia_status draw(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    (void)worker;
    const uint64_t content = content_hash(d->text.in);
    sheet *h = sia_new(d->arena, sheet, 1);
    if (!h) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    h->wanted = ((const sheet *)r->ctx)->wanted;
    for (uint32_t k = 0; k < d->sentences.n; k++) {
        const sia_sentence *st = &d->sentences.v[k];
        if (!st->counted || d->blocks.v[st->block].kind == SIA_BLOCK_HEADING || !has_word(d, st)) continue;
        char id[UNIT_ID];
        drawn one = { .order = k, .file = (uint32_t)i, .at = place_of(d, st->span, k) };
        id[0] = 0;
        hit_id(content, one.at.start, one.at.end, SIA_STR("sheet"), id);
        id[0] = 'u';
        one.key = key_of(r->s, (sia_str){ id, UNIT_ID });
        one.unit = sia_dup(d->arena, (sia_str){ id, UNIT_ID });
        sia_push(d->arena, &h->all, one);
        if (h->all.n > 4 * (uint64_t)h->wanted + 1000) keep_least(h);
    }
    keep_least(h);
    for (uint32_t k = 0; k < h->all.n; k++) {
        drawn *one = &h->all.v[k];
        const sia_sentence *st = &d->sentences.v[one->order];
        one->text = one_line(d, st->span.off, sia_end(st->span));
    }
    *made = h;
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static sia_status add(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    sheet *all = r->ctx;
    const sheet *h = made;
    sia_arena *a = r->s->arena;
    for (uint32_t k = 0; k < h->all.n; k++) {
        drawn one = h->all.v[k];
        if (all->all.n >= 4 * (uint64_t)all->wanted + 1000) keep_least(all);
        one.doc = sia_dup(a, d->text.name);
        one.part = sia_str_of(sia_part_name((sia_part)one.at.section->part));
        one.unit = sia_dup(a, one.unit);
        one.text = sia_dup(a, one.text);
        if (one.at.page) {
            sia_page *p = sia_new(a, sia_page, 1);
            if (p) *p = (sia_page){ .number = one.at.page->number, .label = sia_dup(a, one.at.page->label) };
            one.at.page = p;
        }
        sia_push(a, &all->all, one);
    }
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static void put_rows(session *s, const sheet *h)
{
    for (uint32_t k = 0; k < h->all.n; k++) {
        const drawn *one = &h->all.v[k];
        sia_put_text(s->table, one->unit);
        sia_put_text(s->table, one->doc);
        sia_put_text(s->table, one->part);
        sia_put_text(s->table, one->at.page ? one->at.page->label : SIA_STR(""));
        sia_put_count(s->table, one->at.sentence);
        sia_put_text(s->table, one->text);
        sia_put_none(s->table);                              /* code, coder: the human's */
        sia_put_none(s->table);
    }
}

static sia_status sheet_run(session *s, sia_err *err)
{
    sheet h = { .wanted = s->set.sample };
    run r = { .s = s, .upto = UPTO_TOKENS, .digest = draw, .deliver = add, .ctx = &h };
    SIA_TRY(session_inputs(s, 0, err));
    SIA_TRY(session_table(s, "sheet", err));
    sia_status st = run_documents(&r, err);
    if (!st) {
        keep_least(&h);
        if (h.all.n) qsort(h.all.v, h.all.n, sizeof *h.all.v, by_order);
        put_rows(s, &h);
        run_say_counted(&r);
    }
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_sheet = {
    { "sheet", "[INPUT...]", SIA_MSG_CMD_SHEET, { &opts_sheet, &opts_input, &opts_output, &opts_general },
      { "siasat sheet --sample 100 --seed 1 skripsi/ > koder1.csv", "siasat sheet --where part=kesimpulan skripsi/" } },
    sheet_run,
};
