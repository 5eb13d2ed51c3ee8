/* Text as it may be shown to a person: nothing in it drives a terminal or turns the line round. */
#include "writer.h"
#include <utf8proc.h>

static bool turns(int32_t c)            /* the controls of bidirectional writing */
{
    return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

int32_t sia_show(const char *p, uint32_t *len)
{
    int32_t c = sia_utf8_at(p, len);
    if (c >= 0x20 && c < 0x7F) return c;
    if ((c >= 9 && c <= 13) || c == 0x85 || c == 0x2028 || c == 0x2029) return ' ';
    return c < 0xA0 || turns(c) ? '?' : c;
}

uint32_t sia_show_width(int32_t c)
{
    if (c < 0x7F) return 1;
    int w = utf8proc_charwidth(c);
    return w > 0 ? (uint32_t)w : 0;
}
