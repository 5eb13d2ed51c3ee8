/* siasat keyness: which items stand more often in one set of places than in another. */
#include "family.h"
#include "keyness_groups.h"
#include "robust.h"
#include <math.h>
#include <stdlib.h>

typedef struct { sia_str name; uint32_t item, at; sia_cell cell; double log_p, log_q, lrc, g2; } row;

typedef struct {
    census   c;
    sides    sides;
    chosen   chosen;
    uint64_t words[2];                  /* of target and reference */
    row     *rows;
    uint32_t n;
    family   family;                    /* all of them */
    robust   robust;                    /* of rows as they stood before they were sorted: `at` */
} keyness;

static sia_str name_of(const void *ctx, uint32_t item)
{
    const keyness *k = ctx;
    return items_name(&k->c.it, item, items_are_forms(&k->c.it) ? sia_lex_str(k->c.forms, item) : SIA_STR(""));
}

static uint32_t most_items(const keyness *k)
{
    return items_are_forms(&k->c.it) ? sia_lex_size(k->c.forms) + 1 : k->c.it.n_terms + 1;
}

/* ---- the tested items -------------------------------------------------------------------------------- */

/* The counts of every item in target (even places) and reference (odd ones); NULL: no memory. */
static uint64_t *gather(keyness *k, sia_arena *a)
{
    const char *const names[2] = { sides_target, sides_reference };
    sia_tally *t = sia_counts_sorted(k->c.counts, name_of, k, a);
    uint64_t *count = sia_new(a, uint64_t, 2 * (size_t)most_items(k));
    for (unsigned x = 0; t && count && x < 2; x++) {
        const sia_id group = sia_lex_find(k->c.groups, sia_str_of(names[x]));
        if (!group) continue;
        k->words[x] = sia_counts_group_words(k->c.counts, group);
        for (size_t i = 0; i < sia_counts_cells(k->c.counts); i++)
            if (t[i].group == group) count[2 * (size_t)t[i].item + x] = t[i].count;
    }
    return t ? count : NULL;
}

/* An item may stand more often than there are words, where hits of several codebooks overlap: then nothing can be tested. */
static sia_cell cell_of(const keyness *k, const uint64_t *count)
{
    return sia_cell_of_groups(count[0], k->words[0], count[1], k->words[1]);
}

static bool make_rows(keyness *k, session *s, const uint64_t *count)
{
    const uint32_t most = most_items(k);
    k->rows = sia_new(s->arena, row, most);
    for (uint32_t i = 0; k->rows && i < most; i++) {
        const uint64_t *both = &count[2 * (size_t)i], sum = both[0] + both[1];
        if (!sum) continue;
        if (sum < s->set.min_count) { s->rows_cut++; continue; }
        const sia_cell c = cell_of(k, both);
        k->rows[k->n++] = (row){ .name = name_of(k, i), .item = i, .cell = c, .g2 = sia_g2(c) };
    }
    return k->rows;
}

/* ---- what is found of them ------------------------------------------------------------------------------ */

static void take_results(keyness *k)
{
    for (uint32_t i = 0; i < k->n; i++) {
        row *r = &k->rows[i];
        r->at = i;
        r->log_p = k->family.log_p[i];
        r->log_q = k->family.log_q[i];
        r->lrc = sia_lrc(r->cell, k->family.alpha);
    }
}

/* With --permute a verdict asks the shuffles too. */
static double log_q_of_verdict(const keyness *k, const session *s, const row *r)
{
    if (!s->set.permute || isnan(r->log_q)) return r->log_q;
    return fmax(r->log_q, log(k->robust.q[r->at]));
}

static bool test(keyness *k, run *r)
{
    session *s = r->s;
    sia_cell *cell = sia_new(s->arena, sia_cell, (size_t)k->n + 1);
    uint32_t *item = sia_new(s->arena, uint32_t, (size_t)k->n + 1);
    for (uint32_t i = 0; cell && item && i < k->n; i++) {
        cell[i] = k->rows[i].cell;
        item[i] = k->rows[i].item;
    }
    if (!cell || !item || !family_of(&k->family, s, cell, k->n, k->n)) return false;
    if (!robust_work_out(&k->robust, &k->c, r, &k->chosen, item, cell, k->n, k->family.alpha)) return false;
    take_results(k);
    return true;
}

