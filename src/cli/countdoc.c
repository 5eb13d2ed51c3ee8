/* Counting one document on its worker's thread. */
#include "counter.h"
#include <stdlib.h>

static bool counter_ready(struct counter *k, bool keeps, run *r, unsigned worker)
{
    if (k->counts) return true;
    sia_counts *counts = sia_counts_new(run_arena(r, worker));
    k->groups = sia_lex_new(run_arena(r, worker));
    k->ledger = keeps ? sia_ledger_new(run_arena(r, worker)) : NULL;
    if (!counts || !k->groups || (keeps && !k->ledger)) return false;
    if (run_workers(r) > 1) sia_counts_tell(counts);
    k->counts = counts;
    return true;
}

uint32_t *census_numbered(sia_lex *groups, const grouping *g, sia_arena *a)
{
    uint32_t *group = sia_alloc_raw(a, sizeof *group, g->n);
    for (uint32_t i = 0; group && i < g->n; i++) group[i] = sia_lex_id(groups, g->name[i]);
    return group;
}

static bool groups_of(const census *c, grouping *g, sia_doc *d, const input *in)
{
    return c->sides ? sides_document(c->sides, g, d, in) : group_document(g, c->by, d, in);
}

static uint32_t group_of(const census *c, const grouping *g, const sia_doc *d, uint32_t sentence)
{
    if (!c->sides && !(c->by & (BY_CHAPTER | BY_SECTION | BY_PART))) return 0;
    return g->of_section[d->blocks.v[d->sentences.v[sentence].block].section];
}

/* Where items are hits, the k-th is hit k. */
static uint32_t group_of_hit(const census *c, const grouping *g, const sia_doc *d, const occurrences *o, uint32_t k)
{
    return group_of(c, g, d, o->v[k].sentence) + (g->of_hit ? g->of_hit[k] : 0);
}

/* Hits of each stance are counted among all words of their place. */
static void words_for_stances(digested *out)
{
    for (uint32_t i = out->groups.places; i < out->groups.n; i++) out->words[i] = out->words[i - out->groups.places];
}

/* The forms of a sentence's words and numbers into `to`; returns how many there are. */
static uint32_t forms_of(const sia_doc *d, const sia_sentence *st, uint32_t *to)
{
    uint32_t n = 0;
    for (const sia_token *t = d->tokens.v + st->first, *end = t + st->n; t < end; t++) {
        to[n] = t->form;
        n += t->kind <= SIA_NUMBER;
    }
    return n;
}

/* What --of makes of a sentence's words, without those that are left out. */
static uint32_t keys_of(const census *c, unsigned worker, const sia_doc *d, const sia_sentence *st, uint32_t *to)
{
    uint32_t n = 0;
    for (const sia_token *t = d->tokens.v + st->first, *end = t + st->n; t < end; t++)
        n += (to[n] = items_form(&c->it, worker, t)) != 0;
    return n;
}

/* Adds what the sentence has of items that are words to `to`; returns how many words it has, stop words too. */
static uint32_t words_of(const census *c, unsigned worker, const sia_doc *d, const sia_sentence *st, uint32_t *to, uint32_t *n)
{
    const uint32_t words = forms_of(d, st, to + *n);
    if (items_are_forms(&c->it) && c->it.plain) *n += words;
    else if (items_are_forms(&c->it)) *n += keys_of(c, worker, d, st, to + *n);
    return words;
}

/* ---- adding items up ------------------------------------------------------------------------------ */

/* Where one document's items go. */
typedef struct { struct counter *k; const uint32_t *group; uint32_t doc, work; uint32_t *met; } target;

/* Room for items below n in `times`, which only a ledger needs. */
static bool times_room(struct counter *k, uint32_t n, sia_arena *a)
{
    if (!k->ledger || n <= k->n_times) return true;
    uint32_t *times = sia_new(a, uint32_t, (size_t)n * 2);
    if (!times) return false;
    sia_give_back(a, k->times, sizeof *times, k->n_times);
    k->times = times;
    k->n_times = n * 2;
    return true;
}

