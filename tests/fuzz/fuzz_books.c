/* Any bytes as a codebook in XML or YAML, or as the table of a workbook in the making; any members as a workbook: through siasat-codebook. */
#include "inside.h"
#include "members.h"
#include "../../src/helper/codebook/jobs.c"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    static const char *const jobs[] = { "xml", "yaml", "sheet", "workbook" };
    if (!n) return 0;
    const char *job = jobs[*p % (sizeof jobs / sizeof *jobs)];
    size_t size = n - 1;
    char *zip = strcmp(job, "sheet") ? NULL : zip_to_read((const char *)p + 1, n - 1, &size);
    fuzz_helper(job, zip ? zip : (const char *)p + 1, size, false);
    free(zip);
    return 0;
}
