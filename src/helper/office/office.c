/* siasat-document: reads DOCX and ODT, what people marked in them, and folders of documents. Started by siasat, never by hand: the file on standard input. */
#include "../confine.h"
#include "../serve.h"
#include "office.h"
#include <string.h>

/* By what it holds: the type of an ODT is a member of its own. */
static void read_office(void)
{
    size_t n;
    char *bytes = read_input(&n, ZIP_FILE_MOST);
    const archive a = { zip_of(bytes, n, ZIP_MEMBERS), n };
    text type = { 0 };
    if (archive_read(&a, "mimetype", &type) && strstr(type.p, "opendocument.text")) odt_document(&a);
    else if (zip_name_locate(a.z, "[Content_Types].xml", 0) >= 0) docx_document(&a);
    else refuse("IN_OFFICE", 0, 0, "");
}

int main(int argc, char **argv)
{
    static const struct { const char *name; void (*run)(void); } jobs[] = {
        { "office", read_office }, { "members", send_members }, { "codings", send_codings },
    };
    const char *job = serve_job(argc, argv);
    confine_as_told(job);
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
        if (!confine_job_is(job, jobs[i].name)) continue;
        jobs[i].run();
        return fflush(stdout) || ferror(stdout);
    }
    fputs("siasat-document: started by siasat, which sends it a file to read\n", stderr);
    return 2;
}
