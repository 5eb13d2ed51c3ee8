/* How a comparison of target and reference stands up when works are shuffled, or one of them is left out. */
#include "robust.h"
#include <math.h>

void robust_keep(census *c, const session *s) { c->keeps = s->set.permute || s->set.leave_one_out; }

/* ---- gathering: which works have each row's item ------------------------------------------------------- */

typedef struct {
    robust   *x;
    uint32_t *row_of;                   /* by item: 1 + its row; 0: none */
    uint32_t *room;                     /* by row: works that have it */
    sia_id    target, reference;        /* the groups */
    bool      filling;                  /* the second time: rooms are made */
} gathering;

static void held(gathering *g, uint32_t work, const work_cell *c)
{
    const uint32_t row = g->row_of[c->item];
    if (!row || (c->group != g->target && c->group != g->reference)) return;
    sia_holding *h = &g->x->row[row - 1];
    sia_held *v = (sia_held *)(uintptr_t)h->v;
    if (!g->filling) { g->room[row - 1]++; return; }         /* a work of both sides is counted twice: room enough */
    if (!h->n || v[h->n - 1].work != work) v[h->n++] = (sia_held){ work, { 0, 0 } };
    if (c->group == g->target) v[h->n - 1].hits.target = c->count;
    else v[h->n - 1].hits.reference = c->count;
}

static bool gather(void *ctx, const work_counts *w)
{
    gathering *g = ctx;
    if (g->target) g->x->words[w->work].target = w->words[g->target];
    if (g->reference) g->x->words[w->work].reference = w->words[g->reference];
    for (uint32_t i = 0; i < w->n; i++) held(g, w->work, &w->v[i]);
    return true;
}

static bool make_room(gathering *g, sia_arena *a)
{
    size_t all = 1;
    for (uint32_t i = 0; i < g->x->n; i++) all += g->room[i];
    const sia_held *v = sia_new(a, sia_held, all);
    for (uint32_t i = 0; v && i < g->x->n; i++) {
        g->x->row[i].v = v;
        v += g->room[i];
    }
    return g->filling = v != NULL;
}

static bool hold(robust *x, const census *c, run *r, const uint32_t *item, uint32_t n)
{
    sia_arena *a = r->s->arena;
    const uint32_t most = items_are_forms(&c->it) ? sia_lex_size(c->forms) : c->it.n_terms;
    gathering g = { .x = x, .target = sia_lex_find(c->groups, sia_str_of(sides_target)), .reference = sia_lex_find(c->groups, sia_str_of(sides_reference)) };
    *x = (robust){ .works = r->s->in.works, .n = n };
    g.row_of = sia_new(a, uint32_t, (size_t)most + 1);
    g.room = sia_new(a, uint32_t, (size_t)n + 1);
    x->words = sia_new(a, sia_sides, (size_t)x->works + 1);
    x->row = sia_new(a, sia_holding, (size_t)n + 1);
    if (!sia_arena_ok(a)) return false;
    for (uint32_t i = 0; i < n; i++) g.row_of[item[i]] = i + 1;
    return works_walk(c, r, gather, &g) && make_room(&g, a) && works_walk(c, r, gather, &g);
}

/* ---- leaving one out --------------------------------------------------------------------------------------- */

static sia_sides words_of_all(const robust *x)
{
    sia_sides all = { 0, 0 };
    for (uint32_t w = 0; w < x->works; w++) {
        all.target += x->words[w].target;
        all.reference += x->words[w].reference;
    }
    return all;
}

/* How far two values are apart: a value that ceases to be has gone all the way. */
static double apart(double a, double b)
{
    if (a == b || (isnan(a) && isnan(b))) return 0;
    const double by = fabs(a - b);
    return isnan(by) ? (double)INFINITY : by;
}

/* Of works that move the value alike (an LRC of 0 often does not move at all), the one that moves G2 most; then the first. */
static struct robust_row leave_out(const robust *x, const sia_measure *m, const sia_holding *h, sia_cell c, sia_sides all, double alpha)
{
    struct robust_row best = { (double)NAN, UINT32_MAX };
    const double value = sia_measure_of(m, c, alpha), evidence = sia_g2(c);
    double most = -1, most_evidence = -1;
    for (uint32_t i = 0; i < h->n; i++) {
        const sia_sides out = x->words[h->v[i].work], hits = h->v[i].hits;
        if (out.target == all.target || out.reference == all.reference) continue;        /* nothing would be left to compare */
        const sia_cell rest = sia_cell_of_groups(c.both - hits.target, all.target - out.target,
                                                 c.b - c.both - hits.reference, all.reference - out.reference);
        const double v = sia_measure_of(m, rest, alpha), by = apart(v, value), e = apart(sia_g2(rest), evidence);
        if (by < most || (by == most && e <= most_evidence)) continue;
        most = by;
        most_evidence = e;
        best = (struct robust_row){ v, h->v[i].work };
    }
    return best;
}

static bool leave_each_out(robust *x, const chosen *m, const sia_cell *cell, double alpha, sia_arena *a)
{
    const sia_sides all = words_of_all(x);
    const sia_measure *shown = m->n && m->m[0] ? m->m[0] : sia_measure_find(SIA_KEY, SIA_STR("lrc"));
    x->left_out = sia_new(a, struct robust_row, (size_t)x->n + 1);
    for (uint32_t i = 0; x->left_out && i < x->n; i++) x->left_out[i] = leave_out(x, shown, &x->row[i], cell[i], all, alpha);
    return x->left_out;
}

/* ---- the whole ------------------------------------------------------------------------------------------------ */

static bool shuffle(robust *x, const session *s)
{
    x->p = sia_new(s->arena, double, (size_t)x->n + 1);
    x->q = sia_new(s->arena, double, (size_t)x->n + 1);
    return x->p && x->q && sia_shuffle_sides(x->words, x->works, x->row, x->n, s->set.permute, s->set.seed, x->p, x->q, s->arena);
}

bool robust_work_out(robust *x, const census *c, run *r, const chosen *m, const uint32_t *item, const sia_cell *cell, uint32_t n, double alpha)
{
    const session *s = r->s;
    if (!c->keeps) return true;
    if (!hold(x, c, r, item, n)) return false;
    if (s->set.permute && !shuffle(x, s)) return false;
    return !s->set.leave_one_out || leave_each_out(x, m, cell, alpha, s->arena);
}

static sia_str name_of(const session *s, uint32_t work)
{
    for (uint32_t i = 0; i < s->in.files.n; i++)
        if (s->in.files.v[i].work_id == work) return s->in.files.v[i].work;
    return SIA_STR("");
}

void robust_put(const robust *x, const session *s, sorter *o, uint32_t row)
{
    if (s->set.leave_one_out) {
        const struct robust_row *l = &x->left_out[row];
        sort_real(o, l->without);
        if (l->work == UINT32_MAX) sort_none(o); else sort_text(o, name_of(s, l->work));
    }
    if (s->set.permute) {
        sort_real(o, x->p[row]);
        sort_real(o, x->q[row]);
    }
}

void robust_say(const robust *x, session *s)
{
    if (s->set.permute) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_SHUFFLED, s->lang), s->set.permute, s->set.seed, x->works).p);
}
