/* --sort: a table whose rows are held back, put in order, and then written. Without --sort rows go straight through. */
#ifndef SIA_SORTER_H
#define SIA_SORTER_H
#include "session.h"

typedef struct sorter sorter;

/* Rows go to s->table, whose columns are those of `name`, or `c`. An unknown column is wrong usage. */
sia_status sorter_open(sorter **out, session *s, const char *name, sia_err *err) SIA_CHECKED;
sia_status sorter_open_columns(sorter **out, session *s, const sia_columns *c, sia_err *err) SIA_CHECKED;
void       sort_text(sorter *o, sia_str s);              /* the string must live until sorter_flush */
void       sort_count(sorter *o, uint64_t v);
void       sort_real(sorter *o, double v);
void       sort_exp(sorter *o, double log_v);             /* e^log_v */
void       sort_none(sorter *o);

/* Numbers falling, texts by bytes rising, empty cells last; rows that tie keep their order. */
sia_status sorter_flush(sorter *o, sia_err *err) SIA_CHECKED;

/* For qsort: the larger first, a value that does not exist (NaN) last. */
int sort_falling(double x, double y);
#endif
