/* Page furniture: page numbers, running heads and feet. A line is set aside only on evidence: it stands at the edge of a
 * page, breaks a sentence in two, recurs at edges, or its number follows the one of the page before. */
#include "read.h"
#include "line.h"
#include "folio.h"

enum { PLAIN, FOLIO, BESIDE, SCHOOL, RECURS };               /* what a line may be               */

typedef struct { uint32_t line; sia_folio f; } numbered;

typedef struct {
    sia_reader *r;
    uint8_t    *kind;                                        /* of each line                     */
    uint8_t    *aside;                                       /* 1: decided                       */
    uint64_t   *heads;                                       /* hash and count of recurring lines */
    uint32_t    mask;
    SIA_VEC(numbered) numbers;                               /* lines of kind FOLIO or BESIDE    */
} rooms;

static sia_str text_of(const rooms *m, uint32_t i) { return sia_line_trim(sia_line_at(m->r, i)); }
static bool page_top(const rooms *m, uint32_t i) { return i == 0 || m->r->lines.v[i].feeds; }
static bool page_bottom(const rooms *m, uint32_t i) { return i + 1 == m->r->lines.n || m->r->lines.v[i + 1].feeds; }
static bool free_above(const rooms *m, uint32_t i) { return page_top(m, i) || m->r->lines.v[i].blanks; }
static bool free_below(const rooms *m, uint32_t i) { return page_bottom(m, i) || m->r->lines.v[i + 1].blanks; }

/* "Universitas Sumatera Utara" and nothing else: what libraries stamp on each page. */
static bool school(sia_str s, uint32_t width)
{
    static const char *const words[] = { "universitas", "institut", "politeknik", "sekolah tinggi", "akademi" };
    if (!s.n || s.n > 60 || s.n * 10 > width * 8u || s.p[0] < 'A' || s.p[0] > 'Z') return false;
    for (size_t i = 0; i < SIA_COUNT_OF(words); i++) {
        if (words[i][0] != (s.p[0] | 32) || !sia_line_has_prefix(s, words[i])) continue;
        uint32_t n = sia_line_words(s);
        return n > 1 && n <= 7 && sia_line_titled(s) && !sia_line_ends_stop(s);
    }
    return false;
}

/* ---- lines that recur -------------------------------------------------------------------- */

/* A line as it recurs: letters in lower case, every number the same, the rest left out. */
static uint64_t essence(sia_str s)
{
    uint64_t h = 0xCBF29CE484222325u;
    bool number = false;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        bool figure = c >= '0' && c <= '9';
        if (figure && !number) h = (h ^ '0') * 0x100000001B3u;
        if ((c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80) h = (h ^ (unsigned char)c) * 0x100000001B3u;
        number = figure;
    }
    return h | 1;
}

static uint64_t *head_slot(const rooms *m, uint64_t h)
{
    uint32_t i = (uint32_t)(h >> 20) & m->mask;
    while (m->heads[2 * i] && m->heads[2 * i] != h) i = (i + 1) & m->mask;
    return &m->heads[2 * i];
}

/* May recur: within three lines of a page's edge, or alone between blank lines. */
static bool may_recur(const rooms *m, uint32_t i)
{
    bool edge = false;
    if (m->r->feed)
        for (uint32_t k = 0; k < 3 && !edge; k++)
            edge = (i >= k && page_top(m, i - k)) || (i + k < m->r->lines.n && page_bottom(m, i + k));
    if (!edge && (m->r->feed || !free_above(m, i) || !free_below(m, i))) return false;
    sia_str s = text_of(m, i);
    if (s.n < 5 || s.n > 160 || !sia_line_has_letter(s) || sia_line_ends_stop(s) || sia_line_starts_lower(s)) return false;
    uint32_t depth;
    return !sia_line_mark(s) && !sia_line_number(s, &depth) && !sia_line_caption(s) && !sia_line_keywords(s);
}

