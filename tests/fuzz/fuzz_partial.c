/* Any bytes as a partial: reading it, adding it to itself, writing the sum and reading that again; then the counts that tables are made
 * of. The harness writes the trailer itself, since no fuzzer finds a SHA-256: what stands before it is the input's. */
#include "../../src/cli/merged.h"
#include "../../src/cli/partcount.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

typedef struct { char *p; size_t n, cap; } bytes;

static int keep(void *ctx, const char *p, size_t n)
{
    bytes *b = ctx;
    if (!n) return 0;
    while (b->n + n > b->cap) {
        b->cap = b->cap ? b->cap * 2 : 4096;
        b->p = realloc(b->p, b->cap);
        if (!b->p) abort();
    }
    memcpy(b->p + b->n, p, n);
    b->n += n;
    return 0;
}

static sia_str with_trailer(bytes *b, const uint8_t *p, size_t n)
{
    char digest[65], line[100];
    size_t rows = 0;
    const char *head;
    keep(b, (const char *)p, n);
    if (n && p[n - 1] != '\n') keep(b, "\n", 1);
    sia_sha256(digest, &(sia_str){ b->p ? b->p : "", b->n }, 1);
    for (head = b->p; head && (size_t)(head - b->p) + 1 < b->n; ) {
        if (head[0] == '\n' && head[1] == '\n') break;
        head = memchr(head + 1, '\n', b->n - (size_t)(head + 1 - b->p));
    }
    for (size_t i = head ? (size_t)(head - b->p) + 2 : b->n; i < b->n; i++) rows += b->p[i] == '\n';
    const int k = snprintf(line, sizeof line, "#end\t%zu\t%s\n", rows, digest);
    keep(b, line, (size_t)k);
    return (sia_str){ b->p, b->n };
}

static sia_status put(void *ctx, const part_row *r, sia_err *err)
{
    (void)err;
    part_put(ctx, r);
    return SIA_OK;
}

typedef struct { part_row last; uint64_t n; } rising;

static sia_status check(void *ctx, const part_row *r, sia_err *err)
{
    rising *x = ctx;
    (void)err;
    if (x->n++ && part_row_cmp(&x->last, r) >= 0) abort();
    x->last = *r;
    return SIA_OK;
}

static void count(const parts *x, const char *table, sia_arena *a)
{
    sia_err err;
    count_kind kind;
    merged m = { x, table };
    session s = { .arena = a, .merged = &m };
    counted c = { .name = SIA_STR("") };
    item_kind of;
    settings_init(&s.set);
    s.set.quiet = true;
    if (!counted_parse(sia_str_of(table), &kind, &of) || kind == COUNT_TAG) return;
    s.set.of = (int)of;
    if (kind == COUNT_COOC) {
        run r = { .s = &s, .ctx = &c.cooc };
        if (!merged_items(&s, &c.cooc.it, NULL, &err) && pairing_open(&c.cooc, &s) && !merged_pairs(&c.cooc, &r, &err)
            && !sia_cooc_list(c.cooc.now.all, a)) abort();
        return;
    }
    run r = { .s = &s, .ctx = &c.census };
    c.census.keeps = true;
    if (!merged_items(&s, &c.census.it, &c.census.by, &err) && census_open(&c.census, &s)) (void)!merged_census(&c.census, &r, &err);
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    bytes in = { 0 }, out = { 0 };
    sia_arena *a = sia_arena_new(NULL, 256u << 20);
    part v[2], again;
    sia_err err = { 0 };
    const sia_str all = with_trailer(&in, p, n);
    if (a && !part_read(&v[0], SIA_STR("fuzz"), all, a, &err)) {
        parts one = { .v = v, .n = 1, .shards = v[0].head.shards, .a = a }, two = { .v = v, .n = 2, .shards = v[0].head.shards, .a = a };
        rising x = { .n = 0 };
        v[1] = v[0];
        if (parts_each(&one, NULL, check, &x, &err)) abort();
        part_writer *w = part_writer_new(&v[0].head, (sia_sink){ keep, &out }, a);
        if (w && !parts_each(&two, NULL, put, w, &err)) {
            if (part_writer_end(w, SIA_STR("fuzz"), &err)) abort();
            if (part_read(&again, SIA_STR("fuzz"), (sia_str){ out.p, out.n }, a, &err)) abort();
        }
        for (uint32_t i = 0; i < v[0].tables.n && i < 8; i++) count(&one, sia_dup(a, v[0].tables.v[i].name).p, a);
    }
    sia_arena_free(a);
    free(in.p);
    free(out.p);
    return 0;
}
