/* Unrepaired: a census of the documents as they stand, kept beside that of the repaired ones. */
#include "unrepaired.h"

bool unrepaired_open(unrepaired *u, const census *like, session *s)
{
    *u = (unrepaired){ .cells = sia_lex_new(s->arena) };
    u->c.it = like->it;
    u->c.by = like->by;
    return u->cells && census_open(&u->c, s);
}

sia_status unrepaired_digest(unrepaired *u, run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    run other = run_for(r, &u->c);
    return census_digest(&other, worker, i, d, made, err);
}

sia_status unrepaired_deliver(unrepaired *u, run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    run other = run_for(r, &u->c);
    return census_deliver(&other, i, d, made, err);
}

static sia_str cell(sia_str group, sia_str item, sia_arena *a)
{
    return sia_printf(a, "%.*s\t%.*s", (int)group.n, group.p, (int)item.n, item.p);
}

sia_status unrepaired_close(unrepaired *u, run *r, sia_namer *name, sia_err *err)
{
    run other = run_for(r, &u->c);
    sia_arena *a = r->s->arena;
    SIA_TRY(census_close(&u->c, &other, err));
    const size_t n = sia_counts_cells(u->c.counts);
    sia_tally *t = sia_counts_sorted(u->c.counts, name, &u->c, a);
    for (size_t i = 0; t && i < n && sia_arena_ok(a); i++)
        if (sia_lex_id(u->cells, cell(sia_lex_str(u->c.groups, t[i].group), name(&u->c, t[i].item), a)) == i + 1)
            sia_push(a, &u->counts, t[i].count);
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

uint64_t unrepaired_count(const unrepaired *u, sia_str group, sia_str item, sia_arena *a)
{
    sia_id id = sia_lex_find(u->cells, cell(group, item, a));
    return id && id <= u->counts.n ? u->counts.v[id - 1] : 0;
}
