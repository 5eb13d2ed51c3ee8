/* The rows of a partial: what censuses and pairings have counted. */
#include "partcount.h"
#include "works.h"
#include <stdlib.h>

/* ---- items as fields, and the order of the fields -------------------------------------------------------- */

typedef struct { sia_str *field; uint32_t *rank; } fields;   /* by number, from 0; rank: among all of them */
typedef struct { sia_str field; uint32_t of; } ranked;

static int by_field(const void *x, const void *y) { return sia_str_cmp(((const ranked *)x)->field, ((const ranked *)y)->field); }

static bool rank_all(fields *f, uint32_t n, sia_arena *a)
{
    ranked *v = sia_new(a, ranked, (size_t)n + 1);
    f->rank = sia_new(a, uint32_t, (size_t)n + 1);
    if (!v || !f->rank) return false;
    for (uint32_t i = 0; i < n; i++) v[i] = (ranked){ f->field[i], i };
    qsort(v, n, sizeof *v, by_field);
    for (uint32_t i = 0; i < n; i++) f->rank[v[i].of] = i;
    return true;
}

/* Strings by what they are; number 0 is none. */
static bool fields_of_lex(fields *f, const sia_lex *lex, sia_arena *a)
{
    const uint32_t n = sia_lex_size(lex) + 1;
    f->field = sia_new(a, sia_str, n);
    for (uint32_t i = 0; f->field && i < n; i++) f->field[i] = i ? part_field(sia_lex_str(lex, i), a) : SIA_STR("\\-");
    return f->field && rank_all(f, n, a);
}

/* Terms and categories by their number in the codebooks: names of several codebooks may be alike. */
static bool fields_of_numbers(fields *f, uint32_t n, sia_arena *a)
{
    char digits[PART_DIGITS];
    f->field = sia_new(a, sia_str, (size_t)n + 1);
    for (uint32_t i = 0; f->field && i < n; i++) f->field[i] = sia_dup(a, part_number(i, digits));
    return f->field && rank_all(f, n, a);
}

static bool fields_of_items(fields *f, const items *it, const sia_lex *forms, sia_arena *a)
{
    return items_are_forms(it) ? fields_of_lex(f, forms, a) : fields_of_numbers(f, it->n_terms, a);
}

/* ---- frequencies ------------------------------------------------------------------------------------------- */

typedef struct { uint32_t group, item; uint64_t count, works; } cell;        /* group and item: ranks; item UINT32_MAX: words */

typedef struct {
    const counted *x;
    run *r;
    part_writer *w;
    fields items, groups;
    sia_str *item, *group;              /* by rank */
    SIA_VEC(cell) cells;
    uint32_t shown;                     /* appearances of groups that are written */
} telling;

