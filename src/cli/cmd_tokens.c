/* siasat tokens: one row per token; or a text for treebanks (CoNLL-U) or corpus engines (vertical text). */
#include "conllu.h"
#include "formats.h"
#include "vrt.h"
#include "whereabouts.h"

/* Forms live in the worker's lex, which may be growing when the row is put: what is to be said of them is looked up on
 * the worker's thread. Strings of a lex stay where they are. */
typedef struct { sia_str norm, lemma, root; bool stop, known; } told;
typedef struct { morphs m; sia_sink out; bool vertical; vrt_names names; } tokens;

static told tell(run *r, sia_morph *m, const sia_doc *d, const sia_token *t)
{
    const sia_keys k = keys_of_token(m, t);
    return (told){ sia_lex_str(d->lex, k.norm), sia_lex_str(d->lex, k.lemma), sia_lex_str(d->lex, k.root),
                   sia_stops_has(r->s->stops, sia_lex_str(d->lex, t->form)), k.standing != SIA_FORM_UNKNOWN };
}

static sia_status look_up(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    tokens *all = r->ctx;
    sia_morph *m = morphs_of(&all->m, r, worker, d->lex);
    told *v = m ? sia_alloc_raw(d->arena, sizeof *v, d->tokens.n) : NULL;
    (void)i;
    for (uint32_t k = 0; v && k < d->tokens.n && sia_arena_ok(run_arena(r, worker)); k++)
        if (d->sentences.v[d->tokens.v[k].sentence].counted) v[k] = tell(r, m, d, &d->tokens.v[k]);
    *made = v;
    return v && sia_arena_ok(run_arena(r, worker)) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static void put_token(run *r, const sia_doc *d, uint32_t k, const told *known)
{
    const sia_token *tok = &d->tokens.v[k];
    place p = place_of(d, tok->span, tok->sentence);
    sia_table *t = r->s->table;
    sia_put_text(t, d->text.name);
    sia_put_text(t, p.section->name);
    put_page_number(t, p.page);
    sia_put_count(t, p.paragraph);
    sia_put_count(t, p.sentence);
    sia_put_count(t, k + 1);
    sia_put_count(t, p.start);
    sia_put_count(t, p.end);
    sia_put_text(t, p.surface);
    sia_put_text(t, known->norm);
    sia_put_text(t, known->lemma);
    sia_put_text(t, known->root);
    sia_put_text(t, sia_str_of(sia_token_kind_name((sia_token_kind)tok->kind)));
    sia_put_count(t, known->stop);
    if (tok->kind == SIA_WORD) sia_put_count(t, known->known); else sia_put_none(t);
    if (r->s->set.repair) sia_put_text(t, repaired_text(d, k, 1));
}

/* Is it to be printed? --unknown leaves what is known out. */
static bool wanted(const run *r, const sia_doc *d, const sia_token *t, const told *known)
{
    return d->sentences.v[t->sentence].counted && !(r->s->set.unknown && (t->kind != SIA_WORD || known->known));
}

static sia_status rows(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    const told *known = made;
    (void)i;
    (void)err;
    for (uint32_t k = 0; k < d->tokens.n; k++)
        if (wanted(r, d, &d->tokens.v[k], &known[k])) put_token(r, d, k, &known[k]);
    return SIA_OK;
}

/* ---- formats of treebanks and corpora: a text for each document ------------------------------------- */

static sia_status make_text(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    tokens *all = r->ctx;
    sia_morph *m = morphs_of(&all->m, r, worker, d->lex);
    sia_str *text = sia_new(d->arena, sia_str, 1);
    if (m && text) *text = all->vertical ? vrt_of(d, m, i, &r->s->in.files.v[i], &all->names) : conllu_of(d, m, i);
    *made = text;
    return m && sia_arena_ok(d->arena) && sia_arena_ok(run_arena(r, worker)) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static sia_status write_out(const tokens *all, const session *s, sia_str text, sia_err *err)
{
    const int wrong = text.n ? all->out.write(all->out.ctx, text.p, text.n) : 0;
    return wrong ? sia_fail(err, SIA_MSG_WRITE, wrong, s->sink_name, "") : SIA_OK;
}

static sia_status write_text(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)d;
    return write_out(r->ctx, r->s, *(const sia_str *)made, err);
}

static sia_status run_texts(tokens *all, session *s, sia_err *err)
{
    run r = { .s = s, .upto = UPTO_TOKENS, .digest = make_text, .deliver = write_text, .ctx = all };
    if (s->set.unknown) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("tokens"), "--unknown, %s", all->vertical ? "vrt" : "conllu");
    SIA_TRY(session_plain(s, &all->out, err));
    vrt_name_columns(&all->names, s);
    sia_status st = all->vertical ? write_out(all, s, vrt_head, err) : SIA_OK;
    if (!st) st = run_documents(&r, err);
    if (!st && all->vertical) st = write_out(all, s, vrt_foot, err);
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st ? st : session_close(s, err);
}

/* ---- the verb --------------------------------------------------------------------------------------- */

static sia_status tokens_run(session *s, sia_err *err)
{
    tokens all = { 0 };
    run r = { .s = s, .upto = UPTO_TOKENS, .tells = true, .digest = look_up, .deliver = rows, .ctx = &all };
    SIA_TRY(session_stops(s, "stopwords/id.txt", err));
    SIA_TRY(morphs_open(&all.m, s, err));
    SIA_TRY(session_inputs(s, 0, err));
    all.vertical = format_is(s, "vrt");
    return all.vertical || format_is(s, "conllu") ? run_texts(&all, s, err) : run_rows(&r, "tokens", err);
}

const command cmd_tokens = {
    { "tokens", "[INPUT...]", SIA_MSG_CMD_TOKENS, { &opts_input, &opts_tokens, &opts_repair, &opts_output, &opts_general },
      { "siasat tokens bab4.txt > kata.csv", "siasat tokens -o bab4.conllu bab4.txt", "siasat tokens --meta keterangan.csv skripsi/ -o skripsi.vrt" } },
    tokens_run,
};
