/* --measure: the measures that a table shows, as columns and as cells. */
#include "chosen.h"
#include <stdio.h>

static bool is_p(sia_str name) { return sia_str_eq(name, SIA_STR("p")); }
static bool is_q(sia_str name) { return sia_str_eq(name, SIA_STR("q")); }
static bool tested(sia_family f) { return f == SIA_PAIR || f == SIA_KEY; }

static bool belongs(sia_family f, const char *column)
{
    sia_str name = sia_str_of(column);
    return sia_measure_find(f, name) || (tested(f) && (is_p(name) || is_q(name)));
}

static void add(chosen *c, const sia_measure *m, bool q)
{
    if (c->n == CHOSEN_MOST) return;
    c->m[c->n] = m;
    c->q[c->n++] = q;
}

static void add_all(chosen *c, sia_family f)
{
    const sia_measure *m;
    for (uint32_t i = 0; (m = sia_measure_at(f, i)) != NULL; i++) add(c, m, false);
    if (!tested(f)) return;
    add(c, NULL, false);
    add(c, NULL, true);
}

static sia_status unknown(sia_family f, sia_str name, sia_err *err)
{
    const char *names[CHOSEN_MOST], *near;
    size_t n = 0;
    char word[64];
    const sia_measure *m;
    for (uint32_t i = 0; (m = sia_measure_at(f, i)) != NULL && n < CHOSEN_MOST; i++) names[n++] = m->name;
    snprintf(word, sizeof word, "%.*s", (int)name.n, name.p);
    near = opt_nearest(word, names, n);
    if (near) return sia_fail(err, SIA_MSG_MEASURE, 0, SIA_STR("--measure"), "'%s' (%s?)", word, near);
    return sia_fail(err, SIA_MSG_MEASURE, 0, SIA_STR("--measure"), "'%s'", word);
}

static sia_status parse(chosen *c, sia_family f, const char *list, sia_err *err)
{
    for (const char *p = list; *p; ) {
        sia_str name = { p, strcspn(p, ",") };
        const sia_measure *m = sia_measure_find(f, name);
        if (sia_str_eq(name, SIA_STR("all"))) add_all(c, f);
        else if (m || (tested(f) && (is_p(name) || is_q(name)))) add(c, m, is_q(name));
        else return unknown(f, name, err);
        p += name.n + (p[name.n] == ',');
    }
    for (uint32_t i = 0; i < c->n; i++)
        for (uint32_t k = 0; k < i; k++)
            if (c->m[i] == c->m[k] && c->q[i] == c->q[k])
                return sia_fail(err, SIA_MSG_OPT_TOO_MANY, 0, SIA_STR("--measure"), "'%s'", c->m[i] ? c->m[i]->name : c->q[i] ? "q" : "p");
    return SIA_OK;
}

/* Those of the command's own columns that are measures. */
static void by_default(chosen *c, sia_family f, const sia_columns *base)
{
    for (uint32_t i = 0; i < base->n; i++) {
        sia_str name = sia_str_of(base->cols[i].name);
        if (belongs(f, base->cols[i].name)) add(c, sia_measure_find(f, name), is_q(name));
    }
}

/* What another program shows; and our p and q. */
static sia_status as_program(chosen *c, sia_family f, sia_program p, const sia_columns *base, sia_err *err)
{
    const sia_measure *m;
    if (p == SIA_QUANTEDA && f == SIA_PAIR) { by_default(c, f, base); return SIA_OK; }       /* it counts pairs and measures none */
    for (uint32_t i = 0; (m = sia_program_measure(p, f, i)) != NULL; i++) add(c, m, false);
    if (!c->n) return sia_fail(err, SIA_MSG_COMPAT_NONE, 0, SIA_STR("--compat"), "%s", sia_program_name(p));
    add(c, NULL, false);
    add(c, NULL, true);
    return SIA_OK;
}

static const sia_col *own(const sia_columns *base, const char *name)
{
    for (uint32_t i = 0; i < base->n; i++)
        if (!strcmp(base->cols[i].name, name)) return &base->cols[i];
    return NULL;
}

static sia_col column_of(const chosen *c, uint32_t i, const sia_columns *base)
{
    const bool ours = !c->m[i] || sia_measure_find(c->m[i]->family, sia_str_of(c->m[i]->name)) == c->m[i];
    const sia_col *known = ours ? own(base, c->m[i] ? c->m[i]->name : c->q[i] ? "q" : "p") : NULL;
    return known ? *known : sia_measure_col(c->m[i]);
}

sia_status chosen_open(chosen *c, session *s, const char *table, sia_family family, sia_err *err)
{
    const sia_columns *base = session_columns(s, table);
    sia_col *cols = sia_new(s->arena, sia_col, (base ? (size_t)base->n : 0) + CHOSEN_MOST);
    if (!base || !cols) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    *c = (chosen){ .columns = { base->command, cols, 0 } };
    if (s->set.measure) SIA_TRY(parse(c, family, s->set.measure, err));
    else if (tested(family) && s->set.compat >= 0) SIA_TRY(as_program(c, family, (sia_program)s->set.compat, base, err));
    else by_default(c, family, base);
    bool placed = false;
    for (uint32_t i = 0; i < base->n; i++) {
        if (!belongs(family, base->cols[i].name)) { cols[c->columns.n++] = base->cols[i]; continue; }
        if (placed) continue;
        placed = true;
        c->at = c->columns.n;
        for (uint32_t k = 0; k < c->n; k++) cols[c->columns.n++] = column_of(c, k, base);
    }
    return SIA_OK;
}

void chosen_put(const chosen *c, sorter *o, sia_cell cell, double alpha, double log_p, double log_q)
{
    for (uint32_t i = 0; i < c->n; i++)
        if (c->m[i]) sort_real(o, sia_measure_of(c->m[i], cell, alpha));
        else sort_exp(o, c->q[i] ? log_q : log_p);
}

void chosen_put_of(const chosen *c, sorter *o, const void *values)
{
    for (uint32_t i = 0; i < c->n; i++) sort_real(o, sia_measure_in(c->m[i], values));
}

sia_str verdict_word(const session *s, sia_verdict v)
{
    static const sia_msg word[] = {
        [SIA_SAYS_NOTHING] = SIA_MSG_NONE, [SIA_TOO_FEW] = SIA_MSG_TOO_FEW, [SIA_ONE_WORK] = SIA_MSG_ONE_WORK,
        [SIA_MAY_BE_CHANCE] = SIA_MSG_MAY_BE_CHANCE, [SIA_MORE] = SIA_MSG_MORE, [SIA_LESS] = SIA_MSG_LESS,
    };
    return sia_str_of(sia_word(word[v], s->lang));
}
