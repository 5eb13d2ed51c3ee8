/* Begins: of regexes whose first letters are known a form is compared with those; of the others, by its first byte. Folding takes
 * capitals from a word and makes ASCII of some letters that were not, so what a surface allows its form must allow too:
 *
 *     regex                  known           forms it may begin with
 *     \bstrategi\s+ofensif   "strategi"      strategi, strategi-strategi
 *     (?:men)?dukung         first byte m,d  all of m and d
 *     caf\w+                 "caf"           caf..., and all with letters beyond ASCII whose first byte may begin a regex */
#include "begins.h"

enum { BUCKETS = 512 };

struct sia_begins {
    bool known[256], unknown[256];                           /* first bytes of surfaces, for regexes whose letters are known, and others */
    SIA_VEC(const sia_literal *) starts[BUCKETS];            /* by their first two letters; [0]: those of one, or with a gap behind it */
};

/* Of the first two letters; a capital lies with its small letter. */
static uint32_t bucket(const char *p, size_t n)
{
    if (n < 2 || p[1] == SIA_LITERAL_GAP) return 0;
    const uint32_t x = ((unsigned char)p[0] | 0x20u) << 8 | ((unsigned char)p[1] | 0x20u);
    return 1 + (x * 0x9E3779B1u >> 16) % (BUCKETS - 1);
}

sia_begins *sia_begins_new(sia_arena *a) { return sia_new(a, sia_begins, 1); }

void sia_begins_add(sia_begins *b, const sia_literal *start, const bool may[256], sia_arena *a)
{
    bool *may_begin = start->n ? b->known : b->unknown;
    for (uint32_t c = 0; c < 256; c++) may_begin[c] |= may[c];
    if (start->n) sia_push(a, &b->starts[bucket(start->p, start->n)], start);
}

/* Does a first byte allow it that a surface may have where the form has this one? */
static bool allows(const bool may[256], unsigned char first)
{
    if (may[first] || (first >= 'a' && first <= 'z' && may[first - 32])) return true;
    if (first < 0x80 && !strchr("iks'", first)) return false;
    for (uint32_t c = 0x80; c < 256; c++) if (may[c]) return true;
    return false;
}

static bool is_ascii(sia_str s)
{
    for (size_t i = 0; i < s.n; i++) if (s.p[i] & 0x80) return false;
    return true;
}

static bool begun_in(const sia_begins *b, uint32_t bucket, sia_str form)
{
    for (uint32_t i = 0; i < b->starts[bucket].n; i++) if (sia_literal_begun(b->starts[bucket].v[i], form)) return true;
    return false;
}

bool sia_begins_known(const sia_begins *b, sia_str form)
{
    if (!form.n) return true;
    const unsigned char first = (unsigned char)form.p[0];
    if (form.n == 1 || !is_ascii(form)) return allows(b->known, first);
    const uint32_t at = bucket(form.p, form.n);
    return begun_in(b, 0, form) || (at && begun_in(b, at, form));
}

bool sia_begins_unknown(const sia_begins *b, sia_str form)
{
    return !form.n || allows(b->unknown, (unsigned char)form.p[0]);
}
