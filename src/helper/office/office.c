/* siasat-document: reads DOCX and ODT, and unpacks folders of documents. Started by siasat, never by hand: the file on standard input. */
#include "../confine.h"
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
    confine(CONFINE_MEMORY_MIB, CONFINE_CPU_SECONDS);
    const bool members = argc == 2 && !strcmp(argv[1], "members");
    if (members || (argc == 2 && !strcmp(argv[1], "office"))) {
        if (members) send_members(); else read_office();
        return fflush(stdout) || ferror(stdout);
    }
    fputs("siasat-document: started by siasat, which sends it a file to read\n", stderr);
    return 2;
}
