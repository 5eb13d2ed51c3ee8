/* Pages of a document as a printer sees them: words with their boxes, put together as lines, in the order in which the file
 * draws them. What a line is (text, head, note ...) is found out from where it stands and how big its letters are. */
#ifndef SIA_SHEETS_H
#define SIA_SHEETS_H
#include "../wire.h"
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/* Points of 1/72 inch, from the page's upper left corner. */
typedef struct {
    const uint32_t *letters;
    size_t n;
    float  x0, x1, base, size;               /* base: where the letters stand              */
    int    turned;                           /* quarter turns; x and base follow the text  */
    bool   bold, unseen;                     /* unseen: drawn without ink, as OCR layers are */
    bool   apart;                            /* the file has a blank before it             */
} sheet_word;

typedef enum { LINE_TEXT, LINE_FURNITURE, LINE_NOTE, LINE_NOTE_MORE } line_kind;

typedef struct {
    size_t   at;                             /* of its text in sheets.store, n bytes        */
    uint32_t n, letters;
    float    x0, x1, base, size;
    uint8_t  turned, kind;
    bool     bold;
    bool     beside;                         /* stands in one row with the line before     */
} sheet_line;

typedef struct {
    float    width, height;
    uint32_t first, end;                     /* its lines                                  */
    uint32_t letters, unseen;
    bool     pictures;                       /* has an image as big as a scan              */
    char     label[24];                      /* the file's, then what is printed           */
} sheet;

typedef struct {
    text        store;                       /* what the lines say */
    sheet_line *lines;
    sheet      *pages;
    size_t      n_lines, cap_lines, n_pages, cap_pages;
    bool        labelled;                    /* the file labels its pages                  */
    float       body, pitch;                 /* size of most letters; from line to line    */
} sheets;

enum { PAGES_MOST = 20000, LINES_MOST = 4000000 };

/* lines.c: the next page, its words in the order they are drawn, its end. */
void sheets_page(sheets *s, float width, float height);
void sheets_word(sheets *s, const sheet_word *w);
void sheets_page_end(sheets *s);
/* A page of another document, as it was put together there. */
void sheets_copy(sheets *to, const sheets *from, size_t page);

/* across.c: columns that are drawn line by line across the page, put one after the other. At a page's end. */
void sheets_columns(sheets *s, sheet *page);
/* body.c: body and pitch; all of what follows, in its order. */
void sheets_find(sheets *s);
void sheets_measure(sheets *s);
/* edges.c: heads and feet; folios.c: the numbers printed there. */
void sheets_edges(sheets *s);
void sheets_folios(sheets *s);
/* notes.c: notes at the foot of a column; how many bytes of p are a note's number. A column is a run of lines that goes down. */
void sheets_notes(sheets *s);
size_t note_number(const char *p, size_t n, uint32_t *value);
uint32_t column_end(const sheets *s, uint32_t first, uint32_t end);

/* A paragraph's lines, [from, to), in a column from left to right, which holds running text or not and indents its
 * paragraphs or not. */
typedef struct { uint32_t from, to; float left, right; bool running, indents, starts, last, goes_on; } block;
/* blocks.c: the next block of a column, from line `from`. starts: it surely begins something; last: in its column;
 * goes_on: it is the first there, and begins as what is in the middle of a sentence does. */
block next_block(const sheets *s, const block *column, uint32_t from);
block column_of(const sheets *s, uint32_t from, uint32_t to);

/* shape.c: what a block is by its shape. */
bool is_heading(const sheets *s, const block *b);
/* Letters that all lines have: size -1 small, 1 large, 0 the body's or mixed. */
typedef struct { int size; bool bold; } looks;
looks looks_of(const sheets *s, uint32_t from, uint32_t to);
bool is_prose(const sheets *s, const block *b);
bool is_table(const sheets *s, const block *b);
bool begins_caption(const sheets *s, const sheet_line *l);
bool ends_sentence(const sheets *s, const sheet_line *l);
size_t item_mark(const char *p, size_t n);                   /* bytes of "1.", "a)", a bullet; 0: none */

/* tell.c: all of it, on the wire. */
void sheets_tell(const sheets *s);

/* ---- small things the parts share ------------------------------------------------------------------------------------- */

static inline const char *line_text(const sheets *s, const sheet_line *l) { return s->store.p + l->at; }
/* The lines of a row: the first, and those beside it; `end` is the page's. */
uint32_t row_end(const sheets *s, uint32_t first, uint32_t end);
/* A row's text, blanks between its lines; a NUL after it. Valid until the next call. */
const char *row_text(const sheets *s, uint32_t first, uint32_t end);

/* The library's side (poppler.cc). */
void sheets_of_pdf(sheets *s, const char *bytes, size_t n);

#ifdef __cplusplus
}
#endif
#endif
