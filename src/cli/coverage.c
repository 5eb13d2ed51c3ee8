/* siasat codebook coverage: how much of what a text says the codebook reaches: of content words, of enumerated things. */
#include "coverage.h"
#include "group.h"
#include "run.h"

typedef struct { uint64_t words, reached, members, members_reached; } covered;

typedef struct {
    unsigned by;
    sia_lex *groups;                    /* on the main thread, in order of appearance */
    SIA_VEC(covered) of;                /* by group */
} coverage;

/* Of one document: its groups, and what is in each. */
typedef struct { grouping groups; covered *of; } page;

static uint32_t group_at(const page *p, unsigned by, const sia_doc *d, uint32_t sentence)
{
    return by & (BY_CHAPTER | BY_SECTION | BY_PART) ? p->groups.of_section[d->blocks.v[d->sentences.v[sentence].block].section] : 0;
}

/* A word that carries meaning: no stop word, no mere letter. */
static bool is_content(const session *s, const sia_doc *d, const sia_token *t)
{
    const sia_str form = sia_lex_str(d->lex, t->form);
    return t->kind == SIA_WORD && form.n > 1 && !sia_stops_has(s->stops, form);
}

/* Hits stand by their starts: `reach` is past the last token of those that began. */
static void count_words(const coverage *c, const session *s, const sia_doc *d, page *p)
{
    uint32_t reach = 0, h = 0;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        covered *x = &p->of[group_at(p, c->by, d, i)];
        for (uint32_t k = st->first; st->counted && k < st->first + st->n; k++) {
            for (; h < d->hits.n && d->hits.v[h].first <= k; h++)
                if (d->hits.v[h].first + d->hits.v[h].n > reach) reach = d->hits.v[h].first + d->hits.v[h].n;
            if (!is_content(s, d, &d->tokens.v[k])) continue;
            x->words++;
            x->reached += k < reach;
        }
    }
}

static void count_members(const coverage *c, const sia_doc *d, const sia_members *m, page *p)
{
    for (uint32_t i = 0; i < m->n; i++) {
        covered *x = &p->of[group_at(p, c->by, d, m->v[i].sentence)];
        x->members++;
        x->members_reached += m->v[i].member_hit != 0;
    }
}

static sia_status digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    (void)worker;
    const coverage *c = r->ctx;
    sia_members members = { 0 };
    page *p = sia_new(d->arena, page, 1);
    if (!p || !group_document(&p->groups, c->by, d, &r->s->in.files.v[i])) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    p->of = sia_new(d->arena, covered, p->groups.n + 1u);
    SIA_TRY(sia_doc_lists(d, &members, err));
    if (!p->of) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    count_words(c, r->s, d, p);
    count_members(c, d, &members, p);
    *made = p;
    return SIA_OK;
}

static sia_status add(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    coverage *c = r->ctx;
    const page *p = made;
    for (uint32_t g = 0; g < p->groups.n; g++) {
        const sia_id id = sia_lex_id(c->groups, p->groups.name[g]);
        if (id > c->of.n) sia_push(r->s->arena, &c->of, (covered){ 0 });
        if (!sia_arena_ok(r->s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
        covered *x = &c->of.v[id - 1];
        x->words += p->of[g].words;
        x->reached += p->of[g].reached;
        x->members += p->of[g].members;
        x->members_reached += p->of[g].members_reached;
    }
    return SIA_OK;
}

static void put_share(sia_table *t, uint64_t part, uint64_t all)
{
    if (all) sia_put_real(t, (double)part / (double)all); else sia_put_none(t);
}

static void put_group(sia_table *t, sia_str name, const covered *x)
{
    sia_put_text(t, name);
    sia_put_count(t, x->words);
    sia_put_count(t, x->reached);
    put_share(t, x->reached, x->words);
    sia_put_count(t, x->members);
    sia_put_count(t, x->members_reached);
    put_share(t, x->members_reached, x->members);
}

sia_status codebook_coverage(session *s, sia_err *err)
{
    coverage c = { .groups = sia_lex_new(s->arena) };
    run r = { .s = s, .upto = UPTO_HITS, .whole = true, .tells = true, .digest = digest, .deliver = add, .ctx = &c };
    if (!c.groups) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    s->set.by = s->set.by_chapter;
    s->inputs_from = 1;
    SIA_TRY(group_parse(s, &c.by, false, err));
    SIA_TRY(session_stops(s, "stopwords/id.txt", err));
    SIA_TRY(session_books(s, err));
    SIA_TRY(session_inputs(s, 1, err));
    SIA_TRY(session_table(s, "codebook coverage", err));
    sia_status st = run_documents(&r, err);
    for (uint32_t g = 0; !st && g < c.of.n; g++)
        if (c.of.v[g].words || c.of.v[g].members) put_group(s->table, sia_lex_str(c.groups, g + 1), &c.of.v[g]);
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st ? st : session_close(s, err);
}
