/* siasat-web: reads web pages and what is made of them, e-books, and Markdown. Started by siasat, never by hand: one job as its argument, one file on
 * standard input. */
#include "../confine.h"
#include "../serve.h"
#include "web.h"
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    static const struct { const char *name; void (*run)(void); } jobs[] = {
        { "html", job_html }, { "epub", job_epub }, { "markdown", job_markdown },
    };
    const char *job = serve_job(argc, argv);
    confine_as_told(job);
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
        if (!confine_job_is(job, jobs[i].name)) continue;
        jobs[i].run();
        return fflush(stdout) || ferror(stdout);
    }
    fputs("siasat-web: started by siasat, which sends it a file to read\n", stderr);
    return 2;
}
