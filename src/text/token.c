/* Tokens: words, numbers and marks of every block. UAX #29 is the base; Indonesian adds the rules below.
 *
 *   rule                    one token                                     and not
 *   reduplication           program-program  pemeran-pemerannya  buku2
 *   hyphen                  non-partisan  APBN-P  door-to-door            RI | - | Jepang   10 | - | 12
 *   apostrophe              Jum'at  Ma’ruf  4P's  1990's
 *   number                  1.000.000,50  12:30  4.1                      Rp | 9.000   30 | %
 *   date, document          12/02/2019  34/PMK.011/2007  II/2007
 *   ordinal, decade         ke-2  1990-an
 *   abbreviation            dr.  hlm.  dkk.  B. (Setiawan)  S.H.  M.Si.    hal | . (where no number follows)
 *   address                 http://...  www....  kpu.go.id  a@b.id
 *   marks                   ...  --  ``  ''                               selesai | . | Kemudian
 *
 * A run of ASCII letters between blanks and plain marks, nine tokens in ten, never leaves scan_plain(); all else is
 * looked at by the functions of scan.h. Forms are interned in batches, which hides the memory's latency. */
#include "scan.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* ---- runs of ASCII letters ---------------------------------------------------------------- */

#if defined(__SSE2__)
/* Bit i is set where byte i of the 16 at p is no ASCII letter. */
static inline unsigned not_letters(const char *p)
{
    const __m128i x = _mm_or_si128(_mm_loadu_si128((const __m128i *)(const void *)p), _mm_set1_epi8(0x20));
    const __m128i shifted = _mm_add_epi8(x, _mm_set1_epi8(127 - 'z'));      /* a..z to 102..127: the top of the range */
    return (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(shifted, _mm_set1_epi8(127 - 25)));
}
#endif

/* Where the letters at p[at] end, `end` at most; up to p[room] may be read. */
static inline uint32_t letters_end(const char *p, uint32_t at, uint32_t end, uint32_t room)
{
#if defined(__SSE2__)
    for (; at + 16 <= room; at += 16) {
        const unsigned other = not_letters(p + at);
        if (!other) continue;
        at += (uint32_t)__builtin_ctz(other);
        return at < end ? at : end;
    }
#endif
    (void)room;
    while (at < end && is_letter((unsigned char)p[at])) at++;
    return at < end ? at : end;
}

/* Does a word that this byte follows simply end here? Not so before ' + - . / 0-9 : @ _ ` and beyond ASCII. */
static inline bool plain_after(unsigned char c)
{
    const uint64_t odd = 1ull << '\'' | 1ull << '+' | 1ull << '-' | 1ull << '.' | 1ull << '/' | 0x7FFull << '0';
    return c < 64 ? ~odd >> c & 1 : c < 128 && !(c == '@' || c == '_' || c == '`');
}

/* ---- marks ----------------------------------------------------------------------------------- */

void sia_mark_stop(sia_scan *z, bool own_stop)
{
    sia_push(z->d->arena, &z->stops, (sia_stop){ z->d->tokens.n - 1, own_stop });
}

static uint32_t run_of(const sia_scan *z, uint32_t at, char c)
{
    while (at < z->end && z->p[at] == c) at++;
    return at;
}

/* &nbsp; and the like, left over from web pages. */
static uint32_t entity_end(const sia_scan *z, uint32_t at)
{
    enum { LONGEST = 10 };
    uint32_t to = at + 1;
    while (to < at + LONGEST && (is_letter(byte_at(z, to)) || is_digit(byte_at(z, to)) || byte_at(z, to) == '#')) to++;
    return to > at + 1 && byte_at(z, to) == ';' ? to + 1 : at + 1;
}

/* The mark at `at` with the combining marks that sit on it. */
static inline uint32_t cluster_end(const sia_scan *z, uint32_t at)
{
    if (byte_at(z, at) < 0x80 && byte_at(z, at + 1) < 0x80) return at + 1;
    return sia_word_break((sia_str){ z->p, z->end }, at);
}

