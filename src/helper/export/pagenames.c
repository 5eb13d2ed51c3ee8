/* Strings and small numbers. A balanced tree rather than a hash table: no text can make it slow. */
#define _XOPEN_SOURCE 700
#include "page.h"
#include <search.h>
#include <stdlib.h>
#include <string.h>

typedef struct { size_t id; char s[]; } entry;

static int order(const void *a, const void *b) { return strcmp(((const entry *)a)->s, ((const entry *)b)->s); }

size_t name_id(names *of, const char *s)
{
    const size_t size = strlen(s) + 1;
    entry *mine = must_alloc(NULL, sizeof *mine + size);
    mine->id = of->n;
    memcpy(mine->s, s, size);
    entry *const *found = tsearch(mine, &of->tree, order);
    if (!found) refuse("IN_MEMORY", 0, 0, "");
    if (*found != mine) {
        free(mine);
        return (*found)->id;
    }
    if (of->n == of->cap) {
        of->cap = of->cap ? of->cap * 2 : 64;
        of->name = must_alloc(of->name, of->cap * sizeof *of->name);
    }
    of->name[of->n++] = mine->s;
    return mine->id;
}

size_t column_of(const table *t, const char *name)
{
    size_t i = 0;
    while (i < t->n && strcmp(t->column[i].name, name) != 0) i++;
    return i;
}
