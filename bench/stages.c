/* Each stage of the main line by itself, through the library: every document goes through all of them, one after the
 * other as in a real run, and each stage's CPU time is taken apart. What is known of words begins anew in every round.
 *   stages ROUNDS CODEBOOK FILE...
 * Prints for each stage the median over rounds of CPU seconds, MB/s, the least and the most, and instructions a byte
 * where the machine lets us count them (else run.sh asks callgrind: hence the names that begin with stage_). */
#define _GNU_SOURCE
#include <siasat.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#if defined(__linux__)
#include <linux/perf_event.h>
#include <sys/syscall.h>
#endif

enum { LOAD, READ, SEGMENT, TOKENISE, COUNT, TAG, COOC, TABLE, STAGES, MOST_ROUNDS = 99 };
static const char *const names[STAGES] = {
    "load", "read", "segment", "tokenise", "count words", "tag", "co-occurrence", "write table",
};

typedef struct {                        /* what one round works with */
    sia_doc      *doc;
    sia_tagger   *tagger;
    sia_arena    *arena;
    sia_counts   *counts;
    sia_cooc     *cooc;
    uint64_t      words;
    const char   *path;
    sia_str       raw;
    uint32_t      work;
} bench;

typedef struct { double cpu[STAGES]; uint64_t instructions[STAGES]; } tally;

/* ---- clocks -------------------------------------------------------------------------------------- */

static int counter = -1;                /* of instructions; -1: the machine has none for us */

static void counter_open(void)
{
#if defined(__linux__)
    struct perf_event_attr a = { .type = PERF_TYPE_HARDWARE, .size = sizeof a, .config = PERF_COUNT_HW_INSTRUCTIONS, .exclude_kernel = 1 };
    counter = (int)syscall(SYS_perf_event_open, &a, 0, -1, -1, 0);
#endif
}

static uint64_t instructions(void)
{
    uint64_t n = 0;
    return counter >= 0 && read(counter, &n, sizeof n) == sizeof n ? n : 0;
}

