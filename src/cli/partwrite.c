/* Writing partials. */
#include "partfile.h"
#include <stdio.h>

enum { BUFFER = 1 << 16 };

struct part_writer {
    sia_sink   to;
    sia_digest digest;
    int        failed;                  /* errno of the first write that failed */
    uint64_t   rows;
    part_row   last;                    /* its fields lie in `kept` */
    SIA_VEC(char) kept;
    sia_arena *a;
    size_t     used;
    char       buf[BUFFER];
};

static void flush(part_writer *w)
{
    sia_digest_add(&w->digest, (sia_str){ w->buf, w->used });
    if (!w->failed && w->used) w->failed = w->to.write(w->to.ctx, w->buf, w->used);
    w->used = 0;
}

static void out(part_writer *w, sia_str s)
{
    for (size_t n; s.n; s = (sia_str){ s.p + n, s.n - n }) {
        if (w->used == BUFFER) flush(w);
        n = s.n < BUFFER - w->used ? s.n : BUFFER - w->used;
        memcpy(w->buf + w->used, s.p, n);
        w->used += n;
    }
}

static void out_count(part_writer *w, uint64_t v)
{
    char digits[24];
    out(w, (sia_str){ digits, (size_t)snprintf(digits, sizeof digits, "%llu", (unsigned long long)v) });
}

static void out_line(part_writer *w, const char *key, sia_str value)
{
    out(w, sia_str_of(key));
    out(w, SIA_STR("\t"));
    out(w, value);
    out(w, SIA_STR("\n"));
}

part_writer *part_writer_new(const part_head *h, sia_sink to, sia_arena *a)
{
    part_writer *w = sia_alloc_raw(a, sizeof *w, 1);
    const sia_str which = shards_text(&h->shards, false, a), of = sia_printf(a, "%u", h->shards.of);
    if (!w || !sia_arena_ok(a)) return NULL;
    memset(w, 0, offsetof(part_writer, buf));
    w->to = to;
    w->a = a;
    w->digest = sia_digest_new();
    out_line(w, "siasat-partial", SIA_STR("1"));
    for (uint32_t i = 0; i < h->n; i++) out_line(w, h->line[i].key.p, h->line[i].value);
    /* The sum of all is what one run makes of all. */
    const bool whole = shards_count(&h->shards) == h->shards.of;
    out_line(w, "shards", whole ? SIA_STR("1") : of);
    out_line(w, "shard", whole ? SIA_STR("1") : which);
    out(w, SIA_STR("\n"));
    return w;
}

/* What of the row is to be told from the next is copied: its own strings may be gone by then. */
static void keep(part_writer *w, const part_row *r, uint32_t same)
{
    size_t at = 0;
    for (uint32_t i = 0; i < same; i++) at += w->last.field[i].n;
    w->kept.n = (uint32_t)at;
    for (uint32_t i = same; i < r->n; i++)
        for (size_t k = 0; k < r->field[i].n; k++) sia_push(w->a, &w->kept, r->field[i].p[k]);
    at = 0;
    for (uint32_t i = 0; i < r->n; i++) {
        w->last.field[i] = (sia_str){ w->kept.v + at, r->field[i].n };
        at += r->field[i].n;
    }
    w->last.n = r->n;
}

void part_put(part_writer *w, const part_row *r)
{
    uint32_t same = 0;
    while (same < r->n && same < w->last.n && sia_str_eq(r->field[same], w->last.field[same])) same++;
    for (uint32_t i = 0; i < r->n; i++) {
        if (i >= same) out(w, r->field[i]);
        out(w, SIA_STR("\t"));
    }
    for (uint32_t i = 0; i < r->counts; i++) {
        if (i) out(w, SIA_STR(" "));
        out_count(w, r->count[i]);
    }
    out(w, SIA_STR("\n"));
    w->rows++;
    if (sia_arena_ok(w->a)) keep(w, r, same);
}

sia_status part_writer_end(part_writer *w, sia_str where, sia_err *err)
{
    char digest[65];
    flush(w);
    sia_digest so_far = w->digest;
    sia_digest_end(&so_far, digest);
    out(w, SIA_STR("#end\t"));
    out_count(w, w->rows);
    out_line(w, "", sia_str_of(digest));
    flush(w);
    if (w->failed) return sia_fail(err, SIA_MSG_WRITE, w->failed, where, "");
    return sia_arena_ok(w->a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, where, "");
}
