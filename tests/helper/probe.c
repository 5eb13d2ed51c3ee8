/* A helper program that misbehaves as it is told, for tests of the runner and of the confinement. */
#define _GNU_SOURCE
#include "../../src/helper/confine.h"
#include "../../src/helper/serve.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

extern char **environ;

/* What a call that should be refused came to, on standard output. */
static int told(int result)
{
    printf("%s\n", result >= 0 ? "done" : errno == EPERM ? "EPERM" : errno == EACCES ? "EACCES" : strerror(errno));
    return 0;
}

static int echo(void)
{
    for (int c; (c = getchar()) != EOF; ) putchar(c);
    return 0;
}

static int environment(void)
{
    for (char **e = environ; *e; e++) puts(*e);
    return 0;
}

static int descriptors(void)
{
    int open_ones = 0;
    for (int fd = 3; fd < 1024; fd++) open_ones += fcntl(fd, F_GETFD) >= 0 || errno != EBADF;
    printf("%d\n", open_ones);
    return 0;
}

/* Page after page, until there is no more. */
static int memory(void)
{
    size_t got = 0;
    for (char *p; got < 4096 && (p = malloc(1 << 20)); got++) memset(p, 1, 1 << 20);
    printf("%s\n", got < 512 ? "bounded" : "unbounded");
    return 0;
}

static int spin(void) { for (volatile unsigned long i = 0; i != 1; i += 2) {} return 0; }
static int hang(void) { int never = 0; while (syscall(SYS_futex, &never, FUTEX_WAIT, 0, NULL, NULL, 0) >= -1) {} return 0; }
static int crash(void) { signal(SIGSEGV, SIG_DFL); raise(SIGSEGV); return 0; }
static int flood(void) { for (;;) if (puts("banjir banjir banjir banjir banjir") < 0) return 0; }
static int deaf(void) { puts("selesai"); return 0; }
static int sulk(void) { return 3; }
static int refuse(void) { fputs("error IN_DEEP 7 3 100\n", stderr); return 1; }
static int lie(void) { fputs("error NOMEM 0 0 x\n", stderr); return 1; }
static int lacks(void) { fputs("lacks landlock\n", stderr); return 0; }
static int open_file(void) { return told(open("/etc/passwd", O_RDONLY)); }
static int make_file(void) { return told(open("/tmp/siasat-probe", O_WRONLY | O_CREAT, 0600)); }
static int fork_it(void) { const pid_t pid = fork(); if (!pid) _exit(0); return told(pid); }
static int connect_it(void) { return told(socket(AF_INET, SOCK_STREAM, 0)); }
static int execute(void) { char *argv[] = { (char *)"true", NULL }; return told(execve("/bin/true", argv, environ)); }
static int signal_it(void) { return told(kill(getppid(), 0)); }
static long above;                      /* who made this process */
static int parent(void) { printf("%ld\n", above); return 0; }
/* What one document left behind would be seen by the next. */
static int count(void) { static int times; printf("%d\n", ++times); return 0; }
static int executable(void) { return told(mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0); }

int main(int argc, char **argv)
{
    static const struct { const char *name; int (*run)(void); } acts[] = {
        { "echo", echo }, { "environment", environment }, { "descriptors", descriptors }, { "memory", memory }, { "spin", spin }, { "hang", hang },
        { "crash", crash }, { "flood", flood }, { "deaf", deaf }, { "sulk", sulk }, { "refuse", refuse }, { "lie", lie }, { "lacks", lacks },
        { "open", open_file }, { "make", make_file }, { "fork", fork_it }, { "socket", connect_it }, { "execute", execute }, { "signal", signal_it },
        { "executable", executable }, { "parent", parent }, { "count", count },
    };
    static const char *const readable[] = { "/usr", "/lib", "/lib64", "/etc/ld.so.cache", NULL };
    const char *job = serve_job(argc, argv);
    above = (long)getppid();
    const bool running = !strncmp(job, "running ", 8);       /* as a program is that becomes another */
    if (running) confine_running(readable, CONFINE_MEMORY_MIB, 1); else confine(CONFINE_MEMORY_MIB, 1);
    if (running) job += 8;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (!strcmp(job, acts[i].name)) return acts[i].run();
    return 2;
}
