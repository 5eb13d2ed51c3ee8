/* siasat methods: the paragraphs that say how a report came to be, for a thesis's chapter on its method. */
#include "formats.h"
#include "prose.h"
#include "running.h"
#include <strings.h>

static int swallow(void *ctx, const char *p, size_t n)
{
    (void)ctx;
    (void)p;
    (void)n;
    return 0;
}

static sia_status nowhere(void *ctx, const study_sheet *x, session *of, sia_err *err)
{
    static const outlet none = { { swallow, NULL }, { "", 0 }, SIA_CSV, "", "" };
    (void)ctx;
    (void)x;
    (void)err;
    of->outlet = &none;
    return SIA_OK;
}

static sia_status write_running(session *s, const passage p[PASSAGES], sia_err *err)
{
    SIA_TRY(running_open(s, err));
    for (int i = 0; i < PASSAGES; i++) {
        running_head(s, p[i].head);
        running_paragraph(s, p[i].text);
    }
    return session_close(s, err);
}

static sia_status write_plain(session *s, const passage p[PASSAGES], sia_err *err)
{
    sia_sink to;
    SIA_TRY(session_plain(s, &to, err));
    const sia_str text = prose_text(p, s->arena);
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    const int failed = to.write(to.ctx, text.p, text.n);
    return failed ? sia_fail(err, SIA_MSG_WRITE, failed, s->sink_name, "") : session_close(s, err);
}

static sia_status methods(session *s, sia_err *err)
{
    study is;
    passage p[PASSAGES];
    if (format_asked(s) >= 0 && !running_asked(s)) return sia_fail(err, SIA_MSG_RUNNING_FORMAT, 0, sia_str_of(s->set.output), "");
    SIA_TRY(study_prepare(s, err));
    SIA_TRY(study_run(s, &is, &(study_place){ .place = nowhere }, err));
    SIA_TRY(prose_of(p, &is, s->lang, s->arena, err));
    return running_asked(s) ? write_running(s, p, err) : write_plain(s, p, err);
}

const command cmd_methods = {
    { "methods", "[INPUT...]", SIA_MSG_CMD_METHODS,
      { &opts_input, &opts_codebook, &opts_repair, &opts_methods, &opts_general },
      { "siasat methods --lang id skripsi/ -o metode.docx", "siasat methods --lang en --repair skripsi/" } },
    methods,
};
