/* A report's workbook, dressed. Colours are those that eyes with a weakness for red or green tell apart. */
#include "dress.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_RANGE = 256, MOST_NAME = 96, LINKS = 65000, LEGEND = 28 };    /* a sheet may have 65,530 links */
enum { BLUE = 0x5B9BD5, PALE = 0xF7FBFF, DEEP = 0x2171B5, ORANGE = 0xE6862B, WHITE = 0xFFFFFF };

/* The lines of one term in the concordance. */
typedef struct { char *term, sheet[64]; lxw_row_t first, last; } block;

static struct {
    lxw_workbook *book;
    lxw_format   *share, *probability, *rate;
    block        *blocks;
    size_t        n, now, linked;           /* now: 1 + the block that is being read; linked: in all */
    lxw_row_t     first[2], last[2];        /* of the summary's rows of categories and terms; 0: none */
    char          kwic[64];
} d;

static bool is(const char *a, const char *b) { return !strcmp(a, b); }

static bool one_of(const char *name, const char *const *list)
{
    for (; *list; list++) if (is(name, *list)) return true;
    return false;
}

static lxw_format *number(const char *how)
{
    lxw_format *f = workbook_add_format(d.book);
    if (!f) refuse("IN_MEMORY", 0, 0, "");
    format_set_num_format(f, how);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    return f;
}

void dress_begin(lxw_workbook *book)
{
    d.book = book;
    d.share = number("0.0%");
    d.probability = number("[<0.0001]0.0E+00;0.0000");
    d.rate = number("#,##0.00");
}

lxw_format *dress_format(const column *c, lxw_format *usual)
{
    static const char *const shares[] = { "share", "doc_share", "position", NULL }, *const chances[] = { "p", "q", NULL };
    if (c->type != 'r') return usual;
    return one_of(c->name, shares) ? d.share : one_of(c->name, chances) ? d.probability : !strncmp(c->name, "per_10k", 7) ? d.rate : usual;
}

/* ---- links --------------------------------------------------------------------------------------------------------------- */

static size_t column_of(const table *t, const char *name)
{
    size_t c = 0;
    while (c < t->n && !is(t->column[c].name, name)) c++;
    return c;
}

/* 1 + its place. */
static size_t block_of(const char *term)
{
    for (size_t i = 0; i < d.n; i++) if (is(d.blocks[i].term, term)) return i + 1;
    d.blocks = must_alloc(d.blocks, (d.n + 1) * sizeof *d.blocks);
    const size_t size = strlen(term) + 1;
    d.blocks[d.n] = (block){ .term = must_alloc(NULL, size) };
    memcpy(d.blocks[d.n].term, term, size);
    return ++d.n;
}

/* A count of a term leads to its lines. */
const char *dress_link(const table *t, size_t c, char *const *cell)
{
    static char link[32];
    const bool summary = is(t->name, "summary"), counts = is(t->name, "freq") || (summary && is(cell[0], "term"));
    const size_t item = column_of(t, "item");
    if (!counts || !is(t->column[c].name, "count") || item == t->n || d.linked >= LINKS) return NULL;
    d.linked++;
    snprintf(link, sizeof link, "internal:hits_%zu", block_of(cell[item]));
    return link;
}

static void follow_concordance(const table *t, char *const *cell, lxw_row_t row, const char *sheet)
{
    const size_t c = column_of(t, "term");
    if (c == t->n) return;
    if (!d.now || !is(d.blocks[d.now - 1].term, cell[c])) d.now = block_of(cell[c]);
    block *b = &d.blocks[d.now - 1];
    if (!*d.kwic) snprintf(d.kwic, sizeof d.kwic, "%s", sheet);
    if (!b->first) { b->first = row; snprintf(b->sheet, sizeof b->sheet, "%s", sheet); }
    if (is(b->sheet, sheet)) b->last = row;
}

void dress_row(const table *t, char *const *cell, lxw_row_t row, const char *sheet)
{
    if (is(t->name, "kwic")) follow_concordance(t, cell, row, sheet);
    if (!is(t->name, "summary")) return;
    const int k = is(cell[0], "category") ? 0 : is(cell[0], "term") ? 1 : -1;
    if (k < 0) return;
    if (!d.first[k]) d.first[k] = row;
    d.last[k] = row;
}

