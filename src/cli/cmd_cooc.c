/* siasat cooc: which items stand together in sentences, paragraphs, sections, documents, works or windows. */
#include "formats.h"
#include "merged.h"
#include "pairgraph.h"
#include "pairwide.h"
#include "span.h"

/* ---- the table ---------------------------------------------------------------------------------------- */

/* In how many units the pair stands if all repairs are rejected. */
static uint64_t unrepaired_of(const cooc *c, const pairrow *r)
{
    const uint32_t a = r->item_a < r->item_b ? r->item_a : r->item_b, b = r->item_a < r->item_b ? r->item_b : r->item_a;
    size_t lo = 0, hi = sia_cooc_pairs(c->before.all);
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        const sia_pair *p = &c->pairs_before[mid];
        if (p->a == a && p->b == b) return p->both;
        if (p->a < a || (p->a == a && p->b < b)) lo = mid + 1; else hi = mid;
    }
    return 0;
}

/* Pairs were not chosen before they were met: all that could have been met were looked at. */
static uint64_t possible_pairs(const cooc *c, uint64_t least)
{
    uint64_t n = 0;
    for (uint32_t i = 0; i < pairrank_items(c); i++) {
        const uint64_t units = sia_cooc_item(c->now.all, i);
        n += units && units >= least;
    }
    return n ? n * (n - 1) / 2 : 0;
}

/* The first n rows are those that --min-count leaves. */
static bool test(cooc *c, session *s, const pairrow *r, size_t n)
{
    sia_cell *cell = sia_new(s->arena, sia_cell, n + 1);
    for (size_t i = 0; cell && i < n; i++) cell[i] = pairrank_cell(c, &r[i]);
    return cell && family_of(&c->family, s, cell, n, possible_pairs(c, s->set.min_count));
}

static bool leave_out(cooc *c, run *r, const pairrow *rows, size_t n)
{
    if (!r->s->set.leave_one_out) return true;
    c->left_out = sia_new(r->s->arena, pairworks_row, n + 1);
    for (size_t i = 0; c->left_out && i < n; i++) c->left_out[i] = (pairworks_row){ .a = rows[i].item_a, .b = rows[i].item_b, .cell = pairrank_cell(c, &rows[i]) };
    return c->left_out && pairworks_work_out(&c->works, r, c->to, pairrank_items(c) - 1, c->left_out, n, &c->chosen, c->family.alpha);
}

static void put_left_out(const session *s, sorter *o, const pairworks_row *l)
{
    sia_str work = SIA_STR("");
    for (uint32_t i = 0; i < s->in.files.n; i++) if (s->in.files.v[i].work_id == l->work) work = s->in.files.v[i].work;
    sort_real(o, l->without);
    if (l->work == UINT32_MAX) sort_none(o); else sort_text(o, work);
}

static void put_pair(const cooc *c, const session *s, sorter *o, const pairrow *r, double log_p, double log_q)
{
    const sia_cell cell = pairrank_cell(c, r);
    sort_text(o, r->a);
    sort_text(o, items_label(&c->it, r->item_a));
    sort_text(o, items_category(&c->it, r->item_a));
    sort_text(o, r->b);
    sort_text(o, items_label(&c->it, r->item_b));
    sort_text(o, items_category(&c->it, r->item_b));
    sort_count(o, cell.a);
    sort_count(o, cell.b);
    sort_count(o, cell.both);
    sort_count(o, cell.n);
    sort_real(o, sia_expected(cell));
    chosen_put(&c->chosen, o, cell, c->family.alpha, log_p, log_q);
    sort_text(o, verdict_word(s, sia_verdict_pair(cell, log_q)));
}

static void put_row(const cooc *c, const session *s, sorter *o, const pairrow *r, size_t at)
{
    put_pair(c, s, o, r, c->family.log_p[at], c->family.log_q[at]);
    if (c->left_out) put_left_out(s, o, &c->left_out[at]);
    if (c->pairs_before) sort_count(o, unrepaired_of(c, r));
}

static sia_str name_of(const void *ctx, uint32_t item) { return pairrank_name(ctx, item); }

/* The same table, read from sorted runs. */
static sia_status report_spilled(cooc *c, session *s, sia_err *err)
{
    const spill_names names = { name_of, c, pairrank_items(c), c->now.all };
    uint64_t met, n, shown = 0;
    sorter *o;
    SIA_TRY(spill_rank(c->spill, s, &names, possible_pairs(c, s->set.min_count), &c->family, &met, &n, err));
    SIA_TRY(sorter_open_columns(&o, s, &c->chosen.columns, err));
    for (spill_row r; (!s->set.top || shown < s->set.top) && spill_next(c->spill, &r); shown++)
        put_pair(c, s, o, &(pairrow){ pairrank_name(c, r.a), pairrank_name(c, r.b), r.a, r.b, r.both }, r.log_p, r.log_q);
    SIA_TRY(spill_done(c->spill, err));
    s->rows_cut = met - shown;
    if (spill_runs(c->spill)) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_SPILLED, s->lang), spill_runs(c->spill)).p);
    return sorter_flush(o, err);
}

