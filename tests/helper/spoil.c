/* Spoils the picture of a page as glass and lamp of a scanner do, and puts it into a PDF, by itself or under the layer of words that
 * another program read in it:
 *     spoil DPI [noise=N] [tilt=DEGREES] [blur=N] [speck=PERCENT] [scramble=1] [layer=FILE] < PAGE.pgm > PAGE.pdf
 * noise: grey values up or down by up to N; speck: pixels that turn black or white; scramble: pixels change places, no letter is left.
 * The same input gives the same bytes. */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { int w, h; unsigned char *v; } grey;

static uint32_t dice(void)
{
    static uint32_t x = 2463534242u;
    x ^= x << 13; x ^= x >> 17; x ^= x << 5;
    return x;
}

static unsigned char *room(size_t n)
{
    unsigned char *p = malloc(n);
    if (!p) { fputs("spoil: out of memory\n", stderr); exit(1); }
    return p;
}

static grey read_pgm(FILE *f)
{
    grey g = { 0 };
    if (fscanf(f, "P5 %d %d 255", &g.w, &g.h) != 2 || g.w < 1 || g.h < 1 || g.w > 20000 || g.h > 20000) { fputs("spoil: no PGM\n", stderr); exit(1); }
    (void)getc(f);
    const size_t n = (size_t)g.w * (size_t)g.h;
    g.v = room(n);
    if (fread(g.v, 1, n, f) != n) { fputs("spoil: a PGM cut short\n", stderr); exit(1); }
    return g;
}

static int at(const grey *g, int x, int y) { return x < 0 || y < 0 || x >= g->w || y >= g->h ? 255 : g->v[(size_t)y * (size_t)g->w + (size_t)x]; }

/* Each pixel from where it lay before the page was laid askew, between four of them. */
static void tilt(grey *g, double degrees)
{
    const double a = degrees * 3.14159265358979 / 180, c = cos(a), s = sin(a);
    grey out = { g->w, g->h, room((size_t)g->w * (size_t)g->h) };
    for (int y = 0; y < g->h; y++) for (int x = 0; x < g->w; x++) {
        const double dx = x - g->w / 2.0, dy = y - g->h / 2.0, u = g->w / 2.0 + c * dx + s * dy, v = g->h / 2.0 - s * dx + c * dy;
        const int i = (int)floor(u), k = (int)floor(v);
        const double fu = u - i, fv = v - k;
        const double top = at(g, i, k) * (1 - fu) + at(g, i + 1, k) * fu, low = at(g, i, k + 1) * (1 - fu) + at(g, i + 1, k + 1) * fu;
        out.v[(size_t)y * (size_t)g->w + (size_t)x] = (unsigned char)(top * (1 - fv) + low * fv + 0.5);
    }
    free(g->v);
    *g = out;
}

static void blur(grey *g)
{
    grey out = { g->w, g->h, room((size_t)g->w * (size_t)g->h) };
    for (int y = 0; y < g->h; y++) for (int x = 0; x < g->w; x++) {
        int sum = 0;
        for (int k = -1; k <= 1; k++) for (int i = -1; i <= 1; i++) sum += at(g, x + i, y + k);
        out.v[(size_t)y * (size_t)g->w + (size_t)x] = (unsigned char)(sum / 9);
    }
    free(g->v);
    *g = out;
}

static void dirty(grey *g, int noise, int speck)
{
    for (size_t i = 0, n = (size_t)g->w * (size_t)g->h; i < n; i++) {
        const int v = g->v[i] + (noise ? (int)(dice() % (2 * (uint32_t)noise + 1)) - noise : 0);
        g->v[i] = (unsigned char)(v < 0 ? 0 : v > 255 ? 255 : v);
        if (speck && dice() % 100 < (uint32_t)speck) g->v[i] = dice() & 1 ? 255 : 0;
    }
}

static void scramble(grey *g)
{
    for (size_t n = (size_t)g->w * (size_t)g->h, i = n; i > 1; i--) {
        const size_t k = dice() % i;
        const unsigned char v = g->v[i - 1];
        g->v[i - 1] = g->v[k];
        g->v[k] = v;
    }
}

/* ---- the PDF -------------------------------------------------------------------------------------------------------- */

/* The lines of a file as text without ink, from the top of the page down. */
static char *layer_of(const char *path, double height, size_t *n)
{
    char line[400], *out = NULL;
    FILE *f = fopen(path, "r"), *to = open_memstream(&out, n);
    if (!f || !to) { fprintf(stderr, "spoil: cannot open %s\n", path); exit(1); }
    fprintf(to, "BT 3 Tr /F 12 Tf 18 TL 70 %.0f Td\n", height - 90);
    while (fgets(line, sizeof line, f)) {
        putc('(', to);
        for (const char *p = line; *p && *p != '\n'; p++) if (*p != '(' && *p != ')' && *p != '\\' && (unsigned char)*p < 0x7F) putc(*p, to);
        fputs(") '\n", to);
    }
    fputs("ET\n", to);
    fclose(f);
    fclose(to);
    return out;
}

static void write_pdf(const grey *g, double dpi, const char *layer)
{
    const double w = g->w * 72 / dpi, h = g->h * 72 / dpi;
    size_t n = 0;
    char *words = layer ? layer_of(layer, h, &n) : NULL, draw[80];
    const int d = snprintf(draw, sizeof draw, "q %.2f 0 0 %.2f 0 0 cm /X Do Q\n", w, h);
    printf("%%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
           "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> "
           "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj\n"
           "4 0 obj << /Length %zu >>\nstream\n%s", w, h, n + (size_t)d, draw);
    if (words) fwrite(words, 1, n, stdout);
    printf("endstream endobj\n5 0 obj << /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
           "/Length %zu >>\nstream\n", g->w, g->h, (size_t)g->w * (size_t)g->h);
    fwrite(g->v, 1, (size_t)g->w * (size_t)g->h, stdout);
    printf("\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%%%EOF\n");
    free(words);
}

int main(int argc, char **argv)
{
    const char *layer = NULL;
    const double dpi = argc > 1 ? atof(argv[1]) : 0;
    if (dpi < 1) { fputs("spoil DPI [noise=N] [tilt=DEGREES] [blur=N] [speck=PERCENT] [scramble=1] [layer=FILE]\n", stderr); return 2; }
    grey g = read_pgm(stdin);
    for (int i = 2; i < argc; i++) {
        const char *value = strchr(argv[i], '=');
        if (!value++) return 2;
        if (!strncmp(argv[i], "noise=", 6)) dirty(&g, atoi(value), 0);
        else if (!strncmp(argv[i], "speck=", 6)) dirty(&g, 0, atoi(value));
        else if (!strncmp(argv[i], "tilt=", 5)) tilt(&g, atof(value));
        else if (!strncmp(argv[i], "blur=", 5)) for (int k = atoi(value); k > 0; k--) blur(&g);
        else if (!strncmp(argv[i], "scramble=", 9)) scramble(&g);
        else if (!strncmp(argv[i], "layer=", 6)) layer = value;
        else return 2;
    }
    write_pdf(&g, dpi, layer);
    free(g.v);
    return fflush(stdout) || ferror(stdout);
}
