/* What a title says about the part of the thesis that it heads. */
#ifndef SIASAT_TEXT_PART_H
#define SIASAT_TEXT_PART_H
#include "title.h"

typedef struct {
    uint8_t part;               /* sia_part; SIA_PART_NONE: the title says nothing              */
    bool    strong;             /* holds whatever chapter it stands in                          */
    bool    chapter;            /* the title of a whole chapter: "HASIL DAN PEMBAHASAN"         */
    bool    alone;              /* so well known that it heads a section without any number     */
    bool    front;              /* title page, contents and the like: heads unnumbered sections only */
} sia_title_sense;

/* The most telling phrase that the title begins with (or, weakly, contains). Errors of OCR are forgiven. */
sia_title_sense sia_title_sense_of(const sia_title_key *k);

/* "Sistematika penulisan": a section that lists the chapters to come. "Daftar isi", "Daftar tabel": contents. */
bool sia_title_lists_chapters(const sia_title_key *k);
bool sia_title_is_contents(const sia_title_key *k);
#endif