/* Names for what links lead to; a term that has no lines leads to their head. */
void dress_end(void)
{
    char name[32], range[MOST_RANGE];
    for (size_t i = 0; *d.kwic && i < d.n; i++) {
        const block *b = &d.blocks[i];
        snprintf(name, sizeof name, "hits_%zu", i + 1);
        snprintf(range, sizeof range, "='%s'!$A$%u:$K$%u", b->first ? b->sheet : d.kwic, b->first + 1, b->last + 1);
        workbook_define_name(d.book, name, range);
    }
}

/* ---- bars and colours ------------------------------------------------------------------------------------------------------ */

static void shade(lxw_worksheet *sheet, lxw_row_t last, size_t from, size_t to, lxw_conditional_format how)
{
    if (last && to >= from) worksheet_conditional_format_range(sheet, 1, (lxw_col_t)from, last, (lxw_col_t)to, &how);
}

static void shade_columns(const table *t, lxw_worksheet *sheet, lxw_row_t last)
{
    static const char *const bars[] = { "count", "total", "units_ab", "words", "target", "degree", "weight", NULL };
    static const char *const both_ways[] = { "lrc", "log_ratio", "specificity", "npmi", NULL };
    const lxw_conditional_format bar = { .type = LXW_CONDITIONAL_DATA_BAR, .bar_color = BLUE, .bar_solid = LXW_TRUE, .data_bar_2010 = LXW_TRUE };
    const lxw_conditional_format scale = { .type = LXW_CONDITIONAL_3_COLOR_SCALE, .min_color = ORANGE, .mid_color = WHITE, .max_color = DEEP,
        .mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER, .mid_value = 0 };
    for (size_t c = 0; c < t->n; c++) {
        for (int k = 0; k < 2 && is(t->name, "summary"); k++)                 /* totals are of different things */
            if (d.first[k] && is(t->column[c].name, "count"))
                worksheet_conditional_format_range(sheet, d.first[k], (lxw_col_t)c, d.last[k], (lxw_col_t)c, (lxw_conditional_format *)(uintptr_t)&bar);
        if (is(t->name, "summary")) continue;
        if (is(t->name, "freq") && is(t->column[c].name, "words")) continue;      /* the group's, the same in all its rows */
        if (t->column[c].type != 't' && one_of(t->column[c].name, bars)) shade(sheet, last, c, c, bar);
        if (t->column[c].type == 'r' && one_of(t->column[c].name, both_ways)) shade(sheet, last, c, c, scale);
    }
}

/* ---- charts ------------------------------------------------------------------------------------------------------------------- */

static const char *word(const table *t, const char *en, const char *id) { return is(t->language, "id") ? id : en; }

static void range_of(char *to, const char *sheet, size_t c, lxw_row_t first, lxw_row_t last)
{
    char a[16], b[16];
    lxw_rowcol_to_cell_abs(a, first, (lxw_col_t)c, LXW_TRUE, LXW_TRUE);
    lxw_rowcol_to_cell_abs(b, last, (lxw_col_t)c, LXW_TRUE, LXW_TRUE);
    snprintf(to, MOST_RANGE, "='%s'!%s:%s", sheet, a, b);
}

static lxw_chart_series *series(lxw_chart *chart, const char *sheet, size_t names, size_t values, lxw_row_t first, lxw_row_t last)
{
    char x[MOST_RANGE], y[MOST_RANGE];
    range_of(x, sheet, names, first, last);
    range_of(y, sheet, values, first, last);
    return chart_add_series(chart, x, y);
}

static lxw_chart *chart_of(uint8_t type, const char *title)
{
    lxw_chart *c = workbook_add_chart(d.book, type);
    if (!c) refuse("IN_MEMORY", 0, 0, "");
    chart_title_set_name(c, title);
    return c;
}

static void place(lxw_worksheet *sheet, lxw_chart *c, lxw_row_t row, size_t col, double wide, double high)
{
    lxw_chart_options o = { .x_scale = wide, .y_scale = high };
    worksheet_insert_chart_opt(sheet, row, (lxw_col_t)col, c, &o);
}

