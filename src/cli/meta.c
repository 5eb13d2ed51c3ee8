/* The table of --meta, and which of its rows belongs to which input. */
#include "meta.h"
#include "returned.h"
#include "trailing.h"
#include <stdlib.h>

enum { DOC, WORK, FIRST_PAGE, KEYS };

struct meta {
    sia_str   name;
    sia_sheet sheet;
    uint32_t  n, key[KEYS];             /* columns of the keys; UINT32_MAX: none */
};

/* ---- the table ------------------------------------------------------------------------------------ */

/* Names as the template has them, and its titles in both languages. */
static sia_status find_columns(struct meta *m, session *s, sia_err *err)
{
    static const returned_key keys[KEYS] = { { "meta", "doc" }, { "meta", "work" }, { "meta", "first_page" } };
    const sia_row *head = m->sheet.rows.n ? &m->sheet.rows.v[0] : NULL;
    for (int k = 0; k < KEYS; k++) m->key[k] = returned_column(head, &keys[k], 1, s->arena);
    if (m->key[DOC] == UINT32_MAX && m->key[WORK] == UINT32_MAX)
        return sia_fail_at(err, SIA_MSG_COLUMN_MISSING, m->name, head ? head->line : 1, 1, "%s", "doc");
    if (head->n > META_MOST)
        return sia_fail_at(err, SIA_MSG_META_MANY, m->name, head->line, META_MOST + 1, "%d", META_MOST);
    m->n = head->n;
    return SIA_OK;
}

sia_status meta_open(session *s, sia_err *err)
{
    if (!s->set.meta || s->meta) return SIA_OK;
    struct meta *m = sia_new(s->arena, struct meta, 1);
    if (!m) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    m->name = sia_str_of(s->set.meta);
    SIA_TRY(returned_open(&m->sheet, s, s->set.meta, err));
    SIA_TRY(find_columns(m, s, err));
    s->meta = m;
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, m->name, "");
}

sia_status meta_take(session *s, sia_str name, const sia_sheet *sheet, sia_err *err)
{
    struct meta *m = sia_new(s->arena, struct meta, 1);
    const sia_row *head = &sheet->rows.v[0];
    if (!m) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (head->n > META_MOST) return sia_fail_at(err, SIA_MSG_META_MANY, name, head->line, META_MOST + 1, "%d", META_MOST);
    *m = (struct meta){ name, *sheet, head->n, { UINT32_MAX, UINT32_MAX, UINT32_MAX } };
    s->meta = m;
    return SIA_OK;
}

sia_str meta_name(const session *s, uint32_t column)
{
    const struct meta *m = s->meta;
    const sia_row *head = m ? &m->sheet.rows.v[0] : NULL;
    return head && column < head->n ? head->cell[column] : (sia_str){ NULL, 0 };
}

uint32_t meta_column(const session *s, sia_str name)
{
    const struct meta *m = s->meta;
    if (!m || !name.n) return UINT32_MAX;
    const returned_key key = { "meta", sia_fold(s->arena, name).p };
    return returned_column(&m->sheet.rows.v[0], &key, 1, s->arena);
}

sia_str meta_value(const input *in, uint32_t column) { return in->meta && column < META_MOST ? in->meta[column] : SIA_STR(""); }

sia_str meta_first_page(const session *s, const input *in) { return s->meta ? meta_value(in, s->meta->key[FIRST_PAGE]) : SIA_STR(""); }

/* ---- rows and inputs ------------------------------------------------------------------------------- */

typedef struct {
    session    *s;
    struct meta *m;
    uint32_t   *row;                    /* by input: its row, 0 none */
    size_t     *agrees;                 /* by input: how well */
    uint32_t   *rival;                  /* by input: another row that agrees as well, 0 none */
    bool       *met;                    /* by row: some input has it */
} joining;

static sia_str cell(const joining *j, uint32_t row, int key)
{
    return j->m->key[key] == UINT32_MAX ? SIA_STR("") : returned_cell(&j->m->sheet.rows.v[row], j->m->key[key]);
}

/* A table from a system whose paths have backslashes. */
static sia_str path_cell(const joining *j, uint32_t row)
{
    const sia_str doc = cell(j, row, DOC);
    if (!doc.n || !memchr(doc.p, '\\', doc.n)) return doc;
    const sia_str copy = sia_dup(j->s->arena, doc);
    for (char *p = (char *)(uintptr_t)copy.p; *p; p++) if (*p == '\\') *p = '/';
    return copy;
}

