/* Where the sentences of a block end: at a stop that the words around it do not explain otherwise. */
#include "scan.h"

/* A stop ends the sentence when closers are past and
 *     a blank and a capital, a digit, an opening mark or a letter of no case follow   ... hari ini. Kemudian
 *     no blank, but a word before and a capitalised word behind: OCR and haste         selesai.Kemudian
 * It does not after a list number that opens the sentence ('1.', 'a.', 'IV.') or stands behind a colon, before II III,
 * and where the stop belongs to the word, unless the word is one that may be last (dkk. dll. Tbk.).
 * A source in brackets stays with what it vouches for: ... di sana." (Wawancara, Informan 2) */

typedef struct {
    const sia_scan *z;
    const sia_token *t;                 /* the document's tokens                                  */
    uint32_t n, start;                  /* behind the block's last token; the sentence's first     */
    uint32_t counted;                   /* quotes are counted up to here ...                       */
    uint32_t quotes;                    /* ... and so many " stand in the sentence                 */
    uint32_t past;                      /* stops before this token are decided                     */
} state;

/* ---- tokens seen from outside --------------------------------------------------------------- */

static sia_str surface(const state *q, uint32_t i) { return (sia_str){ q->z->p + q->t[i].span.off, q->t[i].span.len }; }
static bool touches(const state *q, uint32_t i) { return q->t[i].span.off == sia_end(q->t[i - 1].span); }

static bool is(const state *q, uint32_t i, const char *text) { return sia_str_eq(surface(q, i), sia_str_of(text)); }

static bool is_mark(const state *q, uint32_t i, char c)
{
    return q->t[i].span.len == 1 && q->z->p[q->t[i].span.off] == c;
}

static int32_t first_char(const state *q, uint32_t i)
{
    return sia_utf8_at(q->z->p + q->t[i].span.off, &(uint32_t){ 0 });
}

static bool closer(const state *q, uint32_t i)
{
    if (q->t[i].kind != SIA_PUNCT) return false;
    const int32_t c = first_char(q, i);
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB;
}

static bool closing_quote(const state *q, uint32_t i)
{
    return closer(q, i) && first_char(q, i) != ')' && first_char(q, i) != ']';
}

static bool stop_mark(const state *q, uint32_t i)
{
    const int32_t c = first_char(q, i);
    return c == '.' || c == '?' || c == '!' || c == 0x2026;
}

static bool opening(int32_t c)
{
    return c < 0x80 ? c && strchr("\"`('-[*~", (int)c) != NULL : ucd_class(sia_ucd(c)) != UCD_IS_LOWER;
}

static bool capital(const state *q, uint32_t i) { return ucd_class(sia_ucd(first_char(q, i))) == UCD_IS_UPPER; }

/* a. Kepada   b) Kepada: the small letter of a list. */
static bool small_item(const state *q, uint32_t i)
{
    const sia_str s = surface(q, i);
    if (i + 2 >= q->n || !touches(q, i + 1) || touches(q, i + 2) || !capital(q, i + 2)) return false;
    if (!is_mark(q, i + 1, '.') && !is_mark(q, i + 1, ')')) return false;
    return sia_is_roman(s) || (s.n == 1 && is_lower((unsigned char)s.p[0]));
}

/* Can token i, with a blank before it, be the first of a sentence? */
static bool begins(const state *q, uint32_t i)
{
    const int32_t c = first_char(q, i);
    const sia_str s = surface(q, i);
    if (capital(q, i)) return !(s.n > 1 && sia_is_roman(s)) || small_item(q, i);
    return ucd_class(sia_ucd(c)) == UCD_IS_DIGIT || opening(c) || small_item(q, i);
}

/* selesai.Kemudian: token i follows the stop, or the quote behind it, without a blank. One-letter words are initials,
 * so are two capitals before the stop (MH.Thamrin), and a second small letter tells a word from an acronym. */
