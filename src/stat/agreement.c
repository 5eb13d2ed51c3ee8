/* Agreement of two coders who put every unit into one of k classes: a k x k table of counts, row a's class, column b's. */
#include <siasat/stat.h>
#include <math.h>

typedef struct { double n, same, rows_by_columns, squares; } sums;   /* squares: of row + column, over classes */

static sums sums_of(const uint64_t *t, uint32_t k)
{
    sums s = { 0 };
    for (uint32_t i = 0; i < k; i++) {
        double row = 0, column = 0;
        for (uint32_t j = 0; j < k; j++) {
            row += (double)t[i * k + j];
            column += (double)t[j * k + i];
        }
        s.n += row;
        s.same += (double)t[i * k + i];
        s.rows_by_columns += row * column;
        s.squares += (row + column) * (row + column);
    }
    return s;
}

double sia_agreement(const uint64_t *table, uint32_t k)
{
    const sums s = sums_of(table, k);
    return s.n > 0 ? s.same / s.n : NAN;
}

double sia_kappa(const uint64_t *table, uint32_t k)
{
    const sums s = sums_of(table, k);
    const double chance = s.rows_by_columns / (s.n * s.n);
    return s.n > 0 && chance < 1 ? (s.same / s.n - chance) / (1 - chance) : NAN;
}

/* Two coders and no gaps: the coincidence matrix is the table and its transpose, 2 n values in all. */
double sia_alpha(const uint64_t *table, uint32_t k)
{
    const sums s = sums_of(table, k);
    const double values = 2 * s.n, disagree = values - 2 * s.same, expected = values * values - s.squares;
    return expected > 0 ? 1 - (values - 1) * disagree / expected : NAN;
}
