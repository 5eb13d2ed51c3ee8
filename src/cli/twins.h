/* Documents that repeat an earlier one: Bab4.docx, Bab4.pdf and Bab4_OCR.txt of one chapter. */
#ifndef SIA_TWINS_H
#define SIA_TWINS_H
#include "run.h"

/* The hash of each form of a worker's lex, worked out once. */
typedef struct { uint64_t *of; uint32_t cap; } word_hashes;

/* What a document's text is known by, in d->arena; on the worker's thread. NULL: no memory. */
typedef struct { sia_sketch sketch; uint64_t content; } likeness;
likeness *likeness_of(word_hashes *h, const sia_doc *d, sia_arena *worker);

/* On the calling thread, in input order: the input that document i repeats, or UINT32_MAX. */
typedef struct twins twins;
twins   *twins_new(sia_arena *a);                            /* NULL: no memory; a later failure sticks in `a` */
uint32_t twins_of(twins *t, const likeness *l, uint32_t i);

/* --dedup: takes those inputs out that repeat an earlier one, and says how many. Reads all of them, which standard input cannot
 * be twice; what cannot be read is told of and taken out too. */
sia_status twins_drop(session *s, sia_err *err) SIA_CHECKED;
#endif
