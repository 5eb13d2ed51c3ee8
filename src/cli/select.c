/* --where and --all: which places are counted. */
#include "meta.h"

enum { NOT_COUNTED = 1 << SIA_PART_FRONT | 1 << SIA_PART_PUSTAKA | 1 << SIA_PART_LAMPIRAN, EVERY_PART = (1 << SIA_PART_COUNT) - 1 };

/* negated=yes|no, modality=recommended|stated, voice=author|informant|literature; false: none of these. */
static bool by_stance(session *s, sia_str key, sia_str value)
{
    const bool first = sia_str_eq(value, SIA_STR("no")) || sia_str_eq(value, SIA_STR("stated"));
    if (sia_str_eq(key, SIA_STR("negated")) && (sia_str_eq(value, SIA_STR("yes")) || sia_str_eq(value, SIA_STR("no"))))
        return (s->want.negated = first ? 1 : 2);
    if (sia_str_eq(key, SIA_STR("modality")) && (sia_str_eq(value, SIA_STR("recommended")) || sia_str_eq(value, SIA_STR("stated"))))
        return (s->want.recommended = first ? 1 : 2);
    for (int v = 0; v < SIA_VOICES; v++)
        if (sia_str_eq(key, SIA_STR("voice")) && sia_str_eq(value, sia_str_of(sia_voice_name((sia_voice)v)))) return (s->want.voice = (uint8_t)(v + 1));
    return false;
}

static sia_status condition(session *s, sia_str key, sia_str value, sia_err *err)
{
    sia_str where = SIA_STR("--where");
    const char *glob = sia_dup(s->arena, value).p;
    if (sia_str_eq(key, SIA_STR("doc"))) { inputs_keep_doc(&s->in, glob); return SIA_OK; }
    if (sia_str_eq(key, SIA_STR("work"))) { inputs_keep_work(&s->in, glob); return SIA_OK; }
    if (by_stance(s, key, value)) return SIA_OK;
    if (sia_str_eq(key, SIA_STR("negated")) || sia_str_eq(key, SIA_STR("modality")) || sia_str_eq(key, SIA_STR("voice")))
        return sia_fail(err, SIA_MSG_WHERE_VALUE, 0, where, "'%.*s=%.*s'", (int)key.n, key.p, (int)value.n, value.p);
    const uint32_t column = meta_column(s, key);
    if (!sia_str_eq(key, SIA_STR("part")) && column != UINT32_MAX) { inputs_keep_meta(&s->in, column, glob); return SIA_OK; }
    if (!sia_str_eq(key, SIA_STR("part")))
        return sia_fail(err, SIA_MSG_WHERE_KEY, 0, where, "'%.*s'", (int)key.n, key.p);
    sia_part part;
    if (!sia_part_find(value, &part)) return sia_fail(err, SIA_MSG_WHERE_PART, 0, where, "'%.*s'", (int)value.n, value.p);
    s->parts &= 1u << part;
    return SIA_OK;
}

/* A part that is asked for by name is counted, whatever the default leaves out. */
sia_status select_parse(session *s, const char *select, sia_err *err)
{
    bool by_part = select && strstr(select, "part=");
    s->parts = s->set.all || by_part ? EVERY_PART : EVERY_PART & ~NOT_COUNTED;
    for (const char *p = select; p && *p; ) {
        size_t n = strcspn(p, ","), key = strcspn(p, "=");
        if (key >= n) return sia_fail(err, SIA_MSG_WHERE_FORM, 0, SIA_STR("--where"), "'%.*s'", (int)n, p);
        SIA_TRY(condition(s, (sia_str){ p, key }, (sia_str){ p + key + 1, n - key - 1 }, err));
        p += n + (p[n] == ',');
    }
    return SIA_OK;
}
