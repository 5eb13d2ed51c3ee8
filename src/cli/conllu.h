/* A document as CoNLL-U: the format of treebanks. */
#ifndef SIA_CONLLU_H
#define SIA_CONLLU_H
#include "morphs.h"

/* The counted sentences, in d->arena; "" on failure, which the arena remembers. `document` is its number among the inputs, from 0:
 * sentences are called d1-s1 ..., since no two in a file may have one name.
 * Clitics (-nya, -ku, -mu, -lah, -kah, -pun) are words of their own in a multiword token, as Universal Dependencies wants.
 * LEMMA is the lemma; norm and root stand in MISC, and the place (TokenRange) and a footnote's mark that stood there (NoteMark). There
 * is no parser here: UPOS says PUNCT, SYM, NUM or X, and each word hangs on the first of its sentence, because readers of the
 * format ask for a tree. tests/gold/conllu.py holds the format's rules. */
sia_str conllu_of(const sia_doc *d, sia_morph *m, size_t document);
#endif
