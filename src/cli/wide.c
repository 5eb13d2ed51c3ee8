/* --wide: a row an item, a column a group. */
#include "wide.h"
#include "sorter.h"

sia_status wide_report(const census *c, sia_namer *name, const void *ctx, session *s, sia_err *err)
{
    enum { AHEAD = 3 };                                      /* item, label, category */
    grid g;
    sorter *o;
    const sia_columns *cols = grid_of(&g, c, name, ctx, s) ? grid_columns(&g, sia_columns_of(SIA_STR("freq --wide")), AHEAD, NULL, s) : NULL;
    if (!cols) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(sorter_open_columns(&o, s, cols, err));
    for (uint32_t i = 0; i < g.rows; i++) {
        const grid_row *r = &g.row[i];
        if (s->set.top && i >= s->set.top) { s->rows_cut++; continue; }
        sort_text(o, r->name);
        sort_text(o, items_label(&c->it, r->item));
        sort_text(o, items_category(&c->it, r->item));
        for (uint32_t k = 0; k < g.groups; k++) sort_count(o, r->count[k]);
        sort_count(o, r->total);
    }
    return sorter_flush(o, err);
}
