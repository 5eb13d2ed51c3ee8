/* Codebooks that come as a tree: quanteda's YAML, Yoshikoder's and Lexicoder's XML, REFI-QDA's codebooks. */
#include "exchange.h"
#include "../regex.h"

/* Each tree node's node in the scheme, found from its parent's: parents stand before children. */
typedef struct { sia_draft *d; const sia_tree *t; uint32_t *node; } walk;

static bool begin(walk *w, sia_draft *d, const sia_tree *t)
{
    *w = (walk){ d, t, sia_new(d->a, uint32_t, t->nodes.n) };
    if (w->node) w->node[0] = SIA_NO_NODE;
    return w->node != NULL;
}

static sia_status end(const walk *w)
{
    return sia_arena_ok(w->d->a) ? SIA_OK : sia_fail(w->d->err, SIA_MSG_NOMEM, 0, w->d->name, "");
}

static bool is(const sia_node *n, const char *name) { return !n->is_text && sia_str_eq(n->name, sia_str_of(name)); }

/* ---- quanteda: keys within keys; __ holds what stands beside the keys ---------------------------------------- */

sia_status sia_read_yaml(sia_draft *d, const sia_tree *t)
{
    walk w;
    if (!begin(&w, d, t)) return sia_fail(d->err, SIA_MSG_NOMEM, 0, d->name, "");
    for (uint32_t i = 1; i < t->nodes.n; i++) {
        const sia_node *n = &t->nodes.v[i];
        const uint32_t up = w.node[n->parent];
        w.node[i] = up;
        if (n->is_text && up == SIA_NO_NODE) return sia_fail_at(d->err, SIA_MSG_IN_SHAPE, d->name, n->line, 0, "");
        if (n->is_text) sia_draft_add(d, up, sia_draft_pattern(d, n->text, true, true), n->line);
        else if (n->parent && !(sia_str_eq(n->name, SIA_STR("__")) && up != SIA_NO_NODE)) w.node[i] = sia_draft_node_at(d, up, n->name, n->line);
        else if (n->parent == 0) w.node[i] = SIA_NO_NODE;    /* what holds the file */
    }
    return end(&w);
}

/* ---- Yoshikoder, Lexicoder 2: cnodes within cnodes, pnodes in them -------------------------------------------------- */

static bool holds(const sia_tree *t, uint32_t node, const char *name)
{
    for (uint32_t i = node + 1; i < t->nodes.n; i++)
        if (t->nodes.v[i].parent == node && is(&t->nodes.v[i], name)) return true;
    return false;
}

/* The one outermost cnode is the dictionary's own name, unless it has patterns itself. */
static uint32_t outermost(const sia_tree *t)
{
    uint32_t found = 0;
    for (uint32_t i = 1; i < t->nodes.n; i++) {
        const sia_node *n = &t->nodes.v[i];
        if (!is(n, "cnode") || is(&t->nodes.v[n->parent], "cnode")) continue;
        if (found) return 0;
        found = i;
    }
    return found && holds(t, found, "cnode") && !holds(t, found, "pnode") ? found : 0;
}

static void lose_score(sia_draft *d, const sia_tree *t, uint32_t i)
{
    const sia_str score = sia_tree_attribute(t, i, "score");
    if (score.n) sia_lose(d->lost, d->a, LOSS_WEIGHT, t->nodes.v[i].line, sia_tree_attribute(t, i, "name"), score);
}

/* One that PCRE2 or we refuse must not cost the rest of the codebook. */
static bool sound_regex(sia_str s)
{
    size_t at = 0;
    int code = 0;
    if (!s.n || s.n > SIA_REGEX_MAX || memchr(s.p, '/', s.n) || s.p[s.n - 1] == '\\' || sia_regex_refused(s, &at)) return false;
    pcre2_code *re = sia_regex_compile(s, false, 0, &code, &at);
    pcre2_code_free(re);
    return re != NULL;
}

static void add_pnode(walk *w, uint32_t i, bool regex)
{
    const sia_node *n = &w->t->nodes.v[i];
    const sia_str name = sia_tree_attribute(w->t, i, "name");
    lose_score(w->d, w->t, i);
    if (!regex) sia_draft_add(w->d, w->node[n->parent], sia_draft_pattern(w->d, name, true, false), n->line);
    else if (sound_regex(name))
        sia_draft_add(w->d, w->node[n->parent], sia_printf(w->d->a, "/%.*s/", (int)name.n, name.p), n->line);
    else sia_lose(w->d->lost, w->d->a, LOSS_REGEX, n->line, SIA_STR(""), name);
}

