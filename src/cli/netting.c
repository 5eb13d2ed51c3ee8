/* Networks out of pairs that were counted: an item a node, a pair an edge. */
#include "netting.h"
#include <math.h>
#include <stdlib.h>

static bool no_memory(const session *s) { return !sia_arena_ok(s->arena); }

/* ---- the items of --top ------------------------------------------------------------------------------ */

typedef struct { uint32_t item; uint64_t units; sia_str name; } standing;

static int by_units(const void *x, const void *y)
{
    const standing *a = x, *b = y;
    if (a->units != b->units) return a->units < b->units ? 1 : -1;
    return sia_str_cmp(a->name, b->name);
}

bool netting_top(const cooc *c, session *s, pairrow *r, size_t *n, uint32_t top)
{
    const uint32_t all = pairrank_items(c);
    standing *v = sia_new(s->arena, standing, all);
    bool *in = sia_new(s->arena, bool, all);
    uint32_t met = 0;
    if (!v || !in) return false;
    for (uint32_t i = 0; i < all; i++)
        if (sia_cooc_item(c->now.all, i)) v[met++] = (standing){ i, sia_cooc_item(c->now.all, i), pairrank_name(c, i) };
    qsort(v, met, sizeof *v, by_units);
    for (uint32_t i = 0; i < met && i < top; i++) in[v[i].item] = true;
    size_t kept = 0;
    for (size_t i = 0; i < *n; i++) if (in[r[i].item_a] && in[r[i].item_b]) r[kept++] = r[i];
    *n = kept;
    return true;
}

/* ---- nodes and edges ----------------------------------------------------------------------------------- */

/* What each item's edges come to; by item. */
static void add_up(const net *w, net_node *by_item)
{
    for (size_t i = 0; i < w->edges; i++) {
        const net_edge *e = &w->edge[i];
        net_node *a = &by_item[e->pair->item_a], *b = &by_item[e->pair->item_b];
        a->strength += e->weight;
        b->strength += e->weight;
        a->degree++;
        b->degree++;
    }
}

/* An edge is as surprising as it is to the end that it surprises more. */
static void find_disparities(net *w, const net_node *by_item)
{
    for (size_t i = 0; i < w->edges; i++) {
        net_edge *e = &w->edge[i];
        const net_node *a = &by_item[e->pair->item_a], *b = &by_item[e->pair->item_b];
        e->disparity = fmin(sia_disparity(e->weight, a->strength, a->degree), sia_disparity(e->weight, b->strength, b->degree));
    }
}

static void drop_edges(net *w, double level)
{
    const size_t all = w->edges;
    w->edges = 0;
    for (size_t i = 0; i < all; i++) if (w->edge[i].disparity < level) w->edge[w->edges++] = w->edge[i];
    w->dropped = all - w->edges;
}

typedef struct { net_node is; sia_str name; } named;

static int by_strength(const void *x, const void *y)
{
    const named *a = x, *b = y;
    if (a->is.strength != b->is.strength) return a->is.strength < b->is.strength ? 1 : -1;
    return sia_str_cmp(a->name, b->name);
}

/* Items with edges become nodes; `number` is what each item's is. */
static bool number_nodes(net *w, const cooc *c, session *s, const net_node *by_item, uint32_t *number)
{
    const uint32_t all = pairrank_items(c);
    named *v = sia_new(s->arena, named, (size_t)all + 1);
    w->node = sia_new(s->arena, net_node, (size_t)all + 1);
    if (!v || !w->node) return false;
    for (uint32_t i = 0; i < all; i++) {
        if (by_item[i].degree) v[w->nodes++] = (named){ by_item[i], pairrank_name(c, i) };
        else if (sia_cooc_item(c->now.all, i)) w->alone++;
    }
    qsort(v, w->nodes, sizeof *v, by_strength);
    for (uint32_t i = 0; i < w->nodes; i++) {
        w->node[i] = v[i].is;
        number[v[i].is.item] = i;
    }
    return true;
}