static double cpu(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* ---- the stages: apart, so that callgrind sees each by its name ------------------------------------- */

#define STAGE __attribute__((noinline)) static sia_status

STAGE stage_load(bench *b, sia_err *err) { return sia_read_file(&b->raw, b->path, b->doc->arena, err); }
STAGE stage_read(bench *b, sia_err *err) { return sia_doc_read(b->doc, sia_str_of(b->path), b->raw, SIA_ENC_AUTO, err); }
STAGE stage_segment(bench *b, sia_err *err) { return sia_doc_segment(b->doc, err); }
STAGE stage_tokenise(bench *b, sia_err *err) { return sia_doc_tokenize(b->doc, err); }
STAGE stage_tag(bench *b, sia_err *err) { return sia_doc_tag(b->doc, b->tagger, err); }

STAGE stage_count(bench *b, sia_err *err)
{
    uint32_t n = 0, *forms = sia_alloc_raw(b->doc->arena, sizeof *forms, (size_t)b->doc->tokens.n + 1);
    if (!forms) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    for (const sia_token *t = b->doc->tokens.v, *end = t + b->doc->tokens.n; t < end; t++) {
        forms[n] = t->form;
        n += t->kind <= SIA_NUMBER;
    }
    sia_counts_each(b->counts, 1, forms, n, b->work);
    sia_counts_words(b->counts, 1, n, b->work);
    b->words += n;
    return SIA_OK;
}

/* The distinct terms of each sentence, ascending. A sentence has few. */
STAGE stage_cooc(bench *b, sia_err *err)
{
    enum { MOST = 256 };
    (void)err;
    const sia_hit *h = b->doc->hits.v, *end = h + b->doc->hits.n;
    for (uint32_t s = 0; s < b->doc->sentences.n; s++) {
        uint32_t items[MOST], n = 0;
        for (; h < end && h->sentence == s; h++) {
            uint32_t at = n;
            while (at && items[at - 1] > h->term) at--;
            if ((at && items[at - 1] == h->term) || n == MOST) continue;
            memmove(items + at + 1, items + at, (n++ - at) * sizeof *items);
            items[at] = h->term;
        }
        sia_cooc_unit(b->cooc, items, n);
    }
    return SIA_OK;
}

static int nowhere(void *ctx, const char *p, size_t n) { (void)ctx; (void)p; (void)n; return 0; }
static sia_str form_name(const void *ctx, uint32_t item) { return sia_lex_str(ctx, item); }

/* The words' table as `siasat freq --of word` writes it. */
STAGE stage_table(bench *b, sia_err *err)
{
    const sia_table_options o = { .format = SIA_CSV, .header = true, .titles = -1 };
    const sia_columns *c = sia_columns_of(SIA_STR("freq"));
    sia_table *t = sia_table_open(&o, c->cols, c->n, (sia_sink){ nowhere, NULL }, b->arena);
    const sia_tally *rows = sia_counts_sorted(b->counts, form_name, b->doc->lex, b->arena);
    const uint64_t works = sia_counts_group_works(b->counts, 1);
    if (!t || !rows) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    for (size_t i = 0, n = sia_counts_cells(b->counts); i < n; i++) {
        if (i + 8 < n) sia_lex_soon(b->doc->lex, rows[i + 8].item);
        sia_put_text(t, SIA_STR("corpus"));
        sia_put_text(t, sia_lex_str(b->doc->lex, rows[i].item));
        sia_put_text(t, SIA_STR(""));
        sia_put_text(t, SIA_STR(""));
        sia_put_count(t, rows[i].count);
        sia_put_count(t, b->words);
        sia_put_real(t, sia_per_10k(rows[i].count, b->words));
        sia_put_count(t, rows[i].works);
        sia_put_real(t, (double)rows[i].works / (double)works);
        for (int k = 0; k < 3; k++) sia_put_none(t);
    }
    return sia_table_close(t, SIA_STR(""), err);
}

static sia_status (*const stage[STAGES])(bench *, sia_err *) = {
    stage_load, stage_read, stage_segment, stage_tokenise, stage_count, stage_tag, stage_cooc, stage_table,
};

/* ---- a round ---------------------------------------------------------------------------------------- */

static sia_status timed(int which, bench *b, tally *t, sia_err *err)
{
    const uint64_t n = instructions();
    const double from = cpu();
    const sia_status st = stage[which](b, err);
    t->cpu[which] += cpu() - from;
    t->instructions[which] += instructions() - n;
    return st;
}

static sia_status documents(bench *b, char **path, int n, tally *t, sia_err *err)
{
    for (int i = 0; i < n; i++) {
        sia_doc_reset(b->doc);
        b->path = path[i];
        for (int k = LOAD; k < TABLE; k++) SIA_TRY(timed(k, b, t, err));
    }
    SIA_TRY(timed(TABLE, b, t, err));
    return sia_arena_ok(b->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status run_round(const sia_codebook *book, char **path, int n, tally *t, sia_err *err)
{
    const sia_tag_options o = { .policy = SIA_POLICY_LONGEST, .engine = SIA_ENGINE_FAST };
    bench b = { .doc = sia_doc_new(NULL, 0), .arena = sia_arena_new(NULL, 0), .tagger = sia_tagger_new(&book, 1, &o) };
    if (b.arena) b.counts = sia_counts_new(b.arena);
    if (b.arena) b.cooc = sia_cooc_new(b.arena);
    sia_status st = b.doc && b.tagger && b.counts && b.cooc ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (!st) st = documents(&b, path, n, t, err);
    sia_tagger_free(b.tagger);
    sia_arena_free(b.arena);
    sia_doc_free(b.doc);
    return st;
}

/* ---- the table --------------------------------------------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* `from` to `to`: the stages that the row is the sum of. */
static void row(const char *name, const tally *t, int rounds, int from, int to, double megabytes)
{
    double v[MOST_ROUNDS] = { 0 };
    uint64_t n = 0;
    for (int r = 0; r < rounds; r++)
        for (int k = from; k <= to; k++) v[r] += t[r].cpu[k];
    for (int k = from; k <= to; k++) n += t[0].instructions[k];
    qsort(v, (size_t)rounds, sizeof *v, by_value);
    const double median = rounds % 2 ? v[rounds / 2] : (v[rounds / 2 - 1] + v[rounds / 2]) / 2;
    printf("%-28s %9.4f %9.1f %9.4f %9.4f", name, median, megabytes / median, v[0], v[rounds - 1]);
    if (counter >= 0) printf(" %9.2f", (double)n / (megabytes * 1e6));
    printf("\n");
}

static double size_of(char **path, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++) {
        FILE *f = fopen(path[i], "rb");
        if (f && !fseek(f, 0, SEEK_END)) sum += (double)ftell(f);
        if (f) fclose(f);
    }
    return sum;
}

static sia_status run(int rounds, const char *codebook, char **path, int n, sia_arena *a, sia_err *err)
{
    static tally t[MOST_ROUNDS];
    sia_str bytes;
    sia_codebook *book;
    SIA_TRY(sia_read_file(&bytes, codebook, a, err));
    SIA_TRY(sia_codebook_parse(&book, sia_str_of(codebook), bytes, a, err));
    for (int r = 0; r < rounds; r++) SIA_TRY(run_round(book, path, n, &t[r], err));
    const double mb = size_of(path, n) / 1e6;
    printf("%-28s %9s %9s %9s %9s%s\n", "stage", "cpu s", "MB/s", "least", "most", counter >= 0 ? "  instr./B" : "");
    for (int k = 0; k < STAGES; k++) row(names[k], t, rounds, k, k, mb);
    row("load to count words", t, rounds, LOAD, COUNT, mb);
    row("load to co-occurrence", t, rounds, LOAD, COOC, mb);     /* words are counted in it too */
    return SIA_OK;
}

int main(int argc, char **argv)
{
    char text[1024];
    sia_err err = { 0 };
    sia_arena *a = sia_arena_new(NULL, 0);
    const int rounds = argc > 3 ? atoi(argv[1]) : 0;
    if (!a || rounds < 1 || rounds > MOST_ROUNDS) {
        fprintf(stderr, "usage: stages ROUNDS CODEBOOK FILE...\n");
        return 2;
    }
    counter_open();
    const sia_status st = run(rounds, argv[2], argv + 3, argc - 3, a, &err);
    if (st) fprintf(stderr, "stages: %s\n", sia_err_text(&err, SIA_EN, text, sizeof text));
    sia_arena_free(a);
    return st ? 1 : 0;
}
