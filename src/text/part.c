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

static uint32_t bits(uint32_t set)
{
    uint32_t n = 0;
    for (; set; set &= set - 1) n++;
    return n;
}

static bool boundary(const sia_title_key *k, uint32_t at)
{
    return at >= k->n || k->spaced || k->starts >> at & 1;
}

/* One row of edit distances, from j = i - errors to i + errors: for want[0, i) against key[from, from + j). */
typedef struct { uint8_t at[5]; } band;

static uint8_t smaller(uint8_t a, uint8_t b) { return a < b ? a : b; }

/* The row for i letters from that for i - 1; *least is its smallest value. Values above 9 mean out of reach. */
static band next_row(band before, uint32_t i, char c, const char *key, uint32_t have, uint32_t errors, uint8_t *least)
{
    band row = { { 9, 9, 9, 9, 9 } };
    *least = 9;
    for (uint32_t k = 0; k <= 2 * errors; k++) {
        if (i + k < errors || i + k - errors > have) continue;
        uint32_t j = i + k - errors;
        uint8_t v = k < 2 * errors ? (uint8_t)(before.at[k + 1] + 1) : 9;
        if (j > 0) v = smaller(v, (uint8_t)(before.at[k] + (key[j - 1] != c)));
        if (j > 0 && k > 0) v = smaller(v, (uint8_t)(row.at[k - 1] + 1));
        row.at[k] = v;
        *least = smaller(*least, v);
    }
    return row;
}

/* How many letters of the key spell the phrase with at most `errors` (1 or 2) edits; 0: none. Unless it is a stem, they
 * must end where a word does. */
static uint32_t near(const sia_title_key *k, sia_str want, uint32_t errors, bool stem)
{
    band row = { { 9, 9, 9, 9, 9 } };
    uint32_t found = 0;
    uint8_t best = (uint8_t)(errors + 1), least = 0;
    for (uint32_t j = 0; j <= errors; j++) row.at[errors + j] = (uint8_t)j;
    for (uint32_t i = 1; i <= want.n && least <= errors; i++)
        row = next_row(row, i, want.p[i - 1], k->key, k->n, errors, &least);
    for (uint32_t d = 0; d <= 2 * errors; d++) {
        uint32_t j = (uint32_t)want.n + d - errors;
        if (row.at[d] < best && (stem || boundary(k, j))) best = row.at[d], found = j;
    }
    return found;
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

/* The letters of the rule's phrase, how many, and the set of them. 0: the title's beginning lacks too many of them. */
static uint32_t letters_of(const rule *r, const sia_title_key *k, char to[sizeof r->phrase], uint32_t *set)
{
    const uint32_t most = r->length < 12 ? 1 : 2, reach = r->length + most;
    const uint32_t seen = k->seen[reach < k->n ? reach : k->n];
    uint32_t n = 0, lacks = 0;
    for (const char *p = r->phrase; *p; p++) {
        if (*p == ' ' || *p == '*') continue;
        const uint32_t bit = (uint32_t)1 << (*p - 'a');
        if (!((seen | *set) & bit) && ++lacks > most) return 0;
        *set |= bit;
        to[n++] = *p;
    }
    return n;
}

/* The title begins with the rule's phrase, or is it, but for errors of OCR. */
static bool nearly(const rule *r, const sia_title_key *k)
{
    bool whole = r->how & WHOLE, stem = r->phrase[r->length - 1] == '*';
    if (whole && k->n > r->length + 2u) return false;
    char want[sizeof r->phrase] = { 0 };
    uint32_t set = 0, n = letters_of(r, k, want, &set), errors = allowance(n);
    if (!n) return false;
    bool doubled = k->n == n + 1 && k->key[n] == k->key[n - 1];        /* "Sarann" */
    if (k->n >= n && !memcmp(k->key, want, n) && !stem) errors = whole && doubled;
    else if (n == 5 && whole && k->n == 5 && k->key[0] == want[0]) errors = 1;      /* "SARAM" */
    if (!errors || k->n + errors < n || (whole && (k->n > n + errors || k->cut))) return false;
    if (bits(set & ~k->seen[n + errors < k->n ? n + errors : k->n]) > errors) return false;
    uint32_t took = near(k, (sia_str){ want, n }, errors, stem);
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
