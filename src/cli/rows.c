/* The rows of a table as documents; its other columns are what is known of them. */
#include "rows.h"
#include "meta.h"
#include "returned.h"

typedef struct { session *s; SIA_VEC(input) files; sia_row head; } unfolding;

enum { TEXT, DOC, WORK, KEYS };

static bool same_head(const sia_row *a, const sia_row *b)
{
    bool same = a->n == b->n;
    for (uint32_t i = 0; same && i < a->n; i++) same = sia_str_eq(a->cell[i], b->cell[i]);
    return same;
}

/* The first table says what columns there are. */
static sia_status take_head(unfolding *u, sia_str name, const sia_sheet *sheet, sia_err *err)
{
    const sia_row *head = &sheet->rows.v[0];
    if (u->head.n && !same_head(&u->head, head)) return sia_fail_at(err, SIA_MSG_ROWS_HEAD, name, head->line, 1, "");
    if (u->head.n) return SIA_OK;
    u->head = *head;
    return meta_take(u->s, name, sheet, err);
}

static void add_row(unfolding *u, const input *file, const sia_row *row, const uint32_t key[KEYS])
{
    sia_arena *a = u->s->arena;
    const sia_str doc = returned_cell(row, key[DOC]), work = returned_cell(row, key[WORK]), text = returned_cell(row, key[TEXT]);
    sia_str *cells = sia_new(a, sia_str, META_MOST);
    for (uint32_t k = 0; cells && k < META_MOST; k++) cells[k] = returned_cell(row, k);
    const input one = {
        .path = doc.n ? doc : sia_printf(a, "%s:%u", file->path.p, row->line), .work = work.n ? work : file->path, .meta = cells,
        .bytes = text.p ? text : SIA_STR(""), .order = u->files.n,
    };
    sia_push(a, &u->files, one);
}

static sia_status add_table(unfolding *u, const input *file, sia_err *err)
{
    const char *wanted = u->s->set.text_column;
    const returned_key keys[KEYS] = { { NULL, sia_fold(u->s->arena, sia_str_of(wanted)).p }, { "meta", "doc" }, { "meta", "work" } };
    uint32_t key[KEYS];
    sia_sheet sheet;
    SIA_TRY(returned_open(&sheet, u->s, file->path.p, err));
    for (int k = 0; k < KEYS; k++) key[k] = returned_column(sheet.rows.n ? &sheet.rows.v[0] : NULL, &keys[k], 1, u->s->arena);
    if (key[TEXT] == UINT32_MAX) return sia_fail_at(err, SIA_MSG_COLUMN_MISSING, file->path, 1, 1, "%s", wanted);
    SIA_TRY(take_head(u, file->path, &sheet, err));
    for (uint32_t r = 1; r < sheet.rows.n; r++) add_row(u, file, &sheet.rows.v[r], key);
    return SIA_OK;
}

sia_status rows_unfold(session *s, sia_err *err)
{
    unfolding u = { .s = s };
    if (!s->set.text_column) return SIA_OK;
    if (s->set.meta) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR(""), "--meta, --text-column");
    for (uint32_t i = 0; i < s->in.files.n; i++) SIA_TRY(add_table(&u, &s->in.files.v[i], err));
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    memcpy(&s->in.files, &u.files, sizeof u.files);
    return inputs_number_works(&s->in, s->arena, err);
}
