/* Neighbours: the words that one slip away a given word may have been meant to be. */
#include "repairs.h"
#include <utf8proc.h>

/* Letters that scans take for each other. */
static bool alike(char a, char b)
{
    static const char pairs[] = "ce co oe ao ae il ij lt ft fr hb hn nm nu vy uv iu gq kl bh rt zs ";
    for (const char *p = pairs; *p; p += 3)
        if ((p[0] == a && p[1] == b) || (p[0] == b && p[1] == a)) return true;
    return false;
}

/* Letters side by side on a keyboard. */
static bool same_hand(char a, char b)
{
    static const char *const near[26] = {
        "qwsz", "vghn", "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko", "huikmn", "jiolm", "kop", "njk",
        "bhjm", "iklp", "ol", "wa", "edft", "awedxz", "rfgy", "yhji", "cfgb", "qase", "zsdc", "tghu", "asx" };
    return a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z' && strchr(near[a - 'a'], b);
}

/* Groups of letters that scans take for each other: as read, as meant. */
static const struct { const char *read, *meant; } groups[] = {
    { "rn", "m" }, { "m", "rn" }, { "cl", "d" }, { "d", "cl" }, { "ii", "u" }, { "u", "ii" }, { "nn", "m" }, { "m", "nn" },
    { "ti", "u" }, { "u", "ti" }, { "n", "ti" }, { "n", "ri" }, { "m", "in" }, { "m", "ni" }, { "in", "m" }, { "ni", "m" },
    { "li", "h" }, { "h", "li" }, { "ri", "n" }, { "vv", "w" }, { "w", "vv" }, { "tn", "m" }, { "rm", "nn" }, { "iu", "m" },
    { "il", "u" }, { "u", "il" }, { "ll", "u" }, { "lt", "k" }, { "h", "ti" }, { "h", "il" }, { "k", "li" }, { "b", "li" },
};

typedef struct { sia_neighbours *out; sia_str word; sia_arena *a; const uint64_t *filter; uint64_t whole; } search;

static void keep(search *s, sia_str text, uint8_t rule, uint8_t cost, bool at_end)
{
    sia_neighbour n = { text, rule, cost, at_end };
    if (text.p) sia_push(s->a, s->out, n);
}

/* The word with bytes [at, at + n) replaced by `put`. */
static sia_str replaced(const search *s, size_t at, size_t n, sia_str put)
{
    char *p = sia_alloc_raw(s->a, 1, s->word.n - n + put.n + 1);
    if (!p) return (sia_str){ NULL, 0 };
    memcpy(p, s->word.p, at);
    if (put.n) memcpy(p + at, put.p, put.n);
    memcpy(p + at + put.n, s->word.p + at + n, s->word.n - at - n);
    return (sia_str){ p, s->word.n - n + put.n };
}

static bool repeats(sia_str w, size_t i) { return (i && w.p[i - 1] == w.p[i]) || (i + 1 < w.n && w.p[i + 1] == w.p[i]); }

/* A letter too many at i. Of two equal letters only the second is taken. */
static void without(search *s, size_t i, uint64_t before, uint64_t after, uint64_t inverse)
{
    if (s->word.n < 3 || (i + 1 < s->word.n && s->word.p[i] == s->word.p[i + 1])) return;
    if (!sia_filter_has(s->filter, before + after * inverse)) return;
    bool twice = repeats(s->word, i);
    keep(s, replaced(s, i, 1, (sia_str){ 0 }), twice ? SIA_RULE_DOUBLED : SIA_RULE_ONE_LETTER,
         twice ? SIA_COST_DOUBLED : SIA_COST_LETTER, i + 1 == s->word.n);
}

static void swapped(search *s, size_t i, uint64_t power)
{
    unsigned char x = (unsigned char)s->word.p[i], y = (unsigned char)s->word.p[i + 1];
    if (x == y || !sia_filter_has(s->filter, s->whole + ((uint64_t)y - x) * power + ((uint64_t)x - y) * power * SIA_ROLL)) return;
    char put[2] = { (char)y, (char)x };
    keep(s, replaced(s, i, 2, (sia_str){ put, 2 }), SIA_RULE_SWAPPED, SIA_COST_SWAPPED, false);
}

static void other_letter(search *s, size_t i, char c, uint64_t power)
{
    char was = s->word.p[i];
    if (c == was || !sia_filter_has(s->filter, s->whole + ((uint64_t)(unsigned char)c - (unsigned char)was) * power)) return;
    bool look = alike(was, c);
    keep(s, replaced(s, i, 1, (sia_str){ &c, 1 }), look ? SIA_RULE_LOOKALIKE : SIA_RULE_ONE_LETTER,
         look ? SIA_COST_LOOKALIKE : same_hand(was, c) ? SIA_COST_KEY : SIA_COST_OTHER, i + 1 == s->word.n);
}

