/* Reading partials: nothing in them is believed before all of it has been checked. */
#define _POSIX_C_SOURCE 200809L
#include "partfile.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char magic[] = "siasat-partial\t", version[] = "1", end_mark[] = "#end\t";

bool part_is(sia_str bytes) { return bytes.n >= sizeof magic - 1 && !memcmp(bytes.p, magic, sizeof magic - 1); }

/* ---- the head ---------------------------------------------------------------------------------------- */

sia_str part_head_get(const part_head *h, const char *key)
{
    for (uint32_t i = 0; i < h->n; i++)
        if (sia_str_eq(h->line[i].key, sia_str_of(key))) return h->line[i].value;
    return SIA_STR("");
}

bool part_head_put(part_head *h, const char *key, sia_str value, sia_arena *a)
{
    if (h->n == PART_LINES) return false;
    h->line[h->n++] = (part_line){ sia_str_of(key), part_field(value, a) };
    return sia_arena_ok(a);
}

const char *part_head_differ(const part_head *a, const part_head *b)
{
    if (a->shards.of != b->shards.of) return "shards";
    if (a->n != b->n) return "tables";
    for (uint32_t i = 0; i < a->n; i++)
        if (!sia_str_eq(a->line[i].key, b->line[i].key) || !sia_str_eq(a->line[i].value, b->line[i].value)) return a->line[i].key.p;
    return NULL;
}

/* ---- lines -------------------------------------------------------------------------------------------- */

typedef struct { part *p; sia_arena *a; size_t at, end; uint32_t line; sia_err *err; } reading;     /* end: where the trailer begins */

/* What cannot be kept looks like what makes no sense. */
static sia_status wrong(const reading *x, sia_msg msg)
{
    return sia_fail_at(x->err, sia_arena_ok(x->a) ? msg : SIA_MSG_NOMEM, x->p->path, x->line, 0, "");
}

/* The next line, without its end. */
static sia_str next_line(reading *x)
{
    const char *from = x->p->bytes.p + x->at, *to = memchr(from, '\n', x->end - x->at);
    const size_t n = to ? (size_t)(to - from) : x->end - x->at;
    x->at += n + (to != NULL);
    x->line++;
    return (sia_str){ from, n };
}

/* Keys of the head are words of ours: what else stands there would not be written again as it was read. */
static bool is_key(sia_str key)
{
    for (size_t i = 0; i < key.n; i++) if (key.p[i] != '_' && key.p[i] != '-' && (key.p[i] < 'a' || key.p[i] > 'z')) return false;
    return key.n;
}

static bool take_head_line(reading *x, sia_str line)
{
    part_head *h = &x->p->head;
    const char *tab = memchr(line.p, '\t', line.n);
    if (!tab || !is_key((sia_str){ line.p, (size_t)(tab - line.p) }) || h->n == PART_LINES || memchr(line.p, 0, line.n)) return false;
    const size_t k = (size_t)(tab - line.p);
    const sia_str key = sia_dup(x->a, (sia_str){ line.p, k }), value = { tab + 1, line.n - k - 1 };
    uint64_t n;
    if (sia_str_eq(key, SIA_STR("shards"))) {
        if (!part_count_of(value, &n) || !n || n > PART_MOST_SHARDS) return false;
        h->shards.of = (uint32_t)n;
        return true;
    }
    if (sia_str_eq(key, SIA_STR("shard"))) return shards_parse(&h->shards, h->shards.of, value, x->a);
    h->line[h->n++] = (part_line){ key, value };
    return value.n;
}

static sia_status take_head(reading *x)
{
    const sia_str first = next_line(x);
    if (!sia_str_eq((sia_str){ first.p + sizeof magic - 1, first.n - (sizeof magic - 1) }, sia_str_of(version))) return wrong(x, SIA_MSG_PART_LATER);
    for (sia_str line; (line = next_line(x)).n; )
        if (!take_head_line(x, line)) return wrong(x, SIA_MSG_PART_ROW);
    return x->p->head.shards.has && x->at <= x->end ? SIA_OK : wrong(x, SIA_MSG_PART_ROW);
}

