/* Globs, capitals, lemmas and roots: what one word of a pattern fits. */
#include "codebook.h"
#include <utf8proc.h>

sia_str sia_upper_form(sia_arena *a, sia_str w)
{
    uint32_t k;
    if (w.n == 0 || utf8proc_category(sia_utf8_at(w.p, &k)) != UTF8PROC_CATEGORY_LU) return sia_dup(a, w);
    char *to = sia_alloc_raw(a, 2, w.n + 2);
    size_t n = 0;
    for (size_t i = 0; to && i < w.n; i += k) n += sia_utf8_put(to + n, utf8proc_toupper(sia_utf8_at(w.p + i, &k)));
    return to ? (sia_str){ to, n } : SIA_STR("");
}

bool sia_word_doubles(sia_str w) { return sia_utf8_count(w) >= 4; }

bool sia_word_takes_two(sia_str w)
{
    return w.n && !(w.p[w.n - 1] >= '0' && w.p[w.n - 1] <= '9') && sia_utf8_count(w) >= 3;
}

/* Whether what differs, where what is the same at either end is set aside, is one letter more, less or other, or two that
 * have changed places. `a` is plain letters, so that what they share ends at a character's end. */
static bool one_slip(sia_str a, sia_str b)
{
    size_t n = a.n < b.n ? a.n : b.n, head = 0, tail = 0;
    while (head < n && a.p[head] == b.p[head]) head++;
    while (tail < n - head && a.p[a.n - 1 - tail] == b.p[b.n - 1 - tail]) tail++;
    sia_str x = { a.p + head, a.n - head - tail }, y = { b.p + head, b.n - head - tail };
    if (x.n <= 1) return sia_utf8_count(y) <= 1;
    return x.n == 2 && y.n == 2 && x.p[0] == y.p[1] && x.p[1] == y.p[0];
}

/* `g`: first letter, SIA_GLOB_NEAR, the rest. */
static bool is_near(sia_str g, sia_str s)
{
    enum { OUTSIDE = 1 + SIA_NEAR_KEPT };
    if (s.n < OUTSIDE || s.p[0] != g.p[0]) return false;
    if (memcmp(s.p + s.n - SIA_NEAR_KEPT, g.p + g.n - SIA_NEAR_KEPT, SIA_NEAR_KEPT) != 0) return false;
    return one_slip((sia_str){ g.p + 2, g.n - 1 - OUTSIDE }, (sia_str){ s.p + 1, s.n - OUTSIDE });
}

bool sia_glob_fits(sia_str g, sia_str s)
{
    if (g.n > 1 && g.p[1] == SIA_GLOB_NEAR) return is_near(g, s);
    size_t i = 0, k = 0, run = SIZE_MAX, from = 0;           /* run: the last * met, from: where its rest was tried */
    uint32_t len;
    while (k < s.n) {
        if (i < g.n && g.p[i] == SIA_GLOB_RUN) {
            run = i++;
            from = k;
        } else if (i < g.n && g.p[i] == SIA_GLOB_ONE) {
            sia_utf8_at(s.p + k, &len);
            k += len;
            i++;
        } else if (i < g.n && g.p[i] == s.p[k]) {
            i++;
            k++;
        } else if (run != SIZE_MAX) {
            sia_utf8_at(s.p + from, &len);
            k = from += len;
            i = run + 1;
        } else {
            return false;
        }
    }
    while (i < g.n && g.p[i] == SIA_GLOB_RUN) i++;
    return i == g.n;
}

sia_str sia_key_of(const sia_roots *roots, sia_item_kind kind, sia_str word, sia_analysis *room)
{
    if (!roots) return word;
    sia_analyse(roots, word, room);
    return kind == SIA_ITEM_LEMMA ? room->lemma : room->root;
}
