/* --by: the groups that a document's sections, and its hits by how they are meant, fall into. */
#ifndef SIA_GROUP_H
#define SIA_GROUP_H
#include "session.h"

enum { BY_CORPUS = 0, BY_WORK = 1, BY_DOC = 2, BY_CHAPTER = 4, BY_SECTION = 8, BY_PART = 16, BY_NEGATED = 32, BY_MODALITY = 64, BY_VOICE = 128,
       BY_META = 256, BY_STANCE = BY_NEGATED | BY_MODALITY | BY_VOICE };               /* a set; a column of --meta is BY_META << its number */

/* Of --by; reads --meta, if it is given. What is no hit has no stance: then negated, modality and voice are no groups. */
sia_status group_parse(session *s, unsigned *set, bool of_hits, sia_err *err) SIA_CHECKED;

typedef struct {
    sia_str  *name;                     /* of each group of this document */
    uint32_t  n;
    uint32_t *of_section;               /* section index -> group */
    uint32_t *of_hit;                   /* hit index -> what is to be added to its section's group; NULL: nothing */
    uint32_t  places;                   /* groups 0 .. places-1 are those of sections; the others repeat them for each stance */
} grouping;

/* The groups of one document, by first appearance; everything in d->arena. False: no memory. */
bool group_document(grouping *g, unsigned set, sia_doc *d, const input *in);
#endif
