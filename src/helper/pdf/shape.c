/* What a block is by its shape: a heading by its letters, prose by lines that fill the column, a table by rows of cells. */
#include "sheets.h"
#include <string.h>

#define LARGE    1.12f          /* of the body's letters: a heading            */
#define SMALL    0.9f           /* of the body's letters: notes, quotations    */
#define FULL     0.88f          /* of the column's width: a line that was full */
enum { HEADING_LINES = 4, HEADING_LETTERS = 300 };

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

bool ends_sentence(const sheets *s, const sheet_line *l)
{
    const char *p = line_text(s, l);
    size_t n = l->n;
    while (n && (strchr("\"')] ", p[n - 1]) || (unsigned char)p[n - 1] >= 0x80)) n--;
    return n && strchr(".?!:;", p[n - 1]);
}

static bool capital_or_digit(char c) { return digit(c) || (c >= 'A' && c <= 'Z'); }

/* Dots that lead to a page number: a table of contents is no table. */
static bool has_leader(const sheets *s, const sheet_line *l)
{
    const char *p = line_text(s, l);
    for (uint32_t i = 0; i + 5 <= l->n; i++) if (!memcmp(p + i, ". . .", 5) || !memcmp(p + i, ".....", 5)) return true;
    return false;
}

/* "BAB IV", "4.1 Hasil": numbered where it stands. */
static bool numbered(const sheets *s, const sheet_line *l)
{
    const char *p = line_text(s, l);
    if (l->n > 4 && (!memcmp(p, "BAB ", 4) || !memcmp(p, "Bab ", 4))) return true;
    return l->n > 3 && (digit(p[0]) || p[1] == '.');
}

looks looks_of(const sheets *s, uint32_t from, uint32_t to)
{
    bool large = true, small = true, bold = true;
    for (uint32_t i = from; i < to; i++) {
        const sheet_line *l = &s->lines[i];
        large = large && l->size > LARGE * s->body;
        small = small && l->size < SMALL * s->body;
        bold = bold && l->bold;
    }
    return (looks){ large ? 1 : small ? -1 : 0, bold };
}

/* Letters above the text's size, or all bold; not the end of a sentence, and hardly a paragraph that is stressed. What is
 * printed in a figure or on a title page, with no text under it, needs a number. */
bool is_heading(const sheets *s, const block *b)
{
    uint32_t letters = 0, large = 0, bold = 0;
    for (uint32_t i = b->from; i < b->to; i++) {
        const sheet_line *l = &s->lines[i];
        if (l->beside || l->turned || has_leader(s, l) || !capital_or_digit(*line_text(s, l))) return false;
        letters += l->letters;
        if (l->size > LARGE * s->body) large += l->letters;
        if (l->bold && l->size > 0.95f * s->body) bold += l->letters;
    }
    return b->to - b->from <= HEADING_LINES && letters <= HEADING_LETTERS && letters >= 3 && (large == letters || bold == letters)
        && (b->running || numbered(s, &s->lines[b->from])) && !ends_sentence(s, &s->lines[b->to - 1]);
}

/* Two lines or more that fill the column, but for the last: most of them wholly, none less than half. */
bool is_prose(const sheets *s, const block *b)
{
    const float width = b->right - b->left;
    float filled = 0;
    uint32_t rows = 0;
    bool spread = false;
    for (uint32_t i = b->from, end; i < b->to; i = end, rows++) {
        const sheet_line *l = &s->lines[i];
        end = row_end(s, i, b->to);
        if ((end - i > 1 && spread) || l->turned || l->size > LARGE * s->body || l->bold) return false;
        spread = end - i > 1;
        const float to = s->lines[end - 1].x1 - b->left;
        if (end < b->to && to < 0.5f * width) return false;
        if (end < b->to) filled += to;
    }
    return rows >= 2 && filled >= FULL * width * (float)(rows - 1);
}

/* Two rows or more that have as many cells as each other. */
bool is_table(const sheets *s, const block *b)
{
    uint32_t rows = 0, cells = 0;
    for (uint32_t i = b->from, end; i < b->to; i = end) {
        end = row_end(s, i, b->to);
        if (end - i < 2 || (rows && end - i != cells) || has_leader(s, &s->lines[i])) return false;
        cells = end - i;
        rows++;
    }
    return rows >= 2;
}

/* "Tabel 3.1 menunjukkan": a sentence about the table. */
static bool goes_on_small(const char *p, size_t n)
{
    size_t i = 0;
    while (i < n && p[i] != ' ') i++;
    while (i < n && !(letter(p[i]))) i++;
    return i < n && p[i] >= 'a';
}

bool begins_caption(const sheets *s, const sheet_line *l)
{
    static const char *const words[] = { "Tabel ", "Gambar ", "Grafik ", "Bagan ", "Diagram ", "TABEL ", "GAMBAR " };
    const char *p = line_text(s, l);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t n = strlen(words[i]);
        if (l->n > n && !memcmp(p, words[i], n) && digit(p[n])) return !has_leader(s, l) && !goes_on_small(p, l->n);
    }
    return false;
}

size_t item_mark(const char *p, size_t n)
{
    static const char *const bullets[] = { "•", "–", "-", "▪", "◦", "●", "", "○" };
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        const size_t k = strlen(bullets[i]);
        if (k && n > k + 1 && !memcmp(p, bullets[i], k) && p[k] == ' ') return k;
    }
    size_t i = 0;
    const bool open = n && p[0] == '(';
    i += open;
    if (i < n && letter(p[i])) i++;
    else while (i < n && i < 4 && digit(p[i])) i++;
    if (i == open || i + 1 >= n || (p[i] != ')' && (open || p[i] != '.')) || p[i + 1] != ' ') return 0;
    return i + 1;
}
