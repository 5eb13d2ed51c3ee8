/* XML to the wire, by expat: elements, attributes and texts; a DOCTYPE is refused, so there are no entities to unfold. */
#include "../wire.h"
#include "jobs.h"
#include <expat.h>
#include <string.h>

enum { XML_MOST = 64 << 20, PIECE = 1 << 16 };

typedef struct { XML_Parser x; text pending; size_t line; } xml;

static size_t line_of(const xml *s) { return XML_GetCurrentLineNumber(s->x); }
static size_t column_of(const xml *s) { return XML_GetCurrentColumnNumber(s->x) + 1; }

static bool blank(const text *t)
{
    for (size_t i = 0; i < t->n; i++) if (!strchr(" \t\r\n", t->p[i])) return false;
    return true;
}

static void flush_text(xml *s)
{
    if (!blank(&s->pending)) wire_text(s->line, s->pending.p, s->pending.n);
    s->pending.n = 0;
}

/* The name without its namespace's prefix. */
static const char *local(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

static void opens(void *ctx, const char *name, const char **at)
{
    xml *s = ctx;
    size_t n = 0;
    flush_text(s);
    name = local(name);
    wire_open(line_of(s), name, strlen(name));
    for (; at[n]; n += 2) {
        if (n / 2 >= WIRE_ATTRIBUTES) refuse("IN_MANY", line_of(s), column_of(s), "> 200 attributes");
        wire_attribute(at[n], at[n + 1]);
    }
}

static void closes(void *ctx, const char *name)
{
    (void)name;
    flush_text(ctx);
    wire_close();
}

static void says(void *ctx, const char *p, int n)
{
    xml *s = ctx;
    if (!s->pending.n) s->line = line_of(s);
    text_add(&s->pending, p, (size_t)n);
}

static void doctype(void *ctx, const char *name, const char *system, const char *public, int internal)
{
    xml *s = ctx;
    (void)name; (void)system; (void)public; (void)internal;
    refuse("IN_DOCTYPE", line_of(s), column_of(s), "");
}

int job_xml(void)
{
    size_t n;
    char *all = read_input(&n, XML_MOST);
    xml s = { .x = XML_ParserCreate(NULL) };
    if (!s.x) refuse("IN_MEMORY", 0, 0, "");
    XML_SetUserData(s.x, &s);
    XML_SetElementHandler(s.x, opens, closes);
    XML_SetCharacterDataHandler(s.x, says);
    XML_SetStartDoctypeDeclHandler(s.x, doctype);
    for (size_t i = 0, k = 0; k == 0 || i < n; i += k) {
        k = n - i < PIECE ? n - i : PIECE;
        if (XML_Parse(s.x, all + i, (int)k, i + k == n) == XML_STATUS_ERROR)
            refuse(XML_GetErrorCode(s.x) == XML_ERROR_NO_MEMORY ? "IN_MEMORY" : "IN_SYNTAX", line_of(&s), column_of(&s),
                   XML_ErrorString(XML_GetErrorCode(s.x)));
        if (!n) break;
    }
    wire_end();
    return 0;
}
