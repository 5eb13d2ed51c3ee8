/* Sorted runs of records in a file, written and made fewer. */
#define _POSIX_C_SOURCE 200809L
#include "pile.h"
#include "unnamed.h"
#include <errno.h>
#include <unistd.h>

void pile_open(pile *p, sia_arena *a)
{
    *p = (pile){ .a = a, .fd = -1, .where = SIA_STR("") };
    pthread_mutex_init(&p->lock, NULL);
}

void pile_close(pile *p)
{
    if (p->fd >= 0) close(p->fd);
    pthread_mutex_destroy(&p->lock);
}

static sia_status allot(pile *p, uint64_t n, pile_run *out, sia_err *err)
{
    pthread_mutex_lock(&p->lock);
    sia_status st = p->fd < 0 ? unnamed_open(&p->fd, &p->where, p->a, err) : SIA_OK;
    *out = (pile_run){ p->end, n };
    if (!st) {
        p->end += n;
        sia_push(p->a, &p->run, *out);
        if (!sia_arena_ok(p->a)) st = sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    }
    pthread_mutex_unlock(&p->lock);
    return st;
}

static sia_status put_at(const pile *p, const sia_keyed *v, size_t n, uint64_t at, sia_err *err)
{
    errno = 0;
    if (unnamed_write(p->fd, (const char *)v, n * sizeof *v, at * sizeof *v)) return SIA_OK;
    return sia_fail(err, SIA_MSG_SPILL, errno ? errno : ENOSPC, p->where, "");
}

sia_status pile_add(pile *p, const sia_keyed *v, size_t n, sia_err *err)
{
    pile_run to;
    SIA_TRY(allot(p, n, &to, err));
    return put_at(p, v, n, to.at, err);
}

/* n runs of `from` as one. */
static sia_status join(pile *to, sources *s, const pile *from, size_t first, size_t n, size_t room, sia_err *err)
{
    pile_run out;
    SIA_TRY(sources_of(s, from, n, room, err));
    for (size_t i = 0; i < n; i++) s->v[i] = (source){ .at = from->run.v[first + i].at, .left = from->run.v[first + i].n };
    SIA_TRY(sources_begin(s, n, err));
    sia_keyed *buf = sia_alloc_raw(s->a, sizeof *buf, room);
    if (!buf) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(allot(to, 0, &out, err));
    for (size_t k = 0, more = 1; more; k = 0) {
        while (k < room && (more = sources_next(s, &buf[k]))) k++;
        SIA_TRY(put_at(to, buf, k, to->end, err));
        to->end += k;
    }
    if (s->err.status && err) *err = s->err;
    to->run.v[to->run.n - 1].n = to->end - out.at;
    return s->err.status;
}

sia_status pile_narrow(pile *p, sources *s, size_t most, size_t room, sia_err *err)
{
    while (p->run.n > most) {
        pile to;
        pile_open(&to, p->a);
        sia_status st = SIA_OK;
        for (size_t i = 0; !st && i < p->run.n; i += most)
            st = join(&to, s, p, i, p->run.n - i < most ? p->run.n - i : most, room, err);
        if (st) { pile_close(&to); return st; }
        close(p->fd);
        p->fd = to.fd;
        p->end = to.end;
        p->run.v = to.run.v;
        p->run.n = to.run.n;
        p->run.cap = to.run.cap;
        pthread_mutex_destroy(&to.lock);
    }
    return SIA_OK;
}
