/* siasat-export: makes files of tables, in formats that need a library. Started by siasat, never by hand: its arguments are
 * the format and a folder for its files; tables come on standard input, the file goes to standard output. */
#define _POSIX_C_SOURCE 200809L
#include "../confine.h"
#include "maker.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MINUTES = 20, LONGEST_PATH = 4096 };
static const char file_name[] = "siasat-export.tmp";

size_t letters(const char *s)
{
    size_t n = 0;
    for (; *s; s++) n += ((unsigned char)*s & 0xC0) != 0x80;
    return n;
}

static char *copy(const char *s)
{
    const size_t n = strlen(s) + 1;
    return memcpy(must_alloc(NULL, n), s, n);
}

/* Cuts a line at its TABs and writes each field as it was meant; returns how many there are, or `most` + 1. */
static size_t fields(char *line, char **field, size_t most)
{
    size_t n = 0;
    char *to = line;
    field[n++] = to;
    for (char *c = line; *c; c++) {
        if (*c == '\t') {
            *to++ = 0;
            if (n == most) return n + 1;
            field[n++] = to;
        } else if (*c == '\\' && c[1]) {
            c++;
            *to++ = *c == 'n' ? '\n' : *c == 't' ? '\t' : *c;
        } else *to++ = *c;
    }
    *to = 0;
    return n;
}

/* What is being read; a table is handed on once all of its columns are known, and lives until the next one is, or the end. */
typedef struct { const maker *m; table t; bool begun, handed_on; char **field; size_t most, line; } reader;

static void garbled(const reader *r) { refuse("IN_SYNTAX", r->line, 0, "siasat-export"); }

static void hand_on(reader *r)
{
    if (!r->begun || !r->t.n) garbled(r);
    if (!r->handed_on) r->m->table(&r->t);
    r->handed_on = true;
}

static void begin_table(reader *r, size_t n)
{
    if (n != 4 || r->begun) garbled(r);
    r->begun = true;
    r->t = (table){ .name = copy(r->field[1]), .title = copy(r->field[2]), .language = copy(r->field[3]) };
    r->handed_on = false;
}

static void add_column(reader *r, size_t n)
{
    table *t = &r->t;
    if (n != 5 || !r->begun || r->handed_on) garbled(r);
    t->column = must_alloc(t->column, (t->n + 1) * sizeof *t->column);
    t->column[t->n++] = (column){ r->field[1][0], copy(r->field[2]), copy(r->field[3]), copy(r->field[4]) };
    if (t->n < r->most) return;
    r->most *= 2;
    r->field = must_alloc(r->field, r->most * sizeof *r->field);
}

static void add_row(reader *r, size_t n)
{
    hand_on(r);
    if (n != r->t.n + 1) garbled(r);
    r->m->row(&r->t, r->field + 1);
}

static void end_table(reader *r)
{
    hand_on(r);
    r->begun = false;
}

static void read_all(reader *r)
{
    char *line = NULL, kind = 0;
    size_t cap = 0;
    for (ssize_t k; (k = getline(&line, &cap, stdin)) > 0; ) {
        r->line++;
        if (line[k - 1] != '\n') garbled(r);
        line[k - 1] = 0;
        const size_t n = fields(line, r->field, r->most);
        switch (kind = line[0]) {
        case 'S': begin_table(r, n); break;
        case 'C': add_column(r, n); break;
        case 'R': add_row(r, n); break;
        case '.': end_table(r); break;
        default: garbled(r);
        }
    }
    if (kind != '.') garbled(r);
    free(line);
    free(r->field);
}

static void send(const char *path)
{
    char piece[1 << 16];
    FILE *f = fopen(path, "rb");
    if (!f) refuse("OUT_MADE", 0, 0, strerror(errno));
    for (size_t k; (k = fread(piece, 1, sizeof piece, f)) > 0; ) fwrite(piece, 1, k, stdout);
    fclose(f);
    unlink(path);
}

int main(int argc, char **argv)
{
    static const maker *const makers[] = { &make_workbook, &make_report, &make_word_table, &make_database, &make_page, &make_archive, &make_running };
    char path[LONGEST_PATH];
    if (argc != 3 || snprintf(path, sizeof path, "%s/%s", argv[2], file_name) >= LONGEST_PATH) {
        fputs("siasat-export: started by siasat, which sends it tables\n", stderr);
        return 2;
    }
    confine_to(argv[2], CONFINE_MEMORY_MIB, MINUTES * 60);
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        if (strcmp(argv[1], makers[i]->job)) continue;
        makers[i]->begin(path);
        reader r = { .m = makers[i], .most = 64, .field = must_alloc(NULL, 64 * sizeof(char *)) };
        read_all(&r);
        makers[i]->end();
        send(path);
        return fflush(stdout) || ferror(stdout);
    }
    return 2;
}
