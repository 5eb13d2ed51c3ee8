/* Growing text. */
#include "textbuf.h"
#include <stdio.h>

void textbuf_put(textbuf *b, sia_str s)
{
    for (size_t i = 0; i < s.n; i++) sia_push(b->a, &b->v, s.p[i]);
}

void textbuf_number(textbuf *b, uint64_t n)
{
    char digits[24];
    textbuf_put(b, (sia_str){ digits, (size_t)snprintf(digits, sizeof digits, "%llu", (unsigned long long)n) });
}

sia_str textbuf_str(const textbuf *b) { return sia_arena_ok(b->a) ? (sia_str){ b->v.v, b->v.n } : SIA_STR(""); }

static bool noncharacter(sia_str s, size_t i)
{
    return s.n - i >= 3 && (!memcmp(s.p + i, "\xEF\xBF\xBE", 3) || !memcmp(s.p + i, "\xEF\xBF\xBF", 3));
}

static sia_str as_xml(char c, bool whole)
{
    switch (c) {
    case '&': return SIA_STR("&amp;");
    case '<': return SIA_STR("&lt;");
    case '>': return SIA_STR("&gt;");
    case '"': return SIA_STR("&quot;");
    case '\t': return whole ? SIA_STR("&#9;") : SIA_STR(" ");
    case '\n': return whole ? SIA_STR("&#10;") : SIA_STR(" ");
    case '\r': return whole ? SIA_STR("&#13;") : SIA_STR(" ");
    default: return (unsigned char)c < ' ' ? SIA_STR("\xEF\xBF\xBD") : SIA_STR("");
    }
}

static void put_xml(textbuf *b, sia_str s, bool whole)
{
    for (size_t i = 0; i < s.n; i++) {
        const sia_str other = as_xml(s.p[i], whole);
        if (noncharacter(s, i)) { textbuf_put(b, SIA_STR("\xEF\xBF\xBD")); i += 2; }
        else textbuf_put(b, other.n ? other : (sia_str){ s.p + i, 1 });
    }
}

void textbuf_xml(textbuf *b, sia_str s) { put_xml(b, s, false); }
void textbuf_xml_whole(textbuf *b, sia_str s) { put_xml(b, s, true); }
