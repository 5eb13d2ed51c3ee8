/* How the alternatives of a group begin: \bmedia\s+(?:sosial|daring|massa) goes on with "so", "da" or "ma". */
#include "required.h"

uint16_t sia_two_letters(char a, char b) { return (uint16_t)((a & 31) << 5 | (b & 31)); }

/* The byte behind the class at s[i]; s.n: it is odd. */
static size_t past_class(sia_str s, size_t i)
{
    i++;
    if (i < s.n && s.p[i] == '^') i++;
    if (i < s.n && s.p[i] == ']') i++;
    for (; i < s.n && s.p[i] != ']'; i++) {
        if (s.p[i] == '[') return s.n;
        if (s.p[i] == '\\') i++;
    }
    return i + 1;
}

/* Where the alternative that goes on at s[i] ends, at a bar or bracket; s.n: who knows. */
static size_t alternative_end(sia_str s, size_t i)
{
    for (unsigned depth = 0; i < s.n; ) {
        const char c = s.p[i];
        if (!depth && (c == '|' || c == ')')) return i;
        if (c == '[') { i = past_class(s, i); continue; }
        if (c == '\\' && (i + 1 == s.n || s.p[i + 1] == 'Q')) return s.n;
        depth += c == '(';
        depth -= c == ')';
        i += c == '\\' ? 2 : 1;
    }
    return s.n;
}

static bool is_new(const sia_next *to, uint16_t letters)
{
    for (uint32_t k = 0; k < to->n; k++) if (to->letters[k] == letters) return false;
    return true;
}

sia_next sia_alternatives_begin(sia_str s, size_t i)
{
    static const sia_next unknown = { .n = 0 };
    sia_next out = { .n = 0 };
    do {
        i += out.n || s.p[i] == '|' || i + 2 >= s.n || s.p[i + 1] != '?' || s.p[i + 2] != ':' ? 1 : 3;
        if (i + 2 >= s.n || !sia_is_letter(s.p[i]) || !sia_is_letter(s.p[i + 1]) || strchr("?*{", s.p[i + 2])) return unknown;
        const uint16_t letters = sia_two_letters(s.p[i], s.p[i + 1]);
        if (is_new(&out, letters)) {
            if (out.n == SIA_NEXT_MOST) return unknown;
            out.letters[out.n++] = letters;
        }
        i = alternative_end(s, i + 2);
    } while (i < s.n && s.p[i] == '|');
    return i < s.n ? out : unknown;
}
