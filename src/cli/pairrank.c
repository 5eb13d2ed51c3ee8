/* The pairs that were counted, in the order of their rows. */
#include "pairrank.h"
#include <stdlib.h>

uint32_t pairrank_items(const cooc *c) { return (items_are_forms(&c->it) ? sia_lex_size(c->forms) : c->it.n_terms) + 1; }

sia_str pairrank_name(const cooc *c, uint32_t item)
{
    return items_name(&c->it, item, items_are_forms(&c->it) ? sia_lex_str(c->forms, item) : SIA_STR(""));
}

static int by_rank(const void *x, const void *y)
{
    const pairrow *a = x, *b = y;
    if (a->both != b->both) return a->both < b->both ? 1 : -1;
    int k = sia_str_cmp(a->a, b->a);
    return k ? k : sia_str_cmp(a->b, b->b);
}

pairrow *pairrank(const cooc *c, const session *s, size_t *n)
{
    const size_t all = sia_cooc_pairs(c->now.all);
    sia_pair *p = sia_cooc_list(c->now.all, s->arena);
    pairrow *r = p ? sia_new(s->arena, pairrow, all + 1) : NULL;
    for (size_t i = 0; r && i < all; i++) {
        r[i] = (pairrow){ pairrank_name(c, p[i].a), pairrank_name(c, p[i].b), p[i].a, p[i].b, p[i].both };
        if (sia_str_cmp(r[i].a, r[i].b) > 0) r[i] = (pairrow){ r[i].b, r[i].a, p[i].b, p[i].a, p[i].both };
    }
    if (r) qsort(r, all, sizeof *r, by_rank);
    for (*n = 0; r && *n < all && r[*n].both >= s->set.min_count; ) ++*n;
    return r;
}

sia_cell pairrank_cell(const cooc *c, const pairrow *r)
{
    const sia_cooc *all = c->now.all;
    return (sia_cell){ r->both, sia_cooc_item(all, r->item_a), sia_cooc_item(all, r->item_b), sia_cooc_units(all) };
}
