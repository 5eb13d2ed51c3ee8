/* Options as data: parsing them. */
#include "opt.h"
#include <errno.h>
#include <stdlib.h>

/* ---- finding an option ------------------------------------------------------------------- */

static const opt *lookup(const opt_verb *v, const char *name, size_t n, char brief)
{
    for (size_t g = 0; g < OPT_GROUPS_MAX && v->groups[g]; g++)
        for (size_t i = 0; i < v->groups[g]->n; i++) {
            const opt *o = &v->groups[g]->v[i];
            if (brief ? o->brief == brief : strlen(o->name) == n && !memcmp(o->name, name, n)) return o;
        }
    return NULL;
}

enum { LONGEST_NAME = 40, MOST_NAMES = 96 };

static unsigned least_of(unsigned a, unsigned b) { return a < b ? a : b; }

/* Edits between two short names; two neighbours that changed places are one edit (optimal string alignment). */
static unsigned distance(const char *a, const char *b)
{
    unsigned d[3][LONGEST_NAME + 1];                         /* the row before the last, the last, this one */
    size_t n = strlen(a), m = strlen(b);
    if (n > LONGEST_NAME || m > LONGEST_NAME) return LONGEST_NAME;
    for (unsigned k = 0; k <= m; k++) d[0][k] = k;
    for (size_t i = 1; i <= n; i++) {
        unsigned *now = d[i % 3], *last = d[(i + 2) % 3], *before = d[(i + 1) % 3];
        now[0] = (unsigned)i;
        for (size_t k = 1; k <= m; k++) {
            now[k] = least_of(last[k - 1] + (a[i - 1] != b[k - 1]), least_of(last[k], now[k - 1]) + 1);
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) now[k] = least_of(now[k], before[k - 2] + 1);
        }
    }
    return d[n % 3][m];
}

const char *opt_nearest(const char *word, const char *const *names, size_t n)
{
    const char *best = NULL;
    unsigned least = (unsigned)(strlen(word) + 2) / 3 + 1;
    for (size_t i = 0; i < n; i++) {
        unsigned d = distance(word, names[i]);
        if (d < least) { least = d; best = names[i]; }
    }
    return best;
}

static sia_status unknown(const opt_verb *v, const char *word, sia_err *err)
{
    const char *names[MOST_NAMES];
    size_t n = 0, len = strcspn(word, "=");
    char bare[LONGEST_NAME + 1] = "";
    if (word[0] == '-' && word[1] == '-' && len - 2 <= LONGEST_NAME) memcpy(bare, word + 2, len - 2);
    for (size_t g = 0; g < OPT_GROUPS_MAX && v->groups[g]; g++)
        for (size_t i = 0; i < v->groups[g]->n && n < MOST_NAMES; i++) names[n++] = v->groups[g]->v[i].name;
    const char *near = *bare ? opt_nearest(bare, names, n) : NULL;
    sia_str where = sia_str_of(v->name);
    if (near) return sia_fail(err, SIA_MSG_OPT_UNKNOWN, 0, where, "'%.*s' (--%s?)", (int)len, word, near);
    return sia_fail(err, SIA_MSG_OPT_UNKNOWN, 0, where, "'%.*s'", (int)len, word);
}

/* ---- values -------------------------------------------------------------------------------- */

static int choice_of(const char *choices, const char *val)
{
    int i = 0;
    for (const char *p = choices; ; i++) {
        size_t n = strcspn(p, "|");
        if (strlen(val) == n && !memcmp(p, val, n)) return i;
        if (!p[n]) return -1;
        p += n + 1;
    }
}

static bool count_of(const char *val, uint64_t most, const char *units, uint64_t *out)
{
    char *end;
    errno = 0;
    unsigned long long n = strtoull(val, &end, 10);
    if (*val < '0' || *val > '9' || errno) return false;
    const char *unit = *end > ' ' && units ? strchr(units, *end & ~0x20) : NULL;
    for (long k = unit ? unit - units + 1 : 0; k > 0; k--) {
        if (n > most >> 10) return false;
        n <<= 10;
    }
    if (unit) end++;
    *out = n;
    return !*end && n <= most;
}

static sia_status set(const opt_verb *v, const opt *o, const char *val, void *into, sia_err *err)
{
    char *at = (char *)into + o->at;
    sia_str where = sia_str_of(v->name);
    uint64_t n;
    switch (o->kind) {
    case OPT_FLAG: *(bool *)at = true; return SIA_OK;
    case OPT_TEXT: *(const char **)at = val; return SIA_OK;
    case OPT_CHOICE:
        if ((*(int *)at = choice_of(o->arg, val)) >= 0) return SIA_OK;
        return sia_fail(err, SIA_MSG_OPT_CHOICE, 0, where, "--%s '%s': %s", o->name, val, o->arg);
    case OPT_COUNT:
        if (!count_of(val, 1000000000, NULL, &n))
            return sia_fail(err, SIA_MSG_OPT_NUMBER, 0, where, "--%s '%s'", o->name, val);
        *(unsigned *)at = (unsigned)n;
        return SIA_OK;
    case OPT_SIZE:
        if (!count_of(val, UINT64_MAX >> 1, "KMGT", &n))
            return sia_fail(err, SIA_MSG_OPT_SIZE, 0, where, "--%s '%s'", o->name, val);
        *(uint64_t *)at = n;
        return SIA_OK;
    case OPT_LIST: {
        opt_list *list = (opt_list *)(void *)at;
        if (list->n == OPT_LIST_MAX) return sia_fail(err, SIA_MSG_OPT_TOO_MANY, 0, where, "--%s", o->name);
        list->v[list->n++] = val;
        return SIA_OK;
    }
    }
    return SIA_OK;
}

/* ---- the command line ------------------------------------------------------------------------ */

/* One option word, its value perhaps in the next word. Moves *i past what it took. */
static sia_status take(const opt_verb *v, int argc, char **argv, int *i, void *into, sia_err *err)
{
    const char *w = argv[*i];
    bool lng = w[1] == '-';
    const char *eq = lng ? strchr(w, '=') : NULL;
    size_t n = eq ? (size_t)(eq - w - 2) : strlen(w) - (lng ? 2 : 1);
    const opt *o = lng ? lookup(v, w + 2, n, 0) : lookup(v, NULL, 0, w[1]);
    if (!o) return unknown(v, w, err);
    const char *val = eq ? eq + 1 : !lng && w[2] ? w + 2 : NULL;
    if (o->kind == OPT_FLAG && val) return sia_fail(err, SIA_MSG_OPT_NO_VALUE, 0, sia_str_of(v->name), "--%s", o->name);
    if (o->kind != OPT_FLAG && !val) {
        if (*i + 1 >= argc) return sia_fail(err, SIA_MSG_OPT_NEEDS_VALUE, 0, sia_str_of(v->name), "--%s", o->name);
        val = argv[++*i];
    }
    return set(v, o, val, into, err);
}

sia_status opt_parse(const opt_verb *v, int argc, char **argv, void *into, int *operands, sia_err *err)
{
    bool raw = false;
    *operands = 0;
    for (int i = 0; i < argc; i++) {
        char *w = argv[i];
        if (raw || w[0] != '-' || !w[1]) argv[(*operands)++] = w;
        else if (!strcmp(w, "--")) raw = true;
        else SIA_TRY(take(v, argc, argv, &i, into, err));
    }
    return SIA_OK;
}
