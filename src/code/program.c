/* The program: putting all patterns of all books into one trie. */
#include "program.h"

static void add_patterns(sia_program *p, const sia_codebook *cb, sia_range alts)
{
    for (uint32_t i = 0; i < alts.n; i++) {
        sia_pattern pat = { &cb->alts.v[alts.first + i], p->owners.n };
        if (pat.alt->n) sia_push(p->a, &p->words, pat);
        else sia_push(p->a, &p->regexes, pat);
    }
}

/* Rules own what they name, since each of their matches may be a hit; sets ask the lists they name for theirs. */
static void add_rule(sia_program *p, uint32_t book, uint32_t index, uint32_t terms)
{
    const sia_codebook *cb = p->books[book];
    const sia_set *s = &cb->rules.v[index].patterns;
    for (uint32_t i = 0; i < s->lists.n; i++)
        add_patterns(p, cb, cb->lists.v[cb->named.v[s->lists.first + i]].patterns.alts);
    add_patterns(p, cb, s->alts);
    sia_push(p->a, &p->owners, (sia_owner){ book, index, terms + cb->rules.v[index].term, SIA_OWNS_RULE });
}

/* A list is matched for itself only where a set names it. */
static void add_lists(sia_program *p, uint32_t book)
{
    const sia_codebook *cb = p->books[book];
    bool *asked = sia_new(p->a, bool, cb->lists.n + 1u);
    for (uint32_t i = 0; asked && i < cb->sets.n; i++)
        for (uint32_t k = 0; k < cb->sets.v[i].lists.n; k++) asked[cb->named.v[cb->sets.v[i].lists.first + k]] = true;
    p->lists_before[book] = p->owners.n;
    for (uint32_t i = 0; asked && i < cb->lists.n; i++) {
        if (asked[i]) add_patterns(p, cb, cb->lists.v[i].patterns.alts);
        sia_push(p->a, &p->owners, (sia_owner){ book, i, 0, SIA_OWNS_LIST });
    }
}

static bool gather_patterns(sia_program *p)
{
    uint32_t terms = 0, alts = 0;
    for (uint32_t b = 0; b < p->n_books; b++) alts += p->books[b]->alts.n;
    SIA_EXPECT(p->a, &p->words, alts);
    for (uint32_t b = 0; b < p->n_books; b++) {
        const sia_codebook *cb = p->books[b];
        p->terms_before[b] = terms;
        for (uint32_t i = 0; i < cb->rules.n; i++) add_rule(p, b, i, terms);
        add_lists(p, b);
        p->sets_before[b] = p->owners.n;
        for (uint32_t i = 0; i < cb->sets.n; i++) {
            add_patterns(p, cb, cb->sets.v[i].alts);
            sia_push(p->a, &p->owners, (sia_owner){ b, i, 0, SIA_OWNS_SET });
        }
        terms += cb->terms.n;
        p->categories_before[b + 1] = p->categories_before[b] + cb->categories.n;
    }
    return sia_arena_ok(p->a);
}

/* Room for `edges` edges, a quarter of it free. */
static bool make_edges(sia_program *p, uint32_t edges)
{
    const sia_edge *old = p->edges;
    uint32_t old_size = old ? p->edge_mask + 1 : 0, size = 64;
    while (size / 4 * 3 < edges && size <= UINT32_MAX / 4) size *= 2;
    p->edges = sia_new(p->a, sia_edge, size);
    p->edge_mask = size - 1;
    if (!p->edges) return false;
    for (uint32_t i = 0; i < old_size; i++)
        if (old[i].child) p->edges[sia_edge_slot(p, old[i].node, old[i].item)] = old[i];
    return true;
}

static bool add_edge(sia_program *p, uint32_t node, uint32_t item)
{
    if (p->nodes.n > (p->edge_mask + 1) / 4 * 3 && !make_edges(p, p->edge_mask + 1)) return false;
    p->edges[sia_edge_slot(p, node, item)] = (sia_edge){ node, item, p->nodes.n };
    sia_push(p->a, &p->nodes, (sia_node){ 0 });
    p->nodes.v[node].bits |= sia_item_bit(p, item);
    return sia_arena_ok(p->a);
}

static uint32_t node_of(sia_program *p, const sia_pattern *pat)
{
    uint32_t b = p->owners.v[pat->owner].book, node = 0;
    for (uint32_t k = 0; k < pat->alt->n; k++) {
        uint32_t item = p->item_of[b][p->books[b]->steps.v[pat->alt->first + k]];
        uint32_t next = sia_program_next(p, node, item);
        if (!next && !add_edge(p, node, item)) return 0;
        node = next ? next : p->nodes.n - 1;
    }
    return node;
}

static bool is_rule(const sia_program *p, uint32_t i) { return p->owners.v[p->words.v[i].owner].kind == SIA_OWNS_RULE; }

/* Each node's owners side by side, by a counting sort: rules, then lists and sets. */
static void gather_ends(sia_program *p, const uint32_t *node)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < p->nodes.n; i++) {
        p->nodes.v[i].first = at;
        at += p->nodes.v[i].n;
        p->nodes.v[i].n = 0;
    }
    for (int others = 0; others < 2; others++)
        for (uint32_t i = 0; i < p->words.n; i++) {
            if (is_rule(p, i) == others) continue;
            sia_node *n = &p->nodes.v[node[i]];
            p->ends[n->first + n->n++] = p->words.v[i].owner;
            n->rules += !others;
        }
}

static bool build_trie(sia_program *p)
{
    if (!make_edges(p, p->words.n + 1u)) return false;
    SIA_EXPECT(p->a, &p->nodes, 2u * p->words.n + 1u);
    p->ends = sia_new(p->a, uint32_t, p->words.n + 1u);
    uint32_t *node = sia_new(p->a, uint32_t, p->words.n + 1u);
    sia_push(p->a, &p->nodes, (sia_node){ 0 });
    if (!sia_arena_ok(p->a)) return false;
    for (uint32_t i = 0; i < p->words.n; i++) {
        node[i] = node_of(p, &p->words.v[i]);
        if (!sia_arena_ok(p->a)) return false;
        p->nodes.v[node[i]].n++;
    }
    p->after_any = p->any ? sia_program_next(p, 0, p->any - 1) : 0;
    gather_ends(p, node);
    return true;
}

bool sia_program_build(sia_program *p, const sia_codebook *const *books, uint32_t n, const sia_roots *roots, sia_arena *a)
{
    *p = (sia_program){ .a = a, .n_books = n, .roots = roots };
    const sia_codebook **own = sia_new(a, const sia_codebook *, n + 1u);
    p->item_of = sia_new(a, uint32_t *, n + 1u);
    p->terms_before = sia_new(a, uint32_t, n + 1u);
    p->lists_before = sia_new(a, uint32_t, n + 1u);
    p->sets_before = sia_new(a, uint32_t, n + 1u);
    p->categories_before = sia_new(a, uint32_t, n + 1u);
    if (!sia_arena_ok(a)) return false;
    for (uint32_t i = 0; i < n; i++) own[i] = books[i];
    p->books = own;
    return sia_program_items(p) && gather_patterns(p) && build_trie(p);
}
