/* Which shards a partial holds. */
#include "partfile.h"

static bool take_number(sia_str *s, uint64_t *v)
{
    size_t n = 0;
    while (n < s->n && s->p[n] >= '0' && s->p[n] <= '9') n++;
    const bool ok = part_count_of((sia_str){ s->p, n }, v);
    *s = (sia_str){ s->p + n, s->n - n };
    return ok;
}

static bool take_char(sia_str *s, char c)
{
    if (!s->n || *s->p != c) return false;
    *s = (sia_str){ s->p + 1, s->n - 1 };
    return true;
}

bool shards_parse(shards *x, uint32_t of, sia_str s, sia_arena *a)
{
    uint64_t from, to, last = 0;
    *x = (shards){ of, of && of <= PART_MOST_SHARDS ? sia_new(a, uint8_t, of) : NULL };
    if (!x->has) return false;
    do {
        if (!take_number(&s, &from)) return false;
        to = from;
        if (take_char(&s, '-') && !take_number(&s, &to)) return false;
        if (from <= last || to < from || to > of) return false;
        for (last = from; last < to; last++) x->has[last - 1] = 1;
        x->has[to - 1] = 1;
    } while (take_char(&s, ','));
    return !s.n;
}

sia_str shards_text(const shards *x, bool missing, sia_arena *a)
{
    const uint8_t wanted = !missing;
    sia_str out = SIA_STR("");
    for (uint32_t i = 0, k; i < x->of; i = k) {
        for (k = i; k < x->of && x->has[k] == wanted; k++) { }
        if (k == i) { k = i + 1; continue; }
        const char *comma = out.n ? "," : "";
        out = k - i > 1 ? sia_printf(a, "%s%s%u-%u", out.p, comma, i + 1, k) : sia_printf(a, "%s%s%u", out.p, comma, k);
    }
    return out;
}

uint32_t shards_count(const shards *x)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < x->of; i++) n += x->has[i];
    return n;
}
