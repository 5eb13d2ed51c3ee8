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

void man_measures(FILE *to)
{
    const sia_measure *m;
    for (size_t f = 0; f < SIA_COUNT_OF(parts); f++) {
        fprintf(to, "%s%s\n", f ? "\n" : "", parts[f].head);
        for (uint32_t i = 0; (m = sia_measure_at(parts[f].family, i)) != NULL; i++) measure(to, m);
    }
}
