/* --by: the groups that a document's sections fall into. */
#include "group.h"
#include "meta.h"

static const struct { const char *name; unsigned bit; } keys[] = {
    { "corpus", BY_CORPUS }, { "work", BY_WORK }, { "doc", BY_DOC }, { "chapter", BY_CHAPTER }, { "section", BY_SECTION }, { "part", BY_PART },
};

sia_status group_parse(session *s, unsigned *set, sia_err *err)
{
    *set = BY_CORPUS;
    if (s->set.text_column) SIA_TRY(session_inputs(s, s->inputs_from, err));     /* the inputs say what columns there are */
    SIA_TRY(meta_open(s, err));
    for (const char *p = s->set.by; *p; ) {
        size_t n = strcspn(p, ","), i = 0;
        while (i < SIA_COUNT_OF(keys) && (strlen(keys[i].name) != n || memcmp(keys[i].name, p, n))) i++;
        const uint32_t column = i < SIA_COUNT_OF(keys) ? 0 : meta_column(s, (sia_str){ p, n });
        if (column == UINT32_MAX) return sia_fail(err, SIA_MSG_BY, 0, SIA_STR("--by"), "'%.*s'", (int)n, p);
        *set |= i < SIA_COUNT_OF(keys) ? keys[i].bit : (unsigned)BY_META << column;
        p += n + (p[n] == ',');
    }
    return SIA_OK;
}

static void join(sia_str *name, bool *first, sia_str part, sia_arena *a)
{
    *name = sia_printf(a, "%s%s%.*s", *first ? "" : name->p, *first ? "" : " | ", (int)part.n, part.p);
    *first = false;
}

/* Parts of a combined name stand in the order of --meta's columns, then work, doc, chapter, section, part. */
static sia_str name_of(unsigned set, const sia_doc *d, const input *in, const sia_section *x)
{
    const sia_str part[] = { in->work, in->path, d->sections.v[x->chapter].name, x->name, sia_str_of(sia_part_name((sia_part)x->part)) };
    sia_str out = SIA_STR("");
    bool first = true;
    if (!set) return SIA_STR("corpus");
    for (unsigned k = 0; k < META_MOST; k++) if (set >> k & BY_META) join(&out, &first, meta_value(in, k), d->arena);
    for (unsigned k = 0; k < SIA_COUNT_OF(part); k++) if (set >> k & 1) join(&out, &first, part[k], d->arena);
    return out;
}

bool group_document(grouping *g, unsigned set, const sia_doc *d, const input *in)
{
    sia_lex *names = sia_lex_new(d->arena);
    bool by_place = set & (BY_CHAPTER | BY_SECTION | BY_PART);
    g->of_section = sia_new(d->arena, uint32_t, d->sections.n);
    for (uint32_t i = 0; names && g->of_section && i < (by_place ? d->sections.n : 1); i++) {
        sia_id id = sia_lex_id(names, name_of(set, d, in, &d->sections.v[i]));
        g->of_section[i] = id ? id - 1 : 0;
    }
    g->n = names ? sia_lex_size(names) : 0;
    g->name = sia_new(d->arena, sia_str, g->n);
    for (uint32_t i = 0; g->name && i < g->n; i++) g->name[i] = sia_lex_str(names, i + 1);
    return sia_arena_ok(d->arena);
}
