/* Where a span stands, as the columns of tokens, tag, kwic and outline say it. */
#ifndef SIA_WHEREABOUTS_H
#define SIA_WHEREABOUTS_H
#include <siasat.h>

typedef struct {
    const sia_section *section;
    const sia_page    *page;            /* NULL: none known */
    uint32_t paragraph, sentence;       /* ordinals, from 1 */
    uint64_t start, end;                /* code points of the decoded input */
    sia_str  surface;                   /* the input text there */
} place;

place   place_of(const sia_doc *d, sia_span span, uint32_t sentence);
void    put_page_number(sia_table *t, const sia_page *page);
void    put_page(sia_table *t, const sia_page *page);                 /* page, page_label */
sia_str one_line(const sia_doc *d, uint32_t from, uint32_t to);       /* s[from, to) with white space folded; in d->arena */

/* The sentence around a span, in one line. Of a sentence longer than any writer's, 2,000 bytes to each side, the cut shown by
 * `…`: a scan without stops must not make a table grow with the square of its length. */
sia_span context_span(const sia_doc *d, uint32_t sentence, sia_span span);
sia_str  context_of(const sia_doc *d, uint32_t sentence, sia_span span);                    /* in d->arena */
size_t   context_room(const sia_doc *d, uint32_t sentence, sia_span span);                  /* bytes that the next one may write */
sia_str  context_into(char *room, const sia_doc *d, uint32_t sentence, sia_span span);

/* A hit with n words to each side, in the reading text; words of other sentences count too. */
sia_span words_around(const sia_doc *d, const sia_hit *h, uint32_t n);

/* What the tokens [first, first + n) were read as, in one line, where a repair changed one of them; else empty. */
sia_str repaired_text(const sia_doc *d, uint32_t first, uint32_t n);

/* A hit's id: the same for the same content, place and term on every run and machine. 13 bytes into `id`. */
uint64_t content_hash(sia_str in);
sia_str  hit_id(uint64_t content, uint64_t start, uint64_t end, sia_str term, char id[13]);
#endif
