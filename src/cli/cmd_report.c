/* siasat report: a whole study as one workbook, one page, or a folder of tables. */
#include "export.h"
#include "study.h"
#include <errno.h>
#include <strings.h>
#include <sys/stat.h>

typedef enum { A_WORKBOOK, A_PAGE, A_FOLDER } shape;

static bool ends(const char *path, const char *with)
{
    const size_t n = strlen(path), k = strlen(with);
    return n > k && !strcasecmp(path + n - k, with);
}

static sia_status shape_of(shape *is, const session *s, sia_err *err)
{
    static const char *const tables[] = { ".csv", ".tsv", ".jsonl", ".md", ".docx", ".sqlite" };
    const char *out = s->set.output;
    if (!out) return sia_fail(err, SIA_MSG_REPORT_WHERE, 0, SIA_STR("report"), "");
    for (size_t i = 0; i < SIA_COUNT_OF(tables); i++)
        if (ends(out, tables[i])) return sia_fail(err, SIA_MSG_REPORT_WHERE, 0, sia_str_of(out), "");
    *is = ends(out, ".xlsx") ? A_WORKBOOK : ends(out, ".html") || ends(out, ".htm") ? A_PAGE : A_FOLDER;
    return SIA_OK;
}

/* ---- one file of all tables ------------------------------------------------------------------------------------------- */

typedef struct { sia_sink to; sia_str where; outlet now; } stream;

static sia_status into_stream(void *ctx, const study_sheet *x, session *of, sia_err *err)
{
    stream *f = ctx;
    (void)err;
    f->now = (outlet){ f->to, f->where, SIA_XLSX, x->id, sia_word(x->title, of->lang) };
    of->outlet = &f->now;
    return SIA_OK;
}

static sia_status one_file(session *s, const char *job, sia_err *err)
{
    stream f;
    SIA_TRY(session_plain(s, &f.to, err));
    SIA_TRY(export_open(s, job, &f.to, err));
    f.where = s->sink_name;
    SIA_TRY(study_run(s, &(study_place){ into_stream, &f, !strcmp(job, "html") }, err));
    return session_close(s, err);
}

/* ---- a folder of tables ------------------------------------------------------------------------------------------------- */

static sia_status into_folder(void *ctx, const study_sheet *x, session *of, sia_err *err)
{
    of->set.output = sia_printf(of->arena, "%s/%s.csv", (const char *)ctx, x->id).p;
    of->set.format = SIA_CSV;
    return sia_arena_ok(of->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status folder(session *s, sia_err *err)
{
    const char *path = s->set.output;
    if (mkdir(path, 0777) && errno != EEXIST) return sia_fail(err, SIA_MSG_WRITE, errno, sia_str_of(path), "");
    return study_run(s, &(study_place){ into_folder, (void *)(uintptr_t)path, false }, err);
}

/* ---- the verb ------------------------------------------------------------------------------------------------------------ */

static sia_status report(session *s, sia_err *err)
{
    shape is = A_FOLDER;
    SIA_TRY(shape_of(&is, s, err));
    SIA_TRY(session_inputs(s, 0, err));
    SIA_TRY(session_roots(s, err));
    SIA_TRY(session_spelling(s, err));
    switch (is) {
    case A_WORKBOOK: return one_file(s, "xlsx", err);
    case A_PAGE:     return one_file(s, "html", err);
    case A_FOLDER:   return folder(s, err);
    }
    return SIA_OK;
}

const command cmd_report = {
    { "report", "-o FILE.xlsx|FILE.html|FOLDER [INPUT...]", SIA_MSG_CMD_REPORT,
      { &opts_input, &opts_codebook, &opts_repair, &opts_report, &opts_general },
      { "siasat report skripsi/ -o laporan.xlsx", "siasat report skripsi/ -o laporan.html", "siasat report skripsi/ -o laporan/" } },
    report,
};
