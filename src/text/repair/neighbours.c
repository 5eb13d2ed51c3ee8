/* Neighbours: the words that one slip away a given word may have been meant to be. */
#include "repairs.h"
#include <utf8proc.h>

/* Letters that scans take for each other, of each letter in the order of the alphabet. */
static const char looks[26][8] = {
    "eo", "h", "eo", "", "aco", "rt", "q", "bn", "jlu", "i", "l", "ikt", "n",
    "hmu", "ace", "", "g", "ft", "z", "flr", "inv", "uy", "", "", "v", "s" };

static const char *alikes(char a) { return a >= 'a' && a <= 'z' ? looks[a - 'a'] : ""; }
static bool alike(char a, char b) { return strchr(alikes(a), b); }

/* Letters side by side on a keyboard. */
static bool same_hand(char a, char b)
{
    static const char *const near[26] = {
        "qwsz", "vghn", "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko", "huikmn", "jiolm", "kop", "njk",
        "bhjm", "iklp", "ol", "wa", "edft", "awedxz", "rfgy", "yhji", "cfgb", "qase", "zsdc", "tghu", "asx" };
    return a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z' && strchr(near[a - 'a'], b);
}

/* Groups of letters that scans take for each other: as read, as meant. */
#define G(read, meant) { { read, sizeof read - 1 }, { meant, sizeof meant - 1 } },
static const struct { sia_str read, meant; } groups[] = {
    G("rn", "m") G("m", "rn") G("cl", "d") G("d", "cl") G("ii", "u") G("u", "ii") G("nn", "m") G("m", "nn")
    G("ti", "u") G("u", "ti") G("n", "ti") G("n", "ri") G("m", "in") G("m", "ni") G("in", "m") G("ni", "m")
    G("li", "h") G("h", "li") G("ri", "n") G("vv", "w") G("w", "vv") G("tn", "m") G("rm", "nn") G("iu", "m")
    G("il", "u") G("u", "il") G("ll", "u") G("lt", "k") G("h", "ti") G("h", "il") G("k", "li") G("b", "li")
};
#undef G

/* Every word one slip away would be some hundreds, of which hardly any is one. So the places where a letter is another or
 * missing are looked at first, by hashes of words with a gap (nearby.h, wordset.c); letters are tried at those that remain. */
typedef struct {
    sia_neighbours *out;
    sia_str  word;
    sia_arena *a;
    const sia_wordset *set;                 /* one of the two                                 */
    const nearby *dictionary;
    uint64_t sum[SIA_WORD_LONGEST + 1];     /* sum[i]: the hash of its first i letters        */
    uint64_t power[SIA_WORD_LONGEST + 1];   /* of SIA_ROLL                                    */
    uint32_t letters;                       /* bit of each that it has                        */
    sia_places at;
} search;

/* Whether the set may have the word with bytes [at, at + n) replaced by `put`, which is a byte longer, shorter or as long. */
static bool passes(const search *s, size_t at, size_t n, sia_str put)
{
    uint64_t middle = 0, after = s->sum[s->word.n] - s->sum[at + n];
    for (size_t i = 0; i < put.n; i++) middle += s->power[at + i] * (unsigned char)put.p[i];
    if (put.n != n) after *= put.n > n ? SIA_ROLL : SIA_UNROLL;
    return sia_filter_has(s->set->filter, s->sum[at] + middle + after);
}

static void keep(search *s, size_t at, size_t n, sia_str put, uint8_t rule, uint8_t cost, bool at_end)
{
    char room[SIA_WORD_LONGEST + 8];
    sia_str text = { room, s->word.n - n + put.n };
    if (s->set && !passes(s, at, n, put)) return;
    memcpy(room, s->word.p, at);
    if (put.n) memcpy(room + at, put.p, put.n);
    memcpy(room + at + put.n, s->word.p + at + n, s->word.n - at - n);
    if (s->dictionary && !nearby_word(s->dictionary, text)) return;
    sia_neighbour x = { sia_dup(s->a, text), rule, cost, at_end };
    if (x.text.p) sia_push(s->a, s->out, x);
}

static bool repeats(sia_str w, size_t i) { return (i && w.p[i - 1] == w.p[i]) || (i + 1 < w.n && w.p[i + 1] == w.p[i]); }

