/* Setting a run up and closing it: inputs, codebooks, stop lists, the table. */
#define _POSIX_C_SOURCE 200809L
#include "export.h"
#include "formats.h"
#include "meta.h"
#include "cache.h"
#include "reviewed.h"
#include "rows.h"
#include "zipped.h"
#include "twins.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* ---- inputs ---------------------------------------------------------------------------------- */

/* What a folder holds beside documents, in one line. */
static void say_skipped(const session *s)
{
    if (!s->in.skipped) return;
    sia_str line = sia_printf(s->arena, sia_word(SIA_MSG_SAY_SKIPPED, s->lang), s->in.skipped);
    say(s, line.p);
}

static void say_failed(session *s)
{
    for (uint32_t i = 0; i < s->in.failed.n; i++) say_error(s->lang, &s->in.failed.v[i]);
    s->failed += s->in.failed.n;
}

sia_status session_inputs(session *s, int from, sia_err *err)
{
    char *standard[] = { "-" };
    if (s->inputs_known) return SIA_OK;
    s->inputs_known = true;
    bool given = s->operands > from;
    if (!given && isatty(STDIN_FILENO)) return sia_fail(err, SIA_MSG_NO_INPUT, 0, SIA_STR(""), "");
    SIA_TRY(inputs_find(&s->in, given ? s->operand + from : standard, given ? s->operands - from : 1, s->arena, err));
    SIA_TRY(s->set.text_column ? rows_unfold(s, err) : zipped_unfold(s, err));
    if (s->set.cache) SIA_TRY(cache_open(s->set.cache, err));
    say_failed(s);
    say_skipped(s);
    SIA_TRY(meta_join(s, err));
    SIA_TRY(select_parse(s, s->set.where, err));
    return s->set.dedup ? twins_drop(s, err) : SIA_OK;
}

/* ---- codebooks and stop lists ---------------------------------------------------------------- */

sia_status session_books(session *s, sia_err *err)
{
    static const char *const shipped[] = { SHIPPED_BOOK };
    if (s->books) return SIA_OK;
    const char *const *name = s->set.codebooks.n ? s->set.codebooks.v : shipped;
    s->n_books = s->set.codebooks.n ? s->set.codebooks.n : 1;
    s->books = sia_new(s->arena, const sia_codebook *, s->n_books);
    if (!s->books) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    for (uint32_t i = 0; i < s->n_books; i++) {
        sia_codebook *cb;
        SIA_TRY(data_book(s, &cb, name[i], err));
        s->books[i] = cb;
    }
    return s->set.hits ? review_open(&s->review, s, err) : SIA_OK;
}

sia_status session_stops(session *s, const char *shipped, sia_err *err)
{
    sia_stops *stops;
    sia_str bytes, path = s->set.stopwords ? sia_str_of(s->set.stopwords) : SIA_STR("");
    if (!s->set.stopwords && !shipped) return SIA_OK;
    if (s->set.stopwords) SIA_TRY(sia_read_file(&bytes, path.p, s->arena, err));
    else SIA_TRY(data_read(&bytes, &path, shipped, s->arena, err));
    SIA_TRY(sia_stops_parse(&stops, path, bytes, s->arena, err));
    s->stops = stops;
    return SIA_OK;
}

sia_status session_roots(session *s, sia_err *err)
{
    if (s->roots) return SIA_OK;
    SIA_TRY(data_roots(&s->roots, s->arena, err));
    for (uint32_t i = 0; i < s->set.roots.n; i++) {
        sia_str bytes;
        const char *path = s->set.roots.v[i];
        SIA_TRY(sia_read_file(&bytes, path, s->arena, err));
        SIA_TRY(sia_roots_add(s->roots, sia_str_of(path), bytes, err));
    }
    return SIA_OK;
}

/* ---- the output ------------------------------------------------------------------------------ */

static char *volatile temp_to_remove;   /* for the signal handler: the -o file that is not yet in place */

static void remove_and_die(int sig)
{
    if (temp_to_remove) unlink(temp_to_remove);
    export_clean();
    signal(sig, SIG_DFL);
    raise(sig);
}

static sia_status open_file(session *s, sia_err *err)
{
    SIA_TRY(sia_outfile_open(&s->file, s->set.output, s->arena, err));
    temp_to_remove = (char *)(uintptr_t)sia_outfile_temp(s->file).p;
    struct sigaction act = { .sa_handler = remove_and_die, .sa_flags = SA_RESTART };
    static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
    for (size_t i = 0; i < SIA_COUNT_OF(signals); i++) sigaction(signals[i], &act, NULL);
    s->sink_name = sia_str_of(s->set.output);
    return SIA_OK;
}

/* COLUMNS speaks first, so that a table can be cut to a width in a pipe too; 0: no limit. */
static uint32_t table_width(bool terminal)
{
    struct winsize w;
    const char *columns = getenv("COLUMNS");
    if (columns && atol(columns) > 0) return (uint32_t)atol(columns);
    if (!terminal) return 0;
    return !ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) && w.ws_col ? w.ws_col : 80;
}

/* Asked for, or at a terminal that has colours and whose owner has nothing against them (no-color.org). */
static bool in_colour(const session *s, bool terminal)
{
    const char *no = getenv("NO_COLOR"), *kind = getenv("TERM");
    if (s->set.color >= 0) return s->set.color;
    return terminal && !(no && *no) && kind && *kind && strcmp(kind, "dumb");
}

