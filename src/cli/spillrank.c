/* The table of pairs that may be more than memory holds: each of its steps is a sort on disk.
 *
 *     pair -> units      sorted by units, then names    the rows
 *     row -> p           sorted by p                    q, which needs the family in that order
 *     row -> q           sorted by row                  read beside the rows
 */
#include "spill_inside.h"
#include <math.h>
#include <stdlib.h>

/* ---- names ---------------------------------------------------------------------------------------------- */

typedef struct { sia_str name; uint32_t item; } named;

static int by_name(const void *x, const void *y)
{
    const named *a = x, *b = y;
    const int k = sia_str_cmp(a->name, b->name);
    return k ? k : (a->item > b->item) - (a->item < b->item);
}

static bool rank_names(spill *p, const spill_names *names)
{
    const uint32_t n = names->items;
    p->names = names;
    p->by_name = sia_new(p->a, uint32_t, (size_t)n + 1);
    p->rank = sia_new(p->a, uint32_t, (size_t)n + 1);
    named *v = sia_alloc_raw(p->a, sizeof *v, (size_t)n + 1);
    if (!sia_arena_ok(p->a)) return false;
    uint32_t met = 0;
    for (uint32_t i = 0; i < n; i++) if (sia_cooc_item(names->units, i)) v[met++] = (named){ names->name(names->ctx, i), i };
    if (met) qsort(v, met, sizeof *v, by_name);
    for (uint32_t i = 0; i < met; i++) {
        p->by_name[i] = v[i].item;
        p->rank[v[i].item] = i;
    }
    sia_give_back(p->a, v, sizeof *v, (size_t)n + 1);
    return true;
}

/* ---- rows ------------------------------------------------------------------------------------------------ */

static sia_status end_of(spill *p, runs **r, sia_err *err)
{
    SIA_TRY(runs_done(*r, err));
    p->written += runs_written(*r);
    runs_close(*r);
    *r = NULL;
    return SIA_OK;
}

static sia_status rank_pairs(spill *p, uint64_t least, uint64_t *met, uint64_t *rows, sia_err *err)
{
    SIA_TRY(runs_open(&p->ranked, p->memory / 4, 1, false, err));
    for (sia_keyed x; runs_next(p->pairs, &x); ++*met) {
        const uint64_t a = p->rank[x.key >> 32], b = p->rank[(uint32_t)x.key];
        if (x.with < least) continue;
        runs_put(p->ranked, 0, ~x.with, a < b ? a << 32 | b : b << 32 | a);
        ++*rows;
    }
    SIA_TRY(end_of(p, &p->pairs, err));
    return runs_read(p->ranked, err);
}

static bool next_row(spill *p, spill_row *to, sia_cell *cell)
{
    sia_keyed x;
    if (!runs_next(p->ranked, &x)) return false;
    *to = (spill_row){ .a = p->by_name[x.with >> 32], .b = p->by_name[(uint32_t)x.with], .both = ~x.key };
    const sia_cooc *u = p->names->units;
    *cell = (sia_cell){ to->both, sia_cooc_item(u, to->a), sia_cooc_item(u, to->b), sia_cooc_units(u) };
    to->log_p = sia_log_p(*cell);
    return true;
}

/* ---- tests ------------------------------------------------------------------------------------------------- */

static uint64_t bits_of(double x) { uint64_t b; memcpy(&b, &x, sizeof b); return b; }
static double of_bits(uint64_t b) { double x; memcpy(&x, &b, sizeof x); return x; }

/* A number's bits as a whole number that rises with it, and back. */
static const uint64_t sign = (uint64_t)1 << 63;
static uint64_t rising(double x) { const uint64_t b = bits_of(x); return b & sign ? ~b : b | sign; }
static double from_rising(uint64_t k) { return of_bits(k & sign ? k & ~sign : ~k); }

static sia_status test(spill *p, const session *s, family *f, uint64_t rows, sia_err *err)
{
    const sia_adjustment how = (sia_adjustment)s->set.adjust;
    const uint64_t turn = sia_adjust_falls(how) ? UINT64_MAX : 0;        /* so that the largest p comes first */
    runs *by_p;
    spill_row r;
    sia_cell cell;
    uint64_t tests = 0;
    SIA_TRY(runs_open(&p->tested, p->memory / 4, 1, false, err));
    SIA_TRY(runs_open(&by_p, p->memory / 4, 1, false, err));
    for (uint64_t i = 0; i < rows && next_row(p, &r, &cell); i++) {
        if (isnan(r.log_p)) { runs_put(p->tested, 0, i, bits_of(r.log_p)); continue; }
        runs_put(by_p, 0, rising(r.log_p) ^ turn, i);
        tests++;
    }
    sia_status st = runs_done(p->ranked, err);
    if (!st) st = runs_read(by_p, err);
    sia_adjusting x = sia_adjust_begin(how, tests, f->size);
    for (sia_keyed k; !st && runs_next(by_p, &k); ) runs_put(p->tested, 0, k.with, bits_of(sia_adjust_next(&x, from_rising(k.key ^ turn))));
    if (!st) st = runs_done(by_p, err);
    p->written += runs_written(by_p);
    runs_close(by_p);
    return st ? st : runs_read(p->tested, err);
}

sia_status spill_rank(spill *p, const session *s, const spill_names *names, uint64_t size, family *f, uint64_t *met, uint64_t *rows, sia_err *err)
{
    *met = *rows = 0;
    if (!rank_names(p, names)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(rank_pairs(p, s->set.min_count, met, rows, err));
    *f = family_sized(size > *rows ? size : *rows);
    SIA_TRY(test(p, s, f, *rows, err));
    return runs_read(p->ranked, err);
}

bool spill_next(spill *p, spill_row *to)
{
    sia_cell cell;
    sia_keyed q;
    if (!next_row(p, to, &cell) || !runs_next(p->tested, &q)) return false;
    to->log_q = of_bits(q.with);
    return true;
}

sia_status spill_done(spill *p, sia_err *err)
{
    SIA_TRY(end_of(p, &p->ranked, err));
    return end_of(p, &p->tested, err);
}

unsigned spill_runs(const spill *p) { return p->written; }
