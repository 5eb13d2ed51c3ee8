/* Codebooks from files of every kind: shipped ones by name, sheets as they are, workbooks and the like through a helper. */
#include "session.h"
#include <stdio.h>
#include <unistd.h>

void tell_lacks(session *s, unsigned lacks)
{
    const char *what = lacks == SIA_LACKS_LANDLOCK ? "Landlock" : lacks == SIA_LACKS_SECCOMP ? "seccomp" : "Landlock, seccomp";
    if (lacks && !s->lacks) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_LACKS, s->lang), what).p);
    s->lacks |= lacks;
}

sia_status unpack(session *s, sia_str *out, const char *job, sia_str name, sia_str bytes, sia_err *err)
{
    const bool codings = !strcmp(job, "codings");
    const sia_str path = data_helper(codings ? "siasat-document" : "siasat-codebook", s->arena);
    const sia_helper h = { .path = path.p, .job = job, .needs = codings ? "siasat, libzip4, libexpat1" : "siasat, libzip4, libexpat1, libyaml-0-2" };
    unsigned lacks = 0;
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    const sia_status st = sia_helper_run(out, &lacks, &h, name, bytes, s->arena, err);
    tell_lacks(s, lacks);
    return st;
}

/* Who has a workbook thinks in cells: the place in the TSV that it became is said as one, "kode.xlsx:D5". */
static void name_cell(sia_err *err, const char *name, sia_str tsv)
{
    uint32_t line = 1, column = 0, col = 1;
    if (!err->line || !err->col || strcmp(err->where, name)) return;
    for (size_t i = 0; i < tsv.n && (line < err->line || (line == err->line && col < err->col)); i++) {
        if (line == err->line) column += tsv.p[i] == '\t';
        if (line == err->line) col += ((unsigned char)tsv.p[i] & 0xC0) != 0x80;
        line += tsv.p[i] == '\n';
    }
    if (column >= 26 || strlen(name) + 16 > sizeof err->where) return;
    snprintf(err->where, sizeof err->where, "%s:%c%u", name, (char)('A' + column), err->line);
    err->line = err->col = 0;
}

static sia_status parse(session *s, sia_codebook **cb, const char *name, sia_book_format f, sia_str bytes, sia_losses *lost, sia_err *err)
{
    const char *job = sia_book_job(f);
    const sia_str where = sia_str_of(name);
    sia_str tsv;
    if (job) SIA_TRY(unpack(s, &bytes, job, where, bytes, err));
    SIA_TRY(sia_book_import(&tsv, lost, f, where, bytes, s->arena, err));
    const sia_status st = sia_codebook_parse(cb, where, tsv, s->arena, err);
    if (st && err && f == SIA_BOOK_XLSX) name_cell(err, name, tsv);
    if (st && err && !sia_book_is_ours(f)) err->line = err->col = 0;     /* places in a TSV that nobody sees */
    return st;
}

sia_status data_book_of(session *s, sia_codebook **cb, const char *name, sia_book_format f, sia_losses *lost, sia_err *err)
{
    sia_str bytes;
    SIA_TRY(sia_read_file(&bytes, name, s->arena, err));
    return parse(s, cb, name, f, bytes, lost, err);
}

/* A name without slash or dot that is no file here names a shipped codebook. */
static bool is_shipped(const char *name) { return !strpbrk(name, "/.") && access(name, F_OK); }

static sia_status shipped_bytes(session *s, sia_str *bytes, sia_str *path, const char *name, sia_err *err)
{
    return data_read(bytes, path, sia_printf(s->arena, "codebooks/%s.tsv", name).p, s->arena, err);
}

sia_status data_book_bytes(session *s, sia_str *bytes, const char *name, sia_err *err)
{
    sia_str path;
    return is_shipped(name) ? shipped_bytes(s, bytes, &path, name, err) : sia_read_file(bytes, name, s->arena, err);
}

sia_status data_book(session *s, sia_codebook **cb, const char *name, sia_err *err)
{
    sia_str bytes, path = sia_str_of(name);
    sia_book_format f;
    sia_losses lost = { 0 };
    if (is_shipped(name)) {
        SIA_TRY(shipped_bytes(s, &bytes, &path, name, err));
        return sia_codebook_parse(cb, path, bytes, s->arena, err);
    }
    if (!sia_book_format_of(name, &f)) f = SIA_BOOK_TSV;
    if (!sia_book_is_ours(f)) return sia_fail(err, SIA_MSG_BOOK_CONVERT, 0, path, "%s", name);
    return data_book_of(s, cb, name, f, &lost, err);
}
