/* Tables on their way to a program that makes a workbook or the like of them (src/helper/export/maker.h). */
#include "writer.h"

static void escaped(sia_table *t, sia_str s)
{
    for (const char *p = s.p, *end = s.p + s.n; p < end; p++) {
        if (*p == '\\') sia_outz(t, "\\\\");
        else if (*p == '\t') sia_outz(t, "\\t");
        else if (*p == '\n') sia_outz(t, "\\n");
        else sia_out1(t, *p);
    }
}

static void field(sia_table *t, const char *s)
{
    sia_out1(t, '\t');
    escaped(t, sia_str_of(s));
}

static void lead(sia_table *t) { sia_outz(t, t->at ? "\t" : "R\t"); }

static void text(sia_table *t, sia_str s, bool plain)
{
    lead(t);
    if (plain) sia_out(t, s.p, s.n);
    else escaped(t, s);
}

static void number(sia_table *t, sia_str digits)
{
    lead(t);
    sia_out(t, digits.p, digits.n);
}

static void end_row(sia_table *t) { sia_out1(t, '\n'); }
static void end(sia_table *t) { sia_outz(t, ".\n"); }

/* "14 + log2(...). Rychly 2008" behind what a column means. */
static void meaning(sia_table *t, const sia_col *c)
{
    field(t, c->means[t->o.lang == SIA_ID]);
    if (*c->formula) { sia_outz(t, "\\n"); escaped(t, sia_str_of(c->formula)); }
    if (*c->source) { sia_outz(t, "\\n"); escaped(t, sia_str_of(c->source)); }
}

static bool start(sia_table *t)
{
    t->special = '\\';
    sia_outz(t, "S");
    field(t, t->o.name ? t->o.name : "siasat");
    field(t, t->o.title ? t->o.title : "");
    field(t, t->o.lang == SIA_ID ? "id" : "en");
    for (uint32_t i = 0; i < t->n; i++) {
        sia_outz(t, "\nC\t");
        sia_out1(t, "tcr"[t->cols[i].type]);
        sia_out1(t, '\t');
        escaped(t, sia_col_name(t, i));
        sia_out1(t, '\t');
        escaped(t, sia_col_head(t, i));
        meaning(t, &t->cols[i]);
    }
    sia_out1(t, '\n');
    return true;
}

const sia_writer sia_wire_writer = { start, text, number, end_row, end };
