/* Matching words: a walk through the trie from each token that can begin a pattern. */
#include "match.h"
#include <siasat/repair.h>

typedef struct {
    sia_tagger        *t;
    const sia_program *p;
    const sia_token   *tokens;
    uint32_t           start, begin, limit;     /* begin: see sia_found */
} walk;

typedef struct { uint32_t tok, unit; const sia_type *type; } place;

static place place_of(const walk *w, uint32_t tok, uint32_t unit)
{
    return (place){ tok, unit, sia_types_at(&w->t->types, &w->tokens[tok]) };
}

static const sia_type_unit *unit_of(const walk *w, place at) { return &w->t->types.units.v[at.type->first + at.unit]; }

static sia_str text_of(const walk *w, place at)
{
    return sia_unit_text(&w->t->types, &w->tokens[at.tok], at.type, at.unit);
}

/* Most types have one unit, whose kind and bits stand with the type. */
static sia_unit_kind kind_of(const walk *w, place at)
{
    return (sia_unit_kind)(at.unit == 0 ? at.type->kind : unit_of(w, at)->kind);
}

static uint64_t bits_of(const walk *w, place at) { return at.unit == 0 ? at.type->bits : unit_of(w, at)->bits; }

uint32_t sia_unit_hit_end(const sia_token *tok, const sia_type *type, uint32_t unit)
{
    if (unit + 1 == type->n) return sia_end(tok->span);
    return type->stop && unit + 2 == type->n ? sia_end(tok->span) - type->trail - 1 : 0;
}

/* The surface, or what it was repaired to, is cut like its form; where they differ in number (they do not), no case fits. */
static bool surface_of(const sia_types *t, const sia_token *tok, const sia_type *type, uint32_t unit, sia_str *out)
{
    sia_str s = sia_token_text(t->doc, tok);
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
    return sia_glob_fits(item->cased->typed, s) || sia_glob_fits(item->cased->upper, s);
}

uint32_t sia_tail_begin(const sia_types *t, const sia_token *tok, const sia_type *type)
{
    sia_str s;
    if (!type->bound || tok->flags & SIA_TOK_REPAIRED || !surface_of(t, tok, type, 1, &s)) return 0;
    return (uint32_t)(s.p - t->doc->text.s.p) - tok->span.off;
}

static bool next_token(const walk *w, place at, place *out, sia_gap *gap)
{
    uint32_t tok = at.tok + 1;
    const sia_type *to = NULL;
    while (tok < w->limit && !(to = sia_types_at(&w->t->types, &w->tokens[tok]))->n) tok++;   /* a dash by itself */
    if (tok >= w->limit) return false;
    *out = (place){ tok, 0, to };
    if (w->tokens[tok].flags & SIA_TOK_GLUED) {              /* repair found that a blank was lost here */
        *gap = SIA_GAP_SPACE;
        return true;
    }
    uint32_t from = sia_end(w->tokens[at.tok].span) - at.type->trail;
    *gap = sia_gap_of((sia_str){ w->t->doc->text.s.p + from, w->tokens[tok].span.off + to->lead - from });
    return true;
}

