/* siasat codebook: check one, list what it holds; convert and new are in convert.c. */
#include "convert.h"
#include "coverage.h"
#include "uses.h"

/* What a finding is called in the table. */
static const char *name_of(sia_msg msg)
{
    static const struct { sia_msg msg; const char *name; } names[] = {
        { SIA_MSG_EXAMPLE_MISSED, "example" }, { SIA_MSG_EXAMPLE_FOUND, "example" }, { SIA_MSG_PATTERN_TWICE, "twice" },
        { SIA_MSG_PATTERN_SHARED, "twice" }, { SIA_MSG_PATTERN_SLOW, "slow" }, { SIA_MSG_ENTRY_DEAD, "dead" }, { SIA_MSG_ENTRY_CANCELLED, "cancelled" },
        { SIA_MSG_ENTRY_INSIDE, "inside" }, { SIA_MSG_ENTRY_CLASH, "clash" },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(names); i++) if (names[i].msg == msg) return names[i].name;
    return "oddity";
}

void put_finding(session *s, const char *file, const sia_finding *f, const finding_more *more)
{
    sia_err e;
    char text[1024];
    sia_fail(&e, f->msg, 0, SIA_STR(""), "%.*s", (int)f->arg.n, f->arg.p);
    sia_put_text(s->table, sia_str_of(file));
    sia_put_count(s->table, f->line);
    if (f->col) sia_put_count(s->table, f->col); else sia_put_none(s->table);
    sia_put_text(s->table, SIA_STR("note"));
    sia_put_text(s->table, sia_str_of(sia_err_text(&e, s->lang, text, sizeof text)));
    sia_put_text(s->table, sia_str_of(name_of(f->msg)));
    sia_put_text(s->table, more ? more->term : SIA_STR(""));
    if (more && more->count) sia_put_count(s->table, more->count); else sia_put_none(s->table);
    sia_put_text(s->table, more ? more->other : SIA_STR(""));
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
    for (uint32_t i = 0; i < found.n; i++) put_finding(s, name, &found.v[i], NULL);
    uint32_t terms = sia_codebook_terms(cb), categories = sia_codebook_categories(cb);
    say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_CHECKED, s->lang), name, terms, categories).p);
    return s->in.files.n ? uses_check(s, name, cb, err) : SIA_OK;
}

/* The first operand is a codebook, and so are those after it that are named like one; then come texts. */
static int first_text(const session *s)
{
    sia_book_format f;
    int i = 2;
    while (i < s->operands && sia_book_format_of(s->operand[i], &f)) i++;
    return i;
}

static sia_status check(session *s, sia_err *err)
{
    if (s->operands < 2) return sia_fail(err, SIA_MSG_CODEBOOK_VERB, 0, SIA_STR("codebook"), "check");
    const int texts = first_text(s);
    if (texts < s->operands) SIA_TRY(session_inputs(s, texts, err));
    SIA_TRY(session_table(s, "codebook check", err));
    for (int i = 1; i < texts; i++) SIA_TRY(check_one(s, s->operand[i], err));
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
    const char *verb = s->operands ? s->operand[0] : "";
    if (s->set.hits) return sia_fail(err, SIA_MSG_NOT_HITS, 0, SIA_STR("--hits"), "%s", s->set.hits);
    if (!strcmp(verb, "check")) return check(s, err);
    if (!strcmp(verb, "list")) return list(s, err);
    if (!strcmp(verb, "convert")) return codebook_convert(s, err);
    if (!strcmp(verb, "coverage")) return codebook_coverage(s, err);
    if (!strcmp(verb, "new")) return codebook_new(s, err);
    return sia_fail(err, SIA_MSG_CODEBOOK_VERB, 0, SIA_STR("codebook"), "'%s'", verb);
}

const command cmd_codebook = {
    { "codebook", "check|list|convert|coverage|new [FILE]", SIA_MSG_CMD_CODEBOOK, { &opts_coverage, &opts_input, &opts_codebook, &opts_output, &opts_general },
      { "siasat codebook check kode.tsv skripsi/", "siasat codebook coverage skripsi/", "siasat codebook convert kode.tsv kode.yml", "siasat codebook new -o kode.xlsx" } },
    codebook,
};
