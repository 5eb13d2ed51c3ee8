/* Ranking candidates: a sum of small integer weights, learnt by tools/train_morph.py. */
#include "candidate.h"
#include "weights.h"

enum { MOST_AFFIXES = 5, MOST_LETTERS = 8, MOST_SYLLABLES = 4, MOST_UNKNOWN = 12, LISTED = 10000 };

/* The class of affixes that a chain and a suffix are, as a bit of root.licence plus one; 0: the dictionary has no such class. */
enum {
#define LICENCE(outer, inner, suffix, flags) CLASS_##outer##_##inner##_##suffix,
#include "licences.def"
#undef LICENCE
};
static const uint8_t class_of[PREFIXES][PREFIXES][SUFFIXES] = {
#define LICENCE(outer, inner, suffix, flags) [outer][inner][suffix] = CLASS_##outer##_##inner##_##suffix + 1,
#include "licences.def"
#undef LICENCE
};

uint64_t licence_bit(unsigned outer, unsigned inner, unsigned suffix)
{
    const unsigned k = class_of[outer][inner][suffix];
    return k ? (uint64_t)1 << (k - 1) : 0;
}

/* The voices of a verb are licensed alike. */
static prefix_kind voice(prefix_kind p) { return p == DI || p == KU || p == KAU ? MEN : p; }

licence_kind licence_of(const candidate *c)
{
    if (!(c->root->flags & ROOT_FLAGGED)) return LIC_NO_FLAGS;
    if (c->prefixes > 2 || c->reduplication) return LIC_NO_CLASS;
    prefix_kind outer = voice((prefix_kind)c->prefix[0]);
    if (!c->prefixes && (c->suffix == SUF_KAN || c->suffix == SUF_I)) outer = MEN;
    const unsigned k = class_of[outer][c->prefix[1]][c->suffix];
    if (!k) return LIC_NO_CLASS;
    return c->root->licence >> (k - 1) & 1 ? LIC_GIVEN : LIC_DENIED;
}

/* Runs of vowels; ai, au, oi at the end are one. */
unsigned syllables(const char *p, size_t n)
{
    unsigned k = 0;
    bool in = false;
    if (n >= 2 && (p[n - 1] == 'i' ? p[n - 2] == 'a' || p[n - 2] == 'o' : p[n - 1] == 'u' && p[n - 2] == 'a')) n--;
    for (size_t i = 0; i < n; i++) {
        const bool v = vowel(p[i]);
        k += v && !in;
        in = v;
    }
    return k;
}

static unsigned at_most(unsigned x, unsigned most) { return x < most ? x : most; }

static int32_t weigh_root(const root *e)
{
    return affixes_weight[at_most(e->affixes, MOST_AFFIXES)] + letters_weight[at_most(e->len, MOST_LETTERS)] +
           syllables_weight[at_most(e->syllables, MOST_SYLLABLES)];
}

static int32_t weigh_affixes(const sia_roots *r, const candidate *c)
{
    int32_t w = chain_weight[chain_of(c)][c->suffix] + licence_weight[licence_of(c)];
    for (unsigned i = 0; i < c->prefixes; i++) w += allomorph_weight[c->allomorph[i]];
    if (c->suffix) {
        const char last = root_word(r, c->root).p[c->root->len - 1];
        if (vowel(last)) w += vowel_weight[c->suffix];
        if (c->suffix == SUF_AN && last == 'k') w += k_an_weight;
    }
    return w;
}

int32_t weigh(const sia_roots *r, const candidate *c)
{
    int32_t w = weigh_root(c->root) + possessive_weight[c->possessive] + particle_weight[c->particle] + reduplication_weight[c->reduplication];
    if (c->bound) return w + bound_weight;
    if (c->prefixes || c->suffix) return w + weigh_affixes(r, c);
    w += chain_weight[0][SUF_NONE];
    if (c->reduplication) return w;
    return w + whole_weight[!!(c->root->flags & ROOT_FLAGGED)] + (c->root->flags & ROOT_WHOLE && !c->cut ? LISTED : 0);
}

int32_t weigh_unknown(size_t letters) { return unknown_weight[at_most((unsigned)letters, MOST_UNKNOWN)]; }

bool better(const sia_roots *r, const candidate *a, int32_t weight_a, const candidate *b, int32_t weight_b)
{
    if (weight_a != weight_b) return weight_a > weight_b;
    if (a->prefixes != b->prefixes) return a->prefixes < b->prefixes;
    const int k = sia_str_cmp(root_word(r, a->root), root_word(r, b->root));
    if (k) return k > 0;
    if (a->cut != b->cut) return a->cut < b->cut;
    if (a->suffix != b->suffix) return a->suffix < b->suffix;
    if (chain_of(a) != chain_of(b)) return chain_of(a) < chain_of(b);
    for (unsigned i = 0; i < a->prefixes; i++)
        if (a->allomorph[i] != b->allomorph[i]) return a->allomorph[i] < b->allomorph[i];
    return a->reduplication < b->reduplication;
}