static sia_status take_rows(reading *x, uint64_t *n)
{
    part *p = x->p;
    part_row row = { .n = 0 };
    for (*n = 0; x->at < x->end; ++*n) {
        const size_t from = x->at;
        const sia_str line = next_line(x);
        const bool new_table = line.n && *line.p != '\t';
        if (!part_row_take(&row, line)) return wrong(x, SIA_MSG_PART_ROW);
        if (new_table && p->tables.n) p->tables.v[p->tables.n - 1].to = from;
        if (new_table) sia_push(x->a, &p->tables, (part_table){ row.field[0], from, x->end });
    }
    return SIA_OK;
}

/* ---- the trailer ---------------------------------------------------------------------------------------- */

/* Where the last line begins, if it is a trailer; its two fields. */
static bool find_trailer(reading *x, sia_str *rows, sia_str *digest)
{
    const sia_str b = x->p->bytes;
    size_t from = b.n - 1;
    if (!b.n || b.p[b.n - 1] != '\n') return false;
    while (from && b.p[from - 1] != '\n') from--;
    const sia_str line = { b.p + from, b.n - 1 - from };
    const size_t mark = sizeof end_mark - 1;
    if (line.n < mark + 1 + 65 || memcmp(line.p, end_mark, mark) || line.p[line.n - 65] != '\t') return false;
    *rows = (sia_str){ line.p + mark, line.n - 65 - mark };
    *digest = (sia_str){ line.p + line.n - 64, 64 };
    x->end = from;
    return true;
}

sia_status part_read(part *p, sia_str path, sia_str bytes, sia_arena *a, sia_err *err)
{
    *p = (part){ .path = path, .bytes = bytes };
    reading x = { .p = p, .a = a, .err = err };
    sia_str rows, digest;
    char is[65];
    uint64_t n, said;
    if (!part_is(bytes)) return sia_fail(err, SIA_MSG_PART_NOT, 0, path, "");
    if (!find_trailer(&x, &rows, &digest)) return sia_fail(err, SIA_MSG_PART_SHORT, 0, path, "");
    sia_sha256(is, &(sia_str){ bytes.p, x.end }, 1);
    if (!sia_str_eq(digest, (sia_str){ is, 64 })) return sia_fail(err, SIA_MSG_PART_DIGEST, 0, path, "");
    SIA_TRY(take_head(&x));
    SIA_TRY(take_rows(&x, &n));
    if (!part_count_of(rows, &said) || said != n) return sia_fail(err, SIA_MSG_PART_SHORT, 0, path, "");
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, path, "");
}

/* ---- files ------------------------------------------------------------------------------------------------ */

static sia_status map(sia_str *out, int fd, sia_str path, sia_err *err)
{
    struct stat st;
    if (fstat(fd, &st)) return sia_fail(err, SIA_MSG_READ, errno, path, "");
    if (!S_ISREG(st.st_mode)) return sia_fail(err, S_ISDIR(st.st_mode) ? SIA_MSG_IS_DIR : SIA_MSG_NOT_FILE, 0, path, "");
    *out = SIA_STR("");
    if (!st.st_size) return SIA_OK;
    void *at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (at == MAP_FAILED) return sia_fail(err, errno == ENOMEM ? SIA_MSG_NOMEM : SIA_MSG_READ, errno, path, "");
    *out = (sia_str){ at, (size_t)st.st_size };
    return SIA_OK;
}

sia_status part_open(part *p, const char *path, sia_arena *a, sia_err *err)
{
    sia_str bytes;
    *p = (part){ .path = sia_str_of(path) };
    const int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) return sia_fail(err, SIA_MSG_OPEN, errno, p->path, "");
    sia_status st = map(&bytes, fd, p->path, err);
    close(fd);
    if (st) return st;
    st = part_read(p, p->path, bytes, a, err);
    p->mapped = bytes.n;
    return st;
}

void part_close(part *p)
{
    if (p->mapped) munmap((void *)(uintptr_t)p->bytes.p, p->mapped);
    p->mapped = 0;
}
