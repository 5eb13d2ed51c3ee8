/* A report's dispersion: where in its document each hit stands. */
#include "run.h"
#include "study.h"
#include "whereabouts.h"

static sia_status rows(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    const sia_tagger *g = run_tagger(r, 0);
    const uint64_t content = d->hits.n ? content_hash(d->text.in) : 0;
    sia_table *t = r->s->table;
    (void)made;
    (void)err;
    for (uint32_t k = 0; k < d->hits.n; k++) {
        const sia_hit *h = &d->hits.v[k];
        const place p = place_of(d, h->span, h->sentence);
        char id[13];
        sia_put_text(t, d->text.name);
        sia_put_count(t, i + 1);
        sia_put_text(t, sia_tagger_category(g, h->term)->code);
        sia_put_text(t, sia_tagger_term(g, h->term)->id);
        sia_put_text(t, sia_str_of(sia_part_name((sia_part)p.section->part)));
        sia_put_real(t, (double)h->first / (double)d->tokens.n);
        sia_put_text(t, hit_id(content, p.start, p.end, sia_tagger_term(g, h->term)->id, id));
    }
    return SIA_OK;
}

static sia_status spots(session *s, sia_err *err)
{
    run r = { .s = s, .upto = UPTO_HITS, .deliver = rows };
    SIA_TRY(session_books(s, err));
    return run_rows(&r, "report spots", err);
}

const command sheet_spots = { { .name = "report spots", .about = SIA_MSG_SHEET_SPOTS }, spots };
