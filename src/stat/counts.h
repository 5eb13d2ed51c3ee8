/* What counts tell the files of this folder; private to it. */
#ifndef SIASAT_STAT_COUNTS_H
#define SIASAT_STAT_COUNTS_H
#include <siasat/stat.h>

/* All cells, sia_counts_cells() of them, those of the first group by item. */
void sia_counts_list(const sia_counts *c, sia_tally *out);
#endif
