/* Any members as a DOCX, ODT, folder, or file with codings (docs, members, codings by the first byte), through siasat-document. */
#include "inside.h"
#include "members.h"
#include "../../src/helper/office/office.c"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    static const char *const jobs[] = { "office", "office", "office", "members", "codings" };
    if (!n) return 0;
    const char *job = jobs[*p % (sizeof jobs / sizeof *jobs)];
    size_t size;
    char *zip = zip_to_read((const char *)p + 1, n - 1, &size);
    fuzz_helper(job, zip, size, !strcmp(job, "office"));
    free(zip);
    return 0;
}