static void find_recurring(rooms *m)
{
    uint32_t n = m->r->lines.n, many = 0, size = 16;
    for (uint32_t i = 0; i < n; i++) {
        if (m->kind[i] == PLAIN && may_recur(m, i)) m->kind[i] = RECURS;
        many += m->kind[i] == RECURS || m->kind[i] == BESIDE;
    }
    while (size < 2 * many + 2) size *= 2;
    m->heads = sia_alloc(m->r->d->arena, 2 * sizeof *m->heads, size);
    if (!m->heads) return;
    m->mask = size - 1;
    for (uint32_t i = 0; i < n; i++) {
        if (m->kind[i] != RECURS && m->kind[i] != BESIDE) continue;
        uint64_t h = essence(text_of(m, i)), *s = head_slot(m, h);
        s[0] = h;
        s[1]++;
    }
}

static uint64_t recurrence(const rooms *m, uint32_t i)
{
    return m->heads ? head_slot(m, essence(text_of(m, i)))[1] : 0;
}

/* ---- evidence ------------------------------------------------------------------------------ */

/* The lines first..last stand inside a sentence: it breaks off before them and goes on in lower case after. */
static bool interrupt(const rooms *m, uint32_t first, uint32_t last)
{
    if (first == 0 || last + 1 >= m->r->lines.n) return false;
    sia_str a = text_of(m, first - 1), b = text_of(m, last + 1);
    if (a.n * 10 < m->r->width * 5u || sia_line_ends_stop(a) || sia_line_heading(a)) return false;
    return sia_line_starts_lower(b) && !sia_line_opens_block(b);
}

/* "1" on a line of its own, a footnote's number: what follows reads like a reference. */
static bool before_reference(const rooms *m, uint32_t i)
{
    static const char *const signs[] = { "hlm", "hal.", "hal ", "Ibid", "ibid", "Op.Cit", "Op. Cit", "op.cit", "Loc", "http" };
    for (uint32_t k = i + 1; k < m->r->lines.n && k <= i + 2; k++) {
        sia_str s = text_of(m, k);
        if (s.n > 200) s.n = 200;
        for (size_t j = 0; j + 6 < s.n; j++) {
            bool year = s.p[j] == ',' && s.p[j + 1] == ' ' && (!memcmp(s.p + j + 2, "19", 2) || !memcmp(s.p + j + 2, "20", 2));
            if (year && s.p[j + 4] >= '0' && s.p[j + 4] <= '9') return true;
            for (size_t w = 0; w < SIA_COUNT_OF(signs); w++)
                if (s.p[j] == signs[w][0] && j + strlen(signs[w]) <= s.n && !memcmp(s.p + j, signs[w], strlen(signs[w]))) return true;
        }
    }
    return false;
}

/* Another number of the same style, one to three pages on or back, at a distance that pages have. */
static bool in_sequence(const rooms *m, uint32_t at)
{
    numbered a = m->numbers.v[at];
    for (uint32_t k = at > 8 ? at - 8 : 0; k < m->numbers.n && k <= at + 8; k++) {
        numbered b = m->numbers.v[k];
        if (k == at || b.f.style != a.f.style) continue;
        uint32_t pages = k > at ? b.f.value - a.f.value : a.f.value - b.f.value, lines = k > at ? b.line - a.line : a.line - b.line;
        if (pages >= 1 && pages <= 3 && lines >= 12 * pages && lines <= 90 * pages) return true;
    }
    return false;
}

/* Another number right above or below on the same page: rows of a table. */
static bool near_number(const rooms *m, uint32_t i)
{
    return (!page_top(m, i) && m->kind[i - 1] == FOLIO) || (!page_bottom(m, i) && m->kind[i + 1] == FOLIO);
}

