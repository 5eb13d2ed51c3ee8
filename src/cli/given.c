/* The options that were given, as words again. */
#include "given.h"

typedef struct { given_each_fn *each; void *ctx; sia_arena *a; } telling;

static sia_str choice(const char *names, int i, sia_arena *a)
{
    for (; i > 0; i--) names += strcspn(names, "|") + 1;
    return sia_dup(a, (sia_str){ names, strcspn(names, "|") });
}

static bool tell_list(const telling *t, const opt *o, const opt_list *l)
{
    bool ok = true;
    for (unsigned i = 0; i < l->n && ok; i++) ok = t->each(t->ctx, o, l->v[i]);
    return ok;
}

static bool tell_text(const telling *t, const opt *o, const char *now, const char *own)
{
    return !now || (own && !strcmp(now, own)) || t->each(t->ctx, o, now);
}

static bool tell(const telling *t, const opt *o, const char *now, const char *own)
{
    unsigned count, count_own;
    uint64_t size, size_own;
    int chosen, chosen_own;
    switch (o->kind) {
    case OPT_FLAG: return *(const bool *)(const void *)now == *(const bool *)(const void *)own || t->each(t->ctx, o, NULL);
    case OPT_COUNT:
        memcpy(&count, now, sizeof count);
        memcpy(&count_own, own, sizeof count_own);
        return count == count_own || t->each(t->ctx, o, sia_printf(t->a, "%u", count).p);
    case OPT_SIZE:
        memcpy(&size, now, sizeof size);
        memcpy(&size_own, own, sizeof size_own);
        return size == size_own || t->each(t->ctx, o, sia_printf(t->a, "%llu", (unsigned long long)size).p);
    case OPT_CHOICE:
        memcpy(&chosen, now, sizeof chosen);
        memcpy(&chosen_own, own, sizeof chosen_own);
        return chosen == chosen_own || t->each(t->ctx, o, choice(o->arg, chosen, t->a).p);
    case OPT_TEXT: return tell_text(t, o, *(const char *const *)(const void *)now, *(const char *const *)(const void *)own);
    case OPT_LIST: return tell_list(t, o, (const opt_list *)(const void *)now);
    }
    return true;
}

bool given_each(const opt_verb *v, const settings *s, given_each_fn *each, void *ctx, sia_arena *a)
{
    const telling t = { each, ctx, a };
    settings own;
    settings_init(&own);
    for (size_t g = 0; g < OPT_GROUPS_MAX && v->groups[g]; g++)
        for (size_t i = 0; i < v->groups[g]->n; i++) {
            const opt *o = &v->groups[g]->v[i];
            if (!tell(&t, o, (const char *)s + o->at, (const char *)&own + o->at)) return false;
        }
    return sia_arena_ok(a);
}

sia_str given_quoted(const char *word, sia_arena *a)
{
    static const char safe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./,:=+-";
    size_t n = 0;
    if (*word && !word[strspn(word, safe)]) return sia_str_of(word);
    char *to = sia_alloc_raw(a, 4, strlen(word) + 2);
    if (!to) return SIA_STR("''");
    to[n++] = '\'';
    for (const char *p = word; *p; p++) {
        if (*p == '\'') { memcpy(to + n, "'\\''", 4); n += 4; }
        else to[n++] = *p;
    }
    to[n++] = '\'';
    to[n] = 0;
    return (sia_str){ to, n };
}
