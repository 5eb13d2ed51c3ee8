/* What a DOCX's parts tell of its paragraphs: styles, numbering, notes, sections. */
#ifndef SIA_DOCX_H
#define SIA_DOCX_H
#include "../sax.h"
#include "../zip.h"

enum { DOCX_LEVELS = 9, DOCX_NUMBER = 64 };

/* A paragraph style, with what it has from those it is based on. */
typedef struct {
    char     id[64];
    unsigned heading;                   /* 1 to 9; 0: none                        */
    bool     caption, hidden, page_before;
    int      list, level;               /* numId and ilvl; -1: not said            */
} docx_style;

void docx_read_styles(const text *xml);
const docx_style *docx_style_of(const char *id);             /* NULL: unknown                           */
bool docx_character_hidden(const char *id);

void docx_read_numbering(const text *xml);
/* The number of the next paragraph of list `num` at `level`, as printed; "": it has none. `style` finds the level where -1. */
const char *docx_next_number(int num, int level, const char *style, unsigned *depth);

/* The notes of footnotes.xml or endnotes.xml. */
void docx_read_notes(const text *xml, bool end);
const char *docx_note(int id, bool end, size_t *n);          /* NULL: none of that id                   */

/* The body: paragraphs in order, to the wire. `numbered`: a header or footer prints page numbers. */
void docx_read_body(const text *xml, bool numbered);

/* A number in an attribute; `otherwise` where there is none. */
int docx_int(const char *s, int otherwise);
bool docx_off(const char *value);                            /* "0", "false", "off": an on/off property that is off */
#endif
