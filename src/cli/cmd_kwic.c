/* siasat kwic: one concordance line per hit of a pattern, a term or a category. */
#include "run.h"
#include "wanted.h"
#include "whereabouts.h"
#include <stdlib.h>

enum { WIDTH = 10, MOST_WIDTH = 1000 };

typedef struct { bool *wanted; bool sentence; uint32_t width; } kwic;

/* Whole sentence or N words to each side. */
static sia_span around(const kwic *k, const sia_doc *d, const sia_hit *h)
{
    return k->sentence ? context_span(d, h->sentence, h->span) : words_around(d, h, k->width);
}

static void put_line(run *r, const sia_doc *d, const sia_hit *h, uint64_t content)
{
    place p = place_of(d, h->span, h->sentence);
    sia_span all = around(r->ctx, d, h);
    sia_table *t = r->s->table;
    char id[13];
    sia_put_text(t, hit_id(content, p.start, p.end, sia_tagger_term(run_tagger(r, 0), h->term)->id, id));
    sia_put_text(t, d->text.name);
    sia_put_text(t, sia_str_of(sia_part_name((sia_part)p.section->part)));
    sia_put_text(t, p.section->name);
    put_page(t, p.page);
    sia_put_count(t, p.sentence);
    sia_put_count(t, p.start);
    sia_put_count(t, p.end);
    sia_put_text(t, one_line(d, all.off, h->span.off));
    sia_put_text(t, one_line(d, h->span.off, sia_end(h->span)));
    sia_put_text(t, one_line(d, sia_end(h->span), sia_end(all)));
    if (r->s->set.repair) sia_put_text(t, repaired_text(d, h->first, h->n));
}

static sia_status rows(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)made;
    (void)err;
    const kwic *k = r->ctx;
    uint64_t content = d->hits.n ? content_hash(d->text.in) : 0;
    for (uint32_t n = 0; n < d->hits.n; n++)
        if (!k->wanted || k->wanted[d->hits.v[n].term]) put_line(r, d, &d->hits.v[n], content);
    return SIA_OK;
}

static sia_status by_pattern(session *s, sia_err *err)
{
    sia_codebook *cb;
    if (!s->operands) return sia_fail(err, SIA_MSG_KWIC_PATTERN, 0, SIA_STR("kwic"), "");
    s->books = sia_new(s->arena, const sia_codebook *, 1);
    if (!s->books) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(sia_codebook_of_pattern(&cb, sia_str_of(s->operand[0]), s->arena, err));
    s->books[0] = cb;
    s->n_books = 1;
    return SIA_OK;
}

static sia_status width_of(session *s, kwic *k, sia_err *err)
{
    const char *w = s->set.width;
    k->width = WIDTH;
    k->sentence = w && !strcmp(w, "sentence");
    if (!w || k->sentence) return SIA_OK;
    char *end;
    long n = strtol(w, &end, 10);
    if (*end || end == w || n < 0 || n > MOST_WIDTH) return sia_fail(err, SIA_MSG_OPT_NUMBER, 0, SIA_STR("--width"), "'%s'", w);
    k->width = (uint32_t)n;
    return SIA_OK;
}

static sia_status kwic_run(session *s, sia_err *err)
{
    kwic k = { 0 };
    run r = { .s = s, .upto = UPTO_HITS, .tells = true, .deliver = rows, .ctx = &k };
    bool coded = s->set.term || s->set.category;
    if (s->set.hits && !coded) return sia_fail(err, SIA_MSG_NOT_HITS, 0, SIA_STR("--hits"), "%s", s->set.hits);
    SIA_TRY(width_of(s, &k, err));
    SIA_TRY(coded ? wanted_terms(&k.wanted, s, err) : by_pattern(s, err));
    SIA_TRY(session_inputs(s, coded ? 0 : 1, err));
    return run_rows(&r, "kwic", err);
}

const command cmd_kwic = {
    { "kwic", "[PATTERN] [INPUT...]", SIA_MSG_CMD_KWIC,
      { &opts_kwic, &opts_input, &opts_codebook, &opts_repair, &opts_output, &opts_general },
      { "siasat kwic 'pemilih *' skripsi/", "siasat kwic --term STR-ofensif skripsi/", "siasat kwic --category PAR --width sentence bab4.txt" } },
    kwic_run,
};
