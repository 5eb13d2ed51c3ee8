/* siasat lexdiv: how varied the words of each group are. */
#include "chosen.h"
#include "group.h"
#include "items.h"

enum { WINDOW = 100 };                  /* of MATTR and MSTTR; a shorter text is too short to tell */

typedef SIA_VEC(uint32_t) types;        /* the words of a text, in order, as numbers in `forms` */

typedef struct {
    items    it;
    unsigned by;
    chosen   chosen;
    sia_lex *forms, *groups;
    SIA_VEC(types) text;                /* by group id - 1 */
} lexdiv;

/* What the main thread is told of a document: its words, numbered by first appearance, and their groups. */
typedef struct { grouping groups; sia_str *form; uint32_t n_forms, *type, *group, n; } passage;

/* ---- on the workers' threads --------------------------------------------------------------------- */

static void add_words(const lexdiv *l, unsigned worker, const sia_doc *d, uint32_t sentence, uint32_t *number, passage *p)
{
    const sia_sentence *st = &d->sentences.v[sentence];
    const uint32_t group = l->by & (BY_CHAPTER | BY_SECTION | BY_PART) ? p->groups.of_section[d->blocks.v[st->block].section] : 0;
    for (const sia_token *t = d->tokens.v + st->first, *end = t + st->n; st->counted && t < end; t++) {
        const sia_id item = t->kind == SIA_WORD ? items_form(&l->it, worker, t) : 0;
        if (!item) continue;
        if (!number[item]) {
            p->form[p->n_forms] = sia_lex_str(d->lex, item);
            number[item] = ++p->n_forms;
        }
        p->group[p->n] = group;
        p->type[p->n++] = number[item] - 1;
    }
}

static sia_status digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    lexdiv *l = r->ctx;
    passage *p = sia_new(d->arena, passage, 1);
    const bool ready = p && items_ready(&l->it, r, worker, d) && group_document(&p->groups, l->by, d, &r->s->in.files.v[i]);
    uint32_t *number = ready ? sia_new(d->arena, uint32_t, (size_t)sia_lex_size(d->lex) + 1) : NULL;
    if (number) {
        p->form = sia_alloc_raw(d->arena, sizeof *p->form, d->tokens.n);
        p->type = sia_alloc_raw(d->arena, sizeof *p->type, d->tokens.n);
        p->group = sia_alloc_raw(d->arena, sizeof *p->group, d->tokens.n);
    }
    if (!number || !sia_arena_ok(d->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    for (uint32_t k = 0; k < d->sentences.n; k++) add_words(l, worker, d, k, number, p);
    *made = p;
    return SIA_OK;
}

/* ---- on the main thread ---------------------------------------------------------------------------- */

/* The document's groups and forms by their numbers over all documents. */
static uint32_t *numbers(sia_lex *lex, const sia_str *name, uint32_t n, sia_arena *a)
{
    uint32_t *id = sia_alloc_raw(a, sizeof *id, (size_t)n + 1);
    for (uint32_t i = 0; id && i < n; i++) id[i] = sia_lex_id(lex, name[i]);
    return id;
}

static sia_status deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    lexdiv *l = r->ctx;
    sia_arena *a = r->s->arena;
    const passage *p = made;
    const uint32_t *group = numbers(l->groups, p->groups.name, p->groups.n, d->arena), *form = numbers(l->forms, p->form, p->n_forms, d->arena);
    while (sia_arena_ok(a) && l->text.n < sia_lex_size(l->groups)) sia_push(a, &l->text, (types){ 0 });
    if (!group || !form || !sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    for (uint32_t k = 0; k < p->n; k++) sia_push(a, &l->text.v[group[p->group[k]] - 1], form[p->type[k]]);
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

/* ---- the table ---------------------------------------------------------------------------------------- */

static bool put_row(const lexdiv *l, const session *s, sorter *o, uint32_t group, sia_arena *scratch)
{
    const types *t = &l->text.v[group];
    sia_diversity d;
    if (!sia_diversity_of(t->v, t->n, sia_lex_size(l->forms) + 1, WINDOW, &d, scratch)) return false;
    sort_text(o, sia_lex_str(l->groups, group + 1));
    sort_count(o, d.tokens);
    sort_count(o, d.types);
    chosen_put_of(&l->chosen, o, &d);
    sort_text(o, d.tokens < WINDOW ? sia_str_of(sia_word(SIA_MSG_TOO_SHORT, s->lang)) : SIA_STR(""));
    return true;
}

static sia_status report(const lexdiv *l, session *s, sia_err *err)
{
    sorter *o;
    SIA_TRY(sorter_open_columns(&o, s, &l->chosen.columns, err));
    sia_arena *scratch = sia_arena_new(NULL, s->set.memory);
    bool ok = scratch;
    for (uint32_t g = 0, shown = 0; ok && g < l->text.n; g++) {
        if (!l->text.v[g].n) continue;                       /* a part that is not counted */
        if (s->set.top && shown++ >= s->set.top) s->rows_cut++;
        else ok = put_row(l, s, o, g, scratch);
        sia_arena_reset(scratch);
    }
    sia_arena_free(scratch);
    return ok ? sorter_flush(o, err) : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

/* ---- the verb -------------------------------------------------------------------------------------- */

static sia_status prepare(lexdiv *l, run *r, sia_err *err)
{
    session *s = r->s;
    s->set.of += OF_WORD;                                    /* its choices are the words alone */
    SIA_TRY(chosen_open(&l->chosen, s, "lexdiv", SIA_DIVERSITY, err));
    SIA_TRY(group_parse(s, &l->by, false, err));
    SIA_TRY(items_open(&l->it, s, &r->upto, err));
    l->forms = sia_lex_new(s->arena);
    l->groups = sia_lex_new(s->arena);
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    return session_inputs(s, 0, err);
}

static sia_status lexdiv_run(session *s, sia_err *err)
{
    lexdiv l = { 0 };
    run r = { .s = s, .digest = digest, .deliver = deliver, .ctx = &l };
    SIA_TRY(prepare(&l, &r, err));
    sia_status st = run_documents(&r, err);
    if (!st) st = report(&l, s, err);
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_lexdiv = {
    { "lexdiv", "[INPUT...]", SIA_MSG_CMD_LEXDIV, { &opts_lexdiv, &opts_input, &opts_repair, &opts_output, &opts_general },
      { "siasat lexdiv --by work skripsi/", "siasat lexdiv --of lemma --by part --sort mtld skripsi/",
        "siasat lexdiv --by doc --measure all -o ragam.csv skripsi/" } },
    lexdiv_run,
};
