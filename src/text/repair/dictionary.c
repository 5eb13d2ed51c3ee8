/* By the dictionary: slips that show in the letters of a form alone, whatever else the document has. */
#include "repairs.h"

enum { SHORTEST = 5, SHORTEST_DICTIONARY = 6 };

static bool licensed(sia_repairer *r, sia_str word) { return sia_standing_of(r->spelling, word) == SIA_FORM_LICENSED; }

/* Whether the dictionary has the word and its root is near: rare roots explain too much. */
static bool rooted(sia_repairer *r, sia_str word)
{
    sia_analysis x;
    sia_analyse(r->spelling->roots, word, &x);
    if (x.standing != SIA_FORM_LICENSED) return false;
    return sia_known_in(r, x.root) || sia_known_in(r, x.lemma) || sia_known_in(r, x.norm);
}

/* Whether some other word one slip away might as well be meant. */
static bool rivalled(sia_repairer *r, const nearby *dictionary, const sia_form_seen *f, sia_str choice)
{
    sia_neighbours all = { 0 };
    sia_neighbours_listed(&all, f->text, dictionary, r->doc->arena);
    for (uint32_t i = 0; i < all.n; i++)
        if (!sia_str_eq(all.v[i].text, choice) && rooted(r, all.v[i].text)) return true;
    return false;
}

/* The first letter twice, as a capital and small: Kkerja. */
static sia_decision by_two_cases(sia_repairer *r, const sia_form_seen *f)
{
    const sia_str once = { f->text.p + 1, f->text.n - 1 };
    if (f->text.p[0] != f->text.p[1] || !licensed(r, once)) return (sia_decision){ 0 };
    return (sia_decision){ .proposal = once, .rule = SIA_RULE_DOUBLED, .proof = SIA_PROOF_DICTIONARY };
}

/* Slips that show in the letters themselves, where one dictionary word alone explains them. */
sia_decision sia_decide_alike(sia_repairer *r, const sia_form_seen *f)
{
    sia_decision d = { 0 };
    sia_neighbours all = { 0 };
    if (f->two_cases) return by_two_cases(r, f);
    if (f->text.n < SHORTEST_DICTIONARY || !(f->seen & SIA_SEEN_SMALL) || r->memo[f->form] & SIA_MEMO_UNLIKE) return d;
    const nearby *dictionary = sia_dictionary(r);
    if (!dictionary) return d;
    sia_neighbours_alike(&all, f->text, dictionary, r->doc->arena);
    bool some = false;
    for (uint32_t i = 0; i < all.n && !d.proposal.n; i++) {
        const sia_neighbour *n = &all.v[i];
        if (n->at_end || !licensed(r, n->text)) continue;
        some = true;
        if (rooted(r, n->text)) d = (sia_decision){ .proposal = n->text, .rule = n->rule, .proof = SIA_PROOF_DICTIONARY };
    }
    if (!some) r->memo[f->form] |= SIA_MEMO_UNLIKE;
    return d.proposal.n && rivalled(r, dictionary, f, d.proposal) ? (sia_decision){ 0 } : d;
}

/* A long word with one letter wrong inside, which one dictionary word alone explains: few others are as near. */
sia_decision sia_decide_long(sia_repairer *r, const sia_form_seen *f)
{
    enum { LONG = 11 };
    sia_decision d = { 0 };
    sia_neighbours all = { 0 };
    if (f->text.n < LONG || !(f->seen & SIA_SEEN_SMALL) || r->memo[f->form] & SIA_MEMO_ALONE) return d;
    const nearby *dictionary = sia_dictionary(r);
    if (dictionary) sia_neighbours_listed(&all, f->text, dictionary, r->doc->arena);
    for (uint32_t i = 0; i < all.n; i++) {
        const sia_neighbour *n = &all.v[i];
        if (sia_str_eq(n->text, d.proposal) || !licensed(r, n->text)) continue;
        if (d.proposal.n || n->at_end) return (sia_decision){ 0 };
        d = (sia_decision){ .proposal = n->text, .rule = n->rule, .proof = SIA_PROOF_DICTIONARY };
    }
    if (!d.proposal.n) r->memo[f->form] |= SIA_MEMO_ALONE;
    return d;
}

/* Whether a form is one that needs no slip to explain it. */
static bool is_word(sia_repairer *r, sia_str word)
{
    return sia_known_in(r, word) || licensed(r, word);
}

/* Marks on letters and digits among them: no Indonesian word has them. */
sia_decision sia_decide_signs(sia_repairer *r, const sia_form_seen *f)
{
    sia_arena *a = r->doc->arena;
    sia_str ways[] = { sia_without_marks(f->text, a), sia_without_digits(f->text, 'l', a), sia_without_digits(f->text, 'i', a) };
    sia_decision d = { 0 };
    if (f->text.n < SHORTEST || !(f->seen & SIA_SEEN_SMALL) || (f->text.p[f->text.n - 1] >= '0' && f->text.p[f->text.n - 1] <= '9')) return d;
    for (int i = 0; i < 3; i++) {
        if (!ways[i].n || !is_word(r, ways[i])) continue;
        if (d.proposal.n && !sia_str_eq(d.proposal, ways[i])) return (sia_decision){ 0 };
        const sia_known *k = sia_known_in(r, ways[i]);
        d = (sia_decision){ .proposal = ways[i], .seen = k ? k->seen : 0, .rule = i ? SIA_RULE_DIGIT : SIA_RULE_DIACRITIC,
                            .proof = k && k->seen ? SIA_PROOF_DOCUMENT : SIA_PROOF_DICTIONARY };
    }
    return d;
}
