/* GraphML: a key a column, then nodes and edges with their cells (graphml.graphdrawing.org). */
#include "graph.h"

static const char *type_name(sia_type t) { return t == SIA_TEXT ? "string" : t == SIA_COUNT ? "long" : "double"; }

static void keys(sia_graph_out *o, const sia_values *v, const char *of, const char *prefix)
{
    for (uint32_t i = 0; i < v->n; i++) {
        sia_gputz(o, "  <key id=\"");
        sia_gputz(o, prefix);
        sia_gcount(o, i);
        sia_gputz(o, "\" for=\"");
        sia_gputz(o, of);
        sia_gputz(o, "\" attr.name=\"");
        sia_gxml(o, sia_str_of(v->cols[i].name));
        sia_gputz(o, "\" attr.type=\"");
        sia_gputz(o, type_name(v->cols[i].type));
        sia_gputz(o, "\"/>\n");
    }
}

static void data(sia_graph_out *o, const sia_values *v, size_t row, const char *prefix)
{
    for (uint32_t i = 0; i < v->n; i++) {
        const sia_value *c = &v->cell[row * v->n + i];
        if (!sia_gknown(c, v->cols[i].type)) continue;
        sia_gputz(o, "<data key=\"");
        sia_gputz(o, prefix);
        sia_gcount(o, i);
        sia_gputz(o, "\">");
        if (v->cols[i].type == SIA_TEXT) sia_gxml(o, (int)i == o->label && v == &o->g->nodes ? sia_glabel(o, row) : c->is.text);
        else sia_gvalue(o, c, v->cols[i].type);
        sia_gputz(o, "</data>");
    }
}

static void end(sia_graph_out *o, const char *which, uint32_t node)
{
    sia_gputz(o, which);
    sia_gputz(o, "=\"n");
    sia_gcount(o, node + 1);
    sia_gputz(o, "\"");
}

void sia_graphml(sia_graph_out *o)
{
    const sia_graph *g = o->g;
    sia_gputz(o, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    keys(o, &g->nodes, "node", "v");
    keys(o, &g->edges, "edge", "e");
    sia_gputz(o, "  <graph id=\"siasat\" edgedefault=\"undirected\">\n");
    for (size_t i = 0; i < g->nodes.rows; i++) {
        sia_gputz(o, "    <node");
        end(o, " id", (uint32_t)i);
        sia_gputz(o, ">");
        data(o, &g->nodes, i, "v");
        sia_gputz(o, "</node>\n");
    }
    for (size_t i = 0; i < g->edges.rows; i++) {
        sia_gputz(o, "    <edge");
        end(o, " source", g->ends[i][0]);
        end(o, " target", g->ends[i][1]);
        sia_gputz(o, ">");
        data(o, &g->edges, i, "e");
        sia_gputz(o, "</edge>\n");
    }
    sia_gputz(o, "  </graph>\n</graphml>\n");
}
