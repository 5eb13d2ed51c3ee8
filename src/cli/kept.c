/* Streams in a file without a name, found by their entries. */
#define _POSIX_C_SOURCE 200809L
#include "kept.h"
#include "unnamed.h"
#include <pthread.h>
#include <unistd.h>

typedef struct { uint64_t at; size_t n; } stretch;

struct kept {
    pthread_mutex_t lock;
    int        fd;
    uint64_t   end;
    sia_arena *a;                       /* its own: workers share it under the lock */
    sia_lex   *entries;                 /* id k names of[k - 1] */
    SIA_VEC(stretch) of;
};

kept *kept_open(sia_arena *a)
{
    sia_str where;
    kept *k = sia_new(a, kept, 1);
    if (!k || unnamed_open(&k->fd, &where, a, NULL)) return NULL;
    pthread_mutex_init(&k->lock, NULL);
    k->a = sia_arena_new(NULL, 0);
    k->entries = k->a ? sia_lex_new(k->a) : NULL;
    if (k->entries) return k;
    kept_close(k);
    return NULL;
}

bool kept_find(kept *k, sia_str *stream, sia_str entry, sia_arena *a)
{
    stretch x = { 0, 0 };
    pthread_mutex_lock(&k->lock);
    const sia_id id = sia_lex_find(k->entries, entry);
    if (id) x = k->of.v[id - 1];
    pthread_mutex_unlock(&k->lock);
    char *bytes = x.n ? sia_alloc_raw(a, 1, x.n + 1) : NULL;
    if (!bytes || !unnamed_read(k->fd, bytes, x.n, x.at)) return false;
    bytes[x.n] = 0;
    *stream = (sia_str){ bytes, x.n };
    return true;
}

void kept_keep(kept *k, sia_str entry, sia_str stream)
{
    pthread_mutex_lock(&k->lock);
    if (!sia_lex_find(k->entries, entry) && unnamed_write(k->fd, stream.p, stream.n, k->end)) {
        const stretch x = { k->end, stream.n };
        const uint32_t n = k->of.n;
        sia_push(k->a, &k->of, x);
        if (k->of.n > n && !sia_lex_id(k->entries, entry)) k->of.n = n;
        k->end += stream.n;
    }
    pthread_mutex_unlock(&k->lock);
}

void kept_close(kept *k)
{
    if (!k) return;
    close(k->fd);
    pthread_mutex_destroy(&k->lock);
    sia_arena_free(k->a);
}
