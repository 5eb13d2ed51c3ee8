/* A codebook's categories and terms as a tree, for formats that have one. */
#include "exchange.h"

static uint32_t child(sia_writing *w, sia_lex *keys, uint32_t up, sia_str name)
{
    const sia_id id = sia_lex_id(keys, sia_printf(w->a, "%u/%.*s", up, (int)name.n, name.p));
    if (!id) return 0;
    if (id < w->levels.n) return id;
    const sia_level one = { .name = name, .up = up, .depth = w->levels.v[up].depth + 1 };
    sia_push(w->a, &w->levels, one);
    if (!sia_arena_ok(w->a)) return 0;
    sia_level *parent = &w->levels.v[up];
    if (parent->last) w->levels.v[parent->last].next = id;
    else parent->first = id;
    parent->last = id;
    return id;
}

void sia_levels_make(sia_writing *w)
{
    const sia_codebook *cb = w->cb;
    const sia_level whole = { .name = SIA_STR("") };
    sia_lex *keys = sia_lex_new(w->a);
    sia_push(w->a, &w->levels, whole);
    if (!keys || !sia_arena_ok(w->a)) return;
    for (uint32_t i = 0; i < cb->categories.n && sia_arena_ok(w->a); i++) {
        const uint32_t at = child(w, keys, 0, cb->categories.v[i].code);
        w->levels.v[at].category = i + 1;
    }
    for (uint32_t i = 0; i < cb->terms.n && sia_arena_ok(w->a); i++) {
        uint32_t at = cb->terms.v[i].category + 1;           /* categories are the first children */
        sia_str rest = sia_term_path(cb, i), level;
        const bool open = rest.n && rest.p[rest.n - 1] == '/';                /* no level would tell of the last one */
        if (open) at = child(w, keys, at, rest);
        else while (sia_next_level(&rest, &level)) at = child(w, keys, at, level);
        if (w->levels.v[at].term) at = child(w, keys, cb->terms.v[i].category + 1, cb->terms.v[i].id);   /* a//b beside a/b */
        w->levels.v[at].term = i + 1;
    }
}

uint32_t sia_level_after(const sia_writing *w, uint32_t at)
{
    const sia_level *l = w->levels.v;
    if (l[at].first) return l[at].first;
    while (at && !l[at].next) at = l[at].up;
    return at ? l[at].next : 0;
}

void sia_indent(sia_buffer *to, uint32_t n, const char *with)
{
    for (uint32_t i = 0; i < n; i++) sia_buffer_put(to, with);
}
