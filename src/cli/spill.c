/* Counting pairs that may be more than memory holds. */
#define _POSIX_C_SOURCE 200809L
#include "spill_inside.h"

/* What is new in a worker's lex gets its number over all. */
static bool learn(spill_way *w)
{
    spill *p = w->of;
    const uint32_t n = sia_lex_size(w->lex);
    if (n >= w->room) {
        const uint32_t room = n < 1024 ? 2048 : 2 * n;
        uint32_t *to = sia_alloc_raw(p->a, sizeof *to, room);
        if (!to) return false;
        if (w->known) memcpy(to, w->to, ((size_t)w->known + 1) * sizeof *to);
        if (w->to) sia_give_back(p->a, w->to, sizeof *to, w->room);
        w->to = to;
        w->room = room;
    }
    while (w->known < n) {
        w->known++;
        w->to[w->known] = sia_lex_id(p->forms, sia_lex_str(w->lex, w->known));
    }
    return sia_arena_ok(p->a);
}

static bool renumber(void *ctx, sia_keyed *v, size_t n)
{
    spill_way *w = ctx;
    pthread_mutex_lock(&w->of->lock);
    const bool ok = learn(w);
    pthread_mutex_unlock(&w->of->lock);
    for (size_t i = 0; ok && i < n; i++) {
        const uint64_t a = w->to[v[i].key >> 32], b = w->to[(uint32_t)v[i].key];
        v[i].key = a < b ? a << 32 | b : b << 32 | a;
    }
    return ok;
}

void spill_from(spill *p, unsigned worker, const sia_lex *lex)
{
    if (p->way[worker].lex) return;
    p->way[worker] = (spill_way){ .of = p, .lex = lex };
    runs_renumbers(p->pairs, worker, renumber, &p->way[worker]);
}

void spill_unit(spill *p, unsigned worker, sia_cooc *k, const uint32_t *item, uint32_t n)
{
    sia_cooc_add_units(k, 1);
    for (uint32_t i = 0; i < n; i++) {
        sia_cooc_add_item(k, item[i], 1);
        for (uint32_t j = 0; j < i; j++) runs_put(p->pairs, worker, (uint64_t)item[j] << 32 | item[i], 1);
    }
}

sia_status spill_ok(const spill *p, unsigned worker, sia_err *err) { return runs_ok(p->pairs, worker, err); }
sia_status spill_end(spill *p, sia_err *err) { return runs_read(p->pairs, err); }
sia_lex *spill_forms(spill *p) { return p->forms; }

sia_status spill_open(spill **out, const session *s, sia_err *err)
{
    const unsigned threads = run_threads(s);
    sia_arena *a = sia_arena_new(NULL, 0);
    spill *p = a ? sia_new(a, spill, 1) : NULL;
    if (p) *p = (spill){ .a = a, .memory = s->set.memory, .forms = sia_lex_new(a), .way = sia_new(a, spill_way, threads) };
    if (!p || !sia_arena_ok(a)) {
        sia_arena_free(a);
        return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    }
    pthread_mutex_init(&p->lock, NULL);
    *out = p;
    return runs_open(&p->pairs, p->memory / 2, threads, true, err);
}

void spill_close(spill *p)
{
    if (!p) return;
    runs_close(p->pairs);
    runs_close(p->ranked);
    runs_close(p->tested);
    pthread_mutex_destroy(&p->lock);
    sia_arena_free(p->a);
}
