/* Page numbers as they are printed. */
#include "folio.h"
#include "line.h"

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool blank(char c) { return c == ' ' || c == '\t'; }
static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static sia_str trim(sia_str s)
{
    while (s.n && blank(s.p[0])) s.p++, s.n--;
    while (s.n && blank(s.p[s.n - 1])) s.n--;
    return s;
}

/* Length of a dash, bar, bullet or blank at the front (or, reversed, at the back) of s. */
static size_t ornament(sia_str s, bool back)
{
    static const char *const marks[] = { "-", "|", "~", "*", "[", "]", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2",
        "\xC2\xB7" };
    char edge = s.n ? s.p[back ? s.n - 1 : 0] : 0;
    if (digit(edge) || letter(edge)) return 0;               /* nearly always: no need to ask one by one */
    for (size_t i = 0; i < SIA_COUNT_OF(marks); i++) {
        size_t n = strlen(marks[i]);
        if (s.n > n && !memcmp(back ? s.p + s.n - n : s.p, marks[i], n)) return n;
    }
    return 0;
}

/* The number alone: figures up to 9999 without a zero in front, or a small Roman numeral. */
static bool bare(sia_str s, sia_folio *out)
{
    uint32_t value = 0;
    size_t n = 0;
    while (n < s.n && n < 4 && digit(s.p[n])) value = value * 10 + (uint32_t)(s.p[n++] - '0');
    *out = (sia_folio){ value, s, 1, value >= 1900 && value < 2100 };
    if (n && n == s.n) return s.p[0] != '0';
    out->style = 2;
    return s.n && s.p[0] >= 'a' && s.n < 9 && sia_roman(s, &out->value) == s.n && out->value < 80;
}

bool sia_folio_line(sia_str line, sia_folio *out)
{
    static const char *const words[] = { "page", "halaman", "hal.", "hal", "hlm." };
    if (!line.n || line.n > 32) return false;
    sia_str s = line;
    for (size_t i = 0; i < SIA_COUNT_OF(words) && s.n == line.n; i++) {
        if (!sia_line_has_prefix(s, words[i])) continue;
        size_t n = strlen(words[i]);
        s = trim((sia_str){ s.p + n, s.n - n });
        if (s.n && s.p[0] == ':') s = trim((sia_str){ s.p + 1, s.n - 1 });
    }
    if (s.n > 2 && s.p[0] == '(' && s.p[s.n - 1] == ')') s = trim((sia_str){ s.p + 1, s.n - 2 });
    if (!s.n || (s.n > 16 && s.n == line.n)) return false;
    for (size_t n; (n = ornament(s, false)); ) s = trim((sia_str){ s.p + n, s.n - n });
    for (size_t n; (n = ornament(s, true)); ) s = trim((sia_str){ s.p, s.n - n });
    size_t k = 0;
    while (k < s.n && digit(s.p[k])) k++;
    sia_str of = trim((sia_str){ s.p + k, s.n - k });
    bool total = k && of.n > 1 && s.n < line.n
        && (sia_line_has_prefix(of, "of") || sia_line_has_prefix(of, "dari") || of.p[0] == '/');
    if (total) s.n = k;
    if (!bare(s, out)) return false;
    if (s.n == line.n) return true;
    out->style = 3;
    out->year = false;
    return true;
}

/* Blanks or a bar wide enough to part two columns: from in[i] on, or back from it. */
static size_t wide_gap(sia_str s, size_t i, bool back)
{
    size_t n = 0;
    bool bar = false;
    for (; back ? n < i : i + n < s.n; n++) {
        char c = back ? s.p[i - 1 - n] : s.p[i + n];
        if (!blank(c) && c != '|') break;
        bar |= c != ' ';
    }
    return n >= 5 || bar ? n : 0;
}

bool sia_folio_beside(sia_str line, sia_folio *out)
{
    enum { LONGEST = 8 };
    if (line.n > 160 || line.n < 8) return false;
    size_t n = 0, gap;
    while (n <= LONGEST && n < line.n && sia_folio_char(line.p[line.n - 1 - n])) n++;
    if (n && (gap = wide_gap(line, line.n - n, true)) > 0 && bare((sia_str){ line.p + line.n - n, n }, out))
        return sia_line_has_letter((sia_str){ line.p, line.n - n - gap });
    for (n = 0; n <= LONGEST && n < line.n && sia_folio_char(line.p[n]); ) n++;
    return n && (gap = wide_gap(line, n, false)) > 0 && bare((sia_str){ line.p, n }, out)
        && sia_line_has_letter((sia_str){ line.p + n + gap, line.n - n - gap });
}
