/* Word and sentence boundaries of UAX #29 (Unicode 15), untailored: the base that tokens and sentences build on. */
#include <siasat/text.h>
#include "ucd.h"

/* Both walks start at a boundary, so no rule needs to look back beyond it; where a rule looks ahead (WB6, WB12, SB8),
 * what was looked at either joins this stretch or is the whole of the next one: the walk over a text stays linear. */

typedef struct { const char *p; uint32_t n; } text;

/* ---- words ---------------------------------------------------------------------------- */

static bool attaches(uint32_t w) { return w == UCD_WB_EXTEND || w == UCD_WB_FORMAT || w == UCD_WB_ZWJ; }
static bool newline(uint32_t w) { return w == UCD_WB_NEWLINE || w == UCD_WB_CR || w == UCD_WB_LF; }
static bool letter(uint32_t w) { return w == UCD_WB_ALETTER || w == UCD_WB_HEBREW; }

/* WB4: skips what attaches to the character before `at`; *joiner tells that the last of it was a ZWJ. */
static uint32_t after_marks(text t, uint32_t at, bool *joiner)
{
    *joiner = false;
    for (uint32_t len; at < t.n; at += len) {
        const uint32_t w = ucd_word(ucd_at(t.p + at, &len));
        if (!attaches(w)) break;
        *joiner = w == UCD_WB_ZWJ;
    }
    return at;
}

/* The class that follows the character at `at`, marks passed over; UCD_WB_OTHER at the end. */
static uint32_t class_after(text t, uint32_t at)
{
    uint32_t len;
    bool joiner;
    ucd_at(t.p + at, &len);
    at = after_marks(t, at + len, &joiner);
    return at < t.n ? ucd_word(ucd_at(t.p + at, &len)) : UCD_WB_OTHER;
}

/* WB5 to WB13b without the rules that need a third character: do a and b belong together? */
static bool pair_joins(uint32_t a, uint32_t b)
{
    const bool wordly = letter(a) || a == UCD_WB_NUMERIC;
    if (wordly && (letter(b) || b == UCD_WB_NUMERIC)) return true;
    if (a == UCD_WB_KATAKANA && b == UCD_WB_KATAKANA) return true;
    if (a == UCD_WB_HEBREW && b == UCD_WB_SINGLE_QUOTE) return true;
    if (b == UCD_WB_EXTENDNUMLET) return wordly || a == UCD_WB_KATAKANA || a == UCD_WB_EXTENDNUMLET;
    if (a == UCD_WB_EXTENDNUMLET) return letter(b) || b == UCD_WB_NUMERIC || b == UCD_WB_KATAKANA;
    return false;
}

static bool joins_ahead(uint32_t w) { return w >= UCD_WB_SINGLE_QUOTE && w <= UCD_WB_MIDNUM; }

/* WB6, WB7, WB7b, WB7c, WB11, WB12: does the mark of class b, after a and before c, join the two? */
static bool mark_joins(uint32_t a, uint32_t b, uint32_t c)
{
    const bool either = b == UCD_WB_MIDNUMLET || b == UCD_WB_SINGLE_QUOTE;
    if (letter(a) && letter(c)) {
        if (either || b == UCD_WB_MIDLETTER) return true;
        return b == UCD_WB_DOUBLE_QUOTE && a == UCD_WB_HEBREW && c == UCD_WB_HEBREW;
    }
    return a == UCD_WB_NUMERIC && c == UCD_WB_NUMERIC && (either || b == UCD_WB_MIDNUM);
}

/* Moves *at over the character there, over a run of blanks or over CR LF, and returns its class. */
static uint32_t first_class(text t, uint32_t *at)
{
    uint32_t len;
    const uint32_t w = ucd_word(ucd_at(t.p + *at, &len));
    *at += len;
    if (w == UCD_WB_CR && *at < t.n && t.p[*at] == '\n') ++*at;
    if (w == UCD_WB_WSEGSPACE)
        while (*at < t.n && ucd_word(ucd_at(t.p + *at, &len)) == UCD_WB_WSEGSPACE) *at += len;
    return w;
}

/* The letters, digits and underscores of ASCII at `from`, if what follows them cannot join; else `from`. */
static uint32_t plain_word(text t, uint32_t from)
{
    uint32_t at = from;
    while (at < t.n) {
        const char c = t.p[at];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')) break;
        at++;
    }
    const unsigned char next = at < t.n ? (unsigned char)t.p[at] : ' ';
    return next >= 0x80 || memchr(".',:;", next, 5) ? from : at;
}

