/* --by: the groups that a document's sections, and its hits, fall into. */
#include "group.h"
#include "meta.h"

static const struct { const char *name; unsigned bit; } keys[] = {
    { "corpus", BY_CORPUS }, { "work", BY_WORK }, { "doc", BY_DOC }, { "chapter", BY_CHAPTER }, { "section", BY_SECTION }, { "part", BY_PART },
    { "negated", BY_NEGATED }, { "modality", BY_MODALITY }, { "voice", BY_VOICE },
};

sia_status group_parse(session *s, unsigned *set, bool of_hits, sia_err *err)
{
    *set = BY_CORPUS;
    if (s->set.text_column) SIA_TRY(session_inputs(s, s->inputs_from, err));     /* the inputs say what columns there are */
    SIA_TRY(meta_open(s, err));
    for (const char *p = s->set.by; *p; ) {
        size_t n = strcspn(p, ","), i = 0;
        while (i < SIA_COUNT_OF(keys) && (strlen(keys[i].name) != n || memcmp(keys[i].name, p, n))) i++;
        if (i < SIA_COUNT_OF(keys) && keys[i].bit & BY_STANCE && !of_hits)
            return sia_fail(err, SIA_MSG_BY_HITS, 0, SIA_STR("--by"), "'%.*s'", (int)n, p);
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
    if (!(set & ~(unsigned)BY_STANCE)) return sia_str_of(set ? "" : "corpus");
    for (unsigned k = 0; k < META_MOST; k++) if (set >> k & BY_META) join(&out, &first, meta_value(in, k), d->arena);
    for (unsigned k = 0; k < SIA_COUNT_OF(part); k++) if (set >> k & 1) join(&out, &first, part[k], d->arena);
    return out;
}

/* ---- hits ----------------------------------------------------------------------------------------- */

/* A stance as a number below the product of the values of those that are asked for, and its name. */
typedef struct { uint32_t value, values; sia_str name; } meant;

static void mean(meant *m, uint32_t value, uint32_t values, const char *word, sia_arena *a)
{
    bool first = !m->name.n;
    join(&m->name, &first, sia_str_of(word), a);
    m->value = m->value * values + value;
    m->values *= values;
}

static meant meant_by(unsigned set, const sia_stance *x, sia_arena *a)
{
    meant m = { 0, 1, SIA_STR("") };
    if (set & BY_NEGATED) mean(&m, x->negated, 2, x->negated ? "yes" : "no", a);
    if (set & BY_MODALITY) mean(&m, x->recommended, 2, x->recommended ? "recommended" : "stated", a);
    if (set & BY_VOICE) mean(&m, x->voice, SIA_VOICES, sia_voice_name((sia_voice)x->voice), a);
    return m;
}

/* The groups of sections, once for each stance. */
static bool name_stances(grouping *g, unsigned set, sia_arena *a)
{
    const uint32_t values = meant_by(set, &(sia_stance){ 0 }, a).values;
    sia_str *name = sia_new(a, sia_str, (size_t)g->places * values);
    for (unsigned v = 0; name && v < 4 * SIA_VOICES; v++) {
        const sia_stance x = { .negated = v & 1, .recommended = v >> 1 & 1, .voice = (uint8_t)(v >> 2) };
        const meant m = meant_by(set, &x, a);
        for (uint32_t i = 0; i < g->places; i++) {
            bool first = !g->name[i].n;
            sia_str all = g->name[i];
            join(&all, &first, m.name, a);
            name[m.value * g->places + i] = all;
        }
    }
    g->name = name;
    g->n = g->places * values;
    return name;
}

static bool group_hits(grouping *g, unsigned set, sia_doc *d)
{
    const sia_stance *is = sia_doc_stances(d);
    g->of_hit = sia_new(d->arena, uint32_t, (size_t)d->hits.n + 1);
    for (uint32_t i = 0; is && g->of_hit && i < d->hits.n; i++) g->of_hit[i] = meant_by(set, &is[i], d->arena).value * g->places;
    return is && g->of_hit && name_stances(g, set, d->arena);
}

bool group_document(grouping *g, unsigned set, sia_doc *d, const input *in)
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
    g->places = g->n;
    g->of_hit = NULL;
    if (sia_arena_ok(d->arena) && set & BY_STANCE && !group_hits(g, set, d)) return false;
    return sia_arena_ok(d->arena);
}
