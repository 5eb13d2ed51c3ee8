/* Pairs: a word that a blank cut in two, and a word written twice for its plural. */
#include "repairs.h"

enum { SHORTEST_TWICE = 4, SHORTEST_JOINED = 6 };

static sia_str form_of(const sia_repairer *r, uint32_t i) { return sia_lex_str(r->lex, r->doc->tokens.v[i].form); }

static bool small(const sia_repairer *r, uint32_t i)
{
    char c = r->doc->text.s.p[r->doc->tokens.v[i].span.off];
    return c >= 'a' && c <= 'z';
}

static bool letters(sia_str w)
{
    for (size_t i = 0; i < w.n; i++) if (w.p[i] < 'a' || w.p[i] > 'z') return false;
    return w.n > 0;
}

static sia_str joined(const sia_repairer *r, sia_str a, const char *between, sia_str b)
{
    return sia_printf(r->doc->arena, "%.*s%s%.*s", (int)a.n, a.p, between, (int)b.n, b.p);
}

static uint32_t seen_of(const sia_repairer *r, sia_str w)
{
    const sia_known *k = sia_known_in(r, w);
    return k ? k->seen : 0;
}

static sia_decision decision(const sia_repairer *r, sia_str proposal, sia_repair_rule rule, sia_effect effect)
{
    uint32_t seen = seen_of(r, proposal);
    return (sia_decision){ .proposal = proposal, .seen = seen, .rule = (uint8_t)rule, .effect = (uint8_t)effect,
                           .proof = seen ? SIA_PROOF_DOCUMENT : SIA_PROOF_DICTIONARY };
}

/* di jalankan: the joined form is a verb, and what follows is none by itself, nor a place. */
static sia_decision prefix_apart(sia_repairer *r, sia_str a, sia_str b)
{
    sia_analysis x;
    bool passive = a.n == 2;
    if (b.n < SHORTEST_TWICE || (passive && b.p[b.n - 1] != 'i' && memcmp(b.p + b.n - 3, "kan", 3))) return (sia_decision){ 0 };
    if (passive && sia_roots_has(r->spelling->roots, b)) return (sia_decision){ 0 };
    sia_str whole = joined(r, a, "", b);
    sia_analyse(r->spelling->roots, whole, &x);
    if (x.standing != SIA_FORM_LICENSED || x.flags & SIA_FORM_JOINED || !x.root.n) return (sia_decision){ 0 };
    if (passive && x.root.n >= b.n - (x.possessive + x.particle)) return (sia_decision){ 0 };    /* di tani: no -kan, no -i */
    return decision(r, whole, SIA_RULE_PREFIX_APART, SIA_EFFECT_JOIN);
}

/* kam panye: neither is a word, both together are. */
static sia_decision word_apart(sia_repairer *r, uint32_t i, sia_str a, sia_str b)
{
    sia_str whole = joined(r, a, "", b);
    const sia_known *k = whole.n >= SHORTEST_JOINED ? sia_known_in(r, whole) : NULL;
    if (!k || !(k->seen >= 2 || k->use & SIA_WORD_SOUGHT) || sia_known_standing(r, k) != SIA_FORM_LICENSED) return (sia_decision){ 0 };
    bool one_unknown = sia_form_standing(r, r->doc->tokens.v[i].form) == SIA_FORM_UNKNOWN
                    || sia_form_standing(r, r->doc->tokens.v[i + 1].form) == SIA_FORM_UNKNOWN;
    return one_unknown ? decision(r, whole, SIA_RULE_WORD_APART, SIA_EFFECT_JOIN) : (sia_decision){ 0 };
}

/* A function word written twice is a slip of another kind ("yang yang"); a common root may well be doubled (jauh jauh). */
static sia_decision twice(sia_repairer *r, uint32_t i, sia_str a)
{
    const sia_known *k = sia_known_in(r, a);
    sia_analysis x;
    sia_analyse(r->spelling->roots, a, &x);
    if (a.n < SHORTEST_TWICE || (k && k->use & SIA_WORD_COMMON && x.flags & SIA_FORM_PROTECTED)) return (sia_decision){ 0 };
    if (sia_form_standing(r, r->doc->tokens.v[i].form) != SIA_FORM_LICENSED) return (sia_decision){ 0 };
    return decision(r, joined(r, a, "-", a), SIA_RULE_REDUPLICATION, SIA_EFFECT_NONE);
}

sia_decision sia_decide_pair(sia_repairer *r, uint32_t i)
{
    const sia_token *t = &r->doc->tokens.v[i];
    uint8_t left = r->memo[t[0].form], right = r->memo[t[1].form];
    sia_str a = form_of(r, i), b = form_of(r, i + 1);
    if (!small(r, i + 1) || !letters(b)) return (sia_decision){ 0 };
    if (t[0].form == t[1].form) return letters(a) ? twice(r, i, a) : (sia_decision){ 0 };
    if (right & SIA_MEMO_NYA)
        return sia_form_standing(r, t[0].form) == SIA_FORM_LICENSED
             ? decision(r, joined(r, a, "", b), SIA_RULE_CLITIC_APART, SIA_EFFECT_NONE) : (sia_decision){ 0 };
    if (left & SIA_MEMO_BOUND) return prefix_apart(r, a, b);
    return letters(a) && small(r, i) ? word_apart(r, i, a, b) : (sia_decision){ 0 };
}
