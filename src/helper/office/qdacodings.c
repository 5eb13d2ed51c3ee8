/* Coded segments of a REFI-QDA project (QDA-XML 1.5): plain-text sources, their selections, and the codes put on them. */
#include "../sax.h"
#include "codings.h"
#include "docx.h"
#include <stdlib.h>
#include <string.h>

enum { MOST = 100000, GUID = 64, DEEPEST = 100 };

/* A user, or a code. `ours`: of a project that siasat wrote, where `top` is the category and `name` the term; "": the category itself. */
typedef struct { char guid[GUID]; text name, top; bool ours; } labelled;

/* A place in a text: the byte, how many code points stand before it, and how many of them are no blanks. */
typedef struct { size_t byte, point, solid; } spot;

typedef struct {
    const archive *a;
    labelled *codes, *users;
    size_t    n_codes, n_users, depth;      /* depth: of codes within codes */
    bool      ours, sorted;                 /* siasat wrote it: names are what they are; the codes are by guid */
    text      top, path;                    /* the outermost code's name; of ours the names below it, parted by / */
    size_t    path_n[DEEPEST];              /* how long it was at each depth */
    char      coder[GUID];                  /* who put the code that is being read */
    text      source, content;              /* the source's name and text */
    bool      saying;                       /* its text stands in the project itself */
    spot      at;                           /* where the last selection began */
    const char *quote;                      /* of the selection that is open, in `content`: gone when that changes */
    size_t    n_quote;
    long long before;                       /* it, and no blank */
} project;

static const char *local(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

static int by_guid(const void *a, const void *b) { return strcmp(((const labelled *)a)->guid, ((const labelled *)b)->guid); }

/* NULL: there is none. All codes stand before the sources. */
static const labelled *code_of(project *p, const char *guid)
{
    labelled key = { 0 };
    if (!p->n_codes) return NULL;
    if (!p->sorted) qsort(p->codes, p->n_codes, sizeof *p->codes, by_guid);
    p->sorted = true;
    snprintf(key.guid, sizeof key.guid, "%s", guid);
    return bsearch(&key, p->codes, p->n_codes, sizeof key, by_guid);
}

static const char *user_of(const project *p, const char *guid)
{
    for (size_t i = 0; i < p->n_users; i++) if (!strcmp(p->users[i].guid, guid)) return p->users[i].name.p;
    return "";
}

static labelled *add(labelled **v, size_t *n, const char *guid)
{
    if (*n >= MOST) refuse("IN_MANY", 0, 0, "> 100000 codes");
    if (!(*n & (*n - 1))) *v = must_alloc(*v, (*n ? 2 * *n : 1) * sizeof **v);
    labelled *to = &(*v)[(*n)++];
    *to = (labelled){ 0 };
    snprintf(to->guid, sizeof to->guid, "%s", guid);
    return to;
}

static void set(text *t, const char *s)
{
    t->n = 0;
    text_add(t, s, strlen(s));
}

/* Of our own projects names are what they are; deeper levels of a term's id are parted by /. */
static void add_code_of_ours(project *p, labelled *to, const char *own)
{
    to->ours = true;
    set(&to->top, p->top.p);
    p->path.n = p->depth > 1 ? p->path_n[p->depth - 1] : 0;
    if (p->path.n) text_add(&p->path, "/", 1);
    text_add(&p->path, own, p->depth ? strlen(own) : 0);
    p->path_n[p->depth] = p->path.n;
    set(&to->name, p->path.p);
}

/* A code within a category is named as a term of it, unless its name is that already: STR, ofensif -> STR-ofensif. */
static void add_code(project *p, const char **at)
{
    const char *own = sax_attribute(at, "name");
    labelled *to = add(&p->codes, &p->n_codes, sax_attribute(at, "guid"));
    if (p->depth + 1 >= DEEPEST) refuse("IN_MANY", 0, 0, "> 100 codes within codes");
    if (!p->depth) set(&p->top, own);
    if (p->ours) add_code_of_ours(p, to, own);
    else {
        set(&to->name, p->depth && !strchr(own, '-') ? p->top.p : "");
        if (to->name.n) text_add(&to->name, "-", 1);
        text_add(&to->name, own, strlen(own));
    }
    p->depth++;
}

static void begin_source(project *p, const char **at)
{
    static const char inside[] = "internal://";
    const char *path = sax_attribute(at, "plainTextPath");
    char member[512];
    set(&p->source, sax_attribute(at, "name"));
    set(&p->content, "");
    p->at = (spot){ 0 };
    p->quote = NULL;
    if (strncmp(path, inside, sizeof inside - 1)) return;
    snprintf(member, sizeof member, "sources/%s", path + sizeof inside - 1);
    if (!archive_read(p->a, member, &p->content)) refuse("IN_ZIP", 0, 0, member);
}

/* Where code point `n` stands, a BOM not counted; the end at the most. Goes on from `from`, where that is before it. */
static spot spot_of(const text *t, spot from, size_t n)
{
    const size_t bom = t->n >= 3 && !memcmp(t->p, "\xEF\xBB\xBF", 3) ? 3 : 0;
    spot s = from.byte >= bom && from.point <= n ? from : (spot){ bom, 0, 0 };
    while (s.byte < t->n && s.point < n) {
        s.solid += (unsigned char)t->p[s.byte] > ' ';
        s.point++;
        while (++s.byte < t->n && ((unsigned char)t->p[s.byte] & 0xC0) == 0x80) continue;
    }
    return s;
}

static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c & 0x80; }

