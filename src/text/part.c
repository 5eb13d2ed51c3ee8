/* Parts of a thesis, and the titles that give them away. */
#include "part.h"
#include "phrases.h"

static const char *const names[SIA_PART_COUNT] = {
    "", "front", "abstrak", "pendahuluan", "teori", "metode", "hasil", "kesimpulan", "saran", "pustaka", "lampiran",
};

const char *sia_part_name(sia_part p) { return (unsigned)p < SIA_PART_COUNT ? names[p] : ""; }

bool sia_part_find(sia_str name, sia_part *p)
{
    for (unsigned i = 0; i < SIA_PART_COUNT; i++)
        if (sia_str_eq(name, sia_str_of(names[i]))) return *p = (sia_part)i, true;
    return false;
}

static bool boundary(const sia_title_key *k, uint32_t at)
{
    return at >= k->n || k->spaced || k->starts >> at & 1;
}

/* The title has the rule's phrase, letter for letter, from letter `from` on. */
static bool exactly(const rule *r, const sia_title_key *k, uint32_t from)
{
    uint32_t at = from;
    const char *p = r->phrase;
    for (; *p && *p != '*'; p++)
        if (*p != ' ' && (at >= k->n || k->key[at++] != *p)) return false;
    return r->how & WHOLE ? at == k->n && !k->cut : *p == '*' || boundary(k, at);
}

/* Edits that OCR may have made in n letters. Short words have too many neighbours ("saran", "sarana"). */
static uint32_t allowance(uint32_t n) { return n < 6 ? 0 : n < 12 ? 1 : 2; }

/* Which beginnings of the key spell the phrase with no, one, two edits at most: bit j for its first j letters. Wu and
 * Manber 1992, "Fast text searching allowing errors", section 2, with the key as the pattern. Beginnings beyond 63 letters
 * are longer than any phrase. */
enum { MOST_EDITS = 2 };
typedef struct { uint64_t at[MOST_EDITS + 1]; uint32_t letters; } spellings;

/* False: none, with `edits` at most. */
static bool spell(const rule *r, const sia_title_key *k, uint32_t edits, spellings *s)
{
    const uint64_t all = k->n < 63 ? ((uint64_t)2 << k->n) - 1 : ~(uint64_t)0;
    uint64_t none = 1, one = 3 & all, two = 7 & all;
    s->letters = 0;
    for (const char *p = r->phrase; *p; p++) {
        if (*p == ' ' || *p == '*') continue;
        const uint64_t same = k->where[*p - 'a'], none_before = none, one_before = one;
        none = none << 1 & same;
        one = ((one << 1 & same) | none_before | none_before << 1 | none << 1) & all;
        two = ((two << 1 & same) | one_before | one_before << 1 | one << 1) & all;
        if (!(edits < MOST_EDITS ? one : two)) return false;
        s->letters++;
    }
    s->at[0] = none;
    s->at[1] = one;
    s->at[2] = two;
    return true;
}

/* The letters of the key that spell the phrase with the fewest edits, `most` (1 or 2) of them; 0: none. Unless it is a
 * stem, they must end where a word does. */
static uint32_t nearest(const spellings *s, const sia_title_key *k, uint32_t most, bool stem)
{
    for (uint32_t edits = 0; edits <= most; edits++)
        for (uint32_t j = s->letters - most; j <= s->letters + most; j++)
            if (s->at[edits] >> j & 1 && (stem || boundary(k, j))) return j;
    return 0;
}

/* The title begins with the rule's phrase, or is it, but for errors of OCR. */
static bool nearly(const rule *r, const sia_title_key *k)
{
    const bool whole = r->how & WHOLE, stem = r->phrase[r->length - 1] == '*';
    spellings s;
    if (whole && k->n > r->length + 2u) return false;
    if (!spell(r, k, r->length < 12 ? 1 : MOST_EDITS, &s)) return false;
    const uint32_t n = s.letters;
    uint32_t most = allowance(n);
    const bool doubled = k->n == n + 1 && k->key[n] == k->key[n - 1];                   /* "Sarann" */
    if (s.at[0] >> n & 1 && !stem) most = whole && doubled;
    else if (n == 5 && whole && k->n == 5 && k->key[0] == r->phrase[0]) most = 1;       /* "SARAM" */
    if (!most || (whole && (k->n > n + most || k->cut))) return false;
    const uint32_t took = nearest(&s, k, most, stem);
    return took && (!whole || took == k->n);
}

/* Do at least two of the first three letters agree? Most rules end here. */
static inline bool heads_agree(const char *a, const char *b)
{
    static const unsigned char three[4] = { 0x80, 0x80, 0x80, 0 };
    uint32_t x, y, top;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    memcpy(&top, three, sizeof top);
    const uint32_t differ = ((x ^ y) + 0x7F7F7F7Fu) & top;
    return !(differ & (differ - 1));
}

/* The first rule that fits letter for letter, else the first that fits with errors: it goes to *forgiven. */
static const rule *search(const rule *r, size_t n, const sia_title_key *k, const rule **forgiven)
{
    for (size_t i = 0; i < n; i++) {
        if (!heads_agree(r[i].phrase, k->key)) continue;
        if (r[i].phrase[0] == k->key[0] && exactly(&r[i], k, 0)) return &r[i];
        if (!*forgiven && nearly(&r[i], k)) *forgiven = &r[i];
    }
    return NULL;
}

static const rule *search_inside(const sia_title_key *k)
{
    for (uint32_t from = 1; from + 6 < k->n; from++)
        for (size_t i = 0; k->starts >> from & 1 && i < SIA_COUNT_OF(inside); i++)
            if (inside[i].phrase[0] == k->key[from] && exactly(&inside[i], k, from)) return &inside[i];
    return NULL;
}

sia_title_sense sia_title_sense_of(const sia_title_key *k)
{
    if (k->n < 4) return (sia_title_sense){ 0 };
    const rule *forgiven = NULL, *r = search(outer, SIA_COUNT_OF(outer), k, &forgiven);
    if (!r) r = search(inner, SIA_COUNT_OF(inner), k, &forgiven);
    if (!r) r = forgiven;
    if (r) return (sia_title_sense){ r->part, !(r->how & WEAK), r->how & CHAPTER, r->how & ALONE, r->how & FRONT };
    r = search_inside(k);
    return r ? (sia_title_sense){ .part = r->part } : (sia_title_sense){ 0 };
}

static bool begins(const sia_title_key *k, const rule *r, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (exactly(&r[i], k, 0) || (r[i].phrase[0] == k->key[0] && nearly(&r[i], k))) return true;
    return false;
}

bool sia_title_lists_chapters(const sia_title_key *k) { return k->n && begins(k, lists, SIA_COUNT_OF(lists)); }
bool sia_title_is_contents(const sia_title_key *k) { return k->n && begins(k, contents, SIA_COUNT_OF(contents)); }
