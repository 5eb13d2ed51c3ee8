/* What finding page furniture is made of: what each line may be, and the evidence for it. */
#ifndef SIASAT_TEXT_FURNITURE_H
#define SIASAT_TEXT_FURNITURE_H
#include "read.h"
#include "line.h"
#include "folio.h"

/* What a line may be: text, a number alone, a number beside words, a school's stamp, words that recur. */
enum { SIA_LINE_PLAIN, SIA_LINE_FOLIO, SIA_LINE_BESIDE, SIA_LINE_SCHOOL, SIA_LINE_RECURS };

/* `page` is the file's, from 1, where it has form feeds. */
typedef struct { uint32_t line, page; sia_folio f; } sia_numbered;
typedef struct { uint32_t line; uint64_t essence; } sia_suspect;    /* may be set aside for its words */

typedef struct {
    sia_reader *r;
    uint8_t    *kind;                                        /* of each line                     */
    uint8_t    *aside;                                       /* 1: decided                       */
    uint64_t   *heads;                                       /* of recurring lines: hash; first line and count */
    uint32_t    mask;
    uint32_t    shift, votes;                                /* printed number less file's page, as most have it */
    SIA_VEC(sia_numbered) numbers;                           /* lines with a number, ascending   */
    SIA_VEC(sia_suspect)  suspects;                          /* lines beside a number, stamps, lines that may recur */
} sia_rooms;

static inline sia_str sia_room_text(const sia_rooms *m, uint32_t i) { return sia_line_trim(sia_line_at(m->r, i)); }

/* First or last line of a page; a blank line or a page's edge above or below. */
static inline bool sia_page_top(const sia_rooms *m, uint32_t i) { return i == 0 || m->r->lines.v[i].feeds; }
static inline bool sia_free_above(const sia_rooms *m, uint32_t i)
{
    return sia_page_top(m, i) || m->r->lines.v[i].blanks;
}

static inline bool sia_page_bottom(const sia_rooms *m, uint32_t i)
{
    return i + 1 == m->r->lines.n || m->r->lines.v[i + 1].feeds;
}

static inline bool sia_free_below(const sia_rooms *m, uint32_t i)
{
    return sia_page_bottom(m, i) || m->r->lines.v[i + 1].blanks;
}

/* furniture.c: how often the line recurs where furniture may stand. */
uint32_t sia_recurrence(const sia_rooms *m, uint32_t i);

/* evidence.c: the lines first..last stand inside a sentence; the line is prose, as at the foot of a page; the numbered
 * line (an index into m->numbers) is a page's number. sia_find_shift prepares the last. */
bool sia_interrupts(const sia_rooms *m, uint32_t first, uint32_t last);
bool sia_is_prose(const sia_rooms *m, uint32_t i);
void sia_find_shift(sia_rooms *m);
bool sia_takes_number(const sia_rooms *m, uint32_t at);

/* pagestart.c: where pages begin and what number is printed on them. */
void sia_find_pages(sia_rooms *m);
#endif
