/* morph TABLE < WORDS: the keys of each word (form, norm, lemma, root, standing, flags); morph -c TABLE: its candidates with
 * what ranks them, for tools/train_morph.py; morph -t TABLE: how long it takes. */
#define _POSIX_C_SOURCE 200809L
#include "../src/text/indonesian/candidate.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char *const prefix_names[PREFIXES] = { "", "di", "ke", "ketidak", "se", "ku", "kau", "ber", "ter", "per", "meN", "peN", "pe" };
static const char *const suffix_names[SUFFIXES] = { "", "kan", "i", "an" };

static void print_candidate(void *ctx, const candidate *c)
{
    const sia_roots *r = ctx;
    const sia_str w = root_word(r, c->root);
    printf("\t%.*s ", (int)w.n, w.p);
    for (unsigned i = 0; i < c->prefixes; i++) printf("%s%s", i ? "." : "", prefix_names[c->prefix[i]]);
    printf("|%s ", suffix_names[c->suffix]);
    for (unsigned i = 0; i < c->prefixes; i++) printf("%s%u", i ? "." : "", c->allomorph[i]);
    printf("| %u %u %u %u %u %u %u %u %u %d\n", c->possessive, c->particle, c->reduplication, c->bound, c->root->flags, c->root->affixes,
           c->root->len, c->root->syllables, licence_of(c), weigh(r, c));
}

static void print_keys(const sia_roots *r, sia_str w)
{
    sia_analysis a;
    sia_analyse(r, w, &a);
    printf("%.*s\t%.*s\t%.*s\t%.*s\t%d\t%d\t%d\t%d\t%d\n", (int)w.n, w.p, (int)a.norm.n, a.norm.p, (int)a.lemma.n, a.lemma.p, (int)a.root.n,
           a.root.p, a.standing, a.flags, a.before, a.possessive, a.particle);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static size_t analyse_all(const sia_roots *r, sia_str words)
{
    size_t n = 0;
    sia_analysis a;
    for (size_t at = 0; at < words.n; n++) {
        const char *p = words.p + at, *end = memchr(p, '\n', words.n - at);
        const size_t len = end ? (size_t)(end - p) : words.n - at;
        sia_analyse(r, (sia_str){ p, len }, &a);
        at += len + 1;
    }
    return n;
}

static void each_line(const sia_roots *r, sia_str words, bool candidates)
{
    for (size_t at = 0; at < words.n;) {
        const char *p = words.p + at, *end = memchr(p, '\n', words.n - at);
        const sia_str w = { p, end ? (size_t)(end - p) : words.n - at };
        if (!candidates) print_keys(r, w);
        else {
            printf("%.*s\n", (int)w.n, w.p);
            candidates_of(r, w, (viewer){ print_candidate, (void *)(uintptr_t)r });
        }
        at += w.n + 1;
    }
}

static sia_status run(const char *mode, const char *path, sia_arena *a, sia_err *err)
{
    sia_roots *r;
    sia_str words;
    const double start = seconds();
    SIA_TRY(sia_roots_open(&r, sia_str_of(path), a, err));
    const double opened = seconds();
    SIA_TRY(sia_read_file(&words, "-", a, err));
    const double read = seconds();
    if (strcmp(mode, "-t")) each_line(r, words, !strcmp(mode, "-c"));
    else {
        const size_t n = analyse_all(r, words);
        const double done = seconds();
        printf("open %.2f ms, %zu forms, %.0f a second\n", 1e3 * (opened - start), n, (double)n / (done - read));
    }
    sia_roots_close(r);
    return SIA_OK;
}

int main(int argc, char **argv)
{
    sia_err err = { 0 };
    char line[1024];
    sia_arena *a = sia_arena_new(NULL, 0);
    if (argc < 2 || argc > 3 || !a) { fputs("usage: morph [-c|-t] TABLE < WORDS\n", stderr); return 2; }
    const sia_status st = run(argc == 3 ? argv[1] : "", argv[argc - 1], a, &err);
    if (st) fprintf(stderr, "morph: %s\n", sia_err_text(&err, SIA_EN, line, sizeof line));
    sia_arena_free(a);
    return st != SIA_OK;
}
