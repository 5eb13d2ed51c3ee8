/* Text that grows in an arena, which remembers if it could not. */
#ifndef SIA_TEXTBUF_H
#define SIA_TEXTBUF_H
#include <siasat.h>

typedef struct { sia_arena *a; SIA_VEC(char) v; } textbuf;

void    textbuf_put(textbuf *b, sia_str s);
void    textbuf_number(textbuf *b, uint64_t n);
sia_str textbuf_str(const textbuf *b);                       /* a view; "" once memory ran out */

/* For XML: escaped, what no XML can say as U+FFFD, white space of all kinds as blanks, so that it stays in its line. */
void    textbuf_xml(textbuf *b, sia_str s);
void    textbuf_xml_whole(textbuf *b, sia_str s);            /* the same with white space as it is */
#endif