/* Adds a stretch's items to one group. With a ledger each goes there once, with how often the stretch has it. */
static void count_stretch(const target *to, uint32_t group, const uint32_t *v, uint32_t n)
{
    enum { AHEAD = 8 };
    struct counter *k = to->k;
    uint32_t m = 0;
    if (!k->ledger) {
        sia_counts_each(k->counts, group, v, n, to->work);
        return;
    }
    for (uint32_t i = 0; i < n; i++)
        if (!k->times[v[i]]++) to->met[m++] = v[i];
    for (uint32_t i = 0; i < m; i++) {
        if (i + AHEAD < m) sia_counts_soon(k->counts, group, to->met[i + AHEAD]);
        const uint32_t item = to->met[i], times = k->times[item];
        k->times[item] = 0;
        sia_counts_add(k->counts, group, item, times, to->work);
        sia_ledger_put(k->ledger, to->doc, group, item, times, NULL);
    }
}

/* The words of each group, stop words too; and, where words are the items, each of them. `room` holds all tokens. */
static void count_words(const census *c, const digested *g, const sia_doc *d, const target *to, uint32_t *room)
{
    uint32_t here = 0, n = 0;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        if (!d->sentences.v[i].counted) continue;
        const uint32_t next = group_of(c, &g->groups, d, i);
        if (next != here) {
            count_stretch(to, to->group[here], room, n);
            n = 0;
            here = next;
        }
        g->words[here] += words_of(c, g->worker, d, &d->sentences.v[i], room, &n);
    }
    count_stretch(to, to->group[here], room, n);
}

static void count_hits(const census *c, const digested *g, const sia_doc *d, const target *to, const occurrences *o, uint32_t *room)
{
    uint32_t here = 0, n = 0;
    for (uint32_t k = 0; k < o->n; k++) {
        const uint32_t next = group_of_hit(c, &g->groups, d, o, k);
        if (next != here) {
            count_stretch(to, to->group[here], room, n);
            n = 0;
            here = next;
        }
        room[n++] = o->v[k].item;
    }
    if (n) count_stretch(to, to->group[here], room, n);
}

/* ---- with their places ----------------------------------------------------------------------------- */

typedef struct { uint32_t group, item; uint64_t place; } placed;

static int by_item(const void *x, const void *y)
{
    const placed *a = x, *b = y;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    if (a->item != b->item) return a->item < b->item ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* Of each counted token, how many words of its group stand before it in the document; counts the words. */
static void number_words(const census *c, const digested *g, const sia_doc *d, uint64_t *at)
{
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        if (!st->counted) continue;
        uint64_t *words = &g->words[group_of(c, &g->groups, d, i)];
        for (uint32_t k = st->first; k < st->first + st->n; k++) {
            at[k] = *words;
            *words += d->tokens.v[k].kind <= SIA_NUMBER;
        }
    }
}

static bool count_places(const census *c, const digested *g, const sia_doc *d, const target *to, const occurrences *o)
{
    uint64_t *at = sia_alloc_raw(d->arena, sizeof *at, (size_t)d->tokens.n + 1);
    uint64_t *places = sia_alloc_raw(d->arena, sizeof *places, (size_t)o->n + 1);
    placed *p = sia_alloc_raw(d->arena, sizeof *p, (size_t)o->n + 1);
    if (!at || !places || !p) return false;
    number_words(c, g, d, at);
    for (uint32_t i = 0; i < o->n; i++)
        p[i] = (placed){ to->group[group_of_hit(c, &g->groups, d, o, i)], o->v[i].item, at[o->v[i].token] };
    if (o->n) qsort(p, o->n, sizeof *p, by_item);
    for (uint32_t i = 0, n; i < o->n; i += n) {
        for (n = 0; i + n < o->n && p[i + n].group == p[i].group && p[i + n].item == p[i].item; n++) places[n] = p[i + n].place;
        sia_counts_add(to->k->counts, p[i].group, p[i].item, n, to->work);
        sia_ledger_put(to->k->ledger, to->doc, p[i].group, p[i].item, n, places);
    }
    return true;
}

