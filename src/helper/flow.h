/* Paragraphs while they are read: what a paragraph is may be known late, pages begin in its middle, notes and text boxes hang
 * on it, and it may stand in a table's cell. Sent in reading order (document.h). */
#ifndef SIA_FLOW_H
#define SIA_FLOW_H
#include "document.h"
#include "wire.h"

typedef enum { FLOW_PARAGRAPH, FLOW_HEADING, FLOW_ITEM, FLOW_CAPTION } flow_kind;

void flow_open(void);                                        /* inside another one: it is sent behind that one */
void flow_is(flow_kind kind, unsigned level, const char *number);
void flow_text(const char *s, size_t n);                     /* with no paragraph open it is nothing */
/* Letters: their size in a unit of the reader's, 0 not said; bold 1, not 0, not said -1. */
typedef struct { int size, bold; } flow_look;
static inline flow_look flow_look_over(flow_look own, flow_look otherwise)
{
    return (flow_look){ own.size > 0 ? own.size : otherwise.size, own.bold >= 0 ? own.bold : otherwise.bold };
}

/* The letters of the next flow_text, and (before all else) the size that most letters have. */
void flow_letters(flow_look look);
void flow_body_size(int size);
void flow_close(void);
void flow_drop_break(void);                                  /* the open paragraph goes on in the next flow_open */
bool flow_is_open(void);

void flow_pages(const char *first_label);                    /* this document has pages; before all else */
void flow_page(const char *label);                           /* the next page begins here, at a word's end at the latest */

void flow_note(const char *number, const char *s, size_t n); /* waits until the paragraph, and the table, is whole */

void flow_table_open(void);                                  /* inside a cell: its text is the cell's */
void flow_cell_close(void);
void flow_row_close(void);
void flow_table_close(void);
void flow_end(void);                                         /* all that waits, then the end */

/* 3 as "3", "c", "C", "iii", "III" for format '1', 'a', 'A', 'i', 'I'; else "". In room of 32 bytes. */
void flow_numeral(char *room, unsigned n, char format);
#endif
