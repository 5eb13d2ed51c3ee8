/* siasat network: items that stand together as a network, with communities, centralities and places to draw them at. */
#include "formats.h"
#include "netting.h"
#include "sorter.h"
#include <stdlib.h>

/* How many steps betweenness may take unasked, each node looking at each edge: some seconds. */
static const double patience = 5e7;
enum { AUTO, NEVER, ALWAYS };                                /* --betweenness, in the order of its choices */

typedef struct { cooc c; double level; } network;

/* ---- rows -------------------------------------------------------------------------------------------------- */

static void put(sorter *o, const sia_value *v, sia_type type)
{
    if (!v->known) sort_none(o);
    else if (type == SIA_TEXT) sort_text(o, v->is.text);
    else if (type == SIA_COUNT) sort_count(o, v->is.count);
    else sort_real(o, v->is.real);
}

static void put_row(sorter *o, const sia_values *v, size_t row)
{
    for (uint32_t k = 0; k < v->n; k++) put(o, &v->cell[row * v->n + k], v->cols[k].type);
}

static void put_ends(sorter *o, const cooc *c, const pairrow *r)
{
    const struct { sia_str name; uint32_t item; } end[] = { { r->a, r->item_a }, { r->b, r->item_b } };
    for (int i = 0; i < 2; i++) {
        sort_text(o, end[i].name);
        sort_text(o, items_label(&c->it, end[i].item));
        sort_text(o, items_category(&c->it, end[i].item));
    }
}

static sia_status put_table(const network *n, const net *w, session *s, sia_err *err)
{
    const sia_values rows = s->set.edges ? netting_edges(w, s) : netting_nodes(w, &n->c, s);
    sorter *o;
    if (!rows.cell) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(sorter_open(&o, s, s->set.edges ? "network --edges" : "network", err));
    for (size_t i = 0; i < rows.rows; i++) {
        if (s->set.edges) put_ends(o, &n->c, w->edge[i].pair);
        put_row(o, &rows, i);
    }
    return sorter_flush(o, err);
}

/* Of all items, or of those of --top. */
static uint32_t alone(const net *w, const session *s)
{
    const uint32_t all = w->nodes + w->alone;
    return (s->set.top && s->set.top < all ? s->set.top : all) - w->nodes;
}

/* ---- what is said --------------------------------------------------------------------------------------------- */

static void tell(const network *n, const net *w, session *s, bool exact)
{
    if (n->level < 1) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_BACKBONE, s->lang), w->edges, w->edges + w->dropped, s->set.backbone).p);
    say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_NETWORK, s->lang), w->nodes, w->edges, w->communities, w->modularity).p);
    if (alone(w, s)) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_ALONE, s->lang), alone(w, s)).p);
    if (!exact && w->edges && s->set.betweenness == AUTO) say(s, sia_word(SIA_MSG_SAY_BETWEENNESS, s->lang));
}

/* ---- the run ------------------------------------------------------------------------------------------------- */

/* One table of a report: where the helper program is not installed that is told, and the other tables are made all the same. A report's
 * edges need no part of it. */
static sia_status ask(const network *n, net *w, session *s, bool exact, sia_err *err)
{
    sia_err own = { 0 };
    if (!w->edges || (s->study && s->set.edges)) return SIA_OK;
    const sia_status st = nethelp(w, &n->c, s, exact, &own);
    if (st && s->told && own.msg == SIA_MSG_HELPER_MISSING) {
        say_error(s->lang, &own);
        return SIA_OK;
    }
    if (st && err) *err = own;
    return st;
}

static sia_status report(const network *n, run *x, sia_err *err)
{
    session *s = x->s;
    net w;
    size_t pairs;
    int format;
    pairrow *r = pairrank(&n->c, s, &pairs);
    if (!r || (s->set.top && !netting_top(&n->c, s, r, &pairs, s->set.top)) || !netting_of(&w, &n->c, s, r, pairs, n->level))
        return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    const bool exact = s->set.betweenness != NEVER && (s->set.betweenness == ALWAYS || (double)w.nodes * (double)w.edges <= patience);
    SIA_TRY(ask(n, &w, s, exact, err));
    format = format_of_network(s);
    SIA_TRY(format < 0 ? put_table(n, &w, s, err) : netting_write(&w, netting_nodes(&w, &n->c, s), netting_edges(&w, s), s, format, err));
    run_say_counted(x);
    tell(n, &w, s, exact);
    return SIA_OK;
}

static sia_status parse_level(network *n, const session *s, sia_err *err)
{
    char *end = NULL;
    n->level = s->set.backbone ? strtod(s->set.backbone, &end) : 2;
    if (!s->set.backbone || (end != s->set.backbone && !*end && n->level > 0 && n->level < 1)) return SIA_OK;
    return sia_fail(err, SIA_MSG_BACKBONE, 0, SIA_STR("--backbone"), "'%s'", s->set.backbone);
}

static sia_status prepare(network *n, run *r, sia_err *err)
{
    session *s = r->s;
    SIA_TRY(parse_level(n, s, err));
    SIA_TRY(unit_parse(s->set.unit, &n->c.unit, err));
    SIA_TRY(items_open(&n->c.it, s, &r->upto, err));
    SIA_TRY(session_inputs(s, 0, err));
    if (n->c.unit.kind == UNIT_WORK) {
        inputs_by_work(&s->in);
        r->deliver = pairing_gather;
    }
    return pairing_open(&n->c, s) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status network_run(session *s, sia_err *err)
{
    network n = { 0 };
    run r = { .s = s, .digest = pairing_digest, .ctx = &n.c };
    SIA_TRY(prepare(&n, &r, err));
    sia_status st = run_documents(&r, err);
    if (!st) st = pairing_close(&n.c, &r, err);
    if (!st) st = report(&n, &r, err);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_network = {
    { "network", "[INPUT...]", SIA_MSG_CMD_NETWORK,
      { &opts_network, &opts_input, &opts_codebook, &opts_repair, &opts_output, &opts_general },
      { "siasat network -o jaringan.gexf skripsi/", "siasat network --unit paragraph --min-count 3 --sort betweenness skripsi/ | head",
        "siasat network --edges --backbone 0.05 -o tulang-punggung.csv skripsi/",
        "siasat network --of lemma --stopwords stopwords/id.txt --top 60 -o kata.json skripsi/" } },
    network_run,
};
