/* The reading text as it is written: what is copied, what stands instead, what is left out, and a record of it. */
#include "read.h"

/* Room for `more` bytes beside all that is still to come. Gives up for good when memory or 2 GiB are not enough. */
static bool room(sia_reader *r, size_t more)
{
    if (!r->out) return false;
    size_t want = (size_t)r->n + (r->in.n - r->pos) + more + 1;
    if (want <= r->cap) return true;
    size_t cap = want + want / 4 + 64;
    char *p = want > INT32_MAX ? NULL : sia_alloc_raw(r->d->arena, 1, cap);
    if (p) memcpy(p, r->out, r->n);
    r->too_long |= want > INT32_MAX;
    r->out = p;
    r->cap = (uint32_t)cap;
    return p != NULL;
}

static void piece(sia_reader *r, uint32_t raw, uint32_t raw_len, bool copied)
{
    sia_text *t = &r->d->text;
    sia_piece *last = t->pieces.n ? &t->pieces.v[t->pieces.n - 1] : NULL;
    if (last && copied && last->copied && last->raw + last->raw_len == raw) {
        last->raw_len += raw_len;
        return;
    }
    sia_piece p = { r->n, raw, raw_len, copied };
    sia_push(r->d->arena, &t->pieces, p);
}

void sia_emit_copy(sia_reader *r, uint32_t to)
{
    if (to <= r->pos || !room(r, 0)) return;
    uint32_t n = to - r->pos;
    piece(r, r->pos, n, true);
    memcpy(r->out + r->n, r->in.p + r->pos, n);
    r->n += n;
    r->pos = to;
}

void sia_emit_put(sia_reader *r, uint32_t from, uint32_t to, sia_str instead)
{
    sia_emit_copy(r, from);
    if (!room(r, instead.n)) return;
    if (instead.n) {
        piece(r, from, to - from, false);
        memcpy(r->out + r->n, instead.p, instead.n);
        r->n += (uint32_t)instead.n;
    }
    r->pos = to;
}

/* Fixes stand by `raw`. Only a joined word, whose first half may hold mended letters, comes late, and not by much. */
static void record(sia_reader *r, sia_fix fix)
{
    sia_text *t = &r->d->text;
    uint32_t n = t->fixes.n;
    sia_push(r->d->arena, &t->fixes, fix);
    if (t->fixes.n == n) return;
    for (; n > 0 && t->fixes.v[n - 1].raw > fix.raw; n--) t->fixes.v[n] = t->fixes.v[n - 1];
    t->fixes.v[n] = fix;
}

void sia_emit_fix(sia_reader *r, sia_fix_kind kind, uint32_t from, uint32_t to, sia_str instead)
{
    sia_emit_copy(r, from);
    sia_fix fix = { kind, r->n, (uint32_t)instead.n, from, to - from };
    record(r, fix);
    sia_emit_put(r, from, to, instead);
}

/* ---- gaps between lines ------------------------------------------------------------------ */

/* The end of the line end that stands at in[i]; i where there is none. A form feed ends a line too. */
static uint32_t past_line_end(const sia_reader *r, uint32_t i)
{
    if (i >= r->in.n) return i;
    char c = r->in.p[i];
    if (c == '\r') return i + 1 < r->in.n && r->in.p[i + 1] == '\n' ? i + 2 : i + 1;
    return c == '\n' || c == '\f' ? i + 1 : i;
}

static uint32_t emit_nuls(sia_reader *r, uint32_t i, uint32_t to)
{
    uint32_t end = i;
    while (end < to && r->in.p[end] == 0) end++;
    sia_emit_fix(r, SIA_FIX_NUL, i, end, SIA_STR(" "));
    return end;
}

