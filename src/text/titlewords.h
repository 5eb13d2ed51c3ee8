/* Words that name a party, a region or a year. */
#ifndef SIASAT_TEXT_TITLEWORDS_H
#define SIASAT_TEXT_TITLEWORDS_H
#include <siasat/text.h>

enum { SIA_TITLE_WORDS = 64 };
typedef struct { sia_str v[SIA_TITLE_WORDS]; uint32_t n; } sia_word_list;

/* The runs of letters and figures in a line, views of it; what comes after 64 is left out. */
void sia_words_of(sia_str line, sia_word_list *out);
bool sia_word_says(sia_str word, const char *lower);         /* case of ASCII letters ignored */

/* Adds the parties of the words to `had`, each once, ", " between them; `capitals`: abbreviations must stand in capitals. */
sia_str sia_party_of(const sia_word_list *w, bool capitals, sia_str had, sia_arena *a);
/* "Kota Medan", "Kabupaten Lampung Selatan", else a province ("Jawa Timur", also for jatim); "": none. */
sia_str sia_region_of(const sia_word_list *w, sia_arena *a);
bool    sia_is_year(sia_str word);                           /* 1950 to 2099 */
#endif
