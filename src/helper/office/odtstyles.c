/* The styles of an ODT. */
#include "odt.h"
#include <stdlib.h>
#include <string.h>

enum { CHAIN = 20, MOST = 20000 };

typedef struct { odt_style own; bool paragraph, worked_out; } style;
typedef struct { char name[64], layout[64]; } master;
typedef struct { char name[64]; char format; } layout;

static style *styles;
static odt_list *lists;
static master *masters;
static layout *layouts;
static size_t n_styles, n_lists, n_masters, n_layouts;
static bool prints_numbers;
static int default_size;

typedef struct { style *style; odt_list *list; odt_level *level; layout *layout; bool in_master, in_default; } reading;

/* Room for one more of an array of things. */
static void *one_more(void *array, size_t *n, size_t size)
{
    if (*n >= MOST) refuse("IN_MANY", 0, 0, "> 20000 styles");
    char *all = must_alloc(array, (*n + 1) * size);
    memset(all + *n * size, 0, size);
    ++*n;
    return all;
}

#define PUT(field, value) snprintf((field), sizeof (field), "%s", (value))

static int number(const char *s, int otherwise)
{
    char *end;
    const long n = strtol(s, &end, 10);
    return end == s || n < 0 || n > 1000000 ? otherwise : (int)n;
}

static char format_of(const char *s) { return strlen(s) == 1 && strchr("1aAiI", *s) ? *s : 0; }

/* "14pt" in tenths; of other sizes ("120%") nothing is known. */
static int size_of(const char *s)
{
    char *end;
    const double points = strtod(s, &end);
    return end > s && !strcmp(end, "pt") && points > 0 && points < 150 ? (int)(points * 10 + 0.5) : 0;
}

static flow_look look_of(const char **at)
{
    const char *weight = sax_attribute(at, "font-weight");
    return (flow_look){ size_of(sax_attribute(at, "font-size")), !*weight ? -1 : !strcmp(weight, "bold") || (*weight >= '6' && *weight <= '9') };
}

static void begin_style(reading *r, const char **at)
{
    const char *family = sax_attribute(at, "family");
    const bool paragraph = !strcmp(family, "paragraph");
    r->style = NULL;
    if (!paragraph && strcmp(family, "text")) return;
    styles = one_more(styles, &n_styles, sizeof *styles);
    r->style = &styles[n_styles - 1];
    r->style->paragraph = paragraph;
    PUT(r->style->own.name, sax_attribute(at, "name"));
    PUT(r->style->own.parent, sax_attribute(at, "parent-style-name"));
    PUT(r->style->own.master, sax_attribute(at, "master-page-name"));
    PUT(r->style->own.list, sax_attribute(at, "list-style-name"));
    r->style->own.page_number = -1;
    r->style->own.look = (flow_look){ 0, -1 };
    r->style->own.outline = number(sax_attribute(at, "default-outline-level"), 0);
}

static void begin_list(reading *r, const char *name)
{
    lists = one_more(lists, &n_lists, sizeof *lists);
    r->list = &lists[n_lists - 1];
    PUT(r->list->name, name);
    for (int i = 0; i < ODT_LEVELS; i++) r->list->levels[i].start = r->list->levels[i].shown = 1;
}

static void begin_level(reading *r, const char **at, bool bullet)
{
    const int level = number(sax_attribute(at, "level"), 0);
    if (!r->list || level < 1 || level > ODT_LEVELS) return;
    odt_level *v = &r->list->levels[level - 1];
    v->format = bullet ? '*' : format_of(sax_attribute(at, "num-format"));
    PUT(v->before, sax_attribute(at, "num-prefix"));
    PUT(v->behind, sax_attribute(at, "num-suffix"));
    PUT(v->bullet, sax_attribute(at, "bullet-char"));
    v->start = number(sax_attribute(at, "start-value"), 1);
    v->shown = number(sax_attribute(at, "display-levels"), 1);
}

