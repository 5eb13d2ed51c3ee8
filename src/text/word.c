/* Words, with what may stand inside them: apostrophes, hyphens, digits, a stop of their own. */
#include "scan.h"

/* ---- characters ------------------------------------------------------------------------- */

bool sia_letter_at(const sia_scan *z, uint32_t at)
{
    uint32_t len;
    const unsigned char c = byte_at(z, at);
    if (c < 0x80) return is_letter(c);
    const uint32_t w = ucd_word(char_at(z, at, &len));
    return w == UCD_WB_ALETTER || w == UCD_WB_HEBREW;
}

bool sia_upper_at(const sia_scan *z, uint32_t at)
{
    uint32_t len;
    const unsigned char c = byte_at(z, at);
    return c < 0x80 ? is_upper(c) : ucd_class(char_at(z, at, &len)) == UCD_IS_UPPER;
}

/* Superscript digits are note marks (or squares, which units ask for): they do not go on with a word. */
static bool superscript(int32_t c) { return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x2079); }

/* The length of the letter, digit, mark or underscore at `at`; 0 if it is none. */
static uint32_t wordy_length(const sia_scan *z, uint32_t at)
{
    const unsigned char c = byte_at(z, at);
    if (c < 0x80) return is_letter(c) || is_digit(c) || c == '_';
    uint32_t len;
    const int32_t point = sia_utf8_at(z->p + at, &len);
    const uint32_t r = sia_ucd(point), w = ucd_word(r);
    if (ucd_class(r) == UCD_IS_NUMERAL) return superscript(point) ? 0 : len;
    const bool on = w == UCD_WB_ALETTER || w == UCD_WB_HEBREW || w == UCD_WB_NUMERIC || w == UCD_WB_EXTENDNUMLET ||
                    w == UCD_WB_EXTEND || w == UCD_WB_FORMAT || w == UCD_WB_ZWJ;
    return on ? len : 0;
}

bool sia_wordy_at(const sia_scan *z, uint32_t at) { return wordy_length(z, at) > 0; }

uint32_t sia_run_end(const sia_scan *z, uint32_t at)
{
    for (uint32_t len; ; at += len) {
        while (at < z->end && is_letter((unsigned char)z->p[at])) at++;
        if (!(len = wordy_length(z, at))) return at;
    }
}

uint32_t sia_past_blanks(const sia_scan *z, uint32_t at)
{
    for (uint32_t len = 1; at < z->end; at += len) {
        const unsigned char c = (unsigned char)z->p[at];
        if (c < 0x80 ? !is_blank(c) : ucd_class(char_at(z, at, &len)) != UCD_IS_SPACE) break;
        if (c < 0x80) len = 1;
    }
    return at;
}

bool sia_word_is(const sia_scan *z, uint32_t at, uint32_t to, const char *word)
{
    for (; at < to; at++, word++) {
        const unsigned char c = (unsigned char)z->p[at];
        if (*word != (is_upper(c) ? c + 32 : c)) return false;
    }
    return !*word;
}

/* ---- the inside of a word ----------------------------------------------------------------- */

/* The length of the apostrophe at `at` that letters follow (Jum'at, Ma’ruf); else 0. */
static uint32_t apostrophe(const sia_scan *z, uint32_t at)
{
    const unsigned char c = byte_at(z, at);
    if (c == '\'') return sia_letter_at(z, at + 1);
    if (c != 0xE2) return 0;
    const int32_t point = sia_utf8_at(z->p + at, &(uint32_t){ 0 });
    return (point == 0x2019 || point == 0x2018) && sia_letter_at(z, at + 3) ? 3 : 0;
}

uint32_t sia_past_apostrophes(const sia_scan *z, uint32_t at)
{
    for (uint32_t len; (len = apostrophe(z, at)) > 0; ) at = sia_run_end(z, at + len);
    return at;
}

/* Letters and digits with apostrophes inside, no hyphen; an underscore at its end is a ruled line, no letter. */
static uint32_t part_end(const sia_scan *z, uint32_t at)
{
    uint32_t to = sia_past_apostrophes(z, sia_run_end(z, at));
    while (to > at + 1 && z->p[to - 1] == '_') to--;
    return to;
}