/* A letter too many at i. Of two equal letters only the second is taken. */
static void without(search *s, size_t i)
{
    if (s->word.n < 3 || (i + 1 < s->word.n && s->word.p[i] == s->word.p[i + 1])) return;
    bool twice = repeats(s->word, i);
    keep(s, i, 1, (sia_str){ 0 }, twice ? SIA_RULE_DOUBLED : SIA_RULE_ONE_LETTER, twice ? SIA_COST_DOUBLED : SIA_COST_LETTER, i + 1 == s->word.n);
}

static void swapped(search *s, size_t i)
{
    char put[2] = { s->word.p[i + 1], s->word.p[i] };
    if (put[0] != put[1]) keep(s, i, 2, (sia_str){ put, 2 }, SIA_RULE_SWAPPED, SIA_COST_SWAPPED, false);
}

static void other_letter(search *s, size_t i, char c)
{
    char was = s->word.p[i];
    if (c == was) return;
    bool look = alike(was, c);
    keep(s, i, 1, (sia_str){ &c, 1 }, look ? SIA_RULE_LOOKALIKE : SIA_RULE_ONE_LETTER,
         look ? SIA_COST_LOOKALIKE : same_hand(was, c) ? SIA_COST_KEY : SIA_COST_OTHER, i + 1 == s->word.n);
}

/* A letter lost before i; where it repeats the next one, after that. */
static void with_letter(search *s, size_t i, char c)
{
    if (i < s->word.n && s->word.p[i] == c) return;
    keep(s, i, 0, (sia_str){ &c, 1 }, SIA_RULE_ONE_LETTER, SIA_COST_LETTER, i == s->word.n);
}

static void with_groups(search *s)
{
    for (size_t g = 0; g < SIA_COUNT_OF(groups); g++) {
        sia_str read = groups[g].read, meant = groups[g].meant;
        if (!(s->letters >> (read.p[0] & 31) & 1)) continue;
        for (size_t i = 0; i + read.n <= s->word.n; i++)
            if (s->word.p[i] == read.p[0] && !memcmp(s->word.p + i, read.p, read.n))
                keep(s, i, read.n, meant, SIA_RULE_LOOKALIKE, SIA_COST_LOOKALIKE, false);
    }
}

static void begin(search *s)
{
    const sia_str word = s->word;
    s->power[0] = 1;
    for (size_t i = 0; i < word.n; i++) {
        s->sum[i + 1] = s->sum[i] + s->power[i] * (unsigned char)word.p[i];
        s->power[i + 1] = s->power[i] * SIA_ROLL;
        s->letters |= 1u << (word.p[i] & 31);
    }
}

static void all_slips(search *s)
{
    const sia_str word = s->word;
    for (size_t i = 0; i <= word.n; i++) {
        const bool other = s->at.other >> i & 1, more = s->at.more >> i & 1;
        for (char c = 'a'; (other || more) && c <= 'z'; c++) {
            if (other) other_letter(s, i, c);
            if (more) with_letter(s, i, c);
        }
        if (more && i && i < word.n) with_letter(s, i, '-');
        if (i < word.n) without(s, i);
        if (i + 1 < word.n) swapped(s, i);
    }
    with_groups(s);
}

void sia_neighbours_known(sia_neighbours *out, sia_str word, const sia_wordset *of, sia_arena *a)
{
    search s = { .out = out, .word = word, .a = a, .set = of };
    begin(&s);
    s.at = sia_wordset_places(of, word, s.sum[word.n]);
    all_slips(&s);
}

void sia_neighbours_listed(sia_neighbours *out, sia_str word, const nearby *of, sia_arena *a)
{
    search s = { .out = out, .word = word, .a = a, .dictionary = of };
    begin(&s);
    s.at = nearby_slips(of, word);
    all_slips(&s);
}

void sia_neighbours_alike(sia_neighbours *out, sia_str word, const nearby *of, sia_arena *a)
{
    search s = { .out = out, .word = word, .a = a, .dictionary = of };
    begin(&s);
    for (size_t i = 0; i < word.n; i++) {
        bool last = i + 1 == word.n;
        if (i && word.p[i] == word.p[i - 1]) keep(&s, i, 1, (sia_str){ 0 }, SIA_RULE_DOUBLED, SIA_COST_DOUBLED, last);
        for (const char *c = alikes(word.p[i]); *c; c++) keep(&s, i, 1, (sia_str){ c, 1 }, SIA_RULE_LOOKALIKE, SIA_COST_LOOKALIKE, last);
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
