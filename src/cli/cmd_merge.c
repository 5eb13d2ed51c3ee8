/* siasat merge: the sum of partials, in any order and in any tree the same bytes. */
#include "merged.h"
#include "partcount.h"

/* ---- as a partial again ------------------------------------------------------------------------------- */

static sia_status put_row(void *ctx, const part_row *r, sia_err *err)
{
    (void)err;
    part_put(ctx, r);
    return SIA_OK;
}

static void say_shards(const session *s, const parts *x)
{
    const sia_str has = shards_text(&x->shards, false, s->arena), lacks = shards_text(&x->shards, true, s->arena);
    sia_str line = sia_printf(s->arena, sia_word(SIA_MSG_SAY_PART_HAS, s->lang), has.p, sia_printf(s->arena, "%u", x->shards.of).p);
    if (lacks.n) line = sia_printf(s->arena, "%s%s", line.p, sia_printf(s->arena, sia_word(SIA_MSG_SAY_PART_LACKS, s->lang), lacks.p).p);
    say(s, line.p);
}

static sia_status write_sum(session *s, const parts *x, sia_err *err)
{
    part_head h = x->v[0].head;
    sia_sink to;
    h.shards = x->shards;
    SIA_TRY(session_plain(s, &to, err));
    part_writer *w = part_writer_new(&h, to, s->arena);
    if (!w) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(parts_each(x, NULL, put_row, w, err));
    SIA_TRY(part_writer_end(w, s->sink_name, err));
    SIA_TRY(session_close(s, err));
    say_shards(s, x);
    return SIA_OK;
}

/* ---- as a table ------------------------------------------------------------------------------------------ */

static sia_status no_table(const session *s, const part_head *h, sia_err *err)
{
    sia_str there = SIA_STR("");
    for (uint32_t i = 0; i < h->n; i++)
        if (sia_str_eq(h->line[i].key, SIA_STR("table")))
            there = sia_printf(s->arena, "%s%s%.*s", there.p, there.n ? ", " : "", (int)h->line[i].value.n, h->line[i].value.p);
    return sia_fail(err, SIA_MSG_PART_TABLE, 0, sia_str_of(s->set.table), "%s", there.p);
}

/* The table by its name; or by what stands before the colon, where that is but one. */
static sia_status find_table(const session *s, const part_head *h, const char **name, sia_err *err)
{
    const sia_str wish = sia_str_of(s->set.table);
    uint32_t found = 0;
    for (uint32_t i = 0; i < h->n; i++) {
        const sia_str v = h->line[i].value;
        if (!sia_str_eq(h->line[i].key, SIA_STR("table"))) continue;
        const bool whole = sia_str_eq(v, wish), kind = v.n > wish.n && v.p[wish.n] == ':' && !memcmp(v.p, wish.p, wish.n);
        if (!whole && !kind) continue;
        *name = sia_dup(s->arena, v).p;
        if (whole) return SIA_OK;
        found++;
    }
    return found == 1 ? SIA_OK : no_table(s, h, err);
}

/* What the partials were counted by, where the verbs look for it. */
static void take_settings(session *s, const part_head *h)
{
    s->set.by = sia_dup(s->arena, part_text(part_head_get(h, "by"), s->arena)).p;
    s->set.unit = sia_dup(s->arena, part_text(part_head_get(h, "unit"), s->arena)).p;
    s->set.columns = sia_dup(s->arena, part_text(part_head_get(h, "columns"), s->arena)).p;
}

static sia_status print_table(session *s, const parts *x, sia_err *err)
{
    const part_head *h = &x->v[0].head;
    merged m = { .p = x };
    count_kind kind;
    item_kind of;
    SIA_TRY(find_table(s, h, &m.table, err));
    if (!counted_parse(sia_str_of(m.table), &kind, &of)) return no_table(s, h, err);
    take_settings(s, h);
    s->set.of = (int)of;
    s->merged = &m;
    const command *verb = kind == COUNT_FREQ ? &cmd_freq : kind == COUNT_COOC ? &cmd_cooc : &cmd_tag;
    s->about = verb->opts.about;
    const sia_status st = verb->run(s, err);
    s->merged = NULL;
    return st;
}

/* ---- the verb ----------------------------------------------------------------------------------------------- */

/* A table of some works looks like one of all. */
static sia_status complete(session *s, const parts *x, sia_err *err)
{
    const sia_str missing = shards_text(&x->shards, true, s->arena);
    if (!missing.n || (s->set.some && !s->set.table)) return SIA_OK;
    return sia_fail(err, SIA_MSG_PART_MISSING, 0, SIA_STR(""), "%s", missing.p);
}

static sia_status merge(session *s, sia_err *err)
{
    parts x;
    if (!s->operands) return sia_fail(err, SIA_MSG_MERGE_WHAT, 0, SIA_STR("merge"), "");
    sia_status st = parts_open(&x, s->operand, (uint32_t)s->operands, s->arena, err);
    if (!st) st = complete(s, &x, err);
    if (!st) st = s->set.table ? print_table(s, &x, err) : write_sum(s, &x, err);
    parts_close(&x);
    return st;
}

const command cmd_merge = {
    { "merge", "PARTIAL...", SIA_MSG_CMD_MERGE, { &opts_merge, &opts_output, &opts_general },
      { "siasat merge parts/*.part -o semua.part", "siasat merge semua.part --table freq:word --top 100 -o kata.csv",
        "siasat merge semua.part --table cooc -o pasangan.xlsx" } },
    merge,
};
