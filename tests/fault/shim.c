/* A library for LD_PRELOAD that makes the n-th call of one kind fail, in any program and with no rebuild.
 *   FAULT_KIND   memory, open, read, write, close, rename or fsync
 *   FAULT_AT     the call that fails, from 1; 0: none
 *   FAULT_ALL    1: every later call fails too
 *   FAULT_COUNT  a file that gets the number of such calls when the program ends by itself
 * Calls are counted from the program's own start; the loader's are left alone.
 * Under a sanitizer, whose own malloc stands in the way, the same file is linked into the program with FAULT_WRAP
 * defined and ld's --wrap, and reaches the calls that our own code makes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

#ifdef FAULT_WRAP
#define OURS(name) __wrap_##name
#define LIBC(name) __real_##name
#else
#define OURS(name) name
#define LIBC(name) __libc_##name
#endif

void *LIBC(malloc)(size_t n);
void *LIBC(calloc)(size_t n, size_t size);
void *LIBC(realloc)(void *p, size_t n);

void *OURS(malloc)(size_t n);
void *OURS(calloc)(size_t n, size_t size);
void *OURS(realloc)(void *p, size_t n);

void *OURS(malloc)(size_t n) { return fails(MEMORY) ? NULL : LIBC(malloc)(n); }
void *OURS(calloc)(size_t n, size_t size) { return fails(MEMORY) ? NULL : LIBC(calloc)(n, size); }
void *OURS(realloc)(void *p, size_t n) { return fails(MEMORY) ? NULL : LIBC(realloc)(p, n); }

/* ---- files ------------------------------------------------------------------------------- */

/* `next` becomes the function that we stand before. An object pointer is no function pointer in ISO C; POSIX says how
 * to go from one to the other. */
#ifdef FAULT_WRAP
#define NEXT(name, type, ...) type __real_##name(__VA_ARGS__); type (*next)(__VA_ARGS__) = __real_##name
#else
static void *behind(const char *name)
{
    void *f = dlsym(RTLD_NEXT, name);
    if (!f) abort();
    return f;
}
#define NEXT(name, type, ...) type (*next)(__VA_ARGS__); *(void **)&next = behind(#name)
#endif

int OURS(open)(const char *path, int flags, ...);
int OURS(openat)(int folder, const char *path, int flags, ...);
ssize_t OURS(read)(int fd, void *to, size_t n);
ssize_t OURS(write)(int fd, const void *from, size_t n);
ssize_t OURS(pread)(int fd, void *to, size_t n, off_t at);
ssize_t OURS(pwrite)(int fd, const void *from, size_t n, off_t at);
int OURS(mkstemp)(char *name);
int OURS(close)(int fd);
int OURS(rename)(const char *from, const char *to);
int OURS(fsync)(int fd);

int OURS(open)(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    NEXT(open, int, const char *, int, ...);
    return fails(OPEN) ? -1 : next(path, flags, mode);
}

int OURS(openat)(int folder, const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    NEXT(openat, int, int, const char *, int, ...);
    return fails(OPEN) ? -1 : next(folder, path, flags, mode);
}

ssize_t OURS(read)(int fd, void *to, size_t n)
{
    NEXT(read, ssize_t, int, void *, size_t);
    return fails(READ) ? -1 : next(fd, to, n);
}

/* What a helper program is fed is input, not output. */
static bool is_pipe_to_helper(int fd)
{
    struct stat st;
    return fd > STDERR_FILENO && !fstat(fd, &st) && S_ISFIFO(st.st_mode);
}

ssize_t OURS(write)(int fd, const void *from, size_t n)
{
    NEXT(write, ssize_t, int, const void *, size_t);
    return fd != STDERR_FILENO && !is_pipe_to_helper(fd) && fails(WRITE) ? -1 : next(fd, from, n);
}

/* Files without names. Every write is a short one: it is gone on with, or it fails. */
ssize_t OURS(pread)(int fd, void *to, size_t n, off_t at)
{
    NEXT(pread, ssize_t, int, void *, size_t, off_t);
    return fails(READ) ? -1 : next(fd, to, n, at);
}

ssize_t OURS(pwrite)(int fd, const void *from, size_t n, off_t at)
{
    NEXT(pwrite, ssize_t, int, const void *, size_t, off_t);
    if (fails(WRITE)) return -1;
    return next(fd, from, n > 1 ? n / 2 : n, at);
}

int OURS(mkstemp)(char *name)
{
    NEXT(mkstemp, int, char *);
    return fails(OPEN) ? -1 : next(name);
}

int OURS(close)(int fd)
{
    NEXT(close, int, int);
    bool bad = fails(CLOSE);
    int result = next(fd);              /* Linux frees the descriptor even when it reports a failure */
    if (!bad) return result;
    errno = EIO;
    return -1;
}

int OURS(rename)(const char *from, const char *to)
{
    NEXT(rename, int, const char *, const char *);
    return fails(RENAME) ? -1 : next(from, to);
}

int OURS(fsync)(int fd)
{
    NEXT(fsync, int, int);
    return fails(FSYNC) ? -1 : next(fd);
}
