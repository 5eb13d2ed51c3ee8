/* The pairs of cooc as a network, for programs that draw them: counts and measures, without siasat-network's part. */
#include "pairgraph.h"
#include <math.h>

static const char *const node_columns[] = { "item", "label", "category", "units" };
enum { NODE = SIA_COUNT_OF(node_columns) };

static const sia_col *column(const sia_columns *c, const char *name)
{
    for (uint32_t i = 0; i < c->n; i++) if (!strcmp(c->cols[i].name, name)) return &c->cols[i];
    return NULL;
}

/* Of netting's cells those that counting gives. */
static sia_values nodes_of(const net *w, const cooc *c, session *s)
{
    const sia_values all = netting_nodes(w, c, s);
    sia_col *cols = sia_new(s->arena, sia_col, NODE);
    sia_value *cell = sia_new(s->arena, sia_value, all.rows * NODE + 1);
    for (uint32_t k = 0; all.cell && cols && cell && k < NODE; k++) {
        const sia_col *from = column(sia_columns_of(SIA_STR("network")), node_columns[k]);
        cols[k] = *from;
        for (size_t i = 0; i < all.rows; i++) cell[i * NODE + k] = all.cell[i * all.n + (size_t)(from - all.cols)];
    }
    return (sia_values){ cols, NODE, cell, all.rows };
}

static sia_value real(double v) { return (sia_value){ isfinite(v), { .real = v } }; }

static sia_value measure(const cooc *c, uint32_t k, const pairrow *r, size_t row)
{
    const chosen *m = &c->chosen;
    if (m->m[k]) return real(sia_measure_of(m->m[k], pairrank_cell(c, r), c->family.alpha));
    return real(exp(m->q[k] ? c->family.log_q[row] : c->family.log_p[row]));
}

/* "weight", then the measures under the names that they have in the table. */
static sia_values edges_of(const net *w, const cooc *c, session *s, const pairrow *first)
{
    const chosen *m = &c->chosen;
    const uint32_t n = m->n + 1;
    sia_col *cols = sia_new(s->arena, sia_col, n);
    sia_value *cell = sia_new(s->arena, sia_value, w->edges * n + 1);
    if (!cols || !cell) return (sia_values){ 0 };
    cols[0] = *column(sia_columns_of(SIA_STR("network --edges")), "weight");
    memcpy(cols + 1, m->columns.cols + m->at, m->n * sizeof *cols);
    for (size_t i = 0; i < w->edges; i++) {
        const pairrow *r = w->edge[i].pair;
        cell[i * n] = (sia_value){ true, { .count = r->both } };
        for (uint32_t k = 0; k < m->n; k++) cell[i * n + 1 + k] = measure(c, k, r, (size_t)(r - first));
    }
    return (sia_values){ cols, n, cell, w->edges };
}

sia_status pairgraph_write(const cooc *c, session *s, const pairrow *r, size_t n, int format, sia_err *err)
{
    static const double all = 2;                             /* no disparity is as high: no edge is dropped */
    net w;
    if (!netting_of(&w, c, s, r, n, all)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    const sia_values nodes = nodes_of(&w, c, s), edges = edges_of(&w, c, s, r);
    return netting_write(&w, nodes, edges, s, format, err);
}
