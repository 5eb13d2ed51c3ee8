/* Whole inputs in; a file out that is renamed into place; standard output, closed and checked. */
#define _POSIX_C_SOURCE 200809L
#include <siasat/base.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { OUT_BUFFER = 1 << 16 };

/* ---- reading ---------------------------------------------------------------------------- */

static ssize_t read_some(int fd, char *p, size_t n)
{
    ssize_t got;
    do got = read(fd, p, n < (1u << 30) ? n : 1u << 30); while (got < 0 && errno == EINTR);
    return got;
}

/* Reads to the end into a buffer that starts at `expect` bytes and doubles when the input is longer than it said. */
static sia_status read_all(sia_str *out, int fd, size_t expect, sia_str where, sia_arena *a, sia_err *err)
{
    size_t cap = expect + 2, n = 0;
    char *buf = sia_alloc_raw(a, 1, cap);
    while (buf) {
        ssize_t got = read_some(fd, buf + n, cap - 1 - n);
        if (got < 0) return sia_fail(err, SIA_MSG_READ, errno, where, "");
        if (got == 0) {
            buf[n] = 0;
            *out = (sia_str){ buf, n };
            return SIA_OK;
        }
        n += (size_t)got;
        if (n > INT32_MAX) return sia_fail(err, SIA_MSG_TOO_LONG, 0, where, "");
        if (n + 1 < cap) continue;
        char *to = sia_alloc_raw(a, 1, cap *= 2);
        if (to) memcpy(to, buf, n);
        buf = to;
    }
    return sia_fail(err, SIA_MSG_NOMEM, 0, where, "");
}

/* O_NONBLOCK so that opening a FIFO returns; what it is is asked of the open descriptor, not of the name. */
static sia_status open_file(int *fd, size_t *size, const char *path, sia_err *err)
{
    sia_str where = sia_str_of(path);
    struct stat st;
    *fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (*fd < 0) return sia_fail(err, SIA_MSG_OPEN, errno, where, "");
    if (fstat(*fd, &st)) return sia_fail(err, SIA_MSG_READ, errno, where, "");
    if (S_ISDIR(st.st_mode)) return sia_fail(err, SIA_MSG_IS_DIR, 0, where, "");
    if (!S_ISREG(st.st_mode)) return sia_fail(err, SIA_MSG_NOT_FILE, 0, where, "");
    if (st.st_size > INT32_MAX) return sia_fail(err, SIA_MSG_TOO_LONG, 0, where, "");
    *size = (size_t)st.st_size;
    return SIA_OK;
}

sia_status sia_read_file(sia_str *out, const char *path, sia_arena *a, sia_err *err)
{
    if (!strcmp(path, "-")) return read_all(out, STDIN_FILENO, OUT_BUFFER, sia_str_of(path), a, err);
    int fd = -1;
    size_t size = 0;
    sia_status st = open_file(&fd, &size, path, err);
    if (!st) st = read_all(out, fd, size, sia_str_of(path), a, err);
    if (fd >= 0) close(fd);
    return st;
}

/* ---- writing ------------------------------------------------------------------------------ */

static int write_all(int fd, const char *p, size_t n)
{
    while (n) {
        ssize_t k = write(fd, p, n);
        if (k < 0 && errno == EINTR) continue;
        if (k < 0) return errno;
        p += k;
        n -= (size_t)k;
    }
    return 0;
}

struct sia_outfile { int fd; sia_str path, temp; };         /* temp empty: a device or pipe, written as it stands */

static int outfile_write(void *ctx, const char *p, size_t n) { return write_all(((sia_outfile *)ctx)->fd, p, n); }

/* A name that is nobody else's: several computers may write the same file of a shared disk at once, under process ids that are alike. */
static sia_str temp_name(const char *path, sia_arena *a)
{
    struct timespec now = { 0 };
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return sia_printf(a, "%s.siasat-%ld-%09ld~", path, (long)getpid(), (long)now.tv_nsec);
}

sia_status sia_outfile_open(sia_outfile **out, const char *path, sia_arena *a, sia_err *err)
{
    sia_str where = sia_str_of(path);
    struct stat st;
    if (!stat(path, &st) && S_ISDIR(st.st_mode)) return sia_fail(err, SIA_MSG_WRITE, EISDIR, where, "");
    bool device = !stat(path, &st) && !S_ISREG(st.st_mode);  /* renaming over /dev/null would replace it */
    sia_outfile *f = sia_new(a, sia_outfile, 1);
    sia_str temp = device ? SIA_STR("") : temp_name(path, a);
    if (!f || !sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, where, "");
    int fd = device ? open(path, O_WRONLY | O_CLOEXEC) : open(temp.p, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    *f = (sia_outfile){ fd, sia_dup(a, where), temp };
    if (f->fd < 0) return sia_fail(err, SIA_MSG_WRITE, errno, where, "");
    *out = f;
    return SIA_OK;
}

sia_sink sia_outfile_sink(sia_outfile *f) { return (sia_sink){ outfile_write, f }; }

sia_str sia_outfile_temp(const sia_outfile *f) { return f->temp; }

sia_status sia_outfile_close(sia_outfile *f, sia_err *err)
{
    int failed = fsync(f->fd) && errno != EINVAL ? errno : 0;
    if (close(f->fd) && !failed) failed = errno;
    if (!failed && f->temp.n && rename(f->temp.p, f->path.p)) failed = errno;
    if (!failed) return SIA_OK;
    if (f->temp.n) unlink(f->temp.p);
    return sia_fail(err, SIA_MSG_WRITE, failed, f->path, "");
}

void sia_outfile_drop(sia_outfile *f)
{
    if (!f) return;
    close(f->fd);
    if (f->temp.n) unlink(f->temp.p);
}

static int stdout_write(void *ctx, const char *p, size_t n) { (void)ctx; return write_all(STDOUT_FILENO, p, n); }

sia_sink sia_stdout_sink(void) { return (sia_sink){ stdout_write, NULL }; }

sia_status sia_stdout_close(sia_err *err)
{
    if (!close(STDOUT_FILENO)) return SIA_OK;
    return sia_fail(err, SIA_MSG_WRITE, errno, SIA_STR("standard output"), "");
}
