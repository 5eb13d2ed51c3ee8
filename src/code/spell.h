/* Spelling patterns and sentences out for the reference engine. Shared by the files of src/code. */
#ifndef SIA_SPELL_H
#define SIA_SPELL_H
#include "match.h"

/* In the marked text each unit stands between two marks, folded and as it is:
 *
 *     \1 strategi \5 Strategi \2      a token of one unit; a match begins at \1 and ends at \2
 *     \1 door \5 door \4 - \3 to ...   a unit inside a token is closed by \4 and opened by \3
 *
 * A unit that is opened by \20 a match may begin with, too: what stands behind a bound word ("pasca-pilkada").
 * Where a pattern asks for lemmas or roots, a word's stand after its surface: \5 Memilih \16 pilih \17 pilih \2.
 * A mark stands between two \7; a link or an address begins with \6. What stands between units is copied. A token's own
 * stop comes after a \2, since a match may end before it. */
enum { SIA_M_OPEN = 1, SIA_M_CLOSE, SIA_M_INNER_OPEN, SIA_M_INNER_CLOSE, SIA_M_AS_IT_IS, SIA_M_OPAQUE, SIA_M_MARK,
       SIA_M_LEMMA = 14, SIA_M_ROOT, SIA_M_TAIL_OPEN };

typedef struct {
    sia_arena *a;
    SIA_VEC(char)   text;
    SIA_VEC(size_t) tokens;                 /* where each token with units begins             */
    SIA_VEC(uint32_t) numbers;              /* and which it is                                */
    bool keys;                              /* words have lemmas and roots                    */
    const sia_roots *roots;
    SIA_VEC(size_t) pieces;                 /* ends of the pieces that are matched at a time: whole sentences */
} sia_marked;

/* The counted sentences of a document, each closed by a \7 that no gap crosses. What fails sticks in the arena. */
void sia_spell_document(sia_marked *to, sia_tagger *t);

/* The PCRE2 source that finds an alternative of words in marked text; in `a`. */
sia_str sia_spell_alternative(const sia_codebook *cb, const sia_alternative *alt, const sia_roots *roots, sia_arena *a);
#endif