static void opens(void *ctx, const char *name, const char **at)
{
    reading *r = ctx;
    if (!strcmp(name, "style:style")) begin_style(r, at);
    else if (!strcmp(name, "text:list-style")) begin_list(r, sax_attribute(at, "name"));
    else if (!strcmp(name, "text:outline-style")) begin_list(r, "outline");
    else if (!strcmp(name, "text:list-level-style-bullet")) begin_level(r, at, true);
    else if (!strcmp(name, "text:list-level-style-number") || !strcmp(name, "text:outline-level-style")) begin_level(r, at, false);
    else if (!strcmp(name, "style:page-layout")) {
        layouts = one_more(layouts, &n_layouts, sizeof *layouts);
        r->layout = &layouts[n_layouts - 1];
        PUT(r->layout->name, sax_attribute(at, "name"));
    } else if (!strcmp(name, "style:page-layout-properties") && r->layout) r->layout->format = format_of(sax_attribute(at, "num-format"));
    else if (!strcmp(name, "style:master-page")) {
        masters = one_more(masters, &n_masters, sizeof *masters);
        PUT(masters[n_masters - 1].name, sax_attribute(at, "name"));
        PUT(masters[n_masters - 1].layout, sax_attribute(at, "page-layout-name"));
        r->in_master = true;
    } else if (!strcmp(name, "text:page-number")) prints_numbers |= r->in_master;
    else if (!strcmp(name, "style:default-style")) r->in_default = !strcmp(sax_attribute(at, "family"), "paragraph");
    else if (!strcmp(name, "style:text-properties") && r->in_default) default_size = look_of(at).size;
    else if (!r->style) return;
    else if (!strcmp(name, "style:paragraph-properties")) {
        r->style->own.page_before |= !strcmp(sax_attribute(at, "break-before"), "page");
        r->style->own.page_number = number(sax_attribute(at, "page-number"), -1);
    } else if (!strcmp(name, "style:text-properties")) {
        r->style->own.hidden |= !strcmp(sax_attribute(at, "display"), "none");
        r->style->own.look = look_of(at);
    }
}

static void closes(void *ctx, const char *name)
{
    reading *r = ctx;
    if (!strcmp(name, "style:style")) r->style = NULL;
    else if (!strcmp(name, "style:default-style")) r->in_default = false;
    else if (!strcmp(name, "text:list-style") || !strcmp(name, "text:outline-style")) r->list = NULL;
    else if (!strcmp(name, "style:page-layout")) r->layout = NULL;
    else if (!strcmp(name, "style:master-page")) r->in_master = false;
}

void odt_read_styles(const text *xml, const char *part)
{
    reading r = { 0 };
    const sax s = { opens, closes, NULL, &r };
    sax_run(&s, xml, part);
}

/* ---- looking up ------------------------------------------------------------------------------------------------------ */

static style *find(const char *name, bool paragraph)
{
    for (size_t i = n_styles; i-- > 0; )                     /* content.xml is read last and known best */
        if (styles[i].paragraph == paragraph && !strcmp(styles[i].own.name, name)) return &styles[i];
    return NULL;
}

static bool caption_name(const char *name)
{
    static const char *const words[] = { "Caption", "Table", "Illustration", "Figure", "Drawing", "Tabel", "Gambar", "Ilustrasi",
                                         "TableCaption", "FigureCaption", "Keterangan" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) if (!strcmp(name, words[i])) return true;
    return false;
}

static void work_out(style *s)
{
    const style *at = s;
    for (int i = 0; at && i < CHAIN; i++, at = *at->own.parent ? find(at->own.parent, s->paragraph) : NULL) {
        if (!*s->own.list) PUT(s->own.list, at->own.list);
        if (!s->own.outline) s->own.outline = at->own.outline;
        s->own.look = flow_look_over(s->own.look, at->own.look);
        s->own.hidden |= at->own.hidden;
        s->own.page_before |= at->own.page_before;
        s->own.caption |= caption_name(at->own.name);
    }
    s->worked_out = true;
}

const odt_style *odt_style_of(const char *name, bool paragraph)
{
    style *s = find(name, paragraph);
    if (!s) return NULL;
    if (!s->worked_out) work_out(s);
    return &s->own;
}

const odt_list *odt_list_of(const char *name)
{
    for (size_t i = n_lists; i-- > 0; ) if (!strcmp(lists[i].name, name)) return &lists[i];
    return NULL;
}

char odt_page_format(const char *name)
{
    for (size_t i = 0; i < n_masters; i++) {
        if (strcmp(masters[i].name, name)) continue;
        for (size_t k = n_layouts; k-- > 0; )
            if (!strcmp(layouts[k].name, masters[i].layout)) return layouts[k].format ? layouts[k].format : '1';
    }
    return '1';
}

int odt_default_size(void) { return default_size; }
bool odt_prints_numbers(void) { return prints_numbers; }
