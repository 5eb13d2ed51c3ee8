/* Numbers put in order that may be more than memory holds: bags that are emptied into a pile of sorted runs. */
#define _POSIX_C_SOURCE 200809L
#include "runs.h"
#include "pile.h"

enum { LEAST_BAG = 256, LEAST_BUFFER = 256, MOST_BUFFER = 1 << 16, LEAST_FAN = 4, MOST_FAN = 512 };        /* records; runs */

typedef struct {
    sia_arena *a;
    sia_keyed *v, *spare;
    size_t n, settled;                  /* the first `settled` are renumbered and in order */
    runs_renumber *renumber;
    void  *ctx;
    sia_err err;
} bag;

struct runs {
    sia_arena *a;
    bool     sums;
    size_t   memory, room;              /* bytes; records of a bag */
    unsigned n_bags, written;
    bag     *bags;
    pile     pile;
    sources  from;
};

/* ---- bags ----------------------------------------------------------------------------------------------- */

static void turn(sia_keyed *v, size_t n)
{
    for (size_t i = 0; i < n; i++) v[i] = (sia_keyed){ v[i].with, v[i].key };
}

static void sort_by_key(bag *b)
{
    sia_keyed *to = sia_radix_sort(b->v, b->spare, b->n);
    if (to == b->v) return;
    b->spare = b->v;
    b->v = to;
}

static void sum_up(bag *b)
{
    size_t n = 0;
    for (size_t i = 0; i < b->n; i++)
        if (n && b->v[n - 1].key == b->v[i].key) b->v[n - 1].with += b->v[i].with;
        else b->v[n++] = b->v[i];
    b->n = n;
}

static sia_status settle(const runs *r, bag *b)
{
    if (b->err.status || b->n == b->settled) return b->err.status;
    if (b->renumber && !b->renumber(b->ctx, b->v + b->settled, b->n - b->settled)) return sia_fail(&b->err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (!r->sums) {
        turn(b->v, b->n);
        sort_by_key(b);
        turn(b->v, b->n);
    }
    sort_by_key(b);
    if (r->sums) sum_up(b);
    b->settled = b->n;
    return SIA_OK;
}

static sia_status empty(runs *r, bag *b)
{
    const size_t n = b->n;
    b->n = b->settled = 0;
    return n ? pile_add(&r->pile, b->v, n, &b->err) : SIA_OK;
}

/* A bag that is still half full after like keys were summed goes to disk: sorting the same records again and again would cost more. */
static bool make_room(runs *r, bag *b)
{
    if (b->err.status) return false;
    if (b->v) return !settle(r, b) && (b->n <= r->room / 2 || !empty(r, b));
    b->a = sia_arena_new(NULL, 0);
    if (b->a) b->v = sia_alloc_raw(b->a, sizeof *b->v, r->room);
    if (b->v) b->spare = sia_alloc_raw(b->a, sizeof *b->v, r->room);
    return b->spare || sia_fail(&b->err, SIA_MSG_NOMEM, 0, SIA_STR(""), "") == SIA_OK;
}

void runs_put(runs *r, unsigned k, uint64_t key, uint64_t with)
{
    bag *b = &r->bags[k];
    if ((!b->v || b->n == r->room || b->err.status) && !make_room(r, b)) return;
    b->v[b->n++] = (sia_keyed){ key, with };
}

void runs_renumbers(runs *r, unsigned k, runs_renumber *how, void *ctx)
{
    r->bags[k].renumber = how;
    r->bags[k].ctx = ctx;
}

sia_status runs_ok(const runs *r, unsigned k, sia_err *err)
{
    if (r->bags[k].err.status && err) *err = r->bags[k].err;
    return r->bags[k].err.status;
}

/* ---- reading ------------------------------------------------------------------------------------------- */

static size_t between(size_t n, size_t least, size_t most) { return n < least ? least : n > most ? most : n; }

/* Records that each of n buffers holds in half of the memory, and how many buffers make sense. */
static size_t buffer(const runs *r, size_t n) { return between(r->memory / 2 / sizeof(sia_keyed) / (n + 1), LEAST_BUFFER, MOST_BUFFER); }
static size_t fan(const runs *r) { return between(r->memory / 2 / sizeof(sia_keyed) / LEAST_BUFFER, LEAST_FAN, MOST_FAN); }

static sia_status from_bags(runs *r, sia_err *err)
{
    SIA_TRY(sources_of(&r->from, NULL, r->n_bags, 0, err));
    for (unsigned k = 0; k < r->n_bags; k++) r->from.v[k] = (source){ .v = r->bags[k].v, .n = r->bags[k].n };
    return sources_begin(&r->from, r->n_bags, err);
}

static sia_status from_pile(runs *r, sia_err *err)
{
    SIA_TRY(pile_narrow(&r->pile, &r->from, fan(r), buffer(r, fan(r)), err));
    const size_t n = r->pile.run.n;
    SIA_TRY(sources_of(&r->from, &r->pile, n, buffer(r, n), err));
    for (size_t i = 0; i < n; i++) r->from.v[i] = (source){ .at = r->pile.run.v[i].at, .left = r->pile.run.v[i].n };
    return sources_begin(&r->from, n, err);
}

static void drop_bags(runs *r)
{
    for (unsigned k = 0; k < r->n_bags; k++) {
        sia_arena_free(r->bags[k].a);
        r->bags[k] = (bag){ 0 };
    }
}

/* The bags' last records stay in memory only if nothing else went to disk: reading needs their room. */
sia_status runs_read(runs *r, sia_err *err)
{
    for (unsigned k = 0; k < r->n_bags; k++) {
        bag *b = &r->bags[k];
        if (!settle(r, b) && r->pile.run.n) (void)empty(r, b);
        SIA_TRY(runs_ok(r, k, err));
    }
    if (!r->pile.run.n) return from_bags(r, err);
    if (!r->written) r->written = r->pile.run.n;
    drop_bags(r);
    return from_pile(r, err);
}

bool runs_next(runs *r, sia_keyed *to) { return sources_next(&r->from, to); }

sia_status runs_done(const runs *r, sia_err *err)
{
    if (r->from.err.status && err) *err = r->from.err;
    return r->from.err.status;
}

unsigned runs_written(const runs *r) { return r->written; }

/* ---- life ------------------------------------------------------------------------------------------------ */

sia_status runs_open(runs **out, size_t memory, unsigned bags, bool sums, sia_err *err)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    runs *r = a ? sia_new(a, runs, 1) : NULL;
    bag *b = r ? sia_new(a, bag, bags) : NULL;
    if (!b) {
        sia_arena_free(a);
        return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    }
    *r = (runs){ .a = a, .sums = sums, .memory = memory, .n_bags = bags, .bags = b, .from = { .sums = sums } };
    r->room = between(memory / bags / (2 * sizeof(sia_keyed)), LEAST_BAG, SIZE_MAX / (2 * sizeof(sia_keyed)));
    pile_open(&r->pile, a);
    *out = r;
    return SIA_OK;
}

void runs_close(runs *r)
{
    if (!r) return;
    drop_bags(r);
    sia_arena_free(r->from.a);
    pile_close(&r->pile);
    sia_arena_free(r->a);
}
