/* A report's methods: what ran, on what, with which settings, and what each column is. */
#include "run.h"
#include "shown.h"
#include "study.h"

static const opt_group *const groups[] = { &opts_input, &opts_codebook, &opts_repair };

static void put(session *s, const char *kind, sia_str item, sia_str value, const char *means, const char *source)
{
    sia_put_text(s->table, sia_str_of(kind));
    sia_put_text(s->table, item);
    sia_put_text(s->table, value);
    sia_put_text(s->table, sia_str_of(means));
    sia_put_text(s->table, sia_str_of(source));
}

static void put_settings(session *s)
{
    const settings *set = &s->study->report->set;
    for (size_t g = 0; g < SIA_COUNT_OF(groups); g++)
        for (size_t i = 0; i < groups[g]->n; i++) {
            const opt *o = &groups[g]->v[i];
            const sia_str v = shown_value(o, set, s->arena);
            if (v.n && shown_matters(o)) put(s, "setting", sia_printf(s->arena, "--%s", o->name), v, sia_word(o->help, s->lang), "");
        }
}

/* Files are hashed as they are, one at a time. */
static sia_status put_file(session *s, const char *kind, sia_str name, sia_str path, sia_str bytes, const char *means, sia_err *err)
{
    sia_arena *a = sia_arena_new(NULL, s->set.memory);
    char digest[65];
    sia_status st = a ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (!st && !bytes.p) st = sia_read_file(&bytes, path.p, a, err);
    if (!st) sia_sha256(digest, &bytes, 1);
    if (!st) put(s, kind, name, sia_str_of(digest), means, "");
    sia_arena_free(a);
    return st;
}

static sia_status put_books(session *s, sia_err *err)
{
    for (uint32_t i = 0; i < s->n_books; i++) {
        const sia_str name = sia_str_of(s->set.codebooks.n ? s->set.codebooks.v[i] : "kampanye");
        const sia_str size = sia_printf(s->arena, sia_word(SIA_MSG_METHODS_BOOK, s->lang), sia_codebook_categories(s->books[i]), sia_codebook_terms(s->books[i]));
        SIA_TRY(put_file(s, "codebook", name, sia_codebook_name(s->books[i]), (sia_str){ 0 }, size.p, err));
    }
    return SIA_OK;
}

static sia_status put_inputs(session *s, sia_err *err)
{
    for (uint32_t i = 0; i < s->in.files.n; i++)
        SIA_TRY(put_file(s, "input", s->in.files.v[i].path, s->in.files.v[i].path, s->in.files.v[i].bytes, "SHA-256", err));
    return SIA_OK;
}

static void put_columns(session *s, const study_made *m)
{
    for (uint32_t i = 0; i < m->n; i++)
        put(s, "column", sia_printf(s->arena, "%s.%s", m->sheet->id, m->cols[i].name), sia_str_of(m->cols[i].formula), m->cols[i].means[s->lang == SIA_ID],
            m->cols[i].source);
}

static sia_status methods(session *s, sia_err *err)
{
    const study *is = s->study;
    SIA_TRY(session_books(s, err));
    SIA_TRY(session_table(s, "report methods", err));
    put(s, "program", SIA_STR("siasat"), SIA_STR(SIA_VERSION), sia_word(SIA_MSG_HELP_ABOUT, s->lang), "");
    put_settings(s);
    SIA_TRY(put_books(s, err));
    SIA_TRY(put_inputs(s, err));
    for (uint32_t i = 0; i < is->made.n; i++) {
        const study_sheet *x = is->made.v[i].sheet;
        put(s, "sheet", sia_str_of(x->id), sia_printf(s->arena, "siasat %s%s%s", x->verb->opts.name, *x->words ? " " : "", x->words),
            sia_word(x->title, s->lang), "");
    }
    for (uint32_t i = 0; i < is->made.n; i++) put_columns(s, &is->made.v[i]);
    return session_close(s, err);
}

const command sheet_methods = { { .name = "report methods", .about = SIA_MSG_SHEET_METHODS }, methods };
