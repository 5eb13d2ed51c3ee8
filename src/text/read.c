/* Bytes to reading text: decode, cut into lines, find the furniture, then write what a reader would read. */
#include "hyphen.h"
#include "bytes.h"

static bool white(char c) { return c == ' ' || c == '\t' || c == 0; }

/* The bytes at which lines may end, one after the other; 64 bytes are looked at together. */
typedef struct { sia_str in; uint32_t base; uint64_t bits; char room[64]; } breaks;

static void look_for_breaks(breaks *b)
{
    b->bits = sia_break_bits(sia_64(b->in.p + b->base, b->in.n - b->base, b->room));
}

/* The next LF, CR or form feed; the text's length behind the last. */
static uint32_t next_break(breaks *b)
{
    for (;;) {
        while (!b->bits) {
            b->base += 64;
            if (b->base >= b->in.n) return (uint32_t)b->in.n;
            look_for_breaks(b);
        }
        uint32_t at = b->base + (uint32_t)__builtin_ctzll(b->bits);
        b->bits &= b->bits - 1;
        if (b->in.p[at] != '\v') return at;
    }
}

static bool is_blank(const sia_reader *r, uint32_t i, uint32_t end)
{
    for (; i < end; i++) {
        if (white(r->in.p[i])) continue;
        if (i + 1 >= end || memcmp(r->in.p + i, "\xC2\xA0", 2)) return false;
        i++;
    }
    return true;
}

/* What nine lines in ten do not exceed. Lines over 255 bytes are paragraphs: they have no right edge. */
static uint32_t usual_width(const uint32_t *lengths, uint32_t lines)
{
    uint32_t n = 0, w = 0;
    while (w < 255 && (n += lengths[w]) < lines - lines / 10) w++;
    return w;
}

static void page_begins(sia_reader *r, uint32_t line, uint32_t raw)
{
    sia_page_start s = { line, r->starts.n + 1, SIA_STR(""), raw };
    sia_push(r->d->arena, &r->starts, s);
}

/* Form feeds with nothing but white space after them end the last page and begin none. */
static uint32_t without_tail(const sia_reader *r)
{
    uint32_t n = (uint32_t)r->in.n;
    while (n > 0 && (white(r->in.p[n - 1]) || strchr("\n\r\f", r->in.p[n - 1]))) n--;
    return n;
}

static uint32_t count_lf(sia_str s)
{
    uint32_t n = 0;
    for (const char *p = s.p, *end = s.p + s.n; (p = memchr(p, '\n', (size_t)(end - p))); p++) n++;
    return n;
}

/* Room for what will be pushed, as far as the text's beginning tells: growing step by step would touch twice the
 * memory. */
static void reserve(sia_reader *r)
{
    enum { LOOK = 8192 };
    sia_arena *a = r->d->arena;
    sia_text *t = &r->d->text;
    sia_str head = { r->in.p, r->in.n < LOOK ? r->in.n : LOOK };
    uint64_t n = head.n ? (uint64_t)count_lf(head) * r->in.n / head.n : 0;
    uint32_t lines = (uint32_t)(n + n / 8 + 16), most = (uint32_t)(r->in.n / 16) + 16;
    uint32_t some = lines < most ? lines : most;
    if ((t->lines.v = sia_alloc_raw(a, sizeof *t->lines.v, lines))) t->lines.cap = lines;
    if ((r->lines.v = sia_alloc_raw(a, sizeof *r->lines.v, some))) r->lines.cap = some;
}

/* A form feed ends a page; the first one tells that there are pages. */
static void feed(sia_reader *r, uint32_t at, bool last)
{
    if (!r->feed) page_begins(r, 0, 0);
    r->feed = true;
    if (!last) page_begins(r, r->lines.n, at + 1);
}

static void cut_lines(sia_reader *r)
{
    uint32_t lengths[256] = { 0 }, n = (uint32_t)r->in.n, tail = without_tail(r);
    const char *p = r->in.p;
    sia_text *t = &r->d->text;
    sia_text_line next = { .aside = SIA_FIX_COUNT };
    breaks b = { .in = r->in };
    reserve(r);
    sia_push(r->d->arena, &t->lines, 0);
    if (n) look_for_breaks(&b);
    for (uint32_t i = 0, end; i < n; i = end + 1) {
        end = next_break(&b);
        char c = end < n ? p[end] : '\n';
        if (!is_blank(r, i, end)) {
            next.at = i;
            next.end = end;
            next.loose = sia_char_loose(p[end - 1]);
            sia_push(r->d->arena, &r->lines, next);
            next.blanks = next.feeds = 0;
            lengths[end - i < 255 ? end - i : 255]++;
        } else {
            next.blanks += c != '\f';
        }
        if (c == '\f') {
            next.feeds++;
            feed(r, end, end >= tail);
            continue;
        }
        r->cr |= c == '\r';
        if (c == '\r' && end + 1 < n && p[end + 1] == '\n') end = next_break(&b);
        if (end < n) sia_push(r->d->arena, &t->lines, end + 1);
    }
    r->width = usual_width(lengths, r->lines.n);
}