/* The standard does not say whether the end is the last character or the one behind it, and programs differ: where a word would
 * lose its last letter, the end is the last. */
static void begin_selection(project *p, const char **at)
{
    const int from = docx_int(sax_attribute(at, "startPosition"), -1), to = docx_int(sax_attribute(at, "endPosition"), -1);
    const text *t = &p->content;
    if (from < 0 || to < from) refuse("IN_SYNTAX", 0, 0, "PlainTextSelection");
    p->at = spot_of(t, p->at, (size_t)from);
    const size_t a = p->at.byte;
    size_t b = spot_of(t, p->at, (size_t)to).byte;
    if (b > a && b < t->n && letter(t->p[b - 1]) && letter(t->p[b]) && (b + 1 == t->n || !letter(t->p[b + 1]))) b++;
    p->quote = t->n ? t->p + a : NULL;                       /* of a source without words there is none */
    p->n_quote = b - a;
    p->before = (long long)p->at.solid;
}

static void put_coding(const project *p, const labelled *code)
{
    const char *coder = user_of(p, p->coder);
    if (code->ours) codings_put_code(code->top.p, code->name.p, p->source.p, coder, p->quote, p->n_quote, p->before);
    else codings_put(code->name.p, p->source.p, coder, p->quote, p->n_quote, p->before);
}

static void opens(void *ctx, const char *full, const char **at)
{
    project *p = ctx;
    const char *name = local(full);
    if (!strcmp(name, "Code")) add_code(p, at);
    else if (!strcmp(name, "Project")) p->ours = !strncmp(sax_attribute(at, "origin"), "siasat ", 7);
    else if (!strcmp(name, "User")) set(&add(&p->users, &p->n_users, sax_attribute(at, "guid"))->name, sax_attribute(at, "name"));
    else if (!strcmp(name, "TextSource")) begin_source(p, at);
    else if (!strcmp(name, "PlainTextContent")) p->saying = true;
    else if (!strcmp(name, "PlainTextSelection")) begin_selection(p, at);
    else if (!strcmp(name, "Coding")) snprintf(p->coder, sizeof p->coder, "%s", sax_attribute(at, "creatingUser"));
    else if (!strcmp(name, "CodeRef") && p->quote) {
        const labelled *code = code_of(p, sax_attribute(at, "targetGUID"));
        if (code) put_coding(p, code);
    }
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
    if (!p->saying) return;
    text_add(&p->content, s, (size_t)n);
    p->quote = NULL;
}

void codings_qda(const archive *a, const text *xml)
{
    project p = { .a = a };
    const sax s = { opens, closes, says, &p };
    sax_run(&s, xml, "project.qde");
}
