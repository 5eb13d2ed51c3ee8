/* What may be a term: rows of content words that nothing parts, and what the text itself enumerates.
 *
 *     strategi ofensif | meliputi | kampanye terbuka , ceramah keliling , dan pertemuan warga desa
 *     ^^^^^^^^^^^^^^^^              ^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^       ^^^^^^^^^ ^^^^^ ^^^^    and parts of these
 *
 * No parser: Indonesian noun phrases are rows of nouns and adjectives, head first, and what parts them are function words,
 * verbs and marks (a filter of the open kind in the words of Frantzi, Ananiadou & Mima 2000). */
#include "cues.h"
#include "listword.h"
#include <siasat/code.h>
#include <stdlib.h>

enum { SHORTEST = 3, MOST_OF_MEMBER = 6 };                   /* letters of a content word; words of a member that is a term */
enum { PARTING = SCOPE_NOT | SCOPE_NO_NOUN | SCOPE_SHOULD | SCOPE_ENDS | SCOPE_UNDER | SCOPE_IS | SCOPE_AND | SCOPE_OR };

typedef struct {
    sia_doc         *d;
    const sia_stops *stops;
    uint32_t        *hit_to;                /* by token: past the hit that it stands in; 0: in none */
    SIA_VEC(sia_termlike) named;            /* by place                                       */
    sia_termlikes   *out;
} reader;

/* ---- tokens ------------------------------------------------------------------------------------- */

static unsigned scope_word(sia_str form)
{
    const sia_clause_words w = sia_scope_words();
    return sia_clause_find(w.v, w.n, form);
}

static bool is_content(const reader *r, uint32_t t)
{
    const sia_str form = sia_form_at(r->d, t);
    if (r->d->tokens.v[t].kind != SIA_WORD || form.n < SHORTEST || sia_stops_has(r->stops, form)) return false;
    if (sia_list_word(form) & ~(unsigned)LIST_REST || scope_word(form) & PARTING) return false;
    return !sia_verb_at(r->d, t);
}

static bool mark_hits(reader *r)
{
    const sia_doc *d = r->d;
    r->hit_to = sia_new(d->arena, uint32_t, d->tokens.n + 1u);
    for (uint32_t i = 0; r->hit_to && i < d->hits.n; i++) {
        const uint32_t end = d->hits.v[i].first + d->hits.v[i].n;
        for (uint32_t t = d->hits.v[i].first; t < end; t++) if (r->hit_to[t] < end) r->hit_to[t] = end;
    }
    return r->hit_to;
}

/* Does a border before token t cut a hit in two? */
static bool cuts(const reader *r, uint32_t t) { return t > 0 && r->hit_to[t - 1] > t; }

/* Does every content word stand in a hit? Then the codebook has it. */
static bool is_covered(const reader *r, uint32_t from, uint32_t to)
{
    for (uint32_t t = from; t < to; t++) if (!r->hit_to[t] && is_content(r, t)) return false;
    return true;
}

/* ---- what the text enumerates ---------------------------------------------------------------------- */

static uint32_t token_at(const sia_doc *d, uint32_t off)
{
    uint32_t lo = 0, hi = d->tokens.n;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (d->tokens.v[mid].span.off < off) lo = mid + 1; else hi = mid;
    }
    return lo;
}

/* Where the member stops to name and begins to explain: a mark, "yang", an aim, a new clause. */
static uint32_t name_end(const sia_doc *d, uint32_t from, uint32_t to)
{
    for (uint32_t t = from; t < to; t++) {
        const bool parts = !sia_word_at(d, t) && !sia_mark_at(d, t, "-/&\"'");
        if (parts || (t > from && (sia_form_is(d, t, "yang") || sia_list_word(sia_form_at(d, t)) & (LIST_AIM | LIST_CLAUSE)))) return t;
    }
    return to;
}

static void put_named(reader *r, uint32_t from, uint32_t to, uint32_t member)
{
    if (from < to && !is_covered(r, from, to)) sia_push(r->d->arena, &r->named, (sia_termlike){ from, to - from, member + 1 });
}

/* Of a member that is no name but a sentence, each row of content words. */
static void name_rows(reader *r, uint32_t from, uint32_t to, uint32_t member)
{
    for (uint32_t t = from, end; t < to; t = end + 1) {
        for (end = t; end < to && is_content(r, end); ) end++;
        if (end - t >= 2 && end - t <= MOST_OF_MEMBER && !cuts(r, t) && !cuts(r, end)) put_named(r, t, end, member);
    }
}

static int by_place(const void *x, const void *y)
{
    const sia_termlike *a = x, *b = y;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    if (a->n != b->n) return a->n < b->n ? -1 : 1;
    return (a->member > b->member) - (a->member < b->member);
}

/* In order of places, one a place. */
static void read_members(reader *r, const sia_members *m)
{
    const sia_doc *d = r->d;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < m->n; i++) {
        const uint32_t from = token_at(d, m->v[i].member.off), to = token_at(d, sia_end(m->v[i].member)), end = name_end(d, from, to);
        if (end - from <= MOST_OF_MEMBER) put_named(r, from, end, i);
        else name_rows(r, from, to, i);
    }
    if (r->named.n) qsort(r->named.v, r->named.n, sizeof *r->named.v, by_place);
    for (uint32_t i = 0; i < r->named.n; i++)
        if (!kept || r->named.v[kept - 1].first != r->named.v[i].first || r->named.v[kept - 1].n != r->named.v[i].n)
            r->named.v[kept++] = r->named.v[i];
    r->named.n = kept;
}

/* ---- rows of content words ---------------------------------------------------------------------------- */

/* Whether a member is these words already. */
static bool is_named(const reader *r, uint32_t *at, uint32_t first, uint32_t n)
{
    while (*at < r->named.n && r->named.v[*at].first < first) ++*at;
    for (uint32_t k = *at; k < r->named.n && r->named.v[k].first == first; k++) if (r->named.v[k].n == n) return true;
    return false;
}

static void read_row(reader *r, uint32_t from, uint32_t to, uint32_t *at)
{
    for (uint32_t t = from; t < to; t++) {
        if (cuts(r, t)) continue;
        for (uint32_t n = 1; n <= SIA_TERM_WORDS && t + n <= to; n++)
            if (!cuts(r, t + n) && !is_covered(r, t, t + n) && !is_named(r, at, t, n))
                sia_push(r->d->arena, r->out, (sia_termlike){ t, n, 0 });
    }
}

static void read_sentence(reader *r, const sia_sentence *s, uint32_t *at)
{
    const uint32_t limit = s->first + s->n;
    for (uint32_t t = s->first, end; t < limit; t = end + 1) {
        for (end = t; end < limit && is_content(r, end); ) end++;
        read_row(r, t, end, at);
    }
}

sia_status sia_doc_termlikes(sia_doc *d, const sia_stops *stops, const sia_members *m, sia_termlikes *out, sia_err *err)
{
    reader r = { .d = d, .stops = stops, .out = out };
    uint32_t at = 0;
    if (mark_hits(&r)) {
        read_members(&r, m);
        for (uint32_t i = 0; i < d->sentences.n; i++) if (d->sentences.v[i].counted) read_sentence(&r, &d->sentences.v[i], &at);
        for (uint32_t i = 0; i < r.named.n; i++) sia_push(d->arena, out, r.named.v[i]);
        if (out->n) qsort(out->v, out->n, sizeof *out->v, by_place);
    }
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}
