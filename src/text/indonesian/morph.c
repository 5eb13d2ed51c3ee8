/* The keys of a lex's forms, worked out once each. */
#include <siasat/indonesian.h>

struct sia_morph {
    const sia_roots *roots;
    sia_lex   *lex;
    sia_arena *arena;
    SIA_VEC(sia_keys) keys;             /* by form id                                           */
};

sia_morph *sia_morph_new(const sia_roots *r, sia_lex *lex, sia_arena *a)
{
    sia_morph *m = sia_new(a, sia_morph, 1);
    if (m) *m = (sia_morph){ .roots = r, .lex = lex, .arena = a };
    return m;
}

static sia_keys work_out(sia_morph *m, sia_id form)
{
    sia_analysis a;
    sia_analyse(m->roots, sia_lex_str(m->lex, form), &a);
    const sia_keys k = {
        .norm = sia_lex_id(m->lex, a.norm), .lemma = sia_lex_id(m->lex, a.lemma), .root = sia_lex_id(m->lex, a.root),
        .standing = a.standing, .flags = a.flags, .before = a.before, .possessive = a.possessive, .particle = a.particle,
    };
    return k.norm && k.lemma && k.root ? k : (sia_keys){ 0 };
}

sia_keys sia_morph_keys(sia_morph *m, sia_id form)
{
    if (form < m->keys.n && m->keys.v[form].norm) return m->keys.v[form];
    const sia_keys k = work_out(m, form);
    while (m->keys.n <= form && sia_arena_ok(m->arena)) sia_push(m->arena, &m->keys, (sia_keys){ 0 });
    if (form < m->keys.n) m->keys.v[form] = k;
    return k;
}
