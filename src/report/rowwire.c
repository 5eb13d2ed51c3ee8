/* Rows on their way into a partial (src/cli/partrow.h): cells one behind the other, no header. A text has "=" before it, a number stands
 * bare, "-" is nothing known; so no cell is empty, and each goes back into a table as what it was. */
#include "writer.h"

static void lead(sia_table *t) { if (t->at) sia_out1(t, '\t'); }

static void text(sia_table *t, sia_str s, bool plain)
{
    lead(t);
    sia_out1(t, '=');
    if (plain) { sia_out(t, s.p, s.n); return; }
    for (const char *p = s.p, *end = s.p + s.n; p < end; p++) {
        const char *special = "\\\t\n\r", *at = strchr(special, *p);
        if (!at) { sia_out1(t, *p); continue; }
        sia_out1(t, '\\');
        sia_out1(t, "\\tnr"[at - special]);
    }
}

static void number(sia_table *t, sia_str digits)
{
    lead(t);
    if (digits.n) sia_out(t, digits.p, digits.n);
    else sia_out1(t, '-');
}

static void end_row(sia_table *t) { sia_out1(t, '\n'); }
static void nothing(sia_table *t) { (void)t; }

static bool start(sia_table *t)
{
    t->special = '\\';
    return true;
}

const sia_writer sia_row_writer = { start, text, number, end_row, nothing };
