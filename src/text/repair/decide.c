/* Deciding: whether a form is a slip, and of what. The document's own words are asked first, then what a codebook seeks,
 * then the dictionary; where two answers are near each other there is none. */
#include "repairs.h"

enum {
    MOST_SEEN = 2,                          /* a form seen more often is how this author writes */
    SHORTEST = 5, SHORTEST_ALIKE = 4, SHORTEST_UNSEEN = 6, SHORTEST_CAPITAL = 7,
    MARGIN = 15,                            /* tenths of a nat that the best must be ahead    */
};

/* 8 log2 n, rounded down to eighths: the same on every machine. */
static int lg8(uint32_t n)
{
    int whole = 0;
    if (!n) return -16;
    while (n >> whole > 1) whole++;
    uint32_t rest = whole >= 3 ? n >> (whole - 3) & 7 : n << (3 - whole) & 7;
    return 8 * whole + (int)rest;
}

/* How likely a word of this document is one that stands there so often, in tenths of a nat, less the price of the slip. */
static int score(uint32_t seen, bool extra, bool licensed, int cost)
{
    return lg8(5 * seen + (extra ? 5 : 0)) * 7 / 8 + (licensed ? 10 : 0) - cost * 16 / 10;
}

typedef struct { sia_str text; const sia_known *known; int score; uint8_t rule, cost; bool licensed, at_end, end_moved; } candidate;   /* end_moved: a letter more or less there */

static bool plain(sia_str w)
{
    for (size_t i = 0; i < w.n; i++) if (w.p[i] < 'a' || w.p[i] > 'z') return false;
    return true;
}

static bool only_capital(const sia_form_seen *f) { return !(f->seen & (SIA_SEEN_SMALL | SIA_SEEN_FIRST)); }

/* A listed slip is no evidence: stategi, where the codebook has strategi too. */
static bool listed_slip(sia_repairer *r, const candidate *c)
{
    sia_neighbours all = { 0 };
    if (c->licensed || !(c->known->use & SIA_WORD_SOUGHT) || c->known->seen) return false;
    sia_neighbours_known(&all, c->text, &r->spelling->words, r->doc->arena);
    for (uint32_t i = 0; i < all.n; i++) {
        const sia_known *k = sia_known_in(r, all.v[i].text);
        if (k && k->use & SIA_WORD_SOUGHT && sia_known_standing(r, k) == SIA_FORM_LICENSED) return true;
    }
    return false;
}

/* Times that the document has the word, if in small letters somewhere: a name is no evidence for a word. */
static uint32_t seen_as_word(const sia_repairer *r, const sia_known *k)
{
    const sia_form_seen *f = k->form ? &r->forms.v[r->at[k->form] - 1] : NULL;
    return f && (f->seen & SIA_SEEN_SMALL || k->use) ? k->seen : 0;
}

/* A word that begins with a capital may be a name: only a long one, seen in small letters, is taken for a slip. */
static bool proven_capital(const sia_form_seen *f, const candidate *c, uint32_t seen)
{
    bool sought = c->known->use & SIA_WORD_SOUGHT;
    size_t n = f->text.n;
    if (f->two_cases) return true;
    bool clear = c->cost <= SIA_COST_LOOKALIKE || c->rule == SIA_RULE_SWAPPED;      /* not a name like another: Petrindo, Perindo */
    if (only_capital(f))
        return !c->end_moved && c->licensed && c->cost <= SIA_COST_LETTER && n > SHORTEST_CAPITAL && (seen >= 2 || (sought && clear));
    if (c->end_moved || !c->licensed) return false;
    return n >= SHORTEST_CAPITAL ? c->cost <= SIA_COST_LETTER || seen >= 3 : c->known->use & SIA_WORD_COMMON && c->cost <= SIA_COST_LETTER;
}

/* A word of the dictionary that is meant. The shorter the form, the more words are one letter away by chance; what ends
 * in a letter more or less may be another word (hektar, parish). */
