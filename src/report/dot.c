/* DOT, for Graphviz: every cell an attribute; where places are known, `neato -n2` draws them as they are. */
#include "graph.h"
#include <math.h>

/* In points: letters, whose labels have room where the drawing is so many of them wide (columns_stat.c); lines at most. */
static const double letter = 14, letters_a_root = 11, few = 64, aspect = 0.75, thickest = 4;

/* Backslashes are doubled, as texts that are drawn have them; where one is drawn, "&amp;" would become "&". */
static void plain_char(sia_graph_out *o, int32_t c, sia_str utf8)
{
    if (c == '"' || c == '\\') sia_gputz(o, "\\");
    sia_gput(o, c < 0x20 || c == 0x7F ? SIA_STR(" ") : utf8);
}

static void drawn_char(sia_graph_out *o, int32_t c, sia_str utf8)
{
    if (c == '&') sia_gputz(o, "&amp;");
    else plain_char(o, c, utf8);
}

static void text(sia_graph_out *o, const char *name, sia_str s, bool drawn)
{
    sia_gputz(o, name);
    sia_gputz(o, "=\"");
    sia_gchars(o, s, drawn ? drawn_char : plain_char);
    sia_gputz(o, "\"");
}

static void cells(sia_graph_out *o, const sia_values *v, size_t row)
{
    for (uint32_t i = 0; i < v->n; i++) {
        const sia_value *c = &v->cell[row * v->n + i];
        const bool label = v == &o->g->nodes && (int)i == o->label;
        if (label || !sia_gknown(c, v->cols[i].type)) continue;
        sia_gputz(o, ", ");
        if (v->cols[i].type == SIA_TEXT) { text(o, v->cols[i].name, c->is.text, false); continue; }
        sia_gputz(o, v->cols[i].name);
        sia_gputz(o, "=\"");
        sia_gvalue(o, c, v->cols[i].type);
        sia_gputz(o, "\"");
    }
}

static void colour(sia_graph_out *o, const unsigned char *rgb)
{
    static const char hex[] = "0123456789abcdef";
    char c[] = ", fontcolor=\"#rrggbb\"";
    if (!rgb) return;
    for (int i = 0; i < 3; i++) {
        c[14 + 2 * i] = hex[rgb[i] >> 4];
        c[15 + 2 * i] = hex[rgb[i] & 15];
    }
    sia_gputz(o, c);
}

static double width(const sia_graph_out *o)
{
    const double n = (double)o->g->nodes.rows;
    return floor(letter * letters_a_root * sqrt(n > few ? n : few));
}

static void node(sia_graph_out *o, size_t i)
{
    const sia_value *x = sia_gnode(o, i, o->x), *y = sia_gnode(o, i, o->y);
    sia_gputz(o, "  n");
    sia_gcount(o, i + 1);
    sia_gputz(o, " [");
    text(o, "label", sia_glabel(o, i), true);
    cells(o, &o->g->nodes, i);
    colour(o, sia_gcolour(o, i));
    if (x && y) {
        sia_gputz(o, ", pos=\"");
        sia_greal(o, floor(x->is.real * width(o) + 0.5));
        sia_gputz(o, ",");
        sia_greal(o, floor((1 - y->is.real) * width(o) * aspect + 0.5));
        sia_gputz(o, "\"");
    }
    sia_gputz(o, "];\n");
}

/* Lines are as wide as the roots of weights are to one another. */
static void edge(sia_graph_out *o, size_t i, double heaviest)
{
    const uint64_t weight = sia_gedge(o, i, o->weight)->is.count;
    sia_gputz(o, "  n");
    sia_gcount(o, o->g->ends[i][0] + 1);
    sia_gputz(o, " -- n");
    sia_gcount(o, o->g->ends[i][1] + 1);
    sia_gputz(o, " [penwidth=");
    sia_greal(o, floor(10 * thickest * sqrt((double)weight / heaviest) + 0.5) / 10);
    cells(o, &o->g->edges, i);
    sia_gputz(o, "];\n");
}

void sia_dot(sia_graph_out *o)
{
    double heaviest = 1;
    for (size_t i = 0; i < o->g->edges.rows; i++)
        if ((double)sia_gedge(o, i, o->weight)->is.count > heaviest) heaviest = (double)sia_gedge(o, i, o->weight)->is.count;
    sia_gputz(o, "graph siasat {\n  graph [overlap=prism, outputorder=edgesfirst];\n  node [shape=plaintext, margin=0.02, fontname=\"Helvetica\"];\n"
                 "  edge [color=\"#99999966\", headclip=false, tailclip=false];\n");
    for (size_t i = 0; i < o->g->nodes.rows; i++) node(o, i);
    for (size_t i = 0; i < o->g->edges.rows; i++) edge(o, i, heaviest);
    sia_gputz(o, "}\n");
}