static sia_status report(cooc *c, run *x, sia_err *err)
{
    session *s = x->s;
    if (c->spill) return report_spilled(c, s, err);
    sorter *o;
    const size_t met = sia_cooc_pairs(c->now.all);
    size_t n;
    const pairrow *r = pairrank(c, s, &n);
    if (!r || !test(c, s, r, n) || !leave_out(c, x, r, n)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    const size_t shown = s->set.top && s->set.top < n ? s->set.top : n;
    if (s->set.wide) return pairwide_report(c, s, r, n, err);
    s->rows_cut = met - shown;
    const int format = format_of_network(s);
    if (format >= 0) return pairgraph_write(c, s, r, shown, format, err);
    SIA_TRY(sorter_open_columns(&o, s, &c->chosen.columns, err));
    for (size_t i = 0; i < shown; i++) put_row(c, s, o, &r[i], i);
    return sorter_flush(o, err);
}

/* ---- the verb -------------------------------------------------------------------------------------- */

static sia_status prepare_merged(cooc *c, session *s, sia_err *err)
{
    if (s->set.leave_one_out) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("merge"), "--leave-one-out, --table cooc");
    SIA_TRY(merged_items(s, &c->it, NULL, err));
    return pairing_open(c, s) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

/* A square has room for one measure, and shows none by default. */
static sia_status choose(cooc *c, session *s, sia_err *err)
{
    if (!s->set.wide || s->set.measure || s->set.compat >= 0) SIA_TRY(chosen_open(&c->chosen, s, "cooc", SIA_PAIR, err));
    return s->set.wide ? pairwide_allowed(c, s, format_of_network(s), err) : SIA_OK;
}

/* What asks for a second reading of all pairs keeps them in memory, and so does what draws them. */
static bool spills(const session *s) { return s->set.memory && !s->set.repair && !s->set.leave_one_out && !s->set.wide && format_of_network(s) < 0; }

static sia_status prepare(cooc *c, run *r, sia_err *err)
{
    session *s = r->s;
    SIA_TRY(choose(c, s, err));
    if (s->merged) return prepare_merged(c, s, err);
    SIA_TRY(unit_parse(s->set.unit, &c->unit, err));
    SIA_TRY(items_open(&c->it, s, &r->upto, err));
    SIA_TRY(session_inputs(s, 0, err));
    if (c->unit.kind == UNIT_WORK) {
        inputs_by_work(&s->in);
        r->deliver = pairing_gather;
        r->deliver_before = pairing_gather_before;
    }
    if (s->set.leave_one_out) {
        if (c->unit.kind == UNIT_WORK) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("cooc"), "--leave-one-out, --unit work");
        inputs_by_work(&s->in);
        if (!pairworks_open(&c->works, s)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    }
    if (s->set.repair) r->digest_before = pairing_digest_before;
    if (spills(s)) SIA_TRY(pairing_spills(c, s, err));
    return pairing_open(c, s) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status count(cooc *c, run *r, sia_err *err)
{
    if (r->s->merged) return merged_pairs(c, r, err);
    SIA_TRY(run_documents(r, err));
    return pairing_close(c, r, err);
}

static sia_status cooc_run(session *s, sia_err *err)
{
    const int format = format_of_network(s);
    if (span_wanted(s) && format >= 0) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("cooc"), "--format graphml, --unit span");
    if (span_wanted(s) && s->set.wide) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("cooc"), "--wide, --unit span");
    if (span_wanted(s)) return span_run(s, err);
    cooc c = { 0 };
    run r = { .s = s, .digest = pairing_digest, .ctx = &c };
    sia_status st = prepare(&c, &r, err);
    if (!st) st = count(&c, &r, err);
    if (!st) st = report(&c, &r, err);
    if (!st) run_say_counted(&r);
    if (!st && c.chosen.n) family_say(&c.family, s, SIA_MSG_SAY_FAMILY_PAIRS);
    run_end(&r);
    if (!st) st = session_close(s, err);
    pairing_drop(&c);                                        /* the table's names are there */
    return st;
}

const command cmd_cooc = {
    { "cooc", "[INPUT...]", SIA_MSG_CMD_COOC,
      { &opts_cooc, &opts_input, &opts_codebook, &opts_repair, &opts_output, &opts_general },
      { "siasat cooc --of term --unit sentence skripsi/ | head", "siasat cooc --of category --unit paragraph --sort log_dice skripsi/",
        "siasat cooc --of word --unit window:5 --stopwords stopwords/id.txt --min-count 5 bab4.txt",
        "siasat cooc --of lemma --unit span:5 --barrier paragraph --compat cqpweb --top 50 skripsi/" } },
    cooc_run,
};
