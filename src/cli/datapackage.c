/* The package's description, written as it goes. https://specs.frictionlessdata.io/data-package/ */
#include "datapackage.h"
#include <stdio.h>

static void add(datapackage *p, const char *s) { for (; *s; s++) sia_push(p->a, &p->json, *s); }

/* A JSON string: what must be escaped is, the rest stands as it is. */
static void add_string(datapackage *p, const char *s)
{
    char escaped[8];
    add(p, "\"");
    for (; *s; s++) {
        const unsigned char c = (unsigned char)*s;
        snprintf(escaped, sizeof escaped, c < 0x20 ? "\\u%04x" : c == '"' || c == '\\' ? "\\%c" : "%c", c);
        add(p, escaped);
    }
    add(p, "\"");
}

static void add_member(datapackage *p, const char *before, const char *value)
{
    add(p, before);
    add_string(p, value);
}

void datapackage_begin(datapackage *p, const session *s)
{
    *p = (datapackage){ .a = s->arena };
    add_member(p, "{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"siasat-report\",\n  \"title\": ", sia_word(SIA_MSG_CMD_REPORT, s->lang));
    add_member(p, ",\n  \"created_by\": ", "siasat " SIA_VERSION);
    add(p, ",\n  \"resources\": [");
}

/* A field is called as its column's head is. */
static void add_field(datapackage *p, const sia_col *c, bool comma_decimal, const session *of)
{
    static const char *const type[] = { "string", "integer", "number" };
    add_member(p, "\n          { \"name\": ", of->set.headers < 0 ? c->name : c->title[of->set.headers == SIA_ID]);
    add_member(p, ", \"type\": ", type[c->type]);
    if (c->type == SIA_REAL && comma_decimal) add(p, ", \"decimalChar\": \",\"");
    add_member(p, ", \"title\": ", c->title[of->lang == SIA_ID]);
    add_member(p, ",\n            \"description\": ", c->means[of->lang == SIA_ID]);
    if (*c->unit) add_member(p, ", \"unit\": ", c->unit);
    if (*c->formula) add_member(p, ", \"formula\": ", c->formula);
    if (*c->source) add_member(p, ", \"source\": ", c->source);
    add(p, " }");
}

/* What a CSV file is written like. */
static void add_dialect(datapackage *p, sia_dialect dialect)
{
    add_member(p, ",\n      \"dialect\": { \"delimiter\": ", dialect == SIA_EXCEL_ID ? ";" : ",");
    add_member(p, ", \"lineTerminator\": ", dialect == SIA_RFC4180 ? "\n" : "\r\n");
    add(p, ", \"quoteChar\": \"\\\"\", \"doubleQuote\": true, \"header\": true }");
}

sia_status datapackage_add(datapackage *p, const study_made *made, sia_str bytes, const session *of, sia_err *err)
{
    char digest[65];
    sia_dialect dialect;
    SIA_TRY(session_dialect(of, &dialect, err));
    sia_sha256(digest, &bytes, 1);
    add(p, p->some ? ",\n    {" : "\n    {");
    p->some = true;
    add_member(p, "\n      \"name\": ", made->sheet->id);
    add_member(p, ",\n      \"title\": ", sia_word(made->sheet->title, of->lang));
    add_member(p, ",\n      \"profile\": \"tabular-data-resource\",\n      \"path\": ", sia_printf(p->a, "%s.csv", made->sheet->id).p);
    add_member(p, ",\n      \"format\": \"csv\", \"mediatype\": \"text/csv\", \"encoding\": \"utf-8\",\n      \"hash\": ", sia_printf(p->a, "sha256:%s", digest).p);
    add(p, sia_printf(p->a, ",\n      \"bytes\": %llu", (unsigned long long)bytes.n).p);
    add_dialect(p, dialect);
    add(p, ",\n      \"schema\": {\n        \"missingValues\": [\"\"],\n        \"fields\": [");
    for (uint32_t i = 0; i < made->n; i++) {
        if (i) add(p, ",");
        add_field(p, &made->cols[i], dialect == SIA_EXCEL_ID, of);
    }
    add(p, "\n        ]\n      }\n    }");
    return SIA_OK;
}

sia_str datapackage_end(datapackage *p)
{
    add(p, "\n  ]\n}\n");
    return (sia_str){ p->json.v, p->json.n };
}
