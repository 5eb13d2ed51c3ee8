/* siasat tag: one row per coded term found in a text. */
#include "whereabouts.h"
#include "run.h"

static void put_hit(run *r, const sia_doc *d, const sia_hit *h, uint64_t content)
{
    const sia_tagger *g = run_tagger(r, 0);                  /* terms are the same for every worker */
    const sia_term *term = sia_tagger_term(g, h->term);
    place p = place_of(d, h->span, h->sentence);
    sia_table *t = r->s->table;
    char id[13];
    sia_put_text(t, hit_id(content, p.start, p.end, term->id, id));
    sia_put_text(t, d->text.name);
    sia_put_text(t, sia_str_of(sia_part_name((sia_part)p.section->part)));
    sia_put_text(t, p.section->name);
    put_page(t, p.page);
    sia_put_count(t, p.paragraph);
    sia_put_count(t, p.sentence);
    sia_put_count(t, p.start);
    sia_put_count(t, p.end);
    sia_put_text(t, sia_tagger_category(g, h->term)->code);
    sia_put_text(t, term->id);
    sia_put_text(t, term->label);
    sia_put_text(t, p.surface);
    sia_put_text(t, context_of(d, h->sentence, h->span));
    sia_put_none(t);                                         /* decision: the reviewer's */
}

static sia_status rows(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)made;
    (void)err;
    uint64_t content = d->hits.n ? content_hash(d->text.in) : 0;
    for (uint32_t k = 0; k < d->hits.n; k++) put_hit(r, d, &d->hits.v[k], content);
    return SIA_OK;
}

static sia_status tag(session *s, sia_err *err)
{
    run r = { .s = s, .upto = UPTO_HITS, .tells = true, .deliver = rows };
    SIA_TRY(session_books(s, err));
    SIA_TRY(session_inputs(s, 0, err));
    return run_rows(&r, "tag", err);
}

const command cmd_tag = {
    { "tag", "[INPUT...]", SIA_MSG_CMD_TAG, { &opts_input, &opts_codebook, &opts_output, &opts_general },
      { "siasat tag bab4.txt > temuan.csv", "siasat tag --where part=saran skripsi/", "siasat tag --codebook kode.tsv skripsi/" } },
    tag,
};
