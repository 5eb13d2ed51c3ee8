/* Makes a corpus of invented thesis chapters for the benchmark: the same bytes for the same seed, on any machine.
 *   gencorpus SEED MEGABYTES FOLDER < codebook.tsv
 * Words are built from syllables and affixes and drawn by a Zipf-Mandelbrot law; the vocabulary grows about twice as fast
 * as that of real text (docs/PERFORMANCE.md), which flatters nobody. Function words are real, and so are the codebook's
 * plain patterns, so that tagging has hits.
 * Chapters of about 60 KB have headings, lists, wrapped lines, page numbers, form feeds, cut words and slips of OCR.
 * Chapter k depends on the seed and k alone: a smaller corpus is the beginning of a larger one. */
#define _POSIX_C_SOURCE 200809L
#include "words.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LINES_A_PAGE = 30, LINE = 256 };

static struct {
    char  *p;
    size_t n;
    int    col, width, line, page;      /* on the page being written */
    bool   capitals;                    /* inside a chapter's title  */
} page;

/* ---- the page ---------------------------------------------------------------------------- */

static void raw(const char *s)
{
    size_t n = strlen(s);
    memcpy(page.p + page.n, s, n);
    page.n += n;
}

static void end_line(rng *r)
{
    char number[64];
    raw("\n");
    page.col = 0;
    page.width = 70 + below(r, 9);
    if (++page.line < LINES_A_PAGE) {
        if (below(r, 90) == 0) raw("\n");       /* OCR's blank line in mid-sentence */
        return;
    }
    page.line = 0;
    if (below(r, 2)) raw("\n");
    snprintf(number, sizeof number, "\n%*s%d\n\f", below(r, 40), "", ++page.page);
    raw(number);
    if (below(r, 3) == 0) raw("\n");
}

/* Cuts a long word at the line's end, as typesetters do. False when the word is no word to cut. */
static bool cut_word(rng *r, const char *w, int n)
{
    if (n <= 9 || below(r, 40) || page.col + 5 >= page.width) return false;
    int k = 3 + below(r, n - 6);
    if (!isalpha((unsigned char)w[k]) || !isalpha((unsigned char)w[k - 1])) return false;
    page.n += (size_t)sprintf(page.p + page.n, " %.*s-", k, w);
    end_line(r);
    raw(w + k);
    page.col = n - k;
    return true;
}

static void put(rng *r, const char *w)
{
    int n = (int)strlen(w);
    if (page.col && page.col + 1 + n > page.width) {
        if (cut_word(r, w, n)) return;
        end_line(r);
    }
    if (page.col) {
        raw(below(r, 140) ? " " : "  ");
        page.col++;
    }
    raw(w);
    page.col += n;
}

/* ---- words and phrases in a sentence --------------------------------------------------------- */

static void capitalise(char *w, bool whole)
{
    for (char *p = w; *p; p++) {
        *p = (char)toupper((unsigned char)*p);
        if (!whole) return;
    }
}

/* One slip as scanners make them: a letter doubled, dropped, misread, or a speck before the word. */
static void misread(rng *r, char *w)
{
    size_t n = strlen(w);
    if (n < 4) return;
    size_t k = 1 + (size_t)below(r, (int)n - 2);
    switch (below(r, 4)) {
    case 0: memmove(w + k + 1, w + k, n - k + 1); return;
    case 1: memmove(w + k, w + k + 1, n - k); return;
    case 2: w[k] = "l1ieocvygqnm"[below(r, 12)]; return;
    default: memmove(w + 1, w, n + 1); w[0] = "vk~.'"[below(r, 5)]; return;
    }
}

static void word(rng *r, const vocabulary *v, bool first, const char *tail)
{
    char w[LINE];
    double q = chance(r);
    if (q < .015) invent_name(r, w);
    else if (q < .03) snprintf(w, sizeof w, "%d", below(r, 4) ? below(r, 200) : 1990 + below(r, 35));
    else snprintf(w, sizeof w, "%s", v->word[draw(&v->by_rank, r)]);
    if (q >= .03 && q < .036) misread(r, w);
    if (first || page.capitals || (q >= .036 && q < .052)) capitalise(w, page.capitals || (q >= .05 && q < .052));
    int rare = below(r, 7500);
    if (rare < 7) snprintf(w + strlen(w), sizeof w - strlen(w), "\xe2\x80\x9d");
    else if (rare < 12) strcpy(w, "caf\xc3\xa9");
    else if (rare < 15) strcpy(w, "de\xef\xac\x81nisi");
    else if (rare < 23) strcpy(w, "2019\xe2\x80\x93" "2024");
    strcat(w, tail);
    put(r, w);
}

