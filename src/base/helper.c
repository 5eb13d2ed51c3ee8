/* Helper programs: one is started without our environment, fed through a pipe, read through another, and waited for. */
#define _GNU_SOURCE
#include "helper.h"
#include "keeping.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { IN = HELPER_IN, OUT = HELPER_OUT, SAID = HELPER_SAID, PIPES = HELPER_PIPES, SAID_MOST = HELPER_SAID_MOST };
enum { SECONDS = 60, SENT_MOST = 256 << 20, FIRST_ROOM = 1 << 16, PIECE = 1 << 16 };
typedef sia_helping helper;

/* ---- starting ------------------------------------------------------------------------------------------------------ */

/* Descriptors 0 to 2 are taken in every program of ours, so a pipe's ends are above them and dup2 in the child is safe. */
static bool make_pipe(int end[2])
{
#ifdef __linux__
    return !pipe2(end, O_CLOEXEC);                           /* at once: another thread may be starting a program */
#else
    if (pipe(end)) return false;
    for (int i = 0; i < 2; i++) (void)fcntl(end[i], F_SETFD, FD_CLOEXEC);
    return true;
#endif
}

static bool make_pipes(helper *r)
{
    for (int i = 0; i < PIPES; i++) {
        int end[2];
        if (!make_pipe(end)) return false;
        r->fd[i] = end[i == IN];
        r->far[i] = end[i != IN];
        (void)fcntl(r->fd[i], F_SETFL, O_NONBLOCK);
    }
    return true;
}

static void shut(int *fd)
{
    if (*fd >= 0) close(*fd);
    *fd = -1;
}

static int spawn(helper *r)
{
    char *const argv[] = { (char *)(uintptr_t)r->h->path, (char *)(uintptr_t)r->h->job, (char *)(uintptr_t)r->h->scratch, NULL };
    char *const env[] = { (char *)(uintptr_t)"LC_ALL=C", (char *)(uintptr_t)"OMP_NUM_THREADS=1", NULL };     /* it may start no threads */
    return helper_launch(&r->pid, argv, env, r->far);
}

/* One that died while it waited is no better than none. */
static bool ask_kept(helper *r)
{
    sia_helpers *of = r->more ? NULL : r->h->kept;           /* what is fed cannot be told again */
    r->kept = of ? kept_take(of, r->h->path) : NULL;
    if (!r->kept || kept_ask(r->kept, r->h->job, r->far)) return r->kept != NULL;
    kept_drop(r->kept);
    r->kept = NULL;
    kept_forget(of);
    return false;
}

sia_status helper_unstarted(helper *r, int why)
{
    if (why == ENOMEM) return sia_fail(r->err, SIA_MSG_NOMEM, 0, r->name, "");
    if (why == ENOENT || why == EACCES) return sia_fail(r->err, SIA_MSG_HELPER_MISSING, 0, r->name, "%s (%s)", r->h->path, r->h->needs);
    return sia_fail(r->err, SIA_MSG_HELPER_START, why, r->name, "%s", r->h->path);
}

sia_status sia_helping_start(helper *r)
{
    for (int i = 0; i < PIPES; i++) r->fd[i] = r->far[i] = -1;
    if (!make_pipes(r)) return helper_unstarted(r, errno);
    const int bad = ask_kept(r) ? 0 : spawn(r);
    for (int i = 0; i < PIPES; i++) shut(&r->far[i]);
    return bad ? helper_unstarted(r, bad) : SIA_OK;
}

/* ---- talking ------------------------------------------------------------------------------------------------------- */

/* Milliseconds left, 0 when time is up. */
static int left(const helper *r)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long long ms = (long long)(r->end.tv_sec - now.tv_sec) * 1000 + (r->end.tv_nsec - now.tv_nsec) / 1000000;
    return ms < 0 ? 0 : ms > INT32_MAX ? INT32_MAX : (int)ms;
}

/* A program that has seen enough closes its end: then what is left is not sent, and its own words say why. */
static sia_status send_some(helper *r)
{
    ssize_t k = r->in.n ? write(r->fd[IN], r->in.p, r->in.n) : 0;
    if (k < 0 && (errno == EAGAIN || errno == EINTR)) return SIA_OK;
    if (k < 0 && errno != EPIPE) return sia_fail(r->err, SIA_MSG_WRITE, errno, r->name, "");
    if (k > 0) { r->in.p += k; r->in.n -= (size_t)k; }
    if ((!r->in.n && !r->more) || k < 0) shut(&r->fd[IN]);
    return SIA_OK;
}

static sia_status take_some(helper *r)
{
    char piece[PIECE];
    ssize_t k = read(r->fd[OUT], piece, sizeof piece);
    if (k < 0 && (errno == EAGAIN || errno == EINTR)) return SIA_OK;
    if (k < 0) return sia_fail(r->err, SIA_MSG_READ, errno, r->name, "");
    if (k == 0) { shut(&r->fd[OUT]); return SIA_OK; }
    return r->take(r, piece, (size_t)k);
}

