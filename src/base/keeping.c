/* Helper programs that are kept from document to document (src/helper/serve.h is their side). Each serves one document at a time, so
 * that there are as many as threads that ask at once, and its word of an end can only be about the document it was given. */
#define _GNU_SOURCE
#include "keeping.h"
#include "helper.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct kept_helper { kept_helper *next; pid_t pid; int socket; char path[]; };
struct sia_helpers { pthread_mutex_t lock; kept_helper *idle; bool none; };

sia_helpers *sia_helpers_new(void)
{
    sia_helpers *of = calloc(1, sizeof *of);
    if (of) pthread_mutex_init(&of->lock, NULL);
    return of;
}

static void end_all(kept_helper *k)
{
    for (kept_helper *next; k; k = next) {
        next = k->next;
        kept_drop(k);
    }
}

void sia_helpers_free(sia_helpers *of)
{
    if (!of) return;
    end_all(of->idle);
    pthread_mutex_destroy(&of->lock);
    free(of);
}

void kept_forget(sia_helpers *of)
{
    pthread_mutex_lock(&of->lock);
    kept_helper *k = of->idle;
    of->idle = NULL;
    of->none = true;
    pthread_mutex_unlock(&of->lock);
    end_all(k);
}

/* ---- one of them --------------------------------------------------------------------------------------------------- */

#ifdef __linux__
/* Everything that it will ever call is looked up at its start, and not once for each document. */
static bool start(kept_helper *k)
{
    char *const argv[] = { k->path, (char *)(uintptr_t)"--kept", NULL };
    char *const env[] = { (char *)(uintptr_t)"LC_ALL=C", (char *)(uintptr_t)"OMP_NUM_THREADS=1", (char *)(uintptr_t)"LD_BIND_NOW=1", NULL };
    int end[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, end)) return false;
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    const bool done = nothing >= 0 && !helper_launch(&k->pid, argv, env, (const int[]){ end[1], nothing, nothing });
    if (nothing >= 0) close(nothing);
    close(end[1]);
    k->socket = end[0];
    if (!done) close(end[0]);
    return done;
}

static kept_helper *new_one(const char *path)
{
    const size_t n = strlen(path) + 1;
    kept_helper *k = malloc(sizeof *k + n);
    if (!k) return NULL;
    *k = (kept_helper){ 0 };
    memcpy(k->path, path, n);
    if (start(k)) return k;
    free(k);
    return NULL;
}
bool kept_ask(kept_helper *k, const char *job, const int far[3])
{
    union { struct cmsghdr head; char room[CMSG_SPACE(3 * sizeof(int))]; } rights = { .room = { 0 } };
    struct iovec text = { (char *)(uintptr_t)job, strlen(job) + 1 };
    struct msghdr m = { .msg_iov = &text, .msg_iovlen = 1, .msg_control = &rights, .msg_controllen = sizeof rights };
    rights.head = (struct cmsghdr){ .cmsg_len = CMSG_LEN(3 * sizeof(int)), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS };
    memcpy(CMSG_DATA(&rights.head), far, 3 * sizeof(int));
    ssize_t n;
    do n = sendmsg(k->socket, &m, MSG_NOSIGNAL); while (n < 0 && errno == EINTR);
    return n == (ssize_t)text.iov_len;
}
#else
static kept_helper *new_one(const char *path) { (void)path; return NULL; }
bool kept_ask(kept_helper *k, const char *job, const int far[3]) { (void)k; (void)job; (void)far; return false; }
#endif

kept_helper *kept_take(sia_helpers *of, const char *path)
{
    pthread_mutex_lock(&of->lock);
    const bool none = of->none;
    kept_helper **at = &of->idle, *k;
    while (*at && strcmp((*at)->path, path)) at = &(*at)->next;
    k = *at;
    if (k) *at = k->next;
    pthread_mutex_unlock(&of->lock);
    return k || none ? k : new_one(path);
}

void kept_give(sia_helpers *of, kept_helper *k)
{
    pthread_mutex_lock(&of->lock);
    k->next = of->idle;
    of->idle = k;
    pthread_mutex_unlock(&of->lock);
}

/* It ends when it sees that we are gone; waiting is for that, killing for one that does not. */
void kept_drop(kept_helper *k)
{
    enum { TRIES = 5000 };
    close(k->socket);
    for (int i = 0; ; i++) {
        const pid_t ended = waitpid(k->pid, NULL, WNOHANG);
        if (ended == k->pid || (ended < 0 && errno != EINTR)) break;
        if (i == TRIES) kill(k->pid, SIGKILL);
        nanosleep(&(struct timespec){ 0, 200000 }, NULL);
    }
    free(k);
}

kept_end kept_wait(kept_helper *k, int ms, int *status)
{
    struct pollfd p = { k->socket, POLLIN, 0 };
    int32_t end[2] = { 0, 0 };
    int n;
    do n = poll(&p, 1, ms); while (n < 0 && errno == EINTR);
    if (n <= 0) return KEPT_LATE;
    if (recv(k->socket, end, sizeof end, 0) != (ssize_t)sizeof end || !end[0]) return KEPT_UNMADE;
    *status = end[1];
    return KEPT_ENDED;
}
