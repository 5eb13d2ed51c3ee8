/* What a hyphen inside a word means in Indonesian: reduplication, a bound form, a clitic, or two words side by side. */
#include "scan.h"

/*  program-program  tolong-menolong  berlari-lari  bolak-balik      one word, a reduplication
 *  non-partisan  eks-menteri  se-Jambi  PAN-nya  1990-an  APBN-P     one word
 *  visi-misi  sosial-ekonomi  door-to-door                          one word: small letters on both sides
 *  RI-Jepang  PAN-PKS  Mobile-8                                     two words and a hyphen between                */

enum { LONGEST = 64 };                  /* longer halves are compared by their first bytes only */

/* Forms that do not stand alone. Sorted. */
static const char *const bound[] = {
    "adi", "anti", "antar", "ber", "bi", "di", "dwi", "e", "eks", "ekstra", "hiper", "inter", "intra", "kau", "ke",
    "ko", "kontra", "ku", "kuasi", "maha", "makro", "mem", "men", "meng", "mikro", "mono", "multi", "neo", "nir",
    "non", "para", "pasca", "pe", "pem", "pen", "peng", "per", "poli", "post", "pra", "pro", "pseudo", "re", "se",
    "semi", "sub", "super", "supra", "swa", "ter", "trans", "tri", "tuna", "ultra", "vice", "wakil",
};
static const char *const suffixes[] = { "an", "i", "kah", "kan", "ku", "lah", "mu", "nya", "pun", "tah" };

static bool listed(const char *const *list, size_t n, sia_str s)
{
    for (size_t i = 0; i < n; i++)
        if (sia_str_eq(sia_str_of(list[i]), s)) return true;
    return false;
}

static bool holds(sia_str s, sia_str part)
{
    for (size_t i = 0; i + part.n <= s.n; i++)
        if (!memcmp(s.p + i, part.p, part.n)) return true;
    return false;
}

static sia_str rest(sia_str s, size_t from) { return (sia_str){ s.p + from, s.n - from }; }
static sia_str first(sia_str s, size_t n) { return (sia_str){ s.p, n }; }
static bool vowel(char c) { return c && strchr("aeiou", c); }

/* Consonants alike, vowels changed: bolak-balik, gerak-gerik, warna-warni. */
static bool same_frame(sia_str a, sia_str b)
{
    if (a.n != b.n || a.n < 4) return false;
    for (size_t i = 0; i < a.n; i++)
        if (vowel(a.p[i]) ? !vowel(b.p[i]) : a.p[i] != b.p[i]) return false;
    return true;
}

/* One half is in the other, give or take the first letter that a prefix melts away: tolong-menolong, bersama-sama. */
static bool same_stem(sia_str a, sia_str b)
{
    size_t common = 0;
    while (common < a.n && common < b.n && a.p[common] == b.p[common]) common++;
    if (common >= 4 || (common >= 2 && (common == a.n || common == b.n))) return true;
    if (a.n >= 4 && holds(b, rest(a, 1)) && b.n > a.n) return true;
    return b.n >= 3 && a.n > b.n && holds(a, first(b, b.n >= 5 ? b.n - 2 : b.n >= 4 ? 4 : 3));
}

static bool rhymes(sia_str a, sia_str b)
{
    return a.n >= 3 && b.n >= 3 && !memcmp(a.p + a.n - 3, b.p + b.n - 3, 3);
}

static size_t capitals(sia_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += is_upper((unsigned char)s.p[i]);
    return n;
}

static bool small(sia_str s) { return s.n && !capitals(s) && !is_digit((unsigned char)s.p[0]); }

/* Two acronyms are not alike because they share letters: KPU-KPUD, PDIP-PDI. */
static bool acronyms(sia_str a, sia_str b)
{
    return a.n <= 5 && b.n <= 5 && capitals(a) == a.n && capitals(b) == b.n;
}

static sia_str folded(char to[LONGEST], sia_str s)
{
    size_t n = s.n < LONGEST ? s.n : LONGEST;
    for (size_t i = 0; i < n; i++) to[i] = (char)(is_upper((unsigned char)s.p[i]) ? s.p[i] + 32 : s.p[i]);
    return (sia_str){ to, n };
}

sia_hyphen sia_hyphen_rule(sia_str a, sia_str b)
{
    char one[LONGEST], two[LONGEST];
    const sia_str x = folded(one, a), y = folded(two, b);
    const bool words = is_letter((unsigned char)x.p[0]) && is_letter((unsigned char)y.p[0]);
    const bool letters = words || (unsigned char)x.p[0] >= 0x80;
    if (sia_str_eq(x, y) && a.n == b.n) return letters ? SIA_HYPHEN_REDUP : SIA_HYPHEN_SPLITS;
    if (listed(suffixes, SIA_COUNT_OF(suffixes), y)) return SIA_HYPHEN_JOINS;
    if (listed(bound, SIA_COUNT_OF(bound), x) && (a.n > 2 || capitals(a) < a.n)) return SIA_HYPHEN_JOINS;
    if (acronyms(a, b)) return b.n == 1 ? SIA_HYPHEN_JOINS : SIA_HYPHEN_SPLITS;
    if (words && (same_stem(x, y) || same_frame(x, y))) return SIA_HYPHEN_REDUP;
    if (b.n == 1 && is_upper((unsigned char)b.p[0])) return SIA_HYPHEN_JOINS;
    return (small(a) && small(b)) || (words && rhymes(x, y)) ? SIA_HYPHEN_JOINS : SIA_HYPHEN_SPLITS;
}
