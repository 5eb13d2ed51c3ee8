/* Any bytes as what poppler might find on a PDF's pages: words and their boxes, in, the stream out, through the rest of
 * siasat-pdf. A line of the input is a word of a page: how far it is moved, across and down, its size, then its letters. */
#include "inside.h"
#include "../../src/helper/pdf/pdf.c"

enum { WIDTH = 595, HEIGHT = 842, LETTERS = 200 };

typedef struct { float x, base, size; int turned; bool bold, unseen; } pen;

static void poppler_words(sheets *s, pen *at, const uint8_t *p, size_t n)
{
    uint32_t letters[LETTERS];
    sheet_word w = { .letters = letters, .size = at->size, .x0 = at->x, .base = at->base, .turned = at->turned, .bold = at->bold, .unseen = at->unseen };
    for (size_t i = 0; i < n && i < LETTERS; i++) letters[w.n++] = p[i] < 0xF0 ? p[i] : UINT32_C(0x10F000) + p[i] * UINT32_C(0x101);
    if (!w.n) return;
    w.x1 = at->x += (float)w.n * at->size * 0.5f;
    w.apart = true;
    sheets_word(s, &w);
    at->x += at->size * 0.3f;
}

/* A new page, a new line, a leap, another size, a turn: each by its letter, how much by the next byte. */
static void move(sheets *s, pen *at, uint8_t what, uint8_t much)
{
    switch (what) {
    case 'P':
        sheets_page_end(s);
        sheets_page(s, WIDTH, much ? HEIGHT : 0);
        *at = (pen){ 72, 72, 12, 0, false, false };
        break;
    case 'L': at->x = 72; at->base += (float)much / 4; break;
    case 'X': at->x = (float)much * 3 - 50; break;
    case 'Y': at->base = (float)much * 4 - 50; break;
    case 'S': at->size = (float)much / 4; break;
    case 'T': at->turned = much & 3; at->bold = much & 4; at->unseen = much & 8; break;
    case 'I': s->pages[s->n_pages - 1].pictures = true; break;
    case 'N': s->labelled = true; snprintf(s->pages[s->n_pages - 1].label, sizeof s->pages->label, "%u", much); break;
    case 'F': at->x = much & 1 ? 1e30f : -1e30f; at->base = much & 2 ? 1e30f : at->base; at->size = much & 4 ? 1e30f : 1e-30f; break;
    default: break;
    }
}

void poppler_begin(void) { }
void sheets_of_pdf(sheets *s, const char *bytes, size_t n)
{
    const uint8_t *p = (const uint8_t *)bytes;
    pen at = { 72, 72, 12, 0, false, false };
    sheets_page(s, WIDTH, HEIGHT);
    for (size_t i = 0, end; i < n; i = end + 1) {
        for (end = i; end < n && p[end] != '\n'; end++) {}
        while (i + 1 < end && p[i] == '\\') { move(s, &at, p[i + 1], i + 2 < end ? p[i + 2] : 0); i += i + 2 < end ? 3 : 2; }
        for (size_t from = i, k = i; k <= end; k++)
            if (k == end || p[k] == ' ') { poppler_words(s, &at, p + from, k - from); from = k + 1; }
        at.x = 72;
        at.base += at.size * 1.2f;
    }
    sheets_page_end(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    fuzz_helper("", (const char *)p, n, true);
    return 0;
}
