/* Pajek's .net: vertices with their labels and places, edges with their weights. With a BOM, as Pajek wants UTF-8. */
#include "graph.h"

/* The format has no escapes. */
static void plain_char(sia_graph_out *o, int32_t c, sia_str utf8)
{
    if (c == '"') utf8 = SIA_STR("'");
    if (c == '\\') utf8 = SIA_STR("/");
    if (c < 0x20 || c == 0x7F) utf8 = SIA_STR(" ");
    for (size_t i = 0; i < utf8.n; i++) sia_push(o->a, &o->scratch, utf8.p[i]);
}

/* Valid until the next call. */
static sia_str plain(sia_graph_out *o, sia_str s)
{
    o->scratch.n = 0;
    sia_gchars(o, s, plain_char);
    return (sia_str){ o->scratch.v, o->scratch.n };
}

/* Whether no node before this one has the label. */
static bool fresh(sia_lex *seen, sia_str label)
{
    const uint32_t before = sia_lex_size(seen);
    return sia_lex_id(seen, label) > before;
}

static void place(sia_graph_out *o, size_t i)
{
    const sia_value *x = sia_gnode(o, i, o->x), *y = sia_gnode(o, i, o->y);
    if (!x || !y) return;
    sia_gputz(o, " ");
    sia_greal(o, x->is.real);
    sia_gputz(o, " ");
    sia_greal(o, y->is.real);
    sia_gputz(o, " 0.5");
}

void sia_pajek(sia_graph_out *o)
{
    sia_lex *seen = sia_lex_new(o->a);
    if (!seen) return;                                       /* the arena remembers */
    sia_gputz(o, "\xEF\xBB\xBF*Network siasat\n*Vertices ");
    sia_gcount(o, o->g->nodes.rows);
    for (size_t i = 0; i < o->g->nodes.rows; i++) {
        sia_str label = plain(o, sia_glabel(o, i));
        if (!fresh(seen, label)) label = plain(o, sia_gnode(o, i, o->item)->is.text);
        sia_gputz(o, "\n");
        sia_gcount(o, i + 1);
        sia_gputz(o, " \"");
        sia_gput(o, label);
        sia_gputz(o, "\"");
        place(o, i);
    }
    sia_gputz(o, "\n*Edges\n");
    for (size_t i = 0; i < o->g->edges.rows; i++) {
        sia_gcount(o, o->g->ends[i][0] + 1);
        sia_gputz(o, " ");
        sia_gcount(o, o->g->ends[i][1] + 1);
        sia_gputz(o, " ");
        sia_gcount(o, sia_gedge(o, i, o->weight)->is.count);
        sia_gputz(o, "\n");
    }
}
