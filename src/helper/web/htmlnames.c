/* What elements and attributes of a web page mean. */
#define _GNU_SOURCE
#include "html.h"
#include <string.h>
#include <strings.h>

html_kind html_kind_of(const char *name)
{
    static const struct { html_kind kind; const char *names; } kinds[] = {
        { HTML_BLOCK, " address article aside blockquote body center dd details dir div dl dt fieldset figure footer form header hgroup hr html "
                      "legend main p section summary " },
        { HTML_HEADING, " h1 h2 h3 h4 h5 h6 " }, { HTML_LIST, " ol ul menu " }, { HTML_ITEM, " li " }, { HTML_TABLE, " table " },
        { HTML_ROW, " tr " }, { HTML_CELL, " td th " }, { HTML_CAPTION, " caption figcaption " }, { HTML_BREAK, " br " }, { HTML_PRE, " pre " },
        { HTML_LINK, " a " },
        { HTML_HIDDEN, " audio button canvas datalist del embed head iframe map math nav noembed noframes noscript object rp rt script select "
                       "style svg template textarea title video " },
    };
    char word[32];
    if ((size_t)snprintf(word, sizeof word, " %s ", name) >= sizeof word) return HTML_INLINE;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) if (strstr(kinds[i].names, word)) return kinds[i].kind;
    return HTML_INLINE;
}

const char *html_attribute(const char *const *at, const char *name)
{
    for (; at && *at; at += 2) if (!strcasecmp(at[0], name)) return at[1] ? at[1] : "";
    return "";
}

static bool has_attribute(const char *const *at, const char *name)
{
    for (; at && *at; at += 2) if (!strcasecmp(at[0], name)) return true;
    return false;
}

/* One of the words, parted by blanks, of an attribute. */
static bool says(const char *const *at, const char *name, const char *word)
{
    const char *value = html_attribute(at, name);
    const size_t n = strlen(word);
    for (const char *p = value; (p = strcasestr(p, word)); p += n)
        if ((p == value || p[-1] == ' ') && (!p[n] || p[n] == ' ')) return true;
    return false;
}

/* In "display: none" blanks may stand or not. */
static bool style_says(const char *const *at, const char *property, const char *value)
{
    const char *p = strcasestr(html_attribute(at, "style"), property);
    if (!p) return false;
    for (p += strlen(property); *p == ' ' || *p == ':'; p++) {}
    return !strncasecmp(p, value, strlen(value));
}

/* LibreOffice writes running heads and feet as <div title="footer">. */
static bool is_furniture(const char *const *at)
{
    const char *title = html_attribute(at, "title");
    return !strcmp(title, "header") || !strcmp(title, "footer");
}

bool html_is_hidden(const char *const *at)
{
    return is_furniture(at) || has_attribute(at, "hidden") || style_says(at, "display", "none") || style_says(at, "visibility", "hidden");
}

static bool role(const char *const *at, const char *aria, const char *epub)
{
    return says(at, "role", aria) || says(at, "epub:type", epub);
}

bool html_is_note(const char *const *at)
{
    const char *id = html_attribute(at, "id");
    const bool office = (!strncmp(id, "sdfootnote", 10) || !strncmp(id, "sdendnote", 9)) && id[strlen(id) - 1] <= '9';
    return office || role(at, "doc-footnote", "footnote") || role(at, "doc-endnote", "endnote") || says(at, "epub:type", "rearnote");
}

bool html_is_note_mark(const char *const *at)
{
    return role(at, "doc-noteref", "noteref") || says(at, "class", "footnote-ref") || says(at, "class", "sdfootnoteanc") || says(at, "class", "sdendnoteanc");
}

bool html_is_way_back(const char *const *at)
{
    return says(at, "role", "doc-backlink") || says(at, "class", "footnote-back");
}

bool html_is_page(const char *const *at) { return role(at, "doc-pagebreak", "pagebreak"); }

char html_list_format(const char *name, const char *const *at)
{
    static const struct { const char *word; char format; } styles[] = {
        { "lower-alpha", 'a' }, { "lower-latin", 'a' }, { "upper-alpha", 'A' }, { "upper-latin", 'A' }, { "lower-roman", 'i' }, { "upper-roman", 'I' },
        { "none", 0 },
    };
    const char *type = html_attribute(at, "type");
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) if (style_says(at, "list-style-type", styles[i].word)) return styles[i].format;
    if (*name != 'o') return '*';
    return strlen(type) == 1 && strchr("1aAiI", *type) ? *type : '1';
}
