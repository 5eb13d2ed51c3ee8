/* The spool: rows in a file of their own, as lengths and bytes. */
#define _POSIX_C_SOURCE 200809L
#include "spool.h"
#include "unnamed.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct { uint32_t key, n; uint64_t at; } row;        /* n: bytes of it */

struct spool { FILE *f; sia_arena *a; sia_str where; SIA_VEC(row) rows; int failed; };

enum { TEXT_CELL = 't', COUNT_CELL = 'c', NO_CELL = '-' };

sia_status spool_open(spool **out, sia_arena *a, sia_err *err)
{
    int fd;
    spool *p = sia_new(a, spool, 1);
    if (!p) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(unnamed_open(&fd, &p->where, a, err));
    p->a = a;
    p->f = fdopen(fd, "w+b");
    if (!p->f) { close(fd); return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), ""); }
    *out = p;
    return SIA_OK;
}

void spool_close(spool *p)
{
    if (p && p->f) fclose(p->f);
    if (p) p->f = NULL;
}

/* ---- in ---------------------------------------------------------------------------------------------------------------- */

static void put(spool *p, const void *bytes, size_t n)
{
    if (!p->rows.n) return;                                  /* no memory for the row: told at the end */
    if (!p->failed && n && fwrite(bytes, 1, n, p->f) != n) p->failed = errno ? errno : EIO;
    p->rows.v[p->rows.n - 1].n += (uint32_t)n;
}

void spool_row(spool *p, uint32_t key)
{
    const row *last = p->rows.n ? &p->rows.v[p->rows.n - 1] : NULL;
    const row fresh = { key, 0, last ? last->at + last->n : 0 };
    sia_push(p->a, &p->rows, fresh);
}

void spool_text(spool *p, sia_str s)
{
    const uint64_t n = s.n;
    put(p, &(char){ TEXT_CELL }, 1);
    put(p, &n, sizeof n);
    put(p, s.p, s.n);
}

void spool_count(spool *p, uint64_t v)
{
    put(p, &(char){ COUNT_CELL }, 1);
    put(p, &v, sizeof v);
}

void spool_none(spool *p) { put(p, &(char){ NO_CELL }, 1); }

/* ---- out ----------------------------------------------------------------------------------------------------------------- */

static int by_key(const void *x, const void *y)
{
    const row *a = x, *b = y;
    return a->key != b->key ? (a->key > b->key) - (a->key < b->key) : (a->at > b->at) - (a->at < b->at);
}

static void cells(sia_table *t, const char *c, const char *end)
{
    uint64_t v;
    while (c < end) {
        const char kind = *c++;
        if (kind == NO_CELL) { sia_put_none(t); continue; }
        memcpy(&v, c, sizeof v);
        c += sizeof v;
        if (kind == COUNT_CELL) { sia_put_count(t, v); continue; }
        sia_put_text(t, (sia_str){ c, v });
        c += v;
    }
}

static sia_status read_back(spool *p, sia_table *t, sia_err *err)
{
    uint32_t most = 1;
    for (uint32_t i = 0; i < p->rows.n; i++) if (p->rows.v[i].n > most) most = p->rows.v[i].n;
    char *bytes = sia_alloc_raw(p->a, 1, most);
    if (!bytes) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (p->rows.n) qsort(p->rows.v, p->rows.n, sizeof *p->rows.v, by_key);
    for (uint32_t i = 0; i < p->rows.n; i++) {
        const row *r = &p->rows.v[i];
        if (!unnamed_read(fileno(p->f), bytes, r->n, r->at)) return sia_fail(err, SIA_MSG_READ, errno, p->where, "");
        cells(t, bytes, bytes + r->n);
    }
    return SIA_OK;
}

sia_status spool_flush(spool *p, sia_table *t, sia_err *err)
{
    if (!p->failed && fflush(p->f)) p->failed = errno;
    if (p->failed) return sia_fail(err, SIA_MSG_WRITE, p->failed, p->where, "");
    if (!sia_arena_ok(p->a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    return read_back(p, t, err);
}
