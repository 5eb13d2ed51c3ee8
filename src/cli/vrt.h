/* A document as vertical text, which CWB (CQPweb), Sketch Engine and NoSketch Engine index: a token a line. */
#ifndef SIA_VRT_H
#define SIA_VRT_H
#include "morphs.h"

/* What stands before the first document, and behind the last: with them the whole is XML. */
extern const sia_str vrt_head, vrt_foot;

/* Attributes of <text> that --meta's columns make: names as CWB takes them, a to z, 0 to 9 and _, each once. In s->arena. */
typedef struct { uint32_t n, column[32]; sia_str name[32]; } vrt_names;
void vrt_name_columns(vrt_names *v, const session *s);

/* The counted sentences, in d->arena; "" on failure, which the arena remembers. Positional attributes: word, norm, lemma, root,
 * kind, start, end (code points of the input); structures: text (id, work, metadata), section (title, part), p, s (id, page). */
sia_str vrt_of(const sia_doc *d, sia_morph *m, size_t document, const input *in, const vrt_names *names);
#endif
