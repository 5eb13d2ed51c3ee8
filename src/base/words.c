/* The catalogue of words for people, by message and language. */
#include <siasat/base.h>

const char *sia_word(sia_msg msg, sia_lang lang)
{
    static const char *const words[][2] = {
#define SIA_MSG(name, status, en, id) { en, id },
#include <siasat/words.def>
#undef SIA_MSG
    };
    return words[msg][lang];
}
