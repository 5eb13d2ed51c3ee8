/* The lists of a DOCX: what number each paragraph has. */
#include "docx.h"
#include "../flow.h"
#include <stdlib.h>
#include <string.h>

enum { LISTS_MOST = 20000, OVERRIDES = DOCX_LEVELS };

typedef struct {
    char format;                        /* '1' 'a' 'A' 'i' 'I', '*' bullet, 0 none */
    char shape[DOCX_NUMBER];            /* "%1.", "BAB %1"                         */
    char style[64];
    int  start, now;                    /* now: the last number given, once used    */
    bool used;
} level;

typedef struct { int id; level levels[DOCX_LEVELS]; } list;                 /* w:abstractNum */
typedef struct { int id, list, start[OVERRIDES]; bool begun; } use;         /* w:num */

static list *lists;
static use *uses;
static size_t n_lists, n_uses;

typedef struct { list *now; level *at; use *num; int override; } reading;

static level *level_at(list *l, int i) { return i >= 0 && i < DOCX_LEVELS ? &l->levels[i] : NULL; }

static char format_of(const char *name)
{
    static const struct { const char *name; char format; } known[] = {
        { "decimal", '1' }, { "lowerLetter", 'a' }, { "upperLetter", 'A' }, { "lowerRoman", 'i' }, { "upperRoman", 'I' }, { "bullet", '*' },
        { "decimalZero", '1' }, { "ordinal", '1' },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) if (!strcmp(name, known[i].name)) return known[i].format;
    return 0;
}

static void begin_list(reading *r, const char **at)
{
    if (n_lists >= LISTS_MOST) refuse("IN_MANY", 0, 0, "> 20000 lists");
    lists = must_alloc(lists, (n_lists + 1) * sizeof *lists);
    r->now = &lists[n_lists++];
    memset(r->now, 0, sizeof *r->now);
    r->now->id = docx_int(sax_attribute(at, "abstractNumId"), -1);
    for (int i = 0; i < DOCX_LEVELS; i++) r->now->levels[i].start = 1;
}

static void begin_use(reading *r, const char **at)
{
    if (n_uses >= LISTS_MOST) refuse("IN_MANY", 0, 0, "> 20000 lists");
    uses = must_alloc(uses, (n_uses + 1) * sizeof *uses);
    r->num = &uses[n_uses++];
    *r->num = (use){ .id = docx_int(sax_attribute(at, "numId"), -1), .list = -1 };
    for (int i = 0; i < OVERRIDES; i++) r->num->start[i] = -1;
}

static void opens(void *ctx, const char *name, const char **at)
{
    reading *r = ctx;
    const char *value = sax_attribute(at, "val");
    if (!strcmp(name, "w:abstractNum")) begin_list(r, at);
    else if (!strcmp(name, "w:num")) begin_use(r, at);
    else if (!strcmp(name, "w:lvl") && r->now) r->at = level_at(r->now, docx_int(sax_attribute(at, "ilvl"), -1));
    else if (!strcmp(name, "w:lvlOverride")) r->override = docx_int(sax_attribute(at, "ilvl"), -1);
    else if (!strcmp(name, "w:abstractNumId") && r->num) r->num->list = docx_int(value, -1);
    else if (!strcmp(name, "w:startOverride") && r->num && r->override >= 0 && r->override < OVERRIDES) r->num->start[r->override] = docx_int(value, -1);
    else if (!r->at) return;
    else if (!strcmp(name, "w:numFmt")) r->at->format = format_of(value);
    else if (!strcmp(name, "w:lvlText")) snprintf(r->at->shape, sizeof r->at->shape, "%s", value);
    else if (!strcmp(name, "w:start")) r->at->start = docx_int(value, 1);
    else if (!strcmp(name, "w:pStyle")) snprintf(r->at->style, sizeof r->at->style, "%s", value);
}

static void closes(void *ctx, const char *name)
{
    reading *r = ctx;
    if (!strcmp(name, "w:lvl")) r->at = NULL;
    else if (!strcmp(name, "w:abstractNum")) r->now = NULL;
    else if (!strcmp(name, "w:num")) r->num = NULL;
}

void docx_read_numbering(const text *xml)
{
    reading r = { 0 };
    const sax s = { opens, closes, NULL, &r };
    sax_run(&s, xml, "numbering.xml");
}

/* ---- counting -------------------------------------------------------------------------------------------------------- */

static use *find_use(int id)
{
    for (size_t i = 0; i < n_uses; i++) if (uses[i].id == id) return &uses[i];
    return NULL;
}

static list *find_list(int id)
{
    for (size_t i = 0; i < n_lists; i++) if (lists[i].id == id) return &lists[i];
    return NULL;
}

/* Bullets of symbol fonts have private characters; letters ("o") would be read as words. */
static const char *bullet(const char *shape)
{
    static const char *const kept[] = { "-", "\xE2\x80\x93", "\xE2\x80\x94", "*", "\xE2\x96\xAA", "\xE2\x9E\xA2" };
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) if (!strcmp(shape, kept[i])) return kept[i];
    return "\xE2\x80\xA2";
}

static void count(list *l, use *u, int at)
{
    level *v = &l->levels[at];
    for (int i = 0; i < DOCX_LEVELS && !u->begun; i++)
        if (u->start[i] >= 0) l->levels[i].start = u->start[i], l->levels[i].used = false;
    u->begun = true;
    v->now = v->used ? v->now + 1 : v->start;
    v->used = true;
    for (int i = at + 1; i < DOCX_LEVELS; i++) l->levels[i].used = false;
}

static void put_shape(char *to, size_t room, const list *l, int at)
{
    size_t n = 0;
    char numeral[32];
    for (const char *c = l->levels[at].shape; *c && n + 1 < room; c++) {
        if (*c != '%' || c[1] < '1' || c[1] > '9') { to[n++] = *c; continue; }
        const level *v = &l->levels[*++c - '1'];
        const int number = v->used ? v->now : v->start;
        flow_numeral(numeral, number > 0 ? (unsigned)number : 0, v->format);
        for (const char *d = numeral; *d && n + 1 < room; d++) to[n++] = *d;
    }
    while (n && (to[n - 1] == ' ' || to[n - 1] == '\t')) n--;
    to[n] = 0;
}

const char *docx_next_number(int num, int at, const char *style, unsigned *depth)
{
    static char room[DOCX_NUMBER];
    use *u = num > 0 ? find_use(num) : NULL;
    list *l = u ? find_list(u->list) : NULL;
    if (!l) return "";
    for (int i = 0; at < 0 && i < DOCX_LEVELS; i++) if (*style && !strcmp(l->levels[i].style, style)) at = i;
    if (at < 0 || at >= DOCX_LEVELS) at = 0;
    *depth = (unsigned)at + 1;
    count(l, u, at);
    if (l->levels[at].format == '*') return bullet(l->levels[at].shape);
    if (!l->levels[at].format) return "";
    put_shape(room, sizeof room, l, at);
    return room;
}
