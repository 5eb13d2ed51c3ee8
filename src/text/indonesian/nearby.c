/* Nearby: affixes are taken off a form by their letters alone, more generously than the analysis does, and what may be left
 * is looked for among the hashes of all roots. One letter of the form may be a blank that stands for any:
 *
 *     d i b a ? u n        roots may begin at 0 and 2 and end at 7; "ba?un" is among the hashes of roots with a gap, and so
 *     0   2         7      a letter at 4 may make a word of it: dibangun lacks a letter there
 *
 * Where nothing is found, no candidate (candidates.c) is a word of the dictionary or one that it licenses (weigh.c). */
#include "nearby.h"
#include "gaps.h"

enum { NOWHERE = 255, ANY = 1 };

struct nearby {
    const uint64_t *gaps, *wholes;
    unsigned bits;
    uint64_t power[GAP_LONGEST + 2], inverse[GAP_LONGEST + 2];     /* of GAP_ROLL                        */
};

/* With the user's words the sets are a copy of the table's. */
static const uint64_t *sets_of(const sia_roots *r, sia_arena *a)
{
    const size_t n = gaps_words(r->table.gap_bits);
    uint64_t *own = r->own.n ? sia_new(a, uint64_t, n) : NULL;
    if (!own) return r->own.n ? NULL : r->table.gaps;
    memcpy(own, r->table.gaps, n * sizeof *own);
    gaps_add(own, r->table.gap_bits, &r->own);
    return own;
}

nearby *nearby_new(const sia_roots *r, sia_arena *a)
{
    nearby *n = sia_new(a, nearby, 1);
    if (!n) return NULL;
    n->gaps = sets_of(r, a);
    if (!n->gaps) return NULL;
    n->bits = r->table.gap_bits;
    n->wholes = n->gaps + ((size_t)1 << n->bits) / 64;
    n->power[0] = n->inverse[0] = 1;
    for (size_t i = 1; i < SIA_COUNT_OF(n->power); i++) {
        n->power[i] = n->power[i - 1] * GAP_ROLL;
        n->inverse[i] = n->inverse[i - 1] * GAP_UNROLL;
    }
    return n;
}

/* ---- a form, perhaps with a blank ------------------------------------------------------------------ */

typedef struct {
    char     p[GAP_LONGEST + 8];                /* ANY at the blank, '\0' behind the form                */
    uint32_t n, blank;                      /* NOWHERE: none                                         */
    uint64_t sum[GAP_LONGEST + 2];              /* sum[i]: the hash of what is before i, the blank counting nothing */
} spelt;

static bool is(const spelt *v, uint32_t i, char c) { return v->p[i] == c || v->p[i] == ANY; }
static bool is_one(const spelt *v, uint32_t i, char c, char d) { return is(v, i, c) || v->p[i] == d; }

static bool goes_on(const spelt *v, uint32_t at, const char *with, uint32_t n)
{
    if (at + n > v->n) return false;
    for (uint32_t i = 0; i < n; i++) if (!is(v, at + i, with[i])) return false;
    return true;
}

static void sum_up(const nearby *n, spelt *v)
{
    v->sum[0] = 0;
    for (uint32_t i = 0; i < v->n; i++) v->sum[i + 1] = v->sum[i] + (v->p[i] == ANY ? 0 : n->power[i] * (unsigned char)v->p[i]);
}

/* Whether there is a root that what stands in [from, to) may be. */
static bool rooted(const nearby *n, const spelt *v, uint32_t from, uint32_t to, uint64_t kind)
{
    const uint64_t hash = (v->sum[to] - v->sum[from]) * n->inverse[from] + kind;
    if (v->blank < from || v->blank >= to) return gap_has(n->wholes, whole_bits(n->bits), hash);
    return gap_has(n->gaps, n->bits, hash + (v->blank - from) * GAP_PLACE);
}

/* ---- where a root may begin and end: a bit each ---------------------------------------------------- */

/* whole: a root begins at i. melted: a root whose first letter was at i and has melted into what stands there. */
typedef struct { uint64_t whole, melted; } starts;

