/* Notes at the foot of a column: lines in smaller letters below its text, the first one numbered. Numbers that do not go on
 * from the last note's are no notes: small tables and lists may end a column, too. */
#include "sheets.h"
#include <math.h>
#include <string.h>

#define SMALLER 0.95f           /* of the body's size */
#define OFF     1.1f            /* of the body's pitch: how far the first note is from the text */

size_t note_number(const char *p, size_t n, uint32_t *value)
{
    static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
    size_t i = 0, digits = 0;
    *value = 0;
    while (i < n && digits < 4) {
        int d = -1;
        size_t k = 1;
        if (p[i] >= '0' && p[i] <= '9') d = p[i] - '0';
        for (int v = 0; v < 10 && d < 0; v++) if (n - i >= strlen(raised[v]) && !memcmp(p + i, raised[v], k = strlen(raised[v]))) d = v;
        if (d < 0) break;
        *value = *value * 10 + (uint32_t)d;
        digits++;
        i += k;
    }
    return digits && digits < 4 && *value ? i : 0;
}

/* A number, then words. */
static bool begins_note(const sheets *s, const sheet_line *l, uint32_t *value)
{
    const char *p = line_text(s, l);
    size_t i = note_number(p, l->n, value);
    if (!i) return false;
    while (i < l->n && strchr(" .):", p[i])) i++;
    return i < l->n && ((unsigned char)p[i] >= 0x80 || strchr("\"'([", p[i]) || (p[i] | 32) >= 'a');
}

static bool overlaps(const sheet_line *a, const sheet_line *b) { return a->x0 < b->x1 && b->x0 < a->x1; }
static bool smaller(const sheets *s, const sheet_line *l) { return l->size < SMALLER * s->body; }

uint32_t column_end(const sheets *s, uint32_t first, uint32_t end)
{
    const sheet_line *last = &s->lines[first];
    uint32_t i = first + 1;
    for (; i < end; i++) {
        const sheet_line *l = &s->lines[i];
        if (l->kind == LINE_FURNITURE) continue;
        if (last->kind != LINE_FURNITURE && (l->turned != last->turned || (!l->beside && (l->base < last->base - 2 || !overlaps(l, last))))) break;
        if (!l->beside) last = l;
    }
    return i;
}

/* Nothing of the page's text stands below line i in its column. */
static bool lowest(const sheets *s, const sheet *page, uint32_t i)
{
    const sheet_line *l = &s->lines[i];
    for (uint32_t k = page->first; k < page->end; k++) {
        const sheet_line *o = &s->lines[k];
        if (o->kind == LINE_TEXT && !o->turned && !smaller(s, o) && o->base > l->base && overlaps(o, l)) return false;
    }
    return true;
}

/* The lines of a column from `i` to its end are small, of one piece, and stand off what is above. */
static uint32_t tail_of(const sheets *s, uint32_t first, uint32_t end)
{
    uint32_t i = end;
    while (i > first && (s->lines[i - 1].kind == LINE_FURNITURE || (smaller(s, &s->lines[i - 1]) && !s->lines[i - 1].beside))) i--;
    return i;
}

static void take(sheets *s, uint32_t first, uint32_t end, uint32_t *last_number)
{
    bool any = false;
    uint32_t value;
    for (uint32_t i = first; i < end; i++) {
        sheet_line *l = &s->lines[i];
        if (l->kind == LINE_FURNITURE) continue;
        const bool next = begins_note(s, l, &value) && (value == *last_number + 1 || (value == 1 && !any) || !*last_number);
        if (next) *last_number = value;
        any = any || next;
        if (any) l->kind = next ? LINE_NOTE : LINE_NOTE_MORE;
    }
}

/* The first line of a tail that is a note's. */
static uint32_t find_first(const sheets *s, uint32_t first, uint32_t end)
{
    uint32_t value;
    while (first < end && (s->lines[first].kind == LINE_FURNITURE || !begins_note(s, &s->lines[first], &value))) first++;
    return first;
}

static bool stands_off(const sheets *s, uint32_t column, uint32_t i)
{
    return i == column || s->lines[i].base - s->lines[i - 1].base > OFF * s->pitch || s->lines[i - 1].size > s->lines[i].size * 1.05f;
}

void sheets_notes(sheets *s)
{
    uint32_t number = 0;
    for (size_t p = 0; p < s->n_pages; p++) {
        const sheet *page = &s->pages[p];
        for (uint32_t i = page->first, end; i < page->end; i = end) {
            end = column_end(s, i, page->end);
            const uint32_t first = find_first(s, tail_of(s, i, end), end);
            if (first < end && s->lines[first].base > page->height * 0.4f && stands_off(s, i, first) && lowest(s, page, first))
                take(s, first, end, &number);
        }
    }
}