/* Most lines end in print and go on in the next: nothing to decide. */
static bool goes_on(const sia_reader *r, uint32_t a, uint32_t b)
{
    int32_t c;
    const sia_text_line *l = &r->lines.v[b];
    return b == a + 1 && !l->blanks && !l->feeds && !sia_hyphen_at_end(r, a, &c);
}

static void mend_line(sia_reader *r, uint32_t i, uint32_t from, uint32_t to)
{
    if (r->next_special < to) sia_mend_letters(r, i, from, to);
}

/* Line by line: what becomes of the gap to the next line of text is decided before the line's own end is written. */
static void write_lines(sia_reader *r)
{
    uint32_t a = UINT32_MAX, from = 0;
    const sia_gap edge = { .kind = SIA_GAP_PARAGRAPH }, plain = { .kind = SIA_GAP_AS_IS };
    for (uint32_t i = 0; i < r->lines.n; i++) {
        if (r->lines.v[i].aside != SIA_FIX_COUNT) continue;
        if (a == UINT32_MAX) {
            sia_emit_gap(r, a, i, edge);
            from = r->lines.v[i].at;
        } else {
            sia_gap gap = goes_on(r, a, i) ? plain : sia_gap_between(r, a, i);
            bool cut = gap.kind == SIA_GAP_JOIN || gap.kind == SIA_GAP_HYPHEN;
            mend_line(r, a, from, cut ? gap.from : r->lines.v[a].end);
            if (gap.kind != SIA_GAP_AS_IS || r->cr) sia_emit_gap(r, a, i, gap);
            from = cut ? gap.to : r->lines.v[i].at;
        }
        a = i;
    }
    if (a != UINT32_MAX) mend_line(r, a, from, r->lines.v[a].end);
    sia_emit_gap(r, a, UINT32_MAX, edge);
}

static bool all_ascii(sia_str s)
{
    size_t i = 0;
    while (s.n - i >= 64 && !sia_high_bits(s.p + i)) i += 64;
    while (i < s.n && !sia_byte_high(s.p[i])) i++;
    return i == s.n;
}

static void count_points(sia_text *t, sia_arena *a)
{
    if (t->ascii) return;
    uint32_t sum = 0, n = (uint32_t)t->in.n;
    for (uint32_t i = 0; i < n; i += 1024) {
        sia_push(a, &t->points, sum);
        sia_str part = { t->in.p + i, n - i < 1024 ? n - i : 1024 };
        sum += all_ascii(part) ? (uint32_t)part.n : (uint32_t)sia_utf8_count(part);
    }
}

void sia_doc_note_decoding(sia_doc *d, const sia_decoded *from)
{
    if (from->guessed && from->encoding == SIA_ENC_CP1252) sia_doc_note(d, SIA_MSG_NOTE_CP1252, 0, "");
    else if (from->guessed) sia_doc_note(d, SIA_MSG_NOTE_UTF16, 0, "%s", sia_encoding_name(from->encoding));
    if (from->bad)
        sia_doc_note(d, SIA_MSG_NOTE_BAD, from->runs.n ? from->runs.v[0].off : 0, "%llu, %llu",
                     (unsigned long long)from->bad, (unsigned long long)from->first_bad);
}

sia_status sia_read_decoded(sia_reader *r, const sia_decoded *from, sia_err *err)
{
    sia_doc *d = r->d;
    sia_text *t = &d->text;
    t->encoding = from->encoding;
    t->in = r->in = from->in;
    t->ascii = from->ascii;
    t->s = SIA_STR("");
    if (sia_emit_begin(r)) {
        cut_lines(r);
        if (t->marks.n) {
            sia_marks_to_lines(r);
        } else {
            sia_find_furniture(r);
            sia_find_spacing(r);
        }
        t->double_spaced = r->double_spaced;
        write_lines(r);
        sia_emit_end(r, from);
        count_points(t, d->arena);
        sia_doc_note_decoding(d, from);
    }
    if (r->too_long) return sia_fail(err, SIA_MSG_TOO_LONG, 0, t->name, "");
    if (!sia_arena_ok(d->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, t->name, "");
    return SIA_OK;
}

sia_status sia_doc_read(sia_doc *d, sia_str name, sia_str raw, sia_encoding enc, sia_err *err)
{
    sia_decoded from;
    sia_reader r = { .d = d };
    sia_doc_forget(d, name);
    SIA_TRY(sia_decode(&from, name, raw, enc, d->arena, err));
    return sia_read_decoded(&r, &from, err);
}
