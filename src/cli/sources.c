/* Sorted runs read side by side: a heap of them, by the record that is next in each. */
#define _POSIX_C_SOURCE 200809L
#include "pile.h"
#include "unnamed.h"
#include <errno.h>

sia_status sources_of(sources *s, const pile *from, size_t n, size_t room, sia_err *err)
{
    sia_arena *a = s->a;
    if (a) sia_arena_reset(a);
    else a = sia_arena_new(NULL, 0);
    *s = (sources){ .a = a, .from = from, .room = room, .sums = s->sums };
    if (a) s->v = sia_new(a, source, n + 1);
    if (s->v) s->heap = sia_new(a, uint32_t, n + 1);
    return s->heap ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

/* The next records of a run into its buffer. */
static bool fill(sources *s, source *r)
{
    r->i = 0;
    r->n = r->left < s->room ? (size_t)r->left : s->room;
    r->v = r->buffer;
    if (!unnamed_read(s->from->fd, (char *)r->buffer, r->n * sizeof *r->v, r->at * sizeof *r->v)) {
        r->n = 0;
        return sia_fail(&s->err, SIA_MSG_READ, errno ? errno : EIO, s->from->where, "") == SIA_OK;
    }
    r->at += r->n;
    r->left -= r->n;
    return true;
}

static bool before(const sources *s, uint32_t x, uint32_t y)
{
    const sia_keyed *a = &s->v[x].v[s->v[x].i], *b = &s->v[y].v[s->v[y].i];
    return a->key != b->key ? a->key < b->key : a->with < b->with;
}

static void sink(sources *s, uint32_t at)
{
    for (uint32_t child; (child = 2 * at + 1) < s->n; at = child) {
        if (child + 1 < s->n && before(s, s->heap[child + 1], s->heap[child])) child++;
        if (!before(s, s->heap[child], s->heap[at])) return;
        const uint32_t x = s->heap[at];
        s->heap[at] = s->heap[child];
        s->heap[child] = x;
    }
}

sia_status sources_begin(sources *s, size_t n, sia_err *err)
{
    for (size_t i = 0; i < n; i++) {
        source *r = &s->v[i];
        if (r->left && !(r->buffer = sia_alloc_raw(s->a, sizeof *r->buffer, s->room))) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
        if (r->left && !fill(s, r)) {
            if (err) *err = s->err;
            return s->err.status;
        }
        if (r->n) s->heap[s->n++] = (uint32_t)i;
    }
    for (uint32_t i = s->n / 2; i-- > 0; ) sink(s, i);
    return SIA_OK;
}

/* The smallest record, taken out. */
static bool take(sources *s, sia_keyed *to)
{
    if (!s->n) return false;
    source *r = &s->v[s->heap[0]];
    *to = r->v[r->i++];
    if (r->i == r->n && r->left && !fill(s, r)) return false;
    if (r->i == r->n) s->heap[0] = s->heap[--s->n];
    sink(s, 0);
    return true;
}

static bool same_key_next(const sources *s, uint64_t key)
{
    return s->n && s->v[s->heap[0]].v[s->v[s->heap[0]].i].key == key;
}

bool sources_next(sources *s, sia_keyed *to)
{
    sia_keyed more;
    if (s->err.status || !take(s, to)) return false;
    while (s->sums && same_key_next(s, to->key) && take(s, &more)) to->with += more.with;
    return !s->err.status;
}
