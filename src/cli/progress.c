/* A line of progress: documents, megabytes, time left. */
#define _POSIX_C_SOURCE 200809L
#include "progress.h"
#include <stdio.h>
#include <unistd.h>

static double since(struct timespec from, struct timespec to)
{
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

void progress_start(progress *p, size_t total, bool quiet, sia_lang lang)
{
    *p = (progress){ .on = !quiet && total > 1 && isatty(STDERR_FILENO), .total = total, .lang = lang };
    clock_gettime(CLOCK_MONOTONIC, &p->began);
    p->last = p->began;
}

void progress_step(progress *p, uint64_t bytes)
{
    p->done++;
    p->bytes += bytes;
    if (!p->on) return;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double spent = since(p->began, now);
    if (spent < 1 || since(p->last, now) < 0.2) return;
    p->last = now;
    p->shown = true;
    double left = spent / (double)p->done * (double)(p->total - p->done);
    fprintf(stderr, "\r%zu/%zu %s, %.1f MB, %.0f s %s\033[K", p->done, p->total, sia_word(SIA_MSG_SAY_DOCUMENTS, p->lang),
            (double)p->bytes / 1e6, left, sia_word(SIA_MSG_SAY_LEFT, p->lang));
}

void progress_clear(progress *p)
{
    if (p->shown) fputs("\r\033[K", stderr);
    p->shown = false;
}
