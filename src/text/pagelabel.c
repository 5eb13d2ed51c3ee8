/* Printed page numbers from the number on the first page, where the pages themselves do not say them. */
#include "folio.h"

/* A small Roman numeral, up to 399; NUL after it. */
static void roman(uint32_t value, char to[24])
{
    static const struct { uint32_t value; const char *letters; } signs[] = {
        { 100, "c" }, { 90, "xc" }, { 50, "l" }, { 40, "xl" }, { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
    };
    size_t n = 0;
    for (size_t i = 0; i < SIA_COUNT_OF(signs); i++)
        for (; value >= signs[i].value && n < 20; value -= signs[i].value) {
            memcpy(to + n, signs[i].letters, strlen(signs[i].letters));
            n += strlen(signs[i].letters);
        }
    to[n] = 0;
}

void sia_text_label_pages(sia_text *t, sia_str first, sia_arena *a)
{
    sia_folio f;
    if (!sia_folio_line(first, &f)) return;
    for (uint32_t i = 0; i < t->pages.n; i++) {
        sia_page *p = &t->pages.v[i];
        const uint32_t value = f.value + p->number - 1;
        char letters[24];
        if (p->label.n || !p->number || (f.style == 2 && value > 399)) continue;
        if (f.style == 2) roman(value, letters);
        p->label = f.style == 2 ? sia_printf(a, "%s", letters) : sia_printf(a, "%u", value);
    }
}

sia_str sia_text_first_label(const sia_text *t, sia_arena *a)
{
    for (uint32_t i = 0; i < t->pages.n; i++) {
        const sia_page *p = &t->pages.v[i];
        sia_folio f;
        char letters[24];
        if (!p->number || !sia_folio_line(p->label, &f) || f.value < p->number) continue;
        const uint32_t value = f.value - (p->number - 1);
        if (f.style == 2) roman(value, letters);
        return f.style == 2 ? sia_printf(a, "%s", letters) : sia_printf(a, "%u", value);
    }
    return SIA_STR("");
}
