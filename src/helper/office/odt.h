/* What an ODT's styles tell: headings, lists, pages, hidden text. */
#ifndef SIA_ODT_H
#define SIA_ODT_H
#include "../flow.h"
#include "../sax.h"

enum { ODT_LEVELS = 10 };

typedef struct {
    char format;                        /* '1' 'a' 'A' 'i' 'I', '*' bullet, 0 none */
    char before[32], behind[32];        /* what stands around the number           */
    char bullet[16];
    int  start, shown;                  /* shown: how many levels the number tells */
} odt_level;

typedef struct { char name[64]; odt_level levels[ODT_LEVELS]; } odt_list;

typedef struct {
    char name[64], parent[64], master[64], list[64];
    bool hidden, page_before, caption;
    int  page_number, outline;          /* -1, 0: not said */
    flow_look look;                     /* sizes in tenths of a point */
} odt_style;

/* Of styles.xml or content.xml: both may tell of styles. */
void odt_read_styles(const text *xml, const char *part);

/* With what it has from its parents; `paragraph` false: a text style. NULL: unknown. */
const odt_style *odt_style_of(const char *name, bool paragraph);
const odt_list  *odt_list_of(const char *name);              /* "outline": the numbers of headings; NULL: unknown */
char odt_page_format(const char *master);                    /* '1' where nothing is said       */
int  odt_default_size(void);                                 /* 0: not said                     */

/* odtletters.c: the letters that come next, as the paragraphs and spans that are open have them; the size of most. */
void odt_letters_open(const char *style, bool paragraph);
void odt_letters_close(void);
flow_look odt_letters(void);
int  odt_body_size(const text *content);
bool odt_prints_numbers(void);                               /* a header or footer does          */
#endif
