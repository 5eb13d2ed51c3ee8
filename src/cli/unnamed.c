/* Files without names. */
#define _POSIX_C_SOURCE 200809L
#include "unnamed.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

sia_status unnamed_open(int *fd, sia_str *where, sia_arena *a, sia_err *err)
{
    const char *given = getenv("TMPDIR");
    *where = sia_dup(a, sia_str_of(given && *given ? given : "/tmp"));
    const sia_str name = sia_printf(a, "%s/siasat-XXXXXX", where->p);
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    *fd = mkstemp((char *)(uintptr_t)name.p);
    if (*fd < 0) return sia_fail(err, SIA_MSG_WRITE, errno, *where, "");
    unlink(name.p);
    return SIA_OK;
}

bool unnamed_read(int fd, char *to, size_t n, uint64_t at)
{
    errno = 0;
    for (ssize_t k; n; to += k, n -= (size_t)k, at += (uint64_t)k)
        if ((k = pread(fd, to, n, (off_t)at)) <= 0) return false;
    return true;
}

bool unnamed_write(int fd, const char *from, size_t n, uint64_t at)
{
    for (ssize_t k; n; from += k, n -= (size_t)k, at += (uint64_t)k)
        if ((k = pwrite(fd, from, n, (off_t)at)) <= 0) return false;
    return true;
}