/* White space as it stands, but line ends are LF and form feeds gone. Returns the line ends among it. */
static uint32_t emit_white(sia_reader *r, uint32_t to)
{
    uint32_t lines = 0;
    for (uint32_t i = r->pos; i < to; i++) {
        char c = r->in.p[i];
        bool crlf = c == '\r' && i + 1 < to && r->in.p[i + 1] == '\n';
        if (c == '\f' || crlf) sia_emit_put(r, i, i + 1, SIA_STR(""));
        else if (c == '\r') sia_emit_put(r, i, i + 1, SIA_STR("\n"));
        else if (c == 0) i = emit_nuls(r, i, to) - 1;
        lines += c == '\n' || (c == '\r' && !crlf);
    }
    sia_emit_copy(r, to);
    return lines;
}

/* One line end at r->pos becomes one LF. A form feed alone between two lines becomes one too. */
static uint32_t emit_line_end(sia_reader *r)
{
    uint32_t to = past_line_end(r, r->pos);
    if (to == r->pos) return 0;
    if (r->in.p[to - 1] == '\n') {
        sia_emit_put(r, r->pos, to - 1, SIA_STR(""));
        sia_emit_copy(r, to);
    } else {
        sia_emit_put(r, r->pos, to, SIA_STR("\n"));
    }
    return 1;
}

/* Furniture from line a (not itself) up to b: set aside, line ends included. Between it, blanks are kept or dropped. */
static uint32_t emit_between(sia_reader *r, uint32_t from, uint32_t b, uint32_t to, bool keep_blanks)
{
    uint32_t lines = 0;
    for (uint32_t k = from; ; k++) {
        const sia_text_line *l = k < r->lines.n ? &r->lines.v[k] : NULL;
        uint32_t upto = k < b ? l->at : to;
        if (keep_blanks) lines += emit_white(r, upto);
        else if (l && l->blanks) sia_emit_fix(r, SIA_FIX_BLANK_LINE, r->pos, upto, SIA_STR(""));
        else sia_emit_put(r, r->pos, upto, SIA_STR(""));
        if (k >= b) return lines;
        sia_emit_fix(r, l->aside, l->at, past_line_end(r, l->end), SIA_STR(""));
    }
}

static void emit_cut_word(sia_reader *r, uint32_t a, uint32_t b, sia_gap gap)
{
    bool keep = gap.kind == SIA_GAP_HYPHEN;
    sia_fix fix = { keep ? SIA_FIX_REDUP_JOINED : SIA_FIX_WORD_JOINED, 0, 0, gap.word_from,
        gap.word_to - gap.word_from };
    sia_emit_copy(r, gap.from);
    record(r, fix);
    uint32_t hyphen;
    int32_t c = sia_utf8_at(r->in.p + gap.from, &hyphen);
    if (keep && (c == 0xAD || c == 0xAC)) sia_emit_put(r, gap.from, gap.from + hyphen, SIA_STR("-"));
    else if (keep) sia_emit_copy(r, gap.from + hyphen);
    for (uint32_t k = a + 1; k < b; k++) {
        const sia_text_line *l = &r->lines.v[k];
        sia_emit_put(r, r->pos, l->at, SIA_STR(""));
        sia_emit_fix(r, l->aside, l->at, past_line_end(r, l->end), SIA_STR(""));
    }
    sia_emit_put(r, r->pos, gap.to, SIA_STR(""));
}

static void emit_pages(sia_reader *r, uint32_t line)
{
    for (; r->next_start < r->starts.n && r->starts.v[r->next_start].line <= line; r->next_start++) {
        sia_page_start s = r->starts.v[r->next_start];
        sia_page page = { r->next_start ? r->n : 0, s.number, s.label, s.raw };
        if (s.line > 0) page.at = r->n;
        sia_push(r->d->arena, &r->d->text.pages, page);
    }
}