sia_status session_dialect(const session *s, sia_dialect *is, sia_err *err)
{
    static const char *const dialects[] = { "rfc4180", "excel", "excel-id" };
    const char *wish = getenv("SIASAT_DIALECT");
    int dialect = s->set.dialect;
    for (size_t i = 0; dialect < 0 && wish && i < SIA_COUNT_OF(dialects); i++)
        if (!strcmp(wish, dialects[i])) dialect = (int)i;
    if (dialect < 0 && wish && *wish) return sia_fail(err, SIA_MSG_DIALECT_ENV, 0, SIA_STR("SIASAT_DIALECT"), "'%s'", wish);
    *is = dialect < 0 ? SIA_RFC4180 : (sia_dialect)dialect;
    return SIA_OK;
}

static sia_status table_options(session *s, sia_table_options *o, sia_err *err)
{
    bool terminal = !s->set.output && isatty(STDOUT_FILENO);
    sia_dialect dialect;
    sia_format format;
    SIA_TRY(format_of_table(s, terminal, &format, err));
    SIA_TRY(session_dialect(s, &dialect, err));
    *o = (sia_table_options){
        .format = format, .dialect = dialect, .raw = s->set.raw,
        .header = true, .titles = s->set.headers, .lang = s->lang, .width = table_width(terminal), .colour = in_colour(s, terminal),
    };
    return SIA_OK;
}

sia_status session_plain(session *s, sia_sink *out, sia_err *err)
{
    s->sink_name = sia_str_of(sia_word(SIA_MSG_STDOUT, s->lang));
    if (s->set.output) SIA_TRY(open_file(s, err));
    *out = s->file ? sia_outfile_sink(s->file) : sia_stdout_sink();
    return SIA_OK;
}

/* Appends the columns of `more` that are wanted. */
static void append(sia_columns *to, sia_col *all, const sia_columns *more, const bool *wanted)
{
    for (uint32_t k = 0; more && k < more->n; k++) if (!wanted || wanted[k]) all[to->n++] = more->cols[k];
}

/* Tables that options add columns from, in order. */
static uint32_t added(session *s, const char *name, const sia_columns **more)
{
    uint32_t n = 0;
    if (s->adds[ADD_NEGATED] || s->adds[ADD_MODALITY] || s->adds[ADD_VOICE]) more[n++] = sia_columns_of(SIA_STR("tag --columns"));
    if (s->variant) more[n++] = sia_columns_of(sia_printf(s->arena, "%s %s", name, s->variant));
    if (s->set.leave_one_out) more[n++] = sia_columns_of(sia_printf(s->arena, "%s --leave-one-out", name));
    if (s->set.permute) more[n++] = sia_columns_of(sia_printf(s->arena, "%s --permute", name));
    if (s->set.repair) more[n++] = sia_columns_of(sia_printf(s->arena, "%s --repair", name));
    return n;
}

const sia_columns *session_columns(session *s, const char *name)
{
    const sia_columns *own = sia_columns_of(sia_str_of(name)), *more[5];
    const uint32_t n = added(s, name, more);
    uint32_t most = own->n;
    if (!n) return own;
    for (uint32_t i = 0; i < n; i++) most += more[i] ? more[i]->n : 0;
    sia_columns *out = sia_new(s->arena, sia_columns, 1);
    sia_col *all = sia_new(s->arena, sia_col, most);
    if (!out || !all) return NULL;
    memcpy(all, own->cols, own->n * sizeof *all);
    *out = (sia_columns){ own->command, all, own->n };
    for (uint32_t i = 0; i < n; i++)
        append(out, all, more[i], more[i] == sia_columns_of(SIA_STR("tag --columns")) ? s->adds : NULL);
    return out;
}

sia_status session_table(session *s, const char *name, sia_err *err)
{
    const sia_columns *c = session_columns(s, name);
    return c ? session_table_columns(s, c, err) : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

/* One table of several, in one stream. Who asks in SQL wants names that stay, in any language. */
static sia_status table_of_report(session *s, const sia_columns *c, sia_err *err)
{
    const outlet *to = s->outlet;
    const sia_table_options o = { .format = to->format, .header = true, .titles = to->format == SIA_SQLITE ? -1 : (int)s->lang, .lang = s->lang,
                                  .name = to->name, .title = to->title };
    s->sink_name = to->where;
    s->table = sia_table_open(&o, c->cols, c->n, to->to, s->arena);
    return s->table ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

sia_status session_table_columns(session *s, const sia_columns *c, sia_err *err)
{
    sia_table_options o;
    sia_sink out;
    s->columns = *c;
    if (s->outlet) return table_of_report(s, c, err);
    SIA_TRY(table_options(s, &o, err));
    o.name = c->command;
    o.title = sia_word(s->about, s->lang);
    SIA_TRY(session_plain(s, &out, err));
    if (o.format >= SIA_XLSX) SIA_TRY(export_open(s, format_name(o.format), &out, err));
    s->table = sia_table_open(&o, c->cols, c->n, out, s->arena);
    return s->table ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

sia_status session_close(session *s, sia_err *err)
{
    if (s->table) SIA_TRY(sia_table_close(s->table, s->sink_name, err));
    SIA_TRY(export_close(s, err));
    if (!s->file) return SIA_OK;
    SIA_TRY(sia_outfile_close(s->file, err));
    temp_to_remove = NULL;
    s->file = NULL;
    return SIA_OK;
}

void session_drop(session *s)
{
    export_drop(s);
    if (s->outlet) return;                                   /* what it goes to is not ours */
    sia_outfile_drop(s->file);
    temp_to_remove = NULL;
    s->file = NULL;
}
