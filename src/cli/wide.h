/* --wide: a row an item, a column a group. */
#ifndef SIA_WIDE_H
#define SIA_WIDE_H
#include "grid.h"

/* Prints a closed census so: zeros where an item is not in a group, totals at the end. */
sia_status wide_report(const census *c, sia_namer *name, const void *ctx, session *s, sia_err *err) SIA_CHECKED;
#endif
