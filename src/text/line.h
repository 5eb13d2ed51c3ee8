/* What one line of text looks like by itself: the small questions that reading and segmenting both ask. */
#ifndef SIASAT_TEXT_LINE_H
#define SIASAT_TEXT_LINE_H
#include <siasat/text.h>

/* All take valid UTF-8 without its line end; all but trimming and sia_line_indent want it trimmed. None allocates
 * or fails; each costs at most the line's length. Lengths returned are bytes from the line's start, 0 for "no". */

sia_str  sia_line_trim_ends(sia_str line);         /* without blanks, tabs, no-break spaces, CR, FF, NUL at both ends */
uint32_t sia_line_indent(sia_str line);            /* columns of white space in front; tabs go to multiples of 8 */
bool     sia_line_has_prefix(sia_str line, const char *lower);   /* case ignored; no letter follows a final letter */

bool     sia_line_starts_lower(sia_str line);      /* first letter after quotes and brackets */
bool     sia_line_starts_upper(sia_str line);
bool     sia_line_ends_stop(sia_str line);         /* . ? ! with closing quotes, brackets, footnote digits */
bool     sia_line_ends_source(sia_str line);       /* ...percaya." (Wawancara, Informan 4) */
bool     sia_line_ends_open(sia_str line);         /* a comma, open bracket or function word ("pada") */
bool     sia_line_caps(sia_str line);              /* 2 letters at least, all of them capitals */
bool     sia_line_titled(sia_str line);            /* every longer word but function words begins with a capital */
uint32_t sia_line_words(sia_str line);             /* runs between blanks */
bool     sia_line_has_letter(sia_str line);

uint32_t sia_line_chapter(sia_str line);           /* "BAB IV", "BAB 4", "B A B  IV": with what numbers it */
uint32_t sia_line_number(sia_str line, uint32_t *depth);   /* "4.1", "1.1.", "5. 1.": two numbers at least */
uint32_t sia_line_mark(sia_str line);              /* list mark with its blanks: "1. " "(3) " "b) " "iv. " "- " */
uint32_t sia_line_bullet(sia_str line);            /* the bullets among them */
bool     sia_line_caption(sia_str line);           /* "Tabel 4.1 ...", "Gambar 2 ...", "Sumber: ..." */
bool     sia_line_keywords(sia_str line);          /* "Kata kunci: ...", "Keywords: ..." */
bool     sia_line_known_head(sia_str line);        /* "Abstrak", "Daftar Pustaka", "Kesimpulan" alone on the line */
bool     sia_line_heading(sia_str line);           /* chapter, numbered, lettered, all capitals, or known */
bool     sia_line_opens_block(sia_str line);       /* heading, list mark, caption, keywords: no rest of a sentence */

/* A Roman numeral at the start, I to CXCIX in one case throughout: its length and value; 0: none. */
uint32_t sia_roman(sia_str s, uint32_t *value);

bool     sia_function_word(sia_str lower);         /* yang, dan, pada, of ...: ends no sentence and no heading */

/* sia_line_trim_ends, answered here for most lines: they begin and end in print. */
static inline sia_str sia_line_trim(sia_str line)
{
    bool print = line.n && line.p[0] > ' ' && line.p[0] < 0x7F && line.p[line.n - 1] > ' ' && line.p[line.n - 1] < 0x7F;
    return print ? line : sia_line_trim_ends(line);
}
#endif
