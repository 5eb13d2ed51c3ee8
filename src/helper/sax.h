/* XML of office files, by expat: elements as they come, under caps of depth and attributes; a DOCTYPE is refused. */
#ifndef SIA_SAX_H
#define SIA_SAX_H
#include "wire.h"

enum { SAX_DEPTH = 256, SAX_ATTRIBUTES = 200 };

/* Names are "w:p", "text:span": their namespaces' usual prefixes, whatever the file calls them; strange ones have "?:". */
typedef struct {
    void (*opens)(void *ctx, const char *name, const char **attributes);
    void (*closes)(void *ctx, const char *name);
    void (*says)(void *ctx, const char *s, int n);           /* may be NULL */
    void  *ctx;
} sax;

/* Walks through a whole part; what is wrong in it ends the program, with `part` as the culprit. */
void sax_run(const sax *s, const text *xml, const char *part);

/* An attribute by its local name; "": it has none. */
const char *sax_attribute(const char **attributes, const char *local);

/* The place of `name` in `names`, which ascend; n: it is none of them. */
unsigned sax_find(const char *name, const char *const *names, unsigned n);
#endif
