/* What the three kinds of explain share. */
#include "explain.h"
#include "whereabouts.h"
#include <math.h>

static const double level = 0.05;

const char *const line_kinds[] = { "line", "target", "reference", "unit" };

/* ---- finding ---------------------------------------------------------------------------------------- */

bool explain_find(const explain *x, const sia_doc *d, sia_str name, uint32_t *item)
{
    const items *it = &x->it;
    const uint32_t n = it->of == OF_TERM ? it->n_terms : it->n_categories;
    if (items_are_forms(it)) return (*item = sia_lex_find(d->lex, name)) != 0;
    for (*item = 0; *item < n; ++*item)
        if (sia_str_eq(name, items_name(it, *item, SIA_STR("")))) return true;
    return false;
}

sia_status explain_known(const explain *x, sia_err *err)
{
    uint32_t item;
    for (uint32_t i = 0; i < x->n_names && !items_are_forms(&x->it); i++) {
        if (explain_find(x, NULL, x->name[i], &item)) continue;
        return sia_fail(err, x->it.of == OF_TERM ? SIA_MSG_NO_TERM : SIA_MSG_NO_CATEGORY, 0, SIA_STR("explain"), "'%.*s'", (int)x->name[i].n, x->name[i].p);
    }
    return SIA_OK;
}

sia_span explain_span(const explain *x, const sia_doc *d, const occurrences *o, uint32_t k)
{
    return items_are_forms(&x->it) ? d->tokens.v[o->v[k].token].span : d->hits.v[k].span;
}

static bool blank_at(const sia_doc *d, uint32_t at) { return at < d->text.s.n && strchr(" \n\t\f", d->text.s.p[at]); }

sia_str explain_bracket(const sia_doc *d, sia_str before, uint32_t from, uint32_t to, bool match)
{
    const sia_str own = one_line(d, from, to);
    const bool apart = before.n && (blank_at(d, from) || (from && blank_at(d, from - 1)));
    if (!own.n) return before;
    return sia_printf(d->arena, "%.*s%s%s%.*s%s", (int)before.n, before.p, apart ? " " : "", match ? "[" : "", (int)own.n, own.p, match ? "]" : "");
}

line explain_line(const explain *x, const sia_doc *d, const occurrences *o, uint32_t k, unsigned kind)
{
    const sia_span span = explain_span(x, d, o, k), all = context_span(d, o->v[k].sentence, span);
    const place p = place_of(d, span, o->v[k].sentence);
    const sia_str text = explain_bracket(d, explain_bracket(d, SIA_STR(""), all.off, span.off, false), span.off, sia_end(span), true);
    return (line){ explain_bracket(d, text, sia_end(span), sia_end(all), false), p.section->name, p.page, p.sentence, kind };
}

/* ---- rows ------------------------------------------------------------------------------------------------ */

void explain_put_line(explain *x, sia_str doc, const line *l, uint64_t number)
{
    sia_table *t = x->s->table;
    sia_put_text(t, sia_str_of(line_kinds[l->kind]));
    sia_put_text(t, SIA_STR(""));
    sia_put_count(t, number);
    sia_put_text(t, SIA_STR(""));
    sia_put_text(t, l->text);
    sia_put_text(t, SIA_STR(""));
    sia_put_text(t, doc);
    sia_put_text(t, l->section);
    sia_put_text(t, l->page ? l->page->label : SIA_STR(""));
    if (l->sentence) sia_put_count(t, l->sentence); else sia_put_none(t);
}

static const sia_col *column(const explain *x, const char *name)
{
    for (uint32_t i = 0; i < x->table.n; i++)
        if (!strcmp(x->table.cols[i].name, name)) return &x->table.cols[i];
    return NULL;
}

static void begin(explain *x, const char *kind, sia_str name)
{
    sia_put_text(x->s->table, sia_str_of(kind));
    sia_put_text(x->s->table, name);
}

/* The cells behind the value: the formula, the formula with its numbers, what the column means, no place. */
static void end(explain *x, const char *name, const char *formula, sia_str numbers)
{
    sia_table *t = x->s->table;
    const sia_col *c = column(x, name);
    sia_put_text(t, sia_str_of(formula));
    sia_put_text(t, numbers);
    sia_put_text(t, sia_str_of(c ? c->means[x->s->lang] : ""));
    for (int k = 0; k < 3; k++) sia_put_text(t, SIA_STR(""));
    sia_put_none(t);
}

static sia_str put_in(const explain *x, const char *formula) { return worked(formula, x->known, x->n_known, x->s->arena); }

void explain_know(explain *x, const char *name, double v)
{
    if (x->n_known < FIGURES_MOST) x->known[x->n_known++] = (figure){ name, v };
}

void explain_count(explain *x, const char *name, uint64_t v)
{
    begin(x, "figure", sia_str_of(name));
    sia_put_count(x->s->table, v);
    end(x, name, "", SIA_STR(""));
    explain_know(x, name, (double)v);
}

void explain_step(explain *x, const char *name, double v, const char *formula)
{
    begin(x, "figure", sia_str_of(name));
    sia_put_real(x->s->table, v);
    end(x, name, formula, put_in(x, formula));
    explain_know(x, name, v);
}

void explain_work(explain *x, sia_str work, double v, const char *formula, sia_str numbers)
{
    begin(x, "work", work);
    sia_put_real(x->s->table, v);
    end(x, "", formula, numbers);
}