/* What me- and pe- make of the letter that follows them at i. */
static void nasal(const spelt *v, uint32_t i, starts *to)
{
    if (!is_one(v, i, 'm', 'n')) return;
    to->whole |= BIT(i + 1);
    to->melted |= BIT(i);
    if (!is(v, i, 'n') || !is_one(v, i + 1, 'g', 'y')) return;
    to->whole |= BIT(i + 2);
    to->melted |= BIT(i + 1);
    if (is(v, i + 2, 'e')) to->whole |= BIT(i + 3);
}

/* Behind the prefixes that may stand at i; `melted`: whatever letter stands there. */
static void prefixes(const spelt *v, uint32_t i, bool melted, starts *to)
{
    const char a = melted ? ANY : v->p[i];
    const bool any = a == ANY;
    if (is(v, i + 1, 'e') && (any || memchr("ksbtmp", a, 6))) {
        to->whole |= BIT(i + 2);
        if ((any || a == 'b' || a == 't' || a == 'p') && is_one(v, i + 2, 'r', 'l')) to->whole |= BIT(i + 3);
        if (any || a == 'm' || a == 'p') nasal(v, i + 2, to);
    }
    if ((any || a == 'd' || a == 'k') && is_one(v, i + 1, 'i', 'u')) to->whole |= BIT(i + 2);
    if ((any || a == 'k') && goes_on(v, i + 1, "au", 2)) to->whole |= BIT(i + 3);
}

/* Behind one prefix or two: the dictionary licenses no more. */
static starts starts_of(const spelt *v)
{
    starts one = { 0 }, all;
    prefixes(v, 0, false, &one);
    all = one;
    for (uint32_t i = 0; (one.whole | one.melted) >> i && i + 3 <= v->n; i++) {
        if (one.whole >> i & 1) prefixes(v, i, false, &all);
        if (one.melted >> i & 1) prefixes(v, i, true, &all);
    }
    return all;
}

/* Where a word may begin that is left as it is: behind nothing, a joined di or ke, its first consonant doubled (tetamu). */
static uint64_t bare_starts(const spelt *v)
{
    const bool joined = (is(v, 0, 'd') && is(v, 1, 'i')) || (is(v, 0, 'k') && is(v, 1, 'e'));
    const bool twice = is(v, 1, 'e') && (v->p[0] == v->p[2] || v->p[0] == ANY || v->p[2] == ANY);
    return BIT(0) | (joined || twice ? BIT(2) : 0);
}

/* By suffix: where what it is added to may end. Clitics go as often as they come, with a hyphen before them or none. */
static void ends_of(const spelt *v, uint64_t ends[SUFFIXES])
{
    static const struct { char text[4]; uint8_t n; } clitics[] = { { "nya", 3 }, { "ku", 2 }, { "mu", 2 }, { "lah", 3 }, { "kah", 3 }, { "tah", 3 }, { "pun", 3 } };
    ends[SUF_NONE] = BIT(v->n);
    ends[SUF_KAN] = ends[SUF_I] = ends[SUF_AN] = 0;
    for (uint32_t to = v->n; to >= 3; to--) {
        if (!(ends[SUF_NONE] >> to & 1)) continue;
        const char last = v->p[to - 1];
        if (last == ANY || last == 'a' || last == 'u' || last == 'h' || last == 'n')
            for (size_t k = 0; k < SIA_COUNT_OF(clitics); k++) {
                const uint32_t at = to - clitics[k].n;
                if (last != ANY && last != clitics[k].text[clitics[k].n - 1]) continue;
                if (clitics[k].n + 2u > to || !goes_on(v, at, clitics[k].text, clitics[k].n)) continue;
                ends[SUF_NONE] |= BIT(at);
                if (is(v, at - 1, '-')) ends[SUF_NONE] |= BIT(at - 1);
            }
        if (is(v, to - 1, 'i')) ends[SUF_I] |= BIT(to - 1);
        if (!is(v, to - 1, 'n') || !is(v, to - 2, 'a')) continue;
        ends[SUF_AN] |= BIT(to - 2);
        if (is(v, to - 3, 'k')) ends[SUF_KAN] |= BIT(to - 3);
    }
}

