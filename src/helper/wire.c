/* The wire's writing end, and the few things every job needs. */
#include "wire.h"
#include <stdlib.h>
#include <string.h>

static size_t depth, nodes;

void refuse(const char *name, size_t line, size_t column, const char *culprit)
{
    char clean[128];
    size_t n = 0;
    for (; culprit[n] && n + 1 < sizeof clean; n++) clean[n] = culprit[n] == '\n' || culprit[n] == '\r' ? ' ' : culprit[n];
    clean[n] = 0;
    fprintf(stderr, "error %s %zu %zu %s\n", name, line, column, clean);
    exit(1);
}

void *must_alloc(void *p, size_t n)
{
    void *to = realloc(p, n ? n : 1);
    if (!to) refuse("IN_MEMORY", 0, 0, "");
    return to;
}

void text_add(text *t, const char *p, size_t n)
{
    if (t->cap - t->n <= n) {
        t->cap = t->cap * 2 + n + 64;
        t->p = must_alloc(t->p, t->cap);
    }
    if (n) memcpy(t->p + t->n, p, n);
    t->n += n;
    t->p[t->n] = 0;
}

char *read_input(size_t *n, size_t most)
{
    char piece[16384];
    text all = { 0 };
    text_add(&all, "", 0);
    for (size_t k; (k = fread(piece, 1, sizeof piece, stdin)) > 0; ) {
        text_add(&all, piece, k);
        if (all.n > most) {
            snprintf(piece, sizeof piece, "> %zu MiB", most >> 20);
            refuse("IN_BIG", 0, 0, piece);
        }
    }
    *n = all.n;
    return all.p;
}

void wire_escape(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char c = p[i];
        if (c == '\\') fputs("\\\\", stdout);
        else if (c == '\n') fputs("\\n", stdout);
        else if (c == '\t') fputs("\\t", stdout);
        else if (c) putchar(c);
    }
}

static void put(const char *p, size_t n)
{
    wire_escape(p, n);
    putchar('\n');
}

static void count(size_t line)
{
    char most[32];
    snprintf(most, sizeof most, "> %d", WIRE_NODES);
    if (++nodes > WIRE_NODES) refuse("IN_MANY", line, 0, most);
}

void wire_open(size_t line, const char *name, size_t n)
{
    char most[32];
    snprintf(most, sizeof most, "%d", WIRE_DEPTH);
    if (++depth > WIRE_DEPTH) refuse("IN_DEEP", line, 0, most);
    count(line);
    printf("(%zu\t", line);
    put(name, n);
}

void wire_attribute(const char *name, const char *value)
{
    fputs("@", stdout);
    for (const char *c = name; *c; c++) if (*c != '\t' && *c != '\n') putchar(*c);
    putchar('\t');
    put(value, strlen(value));
}

void wire_text(size_t line, const char *s, size_t n)
{
    count(line);
    printf("'%zu\t", line);
    put(s, n);
}

void wire_close(void)
{
    depth--;
    fputs(")\n", stdout);
}

void wire_end(void) { fputs(".\n", stdout); }
