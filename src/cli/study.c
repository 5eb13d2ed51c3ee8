/* A whole study: its tables, and running the verbs that make them one after the other. */
#include "study.h"
#include "kept.h"
#include <stdlib.h>

enum { MOST_WORDS = 16 };

/* The page makes concordance and dispersion of the hits themselves. */
const study_sheet study_sheets[] = {
    { "summary",  SIA_MSG_SHEET_SUMMARY,  &sheet_summary, "", .coded = true },
    { "docs",     SIA_MSG_SHEET_DOCS,     &cmd_docs,      "", .all = true },
    { "outline",  SIA_MSG_SHEET_OUTLINE,  &cmd_outline,   "", .coded = false },
    { "freq",     SIA_MSG_SHEET_FREQ,     &cmd_freq,      "--of term --by corpus", .coded = true },
    { "chapters", SIA_MSG_SHEET_CHAPTERS, &cmd_crosstab,  "--of category --by chapter", .coded = true },
    { "cooc",     SIA_MSG_SHEET_COOC,     &cmd_cooc,      "--of term --unit sentence", .coded = true },
    { "network",  SIA_MSG_SHEET_NETWORK,  &cmd_network,   "--of term --unit sentence", .coded = true },
    { "edges",    SIA_MSG_SHEET_EDGES,    &cmd_network,   "--edges --of term --unit sentence", .coded = true },
    { "keyness",  SIA_MSG_SHEET_KEYNESS,  &cmd_keyness,   "--of term --by part", .coded = true },
    { "kwic",     SIA_MSG_SHEET_KWIC,     &sheet_kwic,    "", .coded = true, .not = IN_PAGE },
    { "tag",      SIA_MSG_SHEET_TAG,      &cmd_tag,       "--columns negated,modality,voice", .coded = true },
    { "spots",    SIA_MSG_SHEET_SPOTS,    &sheet_spots,   "", .coded = true, .not = IN_PAGE },
    { "repairs",  SIA_MSG_SHEET_REPAIRS,  &cmd_repairs,   "", .coded = false },
    { "codebook", SIA_MSG_SHEET_CODEBOOK, &cmd_codebook,  "list", .coded = false },
    { "text",     SIA_MSG_SHEET_TEXT,     &sheet_text,    "", .coded = true, .not = IN_FOLDER | IN_WORKBOOK },
    { "methods",  SIA_MSG_SHEET_METHODS,  &sheet_methods, "", .coded = false },
};

uint32_t study_size(void) { return SIA_COUNT_OF(study_sheets); }

/* ---- one sheet ------------------------------------------------------------------------------------------------------- */

/* Its options, on top of those of the report. */
static sia_status set_words(session *of, const study_sheet *x, sia_err *err)
{
    char *copy = (char *)(uintptr_t)sia_dup(of->arena, sia_str_of(x->words)).p, *rest = NULL;
    int n = 0;
    of->operand = sia_new(of->arena, char *, MOST_WORDS);
    if (!of->operand || !sia_arena_ok(of->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    for (char *w = strtok_r(copy, " ", &rest); w && n < MOST_WORDS; w = strtok_r(NULL, " ", &rest)) of->operand[n++] = w;
    return opt_parse(&x->verb->opts, n, of->operand, &of->set, &of->operands, err);
}

/* Verbs put inputs in an order of their own, so that each gets a list of its own. */
static sia_status share_inputs(session *of, const session *s, bool all, sia_err *err)
{
    of->in.files.v = sia_new(of->arena, input, (size_t)s->in.files.n + 1);
    if (!of->in.files.v) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    of->in.files.n = 0;
    of->in.files.cap = s->in.files.n + 1;
    for (uint32_t i = 0; i < s->in.files.n; i++)
        if (all || !s->in.files.v[i].unread) of->in.files.v[of->in.files.n++] = s->in.files.v[i];
    return SIA_OK;
}

static sia_status begin(session *of, const session *s, const study_sheet *x, sia_err *err)
{
    *of = *s;
    of->about = x->verb->opts.about;
    of->books = NULL;
    of->review = NULL;
    of->file = NULL;                                         /* these are the report's */
    of->exporting = NULL;
    of->set.quiet = s->set.quiet || s->told;
    of->set.output = NULL;
    if (!x->coded) { of->set.hits = NULL; of->want = (stance_want){ 0 }; }
    of->arena = sia_arena_new(NULL, 0);
    if (!of->arena) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(set_words(of, x, err));
    return share_inputs(of, s, x->all, err);
}

/* The first run has told all that there is to be told of inputs. */
static void take_news(session *s, const session *of)
{
    s->lacks = of->lacks;
    s->failed = of->failed;
    if (s->told) return;
    s->told = true;
    for (uint32_t i = 0; i < s->in.files.n; i++) s->in.files.v[i].unread = of->in.files.v[i].unread;
}

/* The columns outlive the run that made them. */
static sia_status note_made(study *is, const study_sheet *x, const sia_columns *c, sia_arena *a, sia_err *err)
{
    sia_col *cols = sia_new(a, sia_col, c->n);
    for (uint32_t i = 0; cols && i < c->n; i++) {
        cols[i] = c->cols[i];
        const char **const word[] = { &cols[i].name, &cols[i].unit, &cols[i].title[0], &cols[i].title[1], &cols[i].means[0], &cols[i].means[1],
                                      &cols[i].formula, &cols[i].source };
        for (size_t k = 0; k < SIA_COUNT_OF(word); k++) *word[k] = sia_dup(a, sia_str_of(*word[k])).p;
    }
    const study_made made = { x, cols, c->n };
    sia_push(a, &is->made, made);
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status run_sheet(session *s, study *is, const study_sheet *x, const study_place *p, sia_err *err)
{
    session of;
    sia_status st = begin(&of, s, x, err);
    of.study = is;
    if (!st) st = p->place(p->ctx, x, &of, err);
    if (!st) st = x->verb->run(&of, err);
    if (!st) st = note_made(is, x, &of.columns, s->arena, err);
    if (!st && p->placed) st = p->placed(p->ctx, &is->made.v[is->made.n - 1], &of, err);
    if (st) session_drop(&of);
    else take_news(s, &of);
    sia_arena_free(of.arena);
    return st;
}

/* ---- all of them ----------------------------------------------------------------------------------------------------- */

/* Standard input can be read only once. */
static sia_status keep_standard_input(session *s, sia_err *err)
{
    for (uint32_t i = 0; i < s->in.files.n; i++) {
        input *in = &s->in.files.v[i];
        if (!in->bytes.p && sia_str_eq(in->path, SIA_STR("-"))) SIA_TRY(sia_read_file(&in->bytes, "-", s->arena, err));
    }
    return SIA_OK;
}

static sia_status run_sheets(session *s, study *is, const study_place *p, sia_err *err)
{
    for (uint32_t i = 0; i < study_size(); i++)
        if (!(study_sheets[i].not >> p->shape & 1)) SIA_TRY(run_sheet(s, is, &study_sheets[i], p, err));
    return SIA_OK;
}

sia_status study_run(session *s, study *is, const study_place *p, sia_err *err)
{
    *is = (study){ .report = s };
    SIA_TRY(keep_standard_input(s, err));
    s->set.kept = kept_open(s->arena);
    const sia_status st = run_sheets(s, is, p, err);
    kept_close(s->set.kept);
    s->set.kept = NULL;
    return st;
}

sia_status study_prepare(session *s, sia_err *err)
{
    SIA_TRY(session_inputs(s, 0, err));
    SIA_TRY(session_roots(s, err));
    return session_spelling(s, err);
}
