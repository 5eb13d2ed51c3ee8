/* What a DOCX's parts tell of its paragraphs: styles, numbering, notes, sections. */
#ifndef SIA_DOCX_H
#define SIA_DOCX_H
#include "../flow.h"
#include "../sax.h"
#include "../zip.h"

enum { DOCX_LEVELS = 9, DOCX_NUMBER = 64 };

/* A paragraph style, with what it has from those it is based on. */
typedef struct {
    char     id[64];
    unsigned heading;                   /* 1 to 9; 0: none                        */
    bool     caption, hidden, page_before;
    int      list, level;               /* numId and ilvl; -1: not said            */
    flow_look look;                     /* sizes in half points                   */
} docx_style;

void docx_read_styles(const text *xml);
const docx_style *docx_style_of(const char *id);             /* NULL: unknown                           */
bool docx_character_hidden(const char *id);
flow_look docx_character_look(const char *id);
int  docx_default_size(void);

/* docxletters.c: the letters that come next, as the paragraph and the run that are open have them, told from their properties. */
void docx_letters_paragraph(const char *style);
void docx_letters_run(void);
void docx_letters_styled(const char *character_style);
void docx_letters_size(const char *value);
void docx_letters_bold(const char *value);
flow_look docx_letters(void);
/* The size of most letters of a body; 0 of an empty one. */
int docx_body_size(const text *xml);

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
