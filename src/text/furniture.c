/* Page furniture: page numbers, running heads and feet. A line is set aside only on evidence: it stands at a page's
 * edge, breaks a sentence in two, recurs at edges, or its number follows the one of the page before. */
#include "furniture.h"

/* One word that is an address: "http://digilib.unila.ac.id/". */
static bool address(sia_str s)
{
    if (s.n <= 10 || memchr(s.p, ' ', 10) || sia_line_words(s) != 1 || !memchr(s.p, '.', s.n - 1)) return false;
    return sia_line_has_prefix(s, "http") || sia_line_has_prefix(s, "www.") || sia_line_has_prefix(s, "digilib")
        || sia_line_has_prefix(s, "repository") || sia_line_has_prefix(s, "eprints");
}

/* "Universitas Sumatera Utara" and nothing else: what libraries stamp on each page. */
static bool school(sia_str s, uint32_t width)
{
    static const char *const words[] = { "universitas", "institut", "politeknik", "sekolah tinggi", "akademi" };
    if (!s.n || s.n > 60 || s.n * 10 > width * 8u) return false;
    if (s.p[0] < 'A' || s.p[0] > 'Z') return s.p[0] && strchr("hwdre", s.p[0]) && address(s);
    for (size_t i = 0; i < SIA_COUNT_OF(words); i++) {
        if (words[i][0] != (s.p[0] | 32) || !sia_line_has_prefix(s, words[i])) continue;
        uint32_t n = sia_line_words(s);
        return n > 1 && n <= 7 && sia_line_titled(s) && !sia_line_ends_stop(s);
    }
    return false;
}

/* ---- lines that recur -------------------------------------------------------------------- */

/* A line as it recurs: letters in lower case, the rest left out. Numbers count, or else "Lampiran 1" and "Lampiran 2"
 * were one line; but where a page's number stands ("Page 41: ...", "Jurnal Politik      41") all are the same. */
static uint64_t essence(sia_str s, bool numbered)
{
    uint64_t h = 0xCBF29CE484222325u;
    numbered |= sia_line_has_prefix(s, "page") || sia_line_has_prefix(s, "halaman") || sia_line_has_prefix(s, "hal.");
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        bool figure = c >= '0' && c <= '9' && !numbered;
        if ((c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80 || figure) h = (h ^ (unsigned char)c) * 0x100000001B3u;
    }
    return h | 1;
}

static uint64_t *head_slot(const sia_rooms *m, uint64_t h)
{
    uint32_t i = (uint32_t)(h >> 20) & m->mask;
    while (m->heads[2 * i] && m->heads[2 * i] != h) i = (i + 1) & m->mask;
    return &m->heads[2 * i];
}

/* Lines within three of a page's edge, a byte for each. Without form feeds no edge is known. */
static uint8_t *find_edges(const sia_rooms *m)
{
    enum { NEAR = 3 };
    uint32_t n = m->r->lines.n, pages = m->r->starts.n;
    uint8_t *near = sia_alloc(m->r->d->arena, 1, n + 1u);
    for (uint32_t p = 0; near && m->r->feed && p <= pages; p++) {
        uint32_t i = p < pages ? m->r->starts.v[p].line : n;
        for (uint32_t k = i > NEAR ? i - NEAR : 0; k < i + NEAR && k < n; k++) near[k] = 1;
    }
    return near;
}

/* Words without a stop that may stand at the head of each page: no list, heading or caption. */
static bool head_like(sia_str s)
{
    if (s.n < 5 || s.n > 160 || sia_line_starts_lower(s) || sia_line_ends_stop(s) || !sia_line_has_letter(s))
        return false;
    uint32_t depth;
    return !sia_line_mark(s) && !sia_line_number(s, &depth) && !sia_line_caption(s) && !sia_line_keywords(s);
}

static uint64_t essence_of(const sia_rooms *m, uint32_t i)
{
    return essence(sia_room_text(m, i), m->kind[i] == SIA_LINE_BESIDE);
}

static void count_suspects(sia_rooms *m)
{
    uint32_t size = 16;
    while (size < 2 * m->suspects.n + 2) size *= 2;
    m->heads = sia_alloc(m->r->d->arena, 2 * sizeof *m->heads, size);
    if (!m->heads) return;
    m->mask = size - 1;
    for (uint32_t k = 0; k < m->suspects.n; k++) {
        uint64_t *s = head_slot(m, m->suspects.v[k].essence);
        if (!s[0]) s[1] = (uint64_t)m->suspects.v[k].line << 32;       /* where it first stood */
        s[0] = m->suspects.v[k].essence;
        s[1]++;
    }
}

uint32_t sia_recurrence(const sia_rooms *m, uint32_t i)
{
    return m->heads ? (uint32_t)head_slot(m, essence_of(m, i))[1] : 0;
}

/* A chapter's own heading, which its pages' running heads repeat. */
static bool original(const sia_rooms *m, uint32_t i, uint32_t first)
{
    sia_str s = sia_room_text(m, i);
    return first == i && (sia_line_known_head(s) || sia_line_chapter(s));
}

