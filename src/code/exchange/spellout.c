/* A term's patterns as other programs' dictionaries can say them: lists spelt out, each different pattern once. */
#include "exchange.h"

/* ---- going over a term's alternatives ------------------------------------------------------------------------ */

static void see_set(const sia_codebook *cb, const sia_set *s, void (*see)(void *, const sia_alternative *), void *ctx)
{
    for (uint32_t i = 0; i < s->alts.n; i++) see(ctx, &cb->alts.v[s->alts.first + i]);
    for (uint32_t k = 0; k < s->lists.n; k++) {              /* with the lists that these name */
        const sia_range alts = cb->lists.v[cb->named.v[s->lists.first + k]].patterns.alts;
        for (uint32_t i = 0; i < alts.n; i++) see(ctx, &cb->alts.v[alts.first + i]);
    }
}

void sia_each_alternative(const sia_writing *w, uint32_t term, void (*see)(void *ctx, const sia_alternative *alt), void *ctx)
{
    for (uint32_t i = w->first_rule[term]; i; i = w->next_rule[i - 1]) see_set(w->cb, &w->cb->rules.v[i - 1].patterns, see, ctx);
}

/* ---- one alternative ---------------------------------------------------------------------------------------------- */

static const sia_item *item_of(const sia_codebook *cb, const sia_alternative *alt, uint32_t k)
{
    return &cb->items.v[cb->steps.v[alt->first + k]];
}

static bool has(const char *set, char c) { return set && c && strchr(set, c); }

/* Where in a word its wildcards stand: 0 none, 1 one run at the end, 2 runs elsewhere, 3 a ? too. */
static int wildcards(sia_str s)
{
    int most = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == SIA_GLOB_ONE) return 3;
        if (s.p[i] == SIA_GLOB_RUN && most < 2) most = i + 1 == s.n && i ? 1 : 2;
    }
    return most;
}

static bool can_say(const sia_powers *p, int wildcards)
{
    return wildcards == 0 || (wildcards == 1 && (p->runs || p->run_at_end)) || (wildcards == 2 && p->runs) || (wildcards == 3 && p->ones);
}

static sia_str text_of(const sia_item *item, const sia_powers *p)
{
    (void)p;
    return item->cased ? item->cased->typed : item->text;
}

/* Whether the pattern can be typed as it stands in the codebook: nothing in it that only our notation means. */
static bool plain(sia_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        const char c = s.p[i];
        if (c == '\\' || c == '@' || c == ':' || c == '~' || c == '\t' || c == '\n' || c == '\r') return false;
    }
    return true;
}

static void put_items(sia_writing *w, const sia_alternative *alt, const sia_powers *p, sia_buffer *to)
{
    for (uint32_t k = 0; k < alt->n; k++) {
        const sia_str s = text_of(item_of(w->cb, alt, k), p);
        if (k) sia_buffer_put(to, " ");
        for (size_t i = 0; i < s.n; i++)
            if (s.p[i] != SIA_GLOB_NEAR) sia_push(w->a, &to->b, s.p[i] == SIA_GLOB_RUN ? '*' : s.p[i] == SIA_GLOB_ONE ? '?' : s.p[i]);
    }
}

static sia_str typed(sia_writing *w, const sia_alternative *alt, const sia_powers *p)
{
    sia_buffer b = { .a = w->a };
    const sia_str source = sia_source(alt);
    if (!plain(source)) { put_items(w, alt, p, &b); return sia_buffer_str(&b); }
    for (size_t i = 0; i < source.n; i++)
        if (source.p[i] != ' ' || (b.b.n && b.b.v[b.b.n - 1] != ' ')) sia_push(w->a, &b.b, source.p[i]);
    return sia_buffer_str(&b);
}

static bool lose(sia_writing *w, uint32_t term, sia_loss_kind kind, const sia_alternative *alt)
{
    sia_lose(w->lost, w->a, kind, 0, w->cb->terms.v[term].id, sia_source(alt));
    return false;
}

/* Every loss of the alternative is told; false: it cannot be said at all. */
static bool sayable(sia_writing *w, uint32_t term, const sia_alternative *alt, const sia_powers *p)
{
    if (!alt->n) return lose(w, term, LOSS_REGEX, alt);
    bool cased = false, mark = false, forms = false;
    for (uint32_t k = 0; k < alt->n; k++) {
        const sia_item *item = item_of(w->cb, alt, k);
        const sia_str s = item->text;
        if (item->kind == SIA_ITEM_MARK && s.n == 1 && (has(p->refused, s.p[0]) || *s.p == '*' || *s.p == '?')) return lose(w, term, LOSS_CHARACTER, alt);
        if (item->kind == SIA_ITEM_MARK && !k && has(p->refused_first, s.p[0])) return lose(w, term, LOSS_CHARACTER, alt);
        if (!can_say(p, item->kind == SIA_ITEM_ANY ? 2 : wildcards(s))) return lose(w, term, LOSS_GLOB, alt);
        for (size_t i = 0; i < s.n; i++) if (has(p->refused, s.p[i])) return lose(w, term, LOSS_CHARACTER, alt);
        cased |= item->cased != NULL;
        mark |= item->kind == SIA_ITEM_MARK;
        forms |= item->kind == SIA_ITEM_LEMMA || item->kind == SIA_ITEM_ROOT || memchr(s.p, SIA_GLOB_NEAR, s.n) != NULL;
    }
    if (cased && !p->cases) (void)lose(w, term, LOSS_CASE, alt);
    if (forms) (void)lose(w, term, LOSS_FORMS, alt);
    if (mark) (void)lose(w, term, LOSS_MARK, alt);
    if (alt->n > 1 && !p->phrases) (void)lose(w, term, LOSS_PHRASE, alt);
    if (alt->n > 1) (void)lose(w, term, LOSS_HYPHEN, alt);
    (void)lose(w, term, LOSS_ENDINGS, alt);
    return true;
}

