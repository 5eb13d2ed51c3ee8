/* Ordered parallel map: workers take the next index, the caller delivers in order.
 * A window of 4 * jobs slots bounds how far workers may run ahead of delivery. */
#define _POSIX_C_SOURCE 200809L
#include <siasat/base.h>
#include <pthread.h>
#include <stdlib.h>

typedef struct { void *slot; sia_err err; sia_status st; bool full; } cell;

struct pool {
    const sia_map *map;
    size_t n, next, head, window;       /* next to start, next to deliver */
    unsigned workers;                   /* numbers handed out so far */
    bool stop;
    cell *ring;
    pthread_mutex_t lock;
    pthread_cond_t room, ready;
};

static void *worker(void *arg)
{
    struct pool *p = arg;
    pthread_mutex_lock(&p->lock);
    unsigned me = p->workers++;
    for (;;) {
        while (!p->stop && p->next < p->n && p->next >= p->head + p->window)
            pthread_cond_wait(&p->room, &p->lock);
        if (p->stop || p->next >= p->n) break;
        size_t i = p->next++;
        cell *c = &p->ring[i % p->window];
        pthread_mutex_unlock(&p->lock);
        c->st = p->map->work(p->map->ctx, me, i, &c->slot, &c->err);
        pthread_mutex_lock(&p->lock);
        c->full = true;
        pthread_cond_signal(&p->ready);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

static sia_status run_serial(const sia_map *m, size_t n, sia_err *err)
{
    for (size_t i = 0; i < n; i++) {
        void *slot = NULL;
        SIA_TRY(m->work(m->ctx, 0, i, &slot, err));
        SIA_TRY(m->deliver(m->ctx, i, slot, err));
    }
    return SIA_OK;
}

/* Called with the lock held; takes slots from the ring in order until all are delivered or one failed. */
static sia_status deliver_all(struct pool *p, sia_err *err)
{
    sia_status st = SIA_OK;
    while (!st && p->head < p->n) {
        cell *c = &p->ring[p->head % p->window];
        while (!c->full) pthread_cond_wait(&p->ready, &p->lock);
        pthread_mutex_unlock(&p->lock);
        st = c->st;
        if (st && err) *err = c->err;
        if (!st) st = p->map->deliver(p->map->ctx, p->head, c->slot, err);
        pthread_mutex_lock(&p->lock);
        *c = (cell){ 0 };
        p->head++;
        pthread_cond_broadcast(&p->room);
    }
    return st;
}

static sia_status run_pool(struct pool *p, pthread_t *tid, unsigned jobs, sia_err *err)
{
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->room, NULL);
    pthread_cond_init(&p->ready, NULL);
    unsigned up = 0;
    while (up < jobs && pthread_create(&tid[up], NULL, worker, p) == 0) up++;
    sia_status st = up ? SIA_OK : run_serial(p->map, p->n, err);     /* no thread to be had: still correct */
    pthread_mutex_lock(&p->lock);
    if (up) st = deliver_all(p, err);
    p->stop = true;
    pthread_cond_broadcast(&p->room);
    pthread_mutex_unlock(&p->lock);
    for (unsigned k = 0; k < up; k++) pthread_join(tid[k], NULL);
    for (size_t k = 0; k < p->window; k++)
        if (p->ring[k].full && p->ring[k].slot && p->map->discard) p->map->discard(p->map->ctx, p->ring[k].slot);
    pthread_cond_destroy(&p->ready);
    pthread_cond_destroy(&p->room);
    pthread_mutex_destroy(&p->lock);
    return st;
}

sia_status sia_map_run(const sia_map *m, size_t n, unsigned jobs, sia_err *err)
{
    if (jobs > n) jobs = (unsigned)n;
    if (jobs <= 1) return run_serial(m, n, err);
    struct pool p = { .map = m, .n = n, .window = 4 * (size_t)jobs };
    pthread_t *tid = calloc(jobs, sizeof *tid);
    p.ring = calloc(p.window, sizeof *p.ring);
    sia_status st = tid && p.ring ? run_pool(&p, tid, jobs, err) : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "%s", "");
    free(p.ring);
    free(tid);
    return st;
}
