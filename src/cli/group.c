/* --by: the groups that a document's sections fall into. */
#include "group.h"

static const struct { const char *name; unsigned bit; } keys[] = {
    { "corpus", BY_CORPUS }, { "work", BY_WORK }, { "doc", BY_DOC }, { "chapter", BY_CHAPTER }, { "section", BY_SECTION }, { "part", BY_PART },
};

sia_status group_parse(const char *by, unsigned *set, sia_err *err)
{
    *set = BY_CORPUS;
    for (const char *p = by; *p; ) {
        size_t n = strcspn(p, ","), i = 0;
        while (i < SIA_COUNT_OF(keys) && (strlen(keys[i].name) != n || memcmp(keys[i].name, p, n))) i++;
        if (i == SIA_COUNT_OF(keys)) return sia_fail(err, SIA_MSG_BY, 0, SIA_STR("--by"), "'%.*s'", (int)n, p);
        *set |= keys[i].bit;
        p += n + (p[n] == ',');
    }
    return SIA_OK;
}

/* Parts of a combined name stand in the order work, doc, chapter, section, part, with ` | ` between them. */
static sia_str name_of(unsigned set, const sia_doc *d, const input *in, const sia_section *x)
{
    const sia_str part[] = { in->work, in->path, d->sections.v[x->chapter].name, x->name, sia_str_of(sia_part_name((sia_part)x->part)) };
    sia_str out = SIA_STR("");
    bool first = true;
    if (!set) return SIA_STR("corpus");
    for (unsigned k = 0; k < SIA_COUNT_OF(part); k++) {
        if (!(set & 1u << k)) continue;
        out = sia_printf(d->arena, "%s%s%.*s", out.p, first ? "" : " | ", (int)part[k].n, part[k].p);
        first = false;
    }
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
