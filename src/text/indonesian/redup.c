/* Reduplication: the single word that a doubled one stands for. It is told by its letters; visi-misi and door-to-door are
 * two words, because the second half of a rhyme is no word of its own. */
#include "candidate.h"
#include "redup.h"

static bool among(const char *const *list, size_t n, const char *p, size_t len)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(list[i]) == len && !memcmp(list[i], p, len)) return true;
    return false;
}

static const char *const before_root[] = {
    "ber", "be", "bel", "di", "diper", "ke", "ku", "me", "mem", "memper", "men", "meng", "meny", "pe", "pem", "pen", "peng", "peny",
    "per", "se", "te", "ter",
};
static const char *const clitics[] = { "nya", "ku", "mu", "lah", "kah", "pun" };
static const char *const suffixes[] = { "an", "i", "kan" };

/* Is it nothing but a suffix and clitics, each once at most? */
static bool only_endings(const char *p, size_t n)
{
    for (size_t k = n < 3 ? n : 3; k; k--)
        if (among(suffixes, SIA_COUNT_OF(suffixes), p, k)) { p += k; n -= k; break; }
    for (int round = 0; n && round < 2; round++)
        for (size_t k = n < 3 ? n : 3; k; k--)
            if (among(clitics, SIA_COUNT_OF(clitics), p, k)) { p += k; n -= k; break; }
    return !n;
}

static size_t write(char *to, sia_str a, sia_str b)
{
    if (a.n + b.n > SIA_FORM_LONGEST) return 0;
    memcpy(to, a.p, a.n);
    if (b.n) memcpy(to + a.n, b.p, b.n);
    return a.n + b.n;
}

static sia_str from(sia_str s, size_t k) { return (sia_str){ s.p + k, s.n - k }; }

/* ---- two halves --------------------------------------------------------------------------------- */

/* b is a with endings, or the end of a, which a prefix stands before, with endings. */
static size_t overlapping(sia_str a, sia_str b, char *to)
{
    for (size_t k = a.n < b.n ? a.n : b.n; k >= 2; k--) {
        if (memcmp(a.p + a.n - k, b.p, k) || !only_endings(b.p + k, b.n - k)) continue;
        if (k == a.n || among(before_root, SIA_COUNT_OF(before_root), a.p, a.n - k)) return write(to, a, from(b, k));
    }
    return 0;
}

/* b is a with a prefix, which may have melted its first letter, and endings: tolong-menolong, surat-menyurat. */
static size_t answering(sia_str a, sia_str b, char *to)
{
    for (size_t start = 2; start + 2 < b.n && start <= 4; start++)
        for (size_t melted = 0; melted < 2; melted++) {
            const size_t k = a.n - melted;
            if (a.n < 3 || b.n < start + k || memcmp(b.p + start, a.p + melted, k)) continue;
            if (among(before_root, SIA_COUNT_OF(before_root), b.p, start) && only_endings(b.p + start + k, b.n - start - k))
                return write(to, b, SIA_STR(""));
        }
    return 0;
}

/* Only the first letter or one vowel differs: sayur-mayur, gerak-gerik. */
static bool alike(const char *a, const char *b, size_t n)
{
    size_t others = 0;
    for (size_t i = 0; i < n; i++) {
        if (a[i] == b[i]) continue;
        if (i && !(vowel(a[i]) && vowel(b[i]))) return false;
        others++;
    }
    return others > 0 && others <= 2;
}

/* The first half is a word, the second an echo of it: no word, or one that the dictionary has with the first. */
static size_t rhyming(const sia_roots *r, sia_str form, sia_str a, sia_str b, char *to)
{
    const size_t n = a.n + 1 + a.n;
    if (a.n < 4 || b.n < a.n || !alike(a.p, b.p, a.n) || !only_endings(b.p + a.n, b.n - a.n)) return 0;
    if (!root_find(r, a.p, a.n) || (root_find(r, b.p, a.n) && !root_find(r, form.p, n))) return 0;
    return write(to, a, from(b, a.n));
}

static size_t of_halves(const sia_roots *r, sia_str form, sia_str a, sia_str b, char *to)
{
    size_t n;
    if (a.n < 2 || b.n < 2) return 0;
    if ((n = overlapping(a, b, to)) || (n = answering(a, b, to))) return n;
    return rhyming(r, form, a, b, to);
}

/* ---- all shapes ------------------------------------------------------------------------------------ */

/* program2, program2nya */
static size_t squared(sia_str s, char *to)
{
    const char *two = memchr(s.p, '2', s.n);
    const size_t k = two ? (size_t)(two - s.p) : 0;
    if (k < 3 || !only_endings(two + 1, s.n - k - 1)) return 0;
    for (size_t i = 0; i < k; i++)
        if (s.p[i] < 'a' || s.p[i] > 'z') return 0;
    return write(to, (sia_str){ s.p, k }, from(s, k + 1));
}

/* kelompokkelompok, dukungandukungan: the hyphen was lost. */
static size_t run_together(sia_str s, char *to)
{
    for (size_t k = 4; 2 * k <= s.n; k++) {
        if (memcmp(s.p, s.p + k, k) || !only_endings(s.p + 2 * k, s.n - 2 * k)) continue;
        return write(to, (sia_str){ s.p, k }, from(s, 2 * k));
    }
    return 0;
}

size_t single_of(const sia_roots *r, sia_str form, char *to)
{
    const char *hyphen = memchr(form.p, '-', form.n);
    if (!hyphen) {
        const size_t n = squared(form, to);
        return n ? n : run_together(form, to);
    }
    const size_t k = (size_t)(hyphen - form.p);
    const sia_str b = from(form, k + 1);
    return memchr(b.p, '-', b.n) ? 0 : of_halves(r, form, (sia_str){ form.p, k }, b, to);
}
