/* siasat tag: one row per coded term found in a text. */
#include "merged.h"
#include "overlaps.h"
#include "qdproject.h"
#include "tagrows.h"
#include "whereabouts.h"

/* What a worker makes ready of a hit, so that the one thread that writes has only to write. A cut of a sentence longer than any writer's
 * is another for each hit, and up to 4,000 bytes: those are not kept (context.p is NULL) but made one after the other in `room`. */
typedef struct { place at; sia_str context, repaired; char id[13]; sia_stance means; } ready;
typedef struct { ready *v; char *room; } readied;

static bool whole_sentence(const sia_doc *d, const sia_hit *h)
{
    return context_span(d, h->sentence, h->span).len == d->sentences.v[h->sentence].span.len;
}

/* The contexts that whole sentences are, each once; and how much room the others need. */
static size_t contexts(const sia_doc *d, ready *v)
{
    size_t most = 0;
    for (uint32_t k = 0; k < d->hits.n; k++) {
        const sia_hit *h = &d->hits.v[k];
        const size_t need = context_room(d, h->sentence, h->span);
        if (whole_sentence(d, h)) v[k].context = k && v[k - 1].context.p && h[-1].sentence == h->sentence ? v[k - 1].context : context_of(d, h->sentence, h->span);
        else if (need > most) most = need;
    }
    return most;
}

sia_status tag_digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    (void)i;
    const sia_tagger *g = run_tagger(r, worker);
    uint64_t content = d->hits.n ? content_hash(d->text.in) : 0;
    readied *all = sia_new(d->arena, readied, 1);
    ready *v = sia_new(d->arena, ready, d->hits.n + 1u);
    const bool stances = r->s->adds[ADD_NEGATED] || r->s->adds[ADD_MODALITY] || r->s->adds[ADD_VOICE];
    const sia_stance *means = stances ? sia_doc_stances(d) : NULL;
    for (uint32_t k = 0; v && k < d->hits.n; k++) {
        const sia_hit *h = &d->hits.v[k];
        v[k].at = place_of(d, h->span, h->sentence);
        if (means) v[k].means = means[k];
        if (r->s->set.repair) v[k].repaired = repaired_text(d, h->first, h->n);
        hit_id(content, v[k].at.start, v[k].at.end, sia_tagger_term(g, h->term)->id, v[k].id);
    }
    if (all && v) *all = (readied){ v, sia_alloc_raw(d->arena, 1, contexts(d, v)) };
    *made = all;
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static void put_hit(run *r, const sia_doc *d, const sia_hit *h, const ready *v, char *room)
{
    const sia_tagger *g = run_tagger(r, 0);                  /* terms are the same for every worker */
    const sia_term *term = sia_tagger_term(g, h->term);
    sia_table *t = r->s->table;
    sia_put_text(t, (sia_str){ v->id, sizeof v->id });
    sia_put_text(t, d->text.name);
    sia_put_text(t, sia_str_of(sia_part_name((sia_part)v->at.section->part)));
    sia_put_text(t, v->at.section->name);
    put_page(t, v->at.page);
    sia_put_count(t, v->at.paragraph);
    sia_put_count(t, v->at.sentence);
    sia_put_count(t, v->at.start);
    sia_put_count(t, v->at.end);
    sia_put_text(t, sia_tagger_category(g, h->term)->code);
    sia_put_text(t, term->id);
    sia_put_text(t, term->label);
    sia_put_text(t, v->at.surface);
    sia_put_text(t, v->context.p ? v->context : context_into(room, d, h->sentence, h->span));
    sia_put_none(t);                                         /* decision: the reviewer's */
    if (r->s->adds[ADD_NEGATED]) sia_put_text(t, v->means.negated ? SIA_STR("yes") : SIA_STR("no"));
    if (r->s->adds[ADD_MODALITY]) sia_put_text(t, v->means.recommended ? SIA_STR("recommended") : SIA_STR("stated"));
    if (r->s->adds[ADD_VOICE]) sia_put_text(t, sia_str_of(sia_voice_name((sia_voice)v->means.voice)));
    if (r->s->set.repair) sia_put_text(t, v->repaired);
}

void tag_rows(run *r, size_t i, sia_doc *d, void *made, tag_lead *lead)
{
    const readied *all = made;
    for (uint32_t k = 0; k < d->hits.n; k++) {
        if (lead) lead(r->s->table, &r->s->in.files.v[i], k);
        put_hit(r, d, &d->hits.v[k], &all->v[k], all->room);
    }
}

static sia_status rows(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)err;
    tag_rows(r, i, d, made, NULL);
    return SIA_OK;
}

sia_status tag_more_columns(session *s, sia_err *err)
{
    const sia_columns *more = sia_columns_of(SIA_STR("tag --columns"));
    for (const char *p = s->set.columns; p && *p; ) {
        const size_t n = strcspn(p, ",");
        uint32_t k = 0;
        while (k < more->n && !sia_str_eq((sia_str){ p, n }, sia_str_of(more->cols[k].name))) k++;
        if (k == more->n) return sia_fail(err, SIA_MSG_COLUMN_NONE, 0, SIA_STR("--columns"), "'%.*s'", (int)n, p);
        s->adds[k] = true;
        p += n + (p[n] == ',');
    }
    return SIA_OK;
}

/* A project holds hits, and of a hit what the standard has a word for. */
static sia_status as_project(session *s, sia_err *err)
{
    const char *other = s->set.overlaps ? "--overlaps" : s->set.columns ? "--columns" : NULL;
    if (s->merged) return sia_fail(err, SIA_MSG_FORMAT_OF, 0, SIA_STR("qdpx"), "siasat tag");
    return other ? sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("tag"), "%s, qdpx", other) : qdproject_run(s, err);
}

static sia_status tag(session *s, sia_err *err)
{
    run r = { .s = s, .upto = UPTO_HITS, .tells = true, .digest = tag_digest, .deliver = rows };
    SIA_TRY(tag_more_columns(s, err));
    if (qdproject_asked(s)) return as_project(s, err);
    if (s->merged) return merged_hits(&r, err);
    if (s->set.overlaps) return overlaps_run(s, err);
    SIA_TRY(session_books(s, err));
    SIA_TRY(session_inputs(s, 0, err));
    return run_rows(&r, "tag", err);
}

const command cmd_tag = {
    { "tag", "[INPUT...]", SIA_MSG_CMD_TAG, { &opts_tag, &opts_input, &opts_codebook, &opts_repair, &opts_output, &opts_general },
      { "siasat tag bab4.txt > temuan.csv", "siasat tag --where part=saran skripsi/", "siasat tag --codebook kode.tsv skripsi/ -o skripsi.qdpx",
        "siasat tag --overlaps bab4.txt" } },
    tag,
};
