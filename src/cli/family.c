/* The tests of one table taken together: p of each row, q for their number, the level of one LRC. */
#include "family.h"

static const double level = 0.05;

family family_sized(uint64_t size) { return (family){ .size = size, .alpha = size ? level / (double)size : level }; }

bool family_of(family *f, const session *s, const sia_cell *cell, size_t n, uint64_t size)
{
    *f = family_sized(size > n ? size : n);
    f->log_p = sia_new(s->arena, double, n + 1);
    f->log_q = sia_new(s->arena, double, n + 1);
    if (!f->log_p || !f->log_q) return false;
    for (size_t i = 0; i < n; i++) f->log_p[i] = sia_log_p(cell[i]);
    return sia_adjust((sia_adjustment)s->set.adjust, f->log_p, n, f->size, f->log_q, s->arena);
}

void family_say(const family *f, session *s, sia_msg what)
{
    static const sia_msg how[] = {
        [SIA_BONFERRONI] = SIA_MSG_BY_BONFERRONI, [SIA_HOLM] = SIA_MSG_BY_HOLM, [SIA_HOCHBERG] = SIA_MSG_BY_HOCHBERG,
        [SIA_BH] = SIA_MSG_BY_BH, [SIA_BY] = SIA_MSG_BY_BY,
    };
    const char *line = sia_printf(s->arena, sia_word(what, s->lang), (unsigned long long)f->size).p;
    if (s->set.compat >= 0) say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_COMPAT, s->lang), sia_program_name((sia_program)s->set.compat)).p);
    say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_ADJUSTED, s->lang), line, sia_word(how[s->set.adjust], s->lang)).p);
}
