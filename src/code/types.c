/* Types: learning a word form once: its units, and the items each of them fits. */
#include "types.h"
#include <stdlib.h>

static sia_str without(sia_str s, uint32_t tail) { return (sia_str){ s.p, s.n - tail }; }

/* Of a new unit the fits from `first` on: an item that fits as it is needs no second way, unless its case matters. Where
 * a word fits very many, looking would cost more than the second way. */
static void add_fit(sia_types *t, uint32_t first, uint32_t item, uint32_t strip, bool glued)
{
    if (strip && t->fits.n - first < 64 && !t->program->items.v[item].cased.n)
        for (uint32_t i = first; i < t->fits.n; i++) if (t->fits.v[i].item == item && t->fits.v[i].strip == 0) return;
    sia_fit fit = { item, sia_program_next(t->program, 0, item), (uint8_t)strip, glued };
    sia_push(t->a, &t->fits, fit);
}

static void fit_texts(sia_types *t, uint32_t first, sia_str text, uint32_t strip, bool glued)
{
    const sia_program *p = t->program;
    sia_id id = sia_lex_find(p->texts, text);
    for (uint32_t i = id ? p->text_item.v[id - 1] : 0; i; i = p->same_text[i - 1]) {
        if (glued && (p->items.v[i - 1].cased.n || p->items.v[i - 1].kind != SIA_ITEM_WORD)) continue;
        add_fit(t, first, i - 1, strip, glued);
    }
}

static void fit_bucket(sia_types *t, uint32_t first, uint32_t i, sia_str text, uint32_t strip)
{
    for (; i; i = t->program->same_glob[i - 1])
        if (sia_glob_fits(t->program->items.v[i - 1].text, text)) add_fit(t, first, i - 1, strip, false);
}

/* `text` is a word less `strip` letters of clitic. */
static void fit_word(sia_types *t, uint32_t first, sia_str text, uint32_t strip)
{
    const sia_program *p = t->program;
    sia_str half = { text.p, text.n / 2 };
    fit_texts(t, first, text, strip, false);
    fit_bucket(t, first, p->by_first[(unsigned char)text.p[0]], text, strip);
    fit_bucket(t, first, p->by_last[(unsigned char)text.p[text.n - 1]], text, strip);
    fit_bucket(t, first, p->by_neither, text, strip);
    if (text.n % 2 == 0 && memcmp(half.p, half.p + half.n, half.n) == 0 && sia_word_doubles(half))
        fit_texts(t, first, half, strip, true);
    if (text.n > 1 && text.p[text.n - 1] == '2' && sia_word_takes_two(without(text, 1)))
        fit_texts(t, first, without(text, 1), strip, true);
}

static void add_unit(sia_types *t, sia_str text, sia_unit_kind kind, sia_gap gap)
{
    sia_type_unit u = { .text = text, .first = t->fits.n, .kind = (uint8_t)kind, .gap = (uint8_t)gap };
    if (kind != SIA_UNIT_MARK && t->program->any) add_fit(t, u.first, t->program->any - 1, 0, false);
    if (kind == SIA_UNIT_MARK) fit_texts(t, u.first, text, 0, false);
    if (kind == SIA_UNIT_WORD) {
        fit_word(t, u.first, text, 0);
        for (int which = 0; which < 2; which++) {
            uint32_t strip = sia_clitic(text, which);
            if (strip) fit_word(t, u.first, without(text, strip), strip);
        }
    }
    u.n = t->fits.n - u.first;
    for (uint32_t i = u.first; i < t->fits.n; i++) u.bits |= sia_item_bit(t->fits.v[i].item);
    sia_push(t->a, &t->units, u);
}

static void add_units(sia_types *t, sia_type *type, sia_str form, bool opaque)
{
    if (opaque) {
        add_unit(t, form, SIA_UNIT_OPAQUE, SIA_GAP_NONE);
        return;
    }
    uint32_t at = 0;
    for (sia_unit u; sia_unit_next(form, at, &u); at = u.off + u.len) {
        if (at == 0) type->lead = u.off;
        sia_gap gap = at == 0 ? SIA_GAP_NONE : (sia_gap)u.gap;
        add_unit(t, (sia_str){ form.p + u.off, u.len }, (sia_unit_kind)u.kind, gap);
        type->stop = u.len == 1 && form.p[u.off] == '.' && gap == SIA_GAP_NONE && at > 0;
    }
    type->trail = at ? (uint32_t)form.n - at : 0;
}