/* programprogram */
static bool doubled(const spelt *v)
{
    for (uint32_t k = 4; 2 * k <= v->n; k++) {
        uint32_t i = 0;
        while (i < k && (v->p[i] == v->p[k + i] || v->p[i] == ANY || v->p[k + i] == ANY)) i++;
        if (i == k) return true;
    }
    return false;
}

static uint32_t lowest(uint64_t set) { return (uint32_t)__builtin_ctzll(set); }

/* Whether some root of this kind may stand between one of these places and one of those. */
static bool between(const nearby *n, const spelt *v, uint64_t from, uint64_t to, uint32_t skip, uint64_t kind)
{
    for (; to; to &= to - 1) {
        const uint32_t end = lowest(to);
        for (uint64_t at = from & (BIT(end) - 1); at; at &= at - 1)
            if (end > lowest(at) + 1 && rooted(n, v, lowest(at) + skip, end, kind)) return true;
    }
    return false;
}

static bool licensed(const nearby *n, const spelt *v)
{
    uint64_t ends[SUFFIXES];
    ends_of(v, ends);
    if (between(n, v, bare_starts(v), ends[SUF_NONE], 0, BARE)) return true;
    const starts from = starts_of(v);
    for (unsigned k = 0; k < SUFFIXES; k++) {
        if (k && between(n, v, BIT(0), ends[k], 0, AFFIXED(0, k))) return true;
        if (between(n, v, from.whole, ends[k], 0, AFFIXED(1, k)) || between(n, v, from.melted, ends[k], 1, AFFIXED(2, k))) return true;
    }
    return doubled(v);
}

/* ---- forms -------------------------------------------------------------------------------------------- */

static bool plain(sia_str s)
{
    for (size_t i = 0; i < s.n; i++) if (s.p[i] < 'a' || s.p[i] > 'z') return false;
    return true;
}

bool nearby_word(const nearby *n, sia_str form)
{
    spelt v = { .n = (uint32_t)form.n, .blank = NOWHERE };
    if (form.n < 2 || form.n > GAP_LONGEST || !plain(form)) return true;
    memcpy(v.p, form.p, form.n);
    sum_up(n, &v);
    return licensed(n, &v);
}

/* Two halves with a hyphen between them at i may be one word doubled: bersama-sama, tolong-menolong, sayur-mayur. */
static bool halves(sia_str f, size_t i)
{
    const char *b = f.p + i;
    const size_t n = f.n - i;
    if (i < 2 || n < 2) return false;
    for (size_t k = 0; k + 2 <= i; k++) if (!memcmp(f.p + k, b, 2)) return true;
    for (size_t k = 2; i > 2 && k + 2 <= n && k <= 5; k++) if (!memcmp(f.p + 1, b + k, 2)) return true;
    if (i < 4 || n < i) return false;
    for (size_t k = 1; k < i; k++) if (f.p[k] != b[k] && !(vowel(f.p[k]) && vowel(b[k]))) return false;
    return true;
}

nearby_places nearby_slips(const nearby *n, sia_str form)
{
    nearby_places out = { 0 };
    spelt v = { .n = (uint32_t)form.n };
    if (form.n < 2 || form.n >= GAP_LONGEST || !plain(form)) return (nearby_places){ ~(uint64_t)0, ~(uint64_t)0 };
    memcpy(v.p, form.p, form.n);
    for (uint32_t i = 0; i < form.n; i++) {
        v.p[i] = ANY;
        v.blank = i;
        sum_up(n, &v);
        if (licensed(n, &v)) out.other |= BIT(i);
        v.p[i] = form.p[i];
    }
    v.n++;
    for (uint32_t i = 0; i <= form.n; i++) {
        memcpy(v.p, form.p, i);
        v.p[i] = ANY;
        memcpy(v.p + i + 1, form.p + i, form.n - i);
        v.blank = i;
        sum_up(n, &v);
        if (licensed(n, &v) || halves(form, i)) out.more |= BIT(i);
    }
    return out;
}
