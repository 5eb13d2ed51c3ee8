/* siasat text: the reading text itself; with --marks the input with its reader's marks or, in a table, what was found in it; with
 * --repairs what was mended. */
#include "formats.h"
#include "whereabouts.h"
#include "run.h"

typedef struct { sia_sink out; } plain;

static sia_status whole(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)made;
    plain *p = r->ctx;
    sia_str s = d->text.s;
    int failed = p->out.write(p->out.ctx, s.p, s.n);
    if (!failed && s.n && s.p[s.n - 1] != '\n') failed = p->out.write(p->out.ctx, "\n", 1);
    return failed ? sia_fail(err, SIA_MSG_WRITE, failed, r->s->sink_name, "") : SIA_OK;
}

static sia_status marked(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)made;
    const plain *p = r->ctx;
    return sia_text_marks(&d->text, p->out, r->s->sink_name, err);
}

static void put_raw_place(sia_table *t, const sia_text *x, uint32_t raw, uint32_t raw_len)
{
    sia_place p = sia_text_place(x, raw);
    sia_put_count(t, p.line);
    sia_put_count(t, p.col);
    sia_put_count(t, sia_text_point(x, raw));
    sia_put_count(t, sia_text_point(x, raw + raw_len));
}

static sia_status repairs(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)made;
    (void)err;
    sia_table *t = r->s->table;
    for (uint32_t k = 0; k < d->text.fixes.n; k++) {
        const sia_fix *f = &d->text.fixes.v[k];
        sia_put_text(t, d->text.name);
        put_raw_place(t, &d->text, f->raw, f->raw_len);
        sia_put_text(t, sia_str_of(sia_fix_name(f->kind)));
        sia_put_text(t, (sia_str){ d->text.in.p + f->raw, f->raw_len });
        sia_put_text(t, (sia_str){ d->text.s.p + f->at, f->len });
    }
    return SIA_OK;
}

static void put_mark(sia_table *t, const sia_doc *d, sia_span span, const char *kind, sia_str what)
{
    sia_span raw = sia_text_raw(&d->text, span);
    sia_put_text(t, d->text.name);
    put_raw_place(t, &d->text, raw.off, raw.len);
    sia_put_text(t, sia_str_of(kind));
    sia_put_text(t, what);
}

/* Pages and blocks in one list, by place. */
static sia_status marks(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)made;
    (void)err;
    uint32_t page = 0;
    for (uint32_t k = 0; k <= d->blocks.n; k++) {
        uint32_t at = k < d->blocks.n ? d->blocks.v[k].span.off : UINT32_MAX;
        for (; page < d->text.pages.n && d->text.pages.v[page].at <= at; page++)
            put_mark(r->s->table, d, (sia_span){ d->text.pages.v[page].at, 0 }, "page", d->text.pages.v[page].label);
        if (k == d->blocks.n) break;
        const sia_block *b = &d->blocks.v[k];
        put_mark(r->s->table, d, b->span, sia_block_name((sia_block_kind)b->kind), one_line(d, b->span.off, sia_end(b->span)));
    }
    return SIA_OK;
}

static sia_status text(session *s, sia_err *err)
{
    plain p;
    const bool table = format_asked(s) >= 0, found = s->set.marks && table;
    run r = { .s = s, .upto = found ? UPTO_SEGMENTS : UPTO_READ, .ctx = &p };
    r.deliver = found ? marks : s->set.marks ? marked : s->set.repairs ? repairs : whole;
    if (s->set.marks && s->set.repairs) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("text"), "--marks, --repairs");
    SIA_TRY(session_inputs(s, 0, err));
    if (found || s->set.repairs) return run_rows(&r, found ? "text --marks" : "text --repairs", err);
    SIA_TRY(session_plain(s, &p.out, err));
    sia_status st = run_documents(&r, err);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_text = {
    { "text", "[INPUT...]", SIA_MSG_CMD_TEXT, { &opts_text, &opts_input, &opts_output, &opts_general },
      { "siasat text bab4.txt | less", "siasat text --repairs bab4.txt" } },
    text,
};