static void phrase(rng *r, const vocabulary *v, bool first, const char *tail)
{
    char text[LINE], w[LINE], *rest = NULL;
    const bool title = below(r, 12) == 0, slip = below(r, 60) == 0;
    snprintf(text, sizeof text, "%s", v->phrase[draw(&v->by_order, r)]);
    for (char *p = strtok_r(text, " ", &rest); p; first = false) {
        snprintf(w, LINE / 2, "%s", p);
        p = strtok_r(NULL, " ", &rest);
        if (first || title || page.capitals) capitalise(w, page.capitals);
        if (slip) misread(r, w);
        if (!p) strcat(w, tail);
        put(r, w);
    }
}

static void sentence(rng *r, const vocabulary *v)
{
    const int n = 6 + below(r, 14) + below(r, 14);
    for (int i = 0; i < n; i++) {
        const char *tail = "";
        if (i == n - 1) tail = below(r, 40) ? "." : below(r, 2) ? "?" : ";";
        else if (below(r, 14) == 0) tail = below(r, 20) ? "," : " ,";
        if (v->phrases && below(r, 26) == 0) phrase(r, v, i == 0, tail);
        else word(r, v, i == 0, tail);
    }
    if (below(r, 22)) return;
    char name[LINE / 2], source[LINE];
    invent_name(r, name);
    snprintf(source, sizeof source, "(%s, %d: %d)%s", name, 1998 + below(r, 26), 1 + below(r, 300), below(r, 2) ? "." : "");
    put(r, source);
}

/* ---- headings, lists, chapters ----------------------------------------------------------------- */

static void heading(rng *r, const vocabulary *v, const char *number, bool chapter)
{
    if (page.col) end_line(r);
    raw("\n");
    if (chapter) {
        raw(number);
        raw("\n\n");
    } else put(r, number);
    page.capitals = chapter;
    for (int i = 2 + below(r, 5); i > 0; i--)
        if (v->phrases && below(r, 4) == 0) phrase(r, v, true, "");
        else word(r, v, true, "");
    page.capitals = false;
    end_line(r);
    raw("\n");
}

static void list(rng *r, const vocabulary *v)
{
    char number[16];
    const int n = 3 + below(r, 5);
    for (int i = 1; i <= n; i++) {
        snprintf(number, sizeof number, "%d.", i);
        put(r, below(r, 3) ? number : "\xe2\x80\xa2");
        sentence(r, v);
        end_line(r);
    }
}

static void section(rng *r, const vocabulary *v, const char *number)
{
    heading(r, v, number, false);
    for (int i = 2 + below(r, 5); i > 0; i--) {
        if (below(r, 7) == 0) list(r, v);
        else for (int k = 3 + below(r, 6); k > 0; k--) sentence(r, v);
        end_line(r);
        raw("\n");
    }
}

static void chapter(const vocabulary *v, uint64_t seed, int k)
{
    static const char *const roman[] = { "BAB I", "BAB II", "BAB III", "BAB IV", "BAB V" };
    char number[48];
    rng state, *r = &state;
    rng_seed(r, seed * 1000003u + (uint64_t)k);
    page.n = 0;
    page.col = page.line = 0;
    page.width = 74;
    page.page = below(r, 90);
    const size_t goal = 42000 + (size_t)below(r, 36000);
    heading(r, v, roman[k % 5], true);
    for (int b = 1; page.n < goal; b++) {
        const int subs = below(r, 4);
        snprintf(number, sizeof number, "%d.%d", 1 + k % 5, b);
        section(r, v, number);
        for (int s = 1; s <= subs; s++) {
            snprintf(number, sizeof number, "%d.%d.%d", 1 + k % 5, b, s);
            section(r, v, number);
        }
    }
}

static bool save(const char *folder, int k)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/bab%05d.txt", folder, k);
    FILE *f = fopen(path, "wb");
    bool ok = f && fwrite(page.p, 1, page.n, f) == page.n;
    return f && fclose(f) == 0 && ok;
}

int main(int argc, char **argv)
{
    static vocabulary v;
    if (argc != 4) {
        fprintf(stderr, "usage: gencorpus SEED MEGABYTES FOLDER < codebook.tsv\n");
        return 2;
    }
    const uint64_t seed = strtoull(argv[1], NULL, 10), want = strtoull(argv[2], NULL, 10) * 1000000u;
    page.p = malloc(1 << 20);
    mkdir(argv[3], 0755);
    if (!page.p || !vocabulary_make(&v, stdin)) return 3;
    uint64_t total = 0;
    for (int k = 0; total < want; k++) {
        chapter(&v, seed, k);
        total += page.n;
        if (!save(argv[3], k)) { perror(argv[3]); return 3; }
    }
    free(page.p);
    vocabulary_drop(&v);
    return 0;
}
