/* siasat tokens: one row per token. */
#include "whereabouts.h"
#include "run.h"

/* Forms live in the worker's lex, which may be growing: the row's stop flag is worked out on the main thread from the
 * surface instead. */
static bool is_stop(run *r, const sia_doc *d, const sia_token *t)
{
    return sia_stops_has(r->s->stops, sia_fold(d->arena, sia_cut(d->text.s, t->span)));
}

static void put_token(run *r, const sia_doc *d, uint32_t k)
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
    for (int column = 0; column < 3; column++) sia_put_none(t);           /* norm, lemma, root: the Indonesian layer's */
    sia_put_text(t, sia_str_of(sia_token_kind_name((sia_token_kind)tok->kind)));
    sia_put_count(t, is_stop(r, d, tok));
}

static sia_status rows(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)made;
    (void)err;
    for (uint32_t k = 0; k < d->tokens.n; k++)
        if (d->sentences.v[d->tokens.v[k].sentence].counted) put_token(r, d, k);
    return SIA_OK;
}

static sia_status tokens(session *s, sia_err *err)
{
    run r = { .s = s, .upto = UPTO_TOKENS, .tells = true, .deliver = rows };
    SIA_TRY(session_stops(s, "stopwords/id.txt", err));
    SIA_TRY(session_inputs(s, 0, err));
    return run_rows(&r, "tokens", err);
}

const command cmd_tokens = {
    { "tokens", "[INPUT...]", SIA_MSG_CMD_TOKENS, { &opts_input, &opts_tokens, &opts_output, &opts_general },
      { "siasat tokens bab4.txt > kata.csv" } },
    tokens,
};
