/* What one line of text looks like by itself. */
#include "line.h"
#include <utf8proc.h>

static bool blank(unsigned char c) { return c == ' ' || c == 0 || (c >= '\t' && c <= '\r'); }
static bool digit(char c) { return c >= '0' && c <= '9'; }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

static bool is_upper(int32_t c)
{
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    utf8proc_category_t k = utf8proc_category(c);
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

static bool is_lower(int32_t c)
{
    return c < 0x80 ? c >= 'a' && c <= 'z' : utf8proc_category(c) == UTF8PROC_CATEGORY_LL;
}

static bool is_letter(int32_t c)
{
    if (c < 0x80) return is_upper(c) || is_lower(c);
    utf8proc_category_t k = utf8proc_category(c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

/* Quotes and brackets of either side. */
static bool is_wrap(int32_t c)
{
    switch (c) {
    case '"': case '\'': case '(': case ')': case '[': case ']': case '{': case '}': case '*': case 0xAB: case 0xBB:
        return true;
    default:
        return c >= 0x2018 && c <= 0x201F;
    }
}

/* The last code point of s, its length in *n; s is not empty. */
static int32_t last(sia_str s, uint32_t *n)
{
    size_t i = s.n - 1;
    while (i > 0 && ((unsigned char)s.p[i] & 0xC0) == 0x80) i--;
    return sia_utf8_at(s.p + i, n);
}

sia_str sia_line_trim_ends(sia_str s)
{
    for (;;) {
        if (s.n && blank((unsigned char)s.p[0])) s.p++, s.n--;
        else if (s.n > 1 && !memcmp(s.p, "\xC2\xA0", 2)) s.p += 2, s.n -= 2;
        else break;
    }
    for (;;) {
        if (s.n && blank((unsigned char)s.p[s.n - 1])) s.n--;
        else if (s.n > 1 && !memcmp(s.p + s.n - 2, "\xC2\xA0", 2)) s.n -= 2;
        else return s;
    }
}

uint32_t sia_line_indent(sia_str s)
{
    uint32_t col = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\t') col = (col | 7) + 1;
        else if (s.p[i] == ' ') col++;
        else if (s.n - i > 1 && !memcmp(s.p + i, "\xC2\xA0", 2)) col++, i++;
        else if (!blank((unsigned char)s.p[i])) break;
    }
    return col;
}

bool sia_line_has_prefix(sia_str s, const char *want)
{
    size_t i = 0;
    for (; want[i]; i++)
        if (i >= s.n || lower(s.p[i]) != want[i]) return false;
    uint32_t n;
    return i == s.n || !is_letter(want[i - 1]) || !is_letter(sia_utf8_at(s.p + i, &n));
}

/* The first letter after quotes and brackets, or 0 when something else comes first. */
static int32_t first_letter(sia_str s)
{
    uint32_t n;
    for (size_t i = 0; i < s.n; i += n) {
        int32_t c = sia_utf8_at(s.p + i, &n);
        if (is_letter(c)) return c;
        if (!is_wrap(c)) return 0;
    }
    return 0;
}

bool sia_line_starts_lower(sia_str s) { return is_lower(first_letter(s)); }
bool sia_line_starts_upper(sia_str s) { return is_upper(first_letter(s)); }

static sia_str without_wraps(sia_str s)
{
    uint32_t n;
    while (s.n && is_wrap(last(s, &n))) s.n -= n;
    return s;
}

bool sia_line_ends_stop(sia_str s)
{
    s = without_wraps(s);
    sia_str t = s;
    while (t.n && s.n - t.n < 3 && digit(t.p[t.n - 1])) t.n--;      /* "partai.12": the mark of a footnote */
    if (t.n < s.n) t = without_wraps(t);
    if (!t.n) return false;
    char c = t.p[t.n - 1];
    if (t.n < s.n && t.n > 1 && digit(t.p[t.n - 2])) return false;  /* "pasal 5.1" */
    uint32_t n;
    return c == '.' || c == '?' || c == '!' || last(t, &n) == 0x2026;
}

bool sia_line_ends_source(sia_str s)
{
    if (!s.n || s.p[s.n - 1] != ')') return false;
    size_t i = s.n - 1;
    while (i > 0 && s.p[i] != '(' && s.n - i < 120) i--;
    return s.p[i] == '(' && sia_line_ends_stop(sia_line_trim((sia_str){ s.p, i }));
}

/* Words that cannot end a sentence, by first letter. */
static const char *const function_words[26] = {
    ['a' - 'a'] = "adalah agar akan and antar antara apabila as atas atau",
    ['b' - 'a'] = "bagi bahwa beberapa berupa bukan by",
    ['d' - 'a'] = "dalam dan dapat dari daripada demi dengan di",
    ['f' - 'a'] = "for from",
    ['g' - 'a'] = "guna",
    ['h' - 'a'] = "harus hingga",
    ['i' - 'a'] = "ialah in is",
    ['j' - 'a'] = "jika",
    ['k' - 'a'] = "kalau karena ke kepada ketika",
    ['m' - 'a'] = "maka maupun melainkan melalui menjadi menurut merupakan",
    ['n' - 'a'] = "namun",
    ['o' - 'a'] = "of oleh on or",
    ['p' - 'a'] = "pada para",
    ['s' - 'a'] =
        "sampai sang sebagai sebuah secara sedangkan sehingga sejak seorang seperti serta sesuai setiap suatu "
        "sudah supaya",
    ['t' - 'a'] = "tanpa telah tentang terhadap tetapi that the tidak to",
    ['u' - 'a'] = "untuk",
    ['w' - 'a'] = "walaupun with",
    ['y' - 'a'] = "yaitu yakni yang",
};

bool sia_function_word(sia_str w)
{
    if (w.n < 2 || w.n > 9 || w.p[0] < 'a' || w.p[0] > 'z') return false;
    for (const char *p = function_words[w.p[0] - 'a'], *end; p && *p; p = *end ? end + 1 : end) {
        for (end = p; *end && *end != ' '; end++) {}
        if ((size_t)(end - p) == w.n && !memcmp(p, w.p, w.n)) return true;
    }
    return false;
}

bool sia_line_ends_open(sia_str s)
{
    if (!s.n) return false;
    uint32_t n;
    int32_t c = last(s, &n);
    if (c == ',' || c == '(' || c == '[' || c == '&' || c == '/' || c == 0x201C || c == 0x2018) return true;
    if (c < 'a' || c > 'z') return false;                             /* no function word ends so */
    size_t i = s.n;
    while (i > 0 && !blank((unsigned char)s.p[i - 1])) i--;
    sia_str w = { s.p + i, s.n - i };
    if (i > 0 && w.n == 4 && !memcmp(w.p, "mana", 4)) {               /* "yang mana" */
        sia_str before = sia_line_trim((sia_str){ s.p, i });
        return before.n >= 4 && !memcmp(before.p + before.n - 4, "yang", 4);
    }
    return sia_function_word(w);
}

bool sia_line_caps(sia_str s)
{
    uint32_t n, letters = 0;
    for (size_t i = 0; i < s.n; i += n) {
        int32_t c = sia_utf8_at(s.p + i, &n);
        if (is_lower(c)) return false;
        letters += is_upper(c);
    }
    return letters >= 2;
}

bool sia_line_titled(sia_str s)
{
    uint32_t capitals = 0;
    for (size_t i = 0; i < s.n; ) {
        while (i < s.n && blank((unsigned char)s.p[i])) i++;
        size_t from = i;
        while (i < s.n && !blank((unsigned char)s.p[i])) i++;
        sia_str w = { s.p + from, i - from };
        if (!w.n) break;
        int32_t c = first_letter(w);
        capitals += is_upper(c);
        if (is_lower(c) && w.n >= 4 && !sia_function_word(w)) return false;
    }
    return capitals > 0;
}

uint32_t sia_line_words(sia_str s)
{
    uint32_t words = 0;
    for (size_t i = 0; i < s.n; i++)
        words += !blank((unsigned char)s.p[i]) && (i == 0 || blank((unsigned char)s.p[i - 1]));
    return words;
}

bool sia_line_has_letter(sia_str s)
{
    uint32_t n;
    for (size_t i = 0; i < s.n; i += n)
        if (is_letter(sia_utf8_at(s.p + i, &n))) return true;
    return false;
}

bool sia_line_heading(sia_str s)
{
    if (!s.n || s.n > 200) return false;
    uint32_t depth;
    bool stopped = sia_line_ends_stop(s);
    if (sia_line_chapter(s)) return true;
    if (sia_line_number(s, &depth)) return !stopped && !sia_line_ends_open(s);
    if (sia_line_known_head(s)) return true;
    uint32_t mark = sia_line_bullet(s) ? 0 : sia_line_mark(s);
    sia_str rest = sia_line_trim((sia_str){ s.p + mark, s.n - mark });
    if (mark && !stopped && rest.n && sia_line_titled(rest) && sia_line_words(rest) <= 12) return true;
    return !stopped && sia_line_caps(rest) && sia_line_words(rest) >= 2;
}

bool sia_line_opens_block(sia_str s)
{
    return sia_line_mark(s) || sia_line_heading(s) || sia_line_caption(s) || sia_line_keywords(s);
}
