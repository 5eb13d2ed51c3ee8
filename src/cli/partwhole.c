/* All rows of a partial, in the order of the tables' names. */
#include "partcount.h"
#include <stdlib.h>

static bool put_counts(counting *c, run *r, part_writer *w, count_kind kind)
{
    for (uint32_t i = 0; i < c->n; i++) {
        const counted *x = &c->v[i];
        if (x->kind != kind || kind == COUNT_TAG) continue;
        if (!(kind == COUNT_FREQ ? part_put_census(x, r, w) : part_put_pairs(x, r, w))) return false;
    }
    return true;
}

/* ---- hits -------------------------------------------------------------------------------------------------- */

static int by_bytes(const void *x, const void *y) { return sia_str_cmp(*(const sia_str *)x, *(const sia_str *)y); }

/* Rows begin with their document's place and their own, in digits: as bytes they are in order. */
static bool put_hits(const counting *c, run *r, part_writer *w)
{
    SIA_VEC(sia_str) line = { 0 };
    for (size_t at = 0; at < c->hits.n; ) {
        const char *from = c->hits.v + at, *end = memchr(from, '\n', c->hits.n - at);
        sia_push(r->s->arena, &line, (sia_str){ from, (size_t)(end - from) });
        at += (size_t)(end - from) + 1;
    }
    if (!sia_arena_ok(r->s->arena)) return false;
    if (line.n) qsort(line.v, line.n, sizeof *line.v, by_bytes);
    for (uint32_t i = 0; i < line.n; i++) {
        part_row row = { .field = { SIA_STR("tag") }, .n = 1 };
        const char *p = line.v[i].p, *const end = p + line.v[i].n;
        for (const char *tab; p <= end && row.n < PART_FIELDS; p = tab + 1) {
            tab = memchr(p, '\t', (size_t)(end - p));
            if (!tab) tab = end;
            row.field[row.n++] = (sia_str){ p, (size_t)(tab - p) };
        }
        part_put(w, &row);
    }
    return true;
}

/* ---- the rest ------------------------------------------------------------------------------------------------ */

static const items *terms_of(const counting *c)
{
    for (uint32_t i = 0; i < c->n; i++)
        if (c->v[i].kind != COUNT_TAG && c->v[i].of < OF_WORD) return c->v[i].kind == COUNT_FREQ ? &c->v[i].census.it : &c->v[i].cooc.it;
    return NULL;
}

static void put_total(part_writer *w, const char *what, sia_str of, uint64_t n)
{
    part_row row = { .field = { SIA_STR("total"), sia_str_of(what), of }, .n = of.n ? 3 : 2, .count = { n }, .counts = 1 };
    if (n) part_put(w, &row);
}

static void put_totals(const run *r, part_writer *w)
{
    char digits[PART_DIGITS];
    put_total(w, "documents", SIA_STR(""), r->documents);
    put_total(w, "hits lost", SIA_STR(""), r->hits_lost);
    for (unsigned p = 0; p < SIA_PART_COUNT; p++) put_total(w, "left", part_number(p, digits), r->words_out[p]);
    put_total(w, "words", SIA_STR(""), r->words);
}

static int by_row(const void *x, const void *y) { return part_row_cmp(x, y); }

static void put_works(const session *s, part_writer *w)
{
    char digits[PART_DIGITS];
    for (uint32_t i = 0; i < s->in.files.n; i++) {
        const input *in = &s->in.files.v[i];
        if (i && in[-1].work_id == in->work_id) continue;
        const part_row row = { .field = { SIA_STR("work"), part_number(in->work_id, digits), part_field(in->work, s->arena) }, .n = 3 };
        part_put(w, &row);
    }
}

static bool put_all(counting *c, run *r, part_writer *w)
{
    const items *it = terms_of(c);
    if (it && !part_put_terms(it, r, w, true)) return false;
    if (!put_counts(c, r, w, COUNT_COOC) || !put_counts(c, r, w, COUNT_FREQ) || !part_put_inputs(r, w) || !put_hits(c, r, w)) return false;
    if (it && !part_put_terms(it, r, w, false)) return false;
    put_totals(r, w);
    if (c->unread.n) qsort(c->unread.v, c->unread.n, sizeof *c->unread.v, by_row);
    for (uint32_t i = 0; i < c->unread.n; i++) part_put(w, &c->unread.v[i]);
    put_works(r->s, w);
    return true;
}

static sia_status close_counts(counting *c, run *r, sia_err *err)
{
    for (uint32_t i = 0; i < c->n; i++) {
        if (c->v[i].kind == COUNT_FREQ) SIA_TRY(census_close(&c->v[i].census, r, err));
        if (c->v[i].kind == COUNT_COOC) SIA_TRY(pairing_close(&c->v[i].cooc, r, err));
    }
    if (!r->s->table) return SIA_OK;
    SIA_TRY(sia_table_close(r->s->table, SIA_STR("tag"), err));
    r->s->table = NULL;
    return SIA_OK;
}

sia_status counting_write(counting *c, run *r, part_writer *w, sia_err *err)
{
    SIA_TRY(close_counts(c, r, err));
    return put_all(c, r, w) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}
