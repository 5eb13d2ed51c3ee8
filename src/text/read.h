/* What the reader's rooms share: the text lines of one input, and the reading text as it is being written. */
#ifndef SIASAT_TEXT_READ_H
#define SIASAT_TEXT_READ_H
#include <siasat/text.h>

/* A line with something on it. Blank lines are only counted, on the line that follows them. */
typedef struct {
    uint32_t at, end;                   /* in `in`, without line end and form feed           */
    uint32_t blanks;                    /* blank lines before it                             */
    uint32_t feeds;                     /* form feeds before it                              */
    uint32_t mark;                      /* the mark it stands in, of a document that has marks */
    uint8_t  aside;                     /* SIA_FIX_PAGE_NUMBER or SIA_FIX_RUNNING_HEAD: furniture; else SIA_FIX_COUNT */
    bool     loose;                     /* its last byte is no letter, digit or mark but a hyphen: a word may be cut there */
} sia_text_line;

typedef struct { uint32_t line, number; sia_str label; uint32_t raw; } sia_page_start;   /* a page begins with that line, at in[raw] */

typedef struct {
    sia_doc *d;
    sia_str  in;
    bool     cr, feed;                  /* `in` has such bytes                               */
    SIA_VEC(sia_text_line)  lines;
    SIA_VEC(sia_page_start) starts;     /* ascending by line                                 */
    SIA_VEC(sia_page)       told;       /* the pages that a stream tells of, in order        */
    uint32_t tail_feeds;                /* form feeds after the last line                    */
    uint32_t width;                     /* what nine lines in ten do not exceed, at most 255 */
    bool     double_spaced;
    uint64_t *words;                    /* hyphen.c: word counts, made when first asked for  */
    uint32_t words_mask;
    uint32_t next_special;              /* letters.c: the first byte that may need mending, not yet passed */
    struct { uint32_t base; uint64_t bits; bool known; char room[64]; } special;    /* the 64 bytes it stands in */
    uint32_t last_mark;                 /* notemark.c: number of the last footnote mark      */
    uint32_t *note_lines;               /* notemark.c: last line that begins with number i and a capital */
    char    *out;                       /* the reading text so far                           */
    uint32_t n, cap;
    uint32_t pos;                       /* `in` is settled up to here                        */
    uint32_t next_start;                /* of `starts`, not yet a page                       */
    bool     too_long;
} sia_reader;

/* The mark of line i; NULL where nothing is known of it. */
static inline const sia_mark *sia_mark_of(const sia_reader *r, uint32_t i)
{
    const sia_text *t = &r->d->text;
    return t->marks.n && t->marks.v[r->lines.v[i].mark].kind ? &t->marks.v[r->lines.v[i].mark] : NULL;
}

static inline sia_str sia_line_at(const sia_reader *r, uint32_t i)
{
    return (sia_str){ r->in.p + r->lines.v[i].at, r->lines.v[i].end - r->lines.v[i].at };
}

/* doc.c: empty columns for the document `name`. */
void sia_doc_forget(sia_doc *d, sia_str name);

/* read.c: from in, marks and (of a stream) pages to the reading text. */
sia_status sia_read_decoded(sia_reader *r, const sia_decoded *from, sia_err *err);

/* linemarks.c, for documents with marks: gives each line its mark, sets furniture aside, settles where pages begin. */
void sia_marks_to_lines(sia_reader *r);

/* furniture.c: marks page numbers and running heads, finds where pages begin. */
void sia_find_furniture(sia_reader *r);

/* mend.c: whether the text is double-spaced; what becomes of the gap between two lines of text, b after a. */
typedef enum { SIA_GAP_AS_IS, SIA_GAP_LINE, SIA_GAP_PARAGRAPH, SIA_GAP_JOIN, SIA_GAP_HYPHEN } sia_gap_kind;
typedef struct {
    sia_gap_kind kind;
    uint32_t from, to;                  /* of a cut word: its hyphen, and where it goes on   */
    uint32_t word_from, word_to;        /* the whole of it                                   */
} sia_gap;
void    sia_find_spacing(sia_reader *r);
sia_gap sia_gap_between(sia_reader *r, uint32_t a, uint32_t b);

/* hyphen.c: a word is cut at the end of line a and goes on in b. SIA_GAP_AS_IS: no such thing. */
sia_gap sia_cut_word(sia_reader *r, uint32_t a, uint32_t b);

/* letters.c: mends in[from, to) of line i letter by letter; notemark.c: length of the footnote digits at in[at]. */
void     sia_mend_letters(sia_reader *r, uint32_t i, uint32_t from, uint32_t to);
uint32_t sia_note_mark(sia_reader *r, uint32_t i, uint32_t at);

/* emit.c: the reading text grows by what is copied, put instead, and left out, always at or after r->pos. */
void sia_emit_copy(sia_reader *r, uint32_t to);
void sia_emit_put(sia_reader *r, uint32_t from, uint32_t to, sia_str instead);
void sia_emit_fix(sia_reader *r, sia_fix_kind kind, uint32_t from, uint32_t to, sia_str instead);  /* and record */
void sia_emit_gap(sia_reader *r, uint32_t a, uint32_t b, sia_gap gap);             /* a or b may be UINT32_MAX: none */
bool sia_emit_begin(sia_reader *r);
void sia_emit_end(sia_reader *r, const sia_decoded *decoded);
#endif
