/* siasat-document: reads office files, e-books and web pages. Started by siasat, never by hand: one job as its argument, one file
 * on standard input. */
#include "../confine.h"
#include "office.h"
#include <string.h>

bool archive_read(const archive *a, const char *name, text *out)
{
    out->n = 0;
    return zip_member(a->z, a->n, name, out);
}

static bool has_member(const archive *a, const char *name) { return zip_name_locate(a->z, name, 0) >= 0; }

/* By what it holds; the mimetype of ODT and EPUB is a member of its own. */
int job_office(void)
{
    size_t n;
    char *bytes = read_input(&n, DOCUMENT_MOST);
    archive a = { zip_of(bytes, n), n };
    text type = { 0 };
    const bool told = archive_read(&a, "mimetype", &type);
    if (has_member(&a, "META-INF/container.xml") && told && strstr(type.p, "epub")) epub_document(&a);
    else if (told && strstr(type.p, "opendocument.text")) odt_document(&a);
    else if (has_member(&a, "[Content_Types].xml")) docx_document(&a);
    else refuse("IN_OFFICE", 0, 0, "");
    return 0;
}

int main(int argc, char **argv)
{
    static const struct { const char *name; int (*run)(void); } jobs[] = {
        { "office", job_office }, { "html", job_html },
    };
    const char *job = argc == 2 ? argv[1] : "";
    confine(CONFINE_MEMORY_MIB, CONFINE_CPU_SECONDS);
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++)
        if (!strcmp(job, jobs[i].name)) return jobs[i].run() || fflush(stdout) || ferror(stdout);
    fputs("siasat-document: started by siasat, which sends it a file to read\n", stderr);
    return 2;
}
