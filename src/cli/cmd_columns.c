/* siasat columns: what the columns of a command's table mean. */
#include "session.h"

static void put_col(sia_table *t, const sia_columns *c, const sia_col *col, sia_lang lang)
{
    static const char *const types[] = { "text", "count", "real" };
    sia_put_text(t, sia_str_of(c->command));
    sia_put_text(t, sia_str_of(col->name));
    sia_put_text(t, sia_str_of(types[col->type]));
    sia_put_text(t, sia_str_of(col->unit));
    sia_put_text(t, sia_str_of(col->means[lang]));
    sia_put_text(t, sia_str_of(col->formula));
    sia_put_text(t, sia_str_of(col->source));
}

static void put_all(sia_table *t, const sia_columns *c, sia_lang lang)
{
    for (uint32_t i = 0; i < c->n; i++) put_col(t, c, &c->cols[i], lang);
}

static sia_status columns(session *s, sia_err *err)
{
    const sia_columns *c = NULL;
    for (int i = 0; i < s->operands; i++)
        if (!sia_columns_of(sia_str_of(s->operand[i])))
            return sia_fail(err, SIA_MSG_COLUMNS_OF, 0, SIA_STR("columns"), "'%s'", s->operand[i]);
    SIA_TRY(session_table(s, "columns", err));
    for (int i = 0; i < s->operands; i++) put_all(s->table, sia_columns_of(sia_str_of(s->operand[i])), s->lang);
    for (uint32_t i = 0; !s->operands && (c = sia_columns_at(i)); i++) put_all(s->table, c, s->lang);
    return session_close(s, err);
}

const command cmd_columns = {
    { "columns", "[COMMAND...]", SIA_MSG_CMD_COLUMNS, { &opts_output, &opts_general }, { "siasat columns freq" } },
    columns,
};
