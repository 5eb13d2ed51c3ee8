/* The root table in use: the mapped file, and the user's words beside it. */
#define _POSIX_C_SOURCE 200809L
#include "roots.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Always there, so that a look-up need not ask. */
static const slot no_slots[1];

static sia_status map_file(sia_str *image, int fd, sia_str path, sia_err *err)
{
    struct stat st;
    if (fstat(fd, &st)) return sia_fail(err, SIA_MSG_READ, errno, path, "");
    if (!S_ISREG(st.st_mode) || st.st_size <= 0 || st.st_size > INT32_MAX) return sia_fail(err, SIA_MSG_ROOTS_NONE, 0, path, "");
    void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (p == MAP_FAILED) return sia_fail(err, errno == ENOMEM ? SIA_MSG_NOMEM : SIA_MSG_READ, errno, path, "");
    *image = (sia_str){ p, (size_t)st.st_size };
    return SIA_OK;
}

sia_status sia_roots_open(sia_roots **out, sia_str path, sia_arena *a, sia_err *err)
{
    sia_str image;
    sia_roots *r = sia_new(a, sia_roots, 1);
    path = sia_dup(a, path);
    if (!r || !sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, path, "");
    const int fd = open(path.p, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return sia_fail(err, SIA_MSG_OPEN, errno, path, "");
    sia_status st = map_file(&image, fd, path, err);
    close(fd);
    SIA_TRY(st);
    *r = (sia_roots){ .arena = a, .own = { .slots = no_slots }, .map = (void *)(uintptr_t)image.p, .size = image.n };
    st = rootfile_view(&r->table, path, image, err);
    if (st) sia_roots_close(r);
    else *out = r;
    return st;
}

void sia_roots_close(sia_roots *r)
{
    if (!r || !r->map) return;
    munmap(r->map, r->size);
    *r = (sia_roots){ .arena = r->arena, .table = { .slots = no_slots }, .own = { .slots = no_slots } };
}

/* Words that the table has keep what it knows of them. */
static void inherit(const sia_roots *r, rootset *s)
{
    for (uint32_t i = 0; i < s->entries.n; i++) {
        root *e = &s->entries.v[i];
        const char *p = s->strings.v + e->at;
        const root *known = table_find(&r->table, p, e->len, word_hash(p, e->len));
        if (!known) continue;
        e->licence = known->licence;
        e->affixes = known->affixes;
        e->flags = (uint8_t)(e->flags | (known->flags & ~ROOT_FROZEN));
    }
}

static void take_again(const root_table *t, rootset *s)
{
    for (uint32_t i = 0; i < t->n; i++) {
        root *e = rootset_put(s, (sia_str){ t->strings + t->entry[i].at, t->entry[i].len });
        if (e) e->flags = t->entry[i].flags;
    }
}

sia_status sia_roots_add(sia_roots *r, sia_str name, sia_str bytes, sia_err *err)
{
    rootset s;
    if (!rootset_new(&s, r->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
    take_again(&r->own, &s);
    SIA_TRY(rootset_list(&s, name, bytes, ROOT_ADDED | ROOT_WHOLE, err));
    inherit(r, &s);
    return rootset_lay(&s, &r->own) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
}

bool     sia_roots_has(const sia_roots *r, sia_str word) { return root_find(r, word.p, word.n); }
uint32_t sia_roots_size(const sia_roots *r) { return r->table.n + r->own.n; }
