/* What the rest of the document says of a cut word: counts of its forms, made when first asked for. */
#include "hyphen.h"

static uint64_t mix(uint64_t h, char c) { return (h ^ (unsigned char)c) * 0x100000001B3u; }
static const uint64_t seed = 0xCBF29CE484222325u;

static uint64_t hash(uint64_t h, const char *p, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) h = mix(h, p[i]);
    return h;
}

/* The slot of a word in r->words: pairs of hash and count. */
static uint64_t *slot(const sia_reader *r, uint64_t h)
{
    h |= 1;                                                  /* 0 is an empty slot */
    uint32_t i = (uint32_t)(h >> 17) & r->words_mask;
    while (r->words[2 * i] && r->words[2 * i] != h) i = (i + 1) & r->words_mask;
    return &r->words[2 * i];
}

/* A first sieve, so that most words are passed over unhashed: which beginnings of three letters are asked for. */
typedef struct { uint64_t bit[64]; } sieve;

static uint32_t beginning(const char *p, uint32_t n)
{
    uint32_t x = 0;
    for (uint32_t i = 0; i < 3; i++) x = x << 5 ^ (i < n ? (unsigned char)sia_char_lower(p[i]) & 31u : 0);
    return (x ^ x >> 12) & 4095;
}

static void let_through(sieve *s, const char *p, uint32_t n) { s->bit[beginning(p, n) >> 6] |= 1ull << (beginning(p, n) & 63); }
static bool lets_through(const sieve *s, const char *p, uint32_t n) { return s->bit[beginning(p, n) >> 6] >> (beginning(p, n) & 63) & 1; }

/* At most half the table: past that, cut words are judged by their halves alone. */
static void ask_for(sia_reader *r, uint64_t h, uint32_t *room)
{
    uint64_t *s = slot(r, h);
    if (*s || !*room) return;
    *s = h | 1;
    --*room;
}

/* The four forms of a cut word whose count matters: joined, hyphenated, and each half as a word of its own. */
static void forms(const sia_halves *h, uint64_t form[4])
{
    form[2] = hash(seed, h->left, h->l);
    form[3] = hash(seed, h->right, h->r);
    form[0] = hash(form[2], h->right, h->r);
    form[1] = hash(mix(form[2], '-'), h->right, h->r);
}

static uint32_t word_end(const bool *word, const char *p, uint32_t i, uint32_t n)
{
    do while (i < n && word[(unsigned char)p[i]]) i++;
    while (i < n && sia_hyphen_inside(p, i, n) && ++i);
    return i;
}

static uint64_t hash_lower(const char *p, uint32_t n)
{
    uint64_t h = seed;
    for (uint32_t i = 0; i < n; i++) h = mix(h, sia_char_lower(p[i]));
    return h;
}

/* Counts the words asked for. The halves at line ends are no evidence: words around "-\n" are skipped. */
static void count_words(sia_reader *r, const sieve *s)
{
    const char *p = r->in.p;
    uint32_t n = (uint32_t)r->in.n;
    bool skip = false, word[256];                            /* a table of this loop's own: it sees every byte */
    for (int c = 0; c < 256; c++) word[c] = sia_char_wordly((char)c);
    for (uint32_t i = 0, from; i < n; ) {
        if (!word[(unsigned char)p[i]]) { i++; continue; }
        from = i;
        i = word_end(word, p, i, n);
        bool cut = i + 1 < n && p[i] == '-' && (sia_char_blank(p[i + 1]) || p[i + 1] == '\n' || p[i + 1] == '\f');
        if (!skip && !cut && lets_through(s, p + from, i - from)) {
            uint64_t *found = slot(r, hash_lower(p + from, i - from));
            if (*found) found[1]++;
        }
        skip = cut;
    }
}

static void find_words(sia_reader *r)
{
    enum { MOST = 1 << 20 };
    uint32_t cuts = 0, size = 16;
    int32_t c;
    for (uint32_t i = 0; i + 1 < r->lines.n; i++) cuts += sia_hyphen_at_end(r, i, &c) != 0;
    while (size < 8 * cuts && size < MOST) size *= 2;
    r->words = sia_alloc(r->d->arena, 2 * sizeof *r->words, size);
    if (!r->words) return;
    r->words_mask = size - 1;
    uint32_t half = size / 2;
    sieve s = { { 0 } };
    for (uint32_t i = 0; i + 1 < r->lines.n; i++) {
        uint32_t hyphen = sia_hyphen_at_end(r, i, &c), b = i + 1;
        while (b < r->lines.n && r->lines.v[b].aside != SIA_FIX_COUNT && b < i + 8) b++;
        sia_halves h;
        sia_gap gap;
        uint64_t form[4];
        if (!hyphen || b == r->lines.n || !sia_take_halves(r, i, b, hyphen, &h, &gap)) continue;
        forms(&h, form);
        for (uint32_t k = 0; k < 4; k++) ask_for(r, form[k], &half);
        let_through(&s, h.left, h.l);
        let_through(&s, h.right, h.r);
    }
    count_words(r, &s);
}

void sia_count_halves(sia_reader *r, const sia_halves *h, uint64_t count[4])
{
    uint64_t form[4];
    memset(count, 0, 4 * sizeof *count);
    if (!r->words) find_words(r);
    if (!r->words) return;
    forms(h, form);
    for (uint32_t k = 0; k < 4; k++) count[k] = slot(r, form[k])[1];
}
