/* A line of progress: documents, pages, megabytes, time left. */
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

/* Where no document has told of pages there are none to count. */
static const char *pages(const progress *p, char *to, size_t n)
{
    *to = 0;
    if (p->pages) snprintf(to, n, ", %llu %s", (unsigned long long)p->pages, sia_word(SIA_MSG_SAY_PAGES, p->lang));
    return to;
}

/* "1:05:09", "2:40", "12 s". */
static const char *clock_of(double seconds, char *to, size_t n)
{
    const unsigned long s = seconds < 1e7 ? (unsigned long)seconds : 10000000;
    if (s >= 3600) snprintf(to, n, "%lu:%02lu:%02lu", s / 3600, s / 60 % 60, s % 60);
    else if (s >= 60) snprintf(to, n, "%lu:%02lu", s / 60, s % 60);
    else snprintf(to, n, "%lu s", s);
    return to;
}

void progress_step(progress *p, uint64_t bytes, uint32_t n_pages)
{
    char in_pages[48], left_for[32];
    p->done++;
    p->pages += n_pages;
    p->bytes += bytes;
    if (!p->on) return;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double spent = since(p->began, now);
    if (spent < 1 || since(p->last, now) < 0.2) return;
    p->last = now;
    p->shown = true;
    double left = spent / (double)p->done * (double)(p->total - p->done);
    fprintf(stderr, "\r%zu/%zu %s%s, %.1f MB, %s %s\033[K", p->done, p->total, sia_word(SIA_MSG_SAY_DOCUMENTS, p->lang),
            pages(p, in_pages, sizeof in_pages), (double)p->bytes / 1e6, clock_of(left, left_for, sizeof left_for), sia_word(SIA_MSG_SAY_LEFT, p->lang));
}

void progress_clear(progress *p)
{
    if (p->shown) fputs("\r\033[K", stderr);
    p->shown = false;
}
