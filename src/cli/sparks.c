/* How an item is spread over the works, as a line of bars for a terminal. */
#include "sparks.h"
#include "formats.h"
#include <unistd.h>

bool sparks_wanted(const session *s)
{
    sia_format f;
    const bool terminal = !s->set.output && isatty(STDOUT_FILENO);
    return !s->outlet && !s->set.wide && s->in.works > 1 && !format_of_table(s, terminal, &f, NULL) && f == SIA_TABLE;
}

static bool pass(void *ctx, const work_counts *w)
{
    sparks *k = ctx;
    const size_t bar = (size_t)((uint64_t)w->work * k->bars / k->works);
    for (uint32_t i = 0; i < w->n_groups; i++) k->words[(size_t)w->groups[i] * k->bars + bar] += w->words[w->groups[i]];
    for (uint32_t i = 0; i < w->n; i++) k->count[w->v[i].place * k->bars + bar] += (uint32_t)w->v[i].count;
    return true;
}

bool sparks_work_out(sparks *k, const census *c, run *r)
{
    sia_arena *a = r->s->arena;
    *k = (sparks){ .counts = c->counts, .works = r->s->in.works, .bars = r->s->in.works < SPARKS_BARS ? r->s->in.works : SPARKS_BARS };
    k->count = sia_new(a, uint32_t, (sia_counts_places(c->counts) + 1) * k->bars);
    k->words = sia_new(a, uint64_t, ((size_t)sia_lex_size(c->groups) + 1) * k->bars);
    return k->count && k->words && works_walk(c, r, pass, k);
}

sia_str sparks_of(const sparks *k, const sia_tally *t, sia_arena *a)
{
    static const char bars[][4] = { "\u2581", "\u2582", "\u2583", "\u2584", "\u2585", "\u2586", "\u2587", "\u2588" };
    enum { HIGHEST = SIA_COUNT_OF(bars) - 1 };
    char line[4 * SPARKS_BARS] = "";
    size_t n = 0;
    double most = 0;
    if (!k->counts) return SIA_STR("");
    const uint32_t *count = &k->count[sia_counts_place(k->counts, t->group, t->item) * k->bars];
    const uint64_t *words = &k->words[(size_t)t->group * k->bars];
    for (uint32_t i = 0; i < k->bars; i++) if (words[i] && (double)count[i] / (double)words[i] > most) most = (double)count[i] / (double)words[i];
    for (uint32_t i = 0; i < k->bars; i++) {
        const double share = words[i] ? (double)count[i] / (double)words[i] / most : 0;
        const char *bar = !words[i] ? "\u00B7" : bars[count[i] ? 1 + (int)(share * (HIGHEST - 1) + 0.5) : 0];
        for (; *bar; bar++) line[n++] = *bar;
    }
    return sia_dup(a, (sia_str){ line, n });
}
