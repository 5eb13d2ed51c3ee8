/* Where codebooks, stop lists and the root table are: SIASAT_DATA, else the source tree the program was built in when it runs
 * uninstalled, else the installed share folder. */
#define _DEFAULT_SOURCE
#include "session.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

/* The running program's path, if it lies inside the tree it was built from; else "". */
static sia_str self_in_tree(char *room, size_t cap)
{
    const ssize_t n = readlink("/proc/self/exe", room, cap);
    const size_t k = strlen(SIA_SOURCE_DATA);
    const bool inside = n > (ssize_t)k && n < (ssize_t)cap && !memcmp(room, SIA_SOURCE_DATA, k) && room[k] == '/';
    return inside ? (sia_str){ room, (size_t)n } : SIA_STR("");
}

static bool uninstalled(void)
{
    char room[4096];
    return self_in_tree(room, sizeof room).n;
}

static const char *folder(void)
{
    const char *given = getenv("SIASAT_DATA");
    if (given && *given) return given;
    return uninstalled() ? SIA_SOURCE_DATA : SIA_PREFIX_DATA;
}

sia_status data_read(sia_str *bytes, sia_str *path, const char *name, sia_arena *a, sia_err *err)
{
    *path = sia_printf(a, "%s/%s", folder(), name);
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    return sia_read_file(bytes, path->p, a, err);
}

/* A file that `make` builds lies in the folder of the program that was built with it, or above: tests lie deeper. The
 * one in the folder `installed` where nothing is found. */
static sia_str built(const char *name, const char *installed, sia_arena *a)
{
    char room[4096];
    sia_str self = self_in_tree(room, sizeof room);
    while (self.n > strlen(SIA_SOURCE_DATA)) {
        while (self.n && self.p[self.n - 1] != '/') self.n--;
        const sia_str path = sia_printf(a, "%.*s%s", (int)self.n, self.p, name);
        if (!access(path.p, F_OK)) return path;
        self.n--;
    }
    return sia_printf(a, "%s/%s", installed, name);
}

/* Helper programs are run by the path they were built or installed under, wherever the user stands and whatever PATH says. */
sia_str data_helper(const char *name, sia_arena *a)
{
    return built(sia_printf(a, "libexec/siasat/%s", name).p, SIA_PREFIX, a);
}

/* A SIASAT_DATA without a root table is that of somebody who keeps codebooks of their own. */
sia_str data_roots_path(sia_arena *a)
{
    static const char name[] = "lexicon/indonesian.roots";
    const char *given = getenv("SIASAT_DATA");
    sia_str path = sia_printf(a, "%s/%s", given ? given : "", name);
    if (!given || !*given || access(path.p, F_OK)) path = built(name, SIA_PREFIX_DATA, a);
    return path;
}

sia_status data_roots(sia_roots **out, sia_arena *a, sia_err *err)
{
    const sia_str path = data_roots_path(a);
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    return sia_roots_open(out, path, a, err);
}
