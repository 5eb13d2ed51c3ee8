/* What writers of networks share; private to this folder. */
#ifndef SIASAT_REPORT_GRAPH_H
#define SIASAT_REPORT_GRAPH_H
#include "writer.h"

enum { SIA_NO_COLUMN = -1 };
typedef struct {
    const sia_graph *g;
    sia_sink to;
    sia_arena *a;
    int failed;                         /* errno of the first failed write */
    int item, label, x, y, size, community, weight;          /* columns; SIA_NO_COLUMN: it has none */
    double largest;                     /* size of a node */
    SIA_VEC(char) scratch;              /* a text being made */
    size_t used;
    char buf[1 << 15];
} sia_graph_out;

void sia_gput(sia_graph_out *o, sia_str s);
void sia_gputz(sia_graph_out *o, const char *z);
void sia_gcount(sia_graph_out *o, uint64_t v);
void sia_greal(sia_graph_out *o, double v);

/* Calls put for each character of s: as valid UTF-8; not of NUL. */
void sia_gchars(sia_graph_out *o, sia_str s, void (*put)(sia_graph_out *o, int32_t c, sia_str utf8));

const sia_value *sia_gnode(const sia_graph_out *o, size_t i, int column);       /* NULL: no such column, or not known */
const sia_value *sia_gedge(const sia_graph_out *o, size_t i, int column);
sia_str sia_glabel(const sia_graph_out *o, size_t i);                          /* the item where there is none */
double  sia_gshare(const sia_graph_out *o, size_t i);                          /* of the largest node's size; 0 to 1 */
const unsigned char *sia_gcolour(const sia_graph_out *o, size_t i);            /* red, green, blue of its community; NULL: none */

/* Whether a cell of this type says anything: reals must be finite. */
bool sia_gknown(const sia_value *v, sia_type type);
void sia_gvalue(sia_graph_out *o, const sia_value *v, sia_type type);          /* a number */

void sia_gxml(sia_graph_out *o, sia_str s);                                    /* in an attribute or between tags */
void sia_gjson(sia_graph_out *o, sia_str s);                                   /* with its quotes */

void sia_graphml(sia_graph_out *o);
void sia_gexf(sia_graph_out *o);
void sia_dot(sia_graph_out *o);
void sia_pajek(sia_graph_out *o);
void sia_vosviewer(sia_graph_out *o);
void sia_vosviewer_map(sia_graph_out *o);
void sia_vosviewer_network(sia_graph_out *o);
#endif
