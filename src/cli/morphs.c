/* One memo of word forms a worker, made when it first asks. */
#include "morphs.h"

enum { MOST_WORKERS = 64 };

sia_status morphs_open(morphs *m, session *s, sia_err *err)
{
    SIA_TRY(session_roots(s, err));
    *m = (morphs){ s->roots, sia_new(s->arena, sia_morph *, MOST_WORKERS) };
    return m->of ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

sia_morph *morphs_of(morphs *m, run *r, unsigned worker, sia_lex *lex)
{
    if (!m->of[worker]) m->of[worker] = sia_morph_new(m->roots, lex, run_arena(r, worker));
    return m->of[worker];
}

sia_keys keys_of_token(sia_morph *m, const sia_token *t)
{
    return t->kind == SIA_WORD ? sia_morph_keys(m, t->form) : (sia_keys){ .norm = t->form, .lemma = t->form, .root = t->form };
}
