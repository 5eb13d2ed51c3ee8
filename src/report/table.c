/* Tables: typed rows through one buffer to a sink; failures stick until the close. */
#include "writer.h"

void sia_flush(sia_table *t)
{
    if (!t->failed && t->used) t->failed = t->to.write(t->to.ctx, t->buf, t->used);
    t->used = 0;
}

void sia_out_far(sia_table *t, const char *p, size_t n)
{
    sia_flush(t);
    if (n > SIA_TABLE_BUFFER) {
        if (!t->failed) t->failed = t->to.write(t->to.ctx, p, n);
        return;
    }
    if (n) memcpy(t->buf + t->used, p, n);
    t->used += n;
}

/* ---- mending ----------------------------------------------------------------------------------- */

/* Bytes of the character at p, 0 where it is not UTF-8. */
static size_t whole_char(const char *p, size_t left)
{
    for (size_t n = 1; n <= 4 && n <= left; n++)
        if (sia_utf8_valid((sia_str){ p, n })) return n;
    return 0;
}

/* File names may hold any bytes, and they are cells too. Grows at most to three times the text. */
static sia_str mended(sia_table *t, sia_str s)
{
    t->scratch.n = 0;
    for (size_t i = 0, n; i < s.n && sia_arena_ok(t->a); i += n ? n : 1) {
        n = whole_char(s.p + i, s.n - i);
        if (n && !s.p[i]) continue;
        const char *from = n ? s.p + i : "\xEF\xBF\xBD";
        for (size_t k = 0; k < (n ? n : 3); k++) sia_push(t->a, &t->scratch, from[k]);
    }
    return (sia_str){ t->scratch.v, t->scratch.n };
}

static bool sound(sia_str s) { return !memchr(s.p, 0, s.n) && sia_utf8_valid(s); }

/* Groups name columns, too, and file names groups. */
static sia_str sound_head(sia_table *t, sia_str s) { return sound(s) ? s : sia_dup(t->a, mended(t, s)); }

sia_str sia_col_name(sia_table *t, uint32_t i) { return sound_head(t, sia_str_of(t->cols[i].name)); }

sia_str sia_col_head(sia_table *t, uint32_t i)
{
    return t->o.titles < 0 ? sia_col_name(t, i) : sound_head(t, sia_str_of(t->cols[i].title[t->o.titles == SIA_ID]));
}

/* ---- cells -------------------------------------------------------------------------------------- */

static inline void next(sia_table *t)
{
    if (++t->at < t->n) return;
    t->at = 0;
    t->w->end_row(t);
}

void sia_put_text(sia_table *t, sia_str s)
{
    const bool plain = sia_plain(s, '"', t->special);
    if (!plain && !sound(s)) s = mended(t, s);
    t->w->text(t, s, plain);
    next(t);
}

static inline void put_number(sia_table *t, const sia_set_number *m)
{
    t->w->number(t, (sia_str){ m->digits, m->n });
    next(t);
}

void sia_put_count(sia_table *t, uint64_t v)
{
    sia_set_number *m = &t->last[t->at];
    if (m->type != SIA_COUNT || m->of.count != v) {
        *m = (sia_set_number){ .type = SIA_COUNT, .of.count = v };
        m->n = sia_count_digits(m->digits, v);
    }
    put_number(t, m);
}

void sia_put_real(sia_table *t, double v)
{
    sia_set_number *m = &t->last[t->at];
    if (m->type != SIA_REAL || memcmp(&m->of.real, &v, sizeof v) != 0) {       /* bits: 0 is not -0, NaN is itself */
        *m = (sia_set_number){ .type = SIA_REAL, .of.real = v };
        m->n = t->o.format == SIA_TABLE ? sia_real_fixed(m->digits, v, t->point) : sia_real_digits(m->digits, v, t->point);
    }
    put_number(t, m);
}

void sia_put_exp(sia_table *t, double log_v)
{
    char digits[SIA_DIGITS];
    const size_t n = sia_exp_digits(digits, log_v, t->o.format == SIA_TABLE, t->point);
    t->w->number(t, (sia_str){ digits, n });
    next(t);
}

void sia_put_none(sia_table *t)
{
    t->w->number(t, (sia_str){ "", 0 });
    next(t);
}

/* ---- life ---------------------------------------------------------------------------------------- */

static const sia_writer *writer_of(sia_format f)
{
    switch (f) {
    case SIA_CSV:   return &sia_delimited_writer;
    case SIA_TSV:   return &sia_delimited_writer;
    case SIA_JSONL: return &sia_jsonl_writer;
    case SIA_MD:    return &sia_md_writer;
    case SIA_TABLE: return &sia_pretty_writer;
    case SIA_XLSX:  return &sia_wire_writer;
    case SIA_DOCX:  return &sia_wire_writer;
    case SIA_SQLITE: return &sia_wire_writer;
    case SIA_HTML:  return &sia_wire_writer;
    case SIA_ROWS:  return &sia_row_writer;
    case SIA_RUNNING: return &sia_running_writer;
    }
    return &sia_delimited_writer;
}

sia_table *sia_table_open(const sia_table_options *o, const sia_col *cols, uint32_t n, sia_sink to, sia_arena *a)
{
    sia_table *t = sia_alloc_raw(a, sizeof *t, 1);
    if (!t) return NULL;
    memset(t, 0, offsetof(sia_table, buf));
    t->o = *o;
    t->w = writer_of(o->format);
    t->cols = cols;
    t->n = n;
    t->a = a;
    t->to = to;
    t->point = '.';
    t->eol = SIA_STR("\n");
    t->last = sia_new(a, sia_set_number, n);
    return t->last && t->w->open(t) ? t : NULL;
}

sia_status sia_table_close(sia_table *t, sia_str where, sia_err *err)
{
    while (t->at) sia_put_none(t);
    t->w->close(t);
    sia_flush(t);
    if (t->failed) return sia_fail(err, SIA_MSG_WRITE, t->failed, where, "");
    if (!sia_arena_ok(t->a)) return sia_fail(err, SIA_MSG_NOMEM, 0, where, "");
    return SIA_OK;
}
