/* --term, --category: the terms whose hits a verb shows. */
#ifndef SIA_WANTED_H
#define SIA_WANTED_H
#include "session.h"

/* *wanted: for each term, by its number over all books; NULL where neither option is given. Opens the codebooks. */
sia_status wanted_terms(bool **wanted, session *s, sia_err *err) SIA_CHECKED;
#endif