/* The length of the hyphen at `at` that a word goes on after; else 0. *dash: it is an en dash. */
static uint32_t hyphen(const sia_scan *z, uint32_t at, bool *dash)
{
    const unsigned char c = byte_at(z, at);
    *dash = false;
    if (c == '-') return sia_wordy_at(z, at + 1);
    if (c != 0xE2) return 0;
    const int32_t point = sia_utf8_at(z->p + at, &(uint32_t){ 0 });
    *dash = point == 0x2013;
    return point >= 0x2010 && point <= 0x2013 && point != 0x2012 && sia_wordy_at(z, at + 3) ? 3 : 0;
}

static sia_str cut(const sia_scan *z, uint32_t from, uint32_t to) { return (sia_str){ z->p + from, to - from }; }

/* ---- hyphens -------------------------------------------------------------------------------- */

/* Puts the first of two words, or of a chain of names, and the hyphens; the last is left to the scan. */
static uint32_t split_chain(sia_scan *z, uint32_t at, uint32_t to)
{
    for (;;) {
        bool dash;
        push_token(z, at, to, is_digit((unsigned char)z->p[at]) ? SIA_NUMBER : SIA_WORD, 0);
        const uint32_t len = hyphen(z, to, &dash);
        if (!len || dash) return to;
        push_token(z, to, to + len, SIA_PUNCT, 0);
        at = to + len;
        to = part_end(z, at);
        if (!hyphen(z, to, &dash) || dash) return at;
    }
}

/* The word at [at, to) is followed by a hyphen. Puts what the two make; returns where the rest begins. */
static uint32_t hyphenated(sia_scan *z, uint32_t at, uint32_t to)
{
    bool dash, names = sia_upper_at(z, at);
    uint32_t parts = 1, end = to;
    sia_hyphen rule = SIA_HYPHEN_SPLITS;
    for (uint32_t len; (len = hyphen(z, end, &dash)) > 0; parts++) {
        const uint32_t next = end + len, stop = part_end(z, next);
        if (parts == 1) rule = sia_hyphen_rule(cut(z, at, to), cut(z, next, stop));
        if (dash && (parts > 1 || rule != SIA_HYPHEN_REDUP)) break;
        names = names && (sia_upper_at(z, next) || is_digit(byte_at(z, next)));
        end = stop;
    }
    if (parts > 2 && rule == SIA_HYPHEN_SPLITS && !names) rule = SIA_HYPHEN_JOINS;      /* door-to-door */
    if (parts == 1 || rule == SIA_HYPHEN_SPLITS) return split_chain(z, at, to);
    push_token(z, at, end, SIA_WORD, rule == SIA_HYPHEN_REDUP ? SIA_TOK_REDUP : 0);
    return end;
}

/* ke-2, Ke-21: the ordinal's end. */
static uint32_t ordinal_end(const sia_scan *z, uint32_t at)
{
    if (!sia_word_is(z, at, at + 2 < z->end ? at + 2 : at, "ke") || byte_at(z, at + 2) != '-') return at;
    uint32_t to = at + 3;
    while (is_digit(byte_at(z, to))) to++;
    if (to == at + 3) return at;
    return sia_word_is(z, to, sia_run_end(z, to), "nya") ? to + 3 : to;
}

/* ---- what is glued to a word ---------------------------------------------------------------- */

/* Rp9.000 is a currency and a number: the currency's end, else `at`. */
static uint32_t currency_end(const sia_scan *z, uint32_t at, uint32_t letters)
{
    static const char *const names[] = { "Rp", "US", "Rs", "USD", "IDR" };
    for (size_t i = 0; is_digit(byte_at(z, letters)) && i < SIA_COUNT_OF(names); i++)
        if (sia_str_eq(sia_str_of(names[i]), cut(z, at, letters))) return letters;
    return at;
}

/* buku2, kata2nya: the old shorthand of buku-buku. CO2, H2, PM10 are not. */
static bool shorthand(const sia_scan *z, uint32_t at, uint32_t to)
{
    if (!memchr(z->p + at, '2', to - at)) return false;
    uint32_t digit = at + sia_upper_at(z, at);
    while (digit < to && is_lower((unsigned char)z->p[digit])) digit++;
    if (digit < at + 3 || digit >= to || z->p[digit] != '2') return false;
    return digit + 1 == to || sia_word_is(z, digit + 1, to, "nya") || sia_word_is(z, digit + 1, to, "an");
}