static bool proven_licensed(const sia_form_seen *f, const candidate *c, uint32_t seen)
{
    const sia_known *k = c->known;
    bool alike = c->cost == SIA_COST_LOOKALIKE, strong = c->cost <= SIA_COST_LOOKALIKE;
    bool sought = k->use & SIA_WORD_SOUGHT, common = k->use & SIA_WORD_COMMON;
    size_t n = f->text.n;
    if (n < SHORTEST) return n >= SHORTEST_ALIKE && alike && !c->at_end && common && seen >= 3;
    if (c->end_moved && !(common ? seen >= 2 : sought ? n >= SHORTEST_CAPITAL : n >= SHORTEST_CAPITAL && seen >= 5)) return false;
    if (c->at_end && n < SHORTEST_CAPITAL && !(sought || common)) return false;
    if (n == SHORTEST && c->at_end && !common) return false;
    if (n == SHORTEST) return alike ? common || sought || seen >= 3 : common && c->cost <= SIA_COST_LETTER && seen >= 5;
    if (seen >= 2) return n > SHORTEST_UNSEEN || c->cost <= SIA_COST_LETTER || seen >= (sought || common ? 3 : 5);
    if (seen) return strong || common || sought;
    if (strong) return sought || common;
    return sought && !c->at_end && c->cost <= SIA_COST_LETTER && c->text.p[1] == f->text.p[1];
}

/* Whether the evidence for `c` suffices to take the form for a slip of it. */
static bool proven(const sia_repairer *r, const sia_form_seen *f, const candidate *c)
{
    uint32_t seen = seen_as_word(r, c->known);
    if (!(f->seen & SIA_SEEN_SMALL) && !proven_capital(f, c, seen)) return false;
    if (c->licensed) return proven_licensed(f, c, seen);
    if (c->at_end || f->text.n <= SHORTEST) return false;    /* voter, voters: both are words */
    return c->known->use & SIA_WORD_SOUGHT || (seen >= 5 && seen >= 5 * f->n);
}

static void add(sia_repairer *r, candidate best[2], const sia_neighbour *n, const sia_known *k)
{
    bool licensed = sia_known_standing(r, k) == SIA_FORM_LICENSED;
    if (sia_standard_of(r->spelling, n->text, r->doc->arena).n) return;      /* what would be repaired itself */
    candidate c = { n->text, k, score(k->seen, k->use != 0, licensed, n->cost), n->rule, n->cost, licensed, n->at_end,
                    n->at_end && n->rule == SIA_RULE_ONE_LETTER && n->cost == SIA_COST_LETTER };
    for (int i = 0; i < 2; i++)
        if (best[i].known && sia_str_eq(best[i].text, c.text)) {     /* the same word by another way */
            if (c.score > best[i].score) best[i] = c;
            if (best[1].known && best[1].score > best[0].score) { candidate t = best[0]; best[0] = best[1]; best[1] = t; }
            return;
        }
    bool first = !best[0].known || c.score > best[0].score
              || (c.score == best[0].score && sia_str_cmp(c.text, best[0].text) < 0);
    if (first) { best[1] = best[0]; best[0] = c; }
    else if (!best[1].known || c.score > best[1].score) best[1] = c;
}

static uint8_t proof_of(const candidate *c)
{
    return c->known->seen ? SIA_PROOF_DOCUMENT : c->known->use & SIA_WORD_SOUGHT ? SIA_PROOF_CODEBOOK : SIA_PROOF_COMMON;
}

/* A word of the document, of a codebook or of every text that is one slip away. */
static sia_decision by_evidence(sia_repairer *r, const sia_form_seen *f, sia_str word)
{
    sia_neighbours all = { 0 };
    candidate best[2] = { { .known = NULL }, { .known = NULL } };
    sia_neighbours_known(&all, word, &r->words, r->doc->arena);
    for (uint32_t i = 0; i < all.n; i++) {
        const sia_known *k = sia_known_in(r, all.v[i].text);
        if (!k || (k->form && k->seen <= f->n && sia_known_standing(r, k) != SIA_FORM_LICENSED)) continue;
        add(r, best, &all.v[i], k);
    }
    if (!best[0].known || !proven(r, f, &best[0]) || listed_slip(r, &best[0])) return (sia_decision){ 0 };
    if (best[1].known && best[0].score - best[1].score < MARGIN) return (sia_decision){ 0 };
    return (sia_decision){ .proposal = best[0].text, .seen = best[0].known->seen, .rule = best[0].rule, .proof = proof_of(&best[0]) };
}

