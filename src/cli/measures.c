/* The measures' part of docs/METHODS.md, from the table of measures: `siasat help --methods`. */
#include "man.h"

static const struct { sia_family family; const char *head; } parts[] = {
    { SIA_PAIR, "### Pairs" }, { SIA_KEY, "### Keyness" },
    { SIA_SPREAD, "### Dispersion" }, { SIA_DIVERSITY, "### Diversity" },
};

static void measure(FILE *to, const sia_measure *m)
{
    fprintf(to, "\n**%s**%s%s%s. %s.\n\n    %s\n\n", m->name, *m->unit ? " (" : "", m->unit, *m->unit ? ")" : "",
            m->means[SIA_EN], m->formula);
    if (*m->source) fprintf(to, "%s. ", m->source);
    fprintf(to, "Range: %s. Edges: %s.\n", m->range, m->at_zero);
}

static void programs(FILE *to)
{
    static const char *const what[] = { [SIA_PAIR] = "pairs", [SIA_KEY] = "keyness" };
    fputs("\n### As other programs have them (--compat)\n", to);
    for (int p = 0; p < SIA_PROGRAMS; p++)
        for (int f = SIA_PAIR; f <= SIA_KEY; f++) {
            const sia_measure *m = sia_program_measure((sia_program)p, (sia_family)f, 0);
            if (m) fprintf(to, "\n**%s**, %s\n\n", sia_program_name((sia_program)p), what[f]);
            for (uint32_t i = 0; (m = sia_program_measure((sia_program)p, (sia_family)f, i)) != NULL; i++)
                fprintf(to, "    %-17s %s\n", m->name, m->formula);
        }
}

void man_measures(FILE *to)
{
    const sia_measure *m;
    for (size_t f = 0; f < SIA_COUNT_OF(parts); f++) {
        fprintf(to, "%s%s\n", f ? "\n" : "", parts[f].head);
        for (uint32_t i = 0; (m = sia_measure_at(parts[f].family, i)) != NULL; i++) measure(to, m);
    }
    programs(to);
}
