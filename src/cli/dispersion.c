/* How evenly each item of a census is spread over the works of its group, and its rate without one of them. DP needs only the
 * works that have the item, and is added up as they pass by; what needs all of them at once is spreads.c's. */
#include "dispersion.h"
#include <math.h>

static bool shows(const chosen *m, const char *name)
{
    for (uint32_t i = 0; i < m->n; i++)
        if (!strcmp(m->m[i]->name, name)) return true;
    return false;
}

/* DP and DPnorm alone? */
static bool plain(const chosen *m) { return m->n == (uint32_t)(shows(m, "dp") + shows(m, "dp_norm")); }

static bool by_place(const chosen *m) { return shows(m, "arf") || shows(m, "aldf"); }

/* A group that lies in one work is spread over nothing. */
static bool in_one_work(const census *c, const session *s) { return s->in.works < 2 || (c->by & (BY_WORK | BY_DOC)); }

void dispersion_keep(census *c, const chosen *m, const session *s)
{
    c->places = by_place(m);
    c->keeps = (m->n && !plain(m)) || (!in_one_work(c, s) && (m->n || s->set.leave_one_out));
}

/* ---- as the works pass by ----------------------------------------------------------------------------- */

typedef struct { dispersion *d; double *share; uint64_t *all; } passing;     /* by group: share of the work at hand; all words */

static void leave_out(struct leaving *l, uint32_t work, uint64_t count, uint64_t words, uint64_t here, uint64_t words_here)
{
    if (words_here == words) return;
    const double rest = (double)(count - here) / (double)(words - words_here), by = fabs(rest - (double)count / (double)words);
    if (l->work == UINT32_MAX || by > l->by) *l = (struct leaving){ by, rest, work };
}

static bool pass(void *ctx, const work_counts *w)
{
    passing *p = ctx;
    dispersion *d = p->d;
    for (uint32_t i = 0; i < w->n_groups; i++) {
        const uint32_t g = w->groups[i];
        p->all[g] = sia_counts_group_words(d->c->counts, g);
        p->share[g] = (double)w->words[g] / (double)p->all[g];
        if (!d->parts[g]++ || w->words[g] < d->least[g]) d->least[g] = w->words[g];
    }
    for (uint32_t i = 0; i < w->n; i++) {
        const work_cell *x = &w->v[i];
        const uint64_t count = sia_counts_at(d->c->counts, x->place);
        const double over = (double)x->count / (double)count - p->share[x->group];
        if (over > 0) d->dp[x->place] += over;
        if (d->leaving) leave_out(&d->leaving[x->place], w->work, count, p->all[x->group], x->count, w->words[x->group]);
    }
    return true;
}

static bool open(dispersion *d, const session *s)
{
    const size_t places = sia_counts_places(d->c->counts) + 1, groups = (size_t)sia_lex_size(d->c->groups) + 1;
    d->dp = sia_new(s->arena, double, places);
    d->parts = sia_new(s->arena, uint32_t, groups);
    d->least = sia_new(s->arena, uint64_t, groups);
    if (s->set.leave_one_out) {
        d->leaving = sia_new(s->arena, struct leaving, places);
        for (size_t i = 0; d->leaving && i < places; i++) d->leaving[i].work = UINT32_MAX;
    }
    return sia_arena_ok(s->arena);
}

bool dispersion_work_out(dispersion *d, const census *c, run *r, const chosen *m, const sia_tally *t, size_t n)
{
    sia_arena *a = r->s->arena;
    *d = (dispersion){ .c = c, .r = r, .placed = c->places };
    if (!c->keeps && !c->places) return true;
    passing p = { d, sia_new(a, double, (size_t)sia_lex_size(c->groups) + 1), sia_new(a, uint64_t, (size_t)sia_lex_size(c->groups) + 1) };
    if (!p.share || !p.all || !open(d, r->s) || !works_walk(c, r, pass, &p)) return false;
    return plain(m) || spreads_work_out(d, t, n);
}

/* ---- of one cell ------------------------------------------------------------------------------------------ */

sia_spread dispersion_of(const dispersion *d, const sia_tally *t)
{
    const double none = (double)NAN;
    sia_spread s = { none, none, none, none, none, none, none, none, none, none, none, none };
    if (!d->dp) return s;
    const size_t place = sia_counts_place(d->c->counts, t->group, t->item);
    if (d->spread) return d->spread[place];
    if (d->parts[t->group] < 2) return s;
    s.dp = d->dp[place];
    s.dp_norm = s.dp / (1 - (double)d->least[t->group] / (double)sia_counts_group_words(d->c->counts, t->group));
    return s;
}

const struct leaving *dispersion_without(const dispersion *d, const sia_tally *t)
{
    if (!d->leaving) return NULL;
    const struct leaving *l = &d->leaving[sia_counts_place(d->c->counts, t->group, t->item)];
    return l->work == UINT32_MAX ? NULL : l;
}
