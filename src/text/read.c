/* Bytes to reading text: decode, cut into lines, find the furniture, then write what a reader would read. */
#include "hyphen.h"

static bool white(char c) { return c == ' ' || c == '\t' || c == 0; }

static bool holds(sia_str s, char c) { return s.n && memchr(s.p, c, s.n); }

/* How many bytes are c. Compilers make one vector of the sixteen lanes. */
static uint32_t count_byte(sia_str s, char c)
{
    uint32_t sum = 0;
    size_t i = 0;
    while (s.n - i >= 16) {
        uint8_t lane[16] = { 0 };
        for (uint32_t turn = 0; turn < 255 && s.n - i >= 16; turn++, i += 16)
            for (uint32_t k = 0; k < 16; k++) lane[k] = (uint8_t)(lane[k] + (s.p[i + k] == c));
        for (uint32_t k = 0; k < 16; k++) sum += lane[k];
    }
    for (; i < s.n; i++) sum += s.p[i] == c;
    return sum;
}

static uint32_t next_byte(const sia_reader *r, uint32_t i, char c)
{
    const char *q = i < r->in.n ? memchr(r->in.p + i, c, r->in.n - i) : NULL;
    return q ? (uint32_t)(q - r->in.p) : (uint32_t)r->in.n;
}

/* A CR that no LF follows, as old Macintosh texts have. */
static uint32_t next_lone_cr(const sia_reader *r, uint32_t i)
{
    while ((i = next_byte(r, i, '\r')) + 1 < r->in.n && r->in.p[i + 1] == '\n') i += 2;
    return i;
}

/* The end of the line that begins at i: LF, CRLF, CR or form feed, whichever comes first. */
static uint32_t line_end(sia_reader *r, uint32_t i)
{
    if (r->next_lf < i || i == 0) r->next_lf = next_byte(r, i, '\n');
    uint32_t end = r->next_lf;
    if (r->feed && r->next_feed < i) r->next_feed = next_byte(r, i, '\f');
    if (r->cr && r->next_cr < i) r->next_cr = next_lone_cr(r, i);
    if (r->feed && r->next_feed < end) end = r->next_feed;
    if (r->cr && r->next_cr < end) end = r->next_cr;
    return r->cr && end > i && end < r->in.n && r->in.p[end] == '\n' && r->in.p[end - 1] == '\r' ? end - 1 : end;
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

static void page_begins(sia_reader *r)
{
    sia_page_start s = { r->lines.n, r->starts.n + 1, SIA_STR("") };
    sia_push(r->d->arena, &r->starts, s);
}

/* Form feeds with nothing but white space after them end the last page and begin none. */
static uint32_t without_tail(const sia_reader *r)
{
    uint32_t n = (uint32_t)r->in.n;
    while (n > 0 && (white(r->in.p[n - 1]) || strchr("\n\r\f", r->in.p[n - 1]))) n--;
    return n;
}

/* Room for what will be pushed, as far as line feeds tell: growing step by step would touch twice the memory. */
static void reserve(sia_reader *r)
{
    sia_arena *a = r->d->arena;
    sia_text *t = &r->d->text;
    uint32_t lines = count_byte(r->in, '\n') + 2, most = (uint32_t)(r->in.n / 16) + 16;
    uint32_t some = lines < most ? lines : most;
    if ((t->lines.v = sia_alloc_raw(a, sizeof *t->lines.v, lines))) t->lines.cap = lines;
    if ((r->lines.v = sia_alloc_raw(a, sizeof *r->lines.v, some))) r->lines.cap = some;
    if (r->cr && (t->pieces.v = sia_alloc_raw(a, sizeof *t->pieces.v, some))) t->pieces.cap = some;
}

static void cut_lines(sia_reader *r)
{
    uint32_t lengths[256] = { 0 }, n = (uint32_t)r->in.n, tail = without_tail(r);
    sia_text *t = &r->d->text;
    sia_text_line next = { .aside = SIA_FIX_COUNT };
    reserve(r);
    sia_push(r->d->arena, &t->lines, 0);
    if (r->feed) page_begins(r);
    r->next_feed = next_byte(r, 0, '\f');
    r->next_cr = next_lone_cr(r, 0);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t end = line_end(r, i);
        bool feed = end < n && r->in.p[end] == '\f';
        if (!is_blank(r, i, end)) {
            next.at = i;
            next.end = end;
            sia_push(r->d->arena, &r->lines, next);
            next.blanks = next.feeds = 0;
            lengths[end - i < 255 ? end - i : 255]++;
        } else if (!feed) {
            next.blanks++;
        }
        i = end;
        if (feed) {
            next.feeds++;
            if (end < tail) page_begins(r);
            continue;
        }
        if (i + 1 < n && r->in.p[i] == '\r' && r->in.p[i + 1] == '\n') i++;
        if (i < n) sia_push(r->d->arena, &t->lines, i + 1);
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
            sia_mend_letters(r, a, from, cut ? gap.from : r->lines.v[a].end);
            if (gap.kind != SIA_GAP_AS_IS || r->cr) sia_emit_gap(r, a, i, gap);
            from = cut ? gap.to : r->lines.v[i].at;
        }
        a = i;
    }
    if (a != UINT32_MAX) sia_mend_letters(r, a, from, r->lines.v[a].end);
    sia_emit_gap(r, a, UINT32_MAX, edge);
}

