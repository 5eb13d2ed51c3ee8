/* Networks: what their formats share, from cells to colours. */
#include "graph.h"
#include <math.h>

/* ---- output ------------------------------------------------------------------------------------- */

static void flush(sia_graph_out *o)
{
    if (!o->failed && o->used) o->failed = o->to.write(o->to.ctx, o->buf, o->used);
    o->used = 0;
}

void sia_gput(sia_graph_out *o, sia_str s)
{
    while (s.n) {
        if (o->used == sizeof o->buf) flush(o);
        const size_t room = sizeof o->buf - o->used, n = s.n < room ? s.n : room;
        memcpy(o->buf + o->used, s.p, n);
        o->used += n;
        s = (sia_str){ s.p + n, s.n - n };
    }
}

void sia_gputz(sia_graph_out *o, const char *z) { sia_gput(o, sia_str_of(z)); }

void sia_gcount(sia_graph_out *o, uint64_t v)
{
    char digits[SIA_DIGITS];
    sia_gput(o, (sia_str){ digits, sia_count_digits(digits, v) });
}

void sia_greal(sia_graph_out *o, double v)
{
    char digits[SIA_DIGITS];
    sia_gput(o, (sia_str){ digits, sia_real_digits(digits, v, '.') });
}

void sia_gvalue(sia_graph_out *o, const sia_value *v, sia_type type)
{
    if (type == SIA_COUNT) sia_gcount(o, v->is.count);
    if (type == SIA_REAL) sia_greal(o, v->is.real);
}

/* ---- texts -------------------------------------------------------------------------------------- */

void sia_gchars(sia_graph_out *o, sia_str s, void (*put)(sia_graph_out *o, int32_t c, sia_str utf8))
{
    for (size_t i = 0; i < s.n; ) {
        uint32_t n = 0;
        for (uint32_t k = 1; k <= 4 && k <= s.n - i && !n; k++) if (sia_utf8_valid((sia_str){ s.p + i, k })) n = k;
        if (!n) put(o, 0xFFFD, SIA_STR("\xEF\xBF\xBD"));
        else if (s.p[i]) put(o, sia_utf8_at(s.p + i, &n), (sia_str){ s.p + i, n });
        i += n ? n : 1;
    }
}

static void xml_char(sia_graph_out *o, int32_t c, sia_str utf8)
{
    switch (c) {
    case '&': sia_gputz(o, "&amp;"); return;
    case '<': sia_gputz(o, "&lt;"); return;
    case '>': sia_gputz(o, "&gt;"); return;
    case '"': sia_gputz(o, "&quot;"); return;
    case '\t': case '\n': case '\r':
        sia_gputz(o, "&#");
        sia_gcount(o, (uint64_t)c);
        sia_gputz(o, ";");
        return;
    default:
        sia_gput(o, c < 0x20 || c == 0xFFFE || c == 0xFFFF ? SIA_STR("\xEF\xBF\xBD") : utf8);
    }
}

void sia_gxml(sia_graph_out *o, sia_str s) { sia_gchars(o, s, xml_char); }

static void json_char(sia_graph_out *o, int32_t c, sia_str utf8)
{
    static const char hex[] = "0123456789abcdef";
    char escape[] = "\\u00xx";
    if (c == '"' || c == '\\') sia_gputz(o, "\\");
    if (c >= 0x20 && c != 0x7F) { sia_gput(o, utf8); return; }
    escape[4] = hex[c >> 4 & 15];
    escape[5] = hex[c & 15];
    sia_gputz(o, escape);
}

void sia_gjson(sia_graph_out *o, sia_str s)
{
    sia_gputz(o, "\"");
    sia_gchars(o, s, json_char);
    sia_gputz(o, "\"");
}

/* ---- cells -------------------------------------------------------------------------------------- */

bool sia_gknown(const sia_value *v, sia_type type) { return v && v->known && (type != SIA_REAL || isfinite(v->is.real)); }

static const sia_value *value(const sia_values *v, size_t row, int column)
{
    if (column < 0) return NULL;
    const sia_value *c = &v->cell[row * v->n + (size_t)column];
    return sia_gknown(c, v->cols[column].type) ? c : NULL;
}

const sia_value *sia_gnode(const sia_graph_out *o, size_t i, int column) { return value(&o->g->nodes, i, column); }
const sia_value *sia_gedge(const sia_graph_out *o, size_t i, int column) { return value(&o->g->edges, i, column); }

sia_str sia_glabel(const sia_graph_out *o, size_t i)
{
    const sia_value *l = sia_gnode(o, i, o->label);
    return l && l->is.text.n ? l->is.text : sia_gnode(o, i, o->item)->is.text;
}

double sia_gshare(const sia_graph_out *o, size_t i)
{
    const sia_value *v = sia_gnode(o, i, o->size);
    return v && o->largest > 0 ? (double)v->is.count / o->largest : 0;
}

/* Okabe and Ito's colours, told apart by nearly everybody, black and yellow left out; grey where they do not suffice. */
const unsigned char *sia_gcolour(const sia_graph_out *o, size_t i)
{
    static const unsigned char colour[][3] = {
        { 0, 114, 178 }, { 230, 159, 0 }, { 0, 158, 115 }, { 204, 121, 167 }, { 86, 180, 233 }, { 213, 94, 0 }, { 153, 153, 153 },
    };
    const sia_value *v = sia_gnode(o, i, o->community);
    if (!v) return NULL;
    return v->is.count && v->is.count < SIA_COUNT_OF(colour) ? colour[v->is.count - 1] : colour[SIA_COUNT_OF(colour) - 1];
}

static int column(const sia_values *v, const char *name)
{
    for (uint32_t i = 0; i < v->n; i++) if (!strcmp(v->cols[i].name, name)) return (int)i;
    return SIA_NO_COLUMN;
}

/* ---- the whole ---------------------------------------------------------------------------------- */

static void find_columns(sia_graph_out *o)
{
    const sia_values *n = &o->g->nodes;
    const int strength = column(n, "strength");
    o->item = column(n, "item");
    o->label = column(n, "label");
    o->x = column(n, "x");
    o->y = column(n, "y");
    o->size = strength == SIA_NO_COLUMN ? column(n, "units") : strength;
    o->community = column(n, "community");
    o->weight = column(&o->g->edges, "weight");
    for (size_t i = 0; i < n->rows; i++) {
        const sia_value *v = sia_gnode(o, i, o->size);
        if (v && (double)v->is.count > o->largest) o->largest = (double)v->is.count;
    }
}

sia_status sia_graph_write(const sia_graph *g, sia_graph_format f, sia_sink to, sia_str where, sia_arena *a, sia_err *err)
{
    static void (*const write[])(sia_graph_out *o) = {
        [SIA_GRAPHML] = sia_graphml, [SIA_GEXF] = sia_gexf, [SIA_DOT] = sia_dot, [SIA_PAJEK] = sia_pajek, [SIA_VOSVIEWER] = sia_vosviewer,
        [SIA_VOSVIEWER_MAP] = sia_vosviewer_map, [SIA_VOSVIEWER_NETWORK] = sia_vosviewer_network,
    };
    sia_graph_out *o = sia_new(a, sia_graph_out, 1);
    if (!o) return sia_fail(err, SIA_MSG_NOMEM, 0, where, "");
    o->g = g;
    o->to = to;
    o->a = a;
    find_columns(o);
    write[f](o);
    flush(o);
    if (o->failed) return sia_fail(err, SIA_MSG_WRITE, o->failed, where, "");
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, where, "");
}
