/* Coded segments of a REFI-QDA project (QDA-XML 1.5): plain-text sources, their selections, and the codes put on them. */
#include "../sax.h"
#include "codings.h"
#include "docx.h"
#include <string.h>

enum { MOST = 20000, GUID = 64 };

typedef struct { char guid[GUID]; text name; } labelled;

typedef struct {
    const archive *a;
    labelled *codes, *users;
    size_t    n_codes, n_users, depth;      /* depth: of codes within codes */
    char      top[GUID], coder[GUID];       /* the outermost code's name; who put the code that is being read */
    char      source[256];
    text      content;                      /* of the source */
    bool      saying;                       /* its text stands in the project itself */
    const char *quote;                      /* of the selection that is open */
    size_t    n_quote;
} project;

static const char *local(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

static const char *name_of(const labelled *v, size_t n, const char *guid)
{
    for (size_t i = 0; i < n; i++) if (!strcmp(v[i].guid, guid)) return v[i].name.p;
    return "";
}

static void add(labelled **v, size_t *n, const char *guid, const char *name)
{
    if (*n >= MOST) refuse("IN_MANY", 0, 0, "> 20000 codes");
    *v = must_alloc(*v, (*n + 1) * sizeof **v);
    labelled *to = &(*v)[(*n)++];
    *to = (labelled){ 0 };
    snprintf(to->guid, sizeof to->guid, "%s", guid);
    text_add(&to->name, name, strlen(name));
}

/* A code within a category is named as a term of it, unless its name is that already: STR, ofensif -> STR-ofensif. */
static void add_code(project *p, const char **at)
{
    char name[256];
    const char *own = sax_attribute(at, "name");
    const bool whole = strchr(own, '-') || !p->depth;
    if (!p->depth) snprintf(p->top, sizeof p->top, "%s", own);
    snprintf(name, sizeof name, "%s%s%s", whole ? "" : p->top, whole ? "" : "-", own);
    add(&p->codes, &p->n_codes, sax_attribute(at, "guid"), name);
    p->depth++;
}

static void begin_source(project *p, const char **at)
{
    static const char inside[] = "internal://";
    const char *path = sax_attribute(at, "plainTextPath");
    char member[512];
    snprintf(p->source, sizeof p->source, "%s", sax_attribute(at, "name"));
    p->content.n = 0;
    text_add(&p->content, "", 0);
    if (strncmp(path, inside, sizeof inside - 1)) return;
    snprintf(member, sizeof member, "sources/%s", path + sizeof inside - 1);
    if (!archive_read(p->a, member, &p->content)) refuse("IN_ZIP", 0, 0, member);
}

/* The byte where code point `n` stands, a BOM not counted; the end at the most. */
static size_t point(const text *t, size_t n)
{
    size_t i = t->n >= 3 && !memcmp(t->p, "\xEF\xBB\xBF", 3) ? 3 : 0;
    while (i < t->n && n) n -= ((unsigned char)t->p[++i] & 0xC0) != 0x80;
    return i;
}

static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c & 0x80; }

/* The standard does not say whether the end is the last character or the one behind it, and programs differ: where a word would
 * lose its last letter, the end is the last. */
static void begin_selection(project *p, const char **at)
{
    const int from = docx_int(sax_attribute(at, "startPosition"), -1), to = docx_int(sax_attribute(at, "endPosition"), -1);
    const text *t = &p->content;
    if (from < 0 || to < from) refuse("IN_SYNTAX", 0, 0, "PlainTextSelection");
    size_t a = point(t, (size_t)from), b = point(t, (size_t)to);
    if (b > a && b < t->n && letter(t->p[b - 1]) && letter(t->p[b]) && (b + 1 == t->n || !letter(t->p[b + 1]))) b++;
    p->quote = t->n ? t->p + a : NULL;                       /* of a source without words there is none */
    p->n_quote = b - a;
}

static void opens(void *ctx, const char *full, const char **at)
{
    project *p = ctx;
    const char *name = local(full);
    if (!strcmp(name, "Code")) add_code(p, at);
    else if (!strcmp(name, "User")) add(&p->users, &p->n_users, sax_attribute(at, "guid"), sax_attribute(at, "name"));
    else if (!strcmp(name, "TextSource")) begin_source(p, at);
    else if (!strcmp(name, "PlainTextContent")) p->saying = true;
    else if (!strcmp(name, "PlainTextSelection")) begin_selection(p, at);
    else if (!strcmp(name, "Coding")) snprintf(p->coder, sizeof p->coder, "%s", sax_attribute(at, "creatingUser"));
    else if (!strcmp(name, "CodeRef") && p->quote)
        codings_put(name_of(p->codes, p->n_codes, sax_attribute(at, "targetGUID")), p->source, name_of(p->users, p->n_users, p->coder),
                    p->quote, p->n_quote);
}

static void closes(void *ctx, const char *full)
{
    project *p = ctx;
    const char *name = local(full);
    if (!strcmp(name, "Code")) p->depth--;
    else if (!strcmp(name, "PlainTextContent")) p->saying = false;
    else if (!strcmp(name, "PlainTextSelection")) p->quote = NULL;
}

static void says(void *ctx, const char *s, int n)
{
    project *p = ctx;
    if (p->saying) text_add(&p->content, s, (size_t)n);
}

void codings_qda(const archive *a, const text *xml)
{
    project p = { .a = a };
    const sax s = { opens, closes, says, &p };
    sax_run(&s, xml, "project.qde");
}
