/* Where pages begin, and the numbers printed on them. */
#include "furniture.h"

static sia_str label_of(const sia_rooms *m, uint32_t i)
{
    sia_folio f;
    if (!m->aside[i] || (m->kind[i] != SIA_LINE_FOLIO && m->kind[i] != SIA_LINE_BESIDE)) return SIA_STR("");
    sia_str s = sia_room_text(m, i);
    return (m->kind[i] == SIA_LINE_FOLIO ? sia_folio_line(s, &f) : sia_folio_beside(s, &f)) ? f.label : SIA_STR("");
}

/* With form feeds a page is what stands between two; its label the first number set aside on it. A number of its own
 * counts for more than one in a running head ("Page 41: ..." over "39"). */
static void label_fed_pages(sia_rooms *m)
{
    uint32_t k = 0;
    for (uint32_t page = 0; page < m->r->starts.n; page++) {
        sia_page_start *s = &m->r->starts.v[page];
        uint32_t to = page + 1 < m->r->starts.n ? m->r->starts.v[page + 1].line : m->r->lines.n;
        for (bool alone = false; k < m->numbers.n && m->numbers.v[k].line < to; k++) {
            uint32_t i = m->numbers.v[k].line;
            bool folio = m->kind[i] == SIA_LINE_FOLIO;
            if (!m->aside[i] || alone || (s->label.n && !folio)) continue;
            s->label = m->numbers.v[k].f.label;
            alone = folio;
        }
    }
}

/* Without form feeds the numbers themselves tell where pages begin, if it is clear whether they stand at the top or at
 * the foot: the first one before all text, or the last one after all text. */
static void label_numbered_pages(sia_rooms *m)
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
            if (l.n && (!label.n || m->kind[i] == SIA_LINE_FOLIO)) label = l;
            count += l.n > 0;
        }
        if (!count) continue;
        const uint32_t line = top ? from : begin;
        sia_page_start s = { line, 0, label, line ? r->lines.v[line].at : 0 };
        sia_push(r->d->arena, &r->starts, s);
        begin = i;
    }
}

void sia_find_pages(sia_rooms *m)
{
    if (m->r->feed) label_fed_pages(m);
    else label_numbered_pages(m);
}