static bool begins_glued(const state *q, uint32_t stop, uint32_t i)
{
    if (stop == q->start || !touches(q, stop) || q->t[i].kind != SIA_WORD) return false;
    const sia_str before = surface(q, stop - 1), s = surface(q, i);
    if (!is_upper((unsigned char)s.p[0]) || s.n < 2 || !is_lower((unsigned char)s.p[1])) return false;
    if (q->t[stop - 1].kind == SIA_WORD) return before.n > 2 || (before.n == 2 && is_lower((unsigned char)before.p[1]));
    return q->t[stop - 1].kind == SIA_NUMBER || closer(q, stop - 1);
}

/* ---- list numbers -------------------------------------------------------------------------------- */

/* 1  12  4.1  a  B  iv */
static bool list_number(sia_str s)
{
    if (sia_is_roman(s)) return true;
    if (s.n == 1) return is_letter((unsigned char)s.p[0]) || is_digit((unsigned char)s.p[0]);
    size_t run = 0;
    for (size_t i = 0; i < s.n; i++) {
        run = s.p[i] == '.' ? 0 : run + 1;
        if ((s.p[i] != '.' && !is_digit((unsigned char)s.p[i])) || run > 2) return false;
    }
    return true;
}

/* Is the stop at `stop` that of a list number, at the sentence's start or behind a colon? */
static bool numbers_item(const state *q, uint32_t stop)
{
    if (stop == q->start || !touches(q, stop) || !is_mark(q, stop, '.')) return false;
    if (!list_number(surface(q, stop - 1))) return false;
    if (stop - 1 == q->start) return true;
    const int32_t c = first_char(q, stop - 2);
    return c == ':' || c == ';' || (q->t[stop - 1].kind == SIA_NUMBER && (c == ',' || c == '('));
}

/* ---- what still belongs to the sentence -------------------------------------------------------- */

/* Is there an opened " that token i could close? Amortised linear: each token is counted once. */
static bool open_quote(state *q, uint32_t i)
{
    if (q->counted < q->start) { q->counted = q->start; q->quotes = 0; }
    for (; q->counted < i; q->counted++) q->quotes += is_mark(q, q->counted, '"');
    return q->quotes & 1;
}

/* ... selesai. " Kemudian: a closing quote with blanks on both sides. */
static bool loose_quote(state *q, uint32_t i)
{
    if (i + 1 >= q->n || touches(q, i + 1) || q->t[i].kind == SIA_WORD) return false;
    return is(q, i, "\xE2\x80\x9D") || is(q, i, "''") || (is_mark(q, i, '"') && open_quote(q, i));
}

static bool names_source(const state *q, uint32_t i)
{
    static const char *const words[] = {
        "wawancara", "hasil", "sumber", "informan", "narasumber", "responden", "observasi", "dokumentasi", "lihat",
        "dikutip", "interview", "source",
    };
    const sia_span at = q->t[i].span;
    for (size_t k = 0; k < SIA_COUNT_OF(words); k++)
        if (sia_word_is(q->z, at.off, sia_end(at), words[k])) return true;
    return false;
}

/* Behind a source in brackets that opens at token i, with the stop that may follow it; i where there is none. */
static uint32_t past_source(const state *q, uint32_t i, bool quoted)
{
    enum { LONGEST = 30 };
    if (i >= q->n || !is_mark(q, i, '(')) return i;
    uint32_t to = i + 1, numbers = 0;
    while (to < q->n && to < i + LONGEST && !is_mark(q, to, ')')) {
        const bool stop = stop_mark(q, to) && q->t[to].kind == SIA_PUNCT;
        if (is_mark(q, to, '(') || (stop && to + 1 < q->n && !is_mark(q, to + 1, ')'))) return i;
        numbers += q->t[to++].kind == SIA_NUMBER;
    }
    if (to >= q->n || !is_mark(q, to, ')') || to == i + 1) return i;
    if (!quoted && !names_source(q, i + 1) && !(numbers && to > i + 2)) return i;
    to++;
    while (to < q->n && touches(q, to) && (stop_mark(q, to) || closer(q, to))) to++;
    return to == q->n || begins(q, to) ? to : i;
}