static void count_points(sia_text *t, sia_arena *a)
{
    if (t->ascii) return;
    uint32_t sum = 0, n = (uint32_t)t->in.n;
    for (uint32_t i = 0; i < n; i += 1024) {
        sia_push(a, &t->points, sum);
        uint32_t to = n - i < 1024 ? n : i + 1024;
        sum += (uint32_t)sia_utf8_count((sia_str){ t->in.p + i, to - i });
    }
}

static void note_decoding(sia_doc *d, const sia_decoded *from)
{
    if (from->guessed && from->encoding == SIA_ENC_CP1252) sia_doc_note(d, SIA_MSG_NOTE_CP1252, 0, "");
    else if (from->guessed) sia_doc_note(d, SIA_MSG_NOTE_UTF16, 0, "%s", sia_encoding_name(from->encoding));
    if (from->bad)
        sia_doc_note(d, SIA_MSG_NOTE_BAD, from->runs.n ? from->runs.v[0].off : 0, "%llu, %llu",
                     (unsigned long long)from->bad, (unsigned long long)from->first_bad);
}

sia_status sia_doc_read(sia_doc *d, sia_str name, sia_str raw, sia_encoding enc, sia_err *err)
{
    sia_doc fresh = { .arena = d->arena, .lex_arena = d->lex_arena, .lex = d->lex };
    *d = fresh;                                              /* not the arena: `raw` may live in it */
    sia_decoded from;
    SIA_TRY(sia_decode(&from, name, raw, enc, d->arena, err));
    sia_text *t = &d->text;
    t->name = sia_dup(d->arena, name);
    t->encoding = from.encoding;
    t->in = from.in;
    t->ascii = from.ascii;
    t->s = SIA_STR("");
    sia_reader r = { .d = d, .in = from.in, .cr = holds(from.in, '\r'), .feed = holds(from.in, '\f') };
    if (sia_emit_begin(&r)) {
        cut_lines(&r);
        sia_find_furniture(&r);
        sia_find_spacing(&r);
        t->double_spaced = r.double_spaced;
        write_lines(&r);
        sia_emit_end(&r, &from);
        count_points(t, d->arena);
        note_decoding(d, &from);
    }
    if (r.too_long) return sia_fail(err, SIA_MSG_TOO_LONG, 0, name, "");
    if (!sia_arena_ok(d->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
    return SIA_OK;
}
