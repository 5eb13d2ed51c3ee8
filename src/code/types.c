/* Types: learning a word form once: its units, and the items each of them fits. */
#include "types.h"

static void add_unit(sia_types *t, sia_str text, sia_unit_kind kind, sia_gap gap)
{
    sia_type_unit u = { .text = text, .first = t->fits.n, .kind = (uint8_t)kind, .gap = (uint8_t)gap };
    if (kind != SIA_UNIT_MARK && t->program->any) sia_add_fit(t, u.first, t->program->any - 1, 0, false);
    if (kind == SIA_UNIT_MARK) sia_fit_mark(t, u.first, text);
    if (kind == SIA_UNIT_WORD) sia_fit_word(t, u.first, text);
    u.n = t->fits.n - u.first;
    for (uint32_t i = u.first; i < t->fits.n; i++) u.bits |= sia_item_bit(t->program, t->fits.v[i].item);
    sia_push(t->a, &t->units, u);
}

/* Most forms are nothing but small letters: one unit, which need not be cut. */
static bool is_plain(sia_str form)
{
    for (size_t i = 0; i < form.n; i++) if (form.p[i] < 'a' || form.p[i] > 'z') return false;
    return form.n;
}

static void add_units(sia_types *t, sia_type *type, sia_str form, bool opaque)
{
    if (opaque || is_plain(form)) {
        add_unit(t, form, opaque ? SIA_UNIT_OPAQUE : SIA_UNIT_WORD, SIA_GAP_NONE);
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

/* What is asked of a type's first unit most often stands with the type. */
static void sum_up(sia_types *t, sia_type *type)
{
    const sia_program *p = t->program;
    const sia_type_unit *u = &t->units.v[type->first];
    type->first_fit = u->first;
    type->n_fits = u->n;
    type->bits = u->bits;
    type->kind = u->kind;
    type->clitic = type->n == 1 && sia_is_clitic(u->text);
    type->bound = type->n > 1 && u[1].kind == SIA_UNIT_WORD && u[1].gap == SIA_GAP_DASH && sia_is_bound(u->text);
    for (uint32_t i = 0; i < u->n; i++) {
        const sia_fit *fit = &t->fits.v[u->first + i];
        if (fit->root && fit->item + 1 != p->any) type->goes |= p->nodes.v[fit->root].bits | sia_item_bit(t->program, fit->item);
        if (fit->root && p->nodes.v[fit->root].n) type->ends = true;
    }
}

/* Most forms are one word that fits nothing but `*`, and share one type: its unit has no text of its own. */
static bool is_common(const sia_types *t, const sia_type *type)
{
    const sia_type_unit *u = &t->units.v[type->first];
    return type->n == 1 && u->n == t->units.v[0].n && u->kind == SIA_UNIT_WORD && !type->clitic && !type->lead && !type->trail;
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
    for (uint32_t i = 0; type->bound && i < u[1].n; i++) if (t->fits.v[u[1].first + i].root) flags |= SIA_TYPE_STARTS;
    return leads_on(t, u, p->after_any) ? flags | SIA_TYPE_FOLLOWS : flags;
}

/* What a sentence's walk asks of each token, by form alone. A form of several units may be a link's too: that of the token
 * at hand must be asked for. */
static void settle(sia_types *t, const sia_token *tok, uint32_t code)
{
    uint8_t flags = code & SIA_TYPE_FLAGS;
    sia_str form = sia_lex_str(t->lex, tok->form);
    if (t->v.v[code / SIA_TYPE_ONE].n != 1 || tok->kind == SIA_URL || tok->kind == SIA_EMAIL) flags |= SIA_TYPE_ASK;
    if (t->begins && sia_begins_known(t->begins, form)) flags |= SIA_TYPE_REGEX;
    if (t->begins && sia_begins_unknown(t->begins, form)) flags |= SIA_TYPE_REGEX_UNKNOWN;
    if (t->pieces && (!sia_pieces_sure(form) || sia_pieces_tell(t->pieces, form, NULL, 0))) flags |= SIA_TYPE_PIECE;
    t->flags[tok->form] = code == t->common ? flags : flags | SIA_TYPE_FITS;
}

uint32_t sia_types_learn(sia_types *t, const sia_token *tok)
{
    bool opaque = tok->kind == SIA_URL || tok->kind == SIA_EMAIL;
    sia_type type = { .first = t->units.n };
    add_units(t, &type, sia_lex_str(t->lex, tok->form), opaque);
    type.n = t->units.n - type.first;
    if (!sia_arena_ok(t->a)) return 0;
    if (type.n) sum_up(t, &type);
    uint32_t code = t->common;
    if (is_common(t, &type)) {
        t->fits.n = t->units.v[type.first].first;
        t->units.n = type.first;
    } else {
        code = t->v.n * SIA_TYPE_ONE | flags_of(t, &type);
        sia_push(t->a, &t->v, type);
        if (!sia_arena_ok(t->a)) return 0;
    }
    *sia_types_slot(t, tok) = code;
    settle(t, tok, code);
    return code;
}

static bool begin(sia_types *t, const sia_lex *lex)
{
    t->lex = lex;
    t->v.n = t->units.n = t->fits.n = 0;
    for (int opaque = 0; opaque < 2; opaque++) if (t->cap) memset(t->of[opaque], 0, t->cap * sizeof(uint32_t));
    if (t->cap) memset(t->flags, SIA_TYPE_ASK, t->cap);
    if (t->program->any) sia_add_fit(t, 0, t->program->any - 1, 0, false);
    uint64_t bits = t->program->any ? sia_item_bit(t->program, t->program->any - 1) : 0;
    sia_push(t->a, &t->units, (sia_type_unit){ .kind = SIA_UNIT_WORD, .bits = bits, .n = t->fits.n });
    sia_push(t->a, &t->v, (sia_type){ 0 });
    sia_type common = { .n = 1 };
    if (!sia_arena_ok(t->a)) return false;
    sum_up(t, &common);
    sia_push(t->a, &t->v, common);
    if (!sia_arena_ok(t->a)) return false;
    t->common = SIA_TYPE_ONE | flags_of(t, &t->v.v[1]);
    return true;
}

static bool widen(sia_types *t, uint32_t need)
{
    uint32_t cap = need < UINT32_MAX / 4 ? need + need / 2 : need;
    for (int opaque = 0; opaque < 2; opaque++) {
        uint32_t *of = sia_new(t->a, uint32_t, cap);
        if (!of) return false;
        if (t->cap) memcpy(of, t->of[opaque], t->cap * sizeof *of);
        t->of[opaque] = of;
    }
    uint8_t *flags = sia_alloc_raw(t->a, 1, cap);
    if (!flags) return false;
    if (t->cap) memcpy(flags, t->flags, t->cap);
    memset(flags + t->cap, SIA_TYPE_ASK, cap - t->cap);
    t->flags = flags;
    t->cap = cap;
    return true;
}

bool sia_types_bind(sia_types *t, const sia_doc *d)
{
    uint32_t need = sia_lex_size(d->lex) + 1;
    if (t->lex != d->lex && !begin(t, d->lex)) return false;
    t->doc = d;
    return need <= t->cap || widen(t, need);
}
