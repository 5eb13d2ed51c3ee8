/* A ZIP whose members a table holds: a member's name and text a row. Rows of one member may lie apart; the first one's may go on
 * wherever it likes, any other's must follow each other. */
#include "../pack.h"
#include "maker.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_MIB = 128 };

typedef struct { char *name; text bytes; } member;

static struct { const char *path; member *member; size_t n, room, bytes; } z;

static void begin(const char *path) { z.path = path; }
static void start(const table *t) { if (t->n != 2) refuse("OUT_MADE", 0, 0, t->name); }

static bool is_of(const member *m, const char *name) { return !strcmp(m->name, name); }

static member *member_of(const char *name)
{
    if (z.n && is_of(&z.member[0], name)) return &z.member[0];
    if (z.n && is_of(&z.member[z.n - 1], name)) return &z.member[z.n - 1];
    if (z.n == z.room) {
        z.room = z.room ? 2 * z.room : 64;
        z.member = must_alloc(z.member, z.room * sizeof *z.member);
    }
    const size_t n = strlen(name) + 1;
    member *m = &z.member[z.n++];
    *m = (member){ .name = memcpy(must_alloc(NULL, n), name, n) };
    text_add(&m->bytes, "", 0);
    return m;
}

static void row(const table *t, char *const *cell)
{
    const size_t n = strlen(cell[1]);
    (void)t;
    text_add(&member_of(cell[0])->bytes, cell[1], n);
    z.bytes += n;
    if (z.bytes >> 20 >= MOST_MIB) refuse("OUT_MADE", 0, 0, "> 128 MiB");
}

static void end(void)
{
    FILE *f = fopen(z.path, "wb");
    if (!f) refuse("OUT_MADE", 0, 0, z.path);
    pack *p = pack_new();
    for (size_t i = 0; i < z.n; i++) pack_add(p, z.member[i].name, z.member[i].bytes.p, z.member[i].bytes.n);
    pack_write(p, f);
    if (fclose(f)) refuse("OUT_MADE", 0, 0, z.path);
}

const maker make_archive = { "zip", begin, start, row, end };
