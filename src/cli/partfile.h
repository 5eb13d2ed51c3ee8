/* Partials: files with the counts of one shard, or the sum of several shards'.
 *
 *     siasat-partial <TAB> 1
 *     inputs <TAB> 5f1c...            lines that all shards of one run have alike: hashes, settings, tables
 *     shards <TAB> 10
 *     shard <TAB> 1-4,7               which of them this is
 *
 *     rows (partrow.h)
 *     #end <TAB> 8413 <TAB> 9a0b...   how many rows, the SHA-256 of all before
 */
#ifndef SIA_PARTFILE_H
#define SIA_PARTFILE_H
#include "partrow.h"

enum { PART_MOST_SHARDS = 100000, PART_LINES = 64 };

/* A set of shards, numbered from 1. */
typedef struct { uint32_t of; uint8_t *has; } shards;        /* has[0 .. of-1]: 0 or 1 */

bool    shards_parse(shards *x, uint32_t of, sia_str s, sia_arena *a);       /* "1-4,7"; false: it is none, or no memory */
sia_str shards_text(const shards *x, bool missing, sia_arena *a);            /* in the fewest ranges; or those that it has not */
uint32_t shards_count(const shards *x);

typedef struct { sia_str key, value; } part_line;            /* value as a field */
typedef struct { part_line line[PART_LINES]; uint32_t n; shards shards; } part_head;

sia_str part_head_get(const part_head *h, const char *key);  /* as text is; "": there is none */
bool    part_head_put(part_head *h, const char *key, sia_str value, sia_arena *a);   /* false: too many */

/* The first key in which two heads differ, or NULL: they are of one run. Shards apart. */
const char *part_head_differ(const part_head *a, const part_head *b);

typedef struct { sia_str name; size_t from, to; } part_table;        /* rows with the same first field, in `bytes` */
typedef struct {
    sia_str   path, bytes;
    part_head head;
    SIA_VEC(part_table) tables;
    size_t    mapped;                   /* 0: bytes are the caller's */
} part;

/* Checks all of a partial: head, every row, the trailer. `bytes` must last. An error names `path` and the line. Linear. */
sia_status part_read(part *p, sia_str path, sia_str bytes, sia_arena *a, sia_err *err) SIA_CHECKED;

/* The same of a file, which is mapped: memory does not grow with it. part_close unmaps it. */
sia_status part_open(part *p, const char *path, sia_arena *a, sia_err *err) SIA_CHECKED;
void       part_close(part *p);

/* Whether the file begins as a partial does. */
bool part_is(sia_str bytes);

/* ---- several ---------------------------------------------------------------------------------------- */

typedef struct { part *v; uint32_t n; shards shards; sia_arena *a; } parts;      /* shards: of all of them together */

/* Opens the files, which must be of one run and hold no shard twice. parts_close closes what was opened, whatever came back. */
sia_status parts_open(parts *x, char *const *path, uint32_t n, sia_arena *a, sia_err *err) SIA_CHECKED;
void       parts_close(parts *x);

/* Calls `each` for every row of the sum of all parts' tables of that name (NULL: of all tables), rising. Rows last until parts_close. */
typedef sia_status part_each(void *ctx, const part_row *r, sia_err *err);
sia_status parts_each(const parts *x, const char *table, part_each *each, void *ctx, sia_err *err) SIA_CHECKED;

/* ---- writing ------------------------------------------------------------------------------------------ */

/* Writes a partial: head, then rows, which must rise, then the trailer. A failure sticks and is told by the end. */
typedef struct part_writer part_writer;
part_writer *part_writer_new(const part_head *head, sia_sink to, sia_arena *a);      /* NULL: no memory */
void         part_put(part_writer *w, const part_row *r);
sia_status   part_writer_end(part_writer *w, sia_str where, sia_err *err) SIA_CHECKED;
#endif