/* A line of words that recurs, or a school's stamp: beside what is already set aside, or at the edge of a page. */
static bool take_head(const sia_rooms *m, const sia_suspect *head)
{
    uint32_t n = m->r->lines.n, i = head->line;
    if (m->aside[i] || m->kind[i] < SIA_LINE_SCHOOL) return false;
    bool beside = (i > 0 && m->aside[i - 1]) || (i + 1 < n && m->aside[i + 1]);
    bool top = sia_page_top(m, i) || (i > 0 && m->aside[i - 1] && sia_page_top(m, i - 1));
    bool bottom = sia_page_bottom(m, i) || (i + 1 < n && m->aside[i + 1] && sia_page_bottom(m, i + 1));
    uint64_t seen = m->heads ? head_slot(m, head->essence)[1] : 0;
    uint32_t times = (uint32_t)seen;
    if (m->kind[i] == SIA_LINE_SCHOOL) {
        if (beside || sia_interrupts(m, i, i)) return true;
        if (times > 2 && sia_free_above(m, i) && sia_free_below(m, i)) return true;
        return i > 0 && (sia_page_bottom(m, i) ? sia_is_prose(m, i - 1) : top && m->r->feed);
    }
    if (times < 2 || original(m, i, (uint32_t)(seen >> 32))) return false;
    if (m->r->feed && (top || bottom)) return times >= 3 || m->r->starts.n <= 5;
    return beside || sia_interrupts(m, i, i);
}

static bool head_aside(const sia_rooms *m, uint32_t i) { return m->aside[i] && m->kind[i] >= SIA_LINE_SCHOOL; }

static void set_aside(sia_rooms *m, uint32_t i)
{
    if (m->aside[i])
        m->r->lines.v[i].aside = m->kind[i] == SIA_LINE_FOLIO ? SIA_FIX_PAGE_NUMBER : SIA_FIX_RUNNING_HEAD;
}

static void decide(sia_rooms *m)
{
    uint32_t n = m->r->lines.n;
    for (uint32_t k = 0; k < m->numbers.n; k++)
        if (sia_takes_number(m, k)) m->aside[m->numbers.v[k].line] = 1;
    for (uint32_t k = 0; k < m->suspects.n; k++)
        if (take_head(m, &m->suspects.v[k])) m->aside[m->suspects.v[k].line] = 1;
    for (uint32_t k = m->suspects.n; k-- > 0; )
        if (take_head(m, &m->suspects.v[k])) m->aside[m->suspects.v[k].line] = 1;
    for (uint32_t k = 0; k < m->numbers.n; k++) {            /* a number beside a head that now is one */
        uint32_t i = m->numbers.v[k].line;
        bool beside = (i > 0 && head_aside(m, i - 1)) || (i + 1 < n && head_aside(m, i + 1));
        if (m->kind[i] == SIA_LINE_FOLIO && beside && sia_free_above(m, i) && sia_free_below(m, i)) m->aside[i] = 1;
    }
    for (uint32_t k = 0; k < m->numbers.n; k++) set_aside(m, m->numbers.v[k].line);
    for (uint32_t k = 0; k < m->suspects.n; k++) set_aside(m, m->suspects.v[k].line);
}

/* Longer than any stamp or number alone, and no number at either end: text at once, as most lines are. */
static bool plainly_text(const char *p, uint32_t n)
{
    if (n <= 60) return false;
    char first = p[0], last = p[n - 1];
    if (first <= ' ' || first == 0x7F || last <= ' ' || last == 0x7F) return false;     /* or beyond ASCII */
    if (sia_folio_char(first) && sia_folio_goes_on(p[1])) return false;
    return !(sia_folio_char(last) && sia_folio_goes_on(p[n - 2]));
}

/* What the line may be by itself; a number goes into the list of them. */
static uint8_t kind_of(sia_rooms *m, uint32_t i)
{
    sia_str line = sia_line_at(m->r, i);
    if (line.n > 400 || plainly_text(line.p, (uint32_t)line.n)) return SIA_LINE_PLAIN;
    sia_str s = sia_line_trim(line);
    sia_numbered number = { .line = i };
    uint8_t kind = SIA_LINE_FOLIO;
    if (!sia_folio_line(s, &number.f)) {
        if (!sia_folio_beside(s, &number.f)) return school(s, m->r->width) ? SIA_LINE_SCHOOL : SIA_LINE_PLAIN;
        kind = SIA_LINE_BESIDE;
    }
    sia_push(m->r->d->arena, &m->numbers, number);
    return kind;
}

/* Lines may recur near a page's edge; without form feeds, alone between blank lines. */
static void look_at_lines(sia_rooms *m, const uint8_t *near)
{
    for (uint32_t i = 0; i < m->r->lines.n; i++) {
        uint8_t kind = kind_of(m, i);
        bool place = m->r->feed ? near[i] : sia_free_above(m, i) && sia_free_below(m, i);
        if (place && kind == SIA_LINE_PLAIN && head_like(sia_room_text(m, i))) kind = SIA_LINE_RECURS;
        m->kind[i] = kind;
        if (kind < SIA_LINE_BESIDE) continue;
        sia_suspect s = { i, essence_of(m, i) };
        sia_push(m->r->d->arena, &m->suspects, s);
    }
}

void sia_find_furniture(sia_reader *r)
{
    uint32_t n = r->lines.n;
    sia_rooms m = { .r = r, .kind = sia_alloc(r->d->arena, 1, n + 1u), .aside = sia_alloc(r->d->arena, 1, n + 1u) };
    const uint8_t *near = find_edges(&m);
    if (!m.kind || !m.aside || !near) return;
    look_at_lines(&m, near);
    count_suspects(&m);
    sia_find_shift(&m);
    decide(&m);
    sia_find_pages(&m);
}
