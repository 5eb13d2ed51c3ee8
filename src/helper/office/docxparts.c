/* The parts of a DOCX: which member is the document, and what lies beside it. */
#define _GNU_SOURCE
#include "docx.h"
#include "office.h"
#include <string.h>

typedef struct { char target[256]; } relation;

static void opens(void *ctx, const char *name, const char **at)
{
    relation *r = ctx;
    const char *type = sax_attribute(at, "Type"), *end = "/officeDocument", *target = sax_attribute(at, "Target");
    const size_t n = strlen(type), k = strlen(end);
    if (strcmp(name, "rel:Relationship") || n < k || strcmp(type + n - k, end)) return;
    snprintf(r->target, sizeof r->target, "%s", *target == '/' ? target + 1 : target);
}

static void closes(void *ctx, const char *name) { (void)ctx; (void)name; }

/* "word/document.xml" as a rule. */
static void find_document(const archive *a, relation *r)
{
    const sax s = { opens, closes, NULL, r };
    text xml = { 0 };
    snprintf(r->target, sizeof r->target, "word/document.xml");
    if (archive_read(a, "_rels/.rels", &xml)) sax_run(&s, &xml, "_rels/.rels");
}

/* A header or footer that prints page numbers has a field for it. */
static bool prints_numbers(const archive *a, const char *folder)
{
    text xml = { 0 };
    const size_t k = strlen(folder);
    for (zip_int64_t i = 0; i < zip_get_num_entries(a->z, 0); i++) {
        const char *name = zip_get_name(a->z, (zip_uint64_t)i, 0);
        if (!name || strncmp(name, folder, k) || (strncmp(name + k, "footer", 6) && strncmp(name + k, "header", 6))) continue;
        if (archive_read(a, name, &xml) && memmem(xml.p, xml.n, "PAGE", 4)) return true;
    }
    return false;
}

void docx_document(const archive *a)
{
    relation r;
    char folder[256], name[320];
    text xml = { 0 }, body = { 0 };
    find_document(a, &r);
    if (!archive_read(a, r.target, &body)) refuse("IN_OFFICE", 0, 0, r.target);
    snprintf(folder, sizeof folder, "%s", r.target);
    char *slash = strrchr(folder, '/');
    if (slash) slash[1] = 0; else folder[0] = 0;
#define BESIDE(part) (snprintf(name, sizeof name, "%s%s", folder, part), archive_read(a, name, &xml))
    if (BESIDE("styles.xml")) docx_read_styles(&xml);
    if (BESIDE("numbering.xml")) docx_read_numbering(&xml);
    if (BESIDE("footnotes.xml")) docx_read_notes(&xml, false);
    if (BESIDE("endnotes.xml")) docx_read_notes(&xml, true);
#undef BESIDE
    docx_read_body(&body, prints_numbers(a, folder));
}
