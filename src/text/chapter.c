/* "BAB IV" in all the shapes that typists and OCR give it. */
#include "numbering.h"
#include "line.h"

static bool blank(char c) { return c == ' ' || c == '\t'; }
static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool digit(char c) { return c >= '0' && c <= '9'; }

static uint32_t blanks(sia_str t, uint32_t i)
{
    while (i < t.n && blank(t.p[i])) i++;
    return i;
}

uint32_t sia_roman_put(char *to, uint32_t n)
{
    static const char *const tens[] = { "", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC" };
    static const char *const ones[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" };
    uint32_t k = 0;
    if (n >= 100) to[k++] = 'C';
    for (const char *p = tens[n / 10 % 10]; *p; p++) to[k++] = *p;
    for (const char *p = ones[n % 10]; *p; p++) to[k++] = *p;
    return k;
}

/* The word itself, its letters perhaps spaced, an 8 for a B: its length. A small b never heads a chapter. */
static uint32_t word(sia_str t)
{
    static const char word_of[] = "BAB";
    uint32_t i = 0;
    for (uint32_t k = 0; k < 3; k++) {
        if (k) i = blanks(t, i);
        if (i >= t.n) return 0;
        char c = t.p[i] == '8' ? 'B' : t.p[i] == '4' ? 'A' : t.p[i];
        if (k && t.p[0] == 'B' && t.p[i] == (word_of[k] | 32)) c = word_of[k];        /* "Bab" */
        if (c != word_of[k]) return 0;
        i++;
    }
    return i;
}

/* A character of a Roman numeral as print, type or OCR shows it, in its capital; 0: none. */
static char roman_of(char c)
{
    switch (c) {
    case 'I': case 'i': case 'l': case '1': case '|': case '!': return 'I';
    case 'V': case 'v': case 'Y': return 'V';
    case 'X': case 'x': return 'X';
    default: return 0;
    }
}

/* Letters in a row, or one by one with single blanks between ("I V"). Fills `to`, gives how many; *end after them. */
static uint32_t roman_run(sia_str t, uint32_t i, char *to, uint32_t cap, uint32_t *end)
{
    uint32_t n = 0;
    while (i < t.n && n < cap && roman_of(t.p[i])) {
        to[n++] = roman_of(t.p[i++]);
        *end = i;
        bool alone = i + 2 <= t.n && blank(t.p[i]) && roman_of(t.p[i + 1]) && (i + 2 == t.n || blank(t.p[i + 2]));
        if (alone && (i < 2 || !letter(t.p[i - 2]) || n > 1)) i++;
    }
    return n;
}

static bool arabic(sia_str t, uint32_t i, sia_chapter_mark *m)
{
    uint32_t n = 0, ones = 0;
    for (; i + n < t.n && n < 3 && digit(t.p[i + n]); n++) {
        m->value = m->value * 10 + (uint32_t)(t.p[i + n] - '0');
        ones += t.p[i + n] == '1';
    }
    m->body = i + n;
    m->arabic = true;
    m->ones = n >= 2 && ones == n;
    if (i + n < t.n && (letter(t.p[i + n]) || t.p[i + n] == '|')) return false;
    if (m->value == 111) m->value = 3, m->arabic = false;             /* no thesis has 111 chapters */
    return n > 0 && m->value > 0 && m->value < 40;
}

static bool roman(sia_str t, uint32_t i, sia_chapter_mark *m)
{
    char got[12];
    uint32_t end = i, n = roman_run(t, i, got, sizeof got, &end), used = sia_roman((sia_str){ got, n }, &m->value);
    m->arabic = m->ones = false;
    m->body = end;
    return n && used == n && m->value < 40 && !(end < t.n && (letter(t.p[end]) || digit(t.p[end])));
}

static bool spelt(sia_str t, uint32_t i, sia_chapter_mark *m)
{
    static const struct { const char *name; uint32_t value; } words[] = {
        { "satu", 1 }, { "dua", 2 }, { "tiga", 3 }, { "empat", 4 }, { "lima", 5 }, { "enam", 6 }, { "tujuh", 7 },
        { "delapan", 8 }, { "pertama", 1 }, { "kedua", 2 }, { "ketiga", 3 }, { "keempat", 4 }, { "kelima", 5 },
        { "keenam", 6 }, { "ketujuh", 7 }, { "kedelapan", 8 },
    };
    sia_str rest = { t.p + i, t.n - i };
    for (size_t k = 0; k < SIA_COUNT_OF(words); k++)
        if (rest.n && rest.p[0] < 'a' && sia_line_has_prefix(rest, words[k].name)) {
            *m = (sia_chapter_mark){ words[k].value, i + (uint32_t)strlen(words[k].name), false, false };
            return true;
        }
    return false;
}

/* The length of the en or em dash at i. */
static uint32_t long_dash(sia_str t, uint32_t i)
{
    return t.n - i > 3 && !memcmp(t.p + i, "\xE2\x80", 2) && (t.p[i + 2] == '\x93' || t.p[i + 2] == '\x94') ? 3 : 0;
}

bool sia_chapter_read(sia_str t, sia_chapter_mark *m)
{
    uint32_t i = word(t), from = i;
    if (!i) return false;
    while (from < t.n && (blank(t.p[from]) || t.p[from] == '.' || t.p[from] == ':' || t.p[from] == '-')) from++;
    if (from >= t.n) return false;                                    /* "BAB" alone is a word */
    *m = (sia_chapter_mark){ 0 };
    if (from == i) {                                                  /* "BABIV", "BAB4"; but "BABI" is a pig */
        if (t.p[1] != 'A' || (!arabic(t, from, m) && !(roman(t, from, m) && m->body > from + 1))) return false;
    } else if (!arabic(t, from, m) && !roman(t, from, m) && !spelt(t, from, m)) {
        return false;
    }
    while (m->body < t.n && (blank(t.p[m->body]) || strchr(".:-", t.p[m->body]))) m->body++;
    uint32_t dash = long_dash(t, m->body);
    if (dash) m->body = blanks(t, m->body + dash);
    return true;
}

bool sia_chapter_read_split(sia_str t, sia_str next, sia_chapter_mark *m)
{
    char both[16] = "BAB ";
    if (t.n < 3 || word(t) != t.n || next.n > sizeof both - 4) return false;
    memcpy(both + 4, next.p, next.n);
    if (!sia_chapter_read((sia_str){ both, next.n + 4 }, m) || m->body != next.n + 4) return false;
    m->body = (uint32_t)next.n;
    return true;
}
