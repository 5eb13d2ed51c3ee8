/* Matching words: a walk through the trie from each token that can begin a pattern. */
#include "match.h"

typedef struct {
    sia_tagger        *t;
    const sia_program *p;
    const sia_token   *tokens;
    uint32_t           start, limit;
} walk;

typedef struct { uint32_t tok, unit; } place;

static const sia_type *type_at(const walk *w, uint32_t tok)
{
    return sia_types_at(&w->t->types, &w->tokens[tok]);
}

static const sia_type_unit *unit_at(const walk *w, place at)
{
    const sia_type *type = type_at(w, at.tok);               /* first, as above */
    return &w->t->types.units.v[type->first + at.unit];
}

static sia_str text_at(const walk *w, place at)
{
    return sia_unit_text(&w->t->types, &w->tokens[at.tok], type_at(w, at.tok), at.unit);
}

uint32_t sia_unit_hit_end(const sia_token *tok, const sia_type *type, uint32_t unit)
{
    if (unit + 1 == type->n) return sia_end(tok->span);
    return type->stop && unit + 2 == type->n ? sia_end(tok->span) - type->trail - 1 : 0;
}

/* The surface is cut like its form; where they differ in number (they do not), no case fits. */
static bool surface_of(const sia_types *t, const sia_token *tok, const sia_type *type, uint32_t unit, sia_str *out)
{
    sia_str s = sia_cut(t->doc->text.s, tok->span);
    sia_unit u = { 0 };
    uint32_t at = 0;
    if (unit >= type->n) return false;
    for (uint32_t i = 0; i <= unit; i++, at = u.off + u.len) if (!sia_unit_next(s, at, &u)) return false;
    *out = (sia_str){ s.p + u.off, u.len };
    return true;
}

bool sia_unit_case_fits(const sia_types *t, const sia_token *tok, const sia_type *type, uint32_t unit,
                        uint32_t strip, const sia_item *item)
{
    sia_str s;
    if (!surface_of(t, tok, type, unit, &s)) return false;
    for (; strip && s.n; strip--) do s.n--; while (s.n && ((unsigned char)s.p[s.n] & 0xC0) == 0x80);
    return sia_glob_fits(item->cased, s) || sia_glob_fits(item->upper, s);
}

/* The unit after `at` that a pattern's next word may be; false when something parts them. A token without
 * units, a dash by itself, is part of the gap. */
static bool next_place(const walk *w, place at, place *out, sia_gap *gap)
{
    const sia_type *type = type_at(w, at.tok), *to = type;
    const sia_type_unit *from = &w->t->types.units.v[type->first + at.unit];
    *out = (place){ at.tok, at.unit + 1 };
    if (out->unit == type->n) {
        *out = (place){ at.tok + 1, 0 };
        if (out->tok >= w->limit) return false;
        to = type_at(w, out->tok);
        while (!to->n && ++out->tok < w->limit) to = type_at(w, out->tok);
        if (out->tok >= w->limit) return false;
        uint32_t a = sia_end(w->tokens[at.tok].span) - type->trail, b = w->tokens[out->tok].span.off + to->lead;
        *gap = sia_gap_of((sia_str){ w->t->doc->text.s.p + a, b - a });
    } else {
        *gap = (sia_gap)w->t->types.units.v[to->first + out->unit].gap;
    }
    const sia_type_unit *u = &w->t->types.units.v[to->first + out->unit];
    return sia_gap_joins((sia_unit_kind)from->kind, *gap, (sia_unit_kind)u->kind);
}

/* ---- states ------------------------------------------------------------------------------ */

static uint32_t slot_of(const sia_walk_states *s, sia_state x)
{
    uint64_t h = (((uint64_t)x.node << 32 | x.tok) ^ (uint64_t)x.unit << 20) * 0x9E3779B97F4A7C15u;
    uint32_t i = (uint32_t)(h >> 32) & s->mask;
    while (s->slots[i]) {
        const sia_state *y = &s->list.v[s->slots[i] - 1];
        if (y->node == x.node && y->tok == x.tok && y->unit == x.unit) break;
        i = (i + 1) & s->mask;
    }
    return i;
}

/* Puts what the list holds into the hash, in a larger one when it is half full. */
static bool fill(sia_walk_states *s, sia_arena *a)
{
    if (!s->slots || s->list.n > s->mask / 2) {
        uint32_t size = s->slots ? (s->mask + 1) * 4 : 256;
        s->slots = sia_new(a, uint32_t, size);
        s->mask = size - 1;
        s->filled = 0;
        if (!s->slots) return false;
    }
    for (; s->filled < s->list.n; s->filled++) s->slots[slot_of(s, s->list.v[s->filled])] = s->filled + 1;
    return true;
}

