/* The tree that a helper program sends, read from its lines. The sender has seen hostile bytes: nothing is taken on trust. */
#include "exchange.h"

typedef struct { sia_str s; sia_arena *a; sia_tree *t; uint32_t open, depth; bool bad; } reader;

enum { DEPTH_MOST = 1000 };

static uint32_t number(sia_str *s)
{
    uint64_t n = 0;
    size_t i = 0;
    for (; i < s->n && s->p[i] >= '0' && s->p[i] <= '9'; i++) if (n < UINT32_MAX) n = n * 10 + (uint64_t)(s->p[i] - '0');
    i += i < s->n && s->p[i] == '\t';
    *s = (sia_str){ s->p + i, s->n - i };
    return n < UINT32_MAX ? (uint32_t)n : 0;
}

/* With \\, \t and \n undone; bytes that are no UTF-8 make the tree bad. */
static sia_str plain(reader *r, sia_str s)
{
    if (!sia_utf8_valid(s)) r->bad = true;
    if (!s.n || !memchr(s.p, '\\', s.n)) return s;
    char *to = sia_alloc_raw(r->a, 1, s.n + 1);
    if (!to) return SIA_STR("");
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        const bool escape = s.p[i] == '\\' && i + 1 < s.n;
        i += escape;
        to[n++] = !escape ? s.p[i] : s.p[i] == 'n' ? '\n' : s.p[i] == 't' ? '\t' : s.p[i];
    }
    to[n] = 0;
    return (sia_str){ to, n };
}

static void put_node(reader *r, sia_str rest, bool is_text)
{
    sia_node node = { .parent = r->open, .line = number(&rest), .is_text = is_text, .first_attribute = r->t->attributes.n };
    *(is_text ? &node.text : &node.name) = plain(r, rest);
    const uint32_t own = r->t->nodes.n;
    sia_push(r->a, &r->t->nodes, node);
    if (is_text || own == r->t->nodes.n) return;
    r->open = own;
    r->bad |= ++r->depth > DEPTH_MOST;
}

static void put_attribute(reader *r, sia_str rest)
{
    const char *tab = rest.n ? memchr(rest.p, '\t', rest.n) : NULL;
    if (!tab || !r->depth || r->open + 1 != r->t->nodes.n) { r->bad = true; return; }
    const size_t n = (size_t)(tab - rest.p);
    sia_attribute at = { plain(r, (sia_str){ rest.p, n }), plain(r, (sia_str){ tab + 1, rest.n - n - 1 }) };
    sia_push(r->a, &r->t->attributes, at);
    r->t->nodes.v[r->open].attributes++;
}

static void close_node(reader *r)
{
    if (!r->depth) { r->bad = true; return; }
    r->depth--;
    r->open = r->t->nodes.v[r->open].parent;
}

sia_status sia_tree_parse(sia_tree *out, sia_str name, sia_str wire, sia_arena *a, sia_err *err)
{
    *out = (sia_tree){ 0 };
    reader r = { wire, a, out, 0, 0, false };
    bool whole = false;
    sia_node root = { .line = 1 };
    sia_push(a, &out->nodes, root);
    for (size_t at = 0; at < wire.n && !whole && !r.bad && sia_arena_ok(a); ) {
        const char *p = wire.p + at, *nl = memchr(p, '\n', wire.n - at);
        const size_t n = nl ? (size_t)(nl - p) : 0;
        if (!n) break;                                       /* no line is empty, and each has its end */
        const sia_str rest = { p + 1, n - 1 };
        switch (*p) {
        case '(': put_node(&r, rest, false); break;
        case '\'': put_node(&r, rest, true); break;
        case '@': put_attribute(&r, rest); break;
        case ')': close_node(&r); break;
        case '.': whole = true; break;
        default: r.bad = true;
        }
        at += n + 1;
    }
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
    if (whole && !r.bad && !r.depth) return SIA_OK;
    return sia_fail(err, SIA_MSG_HELPER_GARBLED, 0, name, "");
}

sia_str sia_tree_attribute(const sia_tree *t, uint32_t node, const char *name)
{
    const sia_node *n = &t->nodes.v[node];
    for (uint32_t i = 0; i < n->attributes; i++) {
        const sia_attribute *at = &t->attributes.v[n->first_attribute + i];
        if (sia_str_eq(at->name, sia_str_of(name))) return at->value;
    }
    return SIA_STR("");
}
