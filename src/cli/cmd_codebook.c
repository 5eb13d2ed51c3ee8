/* siasat codebook: check one, list what it holds; convert and new are in convert.c. */
#include "convert.h"

static void put_finding(session *s, const char *name, const sia_finding *f)
{
    sia_err e;
    char text[1024];
    sia_fail(&e, f->msg, 0, SIA_STR(""), "%.*s", (int)f->arg.n, f->arg.p);
    sia_put_text(s->table, sia_str_of(name));
    sia_put_count(s->table, f->line);
    if (f->col) sia_put_count(s->table, f->col); else sia_put_none(s->table);
    sia_put_text(s->table, SIA_STR("note"));
    sia_put_text(s->table, sia_str_of(sia_err_text(&e, s->lang, text, sizeof text)));
}

/* Oddities first, then the examples that do not hold. */
static sia_status check_one(session *s, const char *name, sia_err *err)
{
    sia_codebook *cb;
    sia_findings found = { 0 };
    SIA_TRY(data_book(s, &cb, name, err));
    SIA_TRY(sia_codebook_review(cb, &found, s->arena, err));
    if (sia_codebook_asks_roots(cb)) SIA_TRY(session_roots(s, err));
    SIA_TRY(sia_codebook_examples(cb, s->roots, &found, s->arena, err));
    for (uint32_t i = 0; i < found.n; i++) put_finding(s, name, &found.v[i]);
    uint32_t terms = sia_codebook_terms(cb), categories = sia_codebook_categories(cb);
    say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_CHECKED, s->lang), name, terms, categories).p);
    return SIA_OK;
}

static sia_status check(session *s, sia_err *err)
{
    if (s->operands < 2) return sia_fail(err, SIA_MSG_CODEBOOK_VERB, 0, SIA_STR("codebook"), "check");
    SIA_TRY(session_table(s, "codebook check", err));
    for (int i = 1; i < s->operands; i++) SIA_TRY(check_one(s, s->operand[i], err));
    return session_close(s, err);
}

static void list_one(session *s, const sia_codebook *cb)
{
    for (uint32_t i = 0; i < sia_codebook_entries(cb); i++) {
        sia_entry e = sia_codebook_entry(cb, i);
        const sia_term *t = sia_codebook_term(cb, e.term);
        const sia_category *c = sia_codebook_category(cb, t->category);
        const sia_str cell[] = { c->code, c->name, t->id, t->label, t->definition, t->source, t->note,
                                 e.pattern, e.except, e.context };
        for (size_t k = 0; k < SIA_COUNT_OF(cell); k++) sia_put_text(s->table, cell[k]);
    }
}

static sia_status list(session *s, sia_err *err)
{
    for (int i = 1; i < s->operands && s->set.codebooks.n < OPT_LIST_MAX; i++) s->set.codebooks.v[s->set.codebooks.n++] = s->operand[i];
    SIA_TRY(session_books(s, err));
    SIA_TRY(session_table(s, "codebook list", err));
    for (uint32_t i = 0; i < s->n_books; i++) list_one(s, s->books[i]);
    return session_close(s, err);
}

static sia_status codebook(session *s, sia_err *err)
{
    static const char *const later[] = { "coverage" };
    const char *verb = s->operands ? s->operand[0] : "";
    if (s->set.hits) return sia_fail(err, SIA_MSG_NOT_HITS, 0, SIA_STR("--hits"), "%s", s->set.hits);
    if (!strcmp(verb, "check")) return check(s, err);
    if (!strcmp(verb, "list")) return list(s, err);
    if (!strcmp(verb, "convert")) return codebook_convert(s, err);
    if (!strcmp(verb, "new")) return codebook_new(s, err);
    for (size_t i = 0; i < SIA_COUNT_OF(later); i++)
        if (!strcmp(verb, later[i])) return sia_fail(err, SIA_MSG_CODEBOOK_LATER, 0, SIA_STR(""), "%s", verb);
    return sia_fail(err, SIA_MSG_CODEBOOK_VERB, 0, SIA_STR("codebook"), "'%s'", verb);
}

const command cmd_codebook = {
    { "codebook", "check|list|convert|new [FILE...]", SIA_MSG_CMD_CODEBOOK, { &opts_codebook, &opts_output, &opts_general },
      { "siasat codebook check kode.tsv", "siasat codebook list | head", "siasat codebook convert kode.tsv kode.yml", "siasat codebook new -o kode.xlsx" } },
    codebook,
};
