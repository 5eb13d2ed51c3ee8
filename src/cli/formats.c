/* Tables come in formats that every command has; beside them there are formats of one command alone. */
#include "formats.h"
#include <strings.h>
#include <unistd.h>

static const char networks[] = "siasat cooc, siasat network";
static const struct { const char *name, *of, *extension; } formats[] = {
    [SIA_CSV] = { "csv", NULL, NULL }, [SIA_TSV] = { "tsv", NULL, NULL }, [SIA_JSONL] = { "jsonl", NULL, NULL }, [SIA_MD] = { "md", NULL, NULL },
    [SIA_TABLE] = { "table", NULL, NULL }, [SIA_XLSX] = { "xlsx", NULL, NULL }, [SIA_DOCX] = { "docx", NULL, NULL }, [SIA_SQLITE] = { "sqlite", NULL, NULL },
    [SIA_HTML] = { "html", NULL, NULL },
    { "conllu", "siasat tokens", NULL }, { "vrt", "siasat tokens", NULL }, { "qdpx", "siasat tag", NULL },
    { "graphml", networks, NULL }, { "gexf", networks, NULL }, { "dot", networks, NULL }, { "pajek", networks, "net" }, { "vosviewer", networks, "json" },
    { "vosviewer-map", networks, NULL }, { "vosviewer-network", networks, NULL },
};

const char *format_name(sia_format f) { return formats[f].name; }

int format_asked(const session *s)
{
    const char *dot = s->set.output ? strrchr(s->set.output, '.') : NULL;
    int format = s->set.format;
    for (size_t i = 0; dot && format < 0 && i < SIA_COUNT_OF(formats); i++)
        if (!strcasecmp(dot + 1, formats[i].extension ? formats[i].extension : formats[i].name)) format = (int)i;
    return format;
}

bool format_is(const session *s, const char *name)
{
    const int format = format_asked(s);
    return format >= 0 && !strcmp(formats[format].name, name);
}

sia_status format_no_terminal(const session *s, const char *name, sia_err *err)
{
    const bool terminal = !s->set.output && isatty(STDOUT_FILENO);
    return terminal ? sia_fail(err, SIA_MSG_FORMAT_BINARY, 0, SIA_STR("--format"), "%s", name) : SIA_OK;
}

sia_status format_of_table(const session *s, bool terminal, sia_format *f, sia_err *err)
{
    int format = format_asked(s);
    if (format < 0) format = terminal ? SIA_TABLE : SIA_CSV;
    const sia_str name = sia_str_of(formats[format].name);
    if (formats[format].of) return sia_fail(err, SIA_MSG_FORMAT_OF, 0, name, "%s", formats[format].of);
    if (format >= SIA_XLSX) SIA_TRY(format_no_terminal(s, name.p, err));
    *f = (sia_format)format;
    return SIA_OK;
}

/* The first of them is a sia_graph_format of 0. A report takes tables, whatever it is written to. */
int format_of_network(const session *s)
{
    const int format = s->outlet ? -1 : format_asked(s);
    int first = 0;
    while (formats[first].of != networks) first++;
    return format < first ? -1 : format - first;
}
