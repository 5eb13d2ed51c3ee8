/* VOSviewer's files: items with weights (sizes), scores (colours), clusters and places; links with strengths. All of it as JSON, or as
 * two text files, a map and a network (app.vosviewer.com/docs/file-types). */
#include "graph.h"

static const double canvas = 2, aspect = 0.75;               /* VOSviewer's maps are about as wide */

static double across(const sia_value *x) { return (x->is.real - 0.5) * canvas; }
static double upward(const sia_value *y) { return (0.5 - y->is.real) * canvas * aspect; }

static bool special(const sia_graph_out *o, uint32_t i) { return (int)i == o->x || (int)i == o->y || (int)i == o->community; }

/* ---- JSON ---------------------------------------------------------------------------------------- */

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
        sia_greal(o, across(x));
        sia_gputz(o, ",\"y\":");
        sia_greal(o, upward(y));
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

/* ---- map and network ------------------------------------------------------------------------------ */

/* Fields are parted by tabs, lines by their ends: within a text both are blanks. */
static void field_char(sia_graph_out *o, int32_t c, sia_str utf8)
{
    if (c == '"') sia_gputz(o, "\"");
    sia_gput(o, c < 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 ? SIA_STR(" ") : utf8);
}

/* As spreadsheets write it, in whose hands such files are edited: what could part fields is in quotes, and quotes in it are doubled. */
static void field(sia_graph_out *o, sia_str s)
{
    bool quotes = false;
    for (size_t i = 0; i < s.n; i++) quotes = quotes || s.p[i] == ',' || s.p[i] == ';' || s.p[i] == '"';
    sia_gputz(o, quotes ? "\t\"" : "\t");
    sia_gchars(o, s, field_char);
    if (quotes) sia_gputz(o, "\"");
}

/* A column is there if it is known of every item: no cell is empty. */
static bool whole(const sia_graph_out *o, int column)
{
    bool known = column != SIA_NO_COLUMN;
    for (size_t i = 0; known && i < o->g->nodes.rows; i++) known = sia_gnode(o, i, column);
    return known;
}

/* What a map tells of each item: weights first, then scores. */
typedef struct { bool placed, grouped; uint32_t *column, n; } map_columns;

static bool map_columns_of(map_columns *m, const sia_graph_out *o)
{
    const sia_values *v = &o->g->nodes;
    *m = (map_columns){ whole(o, o->x) && whole(o, o->y), whole(o, o->community), sia_new(o->a, uint32_t, (size_t)v->n + 1), 0 };
    for (int type = SIA_COUNT; m->column && type <= SIA_REAL; type++)
        for (uint32_t k = 0; k < v->n; k++)
            if (v->cols[k].type == (sia_type)type && !special(o, k) && whole(o, (int)k)) m->column[m->n++] = k;
    return m->column;
}

static void map_head(sia_graph_out *o, const map_columns *m)
{
    sia_gputz(o, "id\tlabel\tdescription");
    if (m->placed) sia_gputz(o, "\tx\ty");
    if (m->grouped) sia_gputz(o, "\tcluster");
    for (uint32_t k = 0; k < m->n; k++) {
        const sia_col *c = &o->g->nodes.cols[m->column[k]];
        sia_gputz(o, c->type == SIA_COUNT ? "\tweight<" : "\tscore<");
        sia_gputz(o, c->name);
        sia_gputz(o, ">");
    }
    sia_gputz(o, "\n");
}

static void map_item(sia_graph_out *o, const map_columns *m, size_t i)
{
    sia_gcount(o, i + 1);
    field(o, sia_glabel(o, i));
    field(o, sia_gnode(o, i, o->item)->is.text);
    if (m->placed) {
        sia_gputz(o, "\t");
        sia_greal(o, across(sia_gnode(o, i, o->x)));
        sia_gputz(o, "\t");
        sia_greal(o, upward(sia_gnode(o, i, o->y)));
    }
    if (m->grouped) {
        sia_gputz(o, "\t");
        sia_gcount(o, sia_gnode(o, i, o->community)->is.count);
    }
    for (uint32_t k = 0; k < m->n; k++) {
        const int column = (int)m->column[k];
        sia_gputz(o, "\t");
        sia_gvalue(o, sia_gnode(o, i, column), o->g->nodes.cols[column].type);
    }
    sia_gputz(o, "\n");
}

void sia_vosviewer_map(sia_graph_out *o)
{
    map_columns m;
    if (!map_columns_of(&m, o)) return;                      /* the arena remembers */
    map_head(o, &m);
    for (size_t i = 0; i < o->g->nodes.rows; i++) map_item(o, &m, i);
}

/* It has no heads. */
void sia_vosviewer_network(sia_graph_out *o)
{
    for (size_t i = 0; i < o->g->edges.rows; i++) {
        sia_gcount(o, o->g->ends[i][0] + 1);
        sia_gputz(o, "\t");
        sia_gcount(o, o->g->ends[i][1] + 1);
        sia_gputz(o, "\t");
        sia_gcount(o, sia_gedge(o, i, o->weight)->is.count);
        sia_gputz(o, "\n");
    }
}