/* Falling bars, the first on top. */
static void bars(const table *t, lxw_worksheet *sheet, const char *name, int k, const char *title, lxw_row_t at)
{
    const size_t values = column_of(t, "count"), names = column_of(t, "label");
    if (!d.first[k] || values == t->n || names == t->n) return;
    lxw_chart *c = chart_of(LXW_CHART_BAR, title);
    lxw_chart_fill fill = { .color = BLUE };
    chart_series_set_fill(series(c, name, names, values, d.first[k], d.last[k]), &fill);
    chart_axis_set_reverse(c->y_axis);
    chart_legend_set_position(c, LXW_CHART_LEGEND_NONE);
    place(sheet, c, at, t->n + 1, 1.6, 1.5);
}

/* What a legend has room for. */
static const char *brief(const char *title)
{
    static char cut[LEGEND * 4 + 4];
    size_t n = 0, at = 0;
    for (; title[at] && at < LEGEND * 4; at++) {
        if ((title[at] & 0xC0) != 0x80 && n++ == LEGEND) break;
        cut[at] = title[at];
    }
    const char ellipsis[4] = "\xE2\x80\xA6";
    if (title[at]) memcpy(cut + at, ellipsis, sizeof ellipsis);
    else cut[at] = '\0';
    return *cut ? cut : "-";
}

/* A bar a category, a stretch a chapter; and the same as a heat map in the cells. */
static void chapters(const table *t, lxw_worksheet *sheet, const char *name, lxw_row_t last)
{
    static const lxw_color_t colour[] = { 0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xF0E442, 0x999999 };   /* Okabe and Ito */
    const size_t from = column_of(t, "label") + 1, to = column_of(t, "total");
    const lxw_conditional_format heat = { .type = LXW_CONDITIONAL_2_COLOR_SCALE, .min_color = PALE, .max_color = BLUE };
    if (!last || to == t->n || to <= from) return;
    shade(sheet, last, from, to - 1, heat);
    lxw_chart *c = chart_of(LXW_CHART_BAR_STACKED, t->title);
    for (size_t k = from; k < to; k++) {
        lxw_chart_series *s = series(c, name, from - 1, k, 1, last);
        lxw_chart_fill fill = { .color = colour[(k - from) % (sizeof colour / sizeof *colour)] };
        chart_series_set_fill(s, &fill);
        chart_series_set_name(s, brief(t->column[k].title));
    }
    chart_axis_set_reverse(c->y_axis);
    chart_legend_set_position(c, LXW_CHART_LEGEND_BOTTOM);
    place(sheet, c, last + 2, 1, 2.2, 1.8);
}

/* Each hit a point: where in its document, and in which. */
static void dispersion(const table *t, lxw_worksheet *sheet, const char *name, lxw_row_t last)
{
    const size_t x = column_of(t, "position"), y = column_of(t, "number");
    if (!last || x == t->n || y == t->n) return;
    lxw_chart *c = chart_of(LXW_CHART_SCATTER, word(t, "Where the hits stand", "Letak temuan"));
    lxw_chart_series *s = series(c, name, x, y, 1, last);
    lxw_chart_fill fill = { .color = BLUE, .transparency = 60 };
    chart_series_set_marker_type(s, LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_size(s, 4);
    chart_series_set_marker_fill(s, &fill);
    chart_axis_set_name(c->x_axis, word(t, "position in the document", "posisi dalam dokumen"));
    chart_axis_set_name(c->y_axis, word(t, "document", "dokumen"));
    chart_axis_set_min(c->x_axis, 0);
    chart_axis_set_max(c->x_axis, 1);
    chart_axis_set_num_format(c->x_axis, "0%");
    chart_axis_set_min(c->y_axis, 0);
    chart_axis_set_reverse(c->y_axis);
    chart_legend_set_position(c, LXW_CHART_LEGEND_NONE);
    place(sheet, c, 1, t->n + 1, 1.8, 1.6);
}

void dress_sheet(const table *t, lxw_worksheet *sheet, const char *name, lxw_row_t last)
{
    shade_columns(t, sheet, last);
    if (is(t->name, "summary")) {
        bars(t, sheet, name, 1, word(t, "Terms found most", "Istilah yang paling banyak ditemukan"), 1);
        bars(t, sheet, name, 0, word(t, "Hits by category", "Temuan menurut kategori"), 25);
    }
    if (is(t->name, "chapters")) chapters(t, sheet, name, last);
    if (is(t->name, "spots")) dispersion(t, sheet, name, last);
}
