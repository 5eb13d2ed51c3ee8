/* Regexes: what we refuse, and compiling the rest. */
#include "regex.h"

static bool upper(char c) { return c >= 'A' && c <= 'Z'; }

/* Backslash at s[i]: the index past what it escapes, or 0 when it is one we refuse. \Q..\E quotes what would else count. */
static size_t past_escape(sia_str s, size_t i)
{
    char c = i + 1 < s.n ? s.p[i + 1] : ' ';
    if (c == 'K' || c == 'G' || c == 'C') return 0;
    if (c != 'Q') return i + 2;
    for (i += 2; i + 1 < s.n; i++) if (s.p[i] == '\\' && s.p[i + 1] == 'E') return i + 2;
    return s.n;
}

sia_msg sia_regex_refused(sia_str s, size_t *at)
{
    for (size_t i = 0; i < s.n; ) {
        *at = i;
        if (s.p[i] == '\\') {
            i = past_escape(s, i);
            if (!i) return SIA_MSG_REGEX_REFUSED;
            continue;
        }
        bool open = s.p[i] == '(' && i + 2 < s.n;
        bool verb = open && s.p[i + 1] == '*' && (upper(s.p[i + 2]) || s.p[i + 2] == ':');
        bool callout = open && s.p[i + 1] == '?' && s.p[i + 2] == 'C';
        if (verb || callout) return SIA_MSG_REGEX_REFUSED;
        i++;
    }
    return SIA_MSG_NONE;
}

pcre2_code *sia_regex_compile(sia_str regex, bool keep_case, uint32_t options, int *code, size_t *at)
{
    char source[SIA_REGEX_MAX + 16];
    PCRE2_SIZE off = 0;
    size_t n = 0;
    memcpy(source, "(?:", 3);
    memcpy(source + 3, regex.p, regex.n);
    n = 3 + regex.n;
    memcpy(source + n, ")(?C1)", 6);
    n += 6;
    options |= PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_NO_UTF_CHECK | (keep_case ? 0 : PCRE2_CASELESS);
    pcre2_code *re = pcre2_compile((PCRE2_SPTR)source, n, options, code, &off, NULL);
    *at = off < 3 ? 0 : off - 3 > regex.n ? regex.n : off - 3;
    return re;
}
