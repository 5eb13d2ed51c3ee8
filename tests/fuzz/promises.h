/* Every promise that text.h makes of a document's columns, checked. */
#ifndef FUZZ_PROMISES_H
#define FUZZ_PROMISES_H
#include <siasat/code.h>
#include "../unit/reread.h"
#include <stdlib.h>

static void must(bool holds)
{
    if (!holds) abort();
}

static bool white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\v'; }
static bool within(sia_span s, uint64_t n) { return (uint64_t)s.off + s.len <= n; }
static bool inside(sia_span s, sia_span of) { return s.off >= of.off && sia_end(s) <= sia_end(of); }
static bool on_edge(sia_str s, uint32_t i) { return i == s.n || ((unsigned char)s.p[i] & 0xC0) != 0x80; }

static void check_pieces(const sia_text *t)
{
    must(t->pieces.n > 0 && t->pieces.v[0].at == 0);
    uint64_t raw = 0;
    for (uint32_t i = 0; i < t->pieces.n; i++) {
        sia_piece p = t->pieces.v[i];
        uint32_t end = i + 1 < t->pieces.n ? t->pieces.v[i + 1].at : (uint32_t)t->s.n;
        must(end > p.at || t->s.n == 0);
        must(p.raw >= raw && (uint64_t)p.raw + p.raw_len <= t->in.n);
        raw = (uint64_t)p.raw + p.raw_len;
        if (p.copied) must(p.raw_len == end - p.at && !memcmp(t->s.p + p.at, t->in.p + p.raw, p.raw_len));
    }
}

static void check_records(const sia_text *t)
{
    for (uint32_t i = 0; i < t->fixes.n; i++) {
        sia_fix f = t->fixes.v[i];
        must(f.kind < SIA_FIX_COUNT && *sia_fix_name(f.kind));
        must(within((sia_span){ f.raw, f.raw_len }, t->in.n) && within((sia_span){ f.at, f.len }, t->s.n));
        must(on_edge(t->in, f.raw) && on_edge(t->s, f.at) && on_edge(t->s, f.at + f.len));
        if (i) must(t->fixes.v[i - 1].raw <= f.raw);
    }
    for (uint32_t i = 0; i < t->pages.n; i++) {
        must(t->pages.v[i].at <= t->s.n);
        if (i) must(t->pages.v[i - 1].at <= t->pages.v[i].at);
        if (i && t->pages.v[i].number && !t->marks.n) must(t->pages.v[i].number == t->pages.v[i - 1].number + 1);
    }
}

/* The way back, at places all over the text, against counting by hand. */
static void check_places(const sia_text *t)
{
    must(t->lines.n > 0 && t->lines.v[0] == 0);
    for (uint32_t i = 1; i < t->lines.n; i++)
        must(t->lines.v[i] > t->lines.v[i - 1]
             && (t->in.p[t->lines.v[i] - 1] == '\n' || t->in.p[t->lines.v[i] - 1] == '\r'));
    uint32_t step = (uint32_t)t->in.n / 64 + 1;
    uint64_t points = 0;
    for (uint32_t i = 0, from = 0; i <= t->in.n; from = i, i += step) {
        points += sia_utf8_count((sia_str){ t->in.p + from, i - from });
        must(sia_text_point(t, i) == points);
        sia_place at = sia_text_place(t, i);
        must(at.line >= 1 && at.line <= t->lines.n && at.col >= 1 && t->lines.v[at.line - 1] <= i);
    }
    step = (uint32_t)t->s.n / 64 + 1;
    for (uint32_t i = 0, last = 0; i < t->s.n; i += step) {
        uint32_t len = (uint32_t)t->s.n - i < 9 ? (uint32_t)t->s.n - i : 9;
        sia_span raw = sia_text_raw(t, (sia_span){ i, len });
        must(within(raw, t->in.n) && raw.off >= last);
        last = raw.off;
        sia_text_page(t, i);
    }
}

static void check_marks(const sia_text *t)
{
    for (uint32_t i = 0; i < t->marks.n; i++) {
        const sia_mark *m = &t->marks.v[i];
        must(within((sia_span){ m->raw, m->raw_len }, t->in.n) && m->at <= t->s.n && m->kind <= SIA_MARK_FURNITURE && m->size <= SIA_SIZE_LARGE);
        must(m->kind != SIA_MARK_ITEM || m->level);
        must(!m->perhaps || m->more);
        must(!i || (m->raw >= m[-1].raw + m[-1].raw_len && m->at >= m[-1].at));
    }
}