/* km², A+, C++: what follows a word without a blank and still is part of it. */
static uint32_t with_tail(const sia_scan *z, uint32_t at, uint32_t to)
{
    static const char *const units[] = { "m", "cm", "mm", "km", "dm", "hm", "dam", "in", "ft", "kaki", "meter", "mil" };
    uint32_t end = to;
    if (byte_at(z, to) == 0xC2 && (byte_at(z, to + 1) == 0xB2 || byte_at(z, to + 1) == 0xB3))
        for (size_t i = 0; i < SIA_COUNT_OF(units); i++)
            if (sia_word_is(z, at, to, units[i])) return to + 2;
    while (byte_at(z, end) == '+') end++;
    return end == to || sia_wordy_at(z, end) ? to : end;
}

static uint32_t single_word(sia_scan *z, uint32_t at, uint32_t to)
{
    bool may_end;
    if (sia_abbr_stop(z, at, to, &may_end)) {
        push_token(z, at, to + 1, SIA_WORD, SIA_TOK_ABBR);
        if (may_end) sia_mark_stop(z, true);
        return to + 1;
    }
    const uint32_t end = with_tail(z, at, to);
    push_token(z, at, end, SIA_WORD, shorthand(z, at, end) ? SIA_TOK_REDUP : 0);
    return end;
}

/* C/O, S/A, L/P: two lone capitals and a slash. */
static uint32_t slashed_end(const sia_scan *z, uint32_t at)
{
    const bool pair = is_upper(byte_at(z, at)) && byte_at(z, at + 1) == '/' && is_upper(byte_at(z, at + 2));
    return pair && !sia_wordy_at(z, at + 3) && byte_at(z, at + 3) != '/' ? at + 3 : at;
}

static uint32_t address(sia_scan *z, uint32_t at)
{
    uint32_t to;
    if (!sia_may_link(z, at)) return at;
    if ((to = sia_url_end(z, at)) > at) push_token(z, at, to, SIA_URL, 0);
    else if ((to = sia_mail_end(z, at)) > at) push_token(z, at, to, SIA_EMAIL, 0);
    else if ((to = sia_domain_end(z, at)) > at) push_token(z, at, to, SIA_URL, 0);
    return to;
}

/* Addresses, document numbers, dotted letters: the kinds that are looked for before plain words. */
static uint32_t special(sia_scan *z, uint32_t at, uint32_t letters)
{
    uint32_t to = address(z, at);
    bool may_end;
    if (to > at) return to;
    if ((to = ordinal_end(z, at)) > at) push_token(z, at, to, SIA_WORD, 0);
    else if (letters > at && byte_at(z, letters) == '-') return at;             /* all below need / . or digits */
    else if ((to = sia_law_end(z, at)) > at) push_token(z, at, to, SIA_NUMBER, 0);
    else if ((to = currency_end(z, at, letters)) > at) push_token(z, at, to, SIA_WORD, 0);
    else if ((to = slashed_end(z, at)) > at) push_token(z, at, to, SIA_WORD, 0);
    else if ((to = sia_dotted_end(z, at, &may_end)) > at) {
        push_token(z, at, to, SIA_WORD, z->p[to - 1] == '.' ? SIA_TOK_ABBR : 0);
        if (may_end) sia_mark_stop(z, true);
    }
    return to;
}

/* Letters before a stop that ends them, or before a colon: nothing longer can begin here. Most are such. */
static bool simple(const sia_scan *z, uint32_t at, uint32_t letters)
{
    const unsigned char c = byte_at(z, letters), next = byte_at(z, letters + 1);
    return letters > at && ((c == '.' && (is_blank(next) || next == '"')) || (c == ':' && next != '/'));
}

uint32_t sia_scan_word(sia_scan *z, uint32_t at, uint32_t letters)
{
    bool dash;
    if (simple(z, at, letters)) return single_word(z, at, letters);
    uint32_t to = special(z, at, letters);
    if (to > at) return to;
    to = part_end(z, at);
    return hyphen(z, to, &dash) ? hyphenated(z, at, to) : single_word(z, at, to);
}
