/* siasat tag --overlaps: one row per match that the policy suppressed, with the hit that it gave way to. */
#include "overlaps.h"
#include "whereabouts.h"

static void put_winner(sia_table *t, const sia_tagger *g, const sia_doc *d, const sia_hit *h, uint64_t content)
{
    const place p = place_of(d, h->span, h->sentence);
    const sia_term *term = sia_tagger_term(g, h->term);
    char id[13];
    sia_put_text(t, hit_id(content, p.start, p.end, term->id, id));
    sia_put_text(t, sia_tagger_category(g, h->term)->code);
    sia_put_text(t, term->id);
    sia_put_text(t, p.surface);
}

static void put_overlap(sia_table *t, const sia_tagger *g, const sia_doc *d, const sia_suppressed *o, uint64_t content)
{
    const place p = place_of(d, o->lost.span, o->lost.sentence);
    sia_put_text(t, d->text.name);
    sia_put_text(t, sia_str_of(sia_part_name((sia_part)p.section->part)));
    sia_put_text(t, p.section->name);
    put_page(t, p.page);
    sia_put_count(t, p.sentence);
    sia_put_count(t, p.start);
    sia_put_count(t, p.end);
    sia_put_text(t, sia_tagger_category(g, o->lost.term)->code);
    sia_put_text(t, sia_tagger_term(g, o->lost.term)->id);
    sia_put_text(t, p.surface);
    sia_put_text(t, sia_str_of(sia_lost_why_name((sia_lost_why)o->why)));
    put_winner(t, g, d, &o->winner, content);
}

static sia_status rows(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)made;
    (void)err;
    const uint64_t content = d->overlaps.n ? content_hash(d->text.in) : 0;
    for (uint32_t k = 0; k < d->overlaps.n; k++) put_overlap(r->s->table, run_tagger(r, 0), d, &d->overlaps.v[k], content);
    return SIA_OK;
}

/* Neither --hits nor a --where that looks at how hits are meant can choose among what is no hit. */
sia_status overlaps_run(session *s, sia_err *err)
{
    run r = { .s = s, .upto = UPTO_HITS, .whole = true, .overlaps = true, .tells = true, .deliver = rows };
    if (s->set.hits) return sia_fail(err, SIA_MSG_NOT_HITS, 0, SIA_STR("--hits"), "%s", s->set.hits);
    if (s->set.columns) return sia_fail(err, SIA_MSG_NOT_HITS, 0, SIA_STR("--columns"), "%s", s->set.columns);
    SIA_TRY(session_books(s, err));
    SIA_TRY(session_inputs(s, 0, err));
    return run_rows(&r, "tag --overlaps", err);
}
