/* Waiting for documents, and a process for each.
 *     siasat -> program    JOB, with the far ends of three pipes (SCM_RIGHTS): one packet
 *     program -> siasat    two numbers when that process has ended: 1 and its status, or 0 where it could not be made
 * The program ends when siasat closes its end of the socket or is no more, and takes the document's process along. */
#define _GNU_SOURCE
#include "serve.h"
#include "confine.h"
#include <string.h>

#ifdef __linux__
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SOCKET = STDIN_FILENO, PIPES = 3, JOB_MOST = 512 };

static char job[JOB_MOST];

/* False: there is no more. */
static bool next_document(int pipes[PIPES])
{
    union { struct cmsghdr head; char room[CMSG_SPACE(PIPES * sizeof(int))]; } rights;
    struct iovec text = { job, sizeof job - 1 };
    struct msghdr m = { .msg_iov = &text, .msg_iovlen = 1, .msg_control = &rights, .msg_controllen = sizeof rights };
    ssize_t n;
    do n = recvmsg(SOCKET, &m, MSG_CMSG_CLOEXEC); while (n < 0 && errno == EINTR);
    const struct cmsghdr *c = n < 0 ? NULL : CMSG_FIRSTHDR(&m);
    if (!c || c->cmsg_type != SCM_RIGHTS || c->cmsg_len != CMSG_LEN(PIPES * sizeof(int)) || (m.msg_flags & (MSG_TRUNC | MSG_CTRUNC))) return false;
    memcpy(pipes, CMSG_DATA(c), PIPES * sizeof(int));
    job[n] = 0;                             /* siasat sends one too */
    return true;
}

/* The document's process dies with the program. The pipes stand above the descriptors they are put on, which the program has all open. */
static void become_reader(const int pipes[PIPES], pid_t program)
{
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (getppid() != program) _exit(1);
    for (int i = 0; i < PIPES; i++) if (dup2(pipes[i], i) < 0) _exit(1);
}

/* Until the reader ends, or siasat wants no more of it: then it is ended. */
static void watch(pid_t reader)
{
#ifdef SYS_pidfd_open
    const int end = (int)syscall(SYS_pidfd_open, reader, 0);
    if (end < 0) return;
    struct pollfd p[] = { { SOCKET, 0, 0 }, { end, POLLIN, 0 } };
    while (poll(p, 2, -1) < 0 && errno == EINTR) {}
    if (!p[1].revents) (void)kill(reader, SIGKILL);
    close(end);
#else
    (void)reader;
#endif
}

static bool tell(bool made, int status)
{
    const int32_t end[] = { made, status };
    return write(SOCKET, end, sizeof end) == (ssize_t)sizeof end;
}

static const char *serve(void)
{
    int pipes[PIPES], status = 0;
    confine_serving();
    while (next_document(pipes)) {
        const pid_t program = getpid(), reader = fork();
        if (!reader) { become_reader(pipes, program); return job; }
        for (int i = 0; i < PIPES; i++) close(pipes[i]);
        if (reader > 0) watch(reader);
        while (reader > 0 && waitpid(reader, &status, 0) < 0 && errno == EINTR) {}
        if (!tell(reader > 0, status)) break;
    }
    _exit(0);
}
#else
static const char *serve(void) { return SERVE_KEPT; }       /* no job of anyone's: the program ends */
#endif

const char *serve_job(int argc, char **argv)
{
    const char *told = argc == 2 ? argv[1] : "";
    return strcmp(told, SERVE_KEPT) ? told : serve();
}
