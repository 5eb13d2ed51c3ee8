/* siasat-codebook: reads codebooks in formats that need a library, and writes workbooks. Started by siasat, never by hand:
 * one job as its argument, one file on standard input. */
#include "../confine.h"
#include "../wire.h"
#include "jobs.h"
#include <string.h>

int main(int argc, char **argv)
{
    static const struct { const char *name; int (*run)(void); } jobs[] = {
        { "xml", job_xml }, { "yaml", job_yaml }, { "sheet", job_sheet }, { "workbook", job_workbook },
    };
    const char *job = argc == 2 ? argv[1] : "";
    confine(CONFINE_MEMORY_MIB, CONFINE_CPU_SECONDS);
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++)
        if (!strcmp(job, jobs[i].name)) return jobs[i].run() || fflush(stdout) || ferror(stdout);
    fputs("siasat-codebook: started by siasat, which sends it a file to read\n", stderr);
    return 2;
}
