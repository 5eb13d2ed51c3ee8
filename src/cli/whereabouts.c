/* Whereabouts: place, page and sentence of a row, and the id of a hit. */
#include "whereabouts.h"

place place_of(const sia_doc *d, sia_span span, uint32_t sentence)
{
    const sia_sentence *st = &d->sentences.v[sentence];
    sia_span raw = sia_text_raw(&d->text, span);
    return (place){
        .section = &d->sections.v[d->blocks.v[st->block].section],
        .page = sia_text_page(&d->text, span.off),
        .paragraph = st->block + 1,
        .sentence = sentence + 1,
        .start = sia_text_point(&d->text, raw.off),
        .end = sia_text_point(&d->text, sia_end(raw)),
        .surface = sia_cut(d->text.in, raw),
    };
}

void put_page_number(sia_table *t, const sia_page *page)
{
    if (page && page->number) sia_put_count(t, page->number);
    else sia_put_none(t);
}

void put_page(sia_table *t, const sia_page *page)
{
    put_page_number(t, page);
    sia_put_text(t, page ? page->label : SIA_STR(""));
}

static bool blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\v' || c == '\r'; }

/* Eight bytes of text that folding leaves as they are: none below a blank, no two blanks side by side. */
static bool even(uint64_t w)
{
    const uint64_t ones = 0x0101010101010101u, tops = ones << 7, x = w ^ ones * ' ';
    const uint64_t below = (w - ones * ' ') & ~w & tops, blanks = (x - ones) & ~x & tops;
    return !below && !(blanks & blanks >> 8);
}

/* Into room for as many bytes as it stands for; returns how many it takes. */
static size_t fold_blanks(char *p, const sia_doc *d, uint32_t from, uint32_t to)
{
    const char *s = d->text.s.p;
    size_t n = 0;
    for (uint32_t i = from; i < to; ) {
        bool again = blank(s[i]) && (!n || p[n - 1] == ' ');
        uint64_t w;
        if (!again && to - i >= 8 && even(*(uint64_t *)memcpy(&w, s + i, 8))) {
            memcpy(p + n, s + i, 8);
            n += 8;
            i += 8;
            continue;
        }
        if (!again) p[n++] = blank(s[i]) ? ' ' : s[i];
        i++;
    }
    return n && p[n - 1] == ' ' ? n - 1 : n;
}

sia_str one_line(const sia_doc *d, uint32_t from, uint32_t to)
{
    char *p = sia_alloc_raw(d->arena, 1, (size_t)(to - from) + 1);
    return p ? (sia_str){ p, fold_blanks(p, d, from, to) } : SIA_STR("");
}

enum { CONTEXT = 2000 };

static bool inside_char(const sia_doc *d, uint32_t at) { return ((unsigned char)d->text.s.p[at] & 0xC0) == 0x80; }

sia_span context_span(const sia_doc *d, uint32_t sentence, sia_span span)
{
    sia_span st = d->sentences.v[sentence].span;
    uint32_t from = st.off, to = sia_end(st);
    if (span.off - from > CONTEXT) from = span.off - CONTEXT;
    if (to - sia_end(span) > CONTEXT) to = sia_end(span) + CONTEXT;
    while (from < span.off && inside_char(d, from)) from++;
    while (to < sia_end(st) && inside_char(d, to)) to--;
    return (sia_span){ from, to - from };
}

static size_t put_str(char *to, sia_str s)
{
    memcpy(to, s.p, s.n);
    return s.n;
}

size_t context_room(const sia_doc *d, uint32_t sentence, sia_span span) { return context_span(d, sentence, span).len + 2 * SIA_STR("…").n + 1; }

sia_str context_into(char *room, const sia_doc *d, uint32_t sentence, sia_span span)
{
    const sia_span st = d->sentences.v[sentence].span, all = context_span(d, sentence, span);
    const sia_str cut = SIA_STR("…");
    size_t n = 0;
    if (all.off > st.off) n += put_str(room + n, cut);
    n += fold_blanks(room + n, d, all.off, sia_end(all));
    if (sia_end(all) < sia_end(st)) n += put_str(room + n, cut);
    return (sia_str){ room, n };
}

sia_str context_of(const sia_doc *d, uint32_t sentence, sia_span span)
{
    char *room = sia_alloc_raw(d->arena, 1, context_room(d, sentence, span));
    return room ? context_into(room, d, sentence, span) : SIA_STR("");
}

sia_span words_around(const sia_doc *d, const sia_hit *h, uint32_t n)
{
    uint32_t first = h->first, last = h->first + h->n - 1;
    for (uint32_t k = 0; k < n && first > 0; ) k += d->tokens.v[--first].kind <= SIA_NUMBER;
    for (uint32_t k = 0; k < n && last + 1 < d->tokens.n; ) k += d->tokens.v[++last].kind <= SIA_NUMBER;
    const uint32_t from = d->tokens.v[first].span.off;
    return (sia_span){ from, sia_end(d->tokens.v[last].span) - from };
}

sia_str repaired_text(const sia_doc *d, uint32_t first, uint32_t n)
{
    sia_str out = SIA_STR("");
    bool any = false;
    for (uint32_t i = first; i < first + n; i++) any |= (d->tokens.v[i].flags & SIA_TOK_REPAIRED) != 0;
    if (!any) return out;
    for (uint32_t i = first; i < first + n; i++) {
        const sia_token *t = &d->tokens.v[i];
        sia_str own = sia_token_text(d, t), gap = SIA_STR("");
        if (i > first) gap = one_line(d, sia_end(t[-1].span), t->span.off);
        const char *blank = i > first && (t->flags & SIA_TOK_GLUED || t->span.off > sia_end(t[-1].span)) ? " " : "";
        if (gap.n) blank = "";
        out = sia_printf(d->arena, "%.*s%s%.*s%.*s", (int)out.n, out.p, blank, (int)gap.n, gap.p, (int)own.n, own.p);
    }
    return out;
}

/* A fixed 64-bit hash in the manner of FNV over 8-byte words: identity, not security. */
static uint64_t mix(uint64_t h, uint64_t w)
{
    h = (h ^ w) * 0x9E3779B97F4A7C15u;
    return h ^ (h >> 29);
}

/* Bytes are assembled in a fixed order, so that big-endian machines give the same ids. */
static uint64_t word_at(const char *p, size_t n)
{
    uint64_t w = 0;
    for (size_t i = 0; i < n; i++) w |= (uint64_t)(unsigned char)p[i] << (8 * i);
    return w;
}

/* The same for eight bytes, which compilers make one load. */
static uint64_t eight_at(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24
         | (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

static uint64_t hash_bytes(uint64_t h, sia_str s)
{
    size_t i = 0;
    for (; i + 8 <= s.n; i += 8) h = mix(h, eight_at(s.p + i));
    return mix(mix(h, word_at(s.p + i, s.n - i)), s.n);
}

uint64_t content_hash(sia_str in) { return hash_bytes(0x5349415341543031u, in); }

sia_str hit_id(uint64_t content, uint64_t start, uint64_t end, sia_str term, char id[13])
{
    static const char digit[] = "abcdefghijklmnopqrstuvwxyz234567";
    uint64_t h = hash_bytes(mix(mix(content, start), end), term);
    h = mix(h, h >> 32);
    id[0] = 'h';                        /* a letter first: no spreadsheet takes it for a number */
    for (int i = 1; i < 13; i++, h >>= 5) id[i] = digit[h & 31];
    return (sia_str){ id, 13 };
}
