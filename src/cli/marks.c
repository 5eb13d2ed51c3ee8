/* Marks: the places of codings and hits in one document, as code points of its input. */
#include "coding.h"
#include "whereabouts.h"
#include <stdlib.h>

static int by_place(const void *a, const void *b)
{
    const mark *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end < y->end ? -1 : 1;
    return sia_str_cmp(x->category, y->category);
}

static uint64_t point_of(const sia_doc *d, uint32_t at) { return sia_text_point(&d->text, sia_text_raw(&d->text, (sia_span){ at, 1 }).off); }

/* The sentence that holds a code point of the input; UINT32_MAX: none (a running head, white space). */
static uint32_t sentence_at(const sia_doc *d, uint64_t point)
{
    uint32_t lo = 0, hi = d->sentences.n;                    /* the last that begins at or before it */
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (point_of(d, d->sentences.v[mid].span.off) <= point) lo = mid + 1; else hi = mid;
    }
    if (!lo) return UINT32_MAX;
    const sia_span raw = sia_text_raw(&d->text, d->sentences.v[lo - 1].span);
    return point < sia_text_point(&d->text, sia_end(raw)) ? lo - 1 : UINT32_MAX;
}

static void put(const sia_doc *d, marks *out, mark m)
{
    m.sentence = sentence_at(d, m.start);
    m.counted = m.sentence != UINT32_MAX && d->sentences.v[m.sentence].counted;
    sia_push(d->arena, out, m);
}

/* The reading text of the page of that number or label; of the whole document where none is given or known. */
static sia_span page_span(const sia_doc *d, sia_str page)
{
    const sia_span all = { 0, (uint32_t)d->text.s.n };
    const uint64_t n = page.n && page.n < 9 ? strtoull(page.p, NULL, 10) : 0;    /* a cell ends with a NUL or a delimiter */
    for (uint32_t i = 0; page.n && i < d->text.pages.n; i++) {
        const sia_page *p = &d->text.pages.v[i];
        if (!sia_str_eq(p->label, page) && (!n || p->number != n)) continue;
        const uint32_t end = i + 1 < d->text.pages.n ? d->text.pages.v[i + 1].at : all.len;
        return (sia_span){ p->at, end - p->at };
    }
    return all;
}

static bool find_quote(sia_doc *d, const coded *row, mark *m)
{
    sia_span at, page = page_span(d, row->page);
    bool exact;
    if (!sia_doc_quote(d, page, row->quote, &at, &exact)
        && (page.len == d->text.s.n || !sia_doc_quote(d, (sia_span){ 0, (uint32_t)d->text.s.n }, row->quote, &at, &exact))) return false;
    const sia_span raw = sia_text_raw(&d->text, at);
    m->start = sia_text_point(&d->text, raw.off);
    m->end = sia_text_point(&d->text, sia_end(raw));
    return true;
}

/* A place in the input: its byte, and how many code points that are no blanks stand before it. */
typedef struct { uint32_t byte; uint64_t solids; } spot;

static bool blank(char c) { return (unsigned char)c <= ' '; }

/* Byte order marks at the beginning count as nothing: programs take them off. */
static spot first_spot(sia_str in)
{
    spot s = { 0, 0 };
    while (in.n - s.byte >= 3 && !memcmp(in.p + s.byte, "\xEF\xBB\xBF", 3)) s.byte += 3;
    return s;
}

static void skip_blanks(sia_str in, uint32_t *i) { while (*i < in.n && blank(in.p[*i])) ++*i; }

/* Moves to the code point that has `solids` before it and is no blank itself. */
static void go_to(spot *s, sia_str in, uint64_t solids)
{
    if (s->solids > solids) *s = first_spot(in);
    for (skip_blanks(in, &s->byte); s->byte < in.n && s->solids < solids; s->solids++) {
        while (++s->byte < in.n && ((unsigned char)in.p[s->byte] & 0xC0) == 0x80) continue;
        skip_blanks(in, &s->byte);
    }
}

/* Does the quote stand there, blanks aside? So it does in a text that only the ends of lines were changed of. */
static bool stands_there(const sia_doc *d, const coded *row, spot *s, mark *m)
{
    const sia_str in = d->text.in, q = row->quote;
    if (!row->placed) return false;
    go_to(s, in, row->solids);
    uint32_t at = s->byte, end = at;
    for (size_t k = 0; k < q.n; k++) {
        if (blank(q.p[k])) continue;
        skip_blanks(in, &at);
        if (at >= in.n || in.p[at] != q.p[k]) return false;
        end = ++at;
    }
    m->start = sia_text_point(&d->text, s->byte);
    m->end = sia_text_point(&d->text, end);
    return end > s->byte;
}

void coding_marks(const coding *c, uint32_t i, sia_doc *d, marks *out)
{
    spot at = first_spot(d->text.in);
    uint32_t lo = 0, hi = c->rows.n;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (c->rows.v[mid].file < i) lo = mid + 1; else hi = mid;
    }
    for (; lo < c->rows.n && c->rows.v[lo].file == i; lo++) {
        const coded *row = &c->rows.v[lo];
        mark m = { .start = row->start, .end = row->end, .category = row->category, .term = row->term };
        if (!row->quote.n || stands_there(d, row, &at, &m) || find_quote(d, row, &m)) put(d, out, m);
        else sia_doc_note(d, SIA_MSG_QUOTE_LOST, 0, "%.*s:%u: %.*s", (int)(c->name.n > 30 ? 30 : c->name.n), c->name.p, row->line,
                          row->quote.n > 40 ? 40 : (int)row->quote.n, row->quote.p);
    }
    if (out->n) qsort(out->v, out->n, sizeof *out->v, by_place);
}

void hit_marks(const sia_doc *d, const sia_tagger *t, marks *out)
{
    for (uint32_t k = 0; k < d->hits.n; k++) {
        const sia_hit *h = &d->hits.v[k];
        const place p = place_of(d, h->span, h->sentence);
        sia_push(d->arena, out, (mark){ p.start, p.end, sia_tagger_category(t, h->term)->code, sia_tagger_term(t, h->term)->id, h->sentence, true });
    }
    if (out->n) qsort(out->v, out->n, sizeof *out->v, by_place);
}

/* The byte of the input where code point `point` begins. */
static uint32_t byte_of(const sia_doc *d, uint64_t point)
{
    uint32_t lo = 0, hi = (uint32_t)d->text.in.n;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (sia_text_point(&d->text, mid) < point) lo = mid + 1; else hi = mid;
    }
    while (lo > 0 && lo < d->text.in.n && ((unsigned char)d->text.in.p[lo] & 0xC0) == 0x80) lo--;
    return lo;
}

sia_str mark_surface(const sia_doc *d, const mark *m)
{
    const uint32_t from = byte_of(d, m->start), to = byte_of(d, m->end);
    return (sia_str){ d->text.in.p + from, to - from };
}

const sia_page *mark_page(const sia_doc *d, const mark *m)
{
    return m->sentence == UINT32_MAX ? NULL : sia_text_page(&d->text, d->sentences.v[m->sentence].span.off);
}
