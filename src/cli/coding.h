/* Codings: what a human, another program or an earlier run marked in the inputs, read from a table. */
#ifndef SIA_CODING_H
#define SIA_CODING_H
#include "session.h"

/* A marked place. `start` and `end` are code points of the decoded input, half open, as in every table. */
typedef struct {
    uint64_t start, end;
    sia_str  category, term;            /* codes; term may be empty */
    uint32_t sentence;                  /* that holds the start; UINT32_MAX: none does */
    bool     counted;                   /* that sentence takes part in counts */
} mark;
typedef SIA_VEC(mark) marks;

typedef SIA_VEC(sia_str) codes;

typedef struct {
    uint32_t file, line;                /* index into the inputs; line of the table */
    uint64_t start, end;
    sia_str  quote, page, category, term;
    bool     placed;                    /* `solids` is known: how many code points that are no blanks stand before the quote */
    uint64_t solids;
} coded;

typedef struct {
    sia_str  name;                      /* of the table's file */
    bool     by_unit;                   /* a coding sheet: units and codes_of; else rows */
    SIA_VEC(coded) rows;                /* by file, then as they stand */
    sia_lex *units;                     /* unit -> 1 + index in codes_of */
    SIA_VEC(codes) codes_of;
} coding;

/* Reads a table with a column `category` (or `code`) and one of
 *     unit                             a coding sheet (siasat sheet), several codes in a cell parted by ; , or |
 *     doc, start, end                  offsets: a table of tag, too, whose decisions are obeyed
 *     doc, quote, [page]               passages copied from the text
 * whatever dialect it was saved in. `doc` is matched to s->in by its longest trailing path, with or without the file's
 * extension; without `doc` the only input is meant. Rows that match no input, and rows without a category, a place or a
 * unit, are counted on standard error. */
sia_status coding_open(coding **out, session *s, const char *path, sia_err *err) SIA_CHECKED;

/* The marks in input i, ascending by start, end, category; owned by d->arena. Rows whose place is not found are counted
 * and the first few told as notes of the document. Any thread. */
void coding_marks(const coding *c, uint32_t i, sia_doc *d, marks *out);

/* The codes of one unit; NULL: no such unit. */
const codes *coding_codes(const coding *c, sia_str unit);

/* The same for the hits of a tagged document. */
void hit_marks(const sia_doc *d, const sia_tagger *t, marks *out);

/* What a mark says in the input, a view; and the page it stands on, NULL: none known. */
sia_str         mark_surface(const sia_doc *d, const mark *m);
const sia_page *mark_page(const sia_doc *d, const mark *m);
#endif
