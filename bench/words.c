/* The benchmark's random numbers and its invented vocabulary. */
#define _POSIX_C_SOURCE 200809L
#include "words.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 73000, PLAIN = 300, PHRASES = 2000, LONGEST = 120, SLOTS = 1 << 18 };

/* ---- random numbers (xorshift128+, seeded by splitmix64) --------------------------------------- */

static uint64_t next(rng *r)
{
    uint64_t a = r->s[0], b = r->s[1];
    r->s[0] = b;
    a ^= a << 23;
    r->s[1] = a ^ b ^ a >> 18 ^ b >> 5;
    return r->s[1] + b;
}

void rng_seed(rng *r, uint64_t seed)
{
    for (int i = 0; i < 2; i++) {
        uint64_t z = seed += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        r->s[i] = z ^ z >> 31;
    }
}

int below(rng *r, int n) { return (int)((next(r) >> 32) * (uint64_t)n >> 32); }
double chance(rng *r) { return (double)(next(r) >> 11) * 0x1p-53; }

/* ---- unequal draws --------------------------------------------------------------------------- */

static bool lottery_make(lottery *l, const double *weight, int n)
{
    double sum = 0;
    int *small = malloc(sizeof *small * (size_t)n), *large = malloc(sizeof *large * (size_t)n), ns = 0, nl = 0;
    *l = (lottery){ n, malloc(sizeof(double) * (size_t)n), malloc(sizeof(int) * (size_t)n) };
    bool ok = small && large && l->keep && l->other;
    for (int i = 0; ok && i < n; i++) sum += weight[i];
    for (int i = 0; ok && i < n; i++) {
        l->keep[i] = weight[i] * n / sum;
        l->other[i] = i;
        if (l->keep[i] < 1) small[ns++] = i;
        else large[nl++] = i;
    }
    while (ok && ns && nl) {
        int a = small[--ns], b = large[--nl];
        l->other[a] = b;
        l->keep[b] -= 1 - l->keep[a];
        if (l->keep[b] < 1) small[ns++] = b;
        else large[nl++] = b;
    }
    free(small);
    free(large);
    return ok;
}

int draw(const lottery *l, rng *r)
{
    int i = below(r, l->n);
    return chance(r) < l->keep[i] ? i : l->other[i];
}

static void lottery_drop(lottery *l) { free(l->keep); free(l->other); }

/* ---- words ------------------------------------------------------------------------------------- */

static const char *const function_words[] = {
    "yang", "dan", "di", "untuk", "pada", "dengan", "dari", "ini", "dalam", "itu", "akan", "adalah", "oleh", "tidak",
    "menjadi", "juga", "atau", "sebagai", "telah", "ke", "mereka", "tersebut", "lebih", "karena", "ada", "dapat",
    "para", "saat", "bisa", "antara", "secara", "seperti", "sudah", "sehingga", "bahwa", "kepada", "serta", "namun",
    "banyak", "hal", "satu", "dua", "tahun", "kami", "kita", "saya", "ia", "dia", "masih", "hanya", "agar", "bagi",
    "setelah", "hingga", "maka", "jika", "yaitu", "sangat", "semua", "lain", "belum", "sebuah", "melalui", "terhadap",
};
enum { FUNCTION_WORDS = sizeof function_words / sizeof *function_words };

