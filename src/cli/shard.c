/* One shard of a run's works. */
#define _POSIX_C_SOURCE 200809L
#include "given.h"
#include "meta.h"
#include "shard.h"
#include <stdlib.h>
#include <sys/stat.h>

sia_status shard_parse(const char *s, uint32_t *shard, uint32_t *of, sia_err *err)
{
    const char *slash = s ? strchr(s, '/') : NULL;
    uint64_t i = 1, n = 1;
    const bool ok = !s || (slash && part_count_of((sia_str){ s, (size_t)(slash - s) }, &i) && part_count_of(sia_str_of(slash + 1), &n));
    if (!ok || !i || i > n || n > PART_MOST_SHARDS) return sia_fail(err, SIA_MSG_SHARD, 0, SIA_STR("--shard"), "'%s'", s);
    *shard = (uint32_t)i;
    *of = (uint32_t)n;
    return SIA_OK;
}

void shard_keep(inputs *in, uint32_t shard, uint32_t of)
{
    uint32_t n = 0, works = 0, last = UINT32_MAX;
    inputs_by_work(in);
    for (uint32_t i = 0; i < in->files.n; i++) {
        works += !i || in->files.v[i].work_id != last;
        last = in->files.v[i].work_id;
        if ((works - 1) % of == shard - 1) in->files.v[n++] = in->files.v[i];
    }
    in->files.n = n;
}

/* ---- hashes ------------------------------------------------------------------------------------------- */

static void add_line(sia_digest *d, const char *key, sia_str value, sia_arena *a)
{
    const sia_str v = part_field(value, a);
    sia_digest_add(d, sia_str_of(key));
    sia_digest_add(d, SIA_STR("\t"));
    sia_digest_add(d, v);
    sia_digest_add(d, SIA_STR("\n"));
}

static bool put_hash(part_head *h, const char *key, sia_digest *d, sia_arena *a)
{
    char hex[65];
    sia_digest_end(d, hex);
    return part_head_put(h, key, sia_dup(a, (sia_str){ hex, 64 }), a);
}

/* What can be told of an input without reading it: each shard tells it of all. What stands in its own inputs it tells itself. */
static void add_input(sia_digest *d, const input *in, uint32_t columns, sia_arena *a)
{
    struct stat st = { 0 };
    if (!in->bytes.p) (void)!stat(in->path.p, &st);
    add_line(d, "path", in->path, a);
    add_line(d, "work", in->work, a);
    add_line(d, "size", sia_printf(a, "%lld", in->bytes.p ? (long long)in->bytes.n : (long long)st.st_size), a);
    for (uint32_t k = 0; in->meta && k < columns; k++) add_line(d, "meta", meta_value(in, k), a);
}

static bool put_inputs(part_head *h, const session *s)
{
    sia_digest d = sia_digest_new();
    for (uint32_t i = 0; i < s->in.files.n; i++) add_input(&d, &s->in.files.v[i], META_MOST, s->arena);
    return put_hash(h, "inputs", &d, s->arena);
}

static sia_status put_codebooks(part_head *h, session *s, sia_err *err)
{
    sia_digest d = sia_digest_new();
    for (unsigned i = 0; i < (s->set.codebooks.n ? s->set.codebooks.n : 1); i++) {
        sia_str bytes;
        SIA_TRY(data_book_bytes(s, &bytes, s->set.codebooks.n ? s->set.codebooks.v[i] : SHIPPED_BOOK, err));
        sia_digest_add(&d, bytes);
    }
    return put_hash(h, "codebook", &d, s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

/* ---- settings -------------------------------------------------------------------------------------------- */

typedef struct { session *s; sia_digest d; sia_err *err; sia_status st; } hashing;

/* No count depends on these; the codebooks have a hash of their own. */
static bool beside_counts(const char *name)
{
    static const char *const names[] = { "shard", "output", "threads", "quiet", "memory", "cache", "codebook", "help" };
    for (size_t i = 0; i < SIA_COUNT_OF(names); i++) if (!strcmp(names[i], name)) return true;
    return false;
}

/* Of a file its content: shards may find it under names of their own. */
static bool add_option(void *ctx, const opt *o, const char *value)
{
    hashing *x = ctx;
    char hex[65];
    sia_str bytes;
    if (beside_counts(o->name)) return true;
    if (value && o->arg && !strcmp(o->arg, "FILE")) {
        x->st = sia_read_file(&bytes, value, x->s->arena, x->err);
        if (x->st) return false;
        sia_sha256(hex, &bytes, 1);
        value = hex;
    }
    add_line(&x->d, o->name, sia_str_of(value ? value : ""), x->s->arena);
    return true;
}

static sia_status put_settings(part_head *h, session *s, const opt_verb *v, sia_err *err)
{
    hashing x = { s, sia_digest_new(), err, SIA_OK };
    sia_str roots;
    if (!given_each(v, &s->set, add_option, &x, s->arena)) return x.st ? x.st : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(sia_read_file(&roots, data_roots_path(s->arena).p, s->arena, err));
    sia_digest_add(&x.d, roots);
    return put_hash(h, "settings", &x.d, s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

sia_status shard_head(part_head *h, session *s, const opt_verb *v, uint32_t shard, uint32_t of, sia_err *err)
{
    *h = (part_head){ .shards = { of, sia_new(s->arena, uint8_t, of) } };
    if (!h->shards.has) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    h->shards.has[shard - 1] = 1;
    if (!part_head_put(h, "program", SIA_STR(SIA_VERSION), s->arena) || !put_inputs(h, s)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(put_codebooks(h, s, err));
    SIA_TRY(put_settings(h, s, v, err));
    const char *by = s->set.by, *unit = s->set.unit ? s->set.unit : "sentence", *columns = s->set.columns ? s->set.columns : "";
    const bool ok = part_head_put(h, "works", sia_printf(s->arena, "%u", s->in.works), s->arena)
                    && part_head_put(h, "by", sia_str_of(by), s->arena) && part_head_put(h, "unit", sia_str_of(unit), s->arena)
                    && part_head_put(h, "columns", sia_str_of(columns), s->arena);
    return ok ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}
