/* siasat report: a whole study as one workbook, one database, one page, or a folder of tables. */
#include "datapackage.h"
#include "export.h"
#include "prose.h"
#include <errno.h>
#include <strings.h>
#include <sys/stat.h>

static bool ends(const char *path, const char *with)
{
    const size_t n = strlen(path), k = strlen(with);
    return n > k && !strcasecmp(path + n - k, with);
}

static sia_status shape_of(study_shape *is, const session *s, sia_err *err)
{
    static const char *const tables[] = { ".csv", ".tsv", ".jsonl", ".md", ".docx", ".qdpx" };
    const char *out = s->set.output;
    if (!out) return sia_fail(err, SIA_MSG_REPORT_WHERE, 0, SIA_STR("report"), "");
    for (size_t i = 0; i < SIA_COUNT_OF(tables); i++)
        if (ends(out, tables[i])) return sia_fail(err, SIA_MSG_REPORT_WHERE, 0, sia_str_of(out), "");
    *is = ends(out, ".xlsx") ? STUDY_WORKBOOK : ends(out, ".sqlite") ? STUDY_DATABASE : ends(out, ".html") || ends(out, ".htm") ? STUDY_PAGE : STUDY_FOLDER;
    return SIA_OK;
}

/* ---- one file of all tables ------------------------------------------------------------------------------------------- */

typedef struct { sia_sink to; sia_str where; sia_format format; outlet now; } stream;

static sia_status into_stream(void *ctx, const study_sheet *x, session *of, sia_err *err)
{
    stream *f = ctx;
    (void)err;
    f->now = (outlet){ f->to, f->where, f->format, x->id, sia_word(x->title, of->lang) };
    of->outlet = &f->now;
    return SIA_OK;
}

static sia_status one_file(session *s, study_shape shape, sia_err *err)
{
    static const char *const job[] = { [STUDY_WORKBOOK] = "report", [STUDY_DATABASE] = "sqlite", [STUDY_PAGE] = "html" };
    stream f = { .format = shape == STUDY_DATABASE ? SIA_SQLITE : SIA_XLSX };
    study is;
    SIA_TRY(session_plain(s, &f.to, err));
    SIA_TRY(export_open(s, job[shape], &f.to, err));
    f.where = s->sink_name;
    SIA_TRY(study_run(s, &is, &(study_place){ into_stream, NULL, &f, shape }, err));
    return session_close(s, err);
}

/* ---- a folder of tables ------------------------------------------------------------------------------------------------- */

typedef struct { const char *path; datapackage package; } folder;

static sia_status into_folder(void *ctx, const study_sheet *x, session *of, sia_err *err)
{
    of->set.output = sia_printf(of->arena, "%s/%s.csv", ((const folder *)ctx)->path, x->id).p;
    of->set.format = SIA_CSV;
    return sia_arena_ok(of->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status describe(void *ctx, const study_made *made, session *of, sia_err *err)
{
    folder *f = ctx;
    sia_str bytes;
    SIA_TRY(sia_read_file(&bytes, of->set.output, of->arena, err));
    return datapackage_add(&f->package, made, bytes, of, err);
}

static sia_status write_text(session *s, const char *where, const char *name, sia_str text, sia_err *err)
{
    sia_outfile *f;
    const sia_str path = sia_printf(s->arena, "%s/%s", where, name);
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(sia_outfile_open(&f, path.p, s->arena, err));
    const sia_sink to = sia_outfile_sink(f);
    const int failed = to.write(to.ctx, text.p, text.n);
    if (!failed) return sia_outfile_close(f, err);
    sia_outfile_drop(f);
    return sia_fail(err, SIA_MSG_WRITE, failed, path, "");
}

static sia_status write_methods(session *s, const study *is, const char *path, sia_err *err)
{
    static const char *const name[] = { [SIA_EN] = "methods.txt", [SIA_ID] = "metode.txt" };
    passage p[PASSAGES];
    for (int lang = SIA_EN; lang <= SIA_ID; lang++) {
        SIA_TRY(prose_of(p, is, (sia_lang)lang, s->arena, err));
        SIA_TRY(write_text(s, path, name[lang], prose_text(p, s->arena), err));
    }
    return SIA_OK;
}

/* The description comes last: where it stands, the folder is whole. */
static sia_status into_a_folder(session *s, sia_err *err)
{
    study is;
    folder f = { .path = s->set.output };
    if (mkdir(f.path, 0777) && errno != EEXIST) return sia_fail(err, SIA_MSG_WRITE, errno, sia_str_of(f.path), "");
    datapackage_begin(&f.package, s);
    SIA_TRY(study_run(s, &is, &(study_place){ into_folder, describe, &f, STUDY_FOLDER }, err));
    SIA_TRY(write_methods(s, &is, f.path, err));
    const sia_str json = datapackage_end(&f.package);
    return write_text(s, f.path, "datapackage.json", json, err);
}

/* ---- the verb ------------------------------------------------------------------------------------------------------------ */

static sia_status report(session *s, sia_err *err)
{
    study_shape shape = STUDY_FOLDER;
    SIA_TRY(shape_of(&shape, s, err));
    SIA_TRY(study_prepare(s, err));
    return shape == STUDY_FOLDER ? into_a_folder(s, err) : one_file(s, shape, err);
}

const command cmd_report = {
    { "report", "-o FILE.xlsx|FILE.html|FILE.sqlite|FOLDER [INPUT...]", SIA_MSG_CMD_REPORT,
      { &opts_input, &opts_codebook, &opts_repair, &opts_report, &opts_general },
      { "siasat report skripsi/ -o laporan.xlsx", "siasat report skripsi/ -o laporan.html", "siasat report skripsi/ -o laporan.sqlite", "siasat report skripsi/ -o laporan/" } },
    report,
};
