/* GEXF 1.2, Gephi's own format: cells as attributes, and how nodes look in the viz namespace (gexf.net). */
#include "graph.h"

/* Gephi's canvas has no edges; labels want room, so the unit square is drawn this wide and three quarters as high. */
static const double canvas = 2000, aspect = 0.75, smallest = 6, largest = 40;

static const char *type_name(sia_type t) { return t == SIA_TEXT ? "string" : t == SIA_COUNT ? "long" : "double"; }

/* What the format has words of its own for is no attribute. */
static bool told(const sia_graph_out *o, const sia_values *v, uint32_t i)
{
    return v == &o->g->nodes ? (int)i == o->label || (int)i == o->x || (int)i == o->y : (int)i == o->weight;
}

static void attributes(sia_graph_out *o, const sia_values *v, const char *of)
{
    sia_gputz(o, "    <attributes class=\"");
    sia_gputz(o, of);
    sia_gputz(o, "\">\n");
    for (uint32_t i = 0; i < v->n; i++) {
        if (told(o, v, i)) continue;
        sia_gputz(o, "      <attribute id=\"");
        sia_gcount(o, i);
        sia_gputz(o, "\" title=\"");
        sia_gxml(o, sia_str_of(v->cols[i].name));
        sia_gputz(o, "\" type=\"");
        sia_gputz(o, type_name(v->cols[i].type));
        sia_gputz(o, "\"/>\n");
    }
    sia_gputz(o, "    </attributes>\n");
}

static void values(sia_graph_out *o, const sia_values *v, size_t row)
{
    sia_gputz(o, "<attvalues>");
    for (uint32_t i = 0; i < v->n; i++) {
        const sia_value *c = &v->cell[row * v->n + i];
        if (told(o, v, i) || !sia_gknown(c, v->cols[i].type)) continue;
        sia_gputz(o, "<attvalue for=\"");
        sia_gcount(o, i);
        sia_gputz(o, "\" value=\"");
        if (v->cols[i].type == SIA_TEXT) sia_gxml(o, c->is.text);
        else sia_gvalue(o, c, v->cols[i].type);
        sia_gputz(o, "\"/>");
    }
    sia_gputz(o, "</attvalues>");
}

static void number(sia_graph_out *o, const char *name, double v)
{
    sia_gputz(o, " ");
    sia_gputz(o, name);
    sia_gputz(o, "=\"");
    sia_greal(o, v);
    sia_gputz(o, "\"");
}

static void look(sia_graph_out *o, size_t i)
{
    const sia_value *x = sia_gnode(o, i, o->x), *y = sia_gnode(o, i, o->y);
    const unsigned char *c = sia_gcolour(o, i);
    if (c) {
        sia_gputz(o, "<viz:color");
        number(o, "r", c[0]);
        number(o, "g", c[1]);
        number(o, "b", c[2]);
        sia_gputz(o, "/>");
    }
    if (x && y) {
        sia_gputz(o, "<viz:position");
        number(o, "x", (x->is.real - 0.5) * canvas);
        number(o, "y", (0.5 - y->is.real) * canvas * aspect);
        sia_gputz(o, " z=\"0\"/>");
    }
    sia_gputz(o, "<viz:size");
    number(o, "value", smallest + (largest - smallest) * sia_gshare(o, i));
    sia_gputz(o, "/>");
}

static void node(sia_graph_out *o, size_t i)
{
    sia_gputz(o, "      <node id=\"");
    sia_gcount(o, i + 1);
    sia_gputz(o, "\" label=\"");
    sia_gxml(o, sia_glabel(o, i));
    sia_gputz(o, "\">");
    values(o, &o->g->nodes, i);
    look(o, i);
    sia_gputz(o, "</node>\n");
}

static void edge(sia_graph_out *o, size_t i)
{
    sia_gputz(o, "      <edge id=\"");
    sia_gcount(o, i + 1);
    sia_gputz(o, "\" source=\"");
    sia_gcount(o, o->g->ends[i][0] + 1);
    sia_gputz(o, "\" target=\"");
    sia_gcount(o, o->g->ends[i][1] + 1);
    sia_gputz(o, "\" weight=\"");
    sia_gcount(o, sia_gedge(o, i, o->weight)->is.count);
    sia_gputz(o, "\">");
    values(o, &o->g->edges, i);
    sia_gputz(o, "</edge>\n");
}

void sia_gexf(sia_graph_out *o)
{
    sia_gputz(o, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
                 "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n  <meta><creator>siasat</creator></meta>\n"
                 "  <graph mode=\"static\" defaultedgetype=\"undirected\">\n");
    attributes(o, &o->g->nodes, "node");
    attributes(o, &o->g->edges, "edge");
    sia_gputz(o, "    <nodes>\n");
    for (size_t i = 0; i < o->g->nodes.rows; i++) node(o, i);
    sia_gputz(o, "    </nodes>\n    <edges>\n");
    for (size_t i = 0; i < o->g->edges.rows; i++) edge(o, i);
    sia_gputz(o, "    </edges>\n  </graph>\n</gexf>\n");
}