/* A letter lost before i; where it repeats the next one, after that. */
static void with_letter(search *s, size_t i, char c, uint64_t before, uint64_t after, uint64_t power)
{
    if (i < s->word.n && s->word.p[i] == c) return;
    if (!sia_filter_has(s->filter, before + (unsigned char)c * power + after * SIA_ROLL)) return;
    keep(s, replaced(s, i, 0, (sia_str){ &c, 1 }), SIA_RULE_ONE_LETTER, SIA_COST_LETTER, i == s->word.n);
}

static void with_groups(search *s)
{
    for (size_t g = 0; g < SIA_COUNT_OF(groups); g++) {
        sia_str read = sia_str_of(groups[g].read), meant = sia_str_of(groups[g].meant);
        for (size_t i = 0; i + read.n <= s->word.n; i++) {
            if (memcmp(s->word.p + i, read.p, read.n)) continue;
            sia_str text = replaced(s, i, read.n, meant);
            if (text.p && (!s->filter || sia_filter_has(s->filter, sia_roll(text))))
                keep(s, text, SIA_RULE_LOOKALIKE, SIA_COST_LOOKALIKE, false);
        }
    }
}

static uint64_t inverse_of(uint64_t odd)
{
    uint64_t x = odd;                                        /* Newton: each step doubles the bits that are right */
    for (int i = 0; i < 5; i++) x *= 2 - odd * x;
    return x;
}

void sia_neighbours_known(sia_neighbours *out, sia_str word, const uint64_t *filter, sia_arena *a)
{
    search s = { out, word, a, filter, sia_roll(word) };
    uint64_t before = 0, power = 1, inverse = inverse_of(SIA_ROLL);
    for (size_t i = 0; i <= word.n; i++) {
        uint64_t after = s.whole - before;                   /* of the bytes from i on */
        for (char c = 'a'; c <= 'z'; c++) {
            if (i < word.n) other_letter(&s, i, c, power);
            with_letter(&s, i, c, before, after, power);
        }
        if (i && i < word.n) with_letter(&s, i, '-', before, after, power);
        if (i == word.n) break;
        uint64_t here = power * (unsigned char)word.p[i];
        without(&s, i, before, after - here, inverse);
        if (i + 1 < word.n) swapped(&s, i, power);
        before += here;
        power *= SIA_ROLL;
    }
    with_groups(&s);
}

void sia_neighbours_alike(sia_neighbours *out, sia_str word, sia_arena *a)
{
    search s = { .out = out, .word = word, .a = a };
    for (size_t i = 0; i < word.n; i++) {
        bool last = i + 1 == word.n;
        if (i && word.p[i] == word.p[i - 1])
            keep(&s, replaced(&s, i, 1, (sia_str){ 0 }), SIA_RULE_DOUBLED, SIA_COST_DOUBLED, last);
        for (char c = 'a'; c <= 'z'; c++)
            if (alike(word.p[i], c))
                keep(&s, replaced(&s, i, 1, (sia_str){ &c, 1 }), SIA_RULE_LOOKALIKE, SIA_COST_LOOKALIKE, last);
    }
    with_groups(&s);
}

sia_str sia_without_marks(sia_str word, sia_arena *a)
{
    char *p = sia_alloc_raw(a, 1, word.n + 1);
    size_t n = 0;
    bool changed = false;
    for (size_t i = 0; p && i < word.n; ) {
        uint32_t len;
        int32_t base[8], c = sia_utf8_at(word.p + i, &len);
        int lost;
        utf8proc_ssize_t k = utf8proc_decompose_char(c, base, 8, UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, &lost);
        i += len;
        if (k != 1 || base[0] >= 0x80) return (sia_str){ 0 };
        changed |= base[0] != c;
        p[n++] = (char)base[0];
    }
    return changed ? (sia_str){ p, n } : (sia_str){ 0 };
}

sia_str sia_without_digits(sia_str word, char one, sia_arena *a)
{
    sia_str out = sia_dup(a, word);
    char *p = (char *)(uintptr_t)out.p;
    uint32_t digits = 0;
    for (size_t i = 0; i < out.n; i++) {
        if (p[i] < '0' || p[i] > '9') continue;
        if (p[i] != '0' && p[i] != '1' && p[i] != '5') return (sia_str){ 0 };
        p[i] = p[i] == '0' ? 'o' : p[i] == '1' ? one : 's';
        digits++;
    }
    return digits && digits * 4 <= out.n ? out : (sia_str){ 0 };
}