static int by_cell(const void *x, const void *y)
{
    const cell *a = x, *b = y;
    const bool words = a->item == UINT32_MAX, words_b = b->item == UINT32_MAX;
    if (words != words_b) return words ? 1 : -1;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

static sia_str *by_rank(const fields *f, uint32_t n, sia_arena *a)
{
    sia_str *v = sia_new(a, sia_str, (size_t)n + 1);
    for (uint32_t i = 0; v && i < n; i++) v[f->rank[i]] = f->field[i];
    return v;
}

/* The cells of a work, or of all works together: their counts, then how many words there are. */
static void put_cells(telling *t, sia_str of, bool works)
{
    if (t->cells.n) qsort(t->cells.v, t->cells.n, sizeof *t->cells.v, by_cell);
    for (uint32_t i = 0; i < t->cells.n; i++) {
        const cell *c = &t->cells.v[i];
        const bool words = c->item == UINT32_MAX;
        part_row row = { .n = words ? 4 : 5, .count = { c->count, c->works }, .counts = works ? 2 : 1 };
        row.field[0] = t->x->name;
        row.field[1] = of;
        row.field[2] = words ? SIA_STR("w") : SIA_STR("c");
        row.field[3] = t->group[c->group];
        if (!words) row.field[4] = t->item[c->item];
        part_put(t->w, &row);
    }
    t->cells.n = 0;
}

/* The groups of works up to this one. */
static void put_groups(telling *t, uint32_t upto)
{
    const appearances *x = &t->x->groups;
    for (uint32_t first = t->shown; t->shown < x->v.n && x->v.v[t->shown].work <= upto; t->shown++) {
        const appearance *g = &x->v.v[t->shown];
        char digits[PART_DIGITS], at[PART_DIGITS];
        if (g->work != x->v.v[first].work) first = t->shown;
        const part_row row = { .n = 5, .field = { t->x->name, part_number(g->work, digits), SIA_STR("a"), part_number(t->shown - first, at),
                                                  part_field(sia_lex_str(x->names, g->group), t->r->s->arena) } };
        part_put(t->w, &row);
    }
}

static bool put_work(void *ctx, const work_counts *w)
{
    telling *t = ctx;
    sia_arena *a = t->r->s->arena;
    char digits[PART_DIGITS];
    put_groups(t, w->work);
    for (uint32_t i = 0; i < w->n; i++)
        sia_push(a, &t->cells, (cell){ t->groups.rank[w->v[i].group], t->items.rank[w->v[i].item], w->v[i].count, 1 });
    for (uint32_t i = 0; i < w->n_groups; i++)
        sia_push(a, &t->cells, (cell){ t->groups.rank[w->groups[i]], UINT32_MAX, w->words[w->groups[i]], 1 });
    put_cells(t, part_number(w->work, digits), false);
    return sia_arena_ok(a);
}

static sia_str nameless(const void *ctx, uint32_t item) { (void)ctx; (void)item; return SIA_STR(""); }

static bool put_sums(telling *t)
{
    sia_arena *a = t->r->s->arena;
    const sia_counts *counts = t->x->census.counts;
    const sia_tally *v = sia_counts_sorted(counts, nameless, NULL, a);
    for (size_t i = 0; v && i < sia_counts_cells(counts); i++)
        sia_push(a, &t->cells, (cell){ t->groups.rank[v[i].group], t->items.rank[v[i].item], v[i].count, v[i].works });
    for (uint32_t g = 1; g <= sia_lex_size(t->x->census.groups); g++)
        if (sia_counts_group_words(counts, g))
            sia_push(a, &t->cells, (cell){ t->groups.rank[g], UINT32_MAX, sia_counts_group_words(counts, g), sia_counts_group_works(counts, g) });
    put_cells(t, SIA_STR("all"), true);
    return sia_arena_ok(a) && (v || !sia_counts_cells(counts));
}

bool part_put_census(const counted *x, run *r, part_writer *w)
{
    sia_arena *a = r->s->arena;
    const census *c = &x->census;
    telling t = { .x = x, .r = r, .w = w };
    if (!fields_of_items(&t.items, &c->it, c->forms, a) || !fields_of_lex(&t.groups, c->groups, a)) return false;
    t.item = by_rank(&t.items, items_are_forms(&c->it) ? sia_lex_size(c->forms) + 1 : c->it.n_terms, a);
    t.group = by_rank(&t.groups, sia_lex_size(c->groups) + 1, a);
    if (!t.item || !t.group) return false;
    if (c->keeps && !works_walk(c, r, put_work, &t)) return false;
    put_groups(&t, UINT32_MAX);
    return c->keeps || put_sums(&t);
}

/* ---- pairs ---------------------------------------------------------------------------------------------------- */

static void put_pair_row(part_writer *w, sia_str table, const char *what, sia_str a, sia_str b, uint64_t n)
{
    part_row row = { .n = 2, .count = { n }, .counts = 1 };
    row.field[0] = table;
    row.field[1] = sia_str_of(what);
    if (a.n) row.field[row.n++] = a;
    if (b.n) row.field[row.n++] = b;
    part_put(w, &row);
}

static int by_pair(const void *x, const void *y)
{
    const sia_pair *a = x, *b = y;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

bool part_put_pairs(const counted *x, run *r, part_writer *w)
{
    sia_arena *a = r->s->arena;
    const sia_cooc *c = x->cooc.now.all;
    const uint32_t n = items_are_forms(&x->cooc.it) ? sia_lex_size(x->cooc.forms) + 1 : x->cooc.it.n_terms;
    fields f;
    sia_pair *p = sia_cooc_list(c, a);
    if (!p || !fields_of_items(&f, &x->cooc.it, x->cooc.forms, a)) return false;
    sia_str *name = by_rank(&f, n, a);
    uint32_t *item = sia_new(a, uint32_t, (size_t)n + 1);
    if (!name || !item) return false;
    for (uint32_t i = 0; i < n; i++) item[f.rank[i]] = i;
    for (uint32_t k = 0; k < n; k++)
        if (sia_cooc_item(c, item[k])) put_pair_row(w, x->name, "i", name[k], SIA_STR(""), sia_cooc_item(c, item[k]));
    const size_t pairs = sia_cooc_pairs(c);
    for (size_t i = 0; i < pairs; i++) {
        const uint32_t one = f.rank[p[i].a], two = f.rank[p[i].b];
        p[i] = (sia_pair){ one < two ? one : two, one < two ? two : one, p[i].both };
    }
    if (pairs) qsort(p, pairs, sizeof *p, by_pair);
    for (size_t i = 0; i < pairs; i++) put_pair_row(w, x->name, "p", name[p[i].a], name[p[i].b], p[i].both);
    if (sia_cooc_units(c)) put_pair_row(w, x->name, "u", SIA_STR(""), SIA_STR(""), sia_cooc_units(c));
    return sia_arena_ok(a);
}

/* ---- what items are called --------------------------------------------------------------------------------------- */

bool part_put_terms(const items *it, run *r, part_writer *w, bool categories)
{
    sia_arena *a = r->s->arena;
    for (uint32_t i = 0; i < (categories ? it->n_categories : it->n_terms); i++) {
        char digits[PART_DIGITS], of[PART_DIGITS];
        part_row row = { .n = 4 };
        row.field[0] = categories ? SIA_STR("category") : SIA_STR("term");
        row.field[1] = part_number(i, digits);
        row.field[2] = part_field(categories ? it->category[i]->code : it->term[i]->id, a);
        row.field[3] = part_field(categories ? it->category[i]->name : it->term[i]->label, a);
        if (!categories) row.field[row.n++] = part_number(it->category_of[i], of);
        part_put(w, &row);
    }
    return sia_arena_ok(a);
}
