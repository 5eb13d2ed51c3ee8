/* Arenas: bump allocation in blocks, freed all at once. */
#define _DEFAULT_SOURCE
#include <siasat/base.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

struct block { struct block *next; size_t size, used; };   /* `size` counts the header */

enum { FIRST_BLOCK = 4096, LARGEST_STEP = 1 << 20, HUGE_PAGE = 2 << 20 };

struct sia_arena {
    sia_mem mem;
    size_t limit, bytes;
    size_t first;                       /* size of the first block */
    struct block *top;
    bool failed;
};

static const size_t align = _Alignof(max_align_t);
static const size_t header = (sizeof(struct block) + _Alignof(max_align_t) - 1) & ~(_Alignof(max_align_t) - 1);

/* Large blocks are asked for in huge pages where the system has them: a page fault costs more than filling the page. */
static void *heap_get(void *ctx, size_t size)
{
    (void)ctx;
#ifdef MADV_HUGEPAGE
    void *p = NULL;
    if (size >= 2 * HUGE_PAGE) {
        if (posix_memalign(&p, HUGE_PAGE, size)) return NULL;
        (void)madvise(p, size, MADV_HUGEPAGE);
        return p;
    }
#endif
    return malloc(size);
}
static void heap_put(void *ctx, void *block, size_t size) { (void)ctx; (void)size; free(block); }

sia_arena *sia_arena_new(const sia_mem *mem, size_t limit)
{
    sia_mem m = mem ? *mem : (sia_mem){ heap_get, heap_put, NULL };
    sia_arena *a = m.get(m.ctx, sizeof *a);
    if (a) *a = (sia_arena){ .mem = m, .limit = limit ? limit : SIZE_MAX, .first = FIRST_BLOCK };
    return a;
}

static void release(sia_arena *a, struct block *b)
{
    for (struct block *next; b; b = next) {
        next = b->next;
        a->mem.put(a->mem.ctx, b, b->size);
    }
}

void sia_arena_free(sia_arena *a)
{
    if (!a) return;
    release(a, a->top);
    a->mem.put(a->mem.ctx, a, sizeof *a);
}

/* One block stays, as large as all that was used: so a run of documents of one size soon allocates nothing at all. */
void sia_arena_reset(sia_arena *a)
{
    size_t used = header;
    for (struct block *b = a->top; b; b = b->next) used += b->used - header;
    if (a->top && a->top->next) {
        release(a, a->top);
        a->top = NULL;
        a->first = used;
    }
    if (a->top) *a->top = (struct block){ NULL, a->top->size, header };
    a->bytes = 0;
    a->failed = false;
}

bool sia_arena_ok(const sia_arena *a) { return !a->failed; }
size_t sia_arena_bytes(const sia_arena *a) { return a->bytes; }

/* A block with room for `need` bytes; blocks double, so a document costs O(log size) calls. */
static bool more(sia_arena *a, size_t need)
{
    size_t size = a->top ? a->top->size * 2 : a->first;
    if (a->top && size > LARGEST_STEP) size = LARGEST_STEP;
    if (size < need + header) size = need + header;
    struct block *b = a->mem.get(a->mem.ctx, size);
    if (!b) return false;
    *b = (struct block){ a->top, size, header };
    a->top = b;
    return true;
}

void *sia_alloc_raw(sia_arena *a, size_t size, size_t n)
{
    if (a->failed || (n && size > (SIZE_MAX / 2) / n)) goto fail;
    size_t need = (size * n + align - 1) & ~(align - 1);
    if (need > a->limit - a->bytes) goto fail;
    if ((!a->top || a->top->size - a->top->used < need) && !more(a, need)) goto fail;
    void *p = (char *)a->top + a->top->used;
    a->top->used += need;
    a->bytes += need;
    return p;
fail:
    a->failed = true;
    return NULL;
}

/* Of what lies in a block with others nothing can be given back; large things have blocks of their own. */
void sia_give_back(sia_arena *a, const void *p, size_t size, size_t n)
{
    const size_t need = (size * n + align - 1) & ~(align - 1);
    for (struct block **at = &a->top; p && *at; at = &(*at)->next) {
        struct block *b = *at;
        if ((uintptr_t)p - (uintptr_t)b >= b->size) continue;
        if (b->used != header + need) return;
        *at = b->next;
        a->bytes -= need;
        a->mem.put(a->mem.ctx, b, b->size);
        return;
    }
}

void *sia_alloc(sia_arena *a, size_t size, size_t n)
{
    void *p = sia_alloc_raw(a, size, n);
    return p ? memset(p, 0, size * n) : NULL;
}

sia_str sia_dup(sia_arena *a, sia_str s)
{
    char *p = sia_alloc_raw(a, 1, s.n + 1);
    if (!p) return SIA_STR("");
    if (s.n) memcpy(p, s.p, s.n);
    p[s.n] = 0;
    return (sia_str){ p, s.n };
}

/* Most texts are short: written once, then copied. */
sia_str sia_printf(sia_arena *a, const char *format, ...)
{
    char room[1024];
    va_list ap;
    va_start(ap, format);
    int n = vsnprintf(room, sizeof room, format, ap);
    va_end(ap);
    char *p = n < 0 ? NULL : sia_alloc_raw(a, 1, (size_t)n + 1);
    if (!p) return SIA_STR("");
    if ((size_t)n < sizeof room) return (sia_str){ memcpy(p, room, (size_t)n + 1), (size_t)n };
    va_start(ap, format);
    vsnprintf(p, (size_t)n + 1, format, ap);
    va_end(ap);
    return (sia_str){ p, (size_t)n };
}

/* The array that ends where the arena's free space begins can grow without moving. */
static bool extend(sia_arena *a, char *end, size_t more_bytes)
{
    struct block *b = a->top;
    if (!b || end != (char *)b + b->used || b->size - b->used < more_bytes || more_bytes > a->limit - a->bytes) return false;
    b->used += more_bytes;
    a->bytes += more_bytes;
    return true;
}

bool sia_grow(sia_arena *a, void **v, uint32_t *cap, uint32_t n, size_t size)
{
    if (a->failed || *cap > UINT32_MAX / 2) { a->failed = true; return false; }
    uint32_t to = *cap ? *cap * 2 : 8;
    size_t old = (*cap * size + align - 1) & ~(align - 1), want = (to * size + align - 1) & ~(align - 1);
    if (*v && extend(a, (char *)*v + old, want - old)) { *cap = to; return true; }
    void *p = sia_alloc_raw(a, size, to);
    if (!p) return false;
    if (n) memcpy(p, *v, n * size);
    *v = p;
    *cap = to;
    return true;
}

bool sia_grow_away(sia_arena *a, void **v, uint32_t *cap, uint32_t n, size_t size)
{
    const void *old = *v;
    const uint32_t room = *cap;
    if (!sia_grow(a, v, cap, n, size)) return false;
    if (*v != old) sia_give_back(a, old, size, room);
    return true;
}
