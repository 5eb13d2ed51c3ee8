/* Rows at the upper and lower edge of a page: where heads, feet and page numbers stand. */
#ifndef SIA_EDGES_H
#define SIA_EDGES_H
#include "sheets.h"

typedef enum { NO_NUMBER, ARABIC, ROMAN, ROMAN_BIG } folio_style;

typedef struct { uint32_t value; uint8_t style; char printed[16]; } folio;

typedef struct {
    uint32_t page, first, end;               /* its lines                                    */
    float    base;
    uint8_t  bottom, depth;                  /* 1: the outermost                             */
    bool     off;                            /* stands well off what comes next              */
    bool     furniture;
    bool     alone;                          /* it is nothing but a number                   */
    folio    number;                         /* that it is, or begins or ends with           */
    uint64_t key;                            /* its text, all numbers being alike            */
} edge_row;

typedef struct { edge_row *v; size_t n, cap; } edge_rows;

/* The number in a row, and its key. */
void folio_read(edge_row *r, const char *row);
/* Whether numbers go on from page to page: those are furniture, and become the pages' labels. */
void folios_settle(sheets *s, edge_rows *rows);
#endif
