/* A report's concordance: a line for every hit, those of one term together, as the codebook has its terms. */
#include "run.h"
#include "spool.h"
#include "study.h"
#include "whereabouts.h"

enum { WIDTH = 10 };

static void put_line(run *r, const sia_doc *d, const sia_hit *h, uint64_t content)
{
    const sia_tagger *g = run_tagger(r, 0);
    const sia_term *term = sia_tagger_term(g, h->term);
    const place p = place_of(d, h->span, h->sentence);
    const sia_span all = words_around(d, h, WIDTH);
    spool *o = r->ctx;
    char id[13];
    spool_row(o, h->term);
    spool_text(o, sia_tagger_category(g, h->term)->code);
    spool_text(o, term->id);
    spool_text(o, term->label);
    spool_text(o, d->text.name);
    spool_text(o, sia_str_of(sia_part_name((sia_part)p.section->part)));
    spool_text(o, p.section->name);
    if (p.page && p.page->number) spool_count(o, p.page->number);
    else spool_none(o);
    spool_text(o, p.page ? p.page->label : SIA_STR(""));
    spool_text(o, one_line(d, all.off, h->span.off));
    spool_text(o, one_line(d, h->span.off, sia_end(h->span)));
    spool_text(o, one_line(d, sia_end(h->span), sia_end(all)));
    spool_count(o, p.sentence);
    spool_count(o, p.start);
    spool_count(o, p.end);
    spool_text(o, hit_id(content, p.start, p.end, term->id, id));
}

static sia_status lines(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)made;
    (void)err;
    const uint64_t content = d->hits.n ? content_hash(d->text.in) : 0;
    for (uint32_t k = 0; k < d->hits.n; k++) put_line(r, d, &d->hits.v[k], content);
    return SIA_OK;
}

static sia_status concordance(session *s, sia_err *err)
{
    spool *o = NULL;
    SIA_TRY(session_books(s, err));
    SIA_TRY(spool_open(&o, s->arena, err));
    run r = { .s = s, .upto = UPTO_HITS, .deliver = lines, .ctx = o };
    sia_status st = session_table(s, "report kwic", err);
    if (!st) st = run_documents(&r, err);
    run_end(&r);
    if (!st) st = spool_flush(o, s->table, err);
    spool_close(o);
    return st ? st : session_close(s, err);
}

const command sheet_kwic = { { .name = "report kwic", .about = SIA_MSG_CMD_KWIC }, concordance };
