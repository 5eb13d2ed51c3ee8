/* Lines for people on standard error. */
#include "session.h"
#include <stdio.h>

void say(const session *s, const char *line)
{
    if (!s->set.quiet) fprintf(stderr, "siasat: %s\n", line);
}

void say_error(sia_lang lang, const sia_err *err)
{
    char text[1024];
    fprintf(stderr, "siasat: %s\n", sia_err_text(err, lang, text, sizeof text));
}

void say_usage(sia_lang lang)
{
    fprintf(stderr, "%s siasat %s\n\n  siasat tag bab4.txt > temuan.csv\n  siasat kwic 'pemilih *' skripsi/\n"
                    "  siasat freq --of term --by part skripsi/\n\n%s siasat help\n",
            sia_word(SIA_MSG_HELP_USAGE, lang), sia_word(SIA_MSG_HELP_SHAPE, lang), sia_word(SIA_MSG_HELP_MORE, lang));
}
