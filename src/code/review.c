/* Looking a codebook over: oddities that are no errors. */
#include "codebook.h"

/* The number that equal patterns share: the items of words, the text of a regex. */
static sia_id key_of(const sia_codebook *cb, sia_lex *keys, const sia_alternative *alt)
{
    if (!alt->n) return sia_lex_id(keys, sia_source(alt));
    return sia_lex_id(keys, (sia_str){ (const char *)(cb->steps.v + alt->first), alt->n * sizeof *cb->steps.v });
}

static sia_place place_of(const sia_codebook *cb, const sia_alternative *alt)
{
    const sia_cell *cell = &cb->cells.v[alt->cell];
    return sia_cell_place(cell->at, (size_t)(alt->source - cell->text.p));
}

static bool enough(sia_codebook *cb, const sia_alternative *alt)
{
    if (cb->findings.n < SIA_FINDINGS_MAX) return false;
    sia_codebook_find(cb, SIA_MSG_FINDINGS_CUT, place_of(cb, alt), SIA_STR(""));
    return true;
}

static bool plain(const sia_rule *r) { return r->except == SIA_NO_SET && r->conditions.n == 0; }

/* The same pattern again: in the same term it is idle; in another it never wins against a rule without conditions. */
void sia_codebook_review(sia_codebook *cb)
{
    sia_lex *keys = sia_lex_new(cb->scratch);
    SIA_VEC(uint32_t) owner = { 0 };
    for (uint32_t i = 0; keys && i < cb->rules.n; i++) {
        const sia_rule *r = &cb->rules.v[i];
        for (uint32_t k = 0; k < r->patterns.alts.n; k++) {
            const sia_alternative *alt = &cb->alts.v[r->patterns.alts.first + k];
            sia_id id = key_of(cb, keys, alt);
            if (id > owner.n) { sia_push(cb->scratch, &owner, i); continue; }
            if (!id || id > owner.n) return;
            const sia_rule *first = &cb->rules.v[owner.v[id - 1]];
            bool same = first->term == r->term;
            if (same ? !(plain(first) && plain(r)) && first != r : !plain(first)) continue;
            if (enough(cb, alt)) return;
            sia_str where = cb->terms.v[first->term].id;
            sia_str arg = same ? sia_source(alt) : sia_printf(cb->a, "%.*s: %.*s", (int)alt->len, alt->source,
                                                              (int)where.n, where.p);
            sia_codebook_find(cb, same ? SIA_MSG_PATTERN_TWICE : SIA_MSG_PATTERN_SHARED, place_of(cb, alt), arg);
        }
    }
}
