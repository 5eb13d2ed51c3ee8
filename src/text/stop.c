/* Stop lists: sets of folded words, read from a text of one word a line. */
#include <siasat/text.h>

struct sia_stops {
    sia_lex *words;
};

static bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static sia_str trimmed(sia_str s)
{
    while (s.n && blank(s.p[s.n - 1])) s.n--;
    while (s.n && blank(*s.p)) { s.p++; s.n--; }
    return s;
}

/* What stands before a comment. */
static sia_str word_of(sia_str line)
{
    const char *comment = line.n ? memchr(line.p, '#', line.n) : NULL;
    if (comment) line.n = (size_t)(comment - line.p);
    return trimmed(line);
}

static sia_status add_line(sia_stops *s, sia_str line, sia_str name, uint32_t number, sia_arena *a, sia_err *err)
{
    const sia_str word = word_of(line);
    if (!word.n) return SIA_OK;
    for (size_t i = 0; i < word.n; i++) {
        if (!blank(word.p[i])) continue;
        const uint32_t col = (uint32_t)sia_utf8_count((sia_str){ line.p, (size_t)(word.p - line.p) + i }) + 1;
        const int shown = (int)(word.n < 80 ? word.n : 80);
        return sia_fail_at(err, SIA_MSG_STOP_WORDS, name, number, col, "%.*s", shown, word.p);
    }
    return sia_lex_id(s->words, sia_fold(a, word)) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
}

sia_status sia_stops_parse(sia_stops **out, sia_str name, sia_str bytes, sia_arena *a, sia_err *err)
{
    sia_decoded text;
    SIA_TRY(sia_decode(&text, name, bytes, SIA_ENC_AUTO, a, err));
    sia_stops *s = sia_new(a, sia_stops, 1);
    if (s) s->words = sia_lex_new(a);
    if (!s || !s->words) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
    uint32_t number = 1;
    for (size_t at = 0; at < text.in.n; number++) {
        const char *line = text.in.p + at, *end = memchr(line, '\n', text.in.n - at);
        const size_t n = end ? (size_t)(end - line) : text.in.n - at;
        SIA_TRY(add_line(s, (sia_str){ line, n }, name, number, a, err));
        at += n + 1;
    }
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
    *out = s;
    return SIA_OK;
}

bool sia_stops_has(const sia_stops *s, sia_str folded) { return sia_lex_find(s->words, folded) != 0; }