sia_status sia_read_yoshikoder(sia_draft *d, const sia_tree *t)
{
    walk w;
    bool regex = false;
    const uint32_t whole = outermost(t);
    if (t->nodes.n < 2 || !is(&t->nodes.v[1], "dictionary")) return sia_fail(d->err, SIA_MSG_IN_ROOT, 0, d->name, "<dictionary>");
    if (!begin(&w, d, t)) return sia_fail(d->err, SIA_MSG_NOMEM, 0, d->name, "");
    for (uint32_t i = 1; i < t->nodes.n; i++) {
        const sia_node *n = &t->nodes.v[i];
        w.node[i] = w.node[n->parent];
        if (is(n, "dictionary")) regex = sia_str_eq(sia_tree_attribute(t, i, "patternengine"), SIA_STR("regexp"));
        if (is(n, "pnode") && w.node[i] != SIA_NO_NODE) add_pnode(&w, i, regex);
        if (!is(n, "cnode") || i == whole) continue;
        w.node[i] = sia_draft_node_at(d, w.node[n->parent], sia_tree_attribute(t, i, "name"), n->line);
        lose_score(d, t, i);
        if (w.node[i] < d->nodes.n) d->nodes.v[w.node[i]].definition = sia_tree_attribute(t, i, "desc");
    }
    return end(&w);
}

/* ---- REFI-QDA: codes within codes; ours keep a row's cells in the description, "pattern: ..." ------------------------ */

static sia_str *field_of(sia_draft_node *n, sia_draft_row *r, sia_str key)
{
    const struct { const char *key; sia_str *to; } fields[] = {
        { "label", &n->label }, { "source", &n->source }, { "note", &n->note },
        { "definition", &n->definition },
        { "pattern", &r->pattern }, { "except", &r->except }, { "context", &r->context }, { "examples", &r->examples },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(fields); i++) if (sia_str_eq(key, sia_str_of(fields[i].key))) return fields[i].to;
    return NULL;
}

static void keep_row(sia_draft *d, sia_draft_node *n, sia_draft_row *r)
{
    if (r->pattern.n || r->except.n || r->context.n || r->examples.n) sia_push(d->a, &n->rows, *r);
    *r = (sia_draft_row){ .pattern = SIA_STR("") };
}

/* Lines of "field: cell"; each pattern begins a row. All other lines are the definition. */
static void read_description(sia_draft *d, sia_draft_node *n, sia_str text)
{
    sia_buffer definition = { .a = d->a };
    sia_draft_row row = { .pattern = SIA_STR("") };
    sia_str line;
    uint32_t number = 0;
    for (size_t at = 0; sia_next_line(text, &at, &line, &number); ) {
        line = sia_trimmed(line);
        const char *colon = line.n ? memchr(line.p, ':', line.n) : NULL;
        sia_str *to = colon ? field_of(n, &row, (sia_str){ line.p, (size_t)(colon - line.p) }) : NULL;
        if (!to) {
            if (definition.b.n && line.n) sia_buffer_put(&definition, " ");
            sia_buffer_add(&definition, line);
            continue;
        }
        if (to == &row.pattern) keep_row(d, n, &row);
        *to = sia_trimmed((sia_str){ colon + 1, line.n - (size_t)(colon + 1 - line.p) });
    }
    keep_row(d, n, &row);
    if (definition.b.n) n->definition = sia_buffer_str(&definition);
}

/* Which codes hold codes. */
static bool *mark_parents(sia_draft *d, const sia_tree *t)
{
    bool *parent = sia_new(d->a, bool, t->nodes.n);
    for (uint32_t i = 1; parent && i < t->nodes.n; i++) if (is(&t->nodes.v[i], "Code")) parent[t->nodes.v[i].parent] = true;
    return parent;
}

static void add_code(walk *w, uint32_t i, bool parent)
{
    sia_draft *d = w->d;
    const sia_node *n = &w->t->nodes.v[i];
    const uint32_t up = w->node[n->parent];
    w->node[i] = sia_draft_node_at(d, up, sia_tree_attribute(w->t, i, "name"), n->line);
    if (w->node[i] < d->nodes.n) d->nodes.v[w->node[i]].is_term = up != SIA_NO_NODE || !parent;
    if (sia_tree_attribute(w->t, i, "color").n) sia_lose(d->lost, d->a, LOSS_COLOR, n->line, sia_tree_attribute(w->t, i, "name"), sia_tree_attribute(w->t, i, "color"));
}

sia_status sia_read_refi(sia_draft *d, const sia_tree *t)
{
    walk w;
    if (t->nodes.n < 2 || !is(&t->nodes.v[1], "CodeBook")) return sia_fail(d->err, SIA_MSG_IN_ROOT, 0, d->name, "<CodeBook>");
    const bool *parent = mark_parents(d, t);
    d->lists = true;
    if (!parent || !begin(&w, d, t)) return sia_fail(d->err, SIA_MSG_NOMEM, 0, d->name, "");
    for (uint32_t i = 1; i < t->nodes.n && sia_arena_ok(d->a); i++) {
        const sia_node *n = &t->nodes.v[i], *up = &t->nodes.v[n->parent];
        w.node[i] = w.node[n->parent];
        if (is(n, "Code")) add_code(&w, i, parent[i]);
        if (is(n, "Set")) sia_lose(d->lost, d->a, LOSS_SETS, n->line, SIA_STR(""), sia_tree_attribute(t, i, "name"));
        if (n->is_text && is(up, "Description") && w.node[i] < d->nodes.n) read_description(d, &d->nodes.v[w.node[i]], n->text);
    }
    return end(&w);
}
