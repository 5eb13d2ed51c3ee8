/* siasat docs: one row per input document. */
#include "whereabouts.h"
#include "run.h"

static sia_str parts_of(const sia_doc *d)
{
    sia_str out = SIA_STR("");
    uint32_t had = 1u << SIA_PART_NONE;
    for (uint32_t i = 0; i < d->sections.n; i++) {
        sia_part p = (sia_part)d->sections.v[i].part;
        if (had & 1u << p) continue;
        had |= 1u << p;
        out = sia_printf(d->arena, "%s%s%s", out.p, out.n ? " " : "", sia_part_name(p));
    }
    return out;
}

static uint64_t words_of(const sia_doc *d)
{
    uint64_t n = 0;
    for (uint32_t i = 0; i < d->tokens.n; i++) n += d->tokens.v[i].kind == SIA_WORD || d->tokens.v[i].kind == SIA_NUMBER;
    return n;
}

static uint32_t pages_of(const sia_doc *d)
{
    return d->text.pages.n ? d->text.pages.v[d->text.pages.n - 1].number : 0;
}

/* What a reader should know before trusting the text: the notes, in one cell. */
static sia_str problem_of(const run *r, const sia_doc *d)
{
    sia_str out = SIA_STR("");
    char text[1024];
    for (uint32_t i = 0; i < d->notes.n; i++) {
        sia_err e;
        sia_fail(&e, d->notes.v[i].msg, 0, SIA_STR(""), "%s", d->notes.v[i].arg);
        out = sia_printf(d->arena, "%s%s%s", out.p, out.n ? "; " : "", sia_err_text(&e, r->s->lang, text, sizeof text));
    }
    return out;
}

static sia_status row(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)made;
    (void)err;
    sia_table *t = r->s->table;
    sia_put_text(t, d->text.name);
    sia_put_text(t, r->s->in.files.v[i].work);
    sia_put_text(t, d->text.format);
    sia_put_text(t, sia_str_of(sia_encoding_name(d->text.encoding)));
    if (pages_of(d)) sia_put_count(t, pages_of(d));
    else sia_put_none(t);
    sia_put_count(t, words_of(d));
    sia_put_text(t, parts_of(d));
    sia_put_count(t, d->text.fixes.n);
    sia_put_text(t, problem_of(r, d));
    sia_put_text(t, run_twin(r) == UINT32_MAX ? SIA_STR("") : r->s->in.files.v[run_twin(r)].path);
    return SIA_OK;
}

/* A document that cannot be read has a row too: its name, and why. */
static void unread(run *r, size_t i, const sia_err *why)
{
    char text[1024];
    sia_table *t = r->s->table;
    sia_put_text(t, r->s->in.files.v[i].path);
    sia_put_text(t, r->s->in.files.v[i].work);
    for (int k = 0; k < 6; k++) sia_put_none(t);
    sia_put_text(t, sia_str_of(sia_err_text(why, r->s->lang, text, sizeof text)));
    sia_put_none(t);
}

static sia_status docs(session *s, sia_err *err)
{
    run r = { .s = s, .upto = UPTO_TOKENS, .twins = true, .deliver = row, .unread = unread };
    SIA_TRY(session_inputs(s, 0, err));
    return run_rows(&r, "docs", err);
}

const command cmd_docs = {
    { "docs", "[INPUT...]", SIA_MSG_CMD_DOCS, { &opts_input, &opts_output, &opts_general }, { "siasat docs skripsi/" } },
    docs,
};