/* The unit after `at` that a pattern's next word may be; false when something parts them. */
static bool next_place(const walk *w, place at, place *out, sia_gap *gap)
{
    if (at.unit + 1 < at.type->n) {
        *out = (place){ at.tok, at.unit + 1, at.type };
        *gap = (sia_gap)unit_of(w, *out)->gap;
    } else if (!next_token(w, at, out, gap)) {
        return false;
    }
    return sia_gap_joins(kind_of(w, at), *gap, kind_of(w, *out));
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

/* To read the unit at `at` from `node`, if it may lead on. */
static void push_state(walk *w, uint32_t node, place at)
{
    sia_walk_states *s = &w->t->states;
    sia_state x = { node, at.tok, at.unit };
    if (!(w->p->nodes.v[node].bits & bits_of(w, at))) return;
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
    uint32_t end = sia_unit_hit_end(&w->tokens[at.tok], at.type, at.unit);
    if (!end) return;
    for (uint32_t i = 0; i < n->n; i++) {
        sia_found f = { w->p->ends[n->first + i], w->start, at.tok, end, 0, w->begin };
        if (i < n->rules) sia_push(w->t->scratch, &w->t->found, f);
        else sia_put_witness(w->t, f);
    }
}

static bool case_fits(const walk *w, place at, uint32_t strip, const sia_item *item)
{
    return !item->cased || sia_unit_case_fits(&w->t->types, &w->tokens[at.tok], at.type, at.unit, strip, item);
}

/* The pattern goes on at `to`, or has a clitic there after a hyphen. */
static void go_on(walk *w, uint32_t node, place to, sia_gap gap)
{
    push_state(w, node, to);
    if (gap == SIA_GAP_DASH && w->p->nodes.v[node].n && sia_is_clitic(text_of(w, to))) finish(w, node, to);
}

/* A node reached by a whole word: the pattern ends here, or goes on. */
static void arrive(walk *w, uint32_t node, place at)
{
    place to;
    sia_gap gap;
    finish(w, node, at);
    if (next_place(w, at, &to, &gap)) go_on(w, node, to, gap);
}

static bool fits(const walk *w, place at, const sia_item *item)
{
    const sia_type_unit *u = unit_of(w, at);
    const uint32_t number = (uint32_t)(item - w->p->items.v);
    for (uint32_t i = 0; i < u->n; i++) if (w->t->types.fits.v[u->first + i].item == number) return true;
    return false;
}

/* A heading or a cell may end before `to`, a capital after no hyphen. Where no line ends and no tab stands, it must be the
 * only one: a heading in capitals may double a word. */
static bool may_begin_anew(const walk *w, place at, place to)
{
    sia_str s;
    if (at.tok == to.tok || !surface_of(&w->t->types, &w->tokens[to.tok], to.type, to.unit, &s)) return false;
    if (s.p[0] < 'A' || s.p[0] > 'Z') return false;
    bool alone = s.n > 1 && s.p[1] >= 'a' && s.p[1] <= 'z';
    uint32_t from = sia_end(w->tokens[at.tok].span) - at.type->trail;
    sia_str gap = { w->t->doc->text.s.p + from, w->tokens[to.tok].span.off + to.type->lead - from };
    return sia_gap_of(gap) != SIA_GAP_DASH && (alone || sia_gap_breaks(gap));
}

/* The word once more, at `to`: w-w and w w, the second perhaps with a clitic. */
static void arrive_twice(walk *w, uint32_t node, place at, place to, const sia_item *item)
{
    /* A type of no text of its own fits `*` alone. */
    if ((!to.type->first && item->kind != SIA_ITEM_ANY) || kind_of(w, to) != SIA_UNIT_WORD) return;
    sia_str a = text_of(w, at), b = text_of(w, to);
    if (b.n < a.n || memcmp(a.p, b.p, a.n)) return;
    if ((sia_item_is_key(item) && !fits(w, to, item)) || may_begin_anew(w, at, to)) return;
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
    const sia_type *type = at.type;
    w->t->states.doubled = true;
    arrive(w, node, (place){ at.tok, type->n - 1, type });
    if (type->stop && type->n > 2) arrive(w, node, (place){ at.tok, type->n - 2, type });
}

/* The unit at `at` is the item that leads to `node`. */
static void read_fit(walk *w, uint32_t node, place at, sia_fit fit)
{
    const sia_item *item = &w->p->items.v[fit.item];
    if (!case_fits(w, at, fit.strip, item)) return;
    finish(w, node, at);
    if (fit.strip) return;
    place to;
    sia_gap gap;
    if (next_place(w, at, &to, &gap)) {
        go_on(w, node, to, gap);
        if (!fit.glued && kind_of(w, at) == SIA_UNIT_WORD) arrive_twice(w, node, at, to, item);
    }
    if (item->kind == SIA_ITEM_ANY && at.unit == 0 && at.type->n > 1) arrive_whole(w, node, at);
}

/* Whether a pattern that begins with `*` may begin at a token: what follows can go on, or is the same word again. */
static bool any_may_begin(const walk *w, place at)
{
    const sia_token *tok = &w->tokens[at.tok];
    if (at.type->n > 1 || w->p->nodes.v[w->p->after_any].n) return true;
    return at.tok + 1 < w->limit && (sia_types_code(&w->t->types, tok + 1) & SIA_TYPE_FOLLOWS || tok[0].form == tok[1].form);
}

/* The fits of the unit at a place; those of a token's first unit stand with its type. */
static void fits_of(const walk *w, place at, uint32_t *first, uint32_t *n)
{
    const sia_type_unit *u = at.unit ? unit_of(w, at) : NULL;
    *first = u ? u->first : at.type->first_fit;
    *n = u ? u->n : at.type->n_fits;
}

/* Whether a walk from the one unit of the token at a place may do more than end there: what follows shares a bit with
 * what may follow, is a clitic, or takes a longer look. */
static bool may_go_on(const walk *w, place at)
{
    sia_types *types = &w->t->types;
    const sia_token *next = &w->tokens[at.tok + 1];
    if (at.type->n != 1) return true;
    if (at.tok + 1 >= w->limit) return false;
    uint32_t flags = sia_types_flags(types, next);
    if (w->p->after_any && (flags & SIA_TYPE_FOLLOWS || next[-1].form == next->form || w->p->nodes.v[w->p->after_any].n)) return true;
    const sia_type *to = flags & SIA_TYPE_FITS ? sia_types_at(types, next) : &types->v.v[1];
    return !to->n || to->clitic || at.type->goes & to->bits;
}

static void finish_word(walk *w, place at)
{
    for (uint32_t i = 0; i < at.type->n_fits; i++) {
        sia_fit fit = w->t->types.fits.v[at.type->first_fit + i];
        if (!fit.root || !w->p->nodes.v[fit.root].n) continue;
        if (case_fits(w, at, fit.strip, &w->p->items.v[fit.item])) finish(w, fit.root, at);
    }
}

/* All matches that begin with the unit at a place. */
static void match_at(walk *w, place at)
{
    sia_tagger *t = w->t;
    uint32_t first, n;
    fits_of(w, at, &first, &n);
    for (uint32_t i = 0; i < n; i++) {
        sia_fit fit = t->types.fits.v[first + i];
        if (fit.root && (fit.item + 1 != w->p->any || any_may_begin(w, at))) read_fit(w, fit.root, at, fit);
    }
    for (uint32_t k = 0; k < t->states.list.n; k++) {
        sia_state x = t->states.list.v[k];
        at = place_of(w, x.tok, x.unit);
        fits_of(w, at, &first, &n);
        for (uint32_t i = 0; i < n; i++) {
            sia_fit fit = t->types.fits.v[first + i];
            uint32_t node = sia_program_next(w->p, x.node, fit.item);
            if (node) read_fit(w, node, at, fit);
        }
    }
    if (t->states.list.n) clear_states(&t->states);
}

void sia_match_words(sia_tagger *t, uint32_t tok, uint32_t limit)
{
    walk w = { t, &t->program, t->doc->tokens.v, tok, 0, limit };
    place at = place_of(&w, tok, 0);
    if (!may_go_on(&w, at)) {
        if (at.type->ends) finish_word(&w, at);
        return;
    }
    match_at(&w, at);
    w.begin = sia_tail_begin(&t->types, &w.tokens[tok], at.type);
    if (w.begin) match_at(&w, (place){ tok, 1, at.type });
}
