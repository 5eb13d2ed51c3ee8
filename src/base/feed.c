/* A helper program that is fed piece by piece: what is put into its sink goes to it, what it writes goes to another. */
#include "helper.h"

struct sia_feed {
    sia_helping r;
    sia_sink    out;
    sia_str     where;                      /* the name of `out` */
    sia_status  st;                         /* the first failure sticks */
    sia_err     own;
};

static sia_status pass_on(sia_helping *r, const char *p, size_t n)
{
    sia_feed *f = (sia_feed *)(void *)r;
    const int failed = f->out.write(f->out.ctx, p, n);
    return failed ? sia_fail(r->err, SIA_MSG_WRITE, failed, f->where, "") : SIA_OK;
}

/* A failure is told at the close; what is put after it is forgotten. */
static int put(void *ctx, const char *p, size_t n)
{
    sia_feed *f = ctx;
    f->r.in = (sia_str){ p, n };
    if (!f->st) f->st = sia_helping_talk(&f->r);
    return 0;
}

sia_status sia_feed_open(sia_feed **out, const sia_helper *h, sia_sink to, sia_str where, sia_arena *a, sia_err *err)
{
    sia_feed *f = sia_new(a, sia_feed, 1);
    if (!f) return sia_fail(err, SIA_MSG_NOMEM, 0, where, "");
    f->out = to;
    f->where = where;
    f->r = (sia_helping){ .h = h, .name = where, .take = pass_on, .err = &f->own, .more = true };
    const sia_status st = sia_helping_start(&f->r);
    if (!st) *out = f;
    else if (err) *err = f->own;
    return st ? sia_helping_end(&f->r, st, NULL) : SIA_OK;
}

sia_sink sia_feed_sink(sia_feed *f) { return (sia_sink){ put, f }; }

sia_status sia_feed_close(sia_feed *f, unsigned *lacks, uint64_t *cut, sia_err *err)
{
    f->r.more = false;
    f->r.in = SIA_STR("");
    if (!f->st) f->st = sia_helping_talk(&f->r);
    f->st = sia_helping_end(&f->r, f->st, lacks);
    *cut = f->r.cut;
    if (f->st && err) *err = f->own;
    return f->st;
}

void sia_feed_drop(sia_feed *f)
{
    if (f) (void)sia_helping_end(&f->r, SIA_EIO, NULL);
}
