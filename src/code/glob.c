/* Globs and capitals: what one word of a pattern fits. */
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

bool sia_glob_fits(sia_str g, sia_str s)
{
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
