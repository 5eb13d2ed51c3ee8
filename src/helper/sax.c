/* XML of office files, by expat. */
#include "sax.h"
#include <expat.h>
#include <string.h>

enum { PIECE = 1 << 16 };

typedef struct { const sax *s; XML_Parser x; const char *part; unsigned depth; } walk;

/* A namespace by the end of its name: transitional and strict OOXML differ in the beginning alone. */
static const char *prefix_of(const char *uri, size_t n)
{
    static const struct { const char *end, *prefix; } known[] = {
        { "wordprocessingml/2006/main", "w" }, { "ooxml/wordprocessingml/main", "w" }, { "markup-compatibility/2006", "mc" },
        { "officeDocument/2006/math", "m" }, { "ooxml/officeDocument/math", "m" }, { "xmlns:text:1.0", "text" }, { "xmlns:table:1.0", "table" },
        { "xmlns:office:1.0", "office" }, { "xmlns:drawing:1.0", "draw" }, { "xmlns:style:1.0", "style" },
        { "package/2006/relationships", "rel" }, { "xmlns:container", "container" }, { "2007/opf", "opf" },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const size_t k = strlen(known[i].end);
        if (n >= k && !memcmp(uri + n - k, known[i].end, k)) return known[i].prefix;
    }
    return "?";
}

static const char *short_name(const char *name)
{
    static char room[80];
    const char *end = strrchr(name, '\n');
    if (!end) return name;
    snprintf(room, sizeof room, "%s:%.60s", prefix_of(name, (size_t)(end - name)), end + 1);
    return room;
}

static void fail(const walk *w, const char *message, const char *culprit)
{
    char said[128];
    snprintf(said, sizeof said, "%s: %s", w->part, culprit);
    refuse(message, XML_GetCurrentLineNumber(w->x), XML_GetCurrentColumnNumber(w->x) + 1, *culprit ? said : w->part);
}

static void opens(void *ctx, const char *name, const char **at)
{
    walk *w = ctx;
    size_t n = 0;
    while (at[n]) n += 2;
    if (n / 2 > SAX_ATTRIBUTES) fail(w, "IN_MANY", "> 200 attributes");
    if (++w->depth > SAX_DEPTH) refuse("IN_DEEP", XML_GetCurrentLineNumber(w->x), 0, "256");
    w->s->opens(w->s->ctx, short_name(name), at);
}

static void closes(void *ctx, const char *name)
{
    walk *w = ctx;
    w->depth--;
    w->s->closes(w->s->ctx, short_name(name));
}

static void says(void *ctx, const char *p, int n)
{
    const walk *w = ctx;
    if (w->s->says) w->s->says(w->s->ctx, p, n);
}

static void doctype(void *ctx, const char *name, const char *system, const char *public, int internal)
{
    (void)name; (void)system; (void)public; (void)internal;
    fail(ctx, "IN_DOCTYPE", "");
}

void sax_run(const sax *s, const text *xml, const char *part)
{
    walk w = { .s = s, .x = XML_ParserCreateNS(NULL, '\n'), .part = part };
    if (!w.x) refuse("IN_MEMORY", 0, 0, "");
    XML_SetUserData(w.x, &w);
    XML_SetElementHandler(w.x, opens, closes);
    XML_SetCharacterDataHandler(w.x, says);
    XML_SetStartDoctypeDeclHandler(w.x, doctype);
    for (size_t i = 0, k = 0; k == 0 || i < xml->n; i += k) {
        k = xml->n - i < PIECE ? xml->n - i : PIECE;
        if (XML_Parse(w.x, xml->p + i, (int)k, i + k == xml->n) == XML_STATUS_ERROR)
            fail(&w, XML_GetErrorCode(w.x) == XML_ERROR_NO_MEMORY ? "IN_MEMORY" : "IN_SYNTAX", XML_ErrorString(XML_GetErrorCode(w.x)));
        if (!xml->n) break;
    }
    XML_ParserFree(w.x);
}

const char *sax_attribute(const char **at, const char *local)
{
    for (; *at; at += 2) {
        const char *end = strrchr(at[0], '\n');
        if (!strcmp(end ? end + 1 : at[0], local)) return at[1];
    }
    return "";
}

unsigned sax_find(const char *name, const char *const *names, unsigned n)
{
    unsigned lo = 0, hi = n;
    while (lo < hi) {
        const unsigned mid = lo + (hi - lo) / 2;
        const int k = strcmp(names[mid], name);
        if (!k) return mid;
        if (k < 0) lo = mid + 1; else hi = mid;
    }
    return n;
}
