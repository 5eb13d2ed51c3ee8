/* The reading text as lines on a page: how each line stands to its neighbours. Headings are told by their looks. */
#ifndef SIASAT_TEXT_LAYOUT_H
#define SIASAT_TEXT_LAYOUT_H
#include <siasat/text.h>

enum {
    SIA_AT_PAGE_TOP = 1,    /* the first line of a page                              */
    SIA_AT_COLUMNS  = 2,    /* runs of blanks, tabs or pipes inside: a row of a table */
    SIA_AT_LEADERS  = 4     /* "...... 12": a line of a table of contents             */
};

/* A line that is not blank, trimmed of white space; the blank ones are the `gap` of the next. */
typedef struct {
    uint32_t off, len;      /* in s; len > 0                                         */
    uint16_t indent;        /* bytes of white space in front                         */
    uint8_t  gap;           /* blank lines before, 255 at most; the first line has 255 */
    uint8_t  flags;         /* SIA_AT_*                                              */
} sia_at_line;

typedef struct {
    sia_str s;
    SIA_VEC(sia_at_line) lines;
    const sia_mark *marks;  /* of the document; NULL: it has none                    */
    uint32_t *mark;         /* of each line, with its marks alone                    */
    uint32_t width;         /* how long a full line is: most are no longer; 50 to 100 */
} sia_layout;

/* Cuts the reading text into lines; they live in d->arena. Linear. A failure sticks in the arena. */
void sia_layout_of(sia_layout *l, sia_doc *d);

/* What the document's format says of line i; NULL: nothing. Whether its part begins here. */
static inline const sia_mark *sia_layout_mark(const sia_layout *l, uint32_t i)
{
    return l->marks && l->marks[l->mark[i]].kind ? &l->marks[l->mark[i]] : NULL;
}

static inline bool sia_layout_begins(const sia_layout *l, uint32_t i)
{
    return i == 0 || (l->mark[i] != l->mark[i - 1] && (!l->marks[l->mark[i]].more || l->lines.v[i].gap));
}

static inline sia_str sia_layout_str(const sia_layout *l, uint32_t i)
{
    return (sia_str){ l->s.p + l->lines.v[i].off, l->lines.v[i].len };
}

/* Nothing, or a blank line, stands between line i and the one before. i <= lines.n. */
static inline bool sia_layout_gap(const sia_layout *l, uint32_t i) { return i >= l->lines.n || l->lines.v[i].gap > 0; }

/* The line ends well before the margin: what comes next need not be its continuation. */
static inline bool sia_layout_short(const sia_layout *l, uint32_t i) { return l->lines.v[i].len * 4 < l->width * 3; }

/* The line ends a sentence, an item or an introduction ("sebagai berikut:"). */
bool sia_layout_closed(const sia_layout *l, uint32_t i);

/* Something new may begin with line i: a blank line, a closed or a short line comes before it. */
bool sia_layout_apart(const sia_layout *l, uint32_t i);

/* A line of running text: long, mostly small letters, no mark in front, no page number at its end. */
bool sia_layout_prose(const sia_layout *l, uint32_t i);

/* The line ends like an entry of a table of contents: leaders, or a page number after the words. */
bool sia_layout_entry(const sia_layout *l, uint32_t i);

/* cells.c: the trimmed line has cells parted by tabs, pipes or wide gaps. How many figures stand at the end of a short
 * line, the number in front counted with them ("1 PDIP 23.681"), years not: a row of a table whose gaps were lost. */
bool sia_line_cells(sia_str line);
uint32_t sia_line_figures(sia_str line);
#endif
