/* Page numbers as they are printed, alone on a line or beside a running head. */
#ifndef SIASAT_TEXT_FOLIO_H
#define SIASAT_TEXT_FOLIO_H
#include <siasat/text.h>

typedef struct {
    uint32_t value;
    sia_str  label;             /* "87", "ix": as printed, a view of the line               */
    uint8_t  style;             /* 1 plain figures, 2 Roman, 3 decorated: "(2)", "- 2 -", "Page 2" */
    bool     year;              /* plain figures from 1900 to 2099                          */
} sia_folio;

/* A figure, or a letter of the small Roman numerals that front pages have: a number is of these. May it go on so, or may
 * the gap begin that parts it from words? */
static inline bool sia_folio_char(char c)
{
    return (unsigned)((unsigned char)c - '0') < 10 || c == 'i' || c == 'v' || c == 'x' || c == 'l';
}
static inline bool sia_folio_goes_on(char c) { return sia_folio_char(c) || c == ' ' || c == '\t' || c == '|'; }

/* The whole trimmed line is a page number: "87", "ix", "(2)", "- 87 -", "Halaman 12", "Page 3 of 9", "12 |". */
bool sia_folio_line(sia_str line, sia_folio *out);

/* A wide gap (5 blanks, a tab or "|") parts a number at the line's end or start from words: "Universitas Jambi 16". */
bool sia_folio_beside(sia_str line, sia_folio *out);
#endif
