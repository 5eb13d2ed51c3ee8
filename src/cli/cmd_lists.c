/* siasat lists: one row per member of an enumeration, with what it is said to be a member of. */
#include "whereabouts.h"
#include "run.h"

/* Here lex is still the worker's own: only `deliver` runs beside it. */
static sia_status find(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    (void)r;
    (void)worker;
    (void)i;
    sia_members *m = sia_new(d->arena, sia_members, 1);
    if (!m) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    *made = m;
    return sia_doc_lists(d, m, err);
}

static sia_str term_of(const run *r, const sia_doc *d, uint32_t hit)
{
    return hit ? sia_tagger_term(run_tagger(r, 0), d->hits.v[hit - 1].term)->id : SIA_STR("");
}

static sia_status rows(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)err;
    const sia_members *m = made;
    sia_table *t = r->s->table;
    for (uint32_t k = 0; k < m->n; k++) {
        const sia_member *one = &m->v[k];
        const place p = place_of(d, one->member, one->sentence);
        sia_put_text(t, d->text.name);
        sia_put_text(t, sia_str_of(sia_part_name((sia_part)p.section->part)));
        put_page(t, p.page);
        sia_put_count(t, p.sentence);
        sia_put_text(t, one_line(d, one->head.off, sia_end(one->head)));
        sia_put_text(t, term_of(r, d, one->head_hit));
        sia_put_text(t, one_line(d, one->member.off, sia_end(one->member)));
        sia_put_text(t, term_of(r, d, one->member_hit));
        sia_put_count(t, p.start);
        sia_put_count(t, p.end);
    }
    return SIA_OK;
}

static sia_status lists_run(session *s, sia_err *err)
{
    run r = { .s = s, .upto = UPTO_HITS, .whole = true, .tells = true, .digest = find, .deliver = rows };
    SIA_TRY(session_books(s, err));
    SIA_TRY(session_inputs(s, 0, err));
    return run_rows(&r, "lists", err);
}

const command cmd_lists = {
    { "lists", "[INPUT...]", SIA_MSG_CMD_LISTS, { &opts_input, &opts_codebook, &opts_output, &opts_general },
      { "siasat lists bab4.txt > rincian.csv", "siasat lists --where part=kesimpulan skripsi/" } },
    lists_run,
};