/* Marks that are units when doubled: -- __ `` ''; of stops it takes three. */
static uint32_t mark_end(const sia_scan *z, uint32_t at)
{
    const char c = z->p[at];
    uint32_t run;
    switch (c) {
    case '`': case '\'':
        if (byte_at(z, at + 1) == (unsigned char)c) return at + 2;
        break;
    case '.': case '-': case '_':
        run = run_of(z, at, c);
        if (run > at + (c == '.' ? 2 : 1) || c == '_') return run;
        break;
    case '&':
        return entity_end(z, at);
    }
    return cluster_end(z, at);
}

static sia_token_kind mark_kind(uint32_t record)
{
    switch (ucd_class(record)) {
    case UCD_IS_UPPER: case UCD_IS_LOWER: case UCD_IS_LETTER: return SIA_WORD;
    case UCD_IS_DIGIT: case UCD_IS_NUMERAL: return SIA_NUMBER;
    case UCD_IS_PUNCT: return SIA_PUNCT;
    }
    return SIA_SYMBOL;
}

/* Does the mark end sentences? Stops, question and exclamation marks of all scripts, and the ellipsis. */
static bool terminates(uint32_t record, int32_t point)
{
    const uint32_t s = ucd_sentence(record);
    return s == UCD_SB_ATERM || s == UCD_SB_STERM || point == 0x2026;
}

/* Puts the token at `at`, which is neither blank nor letter nor digit of ASCII. */
static uint32_t scan_mark(sia_scan *z, uint32_t at)
{
    uint32_t len;
    const int32_t point = sia_utf8_at(z->p + at, &len);
    const uint32_t r = sia_ucd(point);
    if (ucd_class(r) == UCD_IS_SPACE) return at + len;
    if (point >= 0x80 && sia_letter_at(z, at)) return sia_scan_word(z, at, at);
    const uint32_t to = mark_end(z, at);
    push_token(z, at, to, mark_kind(r), 0);
    if (terminates(r, point)) sia_mark_stop(z, false);
    return to;
}

/* ---- blocks and documents ------------------------------------------------------------------- */

/* Marks that are a token each, whatever stands around them, if no combining mark sits on them: , ; : " ( ) [ ] */
static inline bool plain_mark(unsigned char c)
{
    const uint64_t low = 1ull << ',' | 1ull << ';' | 1ull << ':' | 1ull << '"' | 1ull << '(' | 1ull << ')';
    return c < 64 ? low >> c & 1 : c == '[' || c == ']';
}

/* A word before a stop and a blank that is too long for an abbreviation. */
static inline bool last_word(const sia_scan *z, uint32_t at, uint32_t to)
{
    return to - at > SIA_ABBR_LONGEST && z->p[to] == '.' && is_blank(byte_at(z, to + 1));
}

/* Puts the plain words and marks that stand in a row from `at` on, as long as there is room; returns where they end. */
static uint32_t scan_plain(sia_scan *z, uint32_t at)
{
    sia_token *t = z->d->tokens.v + z->d->tokens.n, *const full = z->d->tokens.v + z->d->tokens.cap;
    const char *const p = z->p;
    const uint32_t end = z->end, room = z->room;
    while (t < full && at < end) {
        const unsigned char c = (unsigned char)p[at];
        if (is_letter(c)) {
            const uint32_t to = letters_end(p, at, end, room);
            const bool blank = to < end && p[to] == ' ';
            if (!blank && to < end && !plain_after((unsigned char)p[to]) && !last_word(z, at, to)) break;
            *t++ = (sia_token){ .span = { at, to - at }, .kind = SIA_WORD };
            at = to + blank;
        } else if (is_blank(c)) {
            at++;
        } else if (c == '.' && is_blank(byte_at(z, at + 1))) {
            sia_push(z->d->arena, &z->stops, (sia_stop){ (uint32_t)(t - z->d->tokens.v), false });
            *t++ = (sia_token){ .span = { at++, 1 }, .kind = SIA_PUNCT };
        } else if (plain_mark(c) && (at + 1 == end || (unsigned char)p[at + 1] < 0x80)) {
            *t++ = (sia_token){ .span = { at++, 1 }, .kind = SIA_PUNCT };
        } else {
            break;
        }
    }
    z->d->tokens.n = (uint32_t)(t - z->d->tokens.v);
    return at;
}