void explain_real(explain *x, const char *name, double v)
{
    const sia_col *c = column(x, name);
    explain_step(x, name, v, c ? c->formula : "");
}

void explain_exp(explain *x, const char *name, double log_v, const char *formula)
{
    begin(x, "figure", sia_str_of(name));
    if (isnan(log_v)) sia_put_none(x->s->table); else sia_put_exp(x->s->table, log_v);
    end(x, name, formula, put_in(x, formula));
}

void explain_word(explain *x, const char *name, sia_str word)
{
    begin(x, "figure", sia_str_of(name));
    sia_put_none(x->s->table);
    end(x, name, "", word);
}

/* ---- a 2x2 table --------------------------------------------------------------------------------------------- */

static void cells(explain *x, sia_cell c)
{
    const double o12 = (double)(c.a - c.both), o21 = (double)(c.b - c.both), n = (double)c.n;
    const double r1 = (double)c.a, r2 = (double)(c.n - c.a), c1 = (double)c.b, c2 = (double)(c.n - c.b);
    explain_step(x, "O11", (double)c.both, "");
    explain_step(x, "O12", o12, "R1 - O11");
    explain_step(x, "O21", o21, "C1 - O11");
    explain_step(x, "O22", n - r1 - o21, "N - R1 - C1 + O11");
    explain_step(x, "E11", r1 * c1 / n, "R1 C1 / N");
    explain_step(x, "E12", r1 * c2 / n, "R1 C2 / N");
    explain_step(x, "E21", r2 * c1 / n, "R2 C1 / N");
    explain_step(x, "E22", r2 * c2 / n, "R2 C2 / N");
    explain_know(x, "O", (double)c.both);
    explain_know(x, "E", r1 * c1 / n);
}

static void margins(explain *x, sia_cell c)
{
    explain_step(x, "N", (double)c.n, "");
    explain_step(x, "R1", (double)c.a, "");
    explain_step(x, "C1", (double)c.b, "");
    explain_step(x, "R2", (double)(c.n - c.a), "N - R1");
    explain_step(x, "C2", (double)(c.n - c.b), "N - C1");
}

/* The exact limits behind the LRC, of B with and without A; and, of pairs, of A with and without B. */
static void limits(explain *x, sia_cell c, double alpha, bool both_ways)
{
    const sia_cell turned = { c.both, c.b, c.a, c.n };
    const sia_interval t = sia_clopper_pearson(c.both, c.b, alpha), u = sia_log_ratio_interval(c, alpha), v = sia_log_ratio_interval(turned, alpha);
    explain_step(x, "alpha", alpha, "0.05 / family");
    explain_step(x, "t_low", t.low, "P(X >= O11 | C1, t) = alpha / 2, X binomial");
    explain_step(x, "t_high", t.high, "P(X <= O11 | C1, t) = alpha / 2, X binomial");
    explain_step(x, "log_ratio_low", u.low, "log2((R2 / R1) t_low / (1 - t_low))");
    explain_step(x, "log_ratio_high", u.high, "log2((R2 / R1) t_high / (1 - t_high))");
    if (!both_ways) return;
    const sia_interval w = sia_clopper_pearson(c.both, c.a, alpha);
    explain_step(x, "t_low_a", w.low, "P(X >= O11 | R1, t) = alpha / 2, X binomial");
    explain_step(x, "t_high_a", w.high, "P(X <= O11 | R1, t) = alpha / 2, X binomial");
    explain_step(x, "log_ratio_low_a", v.low, "log2((C2 / C1) t_low_a / (1 - t_low_a))");
    explain_step(x, "log_ratio_high_a", v.high, "log2((C2 / C1) t_high_a / (1 - t_high_a))");
}

static const char *test_of(sia_cell c)
{
    const sia_cell other_item = { c.a - c.both, c.a, c.n - c.b, c.n }, other_place = { c.b - c.both, c.n - c.a, c.b, c.n };
    const sia_cell neither = { c.n - c.a - c.b + c.both, c.n - c.a, c.n - c.b, c.n };
    const double least = fmin(fmin(sia_expected(c), sia_expected(other_item)), fmin(sia_expected(other_place), sia_expected(neither)));
    return least < 5 ? "Fisher, two-sided: all tables with these margins that are no likelier; since one expectation is below 5"
                     : "P(X >= |G2|), X chi-squared of 1 degree of freedom";
}

static void measures(explain *x, sia_cell c, double alpha, double log_p)
{
    const chosen *m = &x->chosen;
    for (uint32_t i = 0; i < m->n; i++) {
        const sia_col *col = &m->columns.cols[m->at + i];
        if (m->m[i]) explain_step(x, col->name, sia_measure_of(m->m[i], c, alpha), col->formula);
        else if (!m->q[i]) explain_exp(x, "p", log_p, test_of(c));
    }
}

void explain_table(explain *x, sia_cell c)
{
    const uint64_t family = x->s->set.family ? x->s->set.family : 1;
    const double alpha = level / (double)family, log_p = sia_log_p(c);
    explain_step(x, "family", (double)family, "");
    margins(x, c);
    cells(x, c);
    limits(x, c, alpha, x->n_names == 2);
    measures(x, c, alpha, log_p);
    explain_know(x, "p", exp(log_p));
    explain_exp(x, "p_adjusted", fmin(0, log_p + log((double)family)), "p family");
    explain_word(x, "verdict", verdict_word(x->s, sia_verdict_pair(c, log_p + log((double)family))));
}