/* A codebook may list slips it wants to find; they are repaired where it seeks the right word too: then nothing is lost. */
static sia_decision by_rival(sia_repairer *r, const sia_form_seen *f)
{
    sia_decision d = { 0 };
    if (f->text.n <= SHORTEST || !plain(f->text)) return d;
    d = by_evidence(r, f, f->text);
    const sia_known *k = d.proposal.n ? sia_known_in(r, d.proposal) : NULL;
    bool sure = k && k->use & SIA_WORD_SOUGHT && d.proposal.n + 1 >= f->text.n && (sia_known_standing(r, k) == SIA_FORM_LICENSED || d.rule == SIA_RULE_SWAPPED);
    return sure && memcmp(d.proposal.p, f->text.p, f->text.n - 1) ? d : (sia_decision){ 0 };
}

/* The same for the word without a clitic at its end. */
static sia_decision by_stem(sia_repairer *r, const sia_form_seen *f)
{
    sia_decision d = { 0 };
    if (f->text.n < SHORTEST + 3 || memcmp(f->text.p + f->text.n - 3, "nya", 3)) return d;
    sia_form_seen stem = *f;
    stem.text.n -= 3;
    d = by_evidence(r, &stem, stem.text);
    if (d.proposal.n) d.proposal = sia_printf(r->doc->arena, "%.*snya", (int)d.proposal.n, d.proposal.p);
    return d;
}

static sia_decision by_variant(sia_repairer *r, const sia_form_seen *f)
{
    sia_str to = sia_standard_of(r->spelling, f->text, r->doc->arena);
    if (only_capital(f) && !sia_standard_capital(r->spelling, f->text)) to.n = 0;      /* Karna and Rizki are names */
    return (sia_decision){ .proposal = to, .rule = SIA_RULE_VARIANT, .proof = SIA_PROOF_LIST };
}

/* Of a form with hyphens only a lost or misplaced hyphen is mended: Doorto-Door. */
static sia_decision by_hyphen(sia_repairer *r, const sia_form_seen *f)
{
    sia_neighbours all = { 0 };
    sia_neighbours_known(&all, f->text, &r->words, r->doc->arena);
    for (uint32_t i = 0; i < all.n; i++) {
        const sia_known *k = all.v[i].text.n == f->text.n + 1 ? sia_known_in(r, all.v[i].text) : NULL;
        if (k && (k->use & SIA_WORD_SOUGHT || k->seen >= 2))
            return (sia_decision){ .proposal = all.v[i].text, .seen = k->seen, .rule = SIA_RULE_ONE_LETTER,
                                   .proof = k->seen ? SIA_PROOF_DOCUMENT : SIA_PROOF_CODEBOOK };
    }
    return (sia_decision){ 0 };
}

/* What lists and the form's own letters say, at whatever place it stands. `listed`: there is nothing more to ask. */
static sia_decision by_lists(sia_repairer *r, const sia_form_seen *f, bool *listed)
{
    sia_decision d = { 0 };
    uint8_t *memo = &r->memo[f->form];
    if (*memo & SIA_MEMO_UNLISTED) return d;
    const sia_known *own = sia_wordset_find(&r->spelling->words, f->text, sia_roll(f->text));
    *listed = own;
    if (own && own->use & SIA_WORD_LEFT) return d;
    if (own && own->use & SIA_WORD_SOUGHT) return sia_form_standing(r, f->form) == SIA_FORM_UNKNOWN ? by_rival(r, f) : d;
    if ((d = by_variant(r, f)).proposal.n || (d = sia_decide_joined(r, f)).proposal.n) return d;
    if (!own && !sia_standard_of(r->spelling, f->text, r->doc->arena).n && !sia_joined_to_place(r, f->text)) *memo |= SIA_MEMO_UNLISTED;
    return d;
}

sia_decision sia_decide(sia_repairer *r, const sia_form_seen *f)
{
    sia_decision d = { 0 };
    bool listed = false;
    if (f->text.n < 3 || f->text.n > SIA_WORD_LONGEST || f->broken) return d;
    if ((d = by_lists(r, f, &listed)).proposal.n || listed) return d;
    if (f->n > MOST_SEEN || f->text.n < SHORTEST_ALIKE || sia_form_standing(r, f->form) != SIA_FORM_UNKNOWN) return d;
    if (!plain(f->text)) return memchr(f->text.p, '-', f->text.n) ? by_hyphen(r, f) : sia_decide_signs(r, f);
    if ((d = by_evidence(r, f, f->text)).proposal.n || (d = by_stem(r, f)).proposal.n) return d;
    if ((d = sia_decide_alike(r, f)).proposal.n || (d = sia_decide_glued(r, f)).proposal.n) return d;
    return sia_decide_long(r, f);
}