static void check_text(const sia_text *t)
{
    must(t->encoding != SIA_ENC_AUTO && sia_utf8_valid(t->in) && sia_utf8_valid(t->s));
    must(t->s.p[t->s.n] == 0 && !memchr(t->s.p, 0, t->s.n) && !memchr(t->s.p, '\r', t->s.n)
         && !memchr(t->s.p, '\f', t->s.n));
    for (size_t i = 0; t->ascii && i < t->in.n; i++) must((unsigned char)t->in.p[i] < 0x80);
    check_pieces(t);
    check_records(t);
    check_places(t);
    check_marks(t);
    must(!reread(t));
}

static void check_segments(const sia_doc *d)
{
    sia_str s = d->text.s;
    must(d->sections.n > 0 && d->sections.v[0].level == 0 && d->sections.v[0].head.len == 0
         && d->sections.v[0].parent == 0);
    for (uint32_t i = 1; i < d->sections.n; i++) {
        const sia_section *c = &d->sections.v[i], *up = &d->sections.v[c->parent];
        must(c->parent < i && c->level > up->level && c->part < SIA_PART_COUNT && within(c->span, s.n)
             && inside(c->head, c->span));
        must(c->span.off >= d->sections.v[i - 1].span.off && c->head.len > 0 && inside(c->span, up->span));
        must(c->chapter <= i && (c->level != 1 || c->chapter == i));
    }
    uint32_t at = 0;
    for (uint32_t i = 0; i < d->blocks.n; i++) {
        const sia_block *b = &d->blocks.v[i];
        must(b->span.len > 0 && b->span.off >= at && within(b->span, s.n) && b->kind < SIA_BLOCK_COUNT
             && b->section < d->sections.n);
        must(!white(s.p[b->span.off]) && !white(s.p[sia_end(b->span) - 1]));
        for (; at < b->span.off; at++) must((unsigned char)s.p[at] >= 0x80 || white(s.p[at]));
        at = sia_end(b->span);
    }
}

static void check_tokens(const sia_doc *d, sia_arena *scratch)
{
    uint32_t at = 0, next = 0;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *x = &d->sentences.v[i];
        must(x->block < d->blocks.n && x->span.len > 0 && inside(x->span, d->blocks.v[x->block].span)
             && x->span.off >= at);
        must(x->counted && x->first == next && (uint64_t)x->first + x->n <= d->tokens.n);
        at = x->span.off;
        for (uint32_t k = x->first; k < x->first + x->n; k++) {
            const sia_token *w = &d->tokens.v[k];
            must(w->sentence == i && w->kind < SIA_TOKEN_KINDS && w->span.len > 0 && inside(w->span, x->span)
                 && w->span.off >= at);
            must(on_edge(d->text.s, w->span.off) && on_edge(d->text.s, sia_end(w->span)));
            must(w->form > 0 && w->form <= sia_lex_size(d->lex));
            must(k % 16 || sia_str_eq(sia_lex_str(d->lex, w->form), sia_fold(scratch, sia_cut(d->text.s, w->span))));
            at = sia_end(w->span);
        }
        next += x->n;
        at = sia_end(x->span);
    }
    must(next == d->tokens.n);
}

/* Every member lies in its sentence, after its head or below it. */
static void check_lists(sia_doc *d)
{
    sia_members m = { 0 };
    if (sia_doc_lists(d, &m, NULL)) return;
    for (uint32_t i = 0; i < m.n; i++) {
        const sia_span s = d->sentences.v[m.v[i].sentence].span, in = m.v[i].member;
        must(in.len && in.off >= s.off && sia_end(in) <= sia_end(s));
        must(m.v[i].head.len && sia_end(m.v[i].head) <= in.off);
    }
}

/* Segments, tokenizes and checks a document that was read; `st` says how that went. */
static void check_stages(sia_doc *d, sia_arena *scratch, sia_status st, sia_err *err)
{
    if (!st) {
        check_text(&d->text);
        st = sia_doc_segment(d, err);
    }
    if (!st) {
        check_segments(d);
        st = sia_doc_tokenize(d, err);
    }
    if (!st) {
        check_tokens(d, scratch);
        check_lists(d);
        sia_doc_select(d, 1u << SIA_PART_SARAN);
        for (uint32_t i = 0; i < d->sentences.n; i++) {
            uint8_t part = d->sections.v[d->blocks.v[d->sentences.v[i].block].section].part;
            must(d->sentences.v[i].counted == (part == SIA_PART_SARAN));
        }
    }
    must(!st || (err->status == st && (st == SIA_ETEXT || st == SIA_ENOMEM)));
}
#endif