/* ---- what the main thread is told --------------------------------------------------------------------- */

/* Firsts come group by group, but for hits: the search is short. */
static void tell_firsts(struct counter *k, digested *out, const uint32_t *group, sia_arena *a)
{
    const sia_first *v = sia_counts_firsts(k->counts, &out->n_firsts);
    out->firsts = sia_alloc_raw(a, sizeof *out->firsts, out->n_firsts);
    for (uint32_t i = 0, g = 0; out->firsts && i < out->n_firsts; i++) {
        if (group[g] != v[i].group)
            for (g = 0; group[g] != v[i].group; ) g++;
        out->firsts[i] = (sia_first){ g, v[i].item };
    }
}

/* The strings of new forms go along: the main thread must not look into a lex that its worker is adding to. */
static void tell_fresh(struct counter *k, const sia_doc *d, digested *out)
{
    const uint32_t size = sia_lex_size(d->lex);
    out->n_fresh = size - k->told;
    out->fresh = sia_alloc_raw(d->arena, sizeof *out->fresh, out->n_fresh);
    for (uint32_t i = 0; out->fresh && i < out->n_fresh; i++) out->fresh[i] = sia_lex_str(d->lex, k->told + i + 1);
    k->told = size;
}

static void keep_words(const target *to, const digested *g)
{
    for (uint32_t i = 0; to->k->ledger && i < g->groups.n; i++)
        if (g->words[i]) sia_ledger_words(to->k->ledger, to->doc, to->group[i], g->words[i]);
}

/* Counts items and words into the worker's own. */
static bool count_items(census *c, run *r, sia_doc *d, const digested *out, target *to)
{
    const bool words = items_are_forms(&c->it);
    occurrences o = { 0 };
    if (!(words && !c->places ? items_ready(&c->it, r, out->worker, d) : items_of(&c->it, r, out->worker, d, &o))) return false;
    const uint32_t n = d->tokens.n > o.n ? d->tokens.n : o.n;
    uint32_t *room = sia_alloc_raw(d->arena, sizeof *room, (size_t)n + 1);
    to->met = sia_alloc_raw(d->arena, sizeof *to->met, (size_t)n + 1);
    if (!room || !to->met || !times_room(to->k, (words ? sia_lex_size(d->lex) : c->it.n_terms) + 1, run_arena(r, out->worker))) return false;
    if (c->places) return count_places(c, out, d, to, &o);
    count_words(c, out, d, to, room);
    count_hits(c, out, d, to, &o, room);
    return true;
}

bool count_document(census *c, run *r, size_t i, sia_doc *d, digested *out)
{
    struct counter *k = &c->counters[out->worker];
    const input *in = &r->s->in.files.v[i];
    if (!counter_ready(k, c->keeps || c->places, r, out->worker) || !groups_of(c, &out->groups, d, in)) return false;
    target to = { .k = k, .doc = (uint32_t)i, .work = in->work_id };
    to.group = census_numbered(k->groups, &out->groups, d->arena);
    out->words = sia_new(d->arena, uint64_t, out->groups.n);
    if (!to.group || !out->words || !count_items(c, r, d, out, &to)) return false;
    words_for_stances(out);
    keep_words(&to, out);
    if (run_workers(r) > 1) {
        tell_firsts(k, out, to.group, d->arena);
        if (items_are_forms(&c->it)) tell_fresh(k, d, out);
    } else for (uint32_t g = 0; g < out->groups.n; g++) sia_counts_words(k->counts, to.group[g], out->words[g], in->work_id);
    return sia_arena_ok(d->arena) && sia_arena_ok(run_arena(r, out->worker));
}
