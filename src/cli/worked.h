/* A formula with the numbers put in. */
#ifndef SIA_WORKED_H
#define SIA_WORKED_H
#include <siasat.h>

typedef struct { const char *name; double value; } figure;

/* `formula` with each name that is among the n figures turned into its number, `*` put between numbers that stood side by
 * side, and sums over the four cells (O_ij, E_ij) written out; in `a`. "" when memory runs out. */
sia_str worked(const char *formula, const figure *f, size_t n, sia_arena *a);
#endif
