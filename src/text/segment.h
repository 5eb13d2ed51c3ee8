/* The outline of a document while it is made, and what the segmenting files share. */
#ifndef SIASAT_TEXT_SEGMENT_H
#define SIASAT_TEXT_SEGMENT_H
#include "layout.h"
#include "numbering.h"
#include "part.h"

enum { SIA_OPEN_MAX = 24 };             /* deeper sections are kept at this depth */

typedef struct {
    uint32_t   section;                 /* index in d->sections */
    uint8_t    level;
    sia_number number;                  /* SIA_BY_NOTHING: a known title without a number */
} sia_open;

typedef struct {
    sia_doc   *d;
    sia_layout lay;
    sia_open   open[SIA_OPEN_MAX];      /* open[0] is the document; levels ascend */
    uint32_t   n_open;
    uint32_t   body;                    /* the first line after the last heading */
    uint32_t   chapter;                 /* the number of the open chapter, 0 if unknown */
    /* what the last decimal heading began with, 0: none since the chapter's heading */
    uint32_t   decimals;
    /* where each series of this chapter stands, open or not */
    struct { uint8_t level; uint16_t at; } seen[SIA_STYLES];
    uint32_t   listed;                  /* the last chapter that a "sistematika" section spoke of */
    bool       chapters;                /* a BAB was seen: Roman numbers are then sections in it */
    bool       contents, lists;         /* inside a table of contents; inside a "sistematika" section */
    uint64_t   notes[16];               /* footnote numbers set aside in the text: bit n of 1024 */
    sia_lex   *names;                   /* section names in use */
    SIA_VEC(uint32_t) uses;             /* by name: the last suffix given */
} sia_outline;

/* A heading that was recognised at lines [first, first + lines). */
typedef struct {
    uint8_t          level;             /* as the document's format has it; 0: the number and the title tell */
    sia_number       number;            /* style SIA_BY_CHAPTER for BAB, SIA_BY_NOTHING for a known title */
    sia_chapter_mark chapter;
    uint32_t         first, lines;
    sia_str          title;             /* tidied, in the document's arena; may be empty after BAB */
    sia_title_key    key;
    sia_title_sense  sense;
} sia_heading;

/* The first line from i on at which a heading stands, judged by the line, its neighbours and the open sections: 20 lines
 * around at most. lines.n: none. */
uint32_t sia_next_heading(sia_outline *o, uint32_t i, sia_heading *h);

/* The part of the section that is open. */
static inline uint8_t sia_outline_part(const sia_outline *o)
{
    return o->d->sections.v[o->open[o->n_open - 1].section].part;
}

/* The open section that a decimal counts on from: below "1. Partai" 1.1 is its own, not the chapter's. 0: none. */
static inline uint32_t sia_outline_base(const sia_outline *o, const sia_number *n)
{
    for (uint32_t k = 1; k < o->n_open && !n->lettered && !n->roman; k++) {
        if (o->open[k].number.style == SIA_BY_DECIMAL) return 0;
        if (o->open[k].number.style == SIA_BY_NUMBER && o->open[k].level > 1
            && o->open[k].number.at[0] == n->at[0]) return k;
    }
    return 0;
}

/* told.c: the heading that a mark of the document's format begins at line i; false: its words are none. */
bool sia_marked_heading(sia_outline *o, uint32_t i, sia_heading *h);

/* lettered.c: the same where only size and weight of the letters tell; `o->lay` has marks. */
bool sia_lettered_heading(sia_outline *o, uint32_t i, sia_heading *h);

/* The helpers of sia_next_heading: a known title at line i; the words of lines h->first on, from byte `from`, tidied
 * into *h; and whether running text comes within `most` lines, no other chapter before it: entries of a table of
 * contents have none. */
bool sia_known_title_at(sia_outline *o, uint32_t i, sia_heading *h);
void sia_heading_title(sia_outline *o, sia_heading *h, uint32_t from);
bool sia_prose_follows(const sia_layout *l, uint32_t i, uint32_t most);

/* Title lines: how many lines from i on make one title, the first from byte `from` of line i; 0: no title. */
uint32_t sia_title_lines(const sia_layout *l, uint32_t i, uint32_t from);
uint32_t sia_chapter_title_lines(sia_outline *o, uint32_t i, uint32_t from);

/* The line before line j reaches the margin, and j goes on with it: of an item the first line may be nothing but names in
 * capitals ("1. Peraturan Daerah tentang Pemilihan\nKepala Desa yang ..."), and look like a title over text. */
bool sia_title_runs_over(const sia_layout *l, uint32_t j);

/* Opens a section for the heading, closing what it ends, and puts the heading's block. */
void sia_outline_open(sia_outline *o, const sia_heading *h);
void sia_outline_close(sia_outline *o, uint32_t level, uint32_t line);    /* ends open sections of `level` and above */

/* The heading's number as it is printed ("BAB IV", "4.1", "A"), and the name of its section, which no other bears. Both
 * live in the document's arena; "" on failure. */
sia_str sia_section_number(sia_arena *a, const sia_heading *h);
sia_str sia_section_name(sia_outline *o, const sia_section *s, uint8_t style);

/* n >= 1 in digits, and as a letter ('a' or 'A' is the `first`; behind the 26th they begin anew). "" on failure. */
sia_str sia_digits_text(sia_arena *a, uint32_t n);
sia_str sia_letter_text(sia_arena *a, char first, uint32_t n);

/* told.c: what block a mark begins that is no paragraph's, with its number and depth. */
uint8_t sia_marked_block(sia_arena *a, const sia_mark *m, sia_str line, sia_str *number, uint8_t *depth);

/* "4.1" of the caption "Tabel 4.1 Perolehan Suara", whose words begin at *words; empty: none. */
sia_str sia_caption_number(sia_str line, size_t *words);

/* "1" or "a" of an item; empty for bullets. "" on failure. */
sia_str sia_item_number(sia_arena *a, const sia_number *n);

/* Cuts the lines [o->body, to) into blocks of the section that is open. */
void sia_blocks_of(sia_outline *o, uint32_t to);

/* Gives numbers to list items whose number was lost, from their neighbours' (see block kinds in text.h). */
void sia_items_mend(sia_doc *d);

/* ---- notes at the foot of a page ---- */

/* The number of the footnote that begins at line i, or 0; *body is where its words begin in the line, the line's length
 * for a number that stands alone above its note. */
uint32_t sia_note_at(const sia_outline *o, uint32_t i, uint32_t last, uint32_t *body);
bool     sia_small_note(const sia_outline *o, uint32_t i);    /* the last part of a page, in small letters: a note with a sign for its number */
bool     sia_note_like(sia_str text);   /* reads like a source: "Jakarta: Rajawali, 2009, hlm. 44", "Ibid." */
void     sia_notes_known(sia_outline *o);

/* From line a's first byte to line b's last (b >= a), in s. */
static inline sia_span sia_lines_span(const sia_layout *l, uint32_t a, uint32_t b)
{
    uint32_t off = l->lines.v[a].off;
    return (sia_span){ off, l->lines.v[b].off + l->lines.v[b].len - off };
}
#endif
