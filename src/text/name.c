/* What sections and items are called: their numbers as print has them, their names made one of a kind. */
#include "segment.h"

/* ---- numbers ---------------------------------------------------------------------------- */

/* Writes n in digits; returns the length, 10 at most. */
static uint32_t digits_put(char *to, uint32_t n)
{
    uint32_t k = 1;
    for (uint32_t rest = n; rest > 9; rest /= 10) k++;
    for (uint32_t i = k; i-- > 0; n /= 10) to[i] = (char)('0' + n % 10);
    return k;
}

sia_str sia_digits_text(sia_arena *a, uint32_t n)
{
    char buf[10];
    return sia_dup(a, (sia_str){ buf, digits_put(buf, n) });
}

sia_str sia_letter_text(sia_arena *a, char first, uint32_t n)
{
    const char c = (char)(first + (char)((n - 1) % 26));
    return sia_dup(a, (sia_str){ &c, 1 });
}

/* a, between, b: one string. */
static sia_str join(sia_arena *arena, sia_str a, const char *between, sia_str b)
{
    const size_t gap = strlen(between);
    char *to = sia_alloc_raw(arena, 1, a.n + gap + b.n + 1);
    if (!to) return SIA_STR("");
    memcpy(to, a.p, a.n);
    memcpy(to + a.n, between, gap);
    memcpy(to + a.n + gap, b.p, b.n);
    to[a.n + gap + b.n] = 0;
    return (sia_str){ to, a.n + gap + b.n };
}

sia_str sia_section_number(sia_arena *a, const sia_heading *h)
{
    const sia_number *n = &h->number;
    char buf[12 + SIA_DECIMALS * 6];                     /* a Roman numeral, or numbers of 16 bits */
    uint32_t k = 0;
    switch (n->style) {
    case SIA_BY_NOTHING: return SIA_STR("");
    case SIA_BY_CHAPTER:
        if (h->chapter.arabic) return join(a, SIA_STR("BAB"), " ", (sia_str){ buf, digits_put(buf, n->at[0]) });
        return k = sia_roman_put(buf, n->at[0]), join(a, SIA_STR("BAB"), " ", (sia_str){ buf, k });
    case SIA_BY_ROMAN: return k = sia_roman_put(buf, n->at[0]), sia_dup(a, (sia_str){ buf, k });
    case SIA_BY_CAPITAL: return sia_letter_text(a, 'A', n->at[0]);
    case SIA_BY_LETTER: case SIA_BY_LETTER_1: case SIA_BY_LETTER_2: return sia_letter_text(a, 'a', n->at[0]);
    case SIA_BY_DECIMAL:
        if (n->lettered) buf[k++] = (char)('A' + n->at[0] - 1);
        else if (n->roman) k = sia_roman_put(buf, n->at[0]);
        else k = digits_put(buf, n->at[0]);
        for (uint32_t i = 1; i < n->depth; i++) {
            buf[k++] = '.';
            k += digits_put(buf + k, n->at[i]);
        }
        return sia_dup(a, (sia_str){ buf, k });
    default: return sia_digits_text(a, n->at[0]);
    }
}

/* ---- names ------------------------------------------------------------------------------ */

/* What stands between number and title. */
static const char *mark_of(uint8_t style)
{
    switch (style) {
    case SIA_BY_ROMAN: case SIA_BY_CAPITAL: case SIA_BY_NUMBER: case SIA_BY_LETTER: return ". ";
    case SIA_BY_NUMBER_1: case SIA_BY_LETTER_1: case SIA_BY_NUMBER_2: case SIA_BY_LETTER_2: return ") ";
    case SIA_BY_NOTHING: return "";
    default: return " ";
    }
}

/* A use of each name that has come in. Where memory runs out a push adds nothing, and nothing is waited for. */
static void know_uses(sia_outline *o)
{
    while (o->uses.n < sia_lex_size(o->names) && sia_arena_ok(o->d->arena)) sia_push(o->d->arena, &o->uses, 1);
}

/* The name with " (2)", " (3)" ... until it is new. The last suffix is kept by name, so equal titles stay cheap. */
static sia_str unique(sia_outline *o, sia_str name)
{
    sia_arena *a = o->d->arena;
    uint32_t known = sia_lex_size(o->names);
    sia_id id = sia_lex_id(o->names, name);
    know_uses(o);
    if (!id || id > known || id > o->uses.n) return name;
    for (;;) {
        sia_str with = sia_printf(a, "%.*s (%u)", (int)name.n, name.p, (unsigned)++o->uses.v[id - 1]);
        known = sia_lex_size(o->names);
        if (sia_lex_id(o->names, with) > known || !sia_arena_ok(a)) {
            know_uses(o);
            return with;
        }
    }
}

sia_str sia_section_name(sia_outline *o, const sia_section *s, uint8_t style)
{
    sia_arena *a = o->d->arena;
    const char *mark = s->title.n ? mark_of(style) : "";
    sia_str own = join(a, s->number, mark, s->title);
    if (s->level == 1 || s->chapter == 0) return unique(o, own);
    const sia_section *c = &o->d->sections.v[s->chapter];
    sia_str chapter = c->number.n ? c->number : c->title;
    return unique(o, join(a, chapter, "/", own));
}
