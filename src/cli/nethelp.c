/* Asking siasat-network (src/helper/network/nodes.h) what a network's nodes are to one another. */
#include "netting.h"
#include <stdlib.h>

/* ---- what is sent ---------------------------------------------------------------------------------------- */

typedef SIA_VEC(char) bytes;

static void put(session *s, bytes *to, uint64_t v, char end)
{
    char digits[24];
    size_t n = sizeof digits;
    digits[--n] = end;
    do digits[--n] = (char)('0' + v % 10); while (v /= 10);
    for (; n < sizeof digits; n++) sia_push(s->arena, to, digits[n]);
}

static uint64_t letters(const cooc *c, const net_node *n)
{
    const sia_str label = items_label(&c->it, n->item);
    return sia_utf8_count(label.n ? label : pairrank_name(c, n->item));
}

static sia_str letter_to(const net *w, const cooc *c, session *s, bool exact)
{
    bytes to = { 0 };
    put(s, &to, w->nodes, ' ');
    put(s, &to, w->edges, ' ');
    put(s, &to, s->set.seed, ' ');
    put(s, &to, exact, '\n');
    for (uint32_t i = 0; i < w->nodes; i++) put(s, &to, letters(c, &w->node[i]), '\n');
    for (size_t i = 0; i < w->edges; i++) {
        put(s, &to, w->edge[i].a, ' ');
        put(s, &to, w->edge[i].b, ' ');
        put(s, &to, w->edge[i].weight, '\n');
    }
    sia_push(s->arena, &to, '.');
    return (sia_str){ to.v, to.n };
}

/* ---- what comes back --------------------------------------------------------------------------------------- */

/* A number and the character behind it; a "-" is none and leaves *v. */
static bool take(const char **p, double *v, char end)
{
    char *behind = NULL;
    if (**p == '-' && (*p)[1] == end) { *p += 2; return true; }
    const double got = strtod(*p, &behind);
    if (behind == *p || *behind != end) return false;
    *v = got;
    *p = behind + 1;
    return true;
}

static bool take_node(const char **p, net_node *n, uint32_t most)
{
    double community = 0;
    const bool ok = take(p, &community, ' ') && take(p, &n->pagerank, ' ') && take(p, &n->betweenness, ' ') &&
                    take(p, &n->x, ' ') && take(p, &n->y, '\n');
    if (!ok || community < 1 || community > most) return false;
    n->community = (uint32_t)community;
    return true;
}

static bool take_all(net *w, const char *p)
{
    if (!take(&p, &w->modularity, '\n')) return false;
    for (uint32_t i = 0; i < w->nodes; i++) {
        if (!take_node(&p, &w->node[i], w->nodes)) return false;
        if (w->node[i].community > w->communities) w->communities = w->node[i].community;
    }
    return *p == '.';
}

sia_status nethelp(net *w, const cooc *c, session *s, bool exact, sia_err *err)
{
    const sia_str path = data_helper("siasat-network", s->arena), name = SIA_STR("network");
    const sia_helper h = { .path = path.p, .job = "network", .needs = "siasat, libigraph3", .seconds = 600 };
    sia_str out;
    unsigned lacks = 0;
    const sia_str in = letter_to(w, c, s, exact);
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(sia_helper_run(&out, &lacks, &h, name, in, s->arena, err));
    tell_lacks(s, lacks);
    return take_all(w, out.p) ? SIA_OK : sia_fail(err, SIA_MSG_IN_SYNTAX, 0, name, "");
}
