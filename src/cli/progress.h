/* A line of progress on standard error, when it is a terminal and the work lasts over a second. */
#ifndef SIA_PROGRESS_H
#define SIA_PROGRESS_H
#include <siasat/base.h>
#include <time.h>

typedef struct { bool on, shown; sia_lang lang; size_t total, done; uint64_t bytes, pages; struct timespec began, last; } progress;

void progress_start(progress *p, size_t total, bool quiet, sia_lang lang);
void progress_step(progress *p, uint64_t bytes, uint32_t n_pages);      /* one document more */
void progress_clear(progress *p);                       /* takes the line away: something else is to be said */
#endif
