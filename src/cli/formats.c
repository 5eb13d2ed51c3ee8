/* Tables come in formats that every command has; beside them there are formats of one command alone. */
#include "formats.h"
#include <strings.h>

static const struct { const char *name, *of; } formats[] = {
    [SIA_CSV] = { "csv", NULL }, [SIA_TSV] = { "tsv", NULL }, [SIA_JSONL] = { "jsonl", NULL }, [SIA_MD] = { "md", NULL },
    [SIA_TABLE] = { "table", NULL }, [SIA_XLSX] = { "xlsx", NULL }, [SIA_DOCX] = { "docx", NULL }, [SIA_SQLITE] = { "sqlite", NULL },
    { "conllu", "siasat tokens" },
};
static const char *const later[] = { "html", "graphml", "gexf", "dot", "net", "vrt" };

const char *format_name(sia_format f) { return formats[f].name; }

sia_status format_asked(const session *s, int *format, sia_err *err)
{
    const char *dot = s->set.output ? strrchr(s->set.output, '.') : NULL;
    *format = s->set.format;
    for (size_t i = 0; dot && *format < 0 && i < SIA_COUNT_OF(formats); i++)
        if (!strcasecmp(dot + 1, formats[i].name)) *format = (int)i;
    for (size_t i = 0; dot && *format < 0 && i < SIA_COUNT_OF(later); i++)
        if (!strcasecmp(dot + 1, later[i])) return sia_fail(err, SIA_MSG_FORMAT_LATER, 0, sia_str_of(s->set.output), "%s", later[i]);
    return SIA_OK;
}

bool format_is(const session *s, const char *name)
{
    int format;
    return !format_asked(s, &format, NULL) && format >= 0 && !strcmp(formats[format].name, name);
}

sia_status format_of_table(const session *s, bool terminal, sia_format *f, sia_err *err)
{
    int format;
    SIA_TRY(format_asked(s, &format, err));
    if (format < 0) format = terminal ? SIA_TABLE : SIA_CSV;
    const sia_str name = sia_str_of(formats[format].name);
    if (formats[format].of) return sia_fail(err, SIA_MSG_FORMAT_OF, 0, name, "%s", formats[format].of);
    if (format >= SIA_XLSX && terminal) return sia_fail(err, SIA_MSG_FORMAT_BINARY, 0, SIA_STR("--format"), "%s", name.p);
    *f = (sia_format)format;
    return SIA_OK;
}
