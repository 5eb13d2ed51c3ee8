/* Helper programs: one is started without our environment, fed through a pipe, read through another, and waited for. */
#define _GNU_SOURCE
#include "helper.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
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

/* Standard signals, none blocked: what we ignore or wait for is no business of the program's. */
static int set_signals(posix_spawnattr_t *at)
{
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int bad = posix_spawnattr_setsigmask(at, &none);
    if (!bad) bad = posix_spawnattr_setsigdefault(at, &all);
    return bad ? bad : posix_spawnattr_setflags(at, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

static int spawn(helper *r)
{
    char *const argv[] = { (char *)(uintptr_t)r->h->path, (char *)(uintptr_t)r->h->job, (char *)(uintptr_t)r->h->scratch, NULL };
    char *const env[] = { (char *)(uintptr_t)"LC_ALL=C", (char *)(uintptr_t)"OMP_NUM_THREADS=1", NULL };     /* it may start no threads */
    posix_spawn_file_actions_t files;
    posix_spawnattr_t at;
    int bad = posix_spawn_file_actions_init(&files);
    if (bad) return bad;
    bad = posix_spawnattr_init(&at);
    if (!bad) {
        for (int i = 0; i < PIPES && !bad; i++) bad = posix_spawn_file_actions_adddup2(&files, r->far[i], i);
        if (!bad) bad = set_signals(&at);
        if (!bad) bad = posix_spawn(&r->pid, r->h->path, &files, &at, argv, env);
        posix_spawnattr_destroy(&at);
    }
    posix_spawn_file_actions_destroy(&files);
    return bad;
}

static sia_status fail_start(helper *r, int why)
{
    if (why == ENOMEM) return sia_fail(r->err, SIA_MSG_NOMEM, 0, r->name, "");
    if (why == ENOENT || why == EACCES) return sia_fail(r->err, SIA_MSG_HELPER_MISSING, 0, r->name, "%s (%s)", r->h->path, r->h->needs);
    return sia_fail(r->err, SIA_MSG_HELPER_START, why, r->name, "%s", r->h->path);
}

sia_status sia_helping_start(helper *r)
{
    for (int i = 0; i < PIPES; i++) r->fd[i] = r->far[i] = -1;
    if (!make_pipes(r)) return fail_start(r, errno);
    const int bad = spawn(r);
    for (int i = 0; i < PIPES; i++) shut(&r->far[i]);
    return bad ? fail_start(r, bad) : SIA_OK;
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

/* One line "word rest" of what the program said; false after the last. */
static bool next_line(const helper *r, size_t *at, sia_str *word, sia_str *rest)
{
    if (*at >= r->n_said) return false;
    const char *p = r->said + *at, *nl = memchr(p, '\n', r->n_said - *at);
    const size_t n = nl ? (size_t)(nl - p) : r->n_said - *at;
    const char *blank = memchr(p, ' ', n);
    *word = (sia_str){ p, blank ? (size_t)(blank - p) : n };
    *rest = blank ? (sia_str){ blank + 1, n - word->n - 1 } : SIA_STR("");
    *at += n + 1;
    return true;
}

static uint32_t take_number(sia_str *s)
{
    uint64_t n = 0;
    size_t i = 0;
    for (; i < s->n && s->p[i] >= '0' && s->p[i] <= '9'; i++) if (n < UINT32_MAX) n = n * 10 + (uint64_t)(s->p[i] - '0');
    i += i < s->n && s->p[i] == ' ';
    *s = (sia_str){ s->p + i, s->n - i };
    return n < UINT32_MAX ? (uint32_t)n : 0;
}

/* "MESSAGE LINE COLUMN culprit": only messages about what is in a file may be said by a program that has read it, and about
 * what became of a file by one that made it. */
static bool named_error(helper *r, sia_str rest)
{
    static const struct { const char *word; sia_msg msg; } may[] = {
#define SIA_MSG(name, status, en, id) { #name, SIA_MSG_##name },
#include <siasat/words.def>
#undef SIA_MSG
    };
    const char *blank = memchr(rest.p, ' ', rest.n);
    sia_str word = { rest.p, blank ? (size_t)(blank - rest.p) : rest.n };
    if (word.n < 4 || (memcmp(word.p, "IN_", 3) && memcmp(word.p, "OUT_", 4))) return false;
    sia_str tail = { rest.p + word.n + (blank != NULL), rest.n - word.n - (blank != NULL) };
    const uint32_t line = take_number(&tail), col = take_number(&tail);
    for (size_t i = 0; i < SIA_COUNT_OF(may); i++) {
        if (!sia_str_eq(word, sia_str_of(may[i].word))) continue;
        sia_fail_at(r->err, may[i].msg, r->name, line, col, "%.*s", (int)tail.n, tail.p);
        return true;
    }
    return false;
}

static sia_status judge(helper *r, int status, unsigned *lacks)
{
    sia_str word, rest;
    bool named = false;
    for (size_t at = 0; next_line(r, &at, &word, &rest); ) {
        if (sia_str_eq(word, SIA_STR("lacks"))) *lacks |= sia_str_eq(rest, SIA_STR("landlock")) ? SIA_LACKS_LANDLOCK : SIA_LACKS_SECCOMP;
        else if (sia_str_eq(word, SIA_STR("cut"))) r->cut = take_number(&rest);
        else if (sia_str_eq(word, SIA_STR("error")) && !named) named = named_error(r, rest);
    }
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
        return sia_fail(r->err, SIA_MSG_HELPER_SLOW, 0, r->name, "");
    if (WIFSIGNALED(status)) return sia_fail(r->err, SIA_MSG_HELPER_CRASHED, 0, r->name, "%s", strsignal(WTERMSIG(status)));
    if (WEXITSTATUS(status) == 127) return fail_start(r, ENOENT);      /* a library of its own is missing */
    if (WEXITSTATUS(status) == 0) return SIA_OK;
    if (named) return r->err ? r->err->status : SIA_ETEXT;
    return sia_fail(r->err, SIA_MSG_HELPER_CRASHED, 0, r->name, "%d", WEXITSTATUS(status));
}

sia_status sia_helping_end(helper *r, sia_status st, unsigned *lacks)
{
    for (int i = 0; i < PIPES; i++) { shut(&r->fd[i]); shut(&r->far[i]); }
    if (r->pid <= 0) return st;
    if (st) kill(r->pid, SIGKILL);
    const int status = wait_for(r);
    return st ? st : judge(r, status, lacks);
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

sia_status sia_helper_run(sia_str *out, unsigned *lacks, const sia_helper *h, sia_str name, sia_str in, sia_arena *a, sia_err *err)
{
    one_go g = { .r = { .h = h, .name = name, .in = in, .take = append, .err = err }, .a = a, .most = h->most ? h->most : SENT_MOST };
    sia_status st = sia_helping_start(&g.r);
    if (!st) st = sia_helping_talk(&g.r);
    st = sia_helping_end(&g.r, st, lacks);
    if (!st) st = make_room(&g, 0);
    if (!st) g.out[g.n] = 0;
    if (!st) *out = (sia_str){ g.out, g.n };
    return st;
}
