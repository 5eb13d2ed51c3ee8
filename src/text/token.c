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
 * A run of ASCII letters between blanks and plain marks, nine tokens in ten, never leaves plain.c; all else is
 * looked at by the functions of scan.h. Forms are interned in batches, which hides the memory's latency. */
#include "scan.h"

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

/* Puts what begins at `at`, which is not blank. */
static uint32_t scan_odd(sia_scan *z, uint32_t at)
{
    const unsigned char c = (unsigned char)z->p[at];
    if (is_digit(c)) return sia_scan_number(z, at);
    if (!is_letter(c)) return scan_mark(z, at);
    const uint32_t to = sia_letters_end(z, at);
    if (to < z->end && !sia_plain_after((unsigned char)z->p[to])) return sia_scan_word(z, at, to);
    push_token(z, at, to, SIA_WORD, 0);                      /* there was no room for it before */
    return to;
}

static void scan_block(sia_scan *z, uint32_t at)
{
    while ((at = sia_scan_plain(z, at)) < z->end)
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
