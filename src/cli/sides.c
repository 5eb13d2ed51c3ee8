/* --target and --reference: which places are compared with which. */
#include "sides.h"
#include "meta.h"

enum { EVERY_PART = (1 << SIA_PART_COUNT) - 1, NEITHER = 0, TARGET = 1, REFERENCE = 2 };

const char sides_target[] = "target", sides_reference[] = "reference";

static sia_status condition(side *x, session *s, const char *option, sia_str key, sia_str value, sia_err *err)
{
    sia_part part;
    sia_str where = sia_str_of(option);
    const char *glob = sia_dup(s->arena, value).p;
    if (sia_str_eq(key, SIA_STR("doc"))) { x->doc = glob; return SIA_OK; }
    if (sia_str_eq(key, SIA_STR("work"))) { x->work = glob; return SIA_OK; }
    const uint32_t column = meta_column(s, key);
    if (!sia_str_eq(key, SIA_STR("part")) && column != UINT32_MAX) { sia_push(s->arena, &x->said, (struct said){ column, glob }); return SIA_OK; }
    if (!sia_str_eq(key, SIA_STR("part"))) return sia_fail(err, SIA_MSG_SIDE_KEY, 0, where, "'%.*s'", (int)key.n, key.p);
    if (!sia_part_find(value, &part)) return sia_fail(err, SIA_MSG_WHERE_PART, 0, where, "'%.*s'", (int)value.n, value.p);
    x->parts &= 1u << part;
    s->parts |= 1u << part;
    return SIA_OK;
}

static sia_status parse(side *x, session *s, const char *option, const char *select, sia_err *err)
{
    *x = (side){ .given = select, .parts = EVERY_PART };
    for (const char *p = select; p && *p; ) {
        size_t n = strcspn(p, ","), key = strcspn(p, "=");
        if (key >= n) return sia_fail(err, SIA_MSG_WHERE_FORM, 0, sia_str_of(option), "'%.*s'", (int)n, p);
        SIA_TRY(condition(x, s, option, (sia_str){ p, key }, (sia_str){ p + key + 1, n - key - 1 }, err));
        p += n + (p[n] == ',');
    }
    return SIA_OK;
}

sia_status sides_parse(sides *x, session *s, sia_err *err)
{
    if (!s->set.target) return sia_fail(err, SIA_MSG_NO_TARGET, 0, SIA_STR("keyness"), "");
    SIA_TRY(parse(&x->target, s, "--target", s->set.target, err));
    return parse(&x->reference, s, "--reference", s->set.reference, err);
}

static bool has(const side *x, const input *in, uint32_t part)
{
    for (uint32_t i = 0; i < x->said.n; i++) if (!input_says(in, x->said.v[i].column, x->said.v[i].glob)) return false;
    return (x->parts >> part & 1) && (!x->doc || input_fits(in->path, x->doc)) && (!x->work || input_fits(in->work, x->work));
}

bool sides_document(const sides *x, grouping *g, const sia_doc *d, const input *in)
{
    g->n = g->places = 3;
    g->of_hit = NULL;
    g->name = sia_new(d->arena, sia_str, 3);
    g->of_section = sia_new(d->arena, uint32_t, d->sections.n);
    if (!g->name || !g->of_section) return false;
    g->name[NEITHER] = SIA_STR("");
    g->name[TARGET] = sia_str_of(sides_target);
    g->name[REFERENCE] = sia_str_of(sides_reference);
    for (uint32_t i = 0; i < d->sections.n; i++) {
        uint32_t part = d->sections.v[i].part;
        g->of_section[i] = has(&x->target, in, part) ? TARGET : has(&x->reference, in, part) ? REFERENCE : NEITHER;
    }
    return true;
}
