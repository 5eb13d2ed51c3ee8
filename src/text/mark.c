/* The marks a line may begin with: chapter words, heading numbers, list marks, captions, known titles. */
#include "line.h"

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool blank(char c) { return c == ' ' || c == '\t'; }
static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static size_t blanks(sia_str s, size_t i)
{
    while (i < s.n && blank(s.p[i])) i++;
    return i;
}

static size_t digits(sia_str s, size_t i)
{
    while (i < s.n && digit(s.p[i])) i++;
    return i;
}

static uint32_t roman_digit(char c)
{
    switch (c) {
    case 'i': return 1;
    case 'v': return 5;
    case 'x': return 10;
    case 'l': return 50;
    case 'c': return 100;
    default:  return 0;
    }
}

/* The usual spelling of n < 200, so that only well-formed numerals ("IX", not "IIX" or "VIL") are taken. */
static uint32_t roman_spell(uint32_t n, char *to)
{
    static const char *const tens[] = { "", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc" };
    static const char *const ones[] = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" };
    uint32_t k = 0;
    if (n >= 100) to[k++] = 'c';
    for (const char *p = tens[n / 10 % 10]; *p; p++) to[k++] = *p;
    for (const char *p = ones[n % 10]; *p; p++) to[k++] = *p;
    return k;
}

uint32_t sia_roman(sia_str s, uint32_t *value)
{
    char got[12], want[12];
    uint32_t n = 0, sum = 0;
    bool upper = s.n && s.p[0] < 'a';
    for (; n < s.n && n < sizeof got && (s.p[n] < 'a') == upper; n++) {
        got[n] = (char)(upper ? s.p[n] + 32 : s.p[n]);
        if (!letter(s.p[n]) || !roman_digit(got[n])) break;
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t d = roman_digit(got[i]), after = i + 1 < n ? roman_digit(got[i + 1]) : 0;
        sum = d < after ? sum - d : sum + d;
    }
    if (!n || n == sizeof got || sum == 0 || sum >= 200 || (n < s.n && letter(s.p[n]))) return 0;
    if (roman_spell(sum, want) != n || memcmp(got, want, n)) return 0;
    *value = sum;
    return n;
}

/* "BAB", "Bab", "B A B": its length. OCR spaces the letters of headings. */
static size_t chapter_word(sia_str s)
{
    static const char word[] = "bab";
    size_t i = 0;
    for (size_t k = 0; k < 3; k++) {
        if (k) i = blanks(s, i);
        if (i >= s.n || (s.p[i] | 32) != word[k]) return 0;
        i++;
    }
    return i;
}

uint32_t sia_line_chapter(sia_str s)
{
    size_t i = chapter_word(s), from = blanks(s, i), to = from;
    if (!i) return 0;
    while (to < s.n && (digit(s.p[to]) || letter(s.p[to]) || s.p[to] == '|' || s.p[to] == '!')) to++;
    if (to == from) return 0;
    size_t n = to - from;
    uint32_t value;
    bool arabic = digits(s, from) == to && n <= 2;
    bool roman = sia_roman((sia_str){ s.p + from, n }, &value) == n;
    bool ocr = n <= 4;                                                /* "BAB lV", "BAB 1V", "BAB I|" */
    for (size_t k = from; k < to && ocr; k++) ocr = strchr("IVXl1|!", s.p[k]) != NULL;
    if (!arabic && !roman && !ocr) return 0;
    if (from == i && !roman) return 0;                                /* "BAB4" is rare, "babi" is a pig */
    if (s.p[0] == 'b' || (to < s.n && !blank(s.p[to]) && !strchr(".:-", s.p[to]))) return 0;
    return (uint32_t)to;
}

uint32_t sia_line_number(sia_str s, uint32_t *depth)
{
    size_t i = 0, end = 0;
    *depth = 0;
    for (;;) {
        size_t to = digits(s, i);
        if (to == i || to - i > 2) break;                             /* "2014.": a year heads nothing */
        end = to;
        ++*depth;
        if (to >= s.n || s.p[to] != '.') break;
        end = to + 1;
        i = blanks(s, end);
    }
    if (*depth < 2 || end >= s.n) return 0;
    if (digit(s.p[end]) || s.p[end] == '%' || s.p[end] == ',') return 0;
    size_t rest = blanks(s, end);
    bool lower = s.p[rest] >= 'a' && s.p[rest] <= 'z';                /* "2.5 juta orang" */
    return rest < s.n && !lower && (rest > end || letter(s.p[rest])) ? (uint32_t)end : 0;
}

uint32_t sia_line_bullet(sia_str s)
{
    /* the Symbol and Wingdings bullets come out of Word as U+F0B7 and U+F0A7 */
    static const char *const bullets[] = { "\xE2\x80\xA2", "\xE2\x97\x8F", "\xE2\x96\xAA", "\xE2\x96\xA0",
        "\xE2\x97\xA6", "\xE2\x97\x8B", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", "\xE2\x9E\xA2", "\xE2\x9C\x93",
        "\xE2\x9C\x94", "\xEF\x82\xB7", "\xEF\x82\xA7", "-", "*", "+" };
    if (!s.n || digit(s.p[0]) || letter(s.p[0])) return 0;
    for (size_t i = 0; i < SIA_COUNT_OF(bullets); i++) {
        size_t n = strlen(bullets[i]);
        if (s.n > n && !memcmp(s.p, bullets[i], n) && blank(s.p[n])) return (uint32_t)blanks(s, n);
    }
    if (s.n > 2 && s.p[0] == '.' && s.p[1] == ' ' && s.p[2] != '.')
        return (uint32_t)blanks(s, 1); /* OCR lost the number */
    return 0;
}

uint32_t sia_line_mark(sia_str s)
{
    uint32_t value, bullet = sia_line_bullet(s);
    if (bullet) return bullet;
    size_t open = s.n && s.p[0] == '(', i = digits(s, open), n = i - open;
    if (n == 0) {
        sia_str rest = { s.p + open, s.n - open };
        n = sia_roman(rest, &value);
        if (!n && rest.n && letter(rest.p[0]) && !(rest.n > 1 && letter(rest.p[1]))) n = 1;
        i = open + n;
    } else if (n > 2) {
        return 0;
    }
    if (n == 0 || i >= s.n || (s.p[i] != ')' && (open || s.p[i] != '.'))) return 0;
    size_t end = i + 1, rest = blanks(s, end);
    if (rest >= s.n || digit(s.p[rest])) return 0;
    if (rest == end && !(digit(s.p[i - 1]) && letter(s.p[rest]) && s.p[rest] < 'a')) return 0;       /* "1.Kekuatan" */
    return (uint32_t)rest;
}

bool sia_line_caption(sia_str s)
{
    static const char *const words[] = { "tabel", "gambar", "grafik", "bagan", "diagram", "skema", "peta", "table",
        "figure" };
    if (!s.n || !letter(s.p[0])) return false;
    if (sia_line_has_prefix(s, "sumber:") || sia_line_has_prefix(s, "sumber :") || sia_line_has_prefix(s, "source:"))
        return true;
    for (size_t i = 0; i < SIA_COUNT_OF(words); i++) {
        if (words[i][0] != (s.p[0] | 32) || s.p[0] >= 'a' || !sia_line_has_prefix(s, words[i])) continue;
        size_t n = strlen(words[i]), at = blanks(s, n);
        uint32_t value;
        if (at == n || at >= s.n) continue;
        if (digit(s.p[at]) || sia_roman((sia_str){ s.p + at, s.n - at }, &value)) return true;
    }
    return false;
}

bool sia_line_keywords(sia_str s)
{
    static const char *const words[] = { "kata kunci", "kata-kata kunci", "keywords", "keyword", "key words",
        "key word" };
    for (size_t i = 0; i < SIA_COUNT_OF(words); i++) {
        if (!s.n || (s.p[0] | 32) != 'k' || !sia_line_has_prefix(s, words[i])) continue;
        size_t at = blanks(s, strlen(words[i]));
        return at == s.n || s.p[at] == ':' || s.p[at] == '-' || s.p[at] == '=';
    }
    return false;
}

bool sia_line_known_head(sia_str s)
{
    static const char *const heads[] = {
        "abstrak", "abstract", "ringkasan", "pendahuluan", "tinjauan pustaka", "kajian pustaka", "landasan teori",
        "kerangka teori", "metode penelitian", "metodologi penelitian", "hasil dan pembahasan", "pembahasan",
        "penutup", "kesimpulan", "simpulan", "saran", "kesimpulan dan saran", "simpulan dan saran",
        "daftar pustaka", "daftar isi", "daftar tabel", "daftar gambar", "daftar lampiran", "lampiran",
        "lampiran-lampiran", "kata pengantar", "ucapan terima kasih", "halaman pengesahan", "lembar pengesahan",
        "pernyataan", "riwayat hidup", "referensi", "references",
    };
    if (!s.n || s.n > 32 || !letter(s.p[0]) || s.p[0] >= 'a') return false;
    while (s.n && (s.p[s.n - 1] == ':' || blank(s.p[s.n - 1]))) s.n--;
    for (size_t i = 0; i < SIA_COUNT_OF(heads); i++)
        if ((s.p[0] | 32) == heads[i][0] && s.n == strlen(heads[i]) && sia_line_has_prefix(s, heads[i])) return true;
    return false;
}
