/* Voices. A paragraph is the author's, but for
 *
 *     "..." with a word of saying near, or an interview named          the informant's
 *     "..." with a citation (Firmanzah, 2008: 12) near                 the literature's
 *     Menurut informan / Bapak X ...                                   the informant's, to the sentence's end
 *     Menurut Firmanzah (2008) ... ; Nursal (2004) membagi ...         the literature's, to the sentence's end
 *     ... (Firmanzah, 2008: 12).                                       the literature's, from the sentence's beginning
 *     ... (Wawancara, 12 Mei 2019).                                    the informant's, from the sentence's beginning */
#include "voice.h"
#include <stdlib.h>

enum { SHORTEST_QUOTE = 4, NEAR = 8 };                       /* words: shorter ones are the author's own emphasis; tokens */

typedef struct { const sia_cues *c; const sia_doc *d; sia_range r; uint8_t *of; sia_part part; } speech;

static bool among(sia_str s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++) if (sia_str_eq(s, sia_str_of(words[i]))) return true;
    return false;
}
#define AMONG(s, array) among((s), (array), SIA_COUNT_OF(array))

static uint32_t is(const speech *z, uint32_t t) { return sia_cue(z->c, t); }

static bool year(const sia_doc *d, uint32_t t)
{
    const sia_str s = sia_form_at(d, t);
    return s.n >= 4 && s.n <= 5 && (s.p[0] == '1' || s.p[0] == '2') && (s.p[1] == '9' || s.p[1] == '0') && s.p[2] >= '0' && s.p[2] <= '9'
        && s.p[3] >= '0' && s.p[3] <= '9' && (s.n == 4 || (s.p[4] >= 'a' && s.p[4] <= 'e'));
}

/* ---- citations -------------------------------------------------------------------------------------- */

static uint32_t closing(const sia_doc *d, uint32_t t, uint32_t to)
{
    enum { LONGEST = 24 };
    to = to - t > LONGEST ? t + LONGEST : to;
    while (t < to && !sia_mark_at(d, t, ")")) t++;
    return t;
}

typedef enum { NO_CITATION, A_BOOK, AN_INTERVIEW } citation;

/* What the bracket at `t` holds: (Nama, 2008: 12), Nama (2008), (Wawancara, ...). *past: after it. */
static citation bracket(const speech *z, uint32_t t, uint32_t to, uint32_t *past)
{
    const sia_doc *d = z->d;
    const uint32_t end = closing(d, t, to);
    bool name = t > z->r.from && sia_capital_at(d, t - 1) && !(is(z, t - 1) & CUE_EVENT) && t + 1 < to && year(d, t + 1), dated = false;
    *past = end < to ? end + 1 : to;
    for (uint32_t k = t + 1; k < end; k++) {
        if (is(z, k) & CUE_INTERVIEW) return AN_INTERVIEW;
        if (year(d, k)) dated = true;
        else if (!dated && sia_capital_at(d, k) && !(is(z, k) & CUE_EVENT)) name = true;
    }
    return name && dated ? A_BOOK : NO_CITATION;
}

/* ---- one sentence -------------------------------------------------------------------------------------- */

static void say(const speech *z, uint32_t from, uint32_t to, sia_voice v)
{
    for (uint32_t t = from; t < to; t++) z->of[t - z->r.from] = (uint8_t)v;
}

/* A year in brackets within NEAR tokens of `t`. */
static bool dated_soon(const speech *z, uint32_t t, uint32_t to)
{
    uint32_t past;
    to = to - t > NEAR ? t + NEAR : to;
    for (; t < to; t++) if (sia_mark_at(z->d, t, "(") && bracket(z, t, to, &past) == A_BOOK) return true;
    return false;
}

/* Menurut X: whose view is it? Of theory, a name without a year is a book's, in the findings a person's. */
static sia_voice according(const speech *z, uint32_t t, uint32_t to)
{
    const sia_doc *d = z->d;
    if (t + 1 >= to) return SIA_VOICE_AUTHOR;
    if (dated_soon(z, t + 1, to)) return SIA_VOICE_LITERATURE;
    if (is(z, t + 1) & CUE_PERSON) return SIA_VOICE_INFORMANT;
    if (!sia_capital_at(d, t + 1)) return SIA_VOICE_AUTHOR;
    return z->part == SIA_PART_HASIL || z->part == SIA_PART_KESIMPULAN ? SIA_VOICE_INFORMANT : SIA_VOICE_LITERATURE;
}

/* "informan mengatakan bahwa ...", "Nursal (2004) membagi ...": the subject of the saying at `t`. */
static sia_voice sayer(const speech *z, uint32_t t, uint32_t from)
{
    const sia_doc *d = z->d;
    bool met = false, book = false;
    from = t - from > NEAR ? t - NEAR : from;
    for (uint32_t k = from, past; k < t; k++) {
        met = met || is(z, k) & (CUE_PERSON | CUE_INTERVIEW);
        if (sia_mark_at(d, k, "(") && bracket(z, k, t, &past) == A_BOOK) book = true;
    }
    if (book && is(z, t) & CUE_SCHOLAR) return SIA_VOICE_LITERATURE;
    return met && is(z, t) & CUE_SAYS && t + 1 < z->r.to && sia_form_is(d, t + 1, "bahwa") ? SIA_VOICE_INFORMANT : SIA_VOICE_AUTHOR;
}

