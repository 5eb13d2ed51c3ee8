/* All measures of dispersion, for which every work's count of a cell must be at hand at once: cells are taken in batches, so
 * that memory does not grow with the corpus, and what was kept is read once a batch. */
#include "dispersion.h"

enum { BATCH = 1 << 22 };                                    /* counts, or places, that are held at once */

typedef struct { uint64_t words; uint32_t work; } part;
typedef SIA_VEC(part) parts;

typedef struct {
    dispersion *d;
    parts      *of;                     /* by group: its works */
    size_t     *from;                   /* by place: 1 + where its counts begin in `held`; 0: not of this batch */
    uint32_t   *n;                      /* by place: how many are held */
    sia_share  *held;                   /* of parts: the count, and in `words` the number of the part */
    uint64_t   *places;                 /* or of hits: their places */
    sia_share  *all;                    /* of one cell: every part of its group */
    sia_arena  *a, *scratch;
} batch;

/* ---- over works ------------------------------------------------------------------------------------------- */

static bool list_part(void *ctx, const work_counts *w)
{
    batch *b = ctx;
    for (uint32_t i = 0; i < w->n_groups; i++) sia_push(b->a, &b->of[w->groups[i]], (part){ w->words[w->groups[i]], w->work });
    return sia_arena_ok(b->a);
}

/* `from` of a group is how many of its parts have passed: those with words, in the order in which they were listed. */
typedef struct { batch *b; uint32_t *passed; } filling;

static bool fill(void *ctx, const work_counts *w)
{
    filling *f = ctx;
    batch *b = f->b;
    for (uint32_t i = 0; i < w->n; i++) {
        const work_cell *x = &w->v[i];
        if (b->from[x->place]) b->held[b->from[x->place] - 1 + b->n[x->place]++] = (sia_share){ x->count, f->passed[x->group] };
    }
    for (uint32_t i = 0; i < w->n_groups; i++) f->passed[w->groups[i]]++;
    return true;
}

static bool spread_of(batch *b, const sia_tally *t, size_t place)
{
    const parts *of = &b->of[t->group];
    for (uint32_t i = 0; i < of->n; i++) b->all[i] = (sia_share){ 0, of->v[i].words };
    for (uint32_t i = 0; i < b->n[place]; i++) {
        const sia_share *held = &b->held[b->from[place] - 1 + i];
        b->all[held->words].count = held->count;
    }
    sia_arena_reset(b->scratch);
    return sia_spread_of(b->all, of->n, &b->d->spread[place], b->scratch);
}

/* ---- over places -------------------------------------------------------------------------------------------- */

static bool fill_places(void *ctx, size_t place, const uint64_t *places, uint64_t n)
{
    batch *b = ctx;
    if (!b->from[place]) return true;
    memcpy(b->places + b->from[place] - 1 + b->n[place], places, (size_t)n * sizeof *places);
    b->n[place] += (uint32_t)n;
    return true;
}

static void reduce(batch *b, const sia_tally *t, size_t place)
{
    const uint64_t words = sia_counts_group_words(b->d->c->counts, t->group);
    b->d->spread[place].arf = sia_arf(b->places + b->from[place] - 1, b->n[place], words);
    b->d->spread[place].aldf = sia_aldf(b->places + b->from[place] - 1, b->n[place], words);
}

/* ---- batches -------------------------------------------------------------------------------------------------- */

static size_t place_of(const batch *b, const sia_tally *t) { return sia_counts_place(b->d->c->counts, t->group, t->item); }

static uint64_t size_of(const sia_tally *t, bool by_place) { return by_place ? t->count : t->works; }

/* Cells from `i` on that go into one batch, one at least; gives each its room. */
static size_t take(batch *b, const sia_tally *t, size_t i, size_t n, bool by_place)
{
    size_t at = 0;
    for (; i < n && (!at || at + size_of(&t[i], by_place) <= BATCH); i++) {
        b->from[place_of(b, &t[i])] = at + 1;
        at += size_of(&t[i], by_place);
    }
    return i;
}

static bool room(batch *b, const sia_tally *t, size_t n, bool by_place)
{
    uint64_t most = 0, sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += size_of(&t[i], by_place);
        if (size_of(&t[i], by_place) > most) most = size_of(&t[i], by_place);
    }
    const size_t held = (size_t)(sum < BATCH ? sum : most > BATCH ? most : BATCH) + 1;
    if (by_place) b->places = sia_alloc_raw(b->a, sizeof *b->places, held);
    else b->held = sia_alloc_raw(b->a, sizeof *b->held, held);
    return by_place ? b->places != NULL : b->held != NULL;
}

static bool read_batch(batch *b, bool by_place, filling *f)
{
    const census *c = b->d->c;
    if (by_place) return works_places(c, b->d->r, fill_places, b);
    memset(f->passed, 0, ((size_t)sia_lex_size(c->groups) + 1) * sizeof *f->passed);
    return works_walk(c, b->d->r, fill, f);
}

static bool pass(batch *b, const sia_tally *t, size_t n, bool by_place)
{
    const size_t places = sia_counts_places(b->d->c->counts) + 1;
    filling f = { b, sia_new(b->a, uint32_t, (size_t)sia_lex_size(b->d->c->groups) + 1) };
    if (!f.passed || !room(b, t, n, by_place)) return false;
    for (size_t i = 0, end; i < n; i = end) {
        memset(b->from, 0, places * sizeof *b->from);
        memset(b->n, 0, places * sizeof *b->n);
        end = take(b, t, i, n, by_place);
        if (!read_batch(b, by_place, &f)) return false;
        for (size_t k = i; k < end; k++) {
            const size_t place = place_of(b, &t[k]);
            if (by_place) reduce(b, &t[k], place);
            else if (!spread_of(b, &t[k], place)) return false;
        }
    }
    return true;
}

static bool open(batch *b)
{
    const census *c = b->d->c;
    const size_t places = sia_counts_places(c->counts) + 1, groups = (size_t)sia_lex_size(c->groups) + 1;
    uint32_t most = 0;
    for (size_t g = 0; g < groups; g++) if (b->d->parts[g] > most) most = b->d->parts[g];
    b->of = sia_new(b->a, parts, groups);
    b->from = sia_alloc_raw(b->a, sizeof *b->from, places);
    b->n = sia_alloc_raw(b->a, sizeof *b->n, places);
    b->all = sia_alloc_raw(b->a, sizeof *b->all, (size_t)most + 1);
    b->d->spread = sia_new(b->a, sia_spread, places);
    return sia_arena_ok(b->a);
}

bool spreads_work_out(dispersion *d, const sia_tally *t, size_t n)
{
    batch b = { .d = d, .a = d->r->s->arena, .scratch = sia_arena_new(NULL, 0) };
    bool ok = b.scratch && open(&b) && works_walk(d->c, d->r, list_part, &b) && pass(&b, t, n, false);
    if (ok && d->placed) ok = pass(&b, t, n, true);
    sia_arena_free(b.scratch);
    return ok;
}
