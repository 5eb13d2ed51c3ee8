/* Running text: a table of two columns, of which Markdown or, by siasat-export, a Word file is made. */
#include "running.h"
#include "export.h"
#include "formats.h"

static const sia_col columns[] = {
    { "kind", SIA_TEXT, "", { "kind", "jenis" }, { "", "" }, "", "", 0 }, { "text", SIA_TEXT, "", { "text", "teks" }, { "", "" }, "", "", 0 },
};

bool running_asked(const session *s)
{
    const int format = format_asked(s);
    return !s->outlet && (format == SIA_DOCX || format == SIA_MD);
}

sia_status running_open(session *s, sia_err *err)
{
    const bool word = format_asked(s) == SIA_DOCX;
    const sia_table_options o = { .format = word ? SIA_DOCX : SIA_RUNNING, .titles = -1, .lang = s->lang, .name = "running", .title = "" };
    sia_sink out;
    if (word) SIA_TRY(format_no_terminal(s, "docx", err));
    SIA_TRY(session_plain(s, &out, err));
    if (word) SIA_TRY(export_open(s, "running", &out, err));
    s->table = sia_table_open(&o, columns, SIA_COUNT_OF(columns), out, s->arena);
    return s->table ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static void put(session *s, sia_str kind, sia_str text)
{
    sia_put_text(s->table, kind);
    sia_put_text(s->table, text);
}

void running_head(session *s, sia_str text) { put(s, SIA_STR("head"), text); }
void running_paragraph(session *s, sia_str text) { put(s, SIA_STR("paragraph"), text); }
