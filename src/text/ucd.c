/* Looking a character's properties up in the two-stage tables. */
#define UCD_DATA
#include "ucd.h"

uint32_t sia_ucd(int32_t c)
{
    const uint32_t u = (uint32_t)c;
    return ucd_records[ucd_stage2[(uint32_t)ucd_stage1[u >> 7] << 7 | (u & 127)]];
}