static void clear(net_node *by_item, const cooc *c)
{
    for (uint32_t i = 0; i < pairrank_items(c); i++)
        by_item[i] = (net_node){ .item = i, .units = sia_cooc_item(c->now.all, i), .pagerank = NAN, .betweenness = NAN, .x = NAN, .y = NAN };
}

bool netting_of(net *w, const cooc *c, session *s, const pairrow *r, size_t n, double level)
{
    net_node *by_item = sia_new(s->arena, net_node, pairrank_items(c));
    uint32_t *number = sia_new(s->arena, uint32_t, pairrank_items(c));
    *w = (net){ .edge = sia_new(s->arena, net_edge, n + 1), .edges = n };
    if (no_memory(s)) return false;
    for (size_t i = 0; i < n; i++) w->edge[i] = (net_edge){ .weight = r[i].both, .pair = &r[i] };
    clear(by_item, c);
    add_up(w, by_item);
    find_disparities(w, by_item);
    drop_edges(w, level);
    clear(by_item, c);
    add_up(w, by_item);
    if (!number_nodes(w, c, s, by_item, number)) return false;
    for (size_t i = 0; i < w->edges; i++) {
        const uint32_t a = number[w->edge[i].pair->item_a], b = number[w->edge[i].pair->item_b];
        w->edge[i].a = a < b ? a : b;
        w->edge[i].b = a < b ? b : a;
    }
    return true;
}

/* ---- cells ----------------------------------------------------------------------------------------------- */

static sia_value text(sia_str s) { return (sia_value){ true, { .text = s } }; }
static sia_value count(uint64_t v) { return (sia_value){ true, { .count = v } }; }
static sia_value real(double v) { return (sia_value){ isfinite(v), { .real = v } }; }

sia_values netting_nodes(const net *w, const cooc *c, session *s)
{
    const sia_columns *k = sia_columns_of(SIA_STR("network"));
    sia_value *to = sia_new(s->arena, sia_value, (size_t)w->nodes * k->n + 1);
    const sia_values out = { k->cols, k->n, to, w->nodes };
    for (uint32_t i = 0; to && i < w->nodes; i++) {
        const net_node *n = &w->node[i];
        const sia_value cells[] = {
            text(pairrank_name(c, n->item)), text(items_label(&c->it, n->item)), text(items_category(&c->it, n->item)),
            count(n->degree), count(n->strength), real(n->pagerank), real(n->betweenness),
            { n->community > 0, { .count = n->community } }, real(n->x), real(n->y), count(n->units),
        };
        memcpy(to, cells, sizeof cells);
        to += k->n;
    }
    return out;
}

sia_values netting_edges(const net *w, session *s)
{
    const sia_columns *k = sia_columns_of(SIA_STR("network --edges"));
    enum { NUMBERS = 2 };
    sia_value *to = sia_new(s->arena, sia_value, w->edges * NUMBERS + 1);
    for (size_t i = 0; to && i < w->edges; i++) {
        to[i * NUMBERS] = count(w->edge[i].weight);
        to[i * NUMBERS + 1] = real(w->edge[i].disparity);
    }
    return (sia_values){ k->cols + (k->n - NUMBERS), NUMBERS, to, w->edges };
}

sia_status netting_write(const net *w, sia_values nodes, sia_values edges, session *s, int format, sia_err *err)
{
    uint32_t (*ends)[2] = sia_alloc(s->arena, sizeof *ends, w->edges + 1);
    sia_sink to;
    if (no_memory(s)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    for (size_t i = 0; i < w->edges; i++) {
        ends[i][0] = w->edge[i].a;
        ends[i][1] = w->edge[i].b;
    }
    const sia_graph g = { nodes, edges, (const uint32_t (*)[2])ends };
    SIA_TRY(session_plain(s, &to, err));
    return sia_graph_write(&g, (sia_graph_format)format, to, s->sink_name, s->arena, err);
}
