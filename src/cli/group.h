/* --by: the groups that a document's sections fall into. */
#ifndef SIA_GROUP_H
#define SIA_GROUP_H
#include "session.h"

enum { BY_CORPUS = 0, BY_WORK = 1, BY_DOC = 2, BY_CHAPTER = 4, BY_SECTION = 8, BY_PART = 16, BY_META = 32 };   /* a set; a column of --meta is BY_META << its number */

/* Of --by; reads --meta, if it is given. */
sia_status group_parse(session *s, unsigned *set, sia_err *err) SIA_CHECKED;

typedef struct {
    sia_str  *name;                     /* of each group of this document */
    uint32_t  n;
    uint32_t *of_section;               /* section index -> group */
} grouping;

/* The groups of one document, by first appearance; everything in d->arena. False: no memory. */
bool group_document(grouping *g, unsigned set, const sia_doc *d, const input *in);
#endif
