/* VOSviewer's JSON: items with weights (sizes), scores (colours), clusters and places; links with strengths
 * (app.vosviewer.com/docs/file-types/json-file-type). */
#include "graph.h"

static const double canvas = 2, aspect = 0.75;               /* VOSviewer's maps are about as wide */

static bool special(const sia_graph_out *o, uint32_t i) { return (int)i == o->x || (int)i == o->y || (int)i == o->community; }

/* "weights":{"degree":3,"strength":12}: numbers of this type. */
static void numbers(sia_graph_out *o, size_t i, const char *name, sia_type type)
{
    const sia_values *v = &o->g->nodes;
    bool any = false;
    for (uint32_t k = 0; k < v->n; k++) {
        const sia_value *c = &v->cell[i * v->n + k];
        if (v->cols[k].type != type || special(o, k) || !sia_gknown(c, type)) continue;
        sia_gputz(o, any ? "," : ",\"");
        if (!any) { sia_gputz(o, name); sia_gputz(o, "\":{"); }
        any = true;
        sia_gjson(o, sia_str_of(v->cols[k].name));
        sia_gputz(o, ":");
        sia_gvalue(o, c, type);
    }
    if (any) sia_gputz(o, "}");
}

static void item(sia_graph_out *o, size_t i)
{
    const sia_value *x = sia_gnode(o, i, o->x), *y = sia_gnode(o, i, o->y), *community = sia_gnode(o, i, o->community);
    sia_gputz(o, i ? ",\n{\"id\":" : "\n{\"id\":");
    sia_gcount(o, i + 1);
    sia_gputz(o, ",\"label\":");
    sia_gjson(o, sia_glabel(o, i));
    sia_gputz(o, ",\"description\":");
    sia_gjson(o, sia_gnode(o, i, o->item)->is.text);
    if (x && y) {
        sia_gputz(o, ",\"x\":");
        sia_greal(o, (x->is.real - 0.5) * canvas);
        sia_gputz(o, ",\"y\":");
        sia_greal(o, (0.5 - y->is.real) * canvas * aspect);
    }
    if (community) {
        sia_gputz(o, ",\"cluster\":");
        sia_gcount(o, community->is.count);
    }
    numbers(o, i, "weights", SIA_COUNT);
    numbers(o, i, "scores", SIA_REAL);
    sia_gputz(o, "}");
}

static void link(sia_graph_out *o, size_t i)
{
    sia_gputz(o, i ? ",\n{\"source_id\":" : "\n{\"source_id\":");
    sia_gcount(o, o->g->ends[i][0] + 1);
    sia_gputz(o, ",\"target_id\":");
    sia_gcount(o, o->g->ends[i][1] + 1);
    sia_gputz(o, ",\"strength\":");
    sia_gcount(o, sia_gedge(o, i, o->weight)->is.count);
    sia_gputz(o, "}");
}

void sia_vosviewer(sia_graph_out *o)
{
    sia_gputz(o, "{\"network\":{\"items\":[");
    for (size_t i = 0; i < o->g->nodes.rows; i++) item(o, i);
    sia_gputz(o, "\n],\"links\":[");
    for (size_t i = 0; i < o->g->edges.rows; i++) link(o, i);
    sia_gputz(o, "\n]}}\n");
}
