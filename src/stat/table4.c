/* A 2x2 table as real numbers. */
#include "table4.h"
#include <math.h>

bool sia_cell_possible(sia_cell c)
{
    return c.both <= c.a && c.both <= c.b && c.a <= c.n && c.b <= c.n && c.a - c.both <= c.n - c.b;
}

bool sia_cell_constant(sia_cell c) { return !c.a || !c.b || c.a == c.n || c.b == c.n; }

bool sia_cell_settled(sia_cell c, double *value)
{
    *value = sia_cell_possible(c) ? 0 : (double)NAN;
    return !sia_cell_possible(c) || sia_cell_constant(c);
}

/* both n - a b: fma gives each product's rounding error exactly, so the difference of the products is good to the last
 * bit even where they agree in 50 of 53 bits. */
static double surplus(double k, double n, double a, double b)
{
    double kn = k * n, ab = a * b;
    return (kn - ab) + (fma(k, n, -kn) - fma(a, b, -ab));
}

sia_table4 sia_table4_of(sia_cell c)
{
    double k = (double)c.both, a = (double)c.a, b = (double)c.b, n = (double)c.n;
    double not_a = (double)(c.n - c.a), not_b = (double)(c.n - c.b), by = c.n ? n : 1;
    return (sia_table4){
        .o11 = k, .o12 = (double)(c.a - c.both), .o21 = (double)(c.b - c.both), .o22 = (double)(c.n - c.a - (c.b - c.both)),
        .r1 = a, .r2 = not_a, .c1 = b, .c2 = not_b, .n = n,
        .e11 = a * b / by, .e12 = a * not_b / by, .e21 = not_a * b / by, .e22 = not_a * not_b / by,
        .d = surplus(k, n, a, b) / by,
    };
}

double sia_table4_product(const sia_table4 *t) { return surplus(t->o11, t->n, t->r1, t->c1); }

sia_cell sia_cell_of_groups(uint64_t in_target, uint64_t target, uint64_t in_reference, uint64_t reference)
{
    return (sia_cell){ in_target, target, in_target + in_reference, target + reference };
}