static const char *const onset[] = { "b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "ng", "ny" };
static const char *const vowel[] = { "a", "a", "a", "i", "u", "e", "o", "ai", "au" };
static const char *const coda[] = { "", "", "", "n", "ng", "r", "s", "t", "k", "h", "l", "m" };
static const char *const prefix[] = { "", "", "", "", "ber", "ter", "di", "me", "mem", "men", "meng", "pe", "pem", "ke", "se" };
static const char *const suffix[] = { "", "", "", "", "an", "kan", "i", "nya", "annya", "lah" };
#define PICK(r, list) list[below((r), (int)(sizeof(list) / sizeof *(list)))]

static void stem(rng *r, char *out)
{
    int dice = below(r, 17), n = dice < 1 ? 1 : dice < 11 ? 2 : dice < 16 ? 3 : 4;
    *out = 0;
    for (int i = 0; i < n; i++) {
        strcat(strcat(out, PICK(r, onset)), PICK(r, vowel));
        if (i == n - 1 || below(r, 4) == 0) strcat(out, PICK(r, coda));
    }
}

/* Frequent words are short and bare; one rare word in fifty is doubled (buku-buku). */
static void invent_word(rng *r, bool rare, char *out)
{
    char core[40], whole[56];
    stem(r, core);
    if (!rare) { strcpy(out, core); return; }
    snprintf(whole, sizeof whole, "%s%s%s", PICK(r, prefix), core, PICK(r, suffix));
    if (below(r, 50)) strcpy(out, whole);
    else snprintf(out, LONGEST, "%s-%s", whole, whole);
}

void invent_name(rng *r, char *out)
{
    char core[40];
    stem(r, core);
    strcpy(out, core);
    if (strlen(out) < 4) { stem(r, core); strcat(out, core); }
    out[0] = (char)toupper((unsigned char)out[0]);
}

/* Remembers a word in a table of slots; false when it was there already. */
static bool fresh(char **slot, char *w)
{
    uint32_t h = 2166136261u;
    for (const char *p = w; *p; p++) h = (h ^ (uint8_t)*p) * 16777619u;
    uint32_t i = h % SLOTS;
    for (; slot[i]; i = (i + 1) % SLOTS)
        if (!strcmp(slot[i], w)) return false;
    slot[i] = w;
    return true;
}

static bool make_words(vocabulary *v)
{
    char text[LONGEST], **slot = calloc(SLOTS, sizeof *slot);
    double *weight = malloc(sizeof *weight * WORDS);
    rng r;
    rng_seed(&r, 11);
    v->word = calloc(WORDS, sizeof *v->word);
    bool ok = slot && weight && v->word;
    while (ok && v->words < WORDS) {
        if (v->words < FUNCTION_WORDS) strcpy(text, function_words[v->words]);
        else invent_word(&r, v->words > PLAIN, text);
        char *w = strdup(text);
        if (w && fresh(slot, w)) v->word[v->words++] = w;
        else free(w);
        ok = w != NULL;
    }
    for (int i = 0; ok && i < v->words; i++) weight[i] = pow(i + 3.5, -1.02);
    ok = ok && lottery_make(&v->by_rank, weight, v->words);
    free(slot);
    free(weight);
    return ok;
}

/* ---- phrases ------------------------------------------------------------------------------------- */

/* Which TAB-separated column of the title row is `name`; -1: none. */
static int column_of(char *titles, const char *name)
{
    int i = 0;
    for (char *p = titles; p; i++) {
        size_t n = strcspn(p, "\t\r\n");
        if (n == strlen(name) && !memcmp(p, name, n)) return i;
        p = p[n] == '\t' ? p + n + 1 : NULL;
    }
    return -1;
}

/* Plain alternatives of a pattern cell: no regex, glob, word list or case rule. */
static void add_phrases(vocabulary *v, char *cell)
{
    char *rest = NULL;
    for (char *p = strtok_r(cell, "|", &rest); p && v->phrases < PHRASES; p = strtok_r(NULL, "|", &rest)) {
        while (*p == ' ') p++;
        size_t n = strlen(p);
        while (n && p[n - 1] == ' ') p[--n] = 0;
        if (!n || n >= LONGEST || strpbrk(p, "/*?@:\\\"")) continue;
        char *copy = strdup(p);
        if (copy) v->phrase[v->phrases++] = copy;
    }
}

static bool read_phrases(vocabulary *v, FILE *codebook)
{
    char *line = NULL;
    size_t cap = 0;
    int wanted = getline(&line, &cap, codebook) > 0 ? column_of(line, "pattern") : -1;
    v->phrase = calloc(PHRASES, sizeof *v->phrase);
    while (wanted >= 0 && v->phrase && getline(&line, &cap, codebook) > 0) {
        char *p = line;
        if (*p == '@') continue;
        for (int i = 0; i < wanted && p; i++) {
            p = strchr(p, '\t');
            if (p) p++;
        }
        if (!p) continue;
        p[strcspn(p, "\t\r\n")] = 0;
        add_phrases(v, p);
    }
    free(line);
    return wanted >= 0 && v->phrase;
}

bool vocabulary_make(vocabulary *v, FILE *codebook)
{
    double weight[PHRASES];
    if (!make_words(v) || !read_phrases(v, codebook)) return false;
    for (int i = 0; i < v->phrases; i++) weight[i] = pow((i * 7919 % v->phrases) + 2.0, -0.9);
    return !v->phrases || lottery_make(&v->by_order, weight, v->phrases);
}

void vocabulary_drop(vocabulary *v)
{
    for (int i = 0; i < v->words; i++) free(v->word[i]);
    for (int i = 0; i < v->phrases; i++) free(v->phrase[i]);
    free(v->word);
    free(v->phrase);
    lottery_drop(&v->by_rank);
    lottery_drop(&v->by_order);
}