/* partai.1 Strategi: the digits of a note, glued to the stop that follows a word. */
static bool note_mark(const state *q, uint32_t stop, uint32_t i)
{
    if (i >= q->n || q->t[i].kind != SIA_NUMBER || !touches(q, i)) return false;
    if (stop == q->start || !touches(q, stop)) return false;
    const sia_str s = surface(q, i), before = surface(q, stop - 1);
    if (ucd_class(sia_ucd(first_char(q, i))) == UCD_IS_NUMERAL) return true;
    if (s.n > 3 || memchr(s.p, '.', s.n) || memchr(s.p, ',', s.n) || i + 1 >= q->n || touches(q, i + 1)) return false;
    return (q->t[stop - 1].kind == SIA_WORD && before.n > 2) || closer(q, stop - 1);
}

/* ---- the decision ------------------------------------------------------------------------------ */

/* The first token of the next sentence if the stop at token i ends this one, else `start`. */
static uint32_t next_start(state *q, uint32_t i, bool own_stop)
{
    uint32_t to = i + 1;
    bool quoted = false;
    if (own_stop && to < q->n) return !touches(q, to) && begins(q, to) && capital(q, to) ? to : q->start;
    while (to < q->n && touches(q, to) && (closer(q, to) || stop_mark(q, to))) {
        quoted |= closing_quote(q, to);
        to++;
    }
    while (note_mark(q, i, to)) to++;
    q->past = to;                                           /* one decision for all of '.".)' */
    if (to < q->n && !touches(q, to) && loose_quote(q, to)) { to++; quoted = true; }
    const uint32_t behind = past_source(q, to, quoted);
    if (to == q->n || behind > to) return behind;
    if (numbers_item(q, i)) return q->start;
    if (!touches(q, to)) return begins(q, to) ? to : q->start;
    const bool asks = !is_mark(q, i, '.');
    if (asks && q->t[i].span.len == 1) return begins(q, to) ? to : q->start;
    return begins_glued(q, i, to) ? to : q->start;
}

static void push_sentence(const state *q, uint32_t from, uint32_t to, uint32_t block)
{
    sia_doc *d = q->z->d;
    sia_span span = d->blocks.v[block].span;
    if (to > from) span = (sia_span){ q->t[from].span.off, sia_end(q->t[to - 1].span) - q->t[from].span.off };
    for (uint32_t i = from; i < to; i++) d->tokens.v[i].sentence = d->sentences.n;
    const sia_sentence s = { .span = span, .block = block, .first = from, .n = to - from, .counted = true };
    sia_push(d->arena, &d->sentences, s);
}

/* A heading, caption, title, keyword line or table block is one sentence. */
static bool splits(uint8_t kind)
{
    return kind == SIA_BLOCK_PARAGRAPH || kind == SIA_BLOCK_ITEM || kind == SIA_BLOCK_FOOTNOTE;
}

void sia_cut_sentences(sia_scan *z, uint32_t block)
{
    state q = { .z = z, .t = z->d->tokens.v, .n = z->d->tokens.n, .start = z->first, .counted = z->first };
    const uint32_t stops = splits(z->d->blocks.v[block].kind) ? z->stops.n : 0;
    for (uint32_t k = 0; k < stops; k++) {
        const sia_stop stop = z->stops.v[k];
        if (stop.token < q.start || stop.token < q.past) continue;
        const uint32_t next = next_start(&q, stop.token, stop.own_stop);
        if (next <= q.start || next >= q.n) continue;
        push_sentence(&q, q.start, next, block);
        q.start = next;
    }
    push_sentence(&q, q.start, q.n, block);
}