void sia_emit_gap(sia_reader *r, uint32_t a, uint32_t b, sia_gap gap)
{
    bool head = a == UINT32_MAX, tail = b == UINT32_MAX;
    uint32_t last = tail ? r->lines.n : b, to = tail ? (uint32_t)r->in.n : r->lines.v[b].at;
    if (gap.kind == SIA_GAP_AS_IS) {                         /* one line end, no page's end */
        if (!r->cr) return;
        sia_emit_copy(r, r->lines.v[a].end);
        emit_line_end(r);
        return;
    }
    if (gap.kind == SIA_GAP_JOIN || gap.kind == SIA_GAP_HYPHEN) {
        emit_cut_word(r, a, b, gap);
    } else {
        if (!head) sia_emit_copy(r, r->lines.v[a].end);
        uint32_t lines = head ? 2 : emit_line_end(r);
        lines += emit_between(r, head ? 0 : a + 1, last, to, gap.kind != SIA_GAP_LINE);
        if (!tail && (!lines || (gap.kind == SIA_GAP_PARAGRAPH && lines < 2))) sia_emit_put(r, to, to, SIA_STR("\n"));
    }
    emit_pages(r, last);
}

bool sia_emit_begin(sia_reader *r)
{
    r->cap = (uint32_t)r->in.n + 64;
    r->out = sia_alloc_raw(r->d->arena, 1, r->cap);
    return r->out != NULL;
}

/* ---- the end ------------------------------------------------------------------------------ */

/* Where in[raw] stands in s; what was set aside stands where it would go on. */
static uint32_t place_of(const sia_text *t, uint32_t raw, uint32_t n)
{
    uint32_t lo = 0, hi = t->pieces.n;                       /* the first piece that ends after raw */
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (t->pieces.v[mid].raw + t->pieces.v[mid].raw_len <= raw) lo = mid + 1; else hi = mid;
    }
    if (lo == t->pieces.n) return n;
    sia_piece p = t->pieces.v[lo];
    return p.copied && raw > p.raw ? p.at + (raw - p.raw) : p.at;
}

/* Fixes of bad bytes, known since decoding, come in by their place; joined words learn where they stand now. */
static void settle_fixes(sia_reader *r, const sia_decoded *decoded)
{
    sia_text *t = &r->d->text;
    for (uint32_t i = 0; i < t->fixes.n; i++) {
        sia_fix *f = &t->fixes.v[i];
        if (f->kind != SIA_FIX_WORD_JOINED && f->kind != SIA_FIX_REDUP_JOINED) continue;
        f->at = place_of(t, f->raw, r->n);
        f->len = place_of(t, f->raw + f->raw_len, r->n) - f->at;
    }
    uint32_t old = t->fixes.n, more = decoded->runs.n;
    sia_fix *all = more ? sia_alloc_raw(r->d->arena, sizeof *all, (size_t)old + more) : NULL;
    if (!all) return;
    for (uint32_t i = 0, k = 0; i + k < old + more; ) {
        if (k == more || (i < old && t->fixes.v[i].raw <= decoded->runs.v[k].off)) {
            all[i + k] = t->fixes.v[i];
            i++;
            continue;
        }
        sia_span at = decoded->runs.v[k];
        uint32_t from = place_of(t, at.off, r->n);
        all[i + k] = (sia_fix){ SIA_FIX_BAD_BYTES, from, place_of(t, sia_end(at), r->n) - from, at.off, at.len };
        k++;
    }
    t->fixes.v = all;
    t->fixes.n = t->fixes.cap = old + more;
}

void sia_emit_end(sia_reader *r, const sia_decoded *decoded)
{
    sia_emit_copy(r, (uint32_t)r->in.n);
    emit_pages(r, UINT32_MAX);
    if (!r->out) return;
    r->out[r->n] = 0;
    r->d->text.s = (sia_str){ r->out, r->n };
    sia_text *t = &r->d->text;
    if (!t->pieces.n) piece(r, 0, 0, true);
    settle_fixes(r, decoded);
    for (uint32_t i = 0; i < t->marks.n; i++) t->marks.v[i].at = place_of(t, t->marks.v[i].raw, r->n);
}
