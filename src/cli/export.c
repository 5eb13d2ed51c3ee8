/* Feeding siasat-export, with a folder for its files. */
#define _DEFAULT_SOURCE
#include "export.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

struct exporting { sia_helper h; sia_feed *feed; };

static char *volatile folder, *volatile file;                /* for the handler: what is to be removed */

void export_clean(void)
{
    if (file) unlink(file);
    if (folder) rmdir(folder);
    file = folder = NULL;
}

static sia_status make_folder(session *s, sia_err *err)
{
    const char *given = getenv("TMPDIR");
    char *path = (char *)(uintptr_t)sia_printf(s->arena, "%s/siasat-XXXXXX", given && *given ? given : "/tmp").p;
    char *inside = (char *)(uintptr_t)sia_printf(s->arena, "%s/siasat-export.tmp", path).p;
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (!mkdtemp(path)) return sia_fail(err, SIA_MSG_WRITE, errno, sia_str_of(path), "");
    memcpy(inside, path, strlen(path));
    folder = path;
    file = inside;
    return SIA_OK;
}

/* A spreadsheet program that has a file open keeps a file of its own beside it. */
static sia_status look_for_owner(session *s, sia_err *err)
{
    static const char *const beside[][2] = { { "~$", "" }, { ".~lock.", "#" } };            /* Excel; LibreOffice */
    const char *out = s->set.output, *slash = out ? strrchr(out, '/') : NULL, *name = slash ? slash + 1 : out;
    for (size_t i = 0; out && i < SIA_COUNT_OF(beside); i++) {
        const sia_str lock = sia_printf(s->arena, "%.*s%s%s%s", (int)(name - out), out, beside[i][0], name, beside[i][1]);
        if (sia_arena_ok(s->arena) && !access(lock.p, F_OK)) return sia_fail(err, SIA_MSG_OUT_OPEN, 0, sia_str_of(out), "%s", lock.p);
    }
    return SIA_OK;
}

sia_status export_open(session *s, const char *format, sia_sink *out, sia_err *err)
{
    exporting *e = sia_new(s->arena, exporting, 1);
    if (!e) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(look_for_owner(s, err));
    SIA_TRY(make_folder(s, err));
    e->h = (sia_helper){ .path = data_helper("siasat-export", s->arena).p, .job = format, .scratch = folder,
                         .needs = "siasat, libxlsxwriter4, libsqlite3-0", .seconds = 600 };
    s->exporting = e;
    SIA_TRY(sia_feed_open(&e->feed, &e->h, *out, s->sink_name, s->arena, err));
    *out = sia_feed_sink(e->feed);
    return SIA_OK;
}

sia_status export_close(session *s, sia_err *err)
{
    exporting *e = s->exporting;
    uint64_t cut = 0;
    if (!e) return SIA_OK;
    s->exporting = NULL;
    const sia_status st = sia_feed_close(e->feed, &s->lacks, &cut, err);
    export_clean();
    if (cut) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_CELLS_CUT, s->lang), (unsigned long long)cut).p);
    return st;
}

void export_drop(session *s)
{
    if (s->exporting) sia_feed_drop(s->exporting->feed);
    s->exporting = NULL;
    export_clean();
}