/* Prose, as at the foot of a page and unlike the lines of a title page. */
static bool prose(const rooms *m, uint32_t i)
{
    sia_str s = text_of(m, i);
    return (sia_line_ends_stop(s) || s.n * 10 >= m->r->width * 6u) && !sia_line_caps(s)
        && sia_line_words((sia_str){ s.p, s.n < 64 ? s.n : 64 }) >= 3;
}

static bool edge_number(const rooms *m, uint32_t i, const sia_folio *f)
{
    if (f->year) return false;
    bool top = page_top(m, i) && (free_below(m, i) || (i + 1 < m->r->lines.n && prose(m, i + 1)));
    bool after_prose = i > 0 && prose(m, i - 1), centred = sia_line_indent(sia_line_at(m->r, i)) >= 20;
    bool bottom = page_bottom(m, i) && (after_prose || (free_above(m, i) && (m->r->feed || centred)));
    return top || bottom;
}

static bool take_beside(const rooms *m, uint32_t i, const sia_folio *f)
{
    bool edge = page_top(m, i) || page_bottom(m, i), alone = free_above(m, i) && free_below(m, i);
    if (f->year || (!edge && !alone)) return false;
    bool recurs = recurrence(m, i) > 1;
    return edge ? alone || recurs : recurs;
}

static bool take_number(const rooms *m, uint32_t at)
{
    uint32_t i = m->numbers.v[at].line;
    const sia_folio *f = &m->numbers.v[at].f;
    bool lonely = !near_number(m, i);
    if ((m->kind[i] == BESIDE || lonely) && interrupt(m, i, i)) return true;
    if (m->kind[i] == BESIDE) return take_beside(m, i, f);
    if (lonely && edge_number(m, i, f)) return true;
    if (!free_above(m, i) || !free_below(m, i) || before_reference(m, i)) return false;
    if (in_sequence(m, at)) return true;
    return lonely && !f->year && sia_line_indent(sia_line_at(m->r, i)) >= 20 && (i == 0 || prose(m, i - 1));
}

/* A line of words that recurs, or a school's stamp: beside what is already set aside, or at the edge of a page. */
static bool take_head(const rooms *m, uint32_t i)
{
    uint32_t n = m->r->lines.n;
    bool beside = (i > 0 && m->aside[i - 1]) || (i + 1 < n && m->aside[i + 1]);
    bool top = page_top(m, i) || (i > 0 && m->aside[i - 1] && page_top(m, i - 1));
    bool bottom = page_bottom(m, i) || (i + 1 < n && m->aside[i + 1] && page_bottom(m, i + 1));
    uint64_t times = recurrence(m, i);
    if (m->kind[i] == SCHOOL)
        return beside || interrupt(m, i, i) || (page_bottom(m, i) && i > 0 && prose(m, i - 1)) || (top && m->r->feed && i > 0);
    if (times < 2) return false;
    if (m->r->feed && (top || bottom)) return times >= 3 || m->r->starts.n <= 5;
    return beside || interrupt(m, i, i);
}

/* ---- pages ---------------------------------------------------------------------------------- */

static void decide(rooms *m)
{
    uint32_t n = m->r->lines.n;
    for (uint32_t k = 0; k < m->numbers.n; k++)
        if (take_number(m, k)) m->aside[m->numbers.v[k].line] = 1;
    for (uint32_t i = 0; i < n; i++)
        if (!m->aside[i] && (m->kind[i] == SCHOOL || m->kind[i] == RECURS) && take_head(m, i)) m->aside[i] = 1;
    for (uint32_t i = n; i-- > 0; )
        if (!m->aside[i] && (m->kind[i] == SCHOOL || m->kind[i] == RECURS) && take_head(m, i)) m->aside[i] = 1;
    for (uint32_t k = 0; k < m->numbers.n; k++) {            /* a number beside a head that now is one */
        uint32_t i = m->numbers.v[k].line;
        bool beside = (i > 0 && m->aside[i - 1] && m->kind[i - 1] >= SCHOOL) || (i + 1 < n && m->aside[i + 1] && m->kind[i + 1] >= SCHOOL);
        if (!m->aside[i] && m->kind[i] == FOLIO && beside && free_above(m, i) && free_below(m, i)) m->aside[i] = 1;
    }
    for (uint32_t i = 0; i < n; i++)
        if (m->aside[i]) m->r->lines.v[i].aside = m->kind[i] == FOLIO ? SIA_FIX_PAGE_NUMBER : SIA_FIX_RUNNING_HEAD;
}

