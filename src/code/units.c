/* Units: cutting tokens and patterns into words and marks, by one set of rules. */
#include "units.h"
#include <utf8proc.h>

static bool wide_space(int32_t c)
{
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029
        || c == 0x202F || c == 0x205F || c == 0x3000;
}

static sia_char wide_class(int32_t c)
{
    if (wide_space(c)) return SIA_CHAR_SPACE;
    if (c >= 0x2010 && c <= 0x2014) return SIA_CHAR_DASH;
    if (c == 0x2BC) return SIA_CHAR_MARK;                    /* folded, it is an apostrophe */
    utf8proc_category_t k = utf8proc_category(c);
    bool mark = (k >= UTF8PROC_CATEGORY_PC && k <= UTF8PROC_CATEGORY_SO) || k == UTF8PROC_CATEGORY_CC;
    return mark ? SIA_CHAR_MARK : SIA_CHAR_WORD;
}

sia_char sia_char_class(const char *p, uint32_t *len)
{
    unsigned char c = (unsigned char)*p;
    if (c >= 0x80) return wide_class(sia_utf8_at(p, len));
    *len = 1;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_') return SIA_CHAR_WORD;
    if (c == ' ' || (c >= '\t' && c <= '\r')) return SIA_CHAR_SPACE;
    return c == '-' ? SIA_CHAR_DASH : SIA_CHAR_MARK;
}

static bool digit(char c) { return c >= '0' && c <= '9'; }

/* All that sia_fold makes an apostrophe. */
static bool apostrophe(sia_str s, uint32_t i)
{
    uint32_t k;
    int32_t c = sia_utf8_at(s.p + i, &k);
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC;
}

/* A stop between letters does not join (S.Sos, R.A.), so that it matters not how a text spaces it. */
bool sia_mark_inside(sia_str s, uint32_t i, uint32_t len)
{
    if (i + len >= s.n) return false;
    if (s.p[i] == '.' || s.p[i] == ',') return digit(s.p[i - 1]) && digit(s.p[i + 1]);
    uint32_t k;
    return apostrophe(s, i) && sia_char_class(s.p + i + len, &k) == SIA_CHAR_WORD;
}

static uint32_t word_end(sia_str s, uint32_t i)
{
    uint32_t k;
    while (i < s.n) {
        sia_char c = sia_char_class(s.p + i, &k);
        if (c != SIA_CHAR_WORD && (c != SIA_CHAR_MARK || !sia_mark_inside(s, i, k))) break;
        i += k;
    }
    return i;
}

bool sia_unit_next(sia_str s, uint32_t from, sia_unit *out)
{
    uint32_t i = from, k = 0;
    sia_char c = SIA_CHAR_SPACE;
    while (i < s.n && ((c = sia_char_class(s.p + i, &k)) == SIA_CHAR_SPACE || c == SIA_CHAR_DASH)) i += k;
    if (i >= s.n) return false;
    uint32_t end = c == SIA_CHAR_WORD ? word_end(s, i) : i + k;
    *out = (sia_unit){ i, end - i, c == SIA_CHAR_WORD ? SIA_UNIT_WORD : SIA_UNIT_MARK,
                       (uint8_t)sia_gap_of((sia_str){ s.p + from, i - from }) };
    return true;
}

sia_gap sia_gap_of(sia_str g)
{
    if (g.n == 0) return SIA_GAP_NONE;
    if (g.n == 1 && (g.p[0] == ' ' || g.p[0] == '\n')) return SIA_GAP_SPACE;
    sia_gap gap = SIA_GAP_SPACE;
    for (size_t i = 0; i < g.n; ) {
        uint32_t k;
        sia_char c = sia_char_class(g.p + i, &k);
        if (c == SIA_CHAR_DASH && i == 0) gap = SIA_GAP_DASH;
        else if (c != SIA_CHAR_SPACE) return SIA_GAP_OTHER;
        i += k;
    }
    return gap;
}

bool sia_gap_breaks(sia_str g)
{
    for (size_t i = 0; i < g.n; i++) if (g.p[i] >= '\t' && g.p[i] <= '\r') return true;
    return false;
}

bool sia_is_clitic(sia_str w)
{
    static const char *const all[] = { "nya", "lah", "kah", "pun" };
    for (size_t i = 0; i < SIA_COUNT_OF(all); i++) if (w.n == 3 && memcmp(w.p, all[i], 3) == 0) return true;
    return false;
}

bool sia_is_bound(sia_str w)
{
    static const char *const all[] = {
        "antar", "anti", "eks", "ekstra", "inter", "intra", "ke", "kontra", "kuasi", "lintas", "multi", "neo", "non", "para", "pasca",
        "post", "pra", "pro", "pseudo", "se", "semi", "sub", "super", "supra", "trans", "ultra",
    };
    for (size_t i = 0; i < SIA_COUNT_OF(all); i++) if (sia_str_eq(w, sia_str_of(all[i]))) return true;
    return false;
}

uint32_t sia_clitic(sia_str w, int which)
{
    uint32_t n = which ? 6 : 3;
    if (w.n <= n || !sia_is_clitic((sia_str){ w.p + w.n - 3, 3 })) return 0;
    if (which == 0) return 3;
    return memcmp(w.p + w.n - 6, "nya", 3) == 0 && memcmp(w.p + w.n - 3, "nya", 3) != 0 ? 6 : 0;
}
