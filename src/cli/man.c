/* The commands' part of the manual page, from the option tables: `siasat help --man`. */
#include "man.h"

/* Roff reads a leading dot or quote as a request, and a hyphen as a hyphen: options need minus signs. */
static sia_str roff(const char *s, sia_arena *a)
{
    char *p = sia_alloc_raw(a, 1, strlen(s) * 2 + 3);
    size_t n = 0;
    if (!p) return SIA_STR("");
    if (*s == '.' || *s == '\'') { p[n++] = '\\'; p[n++] = '&'; }
    for (; *s; s++) {
        if (*s == '-' || *s == '\\') p[n++] = '\\';
        p[n++] = *s == '\\' ? 'e' : *s;
    }
    p[n] = 0;
    return (sia_str){ p, n };
}

static void option(FILE *to, const opt *o, sia_arena *a)
{
    fputs(".TP\n", to);
    if (o->brief) fprintf(to, "\\fB\\-%c\\fR, ", o->brief);
    fprintf(to, "\\fB\\-\\-%s\\fR", roff(o->name, a).p);
    if (o->arg) fprintf(to, " \\fI%s\\fR", roff(o->arg, a).p);
    fprintf(to, "\n%s\n", roff(sia_word(o->help, SIA_EN), a).p);
}

void man_command(FILE *to, const opt_verb *v, sia_arena *a)
{
    fprintf(to, ".SS \"siasat %s [OPTION...] %s\"\n", v->name, roff(v->args, a).p);
    fprintf(to, "%s.\n", roff(sia_word(v->about, SIA_EN), a).p);
    for (size_t g = 0; g < OPT_GROUPS_MAX && v->groups[g]; g++)
        if (!v->groups[g]->shared)
            for (size_t i = 0; i < v->groups[g]->n; i++) option(to, &v->groups[g]->v[i], a);
}

void man_group(FILE *to, const opt_group *g, sia_arena *a)
{
    fprintf(to, ".SS \"%s options\"\n", sia_word(g->title, SIA_EN));
    for (size_t i = 0; i < g->n; i++) option(to, &g->v[i], a);
}