static void row_by_doc(joining *j, uint32_t row, sia_str doc)
{
    const inputs *in = &j->s->in;
    for (uint32_t i = 0; i < in->files.n; i++) {
        const size_t is = trailing_agrees(in->files.v[i].path, doc);
        if (is && is == j->agrees[i]) j->rival[i] = row;
        if (is <= j->agrees[i]) continue;
        j->agrees[i] = is;
        j->row[i] = row;
        j->rival[i] = 0;
    }
}

static sia_status one_row_each(const joining *j, sia_err *err)
{
    for (uint32_t i = 0; i < j->s->in.files.n; i++)
        if (j->rival[i])
            return sia_fail_at(err, SIA_MSG_META_TWICE, j->m->name, j->m->sheet.rows.v[j->rival[i]].line, j->m->key[DOC] + 1, "'%s'",
                               j->s->in.files.v[i].path.p);
    return SIA_OK;
}

static void row_by_work(joining *j, uint32_t row)
{
    const inputs *in = &j->s->in;
    const sia_str work = cell(j, row, WORK);
    for (uint32_t i = 0; work.n && i < in->files.n; i++)
        if (!j->row[i] && trailing_agrees(in->files.v[i].work, work)) j->row[i] = row;
}

static sia_status match(joining *j, sia_err *err)
{
    const uint32_t rows = j->m->sheet.rows.n;
    for (uint32_t r = 1; r < rows; r++) {
        const sia_str doc = path_cell(j, r);
        if (doc.n) row_by_doc(j, r, doc);
    }
    SIA_TRY(one_row_each(j, err));
    for (uint32_t r = 1; r < rows; r++)
        if (!cell(j, r, DOC).n) row_by_work(j, r);
    return SIA_OK;
}

/* The row's cells, as many as there are columns. */
static const sia_str *values(const joining *j, uint32_t row)
{
    sia_str *v = sia_new(j->s->arena, sia_str, META_MOST);
    for (uint32_t k = 0; v && k < j->m->n; k++) v[k] = returned_cell(&j->m->sheet.rows.v[row], k);
    return v;
}

static void give(const joining *j)
{
    const sia_str **of = sia_new(j->s->arena, const sia_str *, (size_t)j->m->sheet.rows.n + 1);
    for (uint32_t i = 0; of && i < j->s->in.files.n; i++) {
        const uint32_t row = j->row[i];
        input *in = &j->s->in.files.v[i];
        if (!row) continue;
        j->met[row] = true;
        if (!of[row]) of[row] = values(j, row);
        in->meta = of[row];
        if (cell(j, row, WORK).n) in->work = sia_dup(j->s->arena, cell(j, row, WORK));
    }
}

/* ---- what did not match ----------------------------------------------------------------------------- */

typedef struct { sia_str names; uint32_t n; } strays;

static void add_stray(strays *x, sia_str name, sia_arena *a)
{
    enum { NAMED = 5 };
    if (++x->n <= NAMED) x->names = sia_printf(a, "%s%s%.*s", x->n > 1 ? x->names.p : "", x->n > 1 ? ", " : "", (int)name.n, name.p);
    else if (x->n == NAMED + 1) x->names = sia_printf(a, "%s ...", x->names.p);
}

static void say_strays(const joining *j)
{
    session *s = j->s;
    strays rows = { 0 }, docs = { 0 };
    for (uint32_t r = 1; r < j->m->sheet.rows.n; r++)
        if (!j->met[r]) add_stray(&rows, cell(j, r, DOC).n ? cell(j, r, DOC) : cell(j, r, WORK), s->arena);
    for (uint32_t i = 0; i < s->in.files.n; i++)
        if (!j->row[i]) add_stray(&docs, s->in.files.v[i].path, s->arena);
    if (rows.n) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_META_ROWS, s->lang), s->set.meta, rows.n, rows.names.p).p);
    if (docs.n) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_META_DOCS, s->lang), s->set.meta, docs.n, docs.names.p).p);
}

sia_status meta_join(session *s, sia_err *err)
{
    SIA_TRY(meta_open(s, err));
    if (!s->meta || s->set.text_column) return SIA_OK;
    joining j = { .s = s, .m = s->meta };
    j.row = sia_new(s->arena, uint32_t, (size_t)s->in.files.n + 1);
    j.agrees = sia_new(s->arena, size_t, (size_t)s->in.files.n + 1);
    j.rival = sia_new(s->arena, uint32_t, (size_t)s->in.files.n + 1);
    j.met = sia_new(s->arena, bool, (size_t)j.m->sheet.rows.n + 1);
    if (!j.row || !j.agrees || !j.rival || !j.met) return sia_fail(err, SIA_MSG_NOMEM, 0, j.m->name, "");
    SIA_TRY(match(&j, err));
    give(&j);
    say_strays(&j);
    return inputs_number_works(&s->in, s->arena, err);
}