static int by_key(const void *x, const void *y)
{
    const row *a = x, *b = y;
    int k = sort_falling(a->lrc, b->lrc);
    if (!k) k = sort_falling(a->g2, b->g2);
    return k ? k : sia_str_cmp(a->name, b->name);
}

static void put_row(const keyness *k, const session *s, sorter *o, const row *r)
{
    const uint64_t in = r->cell.both, out = r->cell.b - r->cell.both;
    sort_text(o, r->name);
    sort_text(o, items_label(&k->c.it, r->item));
    sort_text(o, items_category(&k->c.it, r->item));
    sort_count(o, in);
    sort_count(o, out);
    sort_real(o, sia_per_10k(in, k->words[0]));
    sort_real(o, sia_per_10k(out, k->words[1]));
    chosen_put(&k->chosen, o, r->cell, k->family.alpha, r->log_p, r->log_q);
    sort_text(o, verdict_word(s, sia_verdict_pair(r->cell, log_q_of_verdict(k, s, r))));
    sort_count(o, k->words[0]);
    sort_count(o, k->words[1]);
    robust_put(&k->robust, s, o, r->at);
}

static sia_status report(keyness *k, run *r, sia_err *err)
{
    session *s = r->s;
    sorter *o;
    uint64_t *count = gather(k, s->arena);
    if (!count) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (!k->words[0]) return sia_fail(err, SIA_MSG_SIDE_EMPTY, 0, SIA_STR("--target"), "'%s'", s->set.target);
    if (!k->words[1]) return sia_fail(err, SIA_MSG_SIDE_EMPTY, 0, SIA_STR("--reference"), "'%s'", s->set.reference ? s->set.reference : "");
    if (!make_rows(k, s, count) || !test(k, r)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    qsort(k->rows, k->n, sizeof *k->rows, by_key);
    SIA_TRY(sorter_open_columns(&o, s, &k->chosen.columns, err));
    for (uint32_t i = 0; i < k->n; i++) {
        if (s->set.top && i >= s->set.top) s->rows_cut++;
        else put_row(k, s, o, &k->rows[i]);
    }
    return sorter_flush(o, err);
}

/* ---- the verb -------------------------------------------------------------------------------------- */

static sia_status prepare(keyness *k, run *r, sia_err *err)
{
    session *s = r->s;
    SIA_TRY(chosen_open(&k->chosen, s, "keyness", SIA_KEY, err));
    SIA_TRY(items_open(&k->c.it, s, &r->upto, err));
    SIA_TRY(session_inputs(s, 0, err));
    SIA_TRY(sides_parse(&k->sides, s, err));
    k->c.sides = &k->sides;
    inputs_by_work(&s->in);
    robust_keep(&k->c, s);
    return census_open(&k->c, s) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static void say_family(const keyness *k, session *s)
{
    say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_SIDES, s->lang), (unsigned long long)k->words[0], (unsigned long long)k->words[1]).p);
    family_say(&k->family, s, SIA_MSG_SAY_FAMILY);
    robust_say(&k->robust, s);
}

static sia_status keyness_run(session *s, sia_err *err)
{
    if (strcmp(s->set.by, "corpus")) return keyness_groups_run(s, err);
    keyness k = { 0 };
    run r = { .s = s, .digest = census_digest, .deliver = census_deliver, .ctx = &k.c };
    SIA_TRY(prepare(&k, &r, err));
    sia_status st = run_documents(&r, err);
    if (!st) st = census_close(&k.c, &r, err);
    if (!st) st = report(&k, &r, err);
    if (!st) run_say_counted(&r);
    if (!st) say_family(&k, s);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_keyness = {
    { "keyness", "--target SELECT|--by GROUP [INPUT...]", SIA_MSG_CMD_KEYNESS,
      { &opts_keyness, &opts_input, &opts_codebook, &opts_output, &opts_general },
      { "siasat keyness --target part=saran --reference part=kesimpulan skripsi/",
        "siasat keyness --of word --target 'work=*pan*' --stopwords stopwords/id.txt --min-count 5 --top 50 skripsi/",
        "siasat keyness --of category --by part --measure specificity,lrc,q skripsi/",
        "siasat keyness --target part=saran --reference part=kesimpulan --permute 999 --leave-one-out skripsi/" } },
    keyness_run,
};
