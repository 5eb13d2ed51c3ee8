/* --target and --reference: which places are compared with which. */
#ifndef SIA_SIDES_H
#define SIA_SIDES_H
#include "group.h"

struct said { uint32_t column; const char *glob; };

typedef struct {
    bool        given;
    uint32_t    parts;                  /* set of sia_part */
    const char *doc, *work;             /* shell patterns, or NULL */
    SIA_VEC(struct said) said;          /* of columns of --meta */
} side;

typedef struct { side target, reference; } sides;

/* SELECT of both options as --where has it; parts that are named are counted in s->parts. Without a reference it is all
 * that is not target. To be called after session_inputs. */
sia_status sides_parse(sides *x, session *s, sia_err *err) SIA_CHECKED;

/* Three groups of a document's sections, named "", "target", "reference". What both select is target. False: no memory. */
bool sides_document(const sides *x, grouping *g, const sia_doc *d, const input *in);

extern const char sides_target[], sides_reference[];
#endif