/* Most forms are one word that fits nothing but `*`, and share one type: its unit has no text of its own. */
static bool is_common(const sia_types *t, const sia_type *type)
{
    const sia_type_unit *u = &t->units.v[type->first];
    return type->n == 1 && u->n == t->units.v[0].n && u->kind == SIA_UNIT_WORD && !type->lead && !type->trail;
}

/* Whether one of the unit's fits leads on from `node`. */
static bool leads_on(const sia_types *t, const sia_type_unit *u, uint32_t node)
{
    for (uint32_t i = 0; i < u->n; i++) if (sia_program_next(t->program, node, t->fits.v[u->first + i].item)) return true;
    return false;
}

/* A pattern that begins with `*` would have every word begin a walk. So such words begin one only for other patterns, or
 * when the next token can go on (or is a mere dash: then the walk must find out). */
static uint32_t flags_of(const sia_types *t, const sia_type *type)
{
    const sia_program *p = t->program;
    uint32_t flags = 0;
    if (type->n == 0) return SIA_TYPE_FOLLOWS;
    const sia_type_unit *u = &t->units.v[type->first];
    for (uint32_t i = 0; i < u->n; i++) {
        const sia_fit *fit = &t->fits.v[u->first + i];
        bool any = fit->item + 1 == p->any && type->n == 1 && !p->nodes.v[p->after_any].n;
        if (!any && fit->root) flags |= SIA_TYPE_STARTS;
    }
    return leads_on(t, u, p->after_any) ? flags | SIA_TYPE_FOLLOWS : flags;
}

uint32_t sia_types_learn(sia_types *t, const sia_token *tok)
{
    bool opaque = tok->kind == SIA_URL || tok->kind == SIA_EMAIL;
    sia_type type = { .first = t->units.n };
    add_units(t, &type, sia_lex_str(t->lex, tok->form), opaque);
    type.n = t->units.n - type.first;
    if (!sia_arena_ok(t->a)) return 0;
    if (type.n) {
        const sia_type_unit *u = &t->units.v[type.first];
        type.first_fit = u->first;
        type.n_fits = u->n;
        type.bits = u->bits;
        type.kind = u->kind;
    }
    uint32_t code = t->common;
    if (is_common(t, &type)) {
        t->fits.n = t->units.v[type.first].first;
        t->units.n = type.first;
    } else {
        code = t->v.n * 4 + flags_of(t, &type);
        sia_push(t->a, &t->v, type);
        if (!sia_arena_ok(t->a)) return 0;
    }
    *sia_types_slot(t, tok) = code;
    return code;
}

static bool begin(sia_types *t, const sia_lex *lex)
{
    t->lex = lex;
    t->v.n = t->units.n = t->fits.n = 0;
    for (int opaque = 0; opaque < 2; opaque++) if (t->cap) memset(t->of[opaque], 0, t->cap * sizeof(uint32_t));
    if (t->program->any) add_fit(t, 0, t->program->any - 1, 0, false);
    uint64_t bits = t->program->any ? sia_item_bit(t->program->any - 1) : 0;
    sia_push(t->a, &t->units, (sia_type_unit){ .kind = SIA_UNIT_WORD, .bits = bits, .n = t->fits.n });
    sia_push(t->a, &t->v, (sia_type){ 0 });
    sia_push(t->a, &t->v, (sia_type){ .kind = SIA_UNIT_WORD, .bits = bits, .n = 1, .n_fits = t->fits.n });
    if (!sia_arena_ok(t->a)) return false;
    t->common = 4 | flags_of(t, &t->v.v[1]);
    return true;
}

bool sia_types_bind(sia_types *t, const sia_doc *d)
{
    uint32_t need = sia_lex_size(d->lex) + 1;
    if (t->lex != d->lex && !begin(t, d->lex)) return false;
    t->doc = d;
    if (need <= t->cap) return true;
    uint32_t cap = need < UINT32_MAX / 4 ? need + need / 2 : need;
    for (int opaque = 0; opaque < 2; opaque++) {
        uint32_t *of = sia_new(t->a, uint32_t, cap);
        if (!of) return false;
        if (t->cap) memcpy(of, t->of[opaque], t->cap * sizeof *of);
        t->of[opaque] = of;
    }
    t->cap = cap;
    return true;
}
