/* siasat codebook convert, siasat codebook new: codebooks to and from other programs; a first one to fill in. */
#include "convert.h"
#include <unistd.h>

/* ---- convert ---------------------------------------------------------------------------------------------------- */

static sia_status format_of(const char *path, sia_book_format *f, sia_err *err)
{
    return sia_book_format_of(path, f) ? SIA_OK : sia_fail(err, SIA_MSG_BOOK_FORMAT, 0, SIA_STR(""), "'%s'", path);
}

static sia_status read_from(session *s, const char *from, sia_codebook **cb, sia_losses *lost, sia_err *err)
{
    sia_book_format f;
    if (!strpbrk(from, "/.") && access(from, F_OK)) return data_book(s, cb, from, err);
    SIA_TRY(format_of(from, &f, err));
    return data_book_of(s, cb, from, f, lost, err);
}

/* The whole of `bytes` as the file `path`, or nothing; -o keeps its meaning for what is printed. */
static sia_status write_to(session *s, const char *path, sia_str bytes, sia_err *err)
{
    const char *output = s->set.output;
    sia_sink to;
    s->set.output = path;
    SIA_TRY(session_plain(s, &to, err));
    const int failed = to.write(to.ctx, bytes.p, bytes.n);
    if (failed) return sia_fail(err, SIA_MSG_WRITE, failed, s->sink_name, "");
    SIA_TRY(session_close(s, err));
    s->set.output = output;
    return SIA_OK;
}

static void put_loss(session *s, const sia_loss *l)
{
    const sia_str says = sia_str_of(sia_word(l->says, s->lang));
    sia_put_text(s->table, sia_str_of(l->kind));
    sia_put_count(s->table, l->n);
    sia_put_text(s->table, sia_str_of(sia_loss_effect_name(l->effect)));
    if (l->line) sia_put_count(s->table, l->line); else sia_put_none(s->table);
    sia_put_text(s->table, l->term);
    sia_put_text(s->table, l->example);
    sia_put_text(s->table, says);
}

sia_status codebook_convert(session *s, sia_err *err)
{
    sia_codebook *cb;
    sia_book_format to;
    sia_losses lost = { 0 };
    sia_str bytes;
    if (s->operands != 3) return sia_fail(err, SIA_MSG_CODEBOOK_VERB, 0, SIA_STR("codebook"), "convert");
    const char *from = s->operand[1], *path = s->operand[2];
    SIA_TRY(format_of(path, &to, err));
    SIA_TRY(read_from(s, from, &cb, &lost, err));
    SIA_TRY(sia_book_export(&bytes, &lost, to, cb, s->arena, err));
    if (to == SIA_BOOK_XLSX) SIA_TRY(unpack(s, &bytes, "workbook", sia_str_of(path), bytes, err));
    SIA_TRY(write_to(s, path, bytes, err));
    SIA_TRY(session_table(s, "codebook convert", err));
    for (uint32_t i = 0; i < lost.n; i++) put_loss(s, &lost.v[i]);
    SIA_TRY(session_close(s, err));
    say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_CONVERTED, s->lang), path, sia_codebook_terms(cb), sia_codebook_categories(cb), lost.n).p);
    return SIA_OK;
}

/* ---- new ---------------------------------------------------------------------------------------------------------- */

typedef SIA_VEC(char) bytes;

static void add(session *s, bytes *to, sia_str what)
{
    for (size_t i = 0; i < what.n; i++) sia_push(s->arena, to, what.p[i]);
}

static void add_cell(session *s, bytes *to, sia_str cell, char delimiter)
{
    const bool quoted = cell.n && (memchr(cell.p, delimiter, cell.n) || memchr(cell.p, '"', cell.n));
    if (quoted) sia_push(s->arena, to, '"');
    for (size_t i = 0; i < cell.n; i++) {
        if (cell.p[i] == '"') sia_push(s->arena, to, '"');
        sia_push(s->arena, to, cell.p[i]);
    }
    if (quoted) sia_push(s->arena, to, '"');
}

/* The lines of advice stand before the sheet. */
static size_t advice_of(sia_str template)
{
    size_t i = 0;
    while (i < template.n && template.p[i] == '#') {
        const char *nl = memchr(template.p + i, '\n', template.n - i);
        i = nl ? (size_t)(nl - template.p) + 1 : template.n;
    }
    return i;
}

/* The template as CSV, as --dialect wants it. */
static sia_status as_csv(session *s, sia_str template, sia_str *out, sia_err *err)
{
    const bool excel = s->set.dialect > 0;
    const char delimiter = s->set.dialect == 2 ? ';' : ',';
    const sia_str end = excel ? SIA_STR("\r\n") : SIA_STR("\n");
    sia_sheet sheet;
    bytes to = { 0 };
    SIA_TRY(sia_sheet_parse(&sheet, SIA_STR(""), template, s->arena, err));
    if (excel) add(s, &to, SIA_STR("\xEF\xBB\xBF"));
    for (size_t i = 0, n = advice_of(template); i < n; i++)
        if (template.p[i] == '\n') add(s, &to, end);
        else sia_push(s->arena, &to, template.p[i]);
    for (uint32_t r = 0; r < sheet.rows.n; r++) {
        for (uint32_t k = 0; k < sheet.rows.v[r].n; k++) {
            if (k) sia_push(s->arena, &to, delimiter);
            add_cell(s, &to, sheet.rows.v[r].cell[k], delimiter);
        }
        add(s, &to, end);
    }
    *out = (sia_str){ to.v, to.n };
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

sia_status codebook_new(session *s, sia_err *err)
{
    const char *path = s->set.output;
    sia_book_format f = SIA_BOOK_TSV;
    sia_str template, from, out;
    if (s->operands != 1) return sia_fail(err, SIA_MSG_CODEBOOK_VERB, 0, SIA_STR("codebook"), "'%s'", s->operand[1]);
    if (path) SIA_TRY(format_of(path, &f, err));
    if (!sia_book_is_ours(f)) return sia_fail(err, SIA_MSG_BOOK_FORMAT, 0, SIA_STR(""), "'%s'", path);
    if (path && !access(path, F_OK)) return sia_fail(err, SIA_MSG_BOOK_EXISTS, 0, sia_str_of(path), "");
    SIA_TRY(data_read(&template, &from, s->lang == SIA_ID ? "templates/kode.id.tsv" : "templates/kode.en.tsv", s->arena, err));
    out = template;
    if (f == SIA_BOOK_CSV) SIA_TRY(as_csv(s, template, &out, err));
    if (f == SIA_BOOK_XLSX) SIA_TRY(unpack(s, &out, "workbook", sia_str_of(path), template, err));
    sia_sink to;
    SIA_TRY(session_plain(s, &to, err));
    const int failed = to.write(to.ctx, out.p, out.n);
    if (failed) return sia_fail(err, SIA_MSG_WRITE, failed, s->sink_name, "");
    return session_close(s, err);
}
