/* What numbers a line: "BAB IV", "4.1", "A.", "a)", "(2)". Reading a mark is one thing, judging it another. */
#ifndef SIASAT_TEXT_NUMBERING_H
#define SIASAT_TEXT_NUMBERING_H
#include <siasat/text.h>

/* By custom a style nests in those before it: BAB > A. > 1. > a. > 1) > a) > (1) > (a). */
typedef enum {
    SIA_BY_NOTHING, SIA_BY_CHAPTER, SIA_BY_DECIMAL, SIA_BY_ROMAN, SIA_BY_CAPITAL, SIA_BY_NUMBER, SIA_BY_LETTER,
    SIA_BY_NUMBER_1, SIA_BY_LETTER_1,           /* closed by one bracket:  1)  a)   */
    SIA_BY_NUMBER_2, SIA_BY_LETTER_2,           /* between two:           (1) (a)   */
    SIA_BY_BULLET, SIA_BY_LOST,                 /* ". Para caleg": OCR lost the number */
    SIA_STYLES
} sia_style;

enum { SIA_DECIMALS = 6 };

typedef struct {
    uint8_t  style;
    uint8_t  depth;                 /* how many numbers a decimal has                         */
    bool     lettered;              /* the first of them is a letter: "A.1"                   */
    uint16_t at[SIA_DECIMALS];      /* the numbers of a decimal; at[0] alone for other styles */
    uint16_t roman;                 /* "V.", "i.": the value as a Roman numeral, else 0       */
    uint32_t body;                  /* where the words begin in the line                      */
} sia_number;

/* The mark a trimmed line begins with; style SIA_BY_NOTHING when there is none. What OCR makes of digits is forgiven
 * where
 * another digit stands beside it ("4.l"). At most some 20 bytes are looked at. */
sia_number sia_number_read(sia_str line);

/* The same for a mark alone on its line, whose words stand on the next one: "A.", "4.1", "a)". */
sia_number sia_number_alone(sia_str line);

/* Settles "V.", "C.", "i." by what came before: at[0] is the letter's place, or the Roman value if that goes on better.
 * `letters` and `romans` are the last numbers of either series, 0 where none is open. */
void sia_number_settle(sia_number *n, uint32_t letters, uint32_t romans);

/* "BAB IV", "Bab 4", "B A B  I V", "BAB lV", "BA B 1V", "BAB KEEMPAT" at a line's start. */
typedef struct {
    uint32_t value;                 /* 1 to 39                                                */
    uint32_t body;                  /* where the rest of the line begins                      */
    bool     arabic;                /* "BAB 4"                                                */
    bool     ones;                  /* "BAB 11": eleven, or II as OCR saw it                  */
} sia_chapter_mark;

bool sia_chapter_read(sia_str line, sia_chapter_mark *out);

/* "BAB" alone, its number alone on the next line; `body` is that line's length. */
bool sia_chapter_read_split(sia_str line, sia_str next, sia_chapter_mark *out);

/* Writes 1 <= n <= 199 as a Roman numeral in capitals; returns its length, 12 at most. */
uint32_t sia_roman_put(char *to, uint32_t n);
#endif
