/* The root table that was built with the tests. */
#ifndef SIA_TEST_LEXICON_H
#define SIA_TEST_LEXICON_H
#include <siasat/indonesian.h>

static sia_roots *test_roots(sia_arena *a)
{
    sia_roots *r = NULL;
    sia_err err;
    char line[1024];
    if (sia_roots_open(&r, SIA_STR(SIA_BUILT_DATA "/lexicon/indonesian.roots"), a, &err))
        fail_msg("%s", sia_err_text(&err, SIA_EN, line, sizeof line));
    return r;
}
#endif