/* Whose words begin at `t`; SIA_VOICE_AUTHOR: nothing says so. */
static sia_voice begins(const speech *z, uint32_t t, sia_range s)
{
    const uint32_t w = is(z, t);
    if (w & CUE_ACCORDING) return according(z, t, s.to);
    if (sia_form_is(z->d, t, "menurutnya")) return SIA_VOICE_INFORMANT;
    if (w & CUE_VIEW && dated_soon(z, t + 1, s.to)) return SIA_VOICE_LITERATURE;
    return w & (CUE_SAYS | CUE_SCHOLAR) ? sayer(z, t, s.from) : SIA_VOICE_AUTHOR;
}

/* Each token is written once by what begins before it, and once by a bracket after it. */
static void sentence(const speech *z, sia_range s)
{
    const sia_doc *d = z->d;
    sia_voice now = SIA_VOICE_AUTHOR;
    for (uint32_t t = s.from, open = s.from, past; t < s.to; t++) {
        const sia_voice v = begins(z, t, s);
        if (v) now = v;
        z->of[t - z->r.from] = (uint8_t)now;
        if (!sia_mark_at(d, t, "(")) continue;
        const citation c = bracket(z, t, s.to, &past);
        if (c == AN_INTERVIEW) say(z, open, t, SIA_VOICE_INFORMANT);
        if (c == A_BOOK && past + 1 >= s.to) say(z, open, t, SIA_VOICE_LITERATURE);      /* nothing but a stop follows it */
        if (c) open = t;
    }
}

/* ---- quotations ----------------------------------------------------------------------------------------- */

typedef enum { NO_QUOTE, EITHER, OPENS, CLOSES } quote_mark;

static quote_mark quote_at(const sia_doc *d, uint32_t t)
{
    static const char *const opens[] = { "\xE2\x80\x9C", "\xE2\x80\x9E", "\xC2\xAB", "``" }, *const closes[] = { "\xE2\x80\x9D", "\xC2\xBB", "''" };
    const sia_str s = sia_cut(d->text.s, d->tokens.v[t].span);
    if (s.n == 1) return s.p[0] == '"' ? EITHER : NO_QUOTE;
    return AMONG(s, opens) ? OPENS : AMONG(s, closes) ? CLOSES : NO_QUOTE;
}

/* Whose words stand between the quote marks at `open` and `close`: what the sentence says just before and after them tells. */
static sia_voice quoted(const speech *z, uint32_t open, uint32_t close)
{
    const sia_doc *d = z->d;
    const sia_range first = sia_sentence_range(d, d->tokens.v[open].sentence), last = sia_sentence_range(d, d->tokens.v[close].sentence);
    const bool announced = first.from > z->r.from && sia_mark_at(d, first.from - 1, ":");
    const uint32_t start = announced ? sia_sentence_range(d, d->tokens.v[open].sentence - 1).from : first.from;
    const uint32_t from = open - start > 2 * NEAR ? open - 2 * NEAR : start;
    const uint32_t to = last.to - close > 2 * NEAR ? close + 2 * NEAR : last.to;
    bool met = false, book = false;
    for (uint32_t t = from, past; t < to; t++) {
        if (t == open) t = close;
        met = met || is(z, t) & (CUE_SAYS | CUE_INTERVIEW);
        if (!sia_mark_at(d, t, "(")) continue;
        const citation c = bracket(z, t, z->r.to, &past);
        met = met || c == AN_INTERVIEW;
        book = book || c == A_BOOK;
    }
    if (book) return SIA_VOICE_LITERATURE;
    return met || z->part == SIA_PART_HASIL ? SIA_VOICE_INFORMANT : z->part == SIA_PART_TEORI ? SIA_VOICE_LITERATURE : SIA_VOICE_AUTHOR;
}

static void quotations(const speech *z)
{
    uint32_t open = z->r.to, words = 0;
    for (uint32_t t = z->r.from; t < z->r.to; t++) {
        const quote_mark q = quote_at(z->d, t);
        const bool inside = open < z->r.to;
        words += inside && sia_word_at(z->d, t);
        if (q == OPENS || (q == EITHER && !inside)) {
            open = t;
            words = 0;
        } else if (q && inside) {
            if (words >= SHORTEST_QUOTE) say(z, open, t + 1, quoted(z, open, t));
            open = z->r.to;
        }
    }
}

void sia_voices(const sia_cues *c, uint32_t b, sia_range r, uint8_t *of)
{
    const sia_doc *d = c->d;
    const speech z = { c, d, r, of, (sia_part)d->sections.v[d->blocks.v[b].section].part };
    for (uint32_t t = r.from; t < r.to; ) {
        const sia_range s = sia_sentence_range(d, d->tokens.v[t].sentence);
        sentence(&z, s);
        t = s.to;
    }
    quotations(&z);
}

const char *sia_voice_name(sia_voice v)
{
    static const char *const names[SIA_VOICES] = { "author", "informant", "literature" };
    return v < SIA_VOICES ? names[v] : "";
}
