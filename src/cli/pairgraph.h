/* The pairs of cooc as a network, for programs that draw them. */
#ifndef SIA_PAIRGRAPH_H
#define SIA_PAIRGRAPH_H
#include "netting.h"

/* Writes the first n rows: items as nodes, pairs as edges with the measures that the table would show. */
sia_status pairgraph_write(const cooc *c, session *s, const pairrow *r, size_t n, int format, sia_err *err) SIA_CHECKED;
#endif
