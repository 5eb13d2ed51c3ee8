/* Which language to speak: SIASAT_LANG, else the locale. */
#include "session.h"
#include <stdlib.h>

static bool indonesian(const char *s) { return s && (!strncmp(s, "id", 2) || !strncmp(s, "in_", 3)); }

sia_lang lang_of_environment(void)
{
    static const char *const names[] = { "SIASAT_LANG", "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < SIA_COUNT_OF(names); i++) {
        const char *s = getenv(names[i]);
        if (s && *s) return indonesian(s) ? SIA_ID : SIA_EN;
    }
    return SIA_EN;
}
