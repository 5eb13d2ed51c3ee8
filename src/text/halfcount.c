/* What the rest of the document says of a cut word: counts of its forms, made when first asked for. */
#include "hyphen.h"
#include "bytes.h"

static uint64_t hash_lower(const char *p, uint32_t n)
{
    uint64_t h = 0xCBF29CE484222325u;
    for (uint32_t i = 0; i < n; i++) h = (h ^ (unsigned char)sia_char_lower(p[i])) * 0x100000001B3u;
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

/* ---- what is asked for -------------------------------------------------------------------- */

/* The four forms of a cut word whose count matters: joined, hyphenated, and each half as a word of its own. */
enum { JOINED, HYPHENATED, LEFT, RIGHT, FORMS };
typedef struct { char p[2 * SIA_HALF + 1]; uint32_t n; } form;

static form form_of(const sia_halves *h, uint32_t which)
{
    form f = { .n = 0 };
    if (which != RIGHT) memcpy(f.p, h->left, f.n = h->l);
    if (which == HYPHENATED) f.p[f.n++] = '-';
    if (which == LEFT) return f;
    memcpy(f.p + f.n, h->right, h->r);
    f.n += h->r;
    return f;
}

/* Two sieves, so that most words are passed over unread and nearly all unhashed: which beginnings of three letters are
 * asked for, a byte for each, and which lengths with what letters in the middle and at the end, a bit for each. Case does
 * not count. */
enum { BEGINS = 1 << 13, LOOKS = 1 << 15 };
typedef struct { uint8_t begins[BEGINS]; uint64_t looks[LOOKS / 64]; } sieves;

static uint32_t caseless(char c) { return (unsigned char)c & 31u; }

/* Of the three letters at p; a fourth byte is read. */
static inline uint32_t beginning(const char *p)
{
    uint32_t x;
    memcpy(&x, p, sizeof x);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap32(x);
#endif
    x &= 0x1F1F1F;
    return (x ^ x >> 11) & (BEGINS - 1);
}

static uint32_t look(const char *p, uint32_t n)
{
    return (caseless(p[n / 2]) | caseless(p[n - 1]) << 5 | n << 10) & (LOOKS - 1);
}

/* A form of one or two letters lets through whatever may stand after it. */
static void let_through(sieves *s, const form *f)
{
    char p[4] = { 0 };
    uint32_t n = f->n < 3 ? f->n : 3, l = look(f->p, f->n);
    memcpy(p, f->p, n);
    for (uint32_t after = 0; after < 1u << 5 * (3 - n); after++) {
        for (uint32_t k = n; k < 3; k++) p[k] = (char)(after >> 5 * (k - n) & 31);
        s->begins[beginning(p)] = 1;
    }
    s->looks[l / 64] |= 1ull << l % 64;
}

/* At most half the table: past that, cut words are judged by their halves alone. */
static void ask_for(sia_reader *r, sieves *s, const form *f, uint32_t *room)
{
    uint64_t h = hash_lower(f->p, f->n), *at = slot(r, h);
    if (*at || !*room) return;
    *at = h | 1;
    --*room;
    let_through(s, f);
}

/* ---- counting ----------------------------------------------------------------------------- */

/* A word ends before p[i] in a hyphen at a line's end, or one like it ("pra- dan pasca-"). */
static bool cut_at(const char *p, uint32_t i, uint32_t n)
{
    return i + 1 < n && p[i] == '-' && (sia_char_blank(p[i + 1]) || p[i + 1] == '\n' || p[i + 1] == '\f');
}

/* A hyphen inside a word stands before p[from], so that no word begins there. */
static bool goes_on(const char *p, uint32_t from)
{
    return from > 1 && p[from - 1] == '-' && sia_char_wordly(p[from - 2]);
}

/* The halves at line ends are no evidence: neither half is counted. */
static void count_word(sia_reader *r, const sieves *s, uint32_t from, uint32_t to)
{
    const char *p = r->in.p;
    uint32_t n = (uint32_t)r->in.n, before = from;
    if (goes_on(p, from)) return;
    while (to < n && (sia_char_wordly(p[to]) || sia_hyphen_inside(p, to, n))) to++;
    uint32_t l = look(p + from, to - from);
    if (!(s->looks[l / 64] >> l % 64 & 1)) return;
    while (before > 0 && !sia_char_wordly(p[before - 1])) before--;
    if (cut_at(p, to, n) || (before > 0 && cut_at(p, before, n))) return;
    uint64_t *found = slot(r, hash_lower(p + from, to - from));
    if (*found) found[1]++;
}

/* Counts the words asked for. Where runs of letters begin is seen for 64 bytes at once. */
static void count_words(sia_reader *r, const sieves *s)
{
    uint32_t n = (uint32_t)r->in.n;
    uint64_t before = 0;                                     /* 1: the byte before is of a word */
    for (uint32_t base = 0; base < n; base += 64) {
        char rest[64 + 4] = { 0 };
        const char *p = r->in.p + base;
        if (n - base < sizeof rest) p = memcpy(rest, p, n - base);
        uint64_t word = sia_word_bits(p);
        for (uint64_t begins = word & ~(word << 1 | before); begins; begins &= begins - 1) {
            uint32_t at = (uint32_t)__builtin_ctzll(begins);
            if (!s->begins[beginning(p + at)]) continue;
            uint64_t ends = ~(word >> at);
            count_word(r, s, base + at, base + (ends ? at + (uint32_t)__builtin_ctzll(ends) : 64));
        }
        before = word >> 63;
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
    uint32_t room = size / 2;
    sieves s;
    memset(&s, 0, sizeof s);
    for (uint32_t i = 0; i + 1 < r->lines.n; i++) {
        uint32_t hyphen = sia_hyphen_at_end(r, i, &c), b = i + 1;
        if (!hyphen) continue;
        while (b < r->lines.n && r->lines.v[b].aside != SIA_FIX_COUNT && b < i + 8) b++;
        sia_halves h;
        sia_gap gap;
        if (b == r->lines.n || !sia_take_halves(r, i, b, hyphen, &h, &gap)) continue;
        for (uint32_t k = 0; k < FORMS; k++) {
            form f = form_of(&h, k);
            ask_for(r, &s, &f, &room);
        }
    }
    count_words(r, &s);
}

void sia_count_halves(sia_reader *r, const sia_halves *h, uint64_t count[4])
{
    memset(count, 0, FORMS * sizeof *count);
    if (!r->words) find_words(r);
    if (!r->words) return;
    for (uint32_t k = 0; k < FORMS; k++) {
        form f = form_of(h, k);
        count[k] = slot(r, hash_lower(f.p, f.n))[1];
    }
}