static void push_state(walk *w, uint32_t node, place at)
{
    sia_walk_states *s = &w->t->states;
    sia_state x = { node, at.tok, at.unit };
    if (s->doubled && (!fill(s, w->t->a) || s->slots[slot_of(s, x)])) return;
    sia_push(w->t->a, &s->list, x);
}

static void clear_states(sia_walk_states *s)
{
    if (s->filled * 8u > s->mask) memset(s->slots, 0, ((size_t)s->mask + 1) * sizeof *s->slots);
    else while (s->filled) s->slots[slot_of(s, s->list.v[--s->filled])] = 0;
    s->filled = s->list.n = 0;
    s->doubled = false;
}

/* ---- reading one unit ---------------------------------------------------------------------- */

static void finish(walk *w, uint32_t node, place at)
{
    const sia_node *n = &w->p->nodes.v[node];
    if (!n->n) return;
    const sia_token *tok = &w->tokens[at.tok];
    uint32_t end = sia_unit_hit_end(tok, type_at(w, at.tok), at.unit);
    if (!end) return;
    for (uint32_t i = 0; i < n->n; i++) {
        sia_found f = { w->p->ends[n->first + i], w->start, at.tok, end, 0 };
        sia_push(w->t->scratch, &w->t->found, f);
    }
}

/* A node reached by a whole word: the pattern may go on, end here, or end with a clitic after a hyphen. */
static void arrive(walk *w, uint32_t node, place at)
{
    place to;
    sia_gap gap;
    push_state(w, node, at);
    finish(w, node, at);
    if (!w->p->nodes.v[node].n || !next_place(w, at, &to, &gap) || gap != SIA_GAP_DASH) return;
    if (sia_is_clitic(text_at(w, to))) finish(w, node, to);
}

static bool case_fits(const walk *w, place at, uint32_t strip, const sia_item *item)
{
    return !item->cased.n || sia_unit_case_fits(&w->t->types, &w->tokens[at.tok], type_at(w, at.tok), at.unit, strip, item);
}

/* The word once more: w-w and w w, the second perhaps with a clitic. */
static void arrive_twice(walk *w, uint32_t node, place at, const sia_item *item)
{
    place to;
    sia_gap gap;
    if (!next_place(w, at, &to, &gap)) return;
    sia_str a = text_at(w, at), b = text_at(w, to);
    if (b.n < a.n || unit_at(w, to)->kind != SIA_UNIT_WORD || memcmp(a.p, b.p, a.n)) return;
    if (a.n == b.n && case_fits(w, to, 0, item)) {
        w->t->states.doubled = true;
        arrive(w, node, to);
    }
    for (int which = 0; which < 2; which++) {
        uint32_t strip = sia_clitic(b, which);
        if (strip && a.n + strip == b.n && case_fits(w, to, strip, item)) finish(w, node, to);
    }
}

/* `*` takes a token of several units whole, with or without its own stop. */
static void arrive_whole(walk *w, uint32_t node, place at)
{
    const sia_type *type = type_at(w, at.tok);
    w->t->states.doubled = true;
    arrive(w, node, (place){ at.tok, type->n - 1 });
    if (type->stop && type->n > 2) arrive(w, node, (place){ at.tok, type->n - 2 });
}

static void read_unit(walk *w, uint32_t node, place at)
{
    const sia_type_unit unit = *unit_at(w, at);
    for (uint32_t i = 0; i < unit.n; i++) {
        sia_fit fit = w->t->types.fits.v[unit.first + i];
        const sia_item *item = &w->p->items.v[fit.item];
        uint32_t child = sia_program_next(w->p, node, fit.item);
        if (!child || !case_fits(w, at, fit.strip, item)) continue;
        if (fit.strip) {
            finish(w, child, at);
            continue;
        }
        arrive(w, child, at);
        if (!fit.glued && unit.kind == SIA_UNIT_WORD) arrive_twice(w, child, at, item);
        if (item->kind == SIA_ITEM_ANY && at.unit == 0 && type_at(w, at.tok)->n > 1) arrive_whole(w, child, at);
    }
}

void sia_match_words(sia_tagger *t, uint32_t tok, uint32_t limit)
{
    walk w = { t, &t->program, t->doc->tokens.v, tok, limit };
    if (type_at(&w, tok)->n) read_unit(&w, 0, (place){ tok, 0 });
    for (uint32_t i = 0; i < t->states.list.n; i++) {
        sia_state x = t->states.list.v[i];
        place to;
        sia_gap gap;
        if (next_place(&w, (place){ x.tok, x.unit }, &to, &gap)) read_unit(&w, x.node, to);
    }
    clear_states(&t->states);
}
