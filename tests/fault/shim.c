/* A library for LD_PRELOAD that makes the n-th call of one kind fail, in any program and with no rebuild.
 *   FAULT_KIND   memory, open, read, write, close, rename or fsync
 *   FAULT_AT     the call that fails, from 1; 0: none
 *   FAULT_ALL    1: every later call fails too
 *   FAULT_COUNT  a file that gets the number of such calls when the program ends by itself
 * Calls are counted from the program's own start; the loader's are left alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

typedef enum { NONE, MEMORY, OPEN, READ, WRITE, CLOSE, RENAME, FSYNC, KINDS } kind;

static kind wanted;                     /* NONE until the program's own code begins */
static int failing_errno;
static long fail_at, seen;
static bool fail_all;

__attribute__((constructor)) static void begin(void)
{
    static const char *const names[KINDS] = { "", "memory", "open", "read", "write", "close", "rename", "fsync" };
    static const int reasons[KINDS] = { 0, ENOMEM, EMFILE, EIO, ENOSPC, EIO, EACCES, EIO };
    const char *name = getenv("FAULT_KIND"), *at = getenv("FAULT_AT"), *all = getenv("FAULT_ALL");
    fail_at = at ? atol(at) : 0;
    fail_all = all && *all == '1';
    for (int k = 1; name && k < KINDS; k++) {
        if (strcmp(name, names[k])) continue;
        failing_errno = reasons[k];
        wanted = (kind)k;
    }
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("FAULT_COUNT");
    wanted = NONE;
    if (!path) return;
    char text[32];
    int n = snprintf(text, sizeof text, "%ld\n", seen);
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd < 0) return;
    if (syscall(SYS_write, fd, text, (size_t)n) < 0) abort();
    syscall(SYS_close, fd);
}

static bool fails(kind k)
{
    if (k != wanted) return false;
    long i = __atomic_add_fetch(&seen, 1, __ATOMIC_RELAXED);
    if (!fail_at || !(i == fail_at || (fail_all && i > fail_at))) return false;
    errno = failing_errno;
    return true;
}

/* ---- memory ------------------------------------------------------------------------------ */

extern void *__libc_malloc(size_t n);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *p, size_t n);
extern void *__libc_memalign(size_t align, size_t n);

void *malloc(size_t n) { return fails(MEMORY) ? NULL : __libc_malloc(n); }
void *calloc(size_t n, size_t size) { return fails(MEMORY) ? NULL : __libc_calloc(n, size); }
void *realloc(void *p, size_t n) { return fails(MEMORY) ? NULL : __libc_realloc(p, n); }
void *aligned_alloc(size_t align, size_t n) { return fails(MEMORY) ? NULL : __libc_memalign(align, n); }

int posix_memalign(void **out, size_t align, size_t n)
{
    if (fails(MEMORY)) return ENOMEM;
    *out = __libc_memalign(align, n);
    return *out ? 0 : ENOMEM;
}

/* ---- files ------------------------------------------------------------------------------- */

static void *real(const char *name)
{
    void *f = dlsym(RTLD_NEXT, name);
    if (!f) abort();
    return f;
}

/* An object pointer is no function pointer in ISO C; POSIX says how to go from one to the other. */
#define REAL(type, name) type; *(void **)&next = real(name)

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    REAL(int (*next)(const char *, int, ...), "open");
    return fails(OPEN) ? -1 : next(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    REAL(int (*next)(int, const char *, int, ...), "openat");
    return fails(OPEN) ? -1 : next(folder, path, flags, mode);
}

ssize_t read(int fd, void *to, size_t n)
{
    REAL(ssize_t (*next)(int, void *, size_t), "read");
    return fails(READ) ? -1 : next(fd, to, n);
}

ssize_t write(int fd, const void *from, size_t n)
{
    REAL(ssize_t (*next)(int, const void *, size_t), "write");
    return fd != STDERR_FILENO && fails(WRITE) ? -1 : next(fd, from, n);
}

int close(int fd)
{
    REAL(int (*next)(int), "close");
    bool bad = fails(CLOSE);
    int result = next(fd);              /* Linux frees the descriptor even when it reports a failure */
    if (!bad) return result;
    errno = EIO;
    return -1;
}

int rename(const char *from, const char *to)
{
    REAL(int (*next)(const char *, const char *), "rename");
    return fails(RENAME) ? -1 : next(from, to);
}

int fsync(int fd)
{
    REAL(int (*next)(int), "fsync");
    return fails(FSYNC) ? -1 : next(fd);
}
