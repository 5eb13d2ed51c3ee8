/* Sorted runs of records in a file without a name, read side by side. */
#ifndef SIA_PILE_H
#define SIA_PILE_H
#include <siasat/base.h>
#include <pthread.h>

typedef struct { uint64_t at, n; } pile_run;                 /* records, in the file */
typedef struct {
    sia_arena *a;
    pthread_mutex_t lock;
    int      fd;                        /* -1: none yet */
    uint64_t end;                       /* records */
    SIA_VEC(pile_run) run;
    sia_str  where;                     /* the file, for errors */
} pile;

void       pile_open(pile *p, sia_arena *a);
void       pile_close(pile *p);

/* Writes n records, in order, as a run. Any thread. */
sia_status pile_add(pile *p, const sia_keyed *v, size_t n, sia_err *err) SIA_CHECKED;

/* ---- side by side ---------------------------------------------------------------------------- */

typedef struct { const sia_keyed *v; sia_keyed *buffer; size_t i, n; uint64_t at, left; } source;       /* what is in memory; what follows it in the file */
typedef struct {
    sia_arena *a;                       /* emptied by sources_of */
    const pile *from;                   /* NULL: all in memory */
    size_t    room;                     /* records a buffer */
    bool      sums;                     /* records with the same key are one: what goes with them is added up */
    source   *v;
    uint32_t *heap, n;                  /* sources that have something, the one with the smallest record first */
    sia_err   err;
} sources;

/* Makes room for n sources. Then each is set, memory or a run of `from`; then they are begun. */
sia_status sources_of(sources *s, const pile *from, size_t n, size_t room, sia_err *err) SIA_CHECKED;
sia_status sources_begin(sources *s, size_t n, sia_err *err) SIA_CHECKED;
bool       sources_next(sources *s, sia_keyed *to);          /* by key, then by what goes with it; false: none left, or s->err */

/* Brings the runs down to `most`, by as many at a time, with s to read them; the file that they lay in is gone then. */
sia_status pile_narrow(pile *p, sources *s, size_t most, size_t room, sia_err *err) SIA_CHECKED;
#endif
