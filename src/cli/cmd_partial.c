/* siasat partial: the counts of one shard, whole or not at all. */
#define _POSIX_C_SOURCE 200809L
#include "partcount.h"
#include "shard.h"
#include <unistd.h>

/* What is not as it was when the partial was made: what its head tells, the shard, an input. NULL: nothing. */
static sia_status difference(const char **what, part *p, const session *s, const part_head *h, sia_err *err)
{
    const input *changed = NULL;
    *what = part_head_differ(&p->head, h);
    if (!*what && memcmp(p->head.shards.has, h->shards.has, h->shards.of) != 0) *what = "shard";
    if (*what) return SIA_OK;
    SIA_TRY(part_inputs_compare(&changed, p, s, err));
    if (changed) *what = sia_printf(s->arena, "inputs: %s", changed->path.p).p;
    return SIA_OK;
}

/* Is this very shard of this very run there, and whole? Then there is nothing to do. Damage is written over; another run's counts
 * are not. */
static sia_status look_at_what_stands(const session *s, const part_head *h, bool *whole, sia_err *err)
{
    part p = { .mapped = 0 };
    sia_err why;
    *whole = false;
    if (!s->set.output || access(s->set.output, F_OK)) return SIA_OK;
    const sia_str name = sia_str_of(s->set.output);
    const sia_status st = part_open(&p, s->set.output, s->arena, &why);
    const char *differs = NULL;
    const sia_status failed = st ? SIA_OK : difference(&differs, &p, s, h, err);
    part_close(&p);
    if (failed) return failed;
    *whole = !st && !differs;
    if (differs) return sia_fail(err, SIA_MSG_PART_STANDS, 0, name, "%s", differs);
    if (st && p.bytes.n && why.msg == SIA_MSG_PART_NOT) return sia_fail(err, SIA_MSG_PART_NOT, 0, name, "");
    if (st && p.bytes.n) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_PART_AGAIN, s->lang), s->set.output).p);
    return SIA_OK;
}

static sia_status write_shard(counting *c, run *r, const part_head *h, sia_err *err)
{
    session *s = r->s;
    sia_sink to;
    SIA_TRY(session_plain(s, &to, err));
    part_writer *w = part_writer_new(h, to, s->arena);
    if (!w) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(counting_write(c, r, w, err));
    SIA_TRY(part_writer_end(w, s->sink_name, err));
    return session_close(s, err);
}

static sia_status count(counting *c, run *r, const part_head *h, sia_err *err)
{
    SIA_TRY(run_documents(r, err));
    if (c->fault.status) { *err = c->fault; return c->fault.status; }
    SIA_TRY(write_shard(c, r, h, err));
    run_say_counted(r);
    r->s->failed = 0;                                        /* told in the partial: merge tells of them, and its status does */
    return SIA_OK;
}

static sia_status prepare(session *s, sia_err *err)
{
    if (s->set.dedup) return sia_fail(err, SIA_MSG_SHARD_DEDUP, 0, SIA_STR(""), "--dedup");
    SIA_TRY(session_inputs(s, 0, err));
    if (s->in.failed.n) { *err = s->in.failed.v[0]; return err->status; }        /* a folder that this computer does not see */
    for (uint32_t i = 0; i < s->in.files.n; i++)
        if (sia_str_eq(s->in.files.v[i].path, SIA_STR("-"))) return sia_fail(err, SIA_MSG_SHARD_STDIN, 0, SIA_STR(""), "");
    return SIA_OK;
}

/* Tables are no options of the shell's any more where they were named in another order. */
static sia_status name_tables(part_head *h, const counting *c, const session *s, sia_err *err)
{
    for (uint32_t i = 0; i < c->n; i++)
        if (!part_head_put(h, "table", c->v[i].name, s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    return SIA_OK;
}

static sia_status partial(session *s, sia_err *err)
{
    uint32_t shard, of;
    part_head h;
    bool whole;
    counting *c = sia_new(s->arena, counting, 1);
    run r = { .s = s, .digest = counting_digest, .deliver = counting_deliver, .unread = counting_unread, .ctx = c };
    if (!c) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(shard_parse(s->set.shard, &shard, &of, err));
    SIA_TRY(prepare(s, err));
    SIA_TRY(shard_head(&h, s, &cmd_partial.opts, shard, of, err));
    SIA_TRY(counting_open(c, &r, err));
    SIA_TRY(name_tables(&h, c, s, err));
    shard_keep(&s->in, shard, of);
    SIA_TRY(look_at_what_stands(s, &h, &whole, err));
    if (whole) {
        say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_PART_WHOLE, s->lang), s->set.output, shards_text(&h.shards, false, s->arena).p).p);
        return SIA_OK;
    }
    r.contents = sia_new(s->arena, run_content, (size_t)s->in.files.n + 1);
    if (!r.contents) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    const sia_status st = count(c, &r, &h, err);
    run_end(&r);
    return st;
}

const command cmd_partial = {
    { "partial", "[INPUT...]", SIA_MSG_CMD_PARTIAL,
      { &opts_part_output, &opts_partial, &opts_input, &opts_codebook, &opts_general },
      { "siasat partial --shard 3/10 -o parts/3.part skripsi/", "siasat partial --table freq:word --table cooc:lemma -o semua.part skripsi/" } },
    partial,
};
