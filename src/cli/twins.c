/* Documents that repeat an earlier one: known by their content, or by what their text has in common. */
#include "twins.h"
#include "whereabouts.h"

likeness *likeness_of(word_hashes *h, const sia_doc *d, sia_arena *worker)
{
    const uint32_t need = sia_lex_size(d->lex) + 1;
    likeness *l = sia_new(d->arena, likeness, 1);
    uint64_t *word = sia_alloc_raw(d->arena, sizeof *word, (size_t)d->tokens.n + 1);
    size_t n = 0;
    if (need > h->cap) {
        uint64_t *of = sia_new(worker, uint64_t, (size_t)need * 2);
        if (of && h->cap) memcpy(of, h->of, h->cap * sizeof *of);
        if (!of) return NULL;
        *h = (word_hashes){ of, need * 2 };
    }
    if (!l || !word) return NULL;
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        const sia_token *t = &d->tokens.v[i];
        if (t->kind > SIA_NUMBER) continue;
        if (!h->of[t->form]) h->of[t->form] = sia_word_hash(sia_lex_str(d->lex, t->form));
        word[n++] = h->of[t->form];
    }
    sia_sketch_of(word, n, &l->sketch);
    l->content = content_hash(d->text.in);
    return l;
}

struct twins {
    sia_arena *a;
    sia_twins *texts;
    sia_lex   *contents;
    SIA_VEC(uint32_t) first;            /* first[id - 1] had that content first */
};

twins *twins_new(sia_arena *a)
{
    twins *t = sia_new(a, twins, 1);
    if (t) *t = (twins){ .a = a, .texts = sia_twins_new(a), .contents = sia_lex_new(a) };
    return t && t->texts && t->contents ? t : NULL;
}

uint32_t twins_of(twins *t, const likeness *l, uint32_t i)
{
    const sia_id id = sia_lex_id(t->contents, (sia_str){ (const char *)&l->content, sizeof l->content });
    if (id && id <= t->first.n) return t->first.v[id - 1];
    const uint32_t twin = sia_twins_meet(t->texts, &l->sketch, i);
    sia_append(t->a, &t->first, twin == UINT32_MAX ? i : twin);
    return twin;
}

/* ---- --dedup ------------------------------------------------------------------------------------- */

typedef struct { bool *out; uint32_t twins; } dropping;

static sia_status note_twin(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)d;
    (void)made;
    (void)err;
    dropping *x = r->ctx;
    x->out[i] = run_twin(r) != UINT32_MAX;
    x->twins += x->out[i];
    return SIA_OK;
}

/* It has been told of, and must not be counted should it be readable after all. */
static void note_unread(run *r, size_t i, const sia_err *why)
{
    (void)why;
    ((dropping *)r->ctx)->out[i] = true;
}

static bool has_standard_input(const inputs *in)
{
    for (uint32_t i = 0; i < in->files.n; i++) if (sia_str_eq(in->files.v[i].path, SIA_STR("-"))) return true;
    return false;
}

sia_status twins_drop(session *s, sia_err *err)
{
    inputs *in = &s->in;
    dropping x = { .out = sia_new(s->arena, bool, (size_t)in->files.n + 1) };
    run r = { .s = s, .upto = UPTO_TOKENS, .twins = true, .silent = true, .deliver = note_twin, .unread = note_unread, .ctx = &x };
    uint32_t kept = 0;
    if (in->files.n < 2) return SIA_OK;
    if (has_standard_input(in)) return sia_fail(err, SIA_MSG_DEDUP_STDIN, 0, SIA_STR("--dedup"), "");
    if (!x.out) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    const sia_status st = run_documents(&r, err);
    run_end(&r);
    if (st) return st;
    for (uint32_t i = 0; i < in->files.n; i++) if (!x.out[i]) in->files.v[kept++] = in->files.v[i];
    if (x.twins) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_DEDUPED, s->lang), x.twins).p);
    in->files.n = kept;
    return inputs_number_works(in, s->arena, err);
}
