/* Settings as words, from the tables of options. */
#include "shown.h"

static sia_str word_of(const char *choices, int at)
{
    for (; at > 0; at--) choices += strcspn(choices, "|") + 1;
    return (sia_str){ choices, strcspn(choices, "|") };
}

static sia_str listed(const opt_list *l, sia_arena *a)
{
    sia_str out = SIA_STR("");
    for (unsigned i = 0; i < l->n; i++) out = sia_printf(a, "%s%s%s", out.p, i ? ", " : "", l->v[i]);
    return out;
}

sia_str shown_value(const opt *o, const settings *s, sia_arena *a)
{
    const char *at = (const char *)s + o->at;
    settings usual;
    settings_init(&usual);
    switch (o->kind) {
    case OPT_FLAG: return *(const bool *)at ? SIA_STR("yes") : SIA_STR("");
    case OPT_COUNT: return *(const unsigned *)at == *(unsigned *)((char *)&usual + o->at) ? SIA_STR("") : sia_printf(a, "%u", *(const unsigned *)at);
    case OPT_SIZE: return *(const uint64_t *)at ? sia_printf(a, "%llu", (unsigned long long)*(const uint64_t *)at) : SIA_STR("");
    case OPT_CHOICE: return *(const int *)at == *(int *)((char *)&usual + o->at) ? SIA_STR("") : sia_dup(a, word_of(o->arg, *(const int *)at));
    case OPT_TEXT: return *(char *const *)at ? sia_str_of(*(char *const *)at) : SIA_STR("");
    case OPT_LIST: return listed((const opt_list *)at, a);
    }
    return SIA_STR("");
}

bool shown_matters(const opt *o) { return strcmp(o->name, "cache") && strcmp(o->name, "read-memory") && strcmp(o->name, "read-seconds"); }

/* As a shell needs it. */
static sia_str quoted(sia_str v, sia_arena *a)
{
    sia_str out = SIA_STR("'");
    bool plain = v.n > 0;
    for (size_t i = 0; i < v.n; i++) plain = plain && strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./=,:@%+-", v.p[i]) && v.p[i];
    if (plain) return v;
    for (size_t i = 0; i < v.n; i++) out = v.p[i] == '\'' ? sia_printf(a, "%s'\\''", out.p) : sia_printf(a, "%s%c", out.p, v.p[i]);
    return sia_printf(a, "%s'", out.p);
}

static sia_str with(sia_str out, const opt *o, sia_str v, sia_arena *a)
{
    if (o->kind == OPT_FLAG) return sia_printf(a, "%s --%s", out.p, o->name);
    const sia_str q = quoted(v, a);
    return sia_printf(a, "%s --%s %.*s", out.p, o->name, (int)q.n, q.p);
}

sia_str shown_options(const opt_group *const *groups, size_t n, const settings *s, sia_arena *a)
{
    sia_str out = SIA_STR("");
    for (size_t g = 0; g < n; g++)
        for (size_t i = 0; i < groups[g]->n; i++) {
            const opt *o = &groups[g]->v[i];
            const opt_list *l = o->kind == OPT_LIST ? (const opt_list *)((const char *)s + o->at) : NULL;
            for (unsigned k = 0; l && k < l->n; k++) out = with(out, o, sia_str_of(l->v[k]), a);
            const sia_str v = l ? SIA_STR("") : shown_value(o, s, a);
            if (v.n && shown_matters(o)) out = with(out, o, v, a);
        }
    return out;
}
