/* The table of measures, from include/siasat/measures.def. */
#include "table4.h"
#include <math.h>

static sia_cell turned(sia_cell c) { return (sia_cell){ c.both, c.b, c.a, c.n }; }

static double conditional_a(sia_cell c) { return sia_conditional(turned(c)); }
static double log_ratio_a(sia_cell c) { return sia_log_ratio(turned(c)); }
static double risk_ratio_a(sia_cell c) { return sia_risk_ratio(turned(c)); }
static double lrc_a(sia_cell c, double alpha) { return sia_lrc(turned(c), alpha); }

#define ENTRY(family, name, unit, value, en, id, means_en, means_id, formula, source, range, zero) \
    { family, #name, unit, { en, id }, { means_en, means_id }, formula, source, range, zero, value },
#define SIA_PAIR_MEASURE(place, ...) ENTRY(SIA_PAIR, __VA_ARGS__)
#define SIA_KEY_MEASURE(place, ...) ENTRY(SIA_KEY, __VA_ARGS__)
#define SIA_SPREAD_MEASURE(place, ...) ENTRY(SIA_SPREAD, __VA_ARGS__)
#define SIA_DIVERSITY_MEASURE(place, ...) ENTRY(SIA_DIVERSITY, __VA_ARGS__)

static const sia_measure all[] = {
#include <siasat/measures.def>
};

const sia_measure *sia_measure_at(sia_family family, uint32_t i)
{
    for (size_t k = 0; k < SIA_COUNT_OF(all); k++)
        if (all[k].family == family && i-- == 0) return &all[k];
    return NULL;
}

const sia_measure *sia_measure_find(sia_family family, sia_str name)
{
    for (size_t k = 0; k < SIA_COUNT_OF(all); k++)
        if (all[k].family == family && sia_str_eq(name, sia_str_of(all[k].name))) return &all[k];
    return NULL;
}

double sia_measure_of(const sia_measure *m, sia_cell c, double alpha)
{
    return m->within ? m->within(c, alpha) : m->of(c);
}

double sia_measure_in(const sia_measure *m, const void *values)
{
    double v;
    memcpy(&v, (const char *)values + m->at, sizeof v);
    return v;
}