uint32_t sia_word_break(sia_str s, uint32_t from)
{
    const text t = { s.p, (uint32_t)s.n };
    uint32_t at = plain_word(t, from), len;
    if (at > from) return at;
    uint32_t a = first_class(t, &at);
    if (newline(a)) return at;
    bool joiner = a == UCD_WB_ZWJ, flags_odd = a == UCD_WB_REGIONAL;
    for (;;) {
        bool marked;
        const uint32_t next = after_marks(t, at, &marked);
        if (next > at) joiner = marked;
        if ((at = next) >= t.n) return t.n;
        const uint32_t r = ucd_at(t.p + at, &len), b = ucd_word(r);
        if (joins_ahead(b) && mark_joins(a, b, class_after(t, at))) {
            at = after_marks(t, at + len, &marked);         /* the letter or digit after the mark */
            a = ucd_word(ucd_at(t.p + at, &len));
        } else if ((joiner && ucd_picture(r)) || pair_joins(a, b)) {
            a = b;
        } else if (flags_odd && a == UCD_WB_REGIONAL && b == UCD_WB_REGIONAL) {
            flags_odd = false;                              /* WB15: flags are pairs */
        } else {
            return at;
        }
        joiner = false;
        at += len;
    }
}

/* ---- sentences -------------------------------------------------------------------------- */

/* One character with what attaches to it (SB5): its class, and *at moved behind. UCD_SB_SEP is CR and LF too. */
static uint32_t sentence_class(text t, uint32_t *at)
{
    uint32_t len;
    const uint32_t c = ucd_sentence(ucd_at(t.p + *at, &len));
    *at += len;
    if (c == UCD_SB_CR && *at < t.n && t.p[*at] == '\n') ++*at;
    if (c == UCD_SB_CR || c == UCD_SB_LF || c == UCD_SB_SEP) return UCD_SB_SEP;
    while (*at < t.n) {
        const uint32_t k = ucd_sentence(ucd_at(t.p + *at, &len));
        if (k != UCD_SB_EXTEND && k != UCD_SB_FORMAT) break;
        *at += len;
    }
    return c;
}

static uint32_t peek(text t, uint32_t at) { return at < t.n ? sentence_class(t, &at) : UCD_SB_OTHER; }

static uint32_t skip(text t, uint32_t at, uint32_t wanted)
{
    for (uint32_t next = at; at < t.n; at = next)
        if (sentence_class(t, &next) != wanted) break;
    return at;
}

/* SB8: is the next letter, before any end of a sentence, a small one? */
static bool small_letter_follows(text t, uint32_t at)
{
    while (at < t.n) {
        const uint32_t c = sentence_class(t, &at);
        if (c == UCD_SB_LOWER) return true;
        if (c == UCD_SB_OLETTER || c == UCD_SB_UPPER || c == UCD_SB_SEP) return false;
        if (c == UCD_SB_STERM || c == UCD_SB_ATERM) return false;
    }
    return false;
}

/* Behind a full stop or the like of class `term`: moves *at over closers and blanks; true if the sentence ends. */
static bool ends(text t, uint32_t *at, uint32_t term, bool after_letter)
{
    const uint32_t next = peek(t, *at);
    const bool inside = next == UCD_SB_NUMERIC || (next == UCD_SB_UPPER && after_letter);   /* SB6, SB7 */
    if (term == UCD_SB_ATERM && inside) return false;
    *at = skip(t, skip(t, *at, UCD_SB_CLOSE), UCD_SB_SP);
    if (*at >= t.n) return true;
    const uint32_t follow = peek(t, *at);
    if (follow == UCD_SB_SEP) { sentence_class(t, at); return true; }
    if (follow == UCD_SB_SCONTINUE || follow == UCD_SB_STERM || follow == UCD_SB_ATERM) return false;
    return term == UCD_SB_STERM || !small_letter_follows(t, *at);
}

uint32_t sia_sentence_break(sia_str s, uint32_t from)
{
    const text t = { s.p, (uint32_t)s.n };
    bool after_letter = false;
    for (uint32_t at = from; at < t.n; ) {
        const uint32_t c = sentence_class(t, &at);
        if (c == UCD_SB_SEP) return at;
        if ((c == UCD_SB_ATERM || c == UCD_SB_STERM) && ends(t, &at, c, after_letter)) return at;
        after_letter = c == UCD_SB_UPPER || c == UCD_SB_LOWER;
    }
    return t.n;
}