sia_str sia_say_alternative(sia_writing *w, uint32_t term, const sia_alternative *alt, const sia_powers *p)
{
    return sayable(w, term, alt, p) ? typed(w, alt, p) : SIA_STR("");
}

/* ---- all of a term ----------------------------------------------------------------------------------------------- */

typedef struct { sia_writing *w; uint32_t term; const sia_powers *p; sia_spelt *out; sia_lex *seen; } speller;

static void spell(void *ctx, const sia_alternative *alt)
{
    speller *s = ctx;
    const sia_str one = sia_say_alternative(s->w, s->term, alt, s->p);
    if (!one.n) return;
    const uint32_t known = sia_lex_size(s->seen);
    if (sia_lex_id(s->seen, one) > known) sia_push(s->w->a, s->out, one);
}

void sia_say_term(sia_writing *w, uint32_t term, const sia_powers *p, sia_spelt *out)
{
    *out = (sia_spelt){ 0 };
    speller s = { w, term, p, out, sia_lex_new(w->a) };
    if (s.seen) sia_each_alternative(w, term, spell, &s);
}

/* ---- columns -------------------------------------------------------------------------------------------------------- */

static bool own_words(sia_str label, sia_str id) { return label.n && !sia_str_eq(label, id); }

void sia_lose_columns(sia_writing *w, bool definitions_too, bool labels_too)
{
    const sia_codebook *cb = w->cb;
    for (uint32_t i = 0; i < cb->categories.n; i++) {
        const sia_category *c = &cb->categories.v[i];
        if (labels_too && own_words(c->name, c->code)) sia_lose(w->lost, w->a, LOSS_CATEGORY, 0, c->code, c->name);
        if (definitions_too && c->definition.n) sia_lose(w->lost, w->a, LOSS_DEFINITION, 0, c->code, c->definition);
    }
    for (uint32_t i = 0; i < cb->terms.n; i++) {
        const sia_term *t = &cb->terms.v[i];
        if (labels_too && own_words(t->label, t->id)) sia_lose(w->lost, w->a, LOSS_LABEL, 0, t->id, t->label);
        if (definitions_too && t->definition.n) sia_lose(w->lost, w->a, LOSS_DEFINITION, 0, t->id, t->definition);
        if (t->examples.n) sia_lose(w->lost, w->a, LOSS_EXAMPLES, 0, t->id, t->examples);
        if (t->source.n) sia_lose(w->lost, w->a, LOSS_SOURCE, 0, t->id, t->source);
        if (t->note.n) sia_lose(w->lost, w->a, LOSS_NOTE, 0, t->id, t->note);
        if (!w->first_rule[i]) sia_lose(w->lost, w->a, LOSS_EMPTY, 0, t->id, SIA_STR(""));
    }
    for (uint32_t i = 0; i < cb->rules.n; i++) {
        const sia_str id = cb->terms.v[cb->rules.v[i].term].id;
        if (cb->rules.v[i].except != SIA_NO_SET) sia_lose(w->lost, w->a, LOSS_EXCEPT, 0, id, SIA_STR(""));
        if (cb->rules.v[i].conditions.n) sia_lose(w->lost, w->a, LOSS_CONTEXT, 0, id, SIA_STR(""));
    }
    for (uint32_t i = 0; i < cb->lists.n; i++) sia_lose(w->lost, w->a, LOSS_LISTS, 0, SIA_STR(""), cb->lists.v[i].name);
    if (cb->terms.n > 1) sia_lose(w->lost, w->a, LOSS_OVERLAPS, 0, SIA_STR(""), SIA_STR(""));
}

sia_str sia_term_path(const sia_codebook *cb, uint32_t term)
{
    const sia_str id = cb->terms.v[term].id, code = cb->categories.v[cb->terms.v[term].category].code;
    if (sia_str_eq(id, code)) return SIA_STR("");
    const bool below = id.n > code.n + 1 && !memcmp(id.p, code.p, code.n) && id.p[code.n] == '/';
    return below ? (sia_str){ id.p + code.n + 1, id.n - code.n - 1 } : id;
}