/* Puts what begins at `at`, which is not blank. */
static uint32_t scan_odd(sia_scan *z, uint32_t at)
{
    const unsigned char c = (unsigned char)z->p[at];
    if (is_digit(c)) return sia_scan_number(z, at);
    if (!is_letter(c)) return scan_mark(z, at);
    const uint32_t to = letters_end(z->p, at, z->end, z->room);
    if (to < z->end && !plain_after((unsigned char)z->p[to])) return sia_scan_word(z, at, to);
    push_token(z, at, to, SIA_WORD, 0);                      /* there was no room for it before */
    return to;
}

static void scan_block(sia_scan *z, uint32_t at)
{
    while ((at = scan_plain(z, at)) < z->end)
        at = is_blank((unsigned char)z->p[at]) ? at + 1 : scan_odd(z, at);
}

/* Gives the tokens from `from` on their forms. */
static void name_forms(sia_doc *d, uint32_t from)
{
    if (from >= d->tokens.n) return;                         /* there may be no array at all */
    sia_token *t = d->tokens.v + from;
    sia_lex_fold_ids(d->lex, d->text.s, &t->span, &t->form, sizeof *t, d->tokens.n - from);
}

/* Room for the tokens that a text of this size has: growing would copy, and fresh memory is dear. A failure sticks in
 * the arena, and the columns stay empty. */
static void reserve(sia_doc *d)
{
    enum { BYTES_A_TOKEN = 7, BYTES_A_SENTENCE = 100 };
    const uint32_t tokens = d->blocks.n ? (uint32_t)(d->text.s.n / BYTES_A_TOKEN) + 64 : 0;
    const uint32_t sentences = d->blocks.n ? (uint32_t)(d->text.s.n / BYTES_A_SENTENCE) + d->blocks.n : 0;
    sia_token *t = sia_alloc_raw(d->arena, sizeof *t, tokens);
    sia_sentence *s = sia_alloc_raw(d->arena, sizeof *s, sentences);
    d->tokens.v = t;
    d->tokens.cap = t ? tokens : 0;
    d->sentences.v = s;
    d->sentences.cap = s ? sentences : 0;
    d->tokens.n = d->sentences.n = 0;
}

sia_status sia_doc_tokenize(sia_doc *d, sia_err *err)
{
    enum { PENDING = 256 };
    sia_scan z = { .d = d, .p = d->text.s.p, .room = (uint32_t)d->text.s.n };
    uint32_t named = 0;
    reserve(d);
    for (uint32_t b = 0; b < d->blocks.n && sia_arena_ok(d->arena); b++) {
        z.first = d->tokens.n;
        z.end = sia_end(d->blocks.v[b].span);
        z.stops.n = 0;
        scan_block(&z, d->blocks.v[b].span.off);
        sia_cut_sentences(&z, b);
        if (d->tokens.n - named < PENDING) continue;
        name_forms(d, named);
        named = d->tokens.n;
    }
    name_forms(d, named);
    if (sia_arena_ok(d->arena) && sia_arena_ok(d->lex_arena)) return SIA_OK;
    return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

const char *sia_token_kind_name(sia_token_kind k)
{
    static const char *const names[SIA_TOKEN_KINDS] = { "word", "number", "punct", "symbol", "url", "email" };
    return k < SIA_TOKEN_KINDS ? names[k] : "";
}
