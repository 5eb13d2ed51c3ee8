/* Page numbers in the margin: "87", "- 87 -", "xii", "Halaman 3 dari 40", or at one end of a running head. A number counts
 * as the page's when a page near by has the number that follows from it. */
#include "edges.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NEAR = 3, VALUE_MOST = 9999 };

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool small(char c) { return c >= 'a' && c <= 'z'; }
static bool letter(char c) { return small((char)(c | 32)) || (unsigned char)c >= 0x80; }
static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

/* 0: not a number as Romans wrote it. */
static uint32_t roman(const char *p, size_t n, bool *big)
{
    static const struct { const char *sign; uint32_t value; } steps[] = {
        { "c", 100 }, { "xc", 90 }, { "l", 50 }, { "xl", 40 }, { "x", 10 }, { "ix", 9 }, { "v", 5 }, { "iv", 4 }, { "i", 1 },
    };
    static const uint8_t times[] = { 3, 1, 1, 1, 3, 1, 1, 1, 3 };
    uint32_t value = 0;
    size_t at = 0;
    *big = !small(*p);
    for (size_t i = 0; i < n; i++) if (small(p[i]) == *big) return 0;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const size_t k = strlen(steps[i].sign);
        for (uint8_t t = 0; t < times[i] && at + k <= n; t++) {
            if (lower(p[at]) != steps[i].sign[0] || (k > 1 && lower(p[at + 1]) != steps[i].sign[1])) break;
            value += steps[i].value;
            at += k;
        }
    }
    return at == n ? value : 0;
}

static bool is_number(const char *p, size_t n, folio *f)
{
    uint32_t value = 0;
    bool big = false, arabic = true;
    if (!n || n >= sizeof f->printed) return false;
    for (size_t i = 0; i < n && arabic; i++) {
        arabic = digit(p[i]) && value <= VALUE_MOST;
        if (arabic) value = value * 10 + (uint32_t)(p[i] - '0');
    }
    if (!arabic) value = roman(p, n, &big);
    if (!value || value > VALUE_MOST) return false;
    *f = (folio){ .value = value, .style = arabic ? ARABIC : big ? ROMAN_BIG : ROMAN };
    memcpy(f->printed, p, n);
    return true;
}

static bool page_word(const char *p, size_t n)
{
    static const char *const words[] = { "halaman", "hal", "hlm", "page", "p", "dari", "of" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t k = 0;
        while (k < n && words[i][k] && lower(p[k]) == words[i][k]) k++;
        if (k == n && !words[i][k]) return true;
    }
    return false;
}

static void mix(uint64_t *key, char c) { *key = (*key ^ (unsigned char)c) * UINT64_C(1099511628211); }

/* Digits or letters from p on. */
static size_t token(const char *p)
{
    size_t n = 0;
    while (digit(p[n])) n++;
    if (!n) while (letter(p[n])) n++;
    return n;
}

void folio_read(edge_row *r, const char *row)
{
    size_t words = 0, numbers = 0, pageish = 0;
    folio first = { 0 }, lead = { 0 }, last = { 0 }, here;
    r->key = UINT64_C(14695981039346656037);
    for (const char *p = row; *p; ) {
        const size_t n = token(p);
        if (!n) {
            if (*p != ' ') mix(&r->key, *p);
            p++;
            continue;
        }
        const bool number = is_number(p, n, &here);
        last = number ? here : (folio){ 0 };
        if (number && !numbers++) first = here;
        if (!words++) lead = last;
        pageish += page_word(p, n);
        for (size_t i = 0; i < n; i++) if (!number || !i) mix(&r->key, number ? '#' : lower(p[i]));
        p += n;
    }
    r->alone = numbers && numbers + pageish == words && (numbers == 1 || pageish);
    r->number = r->alone ? first : lead.style ? lead : last;
}

static bool follows(const edge_row *a, const edge_row *b)
{
    const uint32_t apart = b->page - a->page;
    return apart >= 1 && apart <= NEAR && a->number.style == b->number.style && b->number.value == a->number.value + apart;
}

/* A number stands for its page: alone in its row, or in a row that recurs, if only once. */
static bool may_count(const edge_row *r, const edge_row *other)
{
    return r->number.style && (r->alone || r->furniture || (r->key == other->key && r->bottom == other->bottom && fabsf(r->base - other->base) < 3));
}

static void take(sheets *s, edge_row *r)
{
    r->furniture = true;
    memcpy(s->pages[r->page].label, r->number.printed, sizeof r->number.printed);
}

/* What a page's number would be. */
static void spell(sheet *page, uint8_t style, uint32_t value)
{
    static const struct { const char *sign; uint32_t value; } steps[] = {
        { "c", 100 }, { "xc", 90 }, { "l", 50 }, { "xl", 40 }, { "x", 10 }, { "ix", 9 }, { "v", 5 }, { "iv", 4 }, { "i", 1 },
    };
    char *to = page->label;
    const size_t n = sizeof page->label;
    size_t at = 0;
    if (style == ARABIC) { snprintf(to, n, "%u", value); return; }
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        for (; value >= steps[i].value && at + 3 < n; value -= steps[i].value)
            for (const char *c = steps[i].sign; *c; c++) to[at++] = style == ROMAN ? *c : (char)(*c - 32);
    to[at] = 0;
}

/* A page without a number (the first of a chapter, a title page): counted back from the next that has one, else on from
 * the last. A count that would begin below one belongs to other pages. */
static void fill_gaps(sheets *s, const edge_row *const *of)
{
    const edge_row *next = NULL, *last = NULL;
    for (size_t p = s->n_pages; p-- > 0; ) {
        if (of[p]) { next = of[p]; continue; }
        const uint32_t apart = next ? next->page - (uint32_t)p : 0;
        if (next && next->number.value > apart) spell(&s->pages[p], next->number.style, next->number.value - apart);
    }
    for (size_t p = 0; p < s->n_pages; p++) {
        if (of[p]) { last = of[p]; continue; }
        if (last && !*s->pages[p].label) spell(&s->pages[p], last->number.style, last->number.value + (uint32_t)p - last->page);
    }
}

void folios_settle(sheets *s, edge_rows *rows)
{
    const edge_row **of = must_alloc(NULL, s->n_pages * sizeof *of);
    for (size_t p = 0; p < s->n_pages; p++) of[p] = NULL;
    for (size_t i = 0; i < rows->n; i++) {                   /* rows come page by page */
        edge_row *a = &rows->v[i];
        for (size_t k = i + 1; a->number.style && k < rows->n && rows->v[k].page <= a->page + NEAR; k++) {
            edge_row *b = &rows->v[k];
            if (!follows(a, b) || !may_count(a, b) || !may_count(b, a)) continue;
            if (!of[a->page]) { take(s, a); of[a->page] = a; }
            if (!of[b->page]) { take(s, b); of[b->page] = b; }
        }
        if (!of[a->page] && a->alone && a->number.style == ARABIC && a->depth == 1 && a->off && a->number.value == a->page + 1) { take(s, a); of[a->page] = a; }
    }
    if (!s->labelled) fill_gaps(s, of);
    free(of);
}
