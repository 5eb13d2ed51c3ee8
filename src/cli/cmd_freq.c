/* siasat freq: how often each item stands in each group. */
#include "dispersion.h"
#include "merged.h"
#include "sparks.h"
#include "unrepaired.h"
#include "wide.h"

static const double level = 0.05;

/* The census comes first: it is the run's ctx. */
typedef struct { census c; unrepaired before; chosen chosen; dispersion spread; sparks sparks; sia_str *works; } freq;

static sia_str name_of(const void *ctx, uint32_t item)
{
    const census *c = ctx;
    return items_name(&c->it, item, items_are_forms(&c->it) ? sia_lex_str(c->forms, item) : SIA_STR(""));
}

typedef struct { sia_str name; uint64_t words, works, of_count; sia_interval interval; } group_info;    /* the interval of of_count hits */

static group_info info_of(const census *c, uint32_t group)
{
    return (group_info){ .name = sia_lex_str(c->groups, group), .words = sia_counts_group_words(c->counts, group),
                         .works = sia_counts_group_works(c->counts, group) };
}

/* Rows come by falling count: an interval is worked out once for all rows that share the count. */
static void put_interval(sorter *o, group_info *g, uint64_t count)
{
    if (!g->words) { sort_none(o); sort_none(o); return; }
    if (count != g->of_count) {
        g->of_count = count;
        g->interval = sia_poisson_interval(count, level);
    }
    sort_real(o, 1e4 * g->interval.low / (double)g->words);
    sort_real(o, 1e4 * g->interval.high / (double)g->words);
}

static void put_without(const freq *f, sorter *o, const sia_tally *t)
{
    const struct leaving *l = dispersion_without(&f->spread, t);
    if (l) sort_real(o, 1e4 * l->rest); else sort_none(o);
    if (l) sort_text(o, f->works[l->work]); else sort_none(o);
}

static void put_row(const freq *f, session *s, sorter *o, group_info *g, const sia_tally *t)
{
    const census *c = &f->c;
    sort_text(o, g->name);
    sort_text(o, name_of(c, t->item));
    sort_text(o, items_label(&c->it, t->item));
    sort_text(o, items_category(&c->it, t->item));
    sort_count(o, t->count);
    sort_count(o, g->words);
    if (g->words) sort_real(o, sia_per_10k(t->count, g->words)); else sort_none(o);
    sort_count(o, t->works);
    if (g->works) sort_real(o, (double)t->works / (double)g->works); else sort_none(o);
    const sia_spread spread = dispersion_of(&f->spread, t);
    chosen_put_of(&f->chosen, o, &spread);
    sort_text(o, verdict_word(s, sia_verdict_count(t->count, t->works, g->works)));
    put_interval(o, g, t->count);
    if (s->variant) sort_text(o, sparks_of(&f->sparks, t, s->arena));
    if (s->set.leave_one_out) put_without(f, o, t);
    if (s->set.repair) sort_count(o, unrepaired_count(&f->before, g->name, name_of(c, t->item), s->arena));
}

static bool name_works(freq *f, session *s)
{
    f->works = sia_new(s->arena, sia_str, (size_t)s->in.works + 1);
    for (uint32_t i = 0; f->works && i < s->in.files.n; i++) f->works[s->in.files.v[i].work_id] = s->in.files.v[i].work;
    return f->works;
}

static sia_status report(freq *f, run *r, sia_err *err)
{
    enum { AHEAD = 8 };
    session *s = r->s;
    census *c = &f->c;
    sorter *o;
    sia_tally *t = sia_counts_sorted(c->counts, name_of, c, s->arena);
    const size_t n = sia_counts_cells(c->counts);
    group_info g = { 0 };
    if ((!t && n) || !name_works(f, s) || !dispersion_work_out(&f->spread, c, r, &f->chosen, t, n) ||
        (s->variant && c->keeps && !sparks_work_out(&f->sparks, c, r)))
        return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(sorter_open_columns(&o, s, &f->chosen.columns, err));
    for (size_t i = 0, in_group = 0; i < n; i++) {
        if (items_are_forms(&c->it) && i + AHEAD < n) sia_lex_soon(c->forms, t[i + AHEAD].item);
        const bool same = i && t[i].group == t[i - 1].group;
        in_group = same ? in_group + 1 : 0;
        if (!same) g = info_of(c, t[i].group);
        if ((s->set.top && in_group >= s->set.top) || t[i].count < s->set.min_count) s->rows_cut++;
        else put_row(f, s, o, &g, &t[i]);
    }
    return sorter_flush(o, err);
}

/* ---- the verb -------------------------------------------------------------------------------------- */

static sia_status read_what(census *c, run *r, sia_err *err)
{
    session *s = r->s;
    SIA_TRY(group_parse(s, &c->by, s->set.of < OF_WORD, err));
    SIA_TRY(items_open(&c->it, s, &r->upto, err));
    SIA_TRY(session_inputs(s, 0, err));
    inputs_by_work(&s->in);
    return SIA_OK;
}

static sia_status count(freq *f, run *r, sia_err *err)
{
    if (r->s->merged) return merged_census(&f->c, r, err);
    SIA_TRY(run_documents(r, err));
    SIA_TRY(census_close(&f->c, r, err));
    if (!r->s->set.repair) run_seal(r);                      /* what repair changed is found by its forms */
    return SIA_OK;
}

static sia_status prepare(freq *f, run *r, sia_err *err)
{
    session *s = r->s;
    census *c = &f->c;
    if (s->set.wide && (s->set.measure || s->set.leave_one_out))
        return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("freq"), "--wide, %s", s->set.measure ? "--measure" : "--leave-one-out");
    if (s->merged) SIA_TRY(merged_items(s, &c->it, &c->by, err));
    else SIA_TRY(read_what(c, r, err));
    if (sparks_wanted(s)) s->variant = "--format table";
    SIA_TRY(chosen_open(&f->chosen, s, "freq", SIA_SPREAD, err));
    dispersion_keep(c, &f->chosen, s);
    return census_open(c, s) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status digest_before(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    return unrepaired_digest(&((freq *)r->ctx)->before, r, worker, i, d, made, err);
}

static sia_status deliver_before(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    return unrepaired_deliver(&((freq *)r->ctx)->before, r, i, d, made, err);
}

static sia_status open_before(freq *f, run *r, sia_err *err)
{
    if (!r->s->set.repair) return SIA_OK;
    r->digest_before = digest_before;
    r->deliver_before = deliver_before;
    return unrepaired_open(&f->before, &f->c, r->s) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status freq_run(session *s, sia_err *err)
{
    freq f = { 0 };
    run r = { .s = s, .digest = census_digest, .deliver = census_deliver, .ctx = &f };
    SIA_TRY(prepare(&f, &r, err));
    SIA_TRY(open_before(&f, &r, err));
    sia_status st = count(&f, &r, err);
    if (!st && s->set.repair) st = unrepaired_close(&f.before, &r, name_of, err);
    if (!st) st = s->set.wide ? wide_report(&f.c, name_of, &f.c, s, err) : report(&f, &r, err);
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_freq = {
    { "freq", "[INPUT...]", SIA_MSG_CMD_FREQ,
      { &opts_counting, &opts_input, &opts_codebook, &opts_repair, &opts_output, &opts_general },
      { "siasat freq --of term --by part skripsi/", "siasat freq --of word --stopwords stopwords/id.txt --top 50 skripsi/",
        "siasat freq --of category --dialect excel-id bab4.txt > frekuensi.csv",
        "siasat freq --measure dp,juilland_d,arf --leave-one-out skripsi/" } },
    freq_run,
};
