/* Rows that wait in a file until they can be put in order: memory holds two numbers a row. */
#ifndef SIA_SPOOL_H
#define SIA_SPOOL_H
#include <siasat.h>

typedef struct spool spool;

/* The file is in TMPDIR and has no name there: it is gone whenever the program is. */
sia_status spool_open(spool **out, sia_arena *a, sia_err *err) SIA_CHECKED;

/* A row begins; rows are told apart by their keys, equal keys keep their order. Then its cells. */
void spool_row(spool *p, uint32_t key);
void spool_text(spool *p, sia_str s);
void spool_count(spool *p, uint64_t v);
void spool_none(spool *p);

/* All rows, by key, into the table. What could not be written or read is told here. */
sia_status spool_flush(spool *p, sia_table *t, sia_err *err) SIA_CHECKED;
void       spool_close(spool *p);                            /* NULL is fine */
#endif
