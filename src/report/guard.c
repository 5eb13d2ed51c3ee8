/* Cells that a spreadsheet would not leave alone: formulas, and in the Excel dialects what it takes for a number, a
 * date, a truth value or an error. LibreOffice drops NUL before it looks, so here NUL must be gone already. */
#include "writer.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

/* `word` is lower case. */
static bool same(sia_str s, const char *word)
{
    if (s.n != strlen(word)) return false;
    for (size_t i = 0; i < s.n; i++)
        if (lower(s.p[i]) != word[i]) return false;
    return true;
}

static bool any_of(sia_str s, const char *const *words, size_t n)
{
    for (size_t i = 0; s.n && i < n; i++)
        if (words[i][0] == lower(s.p[0]) && same(s, words[i])) return true;
    return false;
}

static sia_str trimmed(sia_str s)
{
    while (s.n && s.p[0] == ' ') { s.p++; s.n--; }
    while (s.n && s.p[s.n - 1] == ' ') s.n--;
    return s;
}

/* "=..." and its kin run or are taken for the start of a formula (OWASP's list). A dash alone starts nothing: it is
 * the name of standard input, and a token. */
static bool runs(sia_str s)
{
    const uint64_t starts = 1ull << '=' | 1ull << '+' | 1ull << '-' | 1ull << '\t' | 1ull << '\r' | 1ull << '\n';
    const unsigned char c = s.n ? (unsigned char)s.p[0] : ' ';
    return c < 64 ? (starts >> c & 1) && !(s.n == 1 && c == '-') : c == '@';
}

/* U+FF1D, FF0B, FF0D, FF20: the wide forms, which some settings of Excel take for the plain ones. */
static bool runs_wide(sia_str s)
{
    static const char *const wide[] = { "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0" };
    for (size_t i = 0; i < SIA_COUNT_OF(wide); i++)
        if (s.n >= 3 && !memcmp(s.p, wide[i], 3)) return true;
    return false;
}

static bool is_constant(sia_str s)
{
    static const char *const words[] = {
        "true", "false", "#n/a", "#ref!", "#name?", "#div/0!", "#value!", "#null!", "#num!",
    };
    return any_of(s, words, SIA_COUNT_OF(words));
}

/* Words that stand in a date, a time, an amount or a number with an exponent, in English and Indonesian. */
static bool is_number_word(sia_str w, bool after_blank)
{
    static const char *const words[] = {
        "e", "am", "pm", "rp", "idr", "usd",
        "jan", "feb", "mar", "apr", "may", "mei", "jun", "jul", "aug", "agu", "agt", "ags", "sep", "sept",
        "oct", "okt", "nov", "nop", "dec", "des",
        "january", "januari", "february", "februari", "march", "maret", "april", "june", "juni", "july", "juli",
        "august", "agustus", "september", "october", "oktober", "november", "nopember", "december", "desember",
    };
    if (after_blank && (same(w, "a") || same(w, "p"))) return true;
    return any_of(w, words, SIA_COUNT_OF(words));
}

static size_t word_at(sia_str s, size_t i)
{
    size_t n = 0;
    while (i + n < s.n && is_letter(s.p[i + n])) n++;
    return n;
}

static bool has_digit(sia_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_digit(s.p[i])) return true;
    return false;
}

/* Stays what it is: a whole number without leading zero that a double holds. */
static bool is_safe_number(sia_str s)
{
    if (!s.n || s.n > 15 || (s.p[0] == '0' && s.n > 1)) return false;
    for (size_t i = 0; i < s.n; i++)
        if (!is_digit(s.p[i])) return false;
    return true;
}

/* Digits, the marks of numbers and dates, and their words, and nothing else: 4.10, 00123, 3/4, 1e5, 50%, (5), 10:30 PM,
 * Rp 10.000, 5 Mei 2014, SEPT2. All decimals are meant, since what `4.1` becomes hangs on the machine's setting. */
static bool is_number_like(sia_str s)
{
    if (!has_digit(s)) return false;
    if (s.n > 2 && s.p[0] == '(' && s.p[s.n - 1] == ')') s = (sia_str){ s.p + 1, s.n - 2 };
    else if (is_safe_number(s)) return false;
    for (size_t i = 0, n; i < s.n; i += n ? n : 1) {
        n = word_at(s, i);
        if (n && !is_number_word((sia_str){ s.p + i, n }, i && s.p[i - 1] == ' ')) return false;
        if (!n && !is_digit(s.p[i]) && !memchr(" .,:/-+%$'", s.p[i], 10)) return false;
    }
    return true;
}

bool sia_needs_guard(sia_str s, sia_dialect dialect)
{
    if (runs(s)) return true;
    if (dialect == SIA_RFC4180 || !s.n) return false;
    sia_str t = trimmed(s);
    return runs_wide(s) || is_constant(t) || is_number_like(t);
}
