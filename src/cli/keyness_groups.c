/* keyness --by: each group in turn against all the others, item by item. With more than two groups this is what Lafon's
 * specificities are made for; the other measures of keyness stand beside them. */
#include "keyness_groups.h"
#include "census.h"
#include "chosen.h"
#include "family.h"
#include <math.h>
#include <stdlib.h>

typedef struct { sia_str group, name; uint32_t item; sia_cell cell; double log_p, log_q, lrc, g2; } row;

typedef struct {
    census    c;
    chosen    chosen;
    uint64_t *total;                    /* by item: in all groups */
    uint64_t  words;
    row      *rows;
    size_t    n;
    family    family;
} groups;

static sia_str name_of(const void *ctx, uint32_t item)
{
    const groups *k = ctx;
    return items_name(&k->c.it, item, items_are_forms(&k->c.it) ? sia_lex_str(k->c.forms, item) : SIA_STR(""));
}

static uint32_t most_items(const groups *k) { return items_are_forms(&k->c.it) ? sia_lex_size(k->c.forms) + 1 : k->c.it.n_terms + 1; }

/* ---- the rows: every item in every group, also where it is not -------------------------------------- */

static size_t sum_up(groups *k, session *s, const sia_tally *t, size_t n)
{
    size_t kept = 0;
    const uint32_t n_groups = sia_lex_size(k->c.groups), most = most_items(k);
    for (size_t i = 0; i < n; i++) k->total[t[i].item] += t[i].count;
    for (sia_id g = 1; g <= n_groups; g++) k->words += sia_counts_group_words(k->c.counts, g);
    for (uint32_t i = 0; i < most; i++) {
        if (k->total[i] && k->total[i] < s->set.min_count) { s->rows_cut += n_groups; k->total[i] = 0; }
        kept += k->total[i] > 0;
    }
    return kept * n_groups;
}

static void rows_of(groups *k, sia_id group, const uint64_t *count)
{
    const uint64_t words = sia_counts_group_words(k->c.counts, group);
    const uint32_t most = most_items(k);
    for (uint32_t i = 0; words && i < most; i++) {
        if (!k->total[i]) continue;
        const sia_cell c = { count[i], words, k->total[i], k->words };
        k->rows[k->n++] = (row){ .group = sia_lex_str(k->c.groups, group), .name = name_of(k, i), .item = i, .cell = c, .g2 = sia_g2(c) };
    }
}

static bool make_rows(groups *k, session *s)
{
    sia_arena *a = s->arena;
    const size_t n = sia_counts_cells(k->c.counts), most = most_items(k);
    const sia_tally *t = sia_counts_sorted(k->c.counts, name_of, k, a);      /* by group */
    uint64_t *count = sia_new(a, uint64_t, most);
    k->total = sia_new(a, uint64_t, most);
    if (!t || !count || !k->total) return false;
    k->rows = sia_new(a, row, sum_up(k, s, t, n) + 1);
    size_t at = 0;
    for (sia_id g = 1; k->rows && g <= sia_lex_size(k->c.groups); g++) {
        const size_t from = at;
        for (; at < n && t[at].group == g; at++) count[t[at].item] = t[at].count;
        rows_of(k, g, count);
        for (size_t i = from; i < at; i++) count[t[i].item] = 0;
    }
    return k->rows;
}

static bool test(groups *k, session *s)
{
    sia_cell *cell = sia_new(s->arena, sia_cell, k->n + 1);
    for (size_t i = 0; cell && i < k->n; i++) cell[i] = k->rows[i].cell;
    if (!cell || !family_of(&k->family, s, cell, k->n, k->n)) return false;
    for (size_t i = 0; i < k->n; i++) {
        row *r = &k->rows[i];
        r->log_p = k->family.log_p[i];
        r->log_q = k->family.log_q[i];
        r->lrc = sia_lrc(r->cell, k->family.alpha);
    }
    return true;
}

/* ---- the table ---------------------------------------------------------------------------------------- */

static int by_key(const void *x, const void *y)
{
    const row *a = x, *b = y;
    int k = sia_str_cmp(a->group, b->group);
    if (!k) k = sort_falling(a->lrc, b->lrc);
    if (!k) k = sort_falling(a->g2, b->g2);
    return k ? k : sia_str_cmp(a->name, b->name);
}

static void put_row(const groups *k, const session *s, sorter *o, const row *r)
{
    const sia_cell c = r->cell;
    sort_text(o, r->name);
    sort_text(o, items_label(&k->c.it, r->item));
    sort_text(o, items_category(&k->c.it, r->item));
    sort_count(o, c.both);
    sort_count(o, c.b - c.both);
    sort_real(o, sia_per_10k(c.both, c.a));
    sort_real(o, sia_per_10k(c.b - c.both, c.n - c.a));
    chosen_put(&k->chosen, o, c, k->family.alpha, r->log_p, r->log_q);
    sort_text(o, verdict_word(s, sia_verdict_pair(c, r->log_q)));
    sort_count(o, c.a);
    sort_count(o, c.n - c.a);
    sort_text(o, r->group);
}

static sia_status report(groups *k, session *s, sia_err *err)
{
    sorter *o;
    if (!make_rows(k, s) || !test(k, s)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (k->n) qsort(k->rows, k->n, sizeof *k->rows, by_key);
    SIA_TRY(sorter_open_columns(&o, s, &k->chosen.columns, err));
    for (size_t i = 0, in_group = 0; i < k->n; i++) {
        in_group = i && sia_str_eq(k->rows[i].group, k->rows[i - 1].group) ? in_group + 1 : 0;
        if (s->set.top && in_group >= s->set.top) s->rows_cut++;
        else put_row(k, s, o, &k->rows[i]);
    }
    return sorter_flush(o, err);
}

/* ---- the run -------------------------------------------------------------------------------------------- */

static sia_status prepare(groups *k, run *r, sia_err *err)
{
    session *s = r->s;
    if (s->set.target || s->set.reference) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("keyness"), "--by, --target");
    if (s->set.permute || s->set.leave_one_out) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR("keyness"), s->set.permute ? "--by, --permute" : "--by, --leave-one-out");
    s->variant = "--by";
    SIA_TRY(chosen_open(&k->chosen, s, "keyness", SIA_KEY, err));
    SIA_TRY(group_parse(s, &k->c.by, false, err));
    SIA_TRY(items_open(&k->c.it, s, &r->upto, err));
    SIA_TRY(session_inputs(s, 0, err));
    inputs_by_work(&s->in);
    return census_open(&k->c, s) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

sia_status keyness_groups_run(session *s, sia_err *err)
{
    groups k = { 0 };
    run r = { .s = s, .digest = census_digest, .deliver = census_deliver, .ctx = &k.c };
    SIA_TRY(prepare(&k, &r, err));
    sia_status st = run_documents(&r, err);
    if (!st) st = census_close(&k.c, &r, err);
    if (!st) st = report(&k, s, err);
    if (!st) run_say_counted(&r);
    if (!st) family_say(&k.family, s, SIA_MSG_SAY_FAMILY);
    run_end(&r);
    return st ? st : session_close(s, err);
}
