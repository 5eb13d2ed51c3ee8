/* A report's text: sentence by sentence as it is read, with its hits and repairs, for whoever shows them in place. For
 * a page it is cut short where there is more than one should carry; a database takes it all. */
#include "run.h"
#include "study.h"
#include "whereabouts.h"

enum { MOST_BYTES = 2 << 20 };

typedef struct { uint64_t bytes, missing; } running;

/* Code points of the sentence's line before an offset of the reading text. */
static uint64_t before(const sia_doc *d, const sia_sentence *st, uint32_t off)
{
    const sia_str line = one_line(d, st->span.off, off);
    const bool blank = off > st->span.off && strchr(" \n\t\f\v\r", d->text.s.p[off - 1]);      /* it ends the line, folded away */
    return sia_utf8_count(line) + blank;
}

static void add(sia_str *list, const sia_doc *d, const sia_sentence *st, sia_span x, sia_str what)
{
    const uint32_t end = sia_end(x) < sia_end(st->span) ? sia_end(x) : sia_end(st->span);
    *list = sia_printf(d->arena, "%s%s%llu %llu %.*s", list->p, list->n ? "\n" : "", (unsigned long long)before(d, st, x.off),
                       (unsigned long long)before(d, st, end), (int)what.n, what.p);
}

/* The hits and repairs that begin in a sentence; *h and *x move past them. */
static void put_marks(run *r, const sia_doc *d, const sia_sentence *st, uint32_t *h, uint32_t *x)
{
    const uint32_t end = sia_end(st->span);
    sia_str hits = SIA_STR(""), repairs = SIA_STR("");
    for (; *h < d->hits.n && d->hits.v[*h].span.off < end; ++*h)
        add(&hits, d, st, d->hits.v[*h].span, sia_tagger_term(run_tagger(r, 0), d->hits.v[*h].term)->id);
    for (; *x < d->repairs.n && d->repairs.v[*x].span.off < end; ++*x)
        if (d->repairs.v[*x].span.off >= st->span.off) add(&repairs, d, st, d->repairs.v[*x].span, d->repairs.v[*x].proposal);
    sia_put_text(r->s->table, hits);
    sia_put_text(r->s->table, repairs);
}

static void put_sentence(run *r, const sia_doc *d, uint32_t k, uint32_t *h, uint32_t *x)
{
    const sia_sentence *st = &d->sentences.v[k];
    const place p = place_of(d, st->span, k);
    sia_table *t = r->s->table;
    sia_put_text(t, d->text.name);
    sia_put_text(t, sia_str_of(sia_part_name((sia_part)p.section->part)));
    sia_put_text(t, p.section->name);
    put_page(t, p.page);
    sia_put_count(t, p.paragraph);
    sia_put_count(t, p.sentence);
    sia_put_text(t, sia_str_of(sia_block_name((sia_block_kind)d->blocks.v[st->block].kind)));
    sia_put_text(t, one_line(d, st->span.off, sia_end(st->span)));
    put_marks(r, d, st, h, x);
}

static sia_status rows(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    running *x = r->ctx;
    uint32_t hit = 0, repair = 0;
    (void)i;
    (void)made;
    (void)err;
    for (uint32_t k = 0; k < d->sentences.n; k++) {
        if (!d->sentences.v[k].counted) continue;
        x->bytes += d->sentences.v[k].span.len;
        if (x->bytes > MOST_BYTES && r->s->outlet && r->s->outlet->format != SIA_SQLITE) x->missing++;
        else put_sentence(r, d, k, &hit, &repair);
    }
    return SIA_OK;
}

static void put_missing(sia_table *t, uint64_t n, sia_arena *a)
{
    for (int k = 0; k < 7; k++) sia_put_none(t);
    sia_put_text(t, SIA_STR("cut"));
    sia_put_text(t, sia_printf(a, "%llu", (unsigned long long)n));
    sia_put_none(t);
    sia_put_none(t);
}

static sia_status text(session *s, sia_err *err)
{
    running x = { 0 };
    run r = { .s = s, .upto = UPTO_HITS, .proposes = true, .deliver = rows, .ctx = &x };
    SIA_TRY(session_books(s, err));
    SIA_TRY(session_table(s, "report text", err));
    sia_status st = run_documents(&r, err);
    run_end(&r);
    if (!st && x.missing) put_missing(s->table, x.missing, s->arena);
    return st ? st : session_close(s, err);
}

const command sheet_text = { { .name = "report text", .about = SIA_MSG_SHEET_TEXT }, text };