/* What does not fit is read and forgotten. */
static void hear_some(helper *r)
{
    char over[256];
    const bool room = r->n_said < SAID_MOST - 1;
    ssize_t k = read(r->fd[SAID], room ? r->said + r->n_said : over, room ? SAID_MOST - 1 - r->n_said : sizeof over);
    if (k < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (k <= 0) shut(&r->fd[SAID]);
    else if (room) r->n_said += (size_t)k;
}

static sia_status converse(helper *r)
{
    while (r->fd[OUT] >= 0 || r->fd[SAID] >= 0) {
        if (r->more && (!r->in.n || r->fd[IN] < 0)) return SIA_OK;
        struct pollfd p[PIPES] = { { r->fd[IN], POLLOUT, 0 }, { r->fd[OUT], POLLIN, 0 }, { r->fd[SAID], POLLIN, 0 } };
        const int ms = left(r);
        int k = poll(p, PIPES, ms);
        if (k < 0 && errno != EINTR) return sia_fail(r->err, SIA_MSG_READ, errno, r->name, "");
        if (!ms) return sia_fail(r->err, SIA_MSG_HELPER_SLOW, 0, r->name, "");
        if (k <= 0) continue;
        if (p[IN].revents) SIA_TRY(send_some(r));
        if (p[OUT].revents) SIA_TRY(take_some(r));
        if (p[SAID].revents) hear_some(r);
    }
    return SIA_OK;
}

/* A program that dies with our words unread must not take us along: SIGPIPE waits, and is taken away if it was ours. */
static void hold_pipe_signal(helper *r)
{
    sigset_t pipe_only, now;
    sigemptyset(&pipe_only);
    sigaddset(&pipe_only, SIGPIPE);
    r->pipe_pending = !sigpending(&now) && sigismember(&now, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe_only, &r->mask);
}

static void release_pipe_signal(helper *r)
{
    sigset_t pipe_only, now;
    int got;
    sigemptyset(&pipe_only);
    sigaddset(&pipe_only, SIGPIPE);
    if (!r->pipe_pending && !sigpending(&now) && sigismember(&now, SIGPIPE) == 1) (void)sigwait(&pipe_only, &got);
    pthread_sigmask(SIG_SETMASK, &r->mask, NULL);
}

sia_status sia_helping_talk(helper *r)
{
    clock_gettime(CLOCK_MONOTONIC, &r->end);
    r->end.tv_sec += r->h->seconds ? r->h->seconds : SECONDS;
    hold_pipe_signal(r);
    const sia_status st = converse(r);
    release_pipe_signal(r);
    return st;
}

/* ---- the end ------------------------------------------------------------------------------------------------------- */

/* The program's end, or its death once time is up. */
static int wait_for(helper *r)
{
    int status = 0;
    for (;;) {
        pid_t k = waitpid(r->pid, &status, WNOHANG);
        if (k == r->pid) return status;
        if (k < 0 && errno != EINTR) return 0;
        if (!left(r)) kill(r->pid, SIGKILL);
        nanosleep(&(struct timespec){ 0, 200000 }, NULL);
    }
}

/* One whose reader met its end by a signal is not used again: what a file made of it must not be tried out by the next. */
static sia_status end_kept(helper *r, sia_status st, unsigned *lacks)
{
    int status = 0;
    const kept_end how = st ? KEPT_LATE : kept_wait(r->kept, left(r), &status);
    r->unmade = how == KEPT_UNMADE;
    if (how == KEPT_ENDED && !WIFSIGNALED(status)) kept_give(r->h->kept, r->kept);
    else kept_drop(r->kept);
    if (r->unmade) kept_forget(r->h->kept);
    if (st || r->unmade) return st;
    return how == KEPT_LATE ? sia_fail(r->err, SIA_MSG_HELPER_SLOW, 0, r->name, "") : helper_judge(r, status, lacks);
}

sia_status sia_helping_end(helper *r, sia_status st, unsigned *lacks)
{
    for (int i = 0; i < PIPES; i++) { shut(&r->fd[i]); shut(&r->far[i]); }
    if (r->kept) return end_kept(r, st, lacks);
    if (r->pid <= 0) return st;
    if (st) kill(r->pid, SIGKILL);
    const int status = wait_for(r);
    return st ? st : helper_judge(r, status, lacks);
}

/* ---- in one go ----------------------------------------------------------------------------------------------------- */

/* What the program writes, in one piece. */
typedef struct { helper r; sia_arena *a; char *out; size_t n, cap, most; } one_go;

static sia_status make_room(one_go *g, size_t n)
{
    size_t cap = g->cap ? g->cap : FIRST_ROOM;
    while (cap - g->n <= n) cap *= 2;
    char *to = cap == g->cap ? g->out : sia_alloc_raw(g->a, 1, cap);
    if (!to) return sia_fail(g->r.err, SIA_MSG_NOMEM, 0, g->r.name, "");
    if (g->n && to != g->out) memcpy(to, g->out, g->n);
    g->out = to;
    g->cap = cap;
    return SIA_OK;
}

static sia_status append(helper *r, const char *p, size_t n)
{
    one_go *g = (one_go *)(void *)r;
    if (g->n + n > g->most) return sia_fail(r->err, SIA_MSG_HELPER_MUCH, 0, r->name, "");
    SIA_TRY(make_room(g, n));
    memcpy(g->out + g->n, p, n);
    g->n += n;
    return SIA_OK;
}

static sia_status go(one_go *g, unsigned *lacks)
{
    sia_status st = sia_helping_start(&g->r);
    if (!st) st = sia_helping_talk(&g->r);
    return sia_helping_end(&g->r, st, lacks);
}

/* What no kept program could be had for is done by one of its own. */
sia_status sia_helper_run(sia_str *out, unsigned *lacks, const sia_helper *h, sia_str name, sia_str in, sia_arena *a, sia_err *err)
{
    sia_helper alone = *h;
    alone.kept = NULL;
    const one_go fresh = { .r = { .h = h, .name = name, .in = in, .take = append, .err = err }, .a = a, .most = h->most ? h->most : SENT_MOST };
    one_go g = fresh;
    sia_status st = go(&g, lacks);
    if (!st && g.r.unmade) {
        g = fresh;
        g.r.h = &alone;
        st = go(&g, lacks);
    }
    if (!st) st = make_room(&g, 0);
    if (!st) g.out[g.n] = 0;
    if (!st) *out = (sia_str){ g.out, g.n };
    return st;
}
