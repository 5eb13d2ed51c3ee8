/* Which regexes may match in a sentence, told by its words: each regex's match has letters that stand together in one word. */
#ifndef SIA_PIECES_H
#define SIA_PIECES_H
#include "required.h"

enum { SIA_PIECE_LEAST = 3 };           /* letters: fewer stand in too many words */

typedef struct sia_pieces sia_pieces;
sia_pieces *sia_pieces_new(sia_arena *a);                    /* NULL: no memory */

/* A regex whose matches have `inside`. False: that has no letters to tell it by. A lack of memory sticks in the arena. */
bool sia_pieces_add(sia_pieces *p, const sia_literal *inside, uint32_t regex, sia_arena *a);

/* Whether a word of this form may be one of a match's; told[k] = stamp for each regex k it may be of. told NULL: only whether.
 * Linear in the form, but for regexes that share three letters. */
bool sia_pieces_tell(const sia_pieces *p, sia_str form, uint32_t *told, uint32_t stamp);

/* False: what a form's letters tell may not be so of its surface. A letter and a mark behind it may have become one in it. */
bool sia_pieces_sure(sia_str form);
#endif
