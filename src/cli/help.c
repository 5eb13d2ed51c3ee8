/* The help page of a verb, from its option table. */
#include "opt.h"

enum { NAME_WIDTH = 34, LINE = 80 };

/* Text wrapped at word ends to lines that begin at column `indent`; the first one is there already. */
static void wrapped(sia_str *out, const char *text, int indent, sia_arena *a)
{
    int col = indent;
    for (const char *p = text; *p; ) {
        int n = (int)strcspn(p, " ");
        if (col > indent && col + 1 + n > LINE) {
            *out = sia_printf(a, "%s\n%*s", out->p, indent, "");
            col = indent;
        }
        *out = sia_printf(a, "%s%s%.*s", out->p, col > indent ? " " : "", n, p);
        col += n + (col > indent);
        p += n;
        p += strspn(p, " ");
    }
    *out = sia_printf(a, "%s\n", out->p);
}

/* Choices too many for a line go on in the next, behind a "|". */
static sia_str folded(sia_str left, sia_arena *a)
{
    enum { INDENT = 8 };
    if (left.n <= LINE) return left;
    size_t cut = LINE;
    while (cut > INDENT && left.p[cut - 1] != '|') cut--;
    if (cut == INDENT) return left;
    const sia_str rest = sia_printf(a, "%*s%s", INDENT, "", left.p + cut);
    return sia_printf(a, "%.*s\n%s", (int)cut, left.p, folded(rest, a).p);
}

static sia_str option_name(const opt *o, sia_arena *a)
{
    sia_str brief = o->brief ? sia_printf(a, "-%c, ", o->brief) : SIA_STR("    ");
    return sia_printf(a, "  %s--%s%s%s", brief.p, o->name, o->arg ? " " : "", o->arg ? o->arg : "");
}

static void option(sia_str *out, const opt *o, sia_lang lang, sia_arena *a)
{
    sia_str left = option_name(o, a);
    if (left.n + 2 > NAME_WIDTH) *out = sia_printf(a, "%s%s\n%*s", out->p, folded(left, a).p, NAME_WIDTH, "");
    else *out = sia_printf(a, "%s%-*s", out->p, NAME_WIDTH, left.p);
    wrapped(out, sia_word(o->help, lang), NAME_WIDTH, a);
}

sia_str opt_help(const opt_verb *v, sia_lang lang, sia_arena *a)
{
    sia_str out = sia_printf(a, "%s siasat %s [%s] %s\n\n", sia_word(SIA_MSG_HELP_USAGE, lang), v->name,
                             sia_word(SIA_MSG_HELP_OPTION, lang), v->args);
    wrapped(&out, sia_word(v->about, lang), 0, a);
    if (v->examples[0]) out = sia_printf(a, "%s\n%s\n", out.p, sia_word(SIA_MSG_HELP_EXAMPLES, lang));
    for (size_t i = 0; i < SIA_COUNT_OF(v->examples) && v->examples[i]; i++)
        out = sia_printf(a, "%s  %s\n", out.p, v->examples[i]);
    for (size_t g = 0; g < OPT_GROUPS_MAX && v->groups[g]; g++) {
        out = sia_printf(a, "%s\n%s\n", out.p, sia_word(v->groups[g]->title, lang));
        for (size_t i = 0; i < v->groups[g]->n; i++) option(&out, &v->groups[g]->v[i], lang, a);
    }
    return out;
}
