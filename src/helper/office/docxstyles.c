/* The styles of a DOCX: which are headings, by outline level or name, and what they hand down. */
#include "docx.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { CHAIN = 20, STYLES_MOST = 10000 };

typedef struct { docx_style own; char name[64], base[64]; int outline; bool character, worked_out; } style;

static style *styles;
static size_t n_styles;
static int default_size;

typedef struct { style *now; } reading;

int docx_int(const char *s, int otherwise)
{
    char *end;
    const long n = strtol(s, &end, 10);
    return end == s || n < -1000000 || n > 1000000000 ? otherwise : (int)n;
}

bool docx_off(const char *v) { return !strcmp(v, "0") || !strcmp(v, "false") || !strcmp(v, "off"); }

static style *find(const char *id)
{
    for (size_t i = 0; i < n_styles; i++) if (!strcmp(styles[i].own.id, id)) return &styles[i];
    return NULL;
}

/* ---- names ---------------------------------------------------------------------------------------------------------- */

/* "heading 2", "Judul 2": the level at its end. Word keeps English names in the file, other programs their own language's. */
static unsigned numbered_level(const char *name)
{
    static const char *const words[] = { "heading ", "judul ", "tajuk ", "header ", "heading", "judul" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t n = strlen(words[i]);
        if (!strncasecmp(name, words[i], n) && name[n] >= '1' && name[n] <= '9' && !name[n + 1]) return (unsigned)(name[n] - '0');
    }
    return 0;
}

/* Styles that authors make for themselves: "BAB", "Judul Bab", "Sub Bab", "Sub-sub bab", "Anak Subbab". */
static unsigned own_level(const char *name)
{
    char plain[64];
    size_t n = 0;
    for (const char *c = name; *c && n + 1 < sizeof plain; c++)
        if (*c != ' ' && *c != '-' && *c != '_') plain[n++] = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
    plain[n] = 0;
    static const struct { const char *name; unsigned level; } known[] = {
        { "bab", 1 }, { "judulbab", 1 }, { "subbab", 2 }, { "judulsubbab", 2 }, { "subsubbab", 3 }, { "anaksubbab", 3 }, { "judulanaksubbab", 3 },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) if (!strcmp(plain, known[i].name)) return known[i].level;
    return 0;
}

static bool caption_name(const char *name)
{
    static const char *const words[] = { "caption", "keterangan", "table caption", "image caption", "judul tabel", "judul gambar" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) if (!strcasecmp(name, words[i])) return true;
    return false;
}

/* ---- reading -------------------------------------------------------------------------------------------------------- */

static void begin_style(reading *r, const char **at)
{
    if (n_styles >= STYLES_MOST) refuse("IN_MANY", 0, 0, "> 10000 styles");
    styles = must_alloc(styles, (n_styles + 1) * sizeof *styles);
    r->now = &styles[n_styles++];
    *r->now = (style){ .outline = -1, .own = { .list = -1, .level = -1, .look = { 0, -1 } } };
    snprintf(r->now->own.id, sizeof r->now->own.id, "%s", sax_attribute(at, "styleId"));
    r->now->character = !strcmp(sax_attribute(at, "type"), "character");
}

static void opens(void *ctx, const char *name, const char **at)
{
    reading *r = ctx;
    const char *value = sax_attribute(at, "val");
    style *s = r->now;
    if (!strcmp(name, "w:style")) { begin_style(r, at); return; }
    if (!s && !strcmp(name, "w:sz")) default_size = docx_int(value, 0);
    if (!s) return;
    if (!strcmp(name, "w:name")) snprintf(s->name, sizeof s->name, "%s", value);
    else if (!strcmp(name, "w:basedOn")) snprintf(s->base, sizeof s->base, "%s", value);
    else if (!strcmp(name, "w:outlineLvl")) s->outline = docx_int(value, -1);
    else if (!strcmp(name, "w:numId")) s->own.list = docx_int(value, -1);
    else if (!strcmp(name, "w:ilvl")) s->own.level = docx_int(value, -1);
    else if (!strcmp(name, "w:pageBreakBefore")) s->own.page_before = !docx_off(value);
    else if (!strcmp(name, "w:sz")) s->own.look.size = docx_int(value, 0);
    else if (!strcmp(name, "w:b")) s->own.look.bold = !docx_off(value);
    else if (!strcmp(name, "w:vanish")) s->own.hidden = !docx_off(value);
}

static void closes(void *ctx, const char *name)
{
    if (!strcmp(name, "w:style")) ((reading *)ctx)->now = NULL;
}

void docx_read_styles(const text *xml)
{
    reading r = { 0 };
    const sax s = { opens, closes, NULL, &r };
    sax_run(&s, xml, "styles.xml");
}

/* ---- what a style comes to ------------------------------------------------------------------------------------------- */

static void work_out(style *s)
{
    const style *at = s;
    for (int i = 0; at && i < CHAIN; i++, at = *at->base ? find(at->base) : NULL) {
        if (s->outline < 0) s->outline = at->outline;
        if (s->own.list < 0) s->own.list = at->own.list;
        if (s->own.level < 0) s->own.level = at->own.level;
        if (!s->own.heading && s->outline < 0) s->own.heading = numbered_level(at->name) ? numbered_level(at->name) : own_level(at->name);
        s->own.caption |= caption_name(at->name);
        s->own.hidden |= at->own.hidden;
        s->own.page_before |= at->own.page_before;
        s->own.look = flow_look_over(s->own.look, at->own.look);
    }
    if (s->outline >= 0 && s->outline < 9) s->own.heading = (unsigned)s->outline + 1;
    if (s->outline >= 9) s->own.heading = 0;                 /* level 10 is body text */
    s->worked_out = true;
}

const docx_style *docx_style_of(const char *id)
{
    style *s = find(id);
    if (!s || s->character) return NULL;
    if (!s->worked_out) work_out(s);
    return &s->own;
}

static const style *character(const char *id)
{
    style *s = find(id);
    if (!s || !s->character) return NULL;
    if (!s->worked_out) work_out(s);
    return s;
}

bool docx_character_hidden(const char *id)
{
    const style *s = character(id);
    return s && s->own.hidden;
}

flow_look docx_character_look(const char *id)
{
    const style *s = character(id);
    return s ? s->own.look : (flow_look){ 0, -1 };
}

int docx_default_size(void) { return default_size; }
