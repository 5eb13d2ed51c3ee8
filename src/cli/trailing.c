/* Paths in tables, written elsewhere and on other machines: what they end with tells the document. */
#include "trailing.h"

static sia_str without_extension(sia_str path)
{
    for (size_t i = path.n; i > 0 && path.p[i - 1] != '/'; i--)
        if (path.p[i - 1] == '.') return (sia_str){ path.p, i - 1 };
    return path;
}

static bool ends_path(sia_str path, sia_str tail)
{
    if (!tail.n || path.n < tail.n || memcmp(path.p + path.n - tail.n, tail.p, tail.n) != 0) return false;
    return path.n == tail.n || path.p[path.n - tail.n - 1] == '/';
}

uint32_t trailing_input(const inputs *in, sia_str doc)
{
    for (;;) {
        uint32_t found = UINT32_MAX, n = 0;
        for (uint32_t i = 0; i < in->files.n; i++) {
            const sia_str path = in->files.v[i].path;
            if (sia_str_eq(path, doc)) return i;
            if (!ends_path(path, doc) && !ends_path(without_extension(path), doc)) continue;
            found = i;
            n++;
        }
        if (n) return n == 1 ? found : UINT32_MAX;
        const char *slash = doc.n ? memchr(doc.p, '/', doc.n) : NULL;
        if (!slash) return UINT32_MAX;
        doc = (sia_str){ slash + 1, doc.n - (size_t)(slash + 1 - doc.p) };
    }
}

/* The length of the shorter path where the longer one ends with it; else 0. */
static size_t common(sia_str a, sia_str b)
{
    if (ends_path(a, b)) return b.n;
    return ends_path(b, a) ? a.n : 0;
}

size_t trailing_agrees(sia_str path, sia_str other)
{
    const sia_str bare = without_extension(path);
    const size_t whole = common(path, other), stem = common(bare, without_extension(other));
    return whole ? 2 * (whole - (path.n - bare.n)) + 1 : 2 * stem;
}