static sia_str label_of(const rooms *m, uint32_t i)
{
    sia_folio f;
    if (!m->aside[i] || (m->kind[i] != FOLIO && m->kind[i] != BESIDE)) return SIA_STR("");
    sia_str s = text_of(m, i);
    return (m->kind[i] == FOLIO ? sia_folio_line(s, &f) : sia_folio_beside(s, &f)) ? f.label : SIA_STR("");
}

/* With form feeds a page is what stands between two; its label the first number set aside on it. A number of its own
 * counts for more than one in a running head ("Page 41: ..." over "39"). */
static void label_fed_pages(rooms *m)
{
    for (uint32_t k = 0; k < m->r->starts.n; k++) {
        sia_page_start *s = &m->r->starts.v[k];
        uint32_t to = k + 1 < m->r->starts.n ? m->r->starts.v[k + 1].line : m->r->lines.n;
        for (uint32_t i = s->line; i < to; i++) {
            if (!m->aside[i] || (s->label.n && m->kind[i] != FOLIO)) continue;
            sia_str label = label_of(m, i);
            if (label.n) s->label = label;
            if (label.n && m->kind[i] == FOLIO) break;
        }
    }
}

/* Without form feeds the numbers themselves tell where pages begin, if it is clear whether they stand at the top or at
 * the foot: the first one before all text, or the last one after all text. */
static void label_numbered_pages(rooms *m)
{
    sia_reader *r = m->r;
    uint32_t n = r->lines.n, first = 0, last = n, begin = 0;
    while (first < n && m->aside[first] && !label_of(m, first).n) first++;
    while (last > 0 && m->aside[last - 1] && !label_of(m, last - 1).n) last--;
    bool top = first < n && label_of(m, first).n, foot = !top && last > 0 && label_of(m, last - 1).n;
    if (!top && !foot) return;
    for (uint32_t i = 0; i < n; i++) {
        if (!m->aside[i]) continue;
        uint32_t from = i, count = 0;
        sia_str label = SIA_STR("");
        for (; i < n && m->aside[i]; i++) {
            sia_str l = label_of(m, i);
            if (l.n && (!label.n || m->kind[i] == FOLIO)) label = l;
            count += l.n > 0;
        }
        if (!count) continue;
        sia_page_start s = { top ? from : begin, 0, label };
        sia_push(r->d->arena, &r->starts, s);
        begin = i;
    }
}

void sia_find_furniture(sia_reader *r)
{
    uint32_t n = r->lines.n;
    rooms m = { .r = r, .kind = sia_alloc(r->d->arena, 1, n + 1u), .aside = sia_alloc(r->d->arena, 1, n + 1u) };
    if (!m.kind || !m.aside) return;
    for (uint32_t i = 0; i < n; i++) {
        sia_text_line l = r->lines.v[i];
        sia_folio f;
        if (l.end - l.at > 400) continue;
        sia_str s = text_of(&m, i);
        if (sia_folio_line(s, &f)) m.kind[i] = FOLIO;
        else if (sia_folio_beside(s, &f)) m.kind[i] = BESIDE;
        else if (school(s, r->width)) m.kind[i] = SCHOOL;
        if (m.kind[i] == FOLIO || m.kind[i] == BESIDE) sia_push(r->d->arena, &m.numbers, (numbered){ i, f });
    }
    find_recurring(&m);
    decide(&m);
    if (r->feed) label_fed_pages(&m);
    else label_numbered_pages(&m);
}
