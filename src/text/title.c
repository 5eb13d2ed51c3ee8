/* The words of a heading: shape, print, key. */
#include "title.h"
#include "line.h"

static bool white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool lower(char c) { return c >= 'a' && c <= 'z'; }
static bool digit(char c) { return c >= '0' && c <= '9'; }

/* The next run between white space from *i on; empty at the end. */
static sia_str next_word(sia_str t, size_t *i)
{
    while (*i < t.n && white(t.p[*i])) ++*i;
    size_t from = *i;
    while (*i < t.n && !white(t.p[*i])) ++*i;
    return (sia_str){ t.p + from, *i - from };
}

static bool all_lower_function(sia_str w)
{
    return lower(w.p[0]) && (w.n < 4 || sia_function_word(w));
}

/* "...pemilu. Strategi": a stop after a longer word that a capital follows. Initials and abbreviations are short. */
static bool sentence_end(sia_str t, size_t stop)
{
    if (stop < 5 || stop + 2 >= t.n || t.p[stop] != '.' || !white(t.p[stop + 1])) return false;
    for (size_t k = 1; k <= 4; k++)
        if (!lower(t.p[stop - k])) return false;
    return true;
}

bool sia_words_caps(sia_str t)
{
    uint32_t ups = 0, lows = 0;
    if (t.n > SIA_TITLE_MAX) return false;
    for (size_t i = 0; i < t.n; i++) {
        ups += upper(t.p[i]);
        lows += lower(t.p[i]);
        if (lows > 10 && lows > ups) return false;
    }
    return ups >= 3 && lows * 6 <= ups;
}

/* The letters and sentence ends of one word, which ends before t.p[to]. */
static void count_letters(sia_shape *h, sia_str t, size_t from, size_t to)
{
    uint32_t uppers = 0, lowers = 0;
    for (size_t i = from; i < to; i++) {
        uppers += upper(t.p[i]);
        lowers += lower(t.p[i]);
    }
    h->upper = (uint16_t)(h->upper + uppers);
    h->lower = (uint16_t)(h->lower + lowers);
    if (t.p[to - 1] == '.') h->inner_stop |= sentence_end(t, to - 1);
}

static bool opener(char c) { return c == '"' || c == '\'' || c == '(' || c == '[' || c == '{' || c == '*'; }

static sia_str without_openers(sia_str w)
{
    while (w.n && opener(w.p[0])) w.p++, w.n--;
    return w.n && (upper(w.p[0]) || lower(w.p[0])) ? w : SIA_STR("");
}

static bool spaced(uint32_t words, uint32_t single) { return words >= 4 && single * 4 >= words * 3; }

/* The `spaced` of sia_shape_of(), alone. */
static bool mostly_single(sia_str t)
{
    uint32_t words = 0, single = 0;
    if (t.n > SIA_TITLE_MAX) t.n = SIA_TITLE_MAX;
    for (size_t i = 0; i < t.n; ) {
        const sia_str w = without_openers(next_word(t, &i));
        words += w.n > 0;
        single += w.n == 1;
    }
    return spaced(words, single);
}

sia_shape sia_shape_of(sia_str t)
{
    sia_shape h = { .too_long = t.n > SIA_TITLE_MAX };
    if (h.too_long) t.n = SIA_TITLE_MAX;
    uint32_t single = 0;
    for (size_t i = 0; i < t.n; ) {
        sia_str w = next_word(t, &i);
        if (w.n) count_letters(&h, t, i - w.n, i);
        w = without_openers(w);
        if (!w.n) continue;
        h.words++;
        single += w.n == 1;
        if (upper(w.p[0])) h.capital++;
        else if (h.small > 4 || !all_lower_function(w)) h.small++;     /* after four it is no title: no need to ask */
    }
    h.spaced = spaced(h.words, single);
    char last = t.n ? t.p[t.n - 1] : ' ';
    h.stopped = last == '.' || last == ';' || last == ',' || last == '?';
    return h;
}

bool sia_title_open(sia_str t)
{
    char last[12];
    size_t n = 0;
    while (n < t.n && n < sizeof last && !white(t.p[t.n - 1 - n])) n++;
    for (size_t i = 0; i < n; i++) {
        char c = t.p[t.n - n + i];
        last[i] = upper(c) ? (char)(c + 32) : c;
    }
    return n < sizeof last && n < t.n && sia_line_ends_open((sia_str){ last, n });
}

/* A letter that stands alone, as in spaced print. */
static bool alone(sia_str t, size_t i)
{
    return i < t.n && (upper(t.p[i]) || lower(t.p[i])) && (i == 0 || white(t.p[i - 1]))
        && (i + 1 >= t.n || white(t.p[i + 1]));
}

/* The last byte of a run of at least `least` single letters, one blank apart, that begins at i; i if there is none. */
static size_t spaced_run(sia_str t, size_t i, size_t least)
{
    size_t k = i, letters = 0;
    while (alone(t, k)) {
        letters++;
        if (!alone(t, k + 2)) break;
        k += 2;
    }
    return letters >= least ? k : i;
}

/* In spaced print the blanks between words are wider: "H A S I L   D A N". */
static sia_str fold_blanks(sia_arena *a, sia_str t)
{
    char *to = sia_alloc_raw(a, 1, t.n + 1);
    if (!to) return SIA_STR("");
    size_t n = 0, least = mostly_single(t) ? 2 : 4;
    for (size_t i = 0; i < t.n; ) {
        size_t end = alone(t, i) ? spaced_run(t, i, least) : i;
        for (; i <= end; i++) {
            if (!white(t.p[i])) to[n++] = t.p[i];
            else if (end <= i && n && to[n - 1] != ' ') to[n++] = ' ';
        }
    }
    to[n] = 0;
    return (sia_str){ to, n };
}

sia_str sia_title_tidy(sia_arena *a, sia_str t)
{
    if (t.n > SIA_TITLE_MAX * 2) t.n = SIA_TITLE_MAX * 2;
    while (t.n && ((unsigned char)t.p[t.n - 1] & 0xC0) == 0x80 && t.n == SIA_TITLE_MAX * 2) t.n--;
    sia_str out = fold_blanks(a, t);
    while (out.n && strchr(" *#:-.", out.p[0])) out.p++, out.n--;
    while (out.n && strchr(" *#:.", out.p[out.n - 1])) out.n--;
    return out;
}

static char letter_of(sia_str t, size_t i)
{
    char c = t.p[i];
    if (upper(c)) return (char)(c + 32);
    if (lower(c)) return c;
    bool inside = i > 0 && i + 1 < t.n && (upper(t.p[i - 1]) || lower(t.p[i - 1]))
        && (upper(t.p[i + 1]) || lower(t.p[i + 1]));
    if (!digit(c) && c != '|' && c != '!') return 0;
    if (!inside) return 0;
    switch (c) {
    case '0': return 'o';
    case '1': case '|': case '!': return 'i';
    case '5': return 's';
    case '8': return 'b';
    default:  return 0;
    }
}

sia_title_key sia_title_key_of(sia_str t)
{
    sia_title_key k = { .spaced = mostly_single(t) };
    bool fresh = true;
    for (size_t i = 0; i < t.n; i++) {
        char c = letter_of(t, i);
        if (!c) {
            fresh |= white(t.p[i]) || strchr("-/:,", t.p[i]);
            continue;
        }
        if (k.n == sizeof k.key) { k.cut = true; break; }
        if (fresh) k.starts |= (uint64_t)1 << k.n;
        if (k.n < 63) k.where[c - 'a'] |= (uint64_t)2 << k.n;
        k.key[k.n++] = c;
        fresh = false;
    }
    return k;
}
