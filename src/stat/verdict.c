/* What a row's figures allow to be said, in place of stars. */
#include "table4.h"
#include <math.h>

enum { FEW = 5 };                       /* Garwood's interval for 5 hits reaches from 1.6 to 11.7 */

static const double log_level = -2.995732273553991;          /* ln 0.05 */

sia_verdict sia_verdict_pair(sia_cell c, double log_q)
{
    if (!sia_cell_possible(c)) return SIA_SAYS_NOTHING;
    if (c.a < FEW || c.b < FEW) return SIA_TOO_FEW;
    if (!(log_q <= log_level)) return SIA_MAY_BE_CHANCE;
    return sia_table4_of(c).d > 0 ? SIA_MORE : SIA_LESS;
}

sia_verdict sia_verdict_count(uint64_t count, uint64_t works_with, uint64_t works)
{
    if (count < FEW) return SIA_TOO_FEW;
    return works > 1 && works_with == 1 ? SIA_ONE_WORK : SIA_SAYS_NOTHING;
}
