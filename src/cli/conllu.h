/* A document as CoNLL-U: the format of treebanks. */
#ifndef SIA_CONLLU_H
#define SIA_CONLLU_H
#include "morphs.h"

/* The counted sentences, in d->arena; "" on failure, which the arena remembers.
 * Clitics (-nya, -ku, -mu, -lah, -kah, -pun) are words of their own in a multiword token, as Universal Dependencies wants.
 * LEMMA is the lemma; norm and root stand in MISC. There is no parser here: UPOS says PUNCT, SYM, NUM or X, and each word
 * hangs on the first of its sentence, because readers of the format ask for a tree. */
sia_str conllu_of(const sia_doc *d, sia_morph *m);
#endif
